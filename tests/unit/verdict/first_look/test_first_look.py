"""A claim beside the passages that share its words, before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.first_looks import LookOutcome
from factcheck.domain.spans import Span
from factcheck.verdict.first_look.first_look import Looked, look_at
from factcheck.verdict.suggestion.thresholds import Source
from tests.parsing import details

ELSEWHERE = "The museum opens at noon in summer."


def claim_of(text: str, kind: ClaimKind = ClaimKind.STATEMENT) -> Claim:
    span = Span(0, len(text))
    return Claim(
        id="c-1", article_id="a-1", span=span, spans=(span,), said=text, checked=text, kind=kind, check_worthiness=0.5,
        detector="test",
    )  # fmt: skip


def looked(text: str, *passages: str, kind: ClaimKind = ClaimKind.STATEMENT) -> Looked:
    return look_at(claim_of(text, kind), details(text), sources(*passages))


def sources(*passages: str, on: date | None = None) -> Mapping[str, Source]:
    return {f"p-{n}": Source(details=details(text), origin=str(n), published_on=on) for n, text in enumerate(passages)}


@pytest.mark.parametrize(
    ("claim", "passage", "outcome"),
    [
        ("The ferry carried 412 people to Orm.", "The ferry carried 655 people to Orm.", LookOutcome.DIFFERS),
        ("The ferry was not late in Orm.", "The ferry was late in Orm.", LookOutcome.DIFFERS),
        ("The ferry carried 412 people to Orm.", "To Orm the ferry carried 412 people.", LookOutcome.SAME_WORDS),
        # of the words enough, and a number that isn't there
        ("The ferry carried 412 people to Orm.", "The ferry carried people to Orm.", LookOutcome.PARTLY),
        ("All ships of Norline sail to Orm.", "Ships of Norline sail to Orm.", LookOutcome.PARTLY),
        ("The ferry carried 412 people to Orm.", ELSEWHERE, LookOutcome.NOTHING),
    ],
)  # fmt: skip
def test_what_comes_of_comparing(claim: str, passage: str, outcome: LookOutcome) -> None:
    made = looked(claim, ELSEWHERE, passage)
    assert made.outcome is outcome
    assert bool(made.differences) is (outcome is LookOutcome.DIFFERS)
    assert made.passage_id == (None if outcome is LookOutcome.NOTHING else "p-1")


def test_without_passages_nothing_is_found() -> None:
    assert looked("The ferry carried 412 people to Orm.").outcome is LookOutcome.NOTHING


def test_a_forecast_is_not_compared() -> None:
    made = looked("The ferry will carry 412 people.", "The ferry will carry 655 people.", kind=ClaimKind.PREDICTION)
    assert made == Looked(LookOutcome.NOT_CHECKABLE)


def test_a_number_that_another_passage_has_does_not_differ() -> None:
    made = looked("The ferry carried 412 people to Orm.", "The ferry carried 655 people to Orm.",
                  "The ferry carried 412 people to Orm.")  # fmt: skip
    assert made.outcome is LookOutcome.SAME_WORDS


def test_a_passage_that_is_too_old_does_not_differ() -> None:
    claim, passage = "The ferry now carries 412 people to Orm.", "The ferry carries 655 people to Orm."
    old, new = sources(passage, on=date(2019, 1, 1)), sources(passage, on=date(2025, 5, 2))
    assert look_at(claim_of(claim), details(claim), new, claim_on=date(2025, 5, 3)).outcome is LookOutcome.DIFFERS
    assert look_at(claim_of(claim), details(claim), old, claim_on=date(2025, 5, 3)).outcome is not LookOutcome.DIFFERS


def test_the_sentence_that_differs_is_told_and_what_no_passage_has() -> None:
    text = "The harbour is old. The ferry carried 655 people to Orm. Gulls came."
    claim = "The ferry carried 412 people to Orm beside a tiger."
    made = looked(claim, text)
    assert made.sentence is not None
    assert made.sentence.of(text) == "The ferry carried 655 people to Orm."
    assert "tiger" in made.missing[-1].of(claim)
