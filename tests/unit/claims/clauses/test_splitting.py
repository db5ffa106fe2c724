"""What of a sentence may be told apart at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.clauses.mending import mended
from factcheck.claims.clauses.splitting import MOST, parts_of, stands_alone
from factcheck.claims.clauses.wording import worded
from factcheck.claims.detect.propositions import propositions
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.parsing.parses import Parses

Parsed = Callable[[str], ParsedSentence]


@pytest.mark.parametrize("text", ["The mill burned down.", "Had it rained, it would have shut.", "She resigned."])
def test_a_noun_and_a_finite_verb_stand_alone(sentence: Parsed, text: str) -> None:
    assert stands_alone(sentence(text).tokens)


@pytest.mark.parametrize(
    "text",
    ["in a rare moment", "and the mill shut", "who left early", "the mill (shut in May", "", "."],
)
def test_what_lacks_one_of_them_does_not(sentence: Parsed, text: str) -> None:
    assert not stands_alone(sentence(text).tokens if text else ())


def test_nothing_is_told_apart_beneath_what_is_shut(sentence: Parsed) -> None:
    parsed = sentence("Ann Lee, the mayor, left the town.")
    everything = {parsed.root.place: range(len(parsed.tokens))}
    assert len(parts_of(parsed, everything)) == 1
    assert parts_of(parsed, everything, {parsed.root.place}) == []


def test_a_list_of_clauses_gives_no_more_than_the_most(sentence: Parsed) -> None:
    text = "The man " + ", ".join(f"sold {number} cups in May" for number in range(2, 20)) + " and left the town."
    assert len(propositions(mended(sentence(text)))) <= MOST + 1


WORDS = st.sampled_from(
    ["Ann", "Lee", ",", "who", "which", "and", "but", "that", "said", "the", "council", "voted", "left", "was", "found"]
)
SIGNS = st.sampled_from(["“", "”", ";", "marking", "27", "sailors", "while", "Leeds", "with", "(", ")", '"', "if"])


@settings(max_examples=60)
@given(words=st.lists(WORDS | SIGNS, max_size=40))
def test_heaps_of_the_words_that_the_rules_look_for_give_its_words(parses: Parses, words: list[str]) -> None:
    text = " ".join(words)
    for parsed in parses.of(text).sentences:
        for number, each in enumerate(propositions(mended(parsed))):
            assert all(0 <= token.start <= token.end <= len(text) for token in each.words)
            assert worded(each.words, text).strip()
            assert number == 0 or stands_alone(each.words)
