"""Reasons are what a claim's words hold, and of which kind it is."""

from __future__ import annotations

import pytest

from factcheck.claims.worthiness.reasons import reasons_of
from factcheck.domain.claims import ClaimKind
from tests.contracts.check_worthiness_contract import MakeClaim


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Rain falls here.", ()),
        ("31 people died.", ("names a number",)),
        ("The dam broke in May 2021.", ("names a date",)),
        ("The dam is in Wales.", ("names a person, body or place",)),
        ("He called it “a very bad deal”.", ("quotes words",)),
        ("He reportedly left.", ("is hedged",)),
    ],
)
def test_words_give_reasons(claim: MakeClaim, text: str, reasons: tuple[str, ...]) -> None:
    assert reasons_of(claim(text)) == reasons


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        (ClaimKind.EVENT, ("says what happened",)),
        (ClaimKind.COMPARISON, ("compares",)),
        (ClaimKind.PREDICTION, ("is a forecast",)),
        (ClaimKind.OPINION, ("is an opinion",)),
        (ClaimKind.STATEMENT, ()),
        (ClaimKind.QUOTATION, ()),
    ],
)
def test_kinds_give_reasons(claim: MakeClaim, kind: ClaimKind, reasons: tuple[str, ...]) -> None:
    assert reasons_of(claim("It is so.", kind)) == reasons


@pytest.mark.parametrize(
    ("kind", "speaker", "expected"),
    [
        (ClaimKind.QUOTATION, "the board", True),
        (ClaimKind.QUOTATION, "He", False),
        (ClaimKind.QUOTATION, None, False),
        (ClaimKind.EVENT, "the board", False),
    ],
)
def test_a_report_says_who_said_it_if_more_than_a_pronoun_does(
    claim: MakeClaim, kind: ClaimKind, speaker: str | None, expected: bool
) -> None:
    assert ("says who said it" in reasons_of(claim("It was said.", kind, speaker))) is expected


def test_of_a_text_too_long_to_be_a_sentence_the_beginning_counts(claim: MakeClaim) -> None:
    assert reasons_of(claim("rain " * 399 + "40 mm."))
    assert not reasons_of(claim("rain " * 400 + "40 mm."))
