"""What words, numbers, dates and names alone tell of a claim, before anything has been read. Never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Passage
from factcheck.domain.spans import Span
from factcheck.domain.stances import Difference


class LookOutcome(StrEnum):
    """What came of comparing a claim with the passages that share its words; the first is the first to look at."""

    DIFFERS = "differs"
    """A passage on the same matter has another number, date, name or denial."""
    NOTHING = "nothing"
    """No passage has half of the claim's words."""
    PARTLY = "partly"
    """A passage is on the same matter, and not all of the claim is in it."""
    SAME_WORDS = "same_words"
    """A passage has nearly all words of the claim, and its numbers and dates. What it says with them isn't known."""
    NOT_CHECKABLE = "not_checkable"
    """It is a forecast or a judgement."""

    @property
    def words(self) -> str:
        """As people read it."""
        return _WORDS[self]


_WORDS = {
    LookOutcome.DIFFERS: "differs",
    LookOutcome.NOTHING: "nothing found",
    LookOutcome.PARTLY: "in part",
    LookOutcome.SAME_WORDS: "same words",
    LookOutcome.NOT_CHECKABLE: "not checkable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A passage, and how its document is cited."""

    passage: Passage
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """One claim, and what came of comparing it.

    Attributes:
        differences: What differs, in the order of the claim; only of `DIFFERS`.
        evidence: The passage that differs, or else the one that has most of the claim's words; None where none has any.
        sentence: The sentence of `evidence` that differs; None where the passage as a whole counts.
        missing: Parts of `claim.checked` that no passage has, in order.
    """

    claim: Claim
    outcome: LookOutcome
    differences: tuple[Difference, ...] = ()
    evidence: Cited | None = None
    sentence: Span | None = None
    missing: tuple[Span, ...] = ()

    @property
    def because(self) -> tuple[str, ...]:
        """What differs, as a person is told of it."""
        return tuple(compared(each.code.value, each.note) for each in self.differences)

    @property
    def quote(self) -> str:
        """The words of the evidence that count, on one line."""
        if self.evidence is None:
            return ""
        text = self.evidence.passage.text
        return " ".join((self.sentence.of(text) if self.sentence else text).split())


def compared(code: str, note: str) -> str:
    """A detail that differs, as a person is told of it: behind its code."""
    return f"{code} compared: {note}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLooks:
    """An article with what a first look finds.

    Attributes:
        documents: How many pieces of evidence were compared, of `passages` in all.
        looks: In the order of the article.
    """

    article: Article
    documents: int
    passages: int
    looks: tuple[FirstLook, ...]
