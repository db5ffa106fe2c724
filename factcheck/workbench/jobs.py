"""The long jobs of a desk, each with all that belongs to it: what is added is embedded and ranked too, and what is
matched has its vectors. Each tells how far it is; what was done before an interruption is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TypeAlias, TypeVar

from factcheck.domain.claims import Claim
from factcheck.domain.progress import Progress, Stage, measured
from factcheck.domain.sources import ReadFailure, SourceFacts
from factcheck.domain.suggestions import Suggestion
from factcheck.workbench.adding import AddedArticle, AddedDocument, add_articles, add_evidence
from factcheck.workbench.bench import Bench
from factcheck.workbench.indexing import update_index
from factcheck.workbench.matching import match
from factcheck.workbench.ranking import embed_and_rank, unranked
from factcheck.workbench.stored import or_say_what_is_stored, saying_what_is_stored

Added = TypeVar("Added", AddedArticle, AddedDocument)

Steps: TypeAlias = Generator[Added | ReadFailure | Progress, None, None]
"""What comes of sources, what could not be read of them, and how far it is."""


def take_articles(bench: Bench, sources: Sequence[str], facts: SourceFacts) -> Steps[AddedArticle]:
    """Store articles with their claims, then embed and rank those; a source that fails doesn't stop the others.

    Raises:
        StoreError: If it can't be written to any more; says what is stored.
    """
    added: list[AddedArticle] = []
    for each in read_each(sources, lambda source: add_articles(bench, [source], facts)):
        if isinstance(each, AddedArticle):
            added.append(each)
        yield each
    # Claims that an interrupted command left without their rank get it now, whatever was found this time.
    if any(each.found for each in added) or (added and unranked(bench)):
        with saying_what_is_stored(len(added)):
            yield from embed_and_rank(bench)


def take_evidence(bench: Bench, sources: Sequence[str], facts: SourceFacts) -> Steps[AddedDocument]:
    """Store documents with their passages, then embed those; a source that fails doesn't stop the others.

    Raises:
        StoreError: If it can't be written to any more; says what is stored.
    """
    added: list[AddedDocument] = []
    for each in read_each(sources, lambda source: add_evidence(bench, [source], facts)):
        if isinstance(each, AddedDocument):
            added.append(each)
        yield each
    if any(each.is_new for each in added):
        with saying_what_is_stored(len(added)):
            yield Progress(stage=Stage.LOADING)
            _ = bench.encoder
            yield from measured(Stage.EMBEDDING_PASSAGES, update_index(bench, "passage"))


def match_claims(bench: Bench, claims: Sequence[Claim]) -> Generator[Suggestion | Progress, None, None]:
    """Embed and rank what waits for that, then suggest a status for each of these claims, in their order."""
    if not claims and not unranked(bench):
        return
    yield from embed_and_rank(bench)
    yield from measured(Stage.EMBEDDING_PASSAGES, update_index(bench, "passage"))
    yield Progress(stage=Stage.MATCHING, total=len(claims))
    for done, suggestion in enumerate(match(bench, claims), 1):
        yield suggestion
        yield Progress(stage=Stage.MATCHING, done=done, total=len(claims))


def read_each(sources: Sequence[str], take: Callable[[str], Iterable[Added | ReadFailure]]) -> Steps[Added]:
    """What `take` makes of each source, one after another.

    Raises:
        StoreError: If it can't be written to any more; says which sources are stored and which are not.
    """
    stored: list[str] = []
    for number, source in enumerate(sources):
        yield Progress(stage=Stage.READING, done=number, total=len(sources), what=source)
        for each in or_say_what_is_stored(take(source), stored, sources[number:]):
            if not isinstance(each, ReadFailure):
                stored.append(source)
            yield each
