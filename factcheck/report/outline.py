"""What a report says, before it takes a form: the articles with their claims, evidence and sources, numbered.

The HTML and the Markdown report both follow it, so that they can't say different things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.reviews import Act, Quote, ReviewEvent
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimView, EvidenceView, ReportRows
from factcheck.report.words import STATUS_SIGNS, folded, shown_status

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
        remark: What keeps it from counting as another would; empty where nothing does.
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
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """A decision that is no longer in force, and what ended it: an act, or else a step that changed the wording; None
    where the log doesn't say."""

    decision: ReviewEvent
    ended: ReviewEvent | None
    reworded: ClaimStep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """One claim as a report shows it.

    Attributes:
        number: From 1, in the order of its article.
        rewording: What was checked, where that differs from what the article says; else empty.
        exhibits: Attached by a person; those of the decision first.
        found: Found by the machine and not attached, at most `FOUND_SHOWN`.
        found_more: How many more were found.
    """

    number: int
    claim: Claim
    status: Status
    decision: ReviewEvent | None
    rewording: str
    suggestion: Suggestion | None
    exhibits: tuple[Exhibit, ...]
    found: tuple[Exhibit, ...]
    found_more: int
    past: tuple[PastDecision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """One article with its claims, and how many have each status."""

    article: Article
    title: str
    claims: tuple[ClaimEntry, ...]
    counts: tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole report.

    Attributes:
        counts: Claims by status over all articles, in the order of `STATUS_SIGNS`, without zeros.
        sources: Each document that is quoted, in the order of its first quotation; the first has number 1.
        detectors: What found the claims, each once.
        models: Model and version of the suggestions, each once.
        deciders: Who made the decisions in force, each once.
    """

    version: str
    generated_at: datetime
    title: str
    articles: tuple[ArticleEntry, ...]
    counts: tuple[tuple[Status, int], ...]
    sources: tuple[Citation, ...]
    detectors: tuple[str, ...]
    models: tuple[str, ...]
    deciders: tuple[str, ...]

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        return tuple(claim for article in self.articles for claim in article.claims)


def outline(rows: ReportRows) -> Outline:
    """Put a report in order.

    Raises:
        ValueError: If a claim belongs to none of the articles: a report that left it out would not say so.
    """
    by_article: dict[str, list[ClaimView]] = {article.id: [] for article in rows.articles}
    for view in rows.claims:
        if view.claim.article_id not in by_article:
            raise ValueError(f"claim {view.claim.id} is of article {view.claim.article_id}, which the report lacks")
        by_article[view.claim.article_id].append(view)
    sources: dict[str, tuple[int, Citation]] = {}
    articles = tuple(_article_entry(article, by_article[article.id], sources) for article in rows.articles)
    claims = [claim for article in articles for claim in article.claims]
    return Outline(
        version=rows.version,
        generated_at=rows.generated_at,
        title=_report_title(articles),
        articles=articles,
        counts=_counts(claims),
        sources=tuple(citation for _, citation in sources.values()),
        detectors=_each_once(entry.claim.detector for entry in claims),
        models=_each_once(f"{s.model}, {s.version}" for s in (entry.suggestion for entry in claims) if s),
        deciders=_each_once(entry.decision.by for entry in claims if entry.decision),
    )


def _report_title(articles: tuple[ArticleEntry, ...]) -> str:
    if len(articles) == 1:
        return articles[0].title
    return f"{len(articles)} articles" if articles else "No article to report on"


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _counts(claims: Iterable[ClaimEntry]) -> tuple[tuple[Status, int], ...]:
    found = Counter(claim.status for claim in claims)
    return tuple((status, found[status]) for status in STATUS_SIGNS if found[status])


def _article_entry(article: Article, views: list[ClaimView], sources: dict[str, tuple[int, Citation]]) -> ArticleEntry:
    claims = tuple(_claim_entry(number, view, sources) for number, view in enumerate(views, 1))
    title = next((words for words in map(folded, (article.title, article.source.address)) if words), article.id)
    return ArticleEntry(article=article, title=title, claims=claims, counts=_counts(claims))


def _claim_entry(number: int, view: ClaimView, sources: dict[str, tuple[int, Citation]]) -> ClaimEntry:
    status = shown_status(view.state)
    decision = view.state.decision if status.is_decision else None
    attached = _attached_quotes(view)
    by_passage = {each.passage.id: each for each in view.evidence}
    cited = {quote.passage_id for quote in decision.quotes} if decision else set()
    deciding = view.suggestion.deciding_passage_id if view.suggestion else None
    counter = view.suggestion.counter_passage_id if view.suggestion else None
    remarks = view.suggestion.remarks if view.suggestion else {}

    def exhibit(passage_id: str, quote: Quote | None) -> Exhibit:
        seen: EvidenceView | None = by_passage.get(passage_id)
        words = quote.text if quote else seen.passage.text if seen else ""
        return Exhibit(
            passage_id=passage_id,
            words=words,
            altered=seen is not None and seen.passage.text != words,
            citation=seen.citation if seen else None,
            source=_source_number(seen.citation, sources) if seen else None,
            uncited=decision is not None and quote is not None and passage_id not in cited,
            by_person=quote.stance if quote else None,
            by_machine=seen.stance if seen else None,
            decisive=passage_id == deciding,
            counter=passage_id == counter,
            remark=str(remarks.get(passage_id, "")),
        )

    exhibits = tuple(exhibit(passage_id, quote) for passage_id, quote in attached.items())
    found = [each.passage.id for each in view.evidence if each.passage.id not in attached]
    # What decided, and what speaks against it, is shown whatever else is left out.
    found.sort(key=lambda each: each not in (deciding, counter))
    return ClaimEntry(
        number=number,
        claim=view.claim,
        status=status,
        decision=decision,
        rewording="" if folded(view.claim.checked) == folded(view.claim.said) else view.claim.checked,
        suggestion=view.suggestion,
        exhibits=exhibits,
        found=tuple(exhibit(passage_id, None) for passage_id in found[:FOUND_SHOWN]),
        found_more=len(found[FOUND_SHOWN:]),
        past=_past_decisions(view, decision),
    )


def _attached_quotes(view: ClaimView) -> Mapping[str, Quote]:
    """Each attached passage once: as the decision quotes it, else as it is attached now."""
    attached: dict[str, Quote] = {}
    decided = view.state.decision.quotes if view.state.decision else ()
    now = (*view.state.attached, *(each.quote for each in view.evidence if each.quote))
    for quote in (*decided, *now):
        attached.setdefault(quote.passage_id, quote)
    return attached


def _source_number(citation: Citation, sources: dict[str, tuple[int, Citation]]) -> int:
    number, _ = sources.setdefault(citation.document_id, (len(sources) + 1, citation))
    return number


def _past_decisions(view: ClaimView, in_force: ReviewEvent | None) -> tuple[PastDecision, ...]:
    """Decisions of the log but the one in force, oldest first, each with its withdrawal or the next decision."""
    withdrawals = {event.withdraws: event for event in view.history if event.act is Act.WITHDRAW}
    decisions = sorted((event for event in view.history if event.act is Act.DECIDE), key=lambda event: event.number)
    following = dict(zip((event.number for event in decisions), decisions[1:], strict=False))
    changes = [step for step in view.lineage if step.before and step.after and step.claim_id == view.claim.id]

    def past(event: ReviewEvent) -> PastDecision:
        ended = withdrawals.get(event.number) or following.get(event.number)
        later = (step for step in changes if step.revision > (event.revision or 0))
        return PastDecision(decision=event, ended=ended, reworded=None if ended else next(later, None))

    return tuple(past(event) for event in decisions if in_force is None or event.number != in_force.number)
