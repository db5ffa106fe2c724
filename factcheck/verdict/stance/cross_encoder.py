"""A stance read by a cross-encoder: claim and passage go through the network together, long passages in parts.

The parts are windows of a few sentences, and by themselves the sentences that share most words with the claim. The part
decides whose reading is least neutral, times the share of the claim's words that it has, wherever it stands. Where
another part reads the opposite about as strongly, the passage's scores are the mean of both: the stronger still leads,
but surely no longer, and two weak ones are neutral.

Of a claim of more than half a window only that beginning is read.

Where the network computes in fewer bits, the parts that may decide in float32 are told beside the scores.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import numpy as np

from factcheck.domain.spans import Span, trimmed
from factcheck.interfaces import Judged
from factcheck.verdict.stance.windows import units_of, windows
from factcheck.verdict.suggestion.coverage import share_in_text

if TYPE_CHECKING:
    import numpy.typing as npt

    from factcheck.verdict.stance.windows import Offsets

    Scores = npt.NDArray[np.float32]

_SUPPORTS, _REFUTES, _NEUTRAL = range(3)
_ALONE: Final = 2
"""Sentences of a long passage that are read by themselves."""
_UNHELD: Final = 0.05
"""Added to the share of the claim's words, so that a part without any can still decide."""
_AS_STRONG: Final = 0.6
"""Share of the deciding part's weight from which on an opposite one makes it unsure."""
_KEPT: Final = 4096
"""Passages whose sentences are kept, because one passage meets many claims; a few MB."""
_MARKS: Final = 4
"""Word pieces that stand between and around two texts, at most."""


class PairReader(Protocol):
    """A network with its tokenizer: reads short pairs."""

    @property
    def longest(self) -> int:
        """Word pieces of a pair, with marks, that are read at once."""
        ...

    @property
    def margin(self) -> float:
        """As in `factcheck.interfaces.StanceModel`, for these short pairs."""
        ...

    def offsets(self, texts: Sequence[str]) -> list[Offsets]:
        """Where the word pieces of each text stand in it, each of shape (n, 2), int64, in code points."""
        ...

    def scores(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Scores:
        """Shape (n, 3), float32, for pairs of claim and passage: supports, refutes, neutral, rows summing to 1.

        `exact` reads in float32.
        """
        ...


class _Task(NamedTuple):
    """A pair as the network reads it.

    Attributes:
        claim: Its beginning, where it is very long.
        units: Its sentences, and pieces of those that are longer than a window.
        parts: Spans of the passage that are read: windows, then single sentences.
        held: The share of the claim's words in each part, in [0, 1].
    """

    claim: str
    passage: str
    units: list[Span]
    parts: list[Span]
    held: list[float]


class _Decided(NamedTuple):
    """The part of a passage that decided, and the scores of those that may in float32, of shape (parts, 3)."""

    task: _Task
    part: Span
    rivals: Scores


class CrossEncoderStance:
    """Implements `factcheck.interfaces.StanceModel`."""

    def __init__(
        self, reader: PairReader, split: Callable[[str], list[Span]], *, name: str, version: str, calibrated: bool
    ) -> None:
        self.name = name
        self.version = version
        self.calibrated = calibrated
        self.margin = reader.margin
        self._reader = reader
        self._split = lru_cache(maxsize=_KEPT)(split)

    def score(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        """Judge (claim, passage) pairs; equal ones once. Texts without a letter say nothing and are neutral.

        Returns:
            Shape (n, 3), float32: supports, refutes, neutral, rows summing to 1, in the order of `pairs`.
        """
        scores, _ = self._judged(pairs, exact=False)
        return scores

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        """The scores, and for each pair that isn't neutral the sentence which by itself says most clearly the same.

        The sentences of the deciding window are read alone; of one that is longer than a window, the part is told.
        """
        scores, deciding = self._judged(pairs, exact=exact)
        spans: dict[tuple[str, str], Span] = {}
        asked: list[tuple[tuple[str, str], int, Span, tuple[str, str]]] = []
        for pair, row in zip(pairs, scores, strict=True):
            found = deciding.get(pair)
            if found is None or pair in spans or row.argmax() == _NEUTRAL:
                continue
            task, part, _ = found
            inside = [unit for unit in task.units if part.covers(unit)] or [part]
            spans[pair] = trimmed(task.passage, inside[0])
            if len(inside) > 1:
                asked += [(pair, int(row.argmax()), unit, (task.claim, unit.of(task.passage))) for unit in inside]
        alone = self._read([texts for *_, texts in asked], exact=exact)
        best: dict[tuple[str, str], float] = {}
        for pair, label, unit, texts in asked:
            if alone[texts][label] > best.get(pair, -1.0):
                best[pair], spans[pair] = float(alone[texts][label]), trimmed(pair[1], unit)
        rivals = {row: deciding[pair].rivals for row, pair in enumerate(pairs) if pair in deciding}
        return Judged(
            scores, [spans.get(pair) for pair in pairs], {row: each for row, each in rivals.items() if len(each)}
        )

    def _judged(
        self, pairs: Sequence[tuple[str, str]], *, exact: bool
    ) -> tuple[Scores, dict[tuple[str, str], _Decided]]:
        """The scores, and for each pair that was read the part that decided."""
        tasks = self._tasks([pair for pair in dict.fromkeys(pairs) if all(map(_says_something, pair))])
        read = self._read(
            [(task.claim, part.of(task.passage)) for task in tasks.values() for part in task.parts], exact=exact
        )
        rows: dict[tuple[str, str], Scores] = {}
        deciding: dict[tuple[str, str], _Decided] = {}
        margin = 0.0 if exact else self.margin
        for pair, task in tasks.items():
            found = np.stack([read[task.claim, part.of(task.passage)] for part in task.parts])
            held = np.array(task.held, dtype=np.float32)
            rows[pair], best = _together(found, held)
            deciding[pair] = _Decided(task, task.parts[best], found[_rivals(found, held, best, margin)])
        scores = np.zeros((len(pairs), 3), dtype=np.float32)
        scores[:, _NEUTRAL] = 1.0
        for place, pair in enumerate(pairs):
            if pair in rows:
                scores[place] = rows[pair]
        return scores, deciding

    def _tasks(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], _Task]:
        """What is to be read of each pair; of those in which the network sees nothing, nothing."""
        claims, passages = (list(dict.fromkeys(texts)) for texts in zip(*pairs, strict=True)) if pairs else ([], [])
        of_claim = dict(zip(claims, self._reader.offsets(claims), strict=True))
        of_passage = dict(zip(passages, self._reader.offsets(passages), strict=True))
        sentences = {passage: self._split(passage) for passage in passages}
        tasks = {}
        for claim, passage in pairs:
            kept = of_claim[claim][: self._reader.longest // 2]
            room = self._reader.longest - _MARKS - len(kept)
            if len(kept) and len(of_passage[passage]):
                start = claim[: int(kept[-1, 1])] if len(kept) < len(of_claim[claim]) else claim
                units = list(units_of(sentences[passage], of_passage[passage], room))
                parts = windows(sentences[passage], of_passage[passage], room)
                if len(parts) > 1:
                    parts = list(dict.fromkeys([*parts, *_nearest(start, passage, units)]))
                held = [share_in_text(start, part.of(passage)) if len(parts) > 1 else 1.0 for part in parts]
                tasks[claim, passage] = _Task(start, passage, units, parts, held)
        return tasks

    def _read(self, pairs: Sequence[tuple[str, str]], *, exact: bool) -> dict[tuple[str, str], Scores]:
        """The scores of short pairs, each read once."""
        once = list(dict.fromkeys(pairs))
        return dict(zip(once, self._reader.scores(once, exact=exact), strict=True)) if once else {}


def _nearest(claim: str, passage: str, units: Sequence[Span]) -> list[Span]:
    """The sentences that share most words with the claim, best first."""
    shares = {unit: share_in_text(claim, unit.of(passage)) for unit in units}
    return sorted((unit for unit in shares if shares[unit] > 0), key=lambda unit: -shares[unit])[:_ALONE]


def _together(read: Scores, held: Scores) -> tuple[Scores, int]:
    """One row for all parts of a passage, and which of them decided.

    Args:
        read: Shape (parts, 3).
        held: Shape (parts,).
    """
    weights = _weights(read, held)
    best = int(weights.argmax())
    said = read.argmax(axis=1)
    against = np.flatnonzero((said == _REFUTES - said[best]) & (weights >= _AS_STRONG * weights[best]))
    if said[best] == _NEUTRAL or not len(against):
        return read[best], best
    return (read[best] + read[against[weights[against].argmax()]]) / 2, best


def _rivals(read: Scores, held: Scores, best: int, margin: float) -> npt.NDArray[np.int64]:
    """The parts that in float32 may decide, or be as strong as the one that does; none where `margin` is 0."""
    if not margin:
        return np.zeros(0, dtype=np.int64)
    weights = _weights(read, held)
    # Either of the two weights may be off by the margin.
    strong = weights >= _AS_STRONG * math.exp(-2 * margin) * weights[best]
    strong[best] = False
    return np.flatnonzero(strong)


def _weights(read: Scores, held: Scores) -> Scores:
    return (1 - read[:, _NEUTRAL]) * (held + _UNHELD)


def _says_something(text: str) -> bool:
    return any(map(str.isalpha, text))
