"""A desk's rules move a claim's score, and each says by how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.worthiness.priorities import priority
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.priorities import Priorities, Ranked, Recency, Topic
from factcheck.domain.spans import Span

TODAY = date(2026, 3, 10)
SAID = "She said the waiting list grew by 40."


def claim(said: str = SAID, worth: float = 0.5, **changes: object) -> Claim:
    plain = Claim(
        id="c-1", article_id="a-1", span=Span(0, len(said)), spans=(Span(0, len(said)),), said=said, checked=said,
        kind=ClaimKind.STATISTIC, check_worthiness=worth, detector="test/1",
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]  # the fields of Claim


def ranked(each: Claim, priorities: Priorities, published: date | None = None) -> Ranked:
    return priority(each, published, priorities, TODAY)


def health(*words: str, weight: float = 0.2) -> Priorities:
    return Priorities(topics={"health": Topic(words=words, weight=weight)})


def test_without_rules_a_claim_keeps_its_score_and_no_reason_is_given() -> None:
    assert ranked(claim(worth=0.37), Priorities(), TODAY) == Ranked(score=0.37, reasons=())


def test_each_rule_that_fits_is_added_and_told() -> None:
    rules = Priorities(
        topics={
            "health": Topic(words=("waiting list",), weight=0.2),
            "sport": Topic(words=("match",), weight=0.2),
            "speech": Topic(words=("said",), weight=-0.05),
        },
        kinds={ClaimKind.STATISTIC: 0.1, ClaimKind.EVENT: -0.5},
        speakers={"Ana Ruiz": -0.3, "Bo Li": 0.3},
        recency=Recency(days=7, weight=0.15),
    )
    found = ranked(claim(speaker="Dr Ana Ruiz"), rules, date(2026, 3, 3))
    assert found.score == pytest.approx(0.6)
    assert found.reasons == (
        "your topic health: +0.20",
        "your topic speech: -0.05",
        "your kind statistic: +0.10",
        "your speaker Ana Ruiz: -0.30",
        "your recency, 7 days old: +0.15",
    )


@pytest.mark.parametrize(
    ("said", "word", "fits"),
    [
        ("Waiting lists grew.", "waiting list", False),
        ("The WAITING\nLIST grew.", "Waiting List", True),
        ("A list of those waiting grew.", "waiting list", False),
        ("They vaccinated 40.", "vaccine", False),
        ("(Vaccine!)", "vaccine", True),
        ("Women's pay rose.", "women", True),
        ("Die STRASSE ist lang.", "straße", True),
        ("Waiting-list figures rose.", "waiting list", True),
        ("ＮＨＳ spending rose.", "NHS", True),
        ("Rates of AxxB rose.", "a.*b", False),
        ("Anything at all.", "…", False),
    ],
)
def test_a_topic_is_known_by_whole_words_in_either_case(said: str, word: str, fits: bool) -> None:
    assert bool(ranked(claim(said), health(word)).reasons) is fits


def test_a_topic_is_found_in_what_is_checked_too_but_not_across_the_two() -> None:
    edited = claim("It grew. Waiting", checked="List: the hospital budget grew.")
    assert ranked(edited, health("hospital")).score == pytest.approx(0.7)
    assert ranked(edited, health("waiting list")).reasons == ()


def test_a_topic_counts_once_however_many_of_its_words_stand_there() -> None:
    assert ranked(claim("Vaccine and hospital."), health("vaccine", "hospital")).score == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("speaker", "fits"),
    [("ana ruiz", True), ("Mayor Ana Ruiz", True), ("Ana", False), ("Juana Ruiz", False), (None, False)],
)
def test_a_speaker_is_known_by_the_whole_name(speaker: str | None, fits: bool) -> None:
    assert bool(ranked(claim(speaker=speaker), Priorities(speakers={"Ana Ruiz": 0.1})).reasons) is fits


@pytest.mark.parametrize(
    ("published", "reason"),
    [
        (date(2026, 3, 10), "your recency, 0 days old: +0.10"),
        (date(2026, 3, 9), "your recency, 1 day old: +0.10"),
        (date(2026, 3, 8), "your recency, 2 days old: +0.10"),
        (date(2026, 4, 1), "your recency, 0 days old: +0.10"),
        (date(2026, 3, 7), None),
        (None, None),
    ],
)
def test_an_article_is_recent_for_the_days_that_the_desk_set(published: date | None, reason: str | None) -> None:
    found = ranked(claim(), Priorities(recency=Recency(days=2, weight=0.1)), published)
    assert found.reasons == ((reason,) if reason else ())


@pytest.mark.parametrize(("worth", "weight", "held"), [(0.9, 0.2, 1.0), (0.1, -0.2, 0.0)])
def test_a_score_is_held_on_the_scale_and_says_so(worth: float, weight: float, held: float) -> None:
    found = ranked(claim(worth=worth), health("list", weight=weight))
    assert found == Ranked(score=held, reasons=(f"your topic health: {weight:+.2f}", f"held at {held:.2f}"))


def test_a_score_that_reaches_the_end_of_the_scale_exactly_is_not_held() -> None:
    assert ranked(claim(worth=0.8), health("list")) == Ranked(score=1.0, reasons=("your topic health: +0.20",))


def test_a_rule_of_weight_0_is_not_told() -> None:
    assert ranked(claim(), health("list", weight=0.0)).reasons == ()


@given(text=st.text(), word=st.text(), worth=st.floats(0, 1), weight=st.floats(-1, 1))
def test_any_text_has_a_place_on_the_scale(text: str, word: str, worth: float, weight: float) -> None:
    found = ranked(claim(text, worth, speaker=text), replace(health(word, weight=weight), speakers={word: weight}))
    assert 0 <= found.score <= 1
