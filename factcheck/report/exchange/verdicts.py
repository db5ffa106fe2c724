"""What leaves the house: the claims that a person has decided, with the evidence of the decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.documents import DocumentKind, Passage
from factcheck.domain.reviews import Quote, ReviewEvent
from factcheck.domain.statuses import Status
from factcheck.domain.views import ClaimView, ReportRows
from factcheck.report.words import shown_status


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A passage as it was signed, with its place and its source where they are known."""

    quote: Quote
    passage: Passage | None
    citation: Citation | None

    @property
    def is_note(self) -> bool:
        """Whether the words are the house's own, and not those of the source."""
        return self.citation is not None and self.citation.kind is DocumentKind.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim and the decision in force on it.

    Attributes:
        quoted: What the decision rests on, in its order.
    """

    article: Article
    claim: Claim
    status: Status
    decision: ReviewEvent
    quoted: tuple[Quoted, ...]

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Each document that is quoted, once."""
        return tuple(dict.fromkeys(each.citation for each in self.quoted if each.citation is not None))


def verdicts(rows: ReportRows) -> Iterator[Verdict]:
    """The decided claims, in the order of the report."""
    articles = {article.id: article for article in rows.articles}
    for view in rows.claims:
        status, decision = shown_status(view.state), view.state.decision
        if decision is not None and status.is_decision:
            yield Verdict(
                article=articles[view.claim.article_id],
                claim=view.claim,
                status=status,
                decision=decision,
                quoted=_quoted(view, decision),
            )


def _quoted(view: ClaimView, decision: ReviewEvent) -> tuple[Quoted, ...]:
    seen = {each.passage.id: each for each in view.evidence}
    found = ((quote, seen.get(quote.passage_id)) for quote in decision.quotes)
    return tuple(
        Quoted(quote=quote, passage=each.passage if each else None, citation=each.citation if each else None)
        for quote, each in found
    )


def left_out(rows: ReportRows, labels: Mapping[Status, str], format_name: str) -> Iterator[str]:
    """What a format with these labels has no place for, a line for each thing, with how many claims it is."""
    decided = list(verdicts(rows))
    if undecided := len(rows.claims) - len(decided):
        yield f"{_claims(undecided)} without a person's decision left out"
    unlabelled = Counter(each.status for each in decided if each.status not in labels)
    for status, count in unlabelled.items():
        yield f"{_claims(count)} decided {status.words} left out: {format_name} has no label for it"
    yield from ratings_lost(each for each in decided if each.status in labels)


def ratings_lost(decided: Iterable[Verdict]) -> Iterator[str]:
    """Each rating of the house that a format replaces by its own label."""
    lost = Counter(each.decision.rating.name for each in decided if each.decision.rating)
    for name, count in lost.items():
        yield f"the rating {name} of {_claims(count)} is lost: only its status goes out"


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"
