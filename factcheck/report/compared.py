"""The details that a claim and a passage were compared by, at their places in both.

A pair of details has one number on both sides, and a sign and a word, so that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.report.cutting import cuts
from factcheck.report.words import COMPARED_SHOWN, shown

COMPARISON_SIGNS: Final = MappingProxyType(
    {
        Comparison.AGREES: "=",
        Comparison.DIFFERS: "≠",
        Comparison.NOT_COMPARABLE: "~",
        Comparison.ONLY_IN_CLAIM: "!",
    }
)

_DECISIVE: Final = 0
"""The number of the decisive words among the marks of a passage; details are numbered from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One compared detail, with its number beside the passage, from 1."""

    number: int
    difference: Difference

    @property
    def sign(self) -> str:
        """`≠1`: how the two stand to each other, and which pair it is."""
        return f"{COMPARISON_SIGNS[self.difference.comparison]}{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch of a claim or a passage, made visible.

    Attributes:
        decisive: Whether it is of the sentence that decided what the machine read.
        details: The details that it belongs to.
        ends: Those of them that end with it.
    """

    text: str
    decisive: bool = False
    details: tuple[Detail, ...] = ()
    ends: tuple[Detail, ...] = ()


def compared(stance: Stance | None, decision: ReviewEvent | None) -> tuple[Detail, ...]:
    """The details that are worth a mark: the first few that a person wants to be told of.

    Beside a decision that a claim is supported only those that agree: what speaks against the signer has no place among
    the signer's own words. It is told where the machine speaks.
    """
    if stance is None:
        return ()
    telling = [each for each in stance.differences if each.is_telling]
    if decision is not None and decision.status is Status.SUPPORTED:
        telling = [each for each in telling if each.comparison is Comparison.AGREES]
    return tuple(Detail(number=number, difference=each) for number, each in enumerate(telling[:COMPARED_SHOWN], 1))


def decisive_span(stance: Stance | None, by_person: StanceLabel | None, decision: ReviewEvent | None) -> Span | None:
    """The sentence of a passage that decided; None where the machine reads it otherwise than the signer does."""
    if stance is None:
        return None
    against = {Status.SUPPORTED: StanceLabel.REFUTES, Status.REFUTED: StanceLabel.SUPPORTS}
    status = decision.status if decision else None
    if (by_person is not None and by_person is not stance.label) or (status and against.get(status) is stance.label):
        return None
    return stance.span


def marked_claim(text: str, details: Sequence[Detail]) -> tuple[Marked, ...]:
    """The claim's wording with its details marked."""
    return _marked(text, [(each.difference.claim_span, each.number) for each in details], details)


def marked_passage(text: str, details: Sequence[Detail], decisive: Span | None) -> tuple[Marked, ...]:
    """A passage's words with its details and the decisive sentence marked; no mark where that is all of it."""
    marks = [(each.difference.passage_span, each.number) for each in details if each.difference.passage_span]
    if decisive is not None and decisive.of(text).strip() != text.strip():
        marks.append((decisive, _DECISIVE))
    return _marked(text, marks, details)


def _marked(text: str, marks: Sequence[tuple[Span, int]], details: Sequence[Detail]) -> tuple[Marked, ...]:
    by_number = {each.number: each for each in details}
    seen = shown(text)
    return tuple(
        Marked(
            text=cut.span.of(seen),
            decisive=_DECISIVE in cut.marks,
            details=tuple(by_number[each] for each in cut.marks if each),
            ends=tuple(by_number[each] for each in cut.ends if each),
        )
        for cut in cuts(len(seen), marks)
    )
