"""What a decision must have before it can be signed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating, Organisation, Rating
from factcheck.domain.reviews import NewDecision, Quote
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError
from factcheck.review.rules import DECISIONS, check_decision, check_signature, rating_named

STRONG = (Status.SUPPORTED, Status.REFUTED, Status.CONFLICTING)
LIGHT = (Status.NOT_ENOUGH_EVIDENCE, Status.NOT_CHECKABLE)
OPEN = (Status.UNREVIEWED, Status.IN_REVIEW)
SUPPORTS, REFUTES, NEUTRAL = StanceLabel


def read_as(*stances: StanceLabel | None) -> list[Quote]:
    return [Quote(passage_id=f"p-{number}", text="…", stance=each) for number, each in enumerate(stances)]


def refused(wanted: NewDecision, *stances: StanceLabel | None) -> UsageError:
    with pytest.raises(UsageError) as caught:
        check_decision(wanted, read_as(*stances))
    assert caught.value.exit_code == 2
    assert caught.value.hint
    return caught.value


def test_five_statuses_can_be_signed() -> None:
    assert set(DECISIONS) == {*STRONG, *LIGHT}
    assert {*STRONG, *LIGHT, *OPEN} == set(Status)


@pytest.mark.parametrize("status", OPEN)
def test_an_open_status_is_no_decision(status: Status) -> None:
    error = refused(NewDecision(status=status, rationale="Because."), None)
    assert error.message == f"{status.value} is not a decision."
    for each in DECISIONS:
        assert each.value in error.hint


@pytest.mark.parametrize("status", STRONG)
def test_a_finding_needs_a_rationale(status: Status) -> None:
    check_decision(NewDecision(status=status, rationale="The log says so."), read_as(SUPPORTS, REFUTES))
    for rationale in ("", " \n\t\u3000"):
        error = refused(NewDecision(status=status, rationale=rationale, without_evidence="None."), SUPPORTS, REFUTES)
        assert "rationale" in error.message
        assert "--because" in error.hint


@pytest.mark.parametrize("status", [Status.SUPPORTED, Status.REFUTED])
def test_a_finding_on_one_side_needs_a_passage_or_the_reason_why_there_is_none(status: Status) -> None:
    check_decision(NewDecision(status=status, rationale="The log says so."), read_as(None))
    check_decision(NewDecision(status=status, rationale="Because.", without_evidence="Common knowledge."), [])
    for reason in ("", " \n"):
        error = refused(NewDecision(status=status, rationale="Because.", without_evidence=reason))
        assert "passage" in error.message
        assert "--evidence" in error.hint
        assert "--without-evidence" in error.hint
    assert error.message.startswith(status.value.capitalize())


@pytest.mark.parametrize(
    ("stances", "lacks", "has"),
    [
        ((), ("supports", "refutes"), ()),
        ((None, None), ("supports", "refutes"), ()),
        ((SUPPORTS, SUPPORTS, None, NEUTRAL), ("refutes",), ("supports",)),
        ((REFUTES, NEUTRAL), ("supports",), ("refutes",)),
    ],
)
def test_conflicting_needs_a_passage_on_each_side_in_the_reviewers_reading(
    stances: tuple[StanceLabel | None, ...], lacks: tuple[str, ...], has: tuple[str, ...]
) -> None:
    # That there is nothing to quote is no reason: then it isn't known that the evidence is in conflict.
    wanted = NewDecision(status=Status.CONFLICTING, rationale="They differ.", without_evidence="Lost.")
    error = refused(wanted, *stances)
    assert all(f"PASSAGE:{each}" in error.hint and each in error.message for each in lacks)
    assert not any(f"PASSAGE:{each}" in error.hint for each in has)
    check_decision(wanted, read_as(*stances, SUPPORTS, REFUTES))


@pytest.mark.parametrize("status", LIGHT)
def test_what_says_nothing_of_the_world_needs_neither(status: Status) -> None:
    check_decision(NewDecision(status=status), [])


# The house's own words


SCALE = Organisation(
    ratings=(
        Rating(name="Mostly false", status=Status.REFUTED, value=2),
        Rating(name="True", status=Status.SUPPORTED, value=5),
        Rating(name="Satire", status=Status.NOT_CHECKABLE),
    )
)


def test_a_rating_is_found_however_it_is_typed() -> None:
    assert rating_named(SCALE, " mostly  FALSE ") == SCALE.ratings[0]


def test_a_rating_that_is_not_on_the_scale_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError) as caught:
        rating_named(SCALE, "Half \x1b true")
    assert all(each.name in caught.value.hint for each in SCALE.ratings)
    assert caught.value.message.isprintable()
    with pytest.raises(UsageError, match="No ratings") as caught:
        rating_named(Organisation(), "True")
    assert "[[ratings]]" in caught.value.hint


def test_a_rating_stands_for_its_own_status_and_no_other() -> None:
    check_decision(NewDecision(status=Status.NOT_CHECKABLE, rating=SCALE.ratings[2]), [])
    error = refused(NewDecision(status=Status.NOT_CHECKABLE, rating=SCALE.ratings[0]))
    assert "Mostly false" in error.message
    assert "refuted" in error.message


def test_a_given_rating_keeps_the_ends_of_the_scale_as_they_are_today() -> None:
    assert SCALE.given(SCALE.ratings[0]) == GivenRating(name="Mostly false", value=2, worst=2, best=5)
    assert SCALE.given(SCALE.ratings[2]) == GivenRating(name="Satire")


@pytest.mark.parametrize("address", ["photo.jpg", "javascript:alert(1)", "https://a.example/\x1b[2J", ""])
def test_a_medium_is_named_by_its_web_address(address: str) -> None:
    media = Media(address=address, kind=MediaKind.IMAGE, category=Authenticity.EDITED)
    error = refused(NewDecision(status=Status.NOT_ENOUGH_EVIDENCE, media=media))
    assert error.message.isprintable()


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
