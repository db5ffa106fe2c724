"""What a person did to a claim's words stands in every report: substitutions, rewording, repeated decisions."""

from __future__ import annotations

import html
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.domain.claims import Ambiguity, Standing, Substitution
from factcheck.domain.lineage import ClaimStep, StepAct, wording_of
from factcheck.domain.spans import Span
from factcheck.domain.views import ClaimView, ReportRows
from factcheck.report.formats import REPORT_FORMATS

HOSTILE = "<b>*x*</b>\x1b"


def written(rows: ReportRows, name: str) -> str:
    """The report as a reader sees it, its escapes resolved."""
    out = io.StringIO()
    REPORT_FORMATS[name].write(rows, out)
    text = out.getvalue()
    assert "\x1b" not in text
    if name == "json":
        return text
    return html.unescape(text) if name == "html" else text.replace("\\", "")


def with_claim(rows: ReportRows, number: int, view: ClaimView) -> ReportRows:
    return replace(rows, claims=(*rows.claims[:number], view, *rows.claims[number + 1 :]))


@pytest.fixture
def changed(rows: ReportRows) -> ReportRows:
    """The third claim: decided as another one was, then reworded, with substitutions; it isn't listed."""
    view = rows.claims[2]
    decision = view.state.decision
    assert decision is not None
    span = view.claim.span
    claim = replace(
        view.claim,
        substitutions=(
            Substitution(span=Span(span.start, span.start + 3), said="car", written="motor", why="as before"),
            Substitution(span=Span(span.start, span.start), said="", written="in town", why=HOSTILE, source=span),
        ),
        ambiguities=(Ambiguity(span=span, said="midnight", why="of which day", candidates=("Friday", HOSTILE)),),
        standing=Standing.DROPPED,
        worthiness_by="head 1",
        reasons=("names a share",),
    )
    after = wording_of(claim)
    step = ClaimStep(
        number=4,
        claim_id=claim.id,
        act=StepAct.EDIT,
        by=f"Ben {HOSTILE}",
        at=datetime(2026, 3, 11, 15, 0, tzinfo=UTC),
        revision=2,
        reason=HOSTILE,
        before=replace(after, checked="Traffic fell by a third."),
        after=after,
    )
    state = replace(view.state, decision=None, outdated=decision)
    return with_claim(rows, 2, replace(view, claim=claim, state=state, lineage=(step,)))


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_readers_see_what_stands_for_what_and_why_a_decision_ended(changed: ReportRows, name: str) -> None:
    text = written(changed, name)
    assert "“car” → “motor”: as before" in text
    assert "put in “in town”:" in text
    assert "unclear “midnight”: of which day (perhaps Friday," in text
    assert "dropped by a person" in text
    assert "changed the claim's wording, 11 March 2026, 15:00 UTC" in text.replace("’", "'")


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_a_repeated_decision_says_so(rows: ReportRows, name: str) -> None:
    assert "repeats decision" not in written(rows, name)
    view = rows.claims[0]
    assert view.state.decision is not None
    decision = replace(view.state.decision, reuses=77)
    again = replace(view, state=replace(view.state, decision=decision), history=(decision,))
    assert "The decision repeats decision 77, made on another claim." in written(with_claim(rows, 0, again), name)


def test_programs_get_all_of_it(changed: ReportRows) -> None:
    claim = json.loads(written(changed, "json"))["claims"][2]
    assert (claim["standing"], claim["worthiness_by"], claim["reasons"]) == ("dropped", "head 1", ["names a share"])
    assert [each["said"] for each in claim["substitutions"]] == ["car", ""]
    assert claim["substitutions"][0]["source"] is None
    assert claim["substitutions"][1]["source"] == [claim["start"], claim["end"]]
    assert claim["ambiguities"][0]["candidates"][0] == "Friday"
    (step,) = claim["lineage"]
    assert (step["act"], step["at"], step["revision"], step["takes_back"]) == ("edit", "2026-03-11T15:00:00Z", 2, None)
    assert step["before"]["checked"] == "Traffic fell by a third."
    assert step["after"]["substitutions"] == claim["substitutions"]
    assert claim["decision"] is None
    assert [event["reuses"] for event in claim["history"]] == [None, None]
