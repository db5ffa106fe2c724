"""Sources → articles with their claims, or documents with their passages. Each source is stored whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from factcheck.domain.articles import Article, BlockKind
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.evidence.passages import passages_of
from factcheck.ingest.opening import shown
from factcheck.interfaces import Clock, SentenceSplitter
from factcheck.store.snapshots import keep_snapshot

if TYPE_CHECKING:
    from factcheck.workbench.bench import Bench
    from factcheck.workbench.detecting import Detection


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """What adding an article did.

    Attributes:
        is_new: False where it was there already.
        found: Claims that were added, of `claims` in all.
        withdrawn: Claims that the detector no longer finds, and that no person had touched.
        kept_of: Characters kept and visible, where the reader took a part of the page.
        warnings: Of the reader: what may be missing or wrong.
        whole_sentences: Why each sentence is one claim; empty where sentences were taken apart.
    """

    article: Article
    is_new: bool
    found: int
    withdrawn: int
    claims: int
    kept_of: tuple[int, int] | None = None
    warnings: tuple[str, ...] = ()
    whole_sentences: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument:
    """What adding a document did."""

    document: Document
    is_new: bool
    passages: int
    kept_of: tuple[int, int] | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CutDocument:
    """A document with its passages, at least one, and the bytes that it came from."""

    document: Document
    passages: tuple[Passage, ...]
    raw: bytes


Added = TypeVar("Added", AddedArticle, AddedDocument)


def add_articles(
    bench: Bench, sources: Sequence[str], facts: SourceFacts | None = None
) -> Iterator[AddedArticle | ReadFailure]:
    """Read, store and detect, one source at a time; a source that fails doesn't stop the others."""
    for source in sources:
        for read in bench.reader.read(source):
            yield _added(read, lambda text: _add_article(bench, text, facts or SourceFacts()))


def add_evidence(
    bench: Bench, sources: Sequence[str], facts: SourceFacts | None = None
) -> Iterator[AddedDocument | ReadFailure]:
    """Read, cut into passages and store, one source at a time; a source that fails doesn't stop the others."""
    for source in sources:
        for read in bench.reader.read(source):
            yield _added(read, lambda text: _add_document(bench, text, facts or SourceFacts()))


def _added(read: SourceText | ReadFailure, add: Callable[[SourceText], Added]) -> Added | ReadFailure:
    """What `add` makes of a text; a failure where that finds that it can't be taken in."""
    if isinstance(read, ReadFailure):
        return read
    try:
        return add(read)
    except InputError as error:
        return ReadFailure(address=read.address, error=named_after(read.address, error))


def named_after(address: str, error: InputError) -> InputError:
    """The error with the source that it is about."""
    message = error.message if address in error.message else f"{shown(address)}: {error.message}"
    return InputError(message, hint=error.hint)


def _add_article(bench: Bench, read: SourceText, given: SourceFacts) -> AddedArticle:
    from factcheck.workbench.detecting import detected, why_whole_sentences

    as_read = article_of(read, given, bench.now)
    article = bench.articles.get(as_read.id) or as_read
    # Finding claims takes long, so it comes before the lock. If another program stored the article meanwhile, with
    # another date perhaps, its claims are found in what is stored.
    while (stored := _stored(bench, article, read.raw, detected(bench, article))) is None:
        article = bench.articles.get(article.id) or article
    whole = why_whole_sentences(bench.settings.parser, bench.parser.language, article.language)
    return replace(stored, kept_of=read.kept_of, warnings=read.warnings, whole_sentences=whole)


def _stored(bench: Bench, article: Article, raw: bytes, detection: Detection) -> AddedArticle | None:
    """Store an article and its claims; None, and nothing is stored, where another text of it is there by now."""
    from factcheck.workbench.detecting import store_detection

    with bench.database.transaction():
        there = bench.articles.get(article.id)
        if there is None:
            bench.articles.add(article, raw)
        elif there != article:
            return None
        else:
            keep_snapshot(bench.database, raw)
        found, withdrawn = store_detection(bench, detection)
        claims = bench.claims.count(article.id)
    return AddedArticle(article=article, is_new=there is None, found=found, withdrawn=withdrawn, claims=claims)


def article_of(read: SourceText, given: SourceFacts, now: Clock) -> Article:
    """The article that was read, stored or not; what is `given` outranks what it says of itself."""
    facts = given.over(read.facts)
    digest = hashlib.sha256(read.raw).hexdigest()
    return Article(
        # One page taken whole and its article alone are two texts, with places of their own.
        id=content_id("a", digest, *filter(None, [read.form])),
        title=facts.title or _title(read),
        text=read.text,
        blocks=read.blocks,
        source=_provenance(read, facts, digest, now),
        published_on=facts.published_on,
        published_on_inferred=bool(facts.date_inferred),
        author=facts.author,
        language=facts.language,
    )


def _add_document(bench: Bench, read: SourceText, given: SourceFacts) -> AddedDocument:
    cut = cut_document(read, given, bench.splitter, bench.now, max_sentences=bench.settings.max_sentences)
    is_new = store_document(bench, cut)
    return AddedDocument(
        document=cut.document, is_new=is_new, passages=len(cut.passages), kept_of=read.kept_of, warnings=read.warnings
    )


def store_document(bench: Bench, cut: CutDocument) -> bool:
    """Store a document with its passages; gives whether it wasn't there."""
    with bench.database.transaction():
        is_new = bench.documents.get(cut.document.id) is None
        if is_new:
            bench.documents.add(cut.document, cut.passages, cut.raw)
        else:
            keep_snapshot(bench.database, cut.raw)
    return is_new


def cut_document(
    read: SourceText, given: SourceFacts, splitter: SentenceSplitter, now: Clock, *, max_sentences: int
) -> CutDocument:
    """The document that was read, with its passages, stored or not; `given` outranks what it says of itself.

    Raises:
        InputError: If it has nothing to quote from, more sentences than that, or a kind that there isn't.
    """
    document = _document_of(read, given, now)
    passages = passages_of(document, splitter, max_sentences=max_sentences)
    if not passages:
        raise InputError(
            f"{read.address} has no prose to quote from, only headings or a site's own lines.",
            hint="Add a text that has sentences.",
        )
    return CutDocument(document=document, passages=tuple(passages), raw=read.raw)


def _document_of(read: SourceText, given: SourceFacts, now: Clock) -> Document:
    facts = given.over(read.facts)
    kind = document_kind(facts.kind)
    digest = hashlib.sha256(read.raw).hexdigest()
    source = _provenance(read, facts, digest, now)
    return Document(
        id=content_id("d", digest, source.address, source.publisher or "", kind.value, *filter(None, [read.form])),
        title=facts.title or _title(read),
        text=read.text,
        blocks=read.blocks,
        kind=kind,
        source=source,
        published_on=facts.published_on,
        published_on_inferred=bool(facts.date_inferred),
        author=facts.author,
        language=facts.language,
    )


def document_kind(name: str | None) -> DocumentKind:
    """The kind of this name; `document` where none is given.

    Raises:
        InputError: If there is no such kind.
    """
    try:
        return DocumentKind((name or DocumentKind.DOCUMENT.value).lower())
    except ValueError as error:
        kinds = ", ".join(DocumentKind)
        raise InputError(f"There is no kind of evidence {name!r}.", hint=f"Choose one of: {kinds}.") from error


def _provenance(read: SourceText, facts: SourceFacts, digest: str, now: Clock) -> Provenance:
    # The file's name and not its path: the folders of one machine say nothing to the next reader.
    name = read.address if read.address == "-" or "://" in read.address else PurePath(read.address).name
    return Provenance(
        address=facts.url or name,
        retrieved_at=read.retrieval.retrieved_at if read.retrieval else now(),
        sha256=digest,
        reader=read.reader,
        publisher=facts.publisher,
        owner=facts.owner,
    )


def _title(read: SourceText) -> str:
    """The first heading, else the beginning of the first prose, else the name it was read from."""
    for kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        for block in read.blocks:
            if block.kind is kind:
                words = " ".join(block.span.of(read.text).strip("#= \t\r\n").split())
                if words:
                    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"
    return PurePath(read.address).name
