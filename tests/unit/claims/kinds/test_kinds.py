"""The order of the kinds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims.kinds.kinds import kind_of, kind_of_text
from factcheck.domain.claims import ClaimKind
from factcheck.language.parsing.parses import Parses


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam broke.", ClaimKind.EVENT),
        ("The dam broke on 4 May 2021.", ClaimKind.EVENT),
        ("Two engineers were arrested.", ClaimKind.STATISTIC),
        ("Police arrested nine men in the harbour.", ClaimKind.EVENT),
        ("31 people died.", ClaimKind.STATISTIC),
        ("Tens of thousands of people fled.", ClaimKind.STATISTIC),
        ("Exports fell by 6 per cent in May.", ClaimKind.STATISTIC),
        ("The board confirmed the leak.", ClaimKind.QUOTATION),
        ("The board said the dam will break.", ClaimKind.QUOTATION),
        ("“We must leave this valley,” she said.", ClaimKind.QUOTATION),
        ("The mayor was asked to leave.", ClaimKind.EVENT),
        ("A study suggests that 40 species died out.", ClaimKind.STATISTIC),
        ("I think that it will rain.", ClaimKind.PREDICTION),
        ("The crew may have left.", ClaimKind.EVENT),
        ("They are searching the woods.", ClaimKind.EVENT),
        ("The firm is being sued.", ClaimKind.EVENT),
        ("They were searching the woods.", ClaimKind.STATEMENT),
        ("They ignored her for years.", ClaimKind.STATEMENT),
        ("They waited for her.", ClaimKind.EVENT),
        ("They could not reach him.", ClaimKind.EVENT),
        ("They would not comment on it.", ClaimKind.EVENT),
        ("They can reach him.", ClaimKind.STATEMENT),
        ("They are accused of theft.", ClaimKind.EVENT),
        ("The photos showed a fire.", ClaimKind.STATEMENT),
        ("The firm is based in Leeds.", ClaimKind.STATEMENT),
        ("It was known as the Mill.", ClaimKind.STATEMENT),
        ("The town belonged to the crown.", ClaimKind.STATEMENT),
        ("The mayor urged people to leave.", ClaimKind.QUOTATION),
        ("The dam will break.", ClaimKind.PREDICTION),
        ("The dam will cost £40 million.", ClaimKind.PREDICTION),
        ("The road is set to open in June.", ClaimKind.PREDICTION),
        ("Had it rained, the dam would have broken.", ClaimKind.PREDICTION),
        ("The dam should be closed.", ClaimKind.OPINION),
        ("The dam should cost less than £40 million.", ClaimKind.OPINION),
        ("The plan is a waste of money.", ClaimKind.OPINION),
        ("The flood was caused by a blocked drain.", ClaimKind.CAUSAL),
        ("Trains were late because a signal failed.", ClaimKind.CAUSAL),
        ("Rents rose faster than wages.", ClaimKind.COMPARISON),
        ("It is the longest tunnel in the country.", ClaimKind.COMPARISON),
        ("The rate fell from 6 to 4 per cent.", ClaimKind.COMPARISON),
        ("More than 300 people live there.", ClaimKind.STATISTIC),
        ("Nadia Blum is the director of the museum.", ClaimKind.OFFICE),
        ("He succeeded Peter Haas as treasurer.", ClaimKind.OFFICE),
        ("Copper conducts electricity.", ClaimKind.STATEMENT),
        ("The town lies on the river Orr.", ClaimKind.STATEMENT),
    ],
)
def test_kinds_follow_their_order(text: str, kind: ClaimKind, parses: Parses) -> None:
    assert kind_of_text(parses.of(text)) is kind


def test_what_is_known_to_report_words_is_a_quotation_whatever_they_say(parses: Parses) -> None:
    text = "According to engineers, the dam should be closed."
    assert kind_of(text, parses.of(text).sentences[0].tokens) is ClaimKind.OPINION
    assert kind_of(text, parses.of(text).sentences[0].tokens, reports=True) is ClaimKind.QUOTATION
    assert kind_of(text, reports=True) is ClaimKind.QUOTATION


def test_what_was_not_parsed_is_a_statement(parses: Parses) -> None:
    assert kind_of("31 people died.") is ClaimKind.STATEMENT
    assert kind_of_text(parses.of("")) is ClaimKind.STATEMENT


@pytest.mark.parametrize(
    "text", ["31 people died, the board said.", "According to engineers, the dam should be closed."]
)
def test_a_text_that_says_who_says_it_reports(text: str, parses: Parses) -> None:
    assert kind_of_text(parses.of(text)) is ClaimKind.QUOTATION


def test_the_first_sentence_gives_a_text_its_kind(parses: Parses) -> None:
    assert kind_of_text(parses.of("The dam will break. 31 people died.")) is ClaimKind.PREDICTION


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=50)
@given(text=st.text())
def test_any_text_has_a_kind(text: str, parses: Parses) -> None:
    assert kind_of_text(parses.of(text)) in ClaimKind
