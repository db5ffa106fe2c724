"""The sets of tags and labels are of the scheme of the pipeline that ships."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.parsing.tags import FINITE, PROPER, TIMES

Parsed = Callable[[str], ParsedSentence]


def test_the_parser_gives_these_tags_to_finite_verbs_and_to_no_others(sentence: Parsed) -> None:
    read = sentence("She sings, they sing, he sang and can go to sing, having sung while singing.")
    assert [each.text for each in read.tokens if each.tag in FINITE] == ["sings", "sing", "sang", "can"]


def test_the_parser_gives_these_tags_to_names(sentence: Parsed) -> None:
    read = sentence("Ann Lee saw the Alps from a train.")
    assert [each.text for each in read.tokens if each.tag in PROPER] == ["Ann", "Lee", "Alps"]


def test_the_parser_gives_these_labels_to_times(sentence: Parsed) -> None:
    read = sentence("Ann Lee left at 5 p.m. on 3 May 2019.")
    assert {each.label for each in read.entities} & TIMES == TIMES
