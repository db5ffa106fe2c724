"""`factcheck add`: articles → claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

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
    with_reader,
)

if TYPE_CHECKING:
    from factcheck.domain.sources import ReadFailure
    from factcheck.domain.views import Occurrence
    from factcheck.errors import FactcheckError
    from factcheck.workbench.adding import AddedArticle, AddedDocument
    from factcheck.workbench.bench import Workbench

Added = TypeVar("Added", "AddedArticle", "AddedDocument")

_MOST_SEEN: Final = 8
"""Claims met before that are named after adding."""

_MOST_ASKED: Final = 2_000
"""Claims of one command that are looked for among those met before: each is compared with every claim there is."""

_MUCH: Final = 0.5
"""Share of a page's characters from which on its article is likely to be all of it that matters."""


@click.command("add")
@sources_argument
@with_reader
@source_facts
@json_option
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
    from factcheck.cli import output, progress
    from factcheck.cli.stored import saying_what_is_stored
    from factcheck.workbench.adding import add_articles
    from factcheck.workbench.indexing import update_index
    from factcheck.workbench.occurrences import seen_before
    from factcheck.workbench.ranking import rank, unranked

    known = facts_of(context)
    added: list[AddedArticle] = []

    def show(result: AddedArticle) -> None:
        added.append(result)
        if not as_json:
            _print(context, result)

    bench = open_for_reading(context)
    with bench.database:
        failures = read_all(context, sources, lambda source: add_articles(bench, [source], known), show)
        # Claims that an interrupted command left without their rank get it now, whatever was found this time.
        if any(result.found for result in added) or (added and unranked(bench)):
            with saying_what_is_stored(len(added)):
                with progress.working(context, "Loading the model"):
                    _ = bench.encoder
                progress.measured(context, update_index(bench, "claim"), label="Embedding claims")
                progress.measured(context, rank(bench), label="Ranking claims")
        new = bench.claims.most_worth([result.article.id for result in added if result.found], _MOST_ASKED)
        seen = {claim_id: found for claim_id, found in seen_before(bench, new, most=1).items() if found}
    if as_json:
        from factcheck.report.records.published import occurrence_form

        found_before = [{"claim_id": claim_id, **occurrence_form(each[0])} for claim_id, each in seen.items()]
        articles = [_json(result) for result in added]
        output.print_json(
            {"articles": articles, "seen_before": found_before, "failures": output.failure_rows(failures)}
        )
    else:
        _print_seen(context, seen)
    if len(added) + len(failures) > 1:
        claims = output.counted(sum(result.claims for result in added), "claim")
        sum_up(context, "article", added, f"{claims} in all", len(failures))
    if added:
        output.next_step(context, "factcheck evidence add SOURCE..., then factcheck match")
    output.finish([error for _, error in failures], len(added))


def open_for_reading(context: click.Context) -> Workbench:
    """The workbench, made where there is none yet, with a reader that takes what the options say."""
    from factcheck import wiring

    settings = settings_of(context)
    bench = wiring.open_workbench(settings, mode="create")
    if takes_whole(context):
        bench.reader = wiring.make_reader(settings, whole=True)
    return bench


def read_all(
    context: click.Context,
    sources: Sequence[str],
    take: Callable[[str], Iterable[Added | ReadFailure]],
    show: Callable[[Added], None],
) -> list[tuple[str, FactcheckError]]:
    """Take in each source with `take`, show what came of it as it comes, and give what failed with its address.

    A failure is said at once, but for a first one that nothing else follows: that is the error the command ends with.
    """
    from factcheck.cli import output, progress
    from factcheck.cli.stored import or_say_what_is_stored
    from factcheck.domain.sources import ReadFailure
    from factcheck.ingest.web.addresses import is_address

    failures: list[tuple[str, FactcheckError]] = []
    stored: list[str] = []
    unsaid: list[str] = []
    may_fetch = settings_of(context).fetch

    def steps() -> Iterable[tuple[int, int]]:
        results = 0
        for number, source in enumerate(sources, 1):
            if may_fetch and is_address(source):
                output.say(context, f"Fetching {source}")
            for result in or_say_what_is_stored(take(source), stored, sources[number - 1 :]):
                results += 1
                if isinstance(result, ReadFailure):
                    failures.append((result.address, result.error))
                    unsaid.append(f"{result.error.message} {result.error.hint}")
                if results > 1:
                    while unsaid:
                        output.say(context, unsaid.pop(0))
                if not isinstance(result, ReadFailure):
                    stored.append(source)
                    show(result)
            yield number, len(sources)

    progress.measured(context, steps(), label="Reading")
    return failures


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
    language = result.article.language or "en"
    if not language.lower().startswith("en"):
        output.say(
            context,
            f"  in {language}: each sentence is one claim, ranked by rules; the trained rank knows English only",
        )
    tell_of_reading(context, result, reader=result.article.source.reader)


def _print_seen(context: click.Context, seen: Mapping[str, Sequence[Occurrence]]) -> None:
    """Name the claims that were met before, those with a decision first."""
    from factcheck.cli import output

    order = sorted(seen.items(), key=lambda each: (each[1][0].by is None, -each[1][0].similarity))
    for claim_id, (nearest, *_) in order[:_MOST_SEEN]:
        click.echo(f"  seen before: {claim_id} ~ {nearest.claim.id} ({nearest.similarity:.2f}): {nearest.words}")
    if len(order) > _MOST_SEEN:
        output.say(context, f"  … and {len(order) - _MOST_SEEN} more; `factcheck show CLAIM` tells")
    if order and order[0][1][0].by is not None:
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
    }
