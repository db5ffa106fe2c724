"""Which rows of a scoring fail a gate, and which of those were known before; what all rows come to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from factcheck.domain.scores import SCORE_SCHEMA
from factcheck.domain.statuses import Status
from factcheck.errors import InputError, UsageError
from factcheck.files import open_regular

Row: TypeAlias = Mapping[str, Any]
"""A row as its line of JSON holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A status that must not be suggested.

    Attributes:
        least: Confidence from which on, in [0, 1]. A row without one (a compared detail decided, or the model isn't
            calibrated) counts always: a gate in doubt is shut.
    """

    status: Status
    least: float = 0.0

    def stops(self, row: Row) -> bool:
        return row["status"] == self.status and (row["confidence"] is None or row["confidence"] >= self.least)

    @property
    def words(self) -> str:
        return f"{self.status.value}:{self.least:g}" if self.least else self.status.value


def gate_of(text: str) -> Gate:
    """What `--fail-on` says: a status, or a status and the least confidence, as `refuted:0.9`.

    Raises:
        UsageError: If it is neither.
    """
    name, colon, limit = text.partition(":")
    statuses = [each.value for each in Status if each.is_decision]
    try:
        least = float(limit) if colon else 0.0
    except ValueError:
        least = -1.0
    if name not in statuses or not 0 <= least <= 1:
        raise UsageError(
            f"{text!r} is no gate.",
            hint=f"Write one of {', '.join(statuses)}; with a colon and a number from 0 to 1 behind it, if you like.",
        )
    return Gate(status=Status(name), least=least)


class Baseline:
    """The rows of an earlier run that the gates stop: what they say is known."""

    def __init__(self, rows: Iterable[Row], gates: Sequence[Gate]) -> None:
        self._keys = {key for row in rows if any(gate.stops(row) for gate in gates) for key in _keys(row)}

    def knows(self, row: Row) -> bool:
        return not self._keys.isdisjoint(_keys(row))


@dataclass(slots=True)
class Tally:
    """What rows come to.

    Attributes:
        failing: Those that a gate stops and the baseline doesn't know, at most `MOST_NAMED` of them.
    """

    gates: Sequence[Gate] = ()
    baseline: Baseline | None = None
    statuses: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    failing: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        status = str(row["status"])
        self.statuses[status] += 1
        if not self.stops(row):
            return
        if self.is_known(row):
            self.known[status] += 1
            return
        self.failed[status] += 1
        if len(self.failing) < MOST_NAMED:
            self.failing.append(row)

    @property
    def words(self) -> str:
        """What the gates did, for a person."""
        gates, count = ", ".join(gate.words for gate in self.gates), self.failed.total()
        more = f"; {self.known.total()} more are known from the baseline" if self.known else ""
        return f"The gate ({gates}) stops {count} claim{'' if count == 1 else 's'}{more}."

    def stops(self, row: Row) -> bool:
        """Whether a gate stops it, known or not."""
        return any(gate.stops(row) for gate in self.gates)

    def is_known(self, row: Row) -> bool:
        return self.baseline is not None and self.baseline.knows(row)


MOST_NAMED = 20
"""Rows that are named when a gate doesn't pass."""


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a finished run in JSON Lines, one at a time.

    Raises:
        InputError: If it can't be read, or a line is no row of today's schema.
    """
    try:
        # A pipe that nobody writes to would be waited for.
        with open_regular(path) as lines:
            for number, line in enumerate(lines, 1):
                yield _row(path, number, line)
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}.", hint="Name the rows of an earlier run.") from error


def _row(path: Path, number: int, line: bytes) -> Row:
    try:
        row = json.loads(line)
        _keys(row)
        if row["schema"] == SCORE_SCHEMA and row["status"] in list(Status) and "confidence" in row:
            return dict(row)
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise InputError(
        f"{path}, line {number} is no row of schema {SCORE_SCHEMA}.",
        hint="Name the JSON Lines that `factcheck score --out FILE` wrote.",
    )


def _keys(row: Row) -> Iterator[tuple[object, ...]]:
    """By what a claim is known again: its id, or its place and words in an equal text, whatever page that came on."""
    yield ("id", row["id"])
    if row["article"] is not None:
        yield ("place", row["article"]["text_sha256"], row["start"], row["end"], row["checked"])
