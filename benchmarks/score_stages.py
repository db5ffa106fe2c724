"""Where the time of `factcheck score` goes, in one process with one thread, by the processor.

Run: OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 python -m benchmarks.score_stages FOLDER

FOLDER has `articles.jsonl` and `evidence.jsonl`, as `benchmarks.score_speed` writes them. The digest of the rows is
printed too: a change that is for the time alone leaves it as it was, on the same machine.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import machine_lines
from benchmarks.score_runs import TOP_K

_SCORING: Final = ("finding claims", "encoding", "search by words", "search by meaning", "stance model")


def main() -> None:
    folder = Path(sys.argv[1])
    clock = Clock()
    from factcheck import wiring
    from factcheck.settings import Settings
    from factcheck.workbench import matching, scoring
    from factcheck.workbench.adding import add_evidence
    from factcheck.workbench.score_inputs import Place, Sources
    from factcheck.workbench.score_run import index_evidence, models_of
    from factcheck.workbench.workers import InThisProcess

    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        settings = replace(Settings(), db=str(scratch / "evidence.db"), top_k=TOP_K)
        bench = wiring.open_workbench(settings, mode="create")
        with bench.database:
            clock.lap("start")
            for _ in add_evidence(bench, [str(folder / "evidence.jsonl")]):
                pass
            clock.lap("reading evidence")
            scorer = scoring.Scorer(bench, scoring.Wanted())
            pool = InThisProcess(scorer)
            list(pool.answers([models_of]))
            clock.lap("loading models")
            *_, evidence = index_evidence(bench, pool, scratch)
            assert isinstance(evidence, scoring.Evidence)
            clock.lap("encoding evidence")
            sources = Sources(
                names=[str(folder / "articles.jsonl")],
                reader=bench.reader,
                max_bytes=int(settings.max_input_mb * 1_000_000),
                files_in=wiring.files_in_folder,
            )
            batches = list(sources.batches(Place()))
            clock.lap("reading articles")
            # What a loaded index is asked is timed too, so it is wrapped where it is loaded.
            load = bench.parts.load_index
            bench.parts = replace(
                bench.parts,
                load_index=lambda path, sha256: clock.timed(load(path, sha256), "search", "search by meaning"),
            )
            clock.timed(bench.detector, "detect", "finding claims")
            clock.timed(bench.encoder, "encode", "encoding")
            clock.timed(bench.lexical, "search", "search by words")
            clock.timed(bench.stance_model, "judge", "stance model")
            clock.timed(matching, "weigh", "details compared")
            clock.timed(matching, "suggest", "suggestion")
            clock.timed(scoring, "json_line", "rows as JSON")
            lines = b"".join(scorer.score(batch.inputs, evidence).lines for batch in batches)
            clock.lap("scoring")
    _print(clock.seconds, lines)


class Clock:
    """Seconds of the processor by stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._last = 0.0

    def lap(self, stage: str) -> None:
        """All since the lap before; the first since the process began."""
        now = time.process_time()
        self.seconds[stage] += now - self._last
        self._last = now

    def timed(self, owner: Any, name: str, stage: str) -> Any:  # noqa: ANN401  # any object with a method
        """Count the calls of a method or function under `stage`; gives `owner`."""
        inner: Callable[..., Any] = getattr(owner, name)

        def run(*args: Any, **named: Any) -> Any:  # noqa: ANN401
            began = time.process_time()
            try:
                return inner(*args, **named)
            finally:
                self.seconds[stage] += time.process_time() - began

        setattr(owner, name, run)
        return owner


def _print(seconds: dict[str, float], lines: bytes) -> None:
    print(*machine_lines(), sep="\n")
    rows = lines.count(b"\n")
    for stage in ("start", "reading evidence", "loading models", "encoding evidence", "reading articles"):
        print(f"{stage:20}{seconds[stage]:>8.2f} s")
    # The model is asked inside of what compares the details.
    inner = {**seconds, "details compared": seconds["details compared"] - seconds["stance model"]}
    stages = (*_SCORING, "details compared", "suggestion", "rows as JSON")
    inner["all else"] = seconds["scoring"] - sum(inner[each] for each in stages)
    print(
        f"{'scoring':20}{seconds['scoring']:>8.2f} s{1000 * seconds['scoring'] / rows:>9.1f} ms a claim, {rows} claims"
    )
    for stage in (*stages, "all else"):
        share = inner[stage] / seconds["scoring"]
        print(f"  {stage:18}{inner[stage]:>8.2f} s{1000 * inner[stage] / rows:>9.1f} ms a claim{share:>7.0%}")
    print(f"sha256 of the rows: {hashlib.sha256(lines).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
