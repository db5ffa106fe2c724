"""What a decision must have before it can be signed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.reviews import NewDecision
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError
from factcheck.review.rules import DECISIONS, check_decision, check_signature

STRONG = (Status.SUPPORTED, Status.REFUTED, Status.CONFLICTING)
LIGHT = (Status.NOT_ENOUGH_EVIDENCE, Status.NOT_CHECKABLE)
OPEN = (Status.UNREVIEWED, Status.IN_REVIEW)


def refused(wanted: NewDecision, *, passages: int) -> UsageError:
    with pytest.raises(UsageError) as caught:
        check_decision(wanted, passages=passages)
    assert caught.value.exit_code == 2
    assert caught.value.hint
    return caught.value


def test_five_statuses_can_be_signed() -> None:
    assert set(DECISIONS) == {*STRONG, *LIGHT}
    assert {*STRONG, *LIGHT, *OPEN} == set(Status)


@pytest.mark.parametrize("status", OPEN)
def test_an_open_status_is_no_decision(status: Status) -> None:
    error = refused(NewDecision(status=status, rationale="Because."), passages=1)
    assert error.message == f"{status.value} is not a decision."
    for each in DECISIONS:
        assert each.value in error.hint


@pytest.mark.parametrize("status", STRONG)
def test_a_finding_needs_a_rationale_and_evidence(status: Status) -> None:
    check_decision(NewDecision(status=status, rationale="The log says so."), passages=1)
    check_decision(NewDecision(status=status, rationale="Because.", without_evidence="Common knowledge."), passages=0)
    for rationale in ("", " \n\t\u3000"):
        error = refused(NewDecision(status=status, rationale=rationale, without_evidence="None."), passages=3)
        assert "rationale" in error.message
        assert "--because" in error.hint
    for reason in ("", " \n"):
        error = refused(NewDecision(status=status, rationale="Because.", without_evidence=reason), passages=0)
        assert "passage" in error.message
        assert "--evidence" in error.hint
        assert "--without-evidence" in error.hint
    assert error.message.startswith(status.value.capitalize())


@pytest.mark.parametrize("status", LIGHT)
def test_what_says_nothing_of_the_world_needs_neither(status: Status) -> None:
    check_decision(NewDecision(status=status), passages=0)


# Who


@pytest.mark.parametrize(
    ("by", "name"),
    [("Ana", "Ana"), ("  Ana \n Lima\t", "Ana Lima"), ("Zoë", "Zoë"), ("字", "字"), ("می‌خواهم", "می‌خواهم"), ("7", "7")],
)
def test_a_name_is_trimmed_and_kept(by: str, name: str) -> None:
    assert check_signature(by) == name


@pytest.mark.parametrize("by", ["", " ", "\n\t", "\u3000\xa0", "\u200b", "\u200b\u2060 \ufeff", "\x00", "\u202e"])
def test_nobody_can_not_sign(by: str) -> None:
    with pytest.raises(UsageError, match="Nobody") as caught:
        check_signature(by)
    for way in ("--by", "FACTCHECK_BY", "factcheck.toml"):
        assert way in caught.value.hint


@pytest.mark.parametrize("by", ["Ana\x00", "\x1b[2JAna", "Ana\x9b", "Ana\udcff", "\x07Ana"])
def test_a_name_that_holds_no_text_is_refused_and_shown_harmless(by: str) -> None:
    with pytest.raises(UsageError, match="not text") as caught:
        check_signature(by)
    assert caught.value.message.isprintable()


@given(by=st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_name_is_refused_or_can_be_stored_and_compared(by: str) -> None:
    try:
        name = check_signature(by)
    except UsageError:
        return
    assert name.encode("utf-8")
    assert name.strip() == name != ""
    assert check_signature(name) == name
