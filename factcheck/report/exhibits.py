"""The passages beside a claim, as a report quotes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from factcheck.domain.citations import Citation
from factcheck.domain.documents import DocumentKind
from factcheck.domain.reasons import Reason
from factcheck.domain.reviews import Quote, ReviewEvent
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.domain.views import ClaimView, EvidenceView
from factcheck.report.compared import Detail, Marked, compared, decisive_span, marked_claim, marked_passage
from factcheck.report.words import shown

FOUND_SHOWN: Final = 3
"""Most passages shown per claim that were found and that nobody attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One quoted passage of one claim.

    Attributes:
        words: As they were copied when a person attached the passage, else as they stand in the document.
        altered: True where the stored passage no longer has the copied words.
        citation: None where the passage is known only by its copied words.
        source: Number of the document among the report's sources; None with `citation`.
        uncited: True where it is attached and the decision in force doesn't rest on it.
        by_person: The stance that a person gave it.
        by_machine: What the machine reads in it.
        decisive: True where it decided the machine's suggestion.
        counter: True where it is the strongest passage on the other side.
        remark: What keeps it from counting as another would; None where nothing does.
        before, after: The words of the document around it, made visible.
        origin: Number of who answers for it, among the claim's passages; None where that isn't known.
        details: What is marked in the claim and in the passage.
        claim: The claim's wording with the details marked.
        passage: The words with the details marked, and the sentence that decided.
    """

    passage_id: str
    words: str
    altered: bool
    citation: Citation | None
    source: int | None
    uncited: bool
    by_person: StanceLabel | None
    by_machine: Stance | None
    decisive: bool
    counter: bool = False
    remark: Reason | None = None
    before: str = ""
    after: str = ""
    origin: int | None = None
    details: tuple[Detail, ...] = ()
    claim: tuple[Marked, ...] = ()
    passage: tuple[Marked, ...] = ()

    @property
    def is_note(self) -> bool:
        """Whether its words are the desk's own, and no quotation."""
        return self.citation is not None and self.citation.kind is DocumentKind.NOTE


class Sources:
    """The documents that a report quotes, numbered in the order of their first quotation, from 1."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.citations: list[Citation] = []

    def number(self, citation: Citation) -> int:
        if citation.document_id not in self._numbers:
            self.citations.append(citation)
            self._numbers[citation.document_id] = len(self.citations)
        return self._numbers[citation.document_id]


def exhibits(
    view: ClaimView, decision: ReviewEvent | None, sources: Sources
) -> tuple[tuple[Exhibit, ...], tuple[Exhibit, ...]]:
    """All that a person attached, what the decision rests on first; and the best that the machine found beside it."""
    attached = _attached_quotes(view)
    seen = {each.passage.id: each for each in view.evidence}
    found = [each.passage.id for each in view.evidence if each.passage.id not in attached]
    # What decided, and what speaks against it, is shown whatever else is left out.
    played = (view.suggestion.deciding_passage_id, view.suggestion.counter_passage_id) if view.suggestion else ()
    found.sort(key=lambda each: each not in played)
    of_person = tuple(_exhibit(view, seen.get(name), quote, decision) for name, quote in attached.items())
    of_machine = tuple(_exhibit(view, seen[name], None, None) for name in found[:FOUND_SHOWN])
    return tuple(_numbered(each, sources) for each in of_person), tuple(_numbered(each, sources) for each in of_machine)


def _numbered(exhibit: Exhibit, sources: Sources) -> Exhibit:
    return replace(exhibit, source=sources.number(exhibit.citation)) if exhibit.citation else exhibit


def origins_of(shown_ones: Iterable[Exhibit]) -> int:
    """How many independent origins some exhibits have; one that isn't known counts as one of its own."""
    several = list(shown_ones)
    return len({each.origin for each in several if each.origin is not None}) + sum(
        each.origin is None for each in several
    )


def _attached_quotes(view: ClaimView) -> Mapping[str, Quote]:
    """Each attached passage once: as the decision quotes it, else as it is attached now."""
    attached: dict[str, Quote] = {}
    decided = view.state.decision.quotes if view.state.decision else ()
    now = (*view.state.attached, *(each.quote for each in view.evidence if each.quote))
    for quote in (*decided, *now):
        attached.setdefault(quote.passage_id, quote)
    return attached


def _exhibit(view: ClaimView, seen: EvidenceView | None, quote: Quote | None, decision: ReviewEvent | None) -> Exhibit:
    words = quote.text if quote else seen.passage.text if seen else ""
    name = quote.passage_id if quote else seen.passage.id if seen else ""
    altered = seen is not None and seen.passage.text != words
    stance = seen.stance if seen else None
    by_person = quote.stance if quote else None
    # Where the words aren't those that the machine read, its places in them mean nothing.
    details = () if altered else compared(stance, decision)
    decisive = None if altered else decisive_span(stance, by_person, decision)
    suggestion = view.suggestion
    return Exhibit(
        passage_id=name,
        words=words,
        altered=altered,
        citation=seen.citation if seen else None,
        source=None,
        uncited=decision is not None
        and quote is not None
        and name not in {each.passage_id for each in decision.quotes},
        by_person=by_person,
        by_machine=stance,
        decisive=suggestion is not None and name == suggestion.deciding_passage_id,
        counter=suggestion is not None and name == suggestion.counter_passage_id,
        remark=suggestion.remarks.get(name) if suggestion else None,
        before=shown(seen.before) if seen and not altered else "",
        after=shown(seen.after) if seen and not altered else "",
        origin=seen.origin if seen else None,
        details=details,
        claim=marked_claim(view.claim.checked, details),
        passage=marked_passage(words, details, decisive),
    )
