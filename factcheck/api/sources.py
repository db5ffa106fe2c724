"""Sources and what is known of them, as callers give them; and what becomes of one that can't be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias, TypedDict, TypeVar

from factcheck.domain.progress import Progress
from factcheck.domain.sources import ReadFailure
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.documents import DocumentKind
    from factcheck.domain.sources import SourceFacts

Result = TypeVar("Result")

Source: TypeAlias = str | os.PathLike[str]
"""A file, a folder, a web address (where the settings say `fetch`), or `-` for standard input."""

OnProgress: TypeAlias = Callable[[Progress], object]
OnFailure: TypeAlias = Callable[[ReadFailure], object]


class ArticleFacts(TypedDict, total=False):
    """What is known of an article and its own file doesn't say; what is given here outranks what it says."""

    title: str | None
    author: str | None
    url: str | None
    published_on: date | None
    date_inferred: bool | None
    language: str | None


class EvidenceFacts(ArticleFacts, total=False):
    """The same of a piece of evidence."""

    publisher: str | None
    owner: str | None
    kind: DocumentKind | str | None


def facts_of(given: ArticleFacts | EvidenceFacts) -> SourceFacts:
    """The facts, where they are of the right form.

    Raises:
        UsageError: If `published_on` is no date, or is said to be inferred and isn't there.
    """
    from factcheck.domain.sources import SourceFacts

    when: object = given.get("published_on")
    if when is not None and (not isinstance(when, date) or isinstance(when, datetime)):
        raise UsageError(f"published_on is {when!r}, which is no date.", hint="Give a date: date(2025, 5, 23).")
    if given.get("date_inferred") and when is None:
        raise UsageError("date_inferred says how a date was found, and there is none.", hint="Give published_on too.")
    return SourceFacts(**given)


def names_of(sources: Source | Iterable[Source]) -> tuple[str, ...]:
    """Each source as the readers take it; one alone is one, and not its letters.

    Raises:
        UsageError: If one has no name: it would be the current folder, with all that is in it.
    """
    each = [sources] if isinstance(sources, str | os.PathLike) else sources
    names = tuple(os.fspath(source) for source in each)
    if not all(name.strip() for name in names):
        raise UsageError("A source has no name.", hint='Name a file or a folder; the current folder is ".".')
    return names


def without_reports(
    steps: Generator[Result | ReadFailure | Progress, None, None],
    on_failure: OnFailure | None,
    on_progress: OnProgress | None,
) -> Iterator[Result]:
    """The results alone; the rest is told to whoever wants to know.

    Raises:
        InputError: What a source failed with, where nobody wants to know of failures.
    """
    # What is open for the next step is closed with this one, however it ends.
    with closing(steps):
        for step in steps:
            if isinstance(step, Progress):
                if on_progress is not None:
                    on_progress(step)
            elif isinstance(step, ReadFailure):
                if on_failure is None:
                    raise step.error
                on_failure(step)
            else:
                yield step
