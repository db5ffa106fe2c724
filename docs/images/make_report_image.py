"""Makes report.png: the sample with a few decisions, as its report looks in a browser.

    python docs/images/make_report_image.py

Works on a copy of the sample workbench, with a clock that stands still. Needs Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from factcheck import wiring
from factcheck.domain.reviews import NewDecision
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.report.formats import report_format
from factcheck.settings import Settings
from factcheck.workbench.bench import Workbench
from factcheck.workbench.deciding import attach, decide
from factcheck.workbench.exporting import write_report
from factcheck.workbench.reading import report_rows

HERE: Final = Path(__file__).resolve().parent
SIZE: Final = (1280, 1320)
AT: Final = datetime(2025, 5, 26, 9, 30, tzinfo=UTC)

DECISIONS: Final = (
    (
        "Kyiv also received 270 Ukrainian servicemen",
        Status.SUPPORTED,
        "The ministry gave 270 for each side, and Kyiv counted 390 people in all.",
        ("Sputnik, quoting the Russian Defence Ministry",),
    ),
    (
        "Former U.S. President Donald Trump commented early",
        Status.REFUTED,
        "He did comment that morning, but he was in office again, since 20 January 2025.",
        ("The Siasat Daily reported that Donald Trump took the oath",),
    ),
    ("This could lead to something big", Status.NOT_CHECKABLE, "A guess about what may come.", ()),
    (
        "The war in Ukraine, now in its third year",
        Status.REFUTED,
        "The invasion began on 24 February 2022, so in May 2025 the war was in its fourth year.",
        ("Counted from 24 February 2022", "SOFREP reported in February 2025"),
    ),
)
"""Beginnings of claims and of the passages that are attached to them."""


def decide_some(bench: Workbench) -> None:
    passages = list(bench.documents.all_passages())
    for beginning, status, rationale, quoted in DECISIONS:
        (claim,) = (each for each in bench.claims.all() if each.checked.startswith(beginning))
        for words in quoted:
            (passage,) = (each for each in passages if each.text.startswith(words))
            stance = StanceLabel.SUPPORTS if status is Status.SUPPORTED else StanceLabel.REFUTES
            attach(bench, claim.id, passage.id, by="Ana Lind", stance=stance)
        decide(bench, claim.id, NewDecision(status=status, rationale=rationale), by="Ana Lind")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = Path(shutil.copy(HERE.parents[1] / "claims.db", folder / "claims.db"))
        page = folder / "report.html"
        bench = wiring.open_workbench(Settings(db=str(copy)), clock=lambda: AT)
        with bench.database:
            decide_some(bench)
            write_report(report_format("html"), report_rows(bench), page)
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                f"--user-data-dir={folder / 'browser'}", "--window-size={},{}".format(*SIZE),
                f"--screenshot={HERE / 'report.png'}", page.as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
