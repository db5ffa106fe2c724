"""Workbenches and reports of them for the tests of import and of verification; the sample's, with what people did."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from factcheck import wiring
from factcheck.domain.reviews import NewDecision
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.report.formats import report_format
from factcheck.settings import Settings
from factcheck.workbench.bench import Bench
from factcheck.workbench.deciding import attach, decide, detach, undo
from factcheck.workbench.editing import Change, drop, edit, restore
from factcheck.workbench.reading import report_rows

NOW = datetime(2026, 4, 5, 6, 7, 8, 901_234, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a second at each look."""
    looks = 0

    def now() -> datetime:
        nonlocal looks
        looks += 1
        return NOW + timedelta(seconds=looks)

    return now


def opened(path: Path, *, new: bool = False) -> Bench:
    return wiring.open_workbench(Settings(db=str(path)), mode="create" if new else "write", clock=ticking())


def worked_on(repository: Path, path: Path) -> Path:
    """The sample's workbench, with every kind of thing that a person can do in it."""
    shutil.copy(repository / "claims.db", path)
    bench = opened(path)
    with bench.database:
        claims = [claim.id for claim in bench.claims.all()]
        found = bench.suggestions.newest()
        passages = [each.match.passage_id for each in found[claims[0]].passages]
        attach(bench, claims[0], passages[0], by="Ana", stance=StanceLabel.SUPPORTS)
        attach(bench, claims[0], passages[1], by="Ben", stance=StanceLabel.NEUTRAL)
        decide(bench, claims[0], NewDecision(status=Status.SUPPORTED, rationale="Both\n say </script> so."), by="Ana")
        detach(bench, claims[0], passages[1], by="Ana")
        wanted = NewDecision(status=Status.REFUTED, rationale="No.", passages=(passages[2],))
        decide(bench, claims[0], wanted, by="Ben", based_on=1)
        undo(bench, by="Ben")
        decide(bench, claims[1], NewDecision(status=Status.NOT_CHECKABLE), by="Ana")
        edit(bench, claims[1], Change(checked="Other words of this claim."), by="Ben", based_on=1)
        edit(bench, claims[2], Change(speaker="Cyd"), by="Cyd", reason="<b>heard</b>")
        restore(bench, claims[2], by="Cyd")
        drop(bench, claims[3], by="Cyd", reason="twice")
        attach(bench, claims[4], passages[0], by="Ana")
    return path


def report(path: Path, name: str = "json", *, snapshots: bool = False) -> str:
    """The report of a workbench, made a minute later than the last."""
    bench = wiring.open_workbench(Settings(db=str(path)), mode="read", clock=ticking())
    with bench.database:
        rows = report_rows(bench, snapshots=snapshots)
    out = io.StringIO()
    report_format(name).write(rows, out)
    return out.getvalue()


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def rewritten(path: Path, text: str, change: Callable[[Any], object]) -> Path:
    """A report in JSON with something in it changed."""
    document = json.loads(text)
    change(document)
    return written(path, json.dumps(document))
