"""What a long report for Word and in PDF costs: the processor's seconds, and the most memory.

Run: OMP_NUM_THREADS=1 python -m benchmarks.papers claims.db [--claims 300] [--formats docx pdf html]

The report is made of the claims of a workbench, each as decided with its first two passages quoted, repeated until
there are as many as asked for. Each format is written in a process of its own.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.views import ClaimView, ReportRows
from factcheck.report.formats import report_format
from factcheck.settings import Settings
from factcheck.workbench.exporting import write_stream
from factcheck.workbench.reading import report_rows

RATIONALE = "Two sources of different owners give the figure, and neither repeats the other. "


def decided_rows(database: Path, claims: int) -> ReportRows:
    """A report of `claims` claims, each decided."""
    bench = wiring.open_workbench(Settings(db=str(database)), mode="read")
    with bench.database:
        rows = report_rows(bench)
    with_evidence = [view for view in rows.claims if len(view.evidence) > 1]
    views = islice(cycle(with_evidence), claims)
    return replace(rows, claims=tuple(_decided(view, number) for number, view in enumerate(views)))


def _decided(view: ClaimView, number: int) -> ClaimView:
    claim = replace(view.claim, id=f"{view.claim.id}-{number}")
    quotes = tuple(
        Quote(passage_id=each.passage.id, text=each.passage.text, stance=StanceLabel.SUPPORTS)
        for each in view.evidence[:2]
    )
    decision = ReviewEvent(
        number=number + 1,
        claim_id=claim.id,
        act=Act.DECIDE,
        by="Ana",
        at=view.suggestion.suggested_at if view.suggestion else view.evidence[0].citation.retrieved_at,
        revision=1,
        status=Status.SUPPORTED,
        rationale=RATIONALE * 2,
        quotes=quotes,
    )
    evidence = tuple(replace(each, quote=quote) for each, quote in zip(view.evidence, quotes, strict=False)) + tuple(
        view.evidence[2:]
    )
    state = ReviewState(status=Status.SUPPORTED, revision=1, decision=decision, attached=quotes)
    return replace(view, claim=claim, state=state, evidence=evidence, history=(decision,))


def _measure(database: Path, claims: int, name: str) -> None:
    rows, out = decided_rows(database, claims), io.BytesIO()
    began = time.process_time()
    write_stream(report_format(name), rows, out)
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:8} {claims:6} {seconds:8.1f} {memory:8.0f} {len(out.getvalue()) / 1e6:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("--claims", type=int, default=300)
    parser.add_argument("--formats", nargs="+", default=["html", "docx", "pdf"])
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        _measure(asked.database, asked.claims, asked.formats[0])
        return
    print(f"python -m benchmarks.papers {' '.join(sys.argv[1:])}")
    print("\n".join(machine_lines()))
    print(f"{'format':8} {'claims':>6} {'cpu s':>8} {'peak MB':>8} {'MB':>8}", flush=True)
    for name in asked.formats:
        given = [str(asked.database), "--claims", str(asked.claims), "--formats", name, "--one"]
        subprocess.run([sys.executable, "-m", "benchmarks.papers", *given], check=True)


if __name__ == "__main__":
    main()
