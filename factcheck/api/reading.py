"""What is in a workbench: claims with their state, evidence and history, and the texts that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.api.opened import Opened, several
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.articles import Article
    from factcheck.domain.documents import Document
    from factcheck.domain.priorities import Ranked
    from factcheck.domain.reasons import ReasonCode
    from factcheck.domain.suggestions import Suggestion
    from factcheck.domain.views import ClaimRow, ClaimView, Occurrence


class Reading(Opened):
    """Nothing in here loads a model. An id may be cut to any beginning that fits only one."""

    def claims(
        self,
        *,
        status: Status | str | None = None,
        article: str | None = None,
        reason: ReasonCode | str | None = None,
        suggested: bool = True,
    ) -> list[ClaimRow]:
        """The listed claims in the order of their articles: all, or those of a status, an article, a reason's code.

        Args:
            reason: Only claims whose suggestion has it: `FC111`.
            suggested: Whether suggestions are read too (in short: without passages); they take most of the time where
                there are thousands.

        Raises:
            UsageError: If there is no such status, article or code.
        """
        from factcheck.domain.reasons import code_named
        from factcheck.workbench.reading import claim_rows

        if status is not None and status not in list(Status):
            raise UsageError(f"There is no status {str(status)!r}.", hint=f"Choose one of: {', '.join(Status)}.")
        code = None if reason is None else code_named(reason)
        rows = claim_rows(
            self._bench,
            status=None if status is None else Status(status),
            article_id=None if article is None else self._id("a", article),
            suggested=suggested or code is not None,
        )
        return [row for row in rows if code is None or (row.suggestion is not None and code in row.suggestion.codes)]

    def by_priority(self, rows: Sequence[ClaimRow]) -> list[tuple[ClaimRow, Ranked]]:
        """Rows in the order of the desk, by check-worthiness and its own priorities, each with what moved it."""
        from factcheck.workbench.reading import by_priority

        return by_priority(self._bench, rows)

    def claim(self, claim: str, *, by: str | None = None) -> ClaimView:
        """One claim with all that is known of it, and with the draft of `by`.

        Raises:
            UsageError: If there is no such claim.
        """
        from factcheck.workbench.reading import claim_view

        return claim_view(self._bench, self._id("c", claim), by=self._signer(by))

    def suggestions(self, claims: Iterable[str]) -> dict[str, Suggestion]:
        """The newest suggestion of each of these claims (whole ids) in short; claims without one are left out."""
        return self._bench.suggestions.newest_in_short(several(claims))

    def passage_ids(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The passages that those suggestions rest on, best first, by claim id."""
        return self._bench.suggestions.passage_ids(several(claims))

    def seen_before(self, *ids: str, most: int = 5) -> dict[str, list[Occurrence]]:
        """Where claims were seen before in nearly the same words, nearest first, by claim id; the others are left out.

        From stored vectors: a claim that was never embedded has no answer.

        Args:
            ids: Of claims; of articles, for the 2,000 of their claims that are most worth checking.
            most: Most occurrences of one claim.

        Raises:
            UsageError: If there is no such claim or article.
        """
        from factcheck.workbench.occurrences import seen_before, seen_before_in

        articles = [self._id("a", each) for each in ids if each.startswith("a-")]
        claims = [self._id("c", each) for each in ids if not each.startswith("a-")]
        found = seen_before_in(self._bench, articles, most=most) | seen_before(self._bench, claims, most=most)
        return {claim_id: each for claim_id, each in found.items() if each}

    def repeated(self, view: ClaimView) -> dict[int, str]:
        """The claims whose decisions were signed again in a claim's history, by the number of that decision."""
        from factcheck.workbench.reusing import reused_from

        return reused_from(self._bench, view.history)

    def article(self, article: str) -> Article:
        """An article with its text.

        Raises:
            UsageError: If there is no such article.
        """
        article_id = self._id("a", article)
        found = self._bench.articles.get(article_id)
        assert found is not None  # articles are never removed
        return found

    def titles(self) -> dict[str, str]:
        """The titles of all articles by their ids, in the order in which they came."""
        return self._bench.articles.titles()

    def document(self, document: str) -> Document:
        """A piece of evidence with its text.

        Raises:
            UsageError: If there is no such document.
        """
        document_id = self._id("d", document)
        found = self._bench.documents.get(document_id)
        assert found is not None  # documents are never removed
        return found

    def count_documents(self) -> int:
        """How many pieces of evidence there are."""
        return self._bench.documents.count()
