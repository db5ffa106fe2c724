"""The workbench as programs have it: one object, whose verbs are those of the command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar, Unpack

from factcheck.api.deciding import Deciding
from factcheck.api.editing import Editing
from factcheck.api.reading import Reading
from factcheck.api.sources import (
    ArticleFacts,
    EvidenceFacts,
    OnFailure,
    OnProgress,
    Source,
    facts_of,
    names_of,
    without_reports,
)
from factcheck.settings import with_top_k

if TYPE_CHECKING:
    from datetime import date

    from factcheck.domain.claims import ClaimKind
    from factcheck.domain.scores import ScoreRow
    from factcheck.domain.statuses import Status
    from factcheck.domain.suggestions import Suggestion
    from factcheck.domain.views import EvidenceView, ReportRows
    from factcheck.workbench.adding import AddedArticle, AddedDocument
    from factcheck.workbench.bench import Bench

Result = TypeVar("Result")


class Workbench(Reading, Deciding, Editing):
    """An open workbench. Made by `factcheck.open`; use it in a `with` statement, in the thread that opened it.

    What a verb stores is on the disk when it returns, and whole: where one is interrupted, by an exception out of a
    callback for instance, what was done of it is kept, and the next call does the rest. Several programs and threads
    may have the same file open; a write waits `busy_seconds` of the settings for another one.

    Every result is a frozen dataclass or a list of them. Every error that a caller can act on is a
    `factcheck.FactcheckError` with a `hint`.
    """

    def add(
        self,
        *sources: Source,
        whole: bool = False,
        on_added: Callable[[AddedArticle], object] | None = None,
        on_failure: OnFailure | None = None,
        on_progress: OnProgress | None = None,
        **facts: Unpack[ArticleFacts],
    ) -> list[AddedArticle]:
        """Take in articles: find their claims, embed and rank them. One that is there already is found again.

        Args:
            whole: Whether all of a web page is taken, and not only its article.
            on_added: Called with each article when it is stored.
            on_failure: Called with each source that can't be read, while the others go on. Without it the first one
                raises its error.
            on_progress: Called along the way.
            facts: What is known of the article.

        Raises:
            InputError: If a source can't be read.
            StoreError: If the workbench can't be written to; says which sources are stored.
        """
        from factcheck.workbench.jobs import take_articles

        names, known = names_of(sources), facts_of(facts)
        with self._models.lock:
            steps = take_articles(self._with_reader(whole=whole), names, known)
            return _told(without_reports(steps, on_failure, on_progress), on_added)

    def add_evidence(
        self,
        *sources: Source,
        whole: bool = False,
        on_added: Callable[[AddedDocument], object] | None = None,
        on_failure: OnFailure | None = None,
        on_progress: OnProgress | None = None,
        **facts: Unpack[EvidenceFacts],
    ) -> list[AddedDocument]:
        """Take in documents: cut them into passages and embed those. Otherwise as `add`.

        Args:
            facts: Besides those of an article: `publisher`, `owner` of the publisher, and `kind` (`note` for words of
                your own about a source, which are never shown as the source's).
        """
        from factcheck.workbench.jobs import take_evidence

        names, known = names_of(sources), facts_of(facts)
        with self._models.lock:
            steps = take_evidence(self._with_reader(whole=whole), names, known)
            return _told(without_reports(steps, on_failure, on_progress), on_added)

    def match(self, claims: Iterable[str] | None = None, *, on_progress: OnProgress | None = None) -> list[Suggestion]:
        """Find evidence for claims and suggest a status for each, in their order; for all open claims by default.

        A suggestion is the machine's and never a decision. Claims whose evidence hasn't changed keep theirs.

        Raises:
            UsageError: If there is no such claim.
            ModelError: If a model is missing.
        """
        from factcheck.workbench.jobs import match_claims
        from factcheck.workbench.matching import open_claims

        bench = self._bench
        chosen = open_claims(bench) if claims is None else bench.claims.by_ids(self._ids("c", claims))
        with self._models.lock:
            return list(without_reports(match_claims(bench, chosen), None, on_progress))

    def search(self, text: str, *, top_k: int | None = None) -> list[EvidenceView]:
        """The passages that fit a text best, by its words and by its meaning. No claim is needed.

        Args:
            top_k: At most so many; `top_k` of the settings where it is left out.

        Raises:
            UsageError: If the text says nothing.
        """
        from factcheck.workbench.matching import search

        with self._models.lock:
            return search(self._bench, text, top_k=with_top_k(self.settings, top_k).top_k)

    def score(  # noqa: PLR0913  # as many options as the command has
        self,
        sources: Source | Iterable[Source],
        *,
        top_k: int | None = None,
        kinds: Iterable[ClaimKind | str] = (),
        min_check_worthiness: float = 0.0,
        whole: bool = False,
        on_failure: OnFailure | None = None,
        on_progress: OnProgress | None = None,
    ) -> Iterator[ScoreRow]:
        """As `factcheck.score`, against the evidence of this workbench, of which it only reads."""
        from factcheck.api.scoring import rows, wanted_of

        bench, wanted, names = self._bench, wanted_of(kinds, min_check_worthiness), names_of(sources)
        settings = with_top_k(self.settings, top_k)
        # One of its own, so that what is asked of this scoring doesn't stay with the workbench.
        asked = type(bench)(bench.database, bench.parts, settings, bench.now)
        return without_reports(rows(asked, names, wanted, self._models.lock, whole=whole), on_failure, on_progress)

    def report(  # noqa: PLR0913  # one for each option of the command
        self,
        out: Source | BinaryIO,
        *ids: str,
        format: str | None = None,  # noqa: A002  # as everybody calls it
        since: date | None = None,
        statuses: Iterable[Status | str] = (),
        decided_only: bool = False,
        without_machine: bool = False,
        snapshots: bool = False,
        templates: Source | None = None,
    ) -> ReportRows:
        """Write a report; gives what it shows.

        Args:
            out: A file, which is replaced in one step, or a binary stream.
            ids: Articles and claims; without any, all of them.
            format: One of `REPORT_FORMATS`; by the file's ending, else `html`.
            since: Only claims that a person decided or changed on that day or later.
            snapshots: Whether the sources' bytes go with it.
            templates: A folder of templates in place of those of the HTML page.

        Raises:
            UsageError: If there is no such format, article or claim, or something else than a file stands at `out`.
            StoreError: If it can't be written.
            DamageError: If a signed quote no longer stands in its document: such a report must not go out.
        """
        from factcheck import wiring
        from factcheck.domain.selection import Selection
        from factcheck.domain.statuses import Status as StatusName
        from factcheck.workbench.exporting import agreed_format, write_report, write_stream
        from factcheck.workbench.reading import report_rows

        bench = self._bench
        _, chosen = agreed_format(format, os.fspath(out) if isinstance(out, str | os.PathLike) else None)
        if templates is not None:
            chosen = chosen.with_templates(Path(templates))
        selection = Selection(
            ids=tuple(self._id("a" if each.lower().startswith("a") else "c", each) for each in ids),
            since=since,
            statuses=tuple(map(StatusName, statuses)),
            decided_only=decided_only,
            without_machine=without_machine,
        )
        rows = report_rows(bench, selection, zone=wiring.local_zone(), snapshots=snapshots)
        if isinstance(out, str | os.PathLike):
            write_report(chosen, rows, Path(out), kept=(bench.database.path, bench.index_folder))
        else:
            write_stream(chosen, rows, out)
        return rows

    def _with_reader(self, *, whole: bool) -> Bench:
        from factcheck import wiring

        bench = self._bench
        bench.reader = wiring.make_reader(bench.settings, whole=whole)
        return bench


def _told(results: Iterable[Result], tell: Callable[[Result], object] | None) -> list[Result]:
    found = []
    for result in results:
        if tell is not None:
            tell(result)
        found.append(result)
    return found
