"""A stance from the likeness of wording and from compared details: the first model, and the floor for any other.

It can't read. What it can do is notice that a passage says almost the same words with the same numbers and dates, or
almost the same words with another one. Everything else is neutral: it abstains rather than guesses, and its scores
are cosines, not probabilities.

The limits were chosen for precision with `benchmarks/stance_thresholds.py`; its figures stand in docs/measurements.md,
and the rules were written with the same development sets in view. Where writers change one word of a passage on
purpose, or swap who did what to whom, likeness can't see it, and a stance can be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, StanceLabel
from factcheck.interfaces import Encoder, Judged
from factcheck.language.words import sentence_bounds, tokens, word_list
from factcheck.verdict.details import details_of
from factcheck.verdict.differences import differences

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From where on a reading is a stance. Cosines in [-1, 1] and above 0.5, so that the stance is the highest score.

    Attributes:
        refutes: Least cosine for "refutes", where a quantity or date differs and every other agrees.
        supports_with_detail: Least cosine for "supports" where a quantity or date agrees.
        supports_by_wording: Least cosine for "supports" where the claim has no such detail.
        covered: Share of the claim's words that the passage must hold for "supports", in [0, 1].
    """

    refutes: float = 0.6
    supports_with_detail: float = 0.85
    supports_by_wording: float = 0.9
    covered: float = 0.9


LIMITS: Final = Limits()
_WINDOW: Final = 600
"""Characters of a sentence that are encoded at once; the default encoder reads 256 word pieces and drops the rest."""
_OVERLAP: Final = 150
_QUALIFIERS: Final = frozenset(
    word_list(
        """former ex acting alleged allegedly only first last all every most none largest biggest smallest highest
        lowest greatest longest best worst never always exclusively solely entirely fully completely still"""
    )
)
"""Words that change what a claim says although the rest stays the same; a passage must hold those of the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What this model notices of one pair; its judgement rests on nothing else.

    Attributes:
        cosine: Of the claim and the part of the passage that is nearest to it, in [-1, 1].
        covered: Share of the claim's words that the passage holds, in [0, 1]; 1 where it has none.
        names_covered: Whether the passage holds each capitalised word of the claim, and each qualifier (`former`).
        denial_agrees: Whether all that the claim denies is denied, and the nearest part denies nothing else.
        agreeing: Quantities and dates that agree.
        differing: Quantities and dates that differ.
        open: Quantities and dates that do neither. Words like `Friday` don't count: nothing resolves them here.
    """

    cosine: float
    covered: float
    names_covered: bool
    denial_agrees: bool
    agreeing: int
    differing: int
    open: int


class SimilarityStance:
    """Implements `factcheck.interfaces.StanceModel`."""

    name = "similarity only"
    version = "similarity/1"
    calibrated = False

    def __init__(self, encoder: Encoder, *, split: Callable[[str], list[Span]] = sentence_bounds) -> None:
        self._encoder = encoder
        self._split = split

    def score(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        """Judge (claim, passage) pairs.

        Returns:
            Shape (n, 3), float32: supports, refutes, neutral, rows summing to 1, in the order of `pairs`. The column
            of a stance that is taken holds the cosine, and "neutral" the rest of 1; a neutral row is (0, 0, 1).
        """
        scores = np.zeros((len(pairs), 3), dtype=np.float32)
        for row, reading in enumerate(self.read(pairs)):
            taken = min(1.0, reading.cosine)
            label = judge(reading)
            scores[row, 0] = taken if label is StanceLabel.SUPPORTS else 0.0
            scores[row, 1] = taken if label is StanceLabel.REFUTES else 0.0
        scores[:, 2] = 1.0 - scores[:, 0] - scores[:, 1]
        return scores

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Judged:
        """The scores; it doesn't tell which sentence decided."""
        return Judged(self.score(pairs), [None] * len(pairs))

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """What is noticed of each pair, in order. Every text is encoded once, all of them in one batch."""
        parts = {passage: self._parts(passage) for _, passage in pairs}
        rows: dict[str, int] = {}
        for claim, passage in pairs:
            for text in (claim, *parts[passage]):
                rows.setdefault(text, len(rows))
        vectors = self._encoder.encode(list(rows))
        readings = []
        for claim, passage in pairs:
            likeness = vectors[[rows[part] for part in parts[passage]]] @ vectors[rows[claim]]
            best = int(np.argmax(likeness)) if len(likeness) and claim.strip() else -1
            nearest, cosine = (parts[passage][best], float(likeness[best])) if best >= 0 else ("", 0.0)
            readings.append(_reading(claim, passage, nearest, cosine))
        return readings

    def _parts(self, passage: str) -> list[str]:
        """The passage as a whole, and each of its sentences; those that are too long to be read at once in windows."""
        if not passage.strip():
            return []
        spans = self._split(passage)
        sentences = [window for span in spans for window in _windows(span.of(passage).strip())]
        return list(dict.fromkeys([passage, *sentences])) if len(sentences) > 1 else [passage]


def judge(reading: Reading, limits: Limits = LIMITS) -> StanceLabel:
    """The stance that follows from a reading."""
    if not reading.denial_agrees:
        return StanceLabel.NEUTRAL
    if reading.differing:
        enough = reading.cosine >= limits.refutes and not reading.open
        return StanceLabel.REFUTES if enough else StanceLabel.NEUTRAL
    if reading.open or not reading.names_covered:
        return StanceLabel.NEUTRAL
    least = limits.supports_with_detail if reading.agreeing else limits.supports_by_wording
    enough = reading.cosine >= least and reading.covered >= limits.covered
    return StanceLabel.SUPPORTS if enough else StanceLabel.NEUTRAL


def _reading(claim: str, passage: str, nearest: str, cosine: float) -> Reading:
    ours, theirs = details_of(claim), details_of(passage)
    held = theirs.stems_in(Span(0, len(passage)))
    shared = [word for word in ours.words if word.stem in held]
    missing = [word for word in ours.words if word.stem not in held]
    qualifiers = _qualifiers(claim) - _qualifiers(passage)
    found = differences(claim, passage)
    details = [each for each in found if each.aspect != "negation" and not _is_unresolved(each)]
    agreeing = sum(each.comparison is Comparison.AGREES for each in details)
    differing = sum(each.comparison is Comparison.DIFFERS for each in details)
    denials = [each for each in found if each.aspect == "negation"]
    denied_only_there = bool(details_of(nearest).negations) and not ours.negations
    return Reading(
        cosine=cosine,
        covered=len(shared) / len(ours.words) if ours.words else 1.0,
        names_covered=not qualifiers and not any(word.text[0].isupper() for word in missing),
        denial_agrees=all(each.comparison is Comparison.AGREES for each in denials) and not denied_only_there,
        agreeing=agreeing,
        differing=differing,
        open=len(details) - agreeing - differing,
    )


def _is_unresolved(difference: Difference) -> bool:
    return difference.comparison is Comparison.NOT_COMPARABLE and difference.passage_span is None


def _qualifiers(text: str) -> set[str]:
    return {token.lower for token in tokens(text) if token.lower in _QUALIFIERS}


def _windows(sentence: str) -> list[str]:
    """`sentence`, cut where it is longer than a window; the pieces overlap, so that no words are torn in both."""
    if len(sentence) <= _WINDOW:
        return [sentence] if sentence else []
    step = _WINDOW - _OVERLAP
    return [sentence[start : start + _WINDOW] for start in range(0, len(sentence) - _OVERLAP, step)]
