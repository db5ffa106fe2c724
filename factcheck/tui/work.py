"""What the screens have done in threads. Each opens the workbench for itself, touches no widget, and returns nouns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Document
from factcheck.domain.progress import Progress, Stage
from factcheck.domain.reviews import NewDecision, ReviewEvent
from factcheck.domain.stances import StanceLabel
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimRow, ClaimView, EvidenceView, Occurrence
from factcheck.errors import ConflictError
from factcheck.tui.desk import Desk
from factcheck.tui.drafts import DraftKeeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The queue, and what there is besides: titles of the articles by id, and how many documents."""

    rows: list[ClaimRow]
    titles: dict[str, str]
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedClaim:
    """One claim with its article."""

    view: ClaimView
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A decision that was not signed because someone else came first, with the claim as it stands now."""

    error: ConflictError
    view: ClaimView


def load_overview(desk: Desk, article_id: str | None) -> Overview:
    """The rows of the queue without their suggestions, which `load_suggestions` reads for those that are seen."""
    with desk.open("read") as bench, bench.snapshot():
        rows = bench.claims(article=article_id, suggested=False)
        return Overview(rows=rows, titles=bench.titles(), documents=bench.count_documents())


def load_suggestions(desk: Desk, claim_ids: Sequence[str]) -> dict[str, Suggestion]:
    with desk.open("read") as bench:
        return bench.suggestions(claim_ids)


def load_claim(desk: Desk, claim_id: str, by: str, article: Article | None = None) -> LoadedClaim:
    """`article` is the one that the screen has already; it is read where it is another one's."""
    with desk.open("read") as bench, bench.snapshot():
        view = bench.claim(claim_id, by=by)
        if article is None or article.id != view.claim.article_id:
            article = bench.article(view.claim.article_id)
    return LoadedClaim(view=view, article=article)


def load_occurrences(desk: Desk, claim_id: str) -> list[Occurrence]:
    """Where a claim was seen before, from stored vectors; needs no model."""
    # Opening an index may bring it up to date, which writes.
    with desk.open() as bench:
        return bench.seen_before(claim_id).get(claim_id, [])


def load_document(desk: Desk, document_id: str) -> Document:
    with desk.open("read") as bench:
        return bench.document(document_id)


def attach_passage(desk: Desk, claim_id: str, passage_id: str, by: str, stance: StanceLabel | None = None) -> None:
    with desk.open() as bench:
        bench.attach(claim_id, passage_id, by=by, stance=stance)


def detach_passage(desk: Desk, claim_id: str, passage_id: str, by: str) -> None:
    with desk.open() as bench:
        bench.detach(claim_id, passage_id, by=by)


def sign(
    desk: Desk, keeper: DraftKeeper, claim_id: str, wanted: NewDecision, *, by: str, based_on: int
) -> ReviewEvent | Conflict:
    """Sign a decision. Comes back only after it is on the disk; its draft is gone then."""
    with keeper.lock, desk.open() as bench:
        try:
            event = bench.sign(claim_id, wanted, by=by, based_on=based_on)
        except ConflictError as error:
            return Conflict(error=error, view=bench.claim(claim_id, by=by))
        keeper.forget(claim_id)
        return event


def undo_last(desk: Desk, by: str) -> tuple[ReviewEvent, ReviewEvent | None]:
    """The withdrawal, and the decision that it took back."""
    with desk.open() as bench:
        withdrawal = bench.withdraw(by=by)
        history = bench.claim(withdrawal.claim_id).history
    return withdrawal, next((event for event in history if event.number == withdrawal.withdraws), None)


def open_claims_of(desk: Desk, article_id: str | None) -> list[Claim]:
    """The claims that nobody has decided, of one article or of all."""
    with desk.open("read") as bench:
        rows = bench.claims(article=article_id, suggested=False)
    return [row.claim for row in rows if not row.status.is_decision]


class _Stopped(Exception):  # noqa: N818  # no error: the reviewer asked for it
    """Matching is to end between two claims."""


def match_claims(desk: Desk, claims: Sequence[Claim], told: Callable[[int], bool]) -> int:
    """Match claims again. Returns how many were done.

    Args:
        told: Called with the count after each claim; False from it ends the work between two claims.
    """
    done = 0

    def follow(step: Progress) -> None:
        nonlocal done
        if step.stage is Stage.MATCHING and step.done:
            done = step.done
            if not told(done):
                raise _Stopped

    with suppress(_Stopped), desk.open() as bench:
        bench.match([claim.id for claim in claims], on_progress=follow)
    return done


def search_evidence(desk: Desk, text: str, *, top_k: int = 20) -> list[EvidenceView]:
    with desk.open() as bench:
        return bench.search(text, top_k=top_k)
