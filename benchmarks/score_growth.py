"""Whether the memory of `factcheck score` stays flat and its time grows with the number of articles alone.

Run: python -m benchmarks.score_growth [--articles N...] [--documents N] [--workers N] [--least P] [--folder FOLDER]

Scores so many generated articles (see `benchmarks.score_runs`), one number after the other, in processes of their own.
Memory is the greatest resident memory of the driver and of its largest process, told beside that of the number before;
time is that of the processor, which other programs disturb less, for each article more than the number before. The
default takes about ten minutes on two free cores; 100 1000 10000 take about three hours.

With --folder what is done is kept there: numbers that were measured are not measured again, and one that was ended goes
on where it stopped. Its memory is then that of the rest, and its time isn't told. --least leaves out claims that are
less worth checking (--min-check-worthiness): all are still read, found, encoded and ranked, but few judged, so that
large numbers come in a fraction of the time.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.machine import machine_lines
from benchmarks.score_runs import score, write_articles
from factcheck.workbench.workers import default_workers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[4, 100, 300])
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--workers", type=int, default=default_workers())
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("--folder", type=Path)
    wanted = parser.parse_args()
    print(*machine_lines(), sep="\n")
    print(f"{wanted.documents} documents; workers: {wanted.workers}; check-worthiness from {wanted.least}")
    print(f"{'articles':>9}{'claims':>9}{'rows':>9}{'s':>9}{'processor s':>13}{'ms an article':>15}", end="")
    print(f"{'driver MB':>16}{'process MB':>17}", flush=True)
    before: dict[str, Any] | None = None
    with tempfile.TemporaryDirectory() if wanted.folder is None else nullcontext(wanted.folder) as name:
        for articles in sorted(wanted.articles):
            place = Path(name) / f"{articles}-{wanted.documents}-{wanted.workers}-{wanted.least}"
            figures = measured(place, articles, wanted)
            tell(figures, before)
            before = figures


def measured(place: Path, articles: int, wanted: argparse.Namespace) -> dict[str, Any]:
    """The figures of one number of articles, measured now or kept from before."""
    kept = place / "figures.json"
    if kept.exists():
        figures: dict[str, Any] = json.loads(kept.read_bytes())
        return figures
    place.mkdir(parents=True, exist_ok=True)
    write_articles(place / "evidence.jsonl", wanted.documents, seed=1)
    write_articles(place / "articles.jsonl", articles, seed=2)
    run = score(place, wanted.workers, "--min-check-worthiness", str(wanted.least))
    figures = {
        "articles": articles,
        "claims": run.told["claims"],
        "rows": run.told["rows"],
        "is_whole": run.told["inputs_of_an_earlier_run"] == 0,
        "seconds": run.seconds,
        "processor": run.processor,
        "driver": run.driver,
        "largest": run.largest,
    }
    kept.write_text(json.dumps(figures), encoding="utf-8")
    return figures


def tell(now: dict[str, Any], before: dict[str, Any] | None) -> None:
    """One line, with what changed since the number before."""
    line = f"{now['articles']:>9}{now['claims']:>9}{now['rows']:>9}"
    if now["is_whole"]:
        line += f"{now['seconds']:>9.1f}{now['processor']:>13.1f}"
        more = now["articles"] - before["articles"] if before and before["is_whole"] else 0
        each = f"{1000 * (now['processor'] - before['processor']) / more:.0f}" if before and more else ""
        line += f"{each:>15}"
    else:
        line += f"{'went on with an earlier run':>37}"
    for part in ("driver", "largest"):
        change = f" ({now[part] / before[part] - 1:+.0%})" if before else ""
        line += f"{f'{now[part]:.0f}{change}':>16}"
    print(line, flush=True)


if __name__ == "__main__":
    main()
