"""A stance read by a cross-encoder: claim and passage go through the network together, long passages in windows.

The window with the strongest reading that isn't neutral decides, wherever it stands; a passage is neutral only where
none of its windows says anything. Where another window reads the opposite, the passage's scores are the mean of the
strongest on either side: the stronger still leads, but surely no longer, and two weak ones are neutral.

Of a claim of more than half a window only that beginning is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import numpy as np

from factcheck.domain.spans import Span, trimmed
from factcheck.interfaces import Judged
from factcheck.verdict.windows import units_of, windows

if TYPE_CHECKING:
    import numpy.typing as npt

    from factcheck.verdict.windows import Offsets

    Scores = npt.NDArray[np.float32]

_SUPPORTS, _REFUTES, _NEUTRAL = range(3)
_MARKS: Final = 4
"""Word pieces that stand between and around two texts, at most."""


class PairReader(Protocol):
    """A network with its tokenizer: reads short pairs."""

    @property
    def longest(self) -> int:
        """Word pieces of a pair, with marks, that are read at once."""
        ...

    def offsets(self, texts: Sequence[str]) -> list[Offsets]:
        """Where the word pieces of each text stand in it, each of shape (n, 2), int64, in code points."""
        ...

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        """Shape (n, 3), float32, for pairs of claim and passage: supports, refutes, neutral, rows summing to 1."""
        ...


class _Task(NamedTuple):
    """A pair as the network reads it.

    Attributes:
        claim: Its beginning, where it is very long.
        room: Word pieces left for the passage.
        windows: Spans of the passage.
    """

    claim: str
    passage: str
    room: int
    sentences: list[Span]
    windows: list[Span]


class CrossEncoderStance:
    """Implements `factcheck.interfaces.StanceModel`."""

    def __init__(
        self, reader: PairReader, split: Callable[[str], list[Span]], *, name: str, version: str, calibrated: bool
    ) -> None:
        self.name = name
        self.version = version
        self.calibrated = calibrated
        self._reader = reader
        self._split = split

    def score(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        """Judge (claim, passage) pairs; equal ones once. Texts without a letter say nothing and are neutral.

        Returns:
            Shape (n, 3), float32: supports, refutes, neutral, rows summing to 1, in the order of `pairs`.
        """
        scores, _ = self._judged(pairs)
        return scores

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Judged:
        """The scores, and for each pair that isn't neutral the sentence which by itself says most clearly the same.

        The sentences of the deciding window are read alone; of one that is longer than a window, the part is told.
        """
        scores, deciding = self._judged(pairs)
        spans: dict[tuple[str, str], Span] = {}
        asked: list[tuple[tuple[str, str], int, Span, tuple[str, str]]] = []
        for pair, row in zip(pairs, scores, strict=True):
            found = deciding.get(pair)
            if found is None or pair in spans or row.argmax() == _NEUTRAL:
                continue
            task, window = found
            [pieces] = self._reader.offsets([task.passage]) if len(task.windows) > 1 else [_NO_OFFSETS]
            units = units_of(task.sentences, pieces, task.room) if len(pieces) else task.sentences
            inside = [unit for unit in units if window.covers(unit)] or [window]
            spans[pair] = trimmed(task.passage, inside[0])
            if len(inside) > 1:
                asked += [(pair, int(row.argmax()), unit, (task.claim, unit.of(task.passage))) for unit in inside]
        alone = self._read([texts for *_, texts in asked])
        best: dict[tuple[str, str], float] = {}
        for pair, label, unit, texts in asked:
            if alone[texts][label] > best.get(pair, -1.0):
                best[pair], spans[pair] = float(alone[texts][label]), trimmed(pair[1], unit)
        return Judged(scores, [spans.get(pair) for pair in pairs])

    def _judged(self, pairs: Sequence[tuple[str, str]]) -> tuple[Scores, dict[tuple[str, str], tuple[_Task, Span]]]:
        """The scores, and for each pair that was read the window that decided."""
        tasks = self._tasks([pair for pair in dict.fromkeys(pairs) if all(map(_says_something, pair))])
        read = self._read([(task.claim, part.of(task.passage)) for task in tasks.values() for part in task.windows])
        rows: dict[tuple[str, str], Scores] = {}
        deciding: dict[tuple[str, str], tuple[_Task, Span]] = {}
        for pair, task in tasks.items():
            found = np.stack([read[task.claim, part.of(task.passage)] for part in task.windows])
            rows[pair], best = _together(found)
            deciding[pair] = task, task.windows[best]
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
                parts = windows(sentences[passage], of_passage[passage], room)
                start = claim[: int(kept[-1, 1])] if len(kept) < len(of_claim[claim]) else claim
                tasks[claim, passage] = _Task(start, passage, room, sentences[passage], parts)
        return tasks

    def _read(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Scores]:
        """The scores of short pairs, each read once."""
        once = list(dict.fromkeys(pairs))
        return dict(zip(once, self._reader.scores(once), strict=True)) if once else {}


_NO_OFFSETS: Final = np.zeros((0, 2), dtype=np.int64)


def _together(read: Scores) -> tuple[Scores, int]:
    """One row for all windows of a passage, and which of them decided.

    Args:
        read: Shape (windows, 3).
    """
    said = read.argmax(axis=1)
    strength = read[:, :_NEUTRAL].max(axis=1) + (said != _NEUTRAL)
    best = int(strength.argmax())
    opposite = np.flatnonzero(said == _REFUTES - said[best])
    if said[best] == _NEUTRAL or not len(opposite):
        return read[best], best
    against = int(opposite[strength[opposite].argmax()])
    return (read[best] + read[against]) / 2, best


def _says_something(text: str) -> bool:
    return any(map(str.isalpha, text))
