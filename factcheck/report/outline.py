"""What a report says, before it takes a form: the articles with their claims, evidence and sources, numbered.

The HTML and the Markdown report both follow it, so that they can't say different things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.organisation import Organisation
from factcheck.domain.reviews import Act, ReviewEvent
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimView, ReportRows
from factcheck.report.exhibits import Exhibit, Sources, exhibits, origins_of
from factcheck.report.selected import left_out_words
from factcheck.report.words import STATUS_SIGNS, folded, host_of, limits, searched, shown_status


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

    @property
    def asserted(self) -> str:
        """What is checked, in the words in which it is."""
        return self.rewording or self.claim.said

    @property
    def origins(self) -> int:
        """How many independent origins the attached passages have."""
        return origins_of(self.exhibits)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry:
    """One article with its claims, and how many have each status.

    Attributes:
        publisher: As the page or the desk named it, else the host of its address; empty where neither is known.
    """

    article: Article
    title: str
    publisher: str
    claims: tuple[ClaimEntry, ...]
    counts: tuple[tuple[Status, int], ...]

    @property
    def decided(self) -> tuple[ClaimEntry, ...]:
        return tuple(claim for claim in self.claims if claim.decision)

    @property
    def undecided(self) -> tuple[ClaimEntry, ...]:
        return tuple(claim for claim in self.claims if not claim.decision)

    @property
    def deciders(self) -> tuple[str, ...]:
        """Who made the decisions in force, each once."""
        return _each_once(claim.decision.by for claim in self.claims if claim.decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole report.

    Attributes:
        counts: Claims by status over all articles, in the order of `STATUS_SIGNS`, without zeros.
        sources: Each document that is quoted, in the order of its first quotation; the first has number 1.
        detectors: What found the claims, each once.
        models: Model and version of the suggestions, each once.
        searches: Which passages were searched for the suggestions, each once.
        thresholds: The limits that the suggestions were made with, each set once.
        deciders: Who made the decisions in force, each once.
        partial: What the report was asked to be about, and how many claims that left out; empty where none.
        zone: The time zone in which times are told, by its IANA name.
        with_machine: Whether what the machine suggested and found is told.
    """

    version: str
    generated_at: datetime
    title: str
    articles: tuple[ArticleEntry, ...]
    counts: tuple[tuple[Status, int], ...]
    sources: tuple[Citation, ...]
    detectors: tuple[str, ...]
    models: tuple[str, ...]
    searches: tuple[str, ...]
    thresholds: tuple[str, ...]
    deciders: tuple[str, ...]
    organisation: Organisation
    partial: str
    zone: str
    with_machine: bool

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        return tuple(claim for article in self.articles for claim in article.claims)

    @property
    def subject(self) -> str:
        """What its claims are of, in a sentence."""
        if self.partial:
            return "this report"
        return "this article" if len(self.articles) == 1 else "these articles"

    @property
    def attached(self) -> frozenset[int]:
        """Numbers of the sources from which a person attached a passage."""
        return frozenset(each.source for claim in self.claims for each in claim.exhibits if each.source)

    @property
    def corrected(self) -> tuple[ClaimEntry, ...]:
        """The claims on which a decision was superseded or withdrawn, or ended when the claim was reworded."""
        return tuple(claim for claim in self.claims if claim.past)


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
    sources = Sources()
    articles = tuple(_article_entry(article, by_article[article.id], sources) for article in rows.articles)
    claims = [claim for article in articles for claim in article.claims]
    suggestions = [entry.suggestion for entry in claims if entry.suggestion]
    return Outline(
        version=rows.version,
        generated_at=rows.generated_at,
        title=_report_title(articles),
        articles=articles,
        counts=_counts(claims),
        sources=tuple(sources.citations),
        detectors=_each_once(entry.claim.detector for entry in claims),
        models=_each_once(f"{each.model}, {each.version}" for each in suggestions),
        searches=_each_once(searched(each) for each in suggestions),
        thresholds=_each_once(limits(each) for each in suggestions if each.thresholds),
        deciders=_each_once(entry.decision.by for entry in claims if entry.decision),
        organisation=rows.organisation,
        partial=left_out_words(rows.selection, rows.left_out),
        zone=rows.zone,
        with_machine=not rows.selection.without_machine,
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


def _article_entry(article: Article, views: list[ClaimView], sources: Sources) -> ArticleEntry:
    claims = tuple(_claim_entry(number, view, sources) for number, view in enumerate(views, 1))
    title = next((words for words in map(folded, (article.title, article.source.address)) if words), article.id)
    publisher = folded(article.source.publisher or "") or host_of(article.source.address)
    return ArticleEntry(article=article, title=title, publisher=publisher, claims=claims, counts=_counts(claims))


def _claim_entry(number: int, view: ClaimView, sources: Sources) -> ClaimEntry:
    status = shown_status(view.state)
    decision = view.state.decision if status.is_decision else None
    attached, found = exhibits(view, decision, sources)
    taken = {each.passage_id for each in attached}
    return ClaimEntry(
        number=number,
        claim=view.claim,
        status=status,
        decision=decision,
        rewording="" if _bare(view.claim.checked) == _bare(view.claim.said) else view.claim.checked,
        suggestion=view.suggestion,
        exhibits=attached,
        found=found,
        found_more=sum(each.passage.id not in taken for each in view.evidence) - len(found),
        past=_past_decisions(view, decision),
    )


def _bare(words: str) -> str:
    """Without what makes a part of a sentence a sentence: the capital it begins with and the stop at its end."""
    line = folded(words).removesuffix(".")
    return line[:1].lower() + line[1:]


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
