"""`factcheck add`: articles → claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar, cast

import click

from factcheck.cli.options import (
    everywhere,
    facts_of,
    json_option,
    settings_of,
    source_facts,
    sources_argument,
    takes_whole,
    with_encoder,
    with_parser,
    with_reader,
)

if TYPE_CHECKING:
    from factcheck.api.sources import ArticleFacts
    from factcheck.domain.progress import Progress
    from factcheck.domain.sources import ReadFailure
    from factcheck.domain.views import Occurrence
    from factcheck.errors import FactcheckError
    from factcheck.workbench.adding import AddedArticle, AddedDocument

Added = TypeVar("Added", "AddedArticle", "AddedDocument")

_MOST_SEEN: Final = 8
"""Claims met before that are named after adding."""

_MUCH: Final = 0.5
"""Share of a page's characters from which on its article is likely to be all of it that matters."""


@click.command("add")
@sources_argument
@with_reader
@source_facts
@json_option
@with_parser
@with_encoder
@everywhere
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...], as_json: bool) -> None:
    """Take in articles and find their claims.

    SOURCE is a file (text, Markdown, HTML, PDF, DOCX, ODT, EPUB), an RSS or Atom feed, JSON Lines (.jsonl, .jsonl.gz),
    a folder of such files, a web address (only with --fetch), or - for standard input.

    A text or Markdown file may begin with a block of facts between two lines of ---, such as `title: …` and
    `published-on: 2025-05-23`. Adding the same article again changes nothing.

    \b
    Example:
      factcheck add story.html --url https://example.org/story --published-on 2025-05-23
      factcheck add https://example.org/story --fetch
    """
    import factcheck
    from factcheck.cli import output, progress

    settings = settings_of(context)
    output.warn_of_parser(settings)
    told = Told(context)
    added: list[AddedArticle] = []

    def show(result: AddedArticle) -> None:
        added.append(result)
        told.come()
        if not as_json:
            _print(context, result)

    with (
        factcheck.open(settings=settings) as bench,
        progress.followed(context) as follow,
    ):
        bench.add(
            *sources,
            whole=takes_whole(context),
            on_added=show,
            on_failure=told.failed,
            on_progress=told.before(follow),
            # None of its options says more than this.
            **cast("ArticleFacts", facts_of(context)),
        )
        found = bench.seen_before(*[result.article.id for result in added if result.found], most=1)
    seen = {claim_id: each[0] for claim_id, each in found.items()}
    if as_json:
        from factcheck.report.records.published import occurrence_form

        found_before = [{"claim_id": claim_id, **occurrence_form(each)} for claim_id, each in seen.items()]
        articles = [_json(result) for result in added]
        output.print_json(
            {"articles": articles, "seen_before": found_before, "failures": output.failure_rows(told.failures)}
        )
    else:
        _print_seen(context, seen)
    if len(added) + len(told.failures) > 1:
        claims = output.counted(sum(result.claims for result in added), "claim")
        sum_up(context, "article", added, f"{claims} in all", len(told.failures))
    if added:
        output.next_step(context, "factcheck evidence add SOURCE..., then factcheck match")
    output.finish([error for _, error in told.failures], len(added))


class Told:
    """Says which address is fetched, and what could not be read.

    A failure is said at once, but for a first one that nothing else follows: that is the error the command ends with.

    Attributes:
        failures: What failed, with its address.
    """

    def __init__(self, context: click.Context) -> None:
        self.failures: list[tuple[str, FactcheckError]] = []
        self._context = context
        self._may_fetch = settings_of(context).fetch
        self._results = 0
        self._unsaid: list[str] = []

    def failed(self, failure: ReadFailure) -> None:
        """A source that couldn't be read."""
        self.failures.append((failure.address, failure.error))
        self._unsaid.append(f"{failure.error.message} {failure.error.hint}")
        self.come()

    def come(self) -> None:
        """Something came of a source."""
        from factcheck.cli import output

        self._results += 1
        if self._results > 1:
            while self._unsaid:
                output.say(self._context, self._unsaid.pop(0))

    def before(self, follow: Callable[[Progress], object]) -> Callable[[Progress], None]:
        """Passes on how far it is, after saying what is fetched."""
        from factcheck.cli import output
        from factcheck.ingest.web.addresses import is_address

        def told(step: Progress) -> None:
            if self._may_fetch and is_address(step.what):
                output.say(self._context, f"Fetching {step.what}")
            follow(step)

        return told


def read_all(
    context: click.Context,
    sources: Sequence[str],
    take: Callable[[str], Iterable[Added | ReadFailure]],
    show: Callable[[Added], None],
) -> list[tuple[str, FactcheckError]]:
    """Take in each source with `take`, show what came of it as it comes, and give what failed with its address."""
    from factcheck.cli import progress
    from factcheck.domain.progress import Progress
    from factcheck.domain.sources import ReadFailure
    from factcheck.workbench.jobs import read_each

    told = Told(context)
    with progress.followed(context) as follow:
        before = told.before(follow)
        for each in read_each(sources, take):
            if isinstance(each, Progress):
                before(each)
            elif isinstance(each, ReadFailure):
                told.failed(each)
            else:
                told.come()
                show(each)
    return told.failures


def sum_up(
    context: click.Context, noun: str, added: Sequence[AddedArticle] | Sequence[AddedDocument], more: str, failed: int
) -> None:
    """One line over many sources."""
    from factcheck.cli import output

    new = sum(result.is_new for result in added)
    words = f"{output.counted(len(added), noun)} ({new} new), {more}"
    output.say(context, f"{words}; {failed} could not be read." if failed else f"{words}.")


def _print(context: click.Context, result: AddedArticle) -> None:
    from factcheck.cli import output

    words = output.counted(result.claims, "claim")
    if not result.is_new:
        words += (
            ", already in the workbench" if not (result.found or result.withdrawn) else f", {result.found} of them new"
        )
    if result.withdrawn:
        words += f", {result.withdrawn} withdrawn"
    click.echo(f"{result.article.id}  {output.shortened(result.article.title, 70)}  ({words})")
    if result.whole_sentences:
        output.say(context, f"  each sentence is one claim: {result.whole_sentences}")
    language = result.article.language or "en"
    if not language.lower().startswith("en"):
        output.say(context, f"  in {language}: ranked by rules; the trained rank knows English only")
    tell_of_reading(context, result, reader=result.article.source.reader)


def _print_seen(context: click.Context, seen: Mapping[str, Occurrence]) -> None:
    """Name the claims that were met before, those with a decision first."""
    from factcheck.cli import output

    order = sorted(seen.items(), key=lambda each: (each[1].by is None, -each[1].similarity))
    for claim_id, nearest in order[:_MOST_SEEN]:
        click.echo(f"  seen before: {claim_id} ~ {nearest.claim.id} ({nearest.similarity:.2f}): {nearest.words}")
    if len(order) > _MOST_SEEN:
        output.say(context, f"  … and {len(order) - _MOST_SEEN} more; `factcheck show CLAIM` tells")
    if order and order[0][1].by is not None:
        output.say(context, "  To take a decision over: factcheck decide CLAIM --same-as OTHER")


def tell_of_reading(context: click.Context, result: AddedArticle | AddedDocument, *, reader: str) -> None:
    """Say what the reader warns of, and how much of a page was kept: extraction is where text is lost in silence."""
    from factcheck.cli import output

    for warning in result.warnings:
        output.warn(warning)
    if result.kept_of is None:
        return
    if takes_whole(context) and not result.is_new and "whole" not in reader:
        output.say(context, "  it is stored without --whole, and stays as it is")
        return
    kept, visible = result.kept_of
    advice = "; --whole takes all of it" if kept < _MUCH * visible else ""
    output.say(context, f"  kept {kept} of {visible} characters of the page{advice}")


def _json(result: AddedArticle) -> dict[str, object]:
    return {
        "id": result.article.id,
        "title": result.article.title,
        "address": result.article.source.address,
        "is_new": result.is_new,
        "claims": result.claims,
        "found": result.found,
        "withdrawn": result.withdrawn,
        "kept_of": list(result.kept_of) if result.kept_of else None,
        "warnings": list(result.warnings),
        "whole_sentences": result.whole_sentences,
    }
