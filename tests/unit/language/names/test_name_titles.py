"""The title before a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.names.name_places import Place
from factcheck.language.names.name_titles import title_start

Sentence = Callable[[str], ParsedSentence]


def title(sentence: ParsedSentence, first: str, label: str = "PERSON", *, least: int = 0) -> str:
    at = [each.text for each in sentence.tokens].index(first)
    start = title_start(sentence, Place(at, at + 1, label), least=least)
    return " ".join(each.text for each in sentence.tokens[start:at])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Mr Odd Berg.", "Mr"), ("They met Vice President Odd Berg.", "Vice President"),
        ("They met defence minister Odd Berg.", "defence minister"),
        ("They met Deputy Prime Minister Odd Berg.", "Deputy Prime Minister"),
        ("They met president-elect Odd Berg.", "president - elect"),
        ("They met police chief Odd Berg.", "police chief"),
        ("They met Lt. Col. Odd Berg.", "Lt . Col ."), ("They met lawyer Odd Berg.", "lawyer"),
        ("They met the former mayor Odd Berg.", "mayor"), ("They met Odd Berg.", ""), ("They saw Odd Berg.", ""),
        ("Yesterday Odd Berg left.", ""), ("The film Odd Berg made won.", ""),
    ],
)  # fmt: skip
def test_a_title_goes_back_to_its_first_word(sentence: Sentence, text: str, expected: str) -> None:
    assert title(sentence(text), "Odd") == expected


def test_a_title_does_not_reach_into_the_name_before_it(sentence: Sentence) -> None:
    read = sentence("They met Defence Minister Odd Berg.")
    assert title(read, "Odd", least=3) == "Minister"
    assert title(read, "Odd", least=4) == ""


def test_what_the_parser_takes_for_a_place_has_a_title_only_where_it_is_beyond_doubt(sentence: Sentence) -> None:
    assert title(sentence("They met Minister Odd Berg."), "Odd", "GPE") == "Minister"
    assert title(sentence("They met the mayor Odd Berg."), "Odd", "GPE") == ""
    assert title(sentence("They met lawyer Odd Berg."), "Odd", "ORG") == ""
