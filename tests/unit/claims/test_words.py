"""The words of a sentence, and which of them can be verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.words import is_past, may_be_verb, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Army left.", ["The", "U.S.", "Army", "left", "."]),
        ("Dr. J. K. Lee of the U.S.", ["Dr.", "J.", "K.", "Lee", "of", "the", "U.S."]),
        ("F-16, 34-year-old, don’t", ["F-16", ",", "34-year-old", ",", "don’t"]),
        ("“No,” he said…", ["“", "No", ",", "”", "he", "said", "…"]),
        ("3.5% of £1,000", ["3.5", "%", "of", "£", "1", ",", "000"]),
    ],
)
def test_words_keep_abbreviations_and_compounds_whole(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


@given(text=st.text())
def test_words_hold_every_visible_character_at_its_place(text: str) -> None:
    read = words(text)
    assert "".join(word.text for word in read) == "".join(text.split())
    assert all(text[word.start : word.end] == word.text for word in read)


@pytest.mark.parametrize(
    ("before", "word", "past"),
    [
        ("They", "won", True),
        ("River", "flooded", True),
        ("has", "resigned", True),
        ("it", "was", True),
        ("have", "taken", True),
        ("is", "taken", False),
        ("They", "run", False),
        ("the", "flooded", False),
        (",", "expected", False),
        ("is", "expected", False),
        ("will", "cut", False),
        ("to", "read", False),
        ("They", "need", False),
        ("two", "hundred", False),
    ],
)
def test_a_past_is_told_from_participle_and_infinitive(before: str, word: str, past: bool) -> None:
    read = words(f"{before} {word}")
    assert is_past(read[0], read[1]) is past


@pytest.mark.parametrize(("text", "verbs"), [
    ("Officials expect rain", ["expect"]),
    ("A rare moment of peace", []),
    ("Photos of the day", []),
    ("She runs it", ["runs"]),
    ("They haven't", ["haven't"]),
    ("The glass bus", []),
])  # fmt: skip
def test_verbs_are_told_by_form(text: str, verbs: list[str]) -> None:
    assert [word.text for place, word in enumerate(words(text)) if may_be_verb(place, word)] == verbs
