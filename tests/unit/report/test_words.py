from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

import pytest

from factcheck.domain.citations import Citation
from factcheck.domain.documents import DocumentKind
from factcheck.domain.reviews import Act, ReviewEvent, ReviewState
from factcheck.domain.stances import Comparison, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.report import words


def test_every_status_stance_and_comparison_has_a_sign_or_words() -> None:
    assert set(words.STATUS_SIGNS) == set(words.STATUS_MEANINGS) == set(Status)
    assert len(set(words.STATUS_SIGNS.values())) == len(Status)
    assert set(words.STANCE_SIGNS) == set(words.STANCE_WORDS) == set(StanceLabel)
    assert set(words.COMPARISON_WORDS) == set(Comparison)


@pytest.mark.parametrize("status", [Status.UNREVIEWED, Status.SUPPORTED, Status.REFUTED])
def test_without_a_decision_no_status_is_a_verdict(status: Status) -> None:
    assert words.shown_status(ReviewState(status=status)) is Status.UNREVIEWED


def test_the_decision_in_force_gives_the_status() -> None:
    decision = ReviewEvent(
        number=1, claim_id="c-1", act=Act.DECIDE, by="Ada", at=datetime(2026, 1, 1, tzinfo=UTC), status=Status.REFUTED
    )
    assert words.shown_status(ReviewState(status=Status.IN_REVIEW, decision=decision)) is Status.REFUTED


def test_open_claims_say_that_nobody_has_decided() -> None:
    assert words.status_words(Status.UNREVIEWED) == "not reviewed"
    assert words.status_words(Status.IN_REVIEW) == "in review, not decided"
    assert words.status_words(Status.NOT_ENOUGH_EVIDENCE) == "not enough evidence"


def test_shown_text_keeps_its_offsets_and_line_ends_become_line_feeds() -> None:
    text = "a\r\nb\rc\x1bd\u202e\ud800"
    assert words.shown(text) == "a \nb\nc␛d\ufffd\ufffd"
    assert len(words.shown(text)) == len(text)


def test_days_are_written_out_and_say_when_they_are_inferred() -> None:
    assert words.day(date(2026, 3, 9)) == "9 March 2026"
    assert words.day(date(2025, 12, 31), inferred=True) == "31 December 2025 (inferred)"
    assert words.day(None, inferred=True) == "no date"


def test_times_of_any_zone_are_shown_in_utc() -> None:
    late = datetime(2026, 3, 9, 23, 30, 5, tzinfo=timezone(timedelta(hours=-2)))
    assert words.moment(late) == "10 March 2026, 01:30 UTC"
    assert words.stamp(late) == "2026-03-10T01:30:05Z"
    assert words.stamp(datetime(2026, 3, 9, 1, 2, 3, 400)) == "2026-03-09T01:02:03.000400Z"  # noqa: DTZ001


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a/b.html?q=1&r=%20#part",
        "https://ru.wikipedia.org/wiki/Варна_(город)",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_web_addresses_may_be_links(address: str) -> None:
    assert words.is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "-",
        "example.org/a",
        "notes/a.md",
        "ftp://example.org",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        " https://example.org",
        "https://example.org/a b",
        "https://example.org\n",
        "https://",
        "https:///path",
        "https://good.example@evil.example/",
        "https://example.org/\u202egnp.exe",
        "https://example.org/\u200b",
        "https://example.org/<b>",
        'https://example.org/"x',
        "https://example.org/{{x}}",
        "https://example.org\\@evil.example",
        "https://example.org/\ud800",
        "data:text/html,x",
    ],
)
def test_anything_else_stays_text(address: str) -> None:
    assert not words.is_web_address(address)


def test_a_passage_that_nobody_judged_says_so() -> None:
    assert words.readings(None, None) == ("nobody has said whether it supports or refutes the claim",)


NIGHT: Final = datetime(2026, 3, 11, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("UTC", "11 March 2026, 22:30 UTC"),
        ("Etc/UTC", "11 March 2026, 22:30 UTC"),
        ("Europe/London", "11 March 2026, 22:30 GMT (22:30 UTC)"),
        ("Europe/Kyiv", "12 March 2026, 00:30 EET (11 March 2026, 22:30 UTC)"),
        ("Nowhere/Land", "11 March 2026, 22:30 UTC"),
        ("../../etc/passwd", "11 March 2026, 22:30 UTC"),
        ("", "11 March 2026, 22:30 UTC"),
    ],
)
def test_a_time_is_told_in_its_zone_with_utc_beside(zone: str, told: str) -> None:
    assert words.moment(NIGHT, zone) == told


def test_who_published_a_document_is_never_its_title() -> None:
    citation = Citation(
        document_id="d-1", kind=DocumentKind.NEWS, title="Weir fails", address="https://www.herald.example/weir",
        retrieved_at=NIGHT, sha256="0",
    )  # fmt: skip
    note = replace(citation, kind=DocumentKind.NOTE, address="weir.txt", published_on=date(2026, 3, 1))
    assert words.published(citation) == "herald.example, no date"
    assert words.published(replace(citation, publisher="Harle Herald")) == "Harle Herald, no date"
    assert words.published(note) == "note, 2026-03-01"
    assert words.published(replace(note, publisher="Herald", published_on_inferred=True)) == (
        "note on Herald, 2026-03-01 (inferred)"
    )
    assert words.published(replace(citation, address="weir.html")) == "no date"
