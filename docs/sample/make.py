"""Makes the reports of this folder, and images/report.png: the sample with a few decisions, as its reports look.

    python docs/sample/make.py

Works on a copy of the sample workbench, with a clock that stands still. The picture needs Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import factcheck

HERE: Final = Path(__file__).resolve().parent
SIZE: Final = (1280, 1320)
AT: Final = datetime(2025, 5, 26, 9, 30, tzinfo=UTC)
REPORTS: Final = ("report.html", "report.md", "report.json", "report.csv")

DECISIONS: Final = (
    (
        "Kyiv also received 270 Ukrainian servicemen",
        "supported",
        "The ministry gave 270 for each side, and Kyiv counted 390 people in all.",
        ("Sputnik, quoting the Russian Defence Ministry",),
    ),
    (
        "Former U.S. President Donald Trump commented early",
        "refuted",
        "He did comment that morning, but he was in office again, since 20 January 2025.",
        ("The Siasat Daily reported that Donald Trump took the oath",),
    ),
    ("This could lead to something big", "not_checkable", "A guess about what may come.", ()),
    (
        "The war in Ukraine, now in its third year",
        "refuted",
        "The invasion began on 24 February 2022, so in May 2025 the war was in its fourth year.",
        ("Counted from 24 February 2022", "SOFREP reported in February 2025"),
    ),
)
"""Beginnings of claims and of the passages that are attached to them."""


def decide_some(bench: factcheck.Workbench) -> None:
    views = [bench.claim(row.claim.id) for row in bench.claims(suggested=False)]
    passages = {each.passage.text: each.passage.id for view in views for each in view.evidence}
    for beginning, status, rationale, quoted in DECISIONS:
        (claim,) = (view.claim for view in views if view.claim.checked.startswith(beginning))
        reads = "supports" if status == "supported" else "refutes"
        named = {name: reads for words in quoted for text, name in passages.items() if text.startswith(words)}
        bench.decide(claim.id, status, rationale=rationale, passages=named, by="Ana Lind")


def make(folder: Path) -> None:
    """Write the reports into `folder`, and `whole.html` with what the machine says."""
    copy = Path(shutil.copy(HERE.parents[1] / "claims.db", folder / "claims.db"))
    with factcheck.open(copy, clock=lambda: AT) as bench:
        decide_some(bench)
        for name in REPORTS:
            bench.report(folder / name, without_machine=True)
        bench.report(folder / "whole.html")


def main() -> None:
    os.environ["TZ"] = "UTC"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        for each in REPORTS:
            shutil.copy(folder / each, HERE / each)
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                f"--user-data-dir={folder / 'browser'}", "--window-size={},{}".format(*SIZE),
                f"--screenshot={HERE.parent / 'images' / 'report.png'}", (folder / "whole.html").as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
