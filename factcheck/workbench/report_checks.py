"""What of a report doesn't hold together: words that aren't at their place, ids that name something else, logs that
can't have come about so. Nothing is looked up: all of it stands in the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from typing import Final

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.documents import Document
from factcheck.domain.ids import content_id
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.reviews import Act, Quote, ReviewEvent
from factcheck.domain.spans import Span
from factcheck.domain.views import ClaimView, EvidenceView, ReportRows
from factcheck.errors import UsageError
from factcheck.review.rules import check_signature

_FORMS: Final = ((), ("whole",))
"""In which a reader gives a text: by itself, or all of a page. An id tells them apart."""

_POSITIONS: Final = (*range(100), *range(1_000, 1_200))
"""Of claims that begin and end at the same places: those that a detector finds, and those that people make."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What doesn't hold, and where: `.claims[3].said`."""

    at: str
    what: str


@dataclass(slots=True)
class Checked:
    """What was held against what.

    Attributes:
        quotes: Quotes and found passages that were held against the text of their document.
        unheld: Those whose document's text the report leaves out.
    """

    quotes: int = 0
    unheld: int = 0
    faults: list[Fault] = field(default_factory=list)


def check(rows: ReportRows) -> Checked:
    """Hold everything in a report against everything else in it."""
    checker = _Checker(rows)
    checker.found.faults += checker.all()
    return checker.found


class _Checker:
    def __init__(self, rows: ReportRows) -> None:
        self.found = Checked()
        self._rows = rows
        self._articles = {each.id: each for each in rows.articles}
        self._documents = {each.document.id: each.document for each in rows.documents}
        self._passages = {
            content_id("p", each.document.id, span.start, span.end): (each.document, span)
            for each in rows.documents
            for span in each.passages
        }
        self._events: dict[int, ReviewEvent] = {}
        self._steps: dict[int, ClaimStep] = {}

    def all(self) -> Iterator[Fault]:
        for number, article in enumerate(self._rows.articles):
            yield from _text(article, f".articles[{number}]", lambda digest, form: content_id("a", digest, *form))
        for number, each in enumerate(self._rows.documents):
            at, document = f".documents[{number}]", each.document
            yield from _text(document, at, _document_id(document))
            if any(not span or span.end > len(document.text) for span in each.passages):
                yield Fault(f"{at}.passages", "a passage isn't inside the text")
        for key, ids in (("articles", self._rows.articles), ("documents", [e.document for e in self._rows.documents])):
            yield from _each_once(f".{key}", [each.id for each in ids])
        yield from _each_once(".claims", [each.claim.id for each in (*self._rows.claims, *self._rows.unlisted)])
        for digest, raw in self._rows.snapshots.items():
            if sha256(raw).hexdigest() != digest:
                yield Fault(f".snapshots.{digest}", "the bytes don't have this digest")
        for key, views in (("claims", self._rows.claims), ("unlisted", self._rows.unlisted)):
            for number, view in enumerate(views):
                yield from self._view(view, f".{key}[{number}]")

    def _view(self, view: ClaimView, at: str) -> Iterator[Fault]:
        claim, article = view.claim, self._articles.get(view.claim.article_id)
        if article is None:
            yield Fault(f"{at}.article_id", "the article isn't in the report")
            return
        span = claim.span
        if not span or span.end > len(article.text) or span.of(article.text) != claim.said:
            yield Fault(f"{at}.said", f"the words aren't at their place in {article.id}")
        if not claim.spans or not all(span.covers(each) for each in claim.spans):
            yield Fault(f"{at}.spans", "a part isn't inside the claim")
        if all(claim.id != content_id("c", article.id, span.start, span.end, each) for each in _POSITIONS):
            yield Fault(f"{at}.id", "the id isn't that of a claim at this place")
        for number, each in enumerate(view.evidence):
            yield from self._evidence(each, f"{at}.evidence[{number}]")
        yield from self._history(view, at)
        yield from self._lineage(view, at)
        made = view.suggestion
        if made is not None:
            passages = {each.match.passage_id for each in made.passages}
            if (
                made.claim_id != claim.id
                or not {made.deciding_passage_id, made.counter_passage_id} - {None} <= passages
            ):
                yield Fault(f"{at}.suggestion", "it is about another claim, or rests on a passage that it doesn't have")

    def _evidence(self, view: EvidenceView, at: str) -> Iterator[Fault]:
        passage = view.passage
        if passage.id != content_id("p", passage.document_id, passage.span.start, passage.span.end):
            yield Fault(f"{at}.id", "the id isn't that of a passage at this place")
        document = self._documents.get(passage.document_id)
        if document is None:
            self.found.unheld += 1
            return
        self.found.quotes += 1
        if passage.span.of(document.text) != passage.text:
            yield Fault(f"{at}.text", f"the words aren't at their place in {document.id}")
        if view.citation != citation_of(document):
            yield Fault(f"{at}.document", f"it is cited otherwise than it stands under {document.id}")
        if view.quote is not None and view.quote.text != passage.text:
            yield Fault(f"{at}.quoted", "the words that were attached aren't those of the passage")

    def _history(self, view: ClaimView, at: str) -> Iterator[Fault]:
        decided: set[int] = set()
        for number, event in enumerate(view.history):
            here = f"{at}.history[{number}]"
            yield from _numbered(self._events, event, f"{here}.number")
            if event.claim_id != view.claim.id:
                yield Fault(f"{here}.claim_id", "it is about another claim")
            yield from _signed(event, here)
            yield from _act(event, decided, here)
            if event.act is Act.DECIDE:
                decided.add(event.number)
            for place, quote in enumerate(event.quotes):
                yield from self._quote(quote, f"{here}.quotes[{place}]")
        yield from _in_order([each.number for each in view.history], f"{at}.history")
        own = [step.revision for step in view.lineage if step.claim_id == view.claim.id]
        revisions = [*(each.revision for each in view.history if each.revision is not None), *own]
        if sorted(revisions) != list(range(1, len(revisions) + 1)):
            yield Fault(f"{at}.history", "its acts and steps don't count up from 1: some are missing, or too many")

    def _quote(self, quote: Quote, at: str) -> Iterator[Fault]:
        if quote.passage_id not in self._passages:
            self.found.unheld += 1
            return
        self.found.quotes += 1
        document, span = self._passages[quote.passage_id]
        if span.of(document.text) != quote.text:
            yield Fault(f"{at}.text", f"the words aren't at their place in {document.id}")

    def _lineage(self, view: ClaimView, at: str) -> Iterator[Fault]:
        own = [step for step in view.lineage if step.claim_id == view.claim.id]
        for number, step in enumerate(view.lineage):
            here = f"{at}.lineage[{number}]"
            if step != self._steps.setdefault(step.number, step):
                yield Fault(f"{here}.number", f"another step has the number {step.number}")
            if step.claim_id != view.claim.id and step.claim_id not in view.claim.parent_ids:
                yield Fault(f"{here}.claim_id", "it is about another claim")
            if (step.before is None) is not (step.after is None):
                yield Fault(here, "a wording has no before, or no after")
            yield from _signed(step, here)
        yield from _in_order([each.number for each in view.lineage], f"{at}.lineage")
        wordings = [step for step in own if step.before and step.after]
        for one, other in pairwise(wordings):
            if one.after != other.before:
                yield Fault(f"{at}.lineage", f"step {other.number} doesn't begin with what step {one.number} left")
        if wordings and wordings[-1].after is not None and wordings[-1].after.checked != view.claim.checked:
            yield Fault(f"{at}.checked", "it isn't the wording that the last step left")


def _act(event: ReviewEvent, decided: set[int], at: str) -> Iterator[Fault]:
    """`decided` are the numbers of the decisions on the same claim before it."""
    if (event.act is Act.DECIDE) is not (event.status is not None and event.status.is_decision):
        yield Fault(f"{at}.status", "a decision has a status that a person can sign, and no other act has one")
    if (event.revision is None) is (event.act in (Act.DECIDE, Act.WITHDRAW)):
        yield Fault(f"{at}.revision", "decisions and withdrawals are counted, and no other act")
    if (event.act is Act.WITHDRAW) is not (event.withdraws in decided):
        yield Fault(f"{at}.withdraws", "a withdrawal takes back an earlier decision on the same claim")
    if event.act in (Act.ATTACH, Act.DETACH) and len(event.quotes) != 1:
        yield Fault(f"{at}.quotes", "one passage is attached or detached at a time")


def citation_of(document: Document) -> Citation:
    """How a document is cited: all of it but its text."""
    return Citation(
        document_id=document.id,
        kind=document.kind,
        title=document.title,
        address=document.source.address,
        retrieved_at=document.source.retrieved_at,
        sha256=document.source.sha256,
        publisher=document.source.publisher,
        owner=document.source.owner,
        author=document.author,
        published_on=document.published_on,
        published_on_inferred=document.published_on_inferred,
    )


def _document_id(document: Document) -> Callable[[str, tuple[str, ...]], str]:
    publisher = document.source.publisher or ""
    return lambda digest, form: content_id("d", digest, document.source.address, publisher, document.kind.value, *form)


def _text(source: Article | Document, at: str, id_of: Callable[[str, tuple[str, ...]], str]) -> Iterator[Fault]:
    digest = source.source.sha256
    if source.id not in [id_of(digest, form) for form in _FORMS]:
        yield Fault(f"{at}.id", "the id isn't that of these bytes, address, publisher and kind")
    spans = [Span(0, 0), *(block.span for block in source.blocks)]
    if any(one.end > other.start for one, other in pairwise(spans)) or spans[-1].end > len(source.text):
        yield Fault(f"{at}.blocks", "they aren't in order inside the text")


def _signed(act: ReviewEvent | ClaimStep, at: str) -> Iterator[Fault]:
    try:
        signed = check_signature(act.by) == act.by
    except UsageError:
        signed = False
    if not signed:
        yield Fault(f"{at}.by", "it isn't signed with a name")


def _numbered(known: dict[int, ReviewEvent], event: ReviewEvent, at: str) -> Iterator[Fault]:
    if event.number < 1 or known.setdefault(event.number, event) is not event:
        yield Fault(at, f"another act has the number {event.number}, or it is none")


def _in_order(numbers: Sequence[int], at: str) -> Iterator[Fault]:
    if any(one >= other for one, other in pairwise([0, *numbers])):
        yield Fault(at, "it isn't in the order in which things were done")


def _each_once(at: str, ids: Sequence[str]) -> Iterator[Fault]:
    for each, count in Counter(ids).items():
        if count > 1:
            yield Fault(at, f"{each} stands there {count} times")
