"""A run of scoring: evidence indexed, inputs taken batch by batch, rows written in their order.

The driver reads and writes; what needs a model is done by a pool. At most a few batches are held at once, however many
inputs there are.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar

from factcheck import __version__
from factcheck.domain.scores import SCORE_SCHEMA
from factcheck.domain.sources import ReadFailure
from factcheck.errors import FactcheckError
from factcheck.report.records.score_rows import SCHEMA_FILE, csv_head, csv_lines
from factcheck.report.scores.parquet import write_parquet
from factcheck.workbench.bench import Bench
from factcheck.workbench.checking import package_versions
from factcheck.workbench.part_file import PartFile, not_ours
from factcheck.workbench.score_inputs import Batch, Place, Sources
from factcheck.workbench.scoring import Evidence, Scored, ScoreInput, Scorer, Wanted
from factcheck.workbench.scratch import no_room
from factcheck.workbench.workers import Pool

if TYPE_CHECKING:
    from factcheck.interfaces import VectorIndex, Vectors

Kept = TypeVar("Kept", "Counts", Place)

_EMBEDDED: Final = 256
"""Passages that are embedded in one task."""
_CONVERTED: Final = 1000
"""Rows that are turned into CSV at a time."""
_COMPUTING: Final = ("torch", "sentence-transformers", "faiss-cpu")
"""Packages whose versions may change the last decimals of a row."""
_MOST_NAMED: Final = 1000
"""Failures, and warnings, that are kept with their words."""


@dataclass(frozen=True, slots=True)
class Embed:
    """A task: the vectors of these passages."""

    texts: tuple[str, ...]

    def __call__(self, scorer: Scorer) -> Vectors:
        return scorer.encode_passages(self.texts)

    def __str__(self) -> str:
        return "passages of the evidence"


@dataclass(frozen=True, slots=True)
class Score:
    """A task: the rows of these inputs."""

    inputs: tuple[ScoreInput, ...]
    evidence: Evidence
    words: str

    def __call__(self, scorer: Scorer) -> Scored:
        return scorer.score(self.inputs, self.evidence)

    def __str__(self) -> str:
        return self.words


def models_of(scorer: Scorer) -> dict[str, str]:
    """A task: which models there are."""
    return scorer.models


def signature_of(scorer: Scorer) -> dict[str, str]:
    """A task: all that rows depend on beside the job and the evidence; alike on all machines that score one job."""
    versions = package_versions()
    return {**{name: versions[name] for name in _COMPUTING}, **scorer.models}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be scored, and how.

    Attributes:
        evidence: Sources given on the spot; where there are none, `db` names the workbench that is searched.
    """

    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    db: str
    wanted: Wanted
    top_k: int
    max_bytes: int
    max_blocks: int
    max_sentences: int
    whole: bool = False

    @property
    def identity(self) -> dict[str, object]:
        """What tells this job from another one."""
        return {
            "factcheck": __version__,
            "schema": SCORE_SCHEMA,
            "sources": list(self.sources),
            "evidence": list(self.evidence) or f"--db {self.db}",
            "kinds": sorted(self.wanted.kinds),
            "min_check_worthiness": self.wanted.least,
            "top_k": self.top_k,
            "max_bytes": self.max_bytes,
            "max_blocks": self.max_blocks,
            "max_sentences": self.max_sentences,
            "whole": self.whole,
        }


@dataclass(slots=True)
class Counts:
    """How far a run is; kept with its rows.

    Attributes:
        claims: Claims found, of which `rows` were wanted.
        failures: Address, message and hint of what could not be read, so far as they are kept.
        warnings: Address and words of what readers warned of, so far as they are kept.
    """

    inputs: int = 0
    claims: int = 0
    rows: int = 0
    failed: int = 0
    failures: list[list[str]] = field(default_factory=list)
    warned: int = 0
    warnings: list[list[str]] = field(default_factory=list)

    def add(self, batch: Batch, scored: Scored) -> None:
        self.inputs += len(batch.inputs) - len(scored.failures)
        self.claims += scored.claims
        self.rows += scored.rows
        self.fail([(each.address, each.error) for each in (*batch.failures, *scored.failures)])
        self.warn(batch.warnings)

    def fail(self, failures: Sequence[tuple[str, FactcheckError]]) -> None:
        self.failed += len(failures)
        room = _MOST_NAMED - len(self.failures)
        self.failures += [[address, error.message, error.hint] for address, error in failures[:room]]

    def warn(self, warnings: Sequence[tuple[str, str]]) -> None:
        self.warned += len(warnings)
        room = _MOST_NAMED - len(self.warnings)
        self.warnings += [[address, words] for address, words in warnings[:room]]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def begun_at(progress: Mapping[str, Any], about: Path) -> tuple[Counts, Place]:
    """How far an earlier run is, by what it kept in the file `about`; at the beginning where it kept nothing.

    Raises:
        UsageError: If no run keeps such a thing.
    """
    if not progress:
        return Counts(), Place()
    return _kept(Counts, progress.get("counts"), about), _kept(Place, progress.get("place"), about)


def _kept(kind: type[Kept], values: object, about: Path) -> Kept:
    fresh = asdict(kind())
    if not isinstance(values, dict) or values.keys() != fresh.keys():
        raise not_ours(about)
    if any(type(values[name]) is not type(value) for name, value in fresh.items()):
        raise not_ours(about)
    return kind(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One batch is done: its rows are on the disk.

    Attributes:
        counts: Of all batches so far, also those of an earlier run that this one goes on with.
    """

    lines: bytes
    failures: tuple[ReadFailure, ...]
    warnings: tuple[tuple[str, str], ...]
    counts: Counts


def index_evidence(bench: Bench, pool: Pool[Scorer], folder: Path) -> Iterator[tuple[int, int] | Evidence]:
    """Put the index over all passages of `bench` into `folder`; the bench stays as it is.

    Yields how many passages of how many were embedded, and at the end the evidence.
    """
    (models,) = pool.answers([models_of])
    encoder = models["encoder"]
    with bench.database.snapshot():
        last_number, _ = bench.vectors.state("passage", encoder)
        missing = bench.vectors.missing("passage", encoder)
    index: VectorIndex | None = None
    for names, found in bench.vectors.after("passage", encoder, 0, until=last_number):
        index = index if index is not None else bench.parts.make_index(found.shape[1])
        index.add(names, found)
    chunks = [missing[begin : begin + _EMBEDDED] for begin in range(0, len(missing), _EMBEDDED)]
    done = 0
    tasks = [Embed(tuple(words for _, words in chunk)) for chunk in chunks]
    for chunk, found in zip(chunks, pool.answers(tasks), strict=True):
        index = index if index is not None else bench.parts.make_index(found.shape[1])
        index.add([name for name, _ in chunk], found)
        done += len(chunk)
        yield done, len(missing)
    if index is None:
        yield Evidence(path=None, sha256="")
        return
    path = folder / "passages.faiss"
    try:
        sha256 = index.save(path)
    except OSError as error:
        raise no_room(path, error) from error
    yield Evidence(path=path, sha256=sha256)


def run(sources: Sources, pool: Pool[Scorer], evidence: Evidence, part: PartFile) -> Iterator[Step]:
    """Score all inputs behind those of an earlier run; yields as each batch is on the disk.

    Raises:
        UsageError: If the run that is gone on with had other models, other evidence or other sources.
        StoreError: If the rows can't be written.
    """
    (models,) = pool.answers([models_of])
    part.confirm({**models, "evidence_index": evidence.sha256})
    counts, after = begun_at(part.state.progress, part.about)
    taken: deque[Batch] = deque()

    def tasks() -> Iterator[Score]:
        for batch in sources.batches(after):
            taken.append(batch)
            yield Score(batch.inputs, evidence, batch.words)

    for scored in pool.answers(tasks()):
        batch = taken.popleft()
        counts.add(batch, scored)
        part.append(scored.lines, {"place": batch.place.as_dict(), "counts": counts.as_dict()})
        failures = (*batch.failures, *scored.failures)
        yield Step(lines=scored.lines, failures=failures, warnings=batch.warnings, counts=counts)


def to_csv(rows: Path, out: BinaryIO) -> None:
    """Rows in JSON Lines to CSV, a part at a time."""
    out.write(csv_head())
    with rows.open("rb") as lines:
        held: list[Mapping[str, Any]] = []
        for line in lines:
            held.append(json.loads(line))
            if len(held) == _CONVERTED:
                out.write(csv_lines(held))
                held.clear()
        out.write(csv_lines(held))


def to_parquet(rows: Path, out: BinaryIO) -> None:
    """Rows in JSON Lines to Parquet, a part at a time."""
    write_parquet(rows, out, json.loads(SCHEMA_FILE.read_bytes()))


def csv_of(lines: bytes) -> bytes:
    """The rows of one batch in CSV."""
    return csv_lines(json.loads(line) for line in lines.splitlines())
