"""Decided claims in AVeriTeC's form, which our own reader of it takes back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.domain.organisation import GivenRating
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.exchange.averitec import losses, write

if TYPE_CHECKING:
    from tests.unit.report.exchange.conftest import Resigned


def written(rows: ReportRows) -> list[dict[str, Any]]:
    out = io.StringIO()
    write(rows, out)
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def test_claims_have_the_fields_of_the_set_and_its_four_labels(published: ReportRows) -> None:
    found = written(published)
    assert [each["label"] for each in found] == [
        "Supported",
        "Refuted",
        "Conflicting Evidence/Cherrypicking",
        "Not Enough Evidence",
    ]
    refuted = found[1]
    claim = next(view.claim for view in published.claims if view.state.status is Status.REFUTED)
    questions = refuted.pop("questions")
    assert refuted.pop("justification").startswith("The only count there is")
    assert refuted == {
        "claim": claim.checked,
        "required_reannotation": False,
        "label": "Refuted",
        "claim_date": "9-3-2026",
        "speaker": "Tomas Reil",
        "original_claim_url": "https://www.varnhaven-courier.example/city/night-buses-2026",
        "fact_checking_article": f"https://checks.example/{claim.article_id}#{claim.id}",
        "reporting_source": "www.varnhaven-courier.example",
        "location_ISO_code": None,
        "claim_types": ["Numerical Claim"],
        "fact_checking_strategies": ["Written Evidence"],
    }
    (question,) = questions
    assert [(each["answer_type"], each["source_url"]) for each in question["answers"]] == [
        ("Extractive", "https://traffic-survey-office.example/2026/2"),
        # The house's own words about a source are no words of the source.
        ("Abstractive", None),
    ]
    assert question["answers"][0]["answer"].startswith("Between midnight and five")


def test_a_claim_without_quotes_has_no_question(published: ReportRows) -> None:
    assert written(published)[3]["questions"] == []
    assert written(published)[3]["fact_checking_strategies"] == []


def test_a_desk_without_an_address_names_none(rows: ReportRows) -> None:
    assert {each["fact_checking_article"] for each in written(rows)} == {None}


def test_what_is_lost_is_told(resigned: Resigned) -> None:
    told = "\n".join(losses(resigned(Status.SUPPORTED, rating=GivenRating(name="True", value=5, worst=1, best=5))))
    assert "2 claims without a person's decision left out" in told
    assert "1 claim decided not checkable left out" in told
    assert "conflicting left out" not in told
    assert "the rating True of 1 claim is lost" in told
    assert "no stance" in told


def test_our_own_reader_takes_it_back(published: ReportRows, tmp_path: Path) -> None:
    from factcheck.domain.scores import GivenClaim
    from factcheck.ingest.ready_claims import holds_ready_claims, read_ready_claims

    views = tuple(
        replace(view, claim=replace(view.claim, said_on=date(2026, 1, number + 1)))
        for number, view in enumerate(published.claims)
    )
    rows = replace(published, claims=views)
    path = tmp_path / "desk.averitec.json"
    with path.open("w", encoding="utf-8") as file:
        write(rows, file)
    assert holds_ready_claims(str(path), max_bytes=1_000_000)
    back = [each for each in read_ready_claims(str(path), max_bytes=1_000_000) if isinstance(each, GivenClaim)]
    decided = [
        view.claim
        for view in rows.claims
        if view.state.status.is_decision and view.state.status is not Status.NOT_CHECKABLE
    ]
    assert [(each.text, each.said_on, each.speaker) for each in back] == [
        (claim.checked, claim.said_on, claim.speaker) for claim in decided
    ]
