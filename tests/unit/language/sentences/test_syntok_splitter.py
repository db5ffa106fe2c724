"""Sentences by the real syntok, the fallback."""

from __future__ import annotations

import importlib.metadata

import pytest

from factcheck.language.sentences.syntok_splitter import SyntokSplitter


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in SyntokSplitter().split(text)]


def test_the_name_is_the_installed_library() -> None:
    assert SyntokSplitter().name == f"syntok {importlib.metadata.version('syntok')}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former U.S. President Ann Lee spoke. He left.", ["Former U.S. President Ann Lee spoke.", "He left."]),
        ("They met on Jan. 5 in Paris. It rained.", ["They met on Jan. 5 in Paris.", "It rained."]),
        ("It cost $3.5 million. Nobody paid.", ["It cost $3.5 million.", "Nobody paid."]),
        ("The call is at 9 a.m. Eastern on Monday. Dial in.", ["The call is at 9 a.m. Eastern on Monday.", "Dial in."]),
        ("Rep. Ann Lee spoke. Lt. Col. Smith left.", ["Rep. Ann Lee spoke.", "Lt. Col. Smith left."]),
        ("Vitamin B\u00a0. It helps.", ["Vitamin B\u00a0.", "It helps."]),
    ],
)
def test_hard_cases_are_split_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_what_syntok_drops_or_alters_is_kept() -> None:
    """It drops zero-width spaces and joins words over hyphens at a line's end."""
    assert sentences("\u200bRain fell.\u200b It didn't stop-\nped.\u200b") == [
        "\u200bRain fell.\u200b",
        "It didn't stop-\nped.\u200b",
    ]
