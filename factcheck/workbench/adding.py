"""Sources → articles with their claims, or documents with their passages. Each source is stored whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.domain.articles import Article, BlockKind
from factcheck.domain.claims import Standing
from factcheck.domain.documents import Document, DocumentKind
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.evidence.passages import passages_of
from factcheck.workbench.bench import Workbench
from factcheck.workbench.ranking import ranked_by_rules
from factcheck.workbench.redetecting import not_set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """What adding an article did.

    Attributes:
        is_new: False where it was there already.
        found: Claims that were added, of `claims` in all.
        withdrawn: Claims that the detector no longer finds, and that no person had touched.
        kept_of: Characters kept and visible, where the reader took a part of the page.
    """

    article: Article
    is_new: bool
    found: int
    withdrawn: int
    claims: int
    kept_of: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument:
    """What adding a document did."""

    document: Document
    is_new: bool
    passages: int
    kept_of: tuple[int, int] | None = None


def add_articles(
    bench: Workbench, sources: Sequence[str], facts: SourceFacts | None = None
) -> Iterator[AddedArticle | ReadFailure]:
    """Read, store and detect, one source at a time; a source that fails doesn't stop the others."""
    for source in sources:
        for read in bench.reader.read(source):
            yield read if isinstance(read, ReadFailure) else _add_article(bench, read, facts or SourceFacts())


def add_evidence(
    bench: Workbench, sources: Sequence[str], facts: SourceFacts | None = None
) -> Iterator[AddedDocument | ReadFailure]:
    """Read, cut into passages and store, one source at a time; a source that fails doesn't stop the others."""
    for source in sources:
        for read in bench.reader.read(source):
            if isinstance(read, ReadFailure):
                yield read
                continue
            try:
                yield _add_document(bench, read, facts or SourceFacts())
            except InputError as error:
                yield ReadFailure(address=read.address, error=error)


def _add_article(bench: Workbench, read: SourceText, given: SourceFacts) -> AddedArticle:
    as_read = article_of(bench, read, given)
    with bench.database.transaction():
        stored = bench.articles.get(as_read.id)
        article = stored or as_read
        if stored is None:
            bench.articles.add(article, read.raw)
        found, withdrawn = detect(bench, article)
        claims = len(bench.claims.of_article(article.id))
    return AddedArticle(
        article=article,
        is_new=stored is None,
        found=found,
        withdrawn=withdrawn,
        claims=claims,
        kept_of=read.kept_of,
    )


def article_of(bench: Workbench, read: SourceText, given: SourceFacts) -> Article:
    """The article that was read, stored or not; what is `given` outranks what it says of itself."""
    facts = given.over(read.facts)
    digest = hashlib.sha256(read.raw).hexdigest()
    return Article(
        # One page taken whole and its article alone are two texts, with places of their own.
        id=content_id("a", digest, *filter(None, [read.form])),
        title=facts.title or _title(read),
        text=read.text,
        blocks=read.blocks,
        source=_provenance(bench, read, facts, digest),
        published_on=facts.published_on,
        published_on_inferred=bool(facts.date_inferred),
        author=facts.author,
        language=facts.language,
    )


def detect(bench: Workbench, article: Article) -> tuple[int, int]:
    """Find the claims of an article, if this detector hasn't yet. Inside a transaction.

    What an older detector found and this one doesn't is withdrawn, and what both found is read anew, unless a person
    edited, decided or worked on it; what a person set aside stays aside.

    Returns:
        How many claims were added or brought back, and how many were withdrawn.
    """
    detector = bench.detector
    if bench.articles.detector(article.id) == detector.name:
        return 0, 0
    found = ranked_by_rules(bench, not_set_aside(bench, article.id, detector.detect(article)))
    ids = {claim.id for claim in found}
    before = {claim.id: claim for claim in bench.claims.of_article(article.id)}
    gone = {claim.id for claim in bench.claims.of_article(article.id, standing=Standing.WITHDRAWN)}
    touched = bench.claims.touched_by_people(article.id)
    vanished = before.keys() - ids - touched
    added = bench.claims.add(found)
    for claim in found:
        if claim.id in before and claim.id not in touched:
            bench.claims.reread(claim)
            if claim.checked != before[claim.id].checked:
                bench.vectors.drop("claim", claim.id)
    brought_back = bench.claims.set_standing(sorted(ids & gone), Standing.LISTED)
    withdrawn = bench.claims.set_standing(sorted(vanished), Standing.WITHDRAWN)
    bench.articles.record_detection(article.id, detector.name, bench.now())
    return added + brought_back, withdrawn


def _add_document(bench: Workbench, read: SourceText, given: SourceFacts) -> AddedDocument:
    facts = given.over(read.facts)
    kind = document_kind(facts.kind)
    digest = hashlib.sha256(read.raw).hexdigest()
    source = _provenance(bench, read, facts, digest)
    document = Document(
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
    passages = passages_of(document, bench.splitter)
    if not passages:
        raise InputError(
            f"{read.address} has no prose to quote from, only headings or a site's own lines.",
            hint="Add a text that has sentences.",
        )
    with bench.database.transaction():
        is_new = bench.documents.get(document.id) is None
        if is_new:
            bench.documents.add(document, passages, read.raw)
    return AddedDocument(document=document, is_new=is_new, passages=len(passages), kept_of=read.kept_of)


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


def _provenance(bench: Workbench, read: SourceText, facts: SourceFacts, digest: str) -> Provenance:
    # The file's name and not its path: the folders of one machine say nothing to the next reader.
    name = read.address if read.address == "-" or "://" in read.address else PurePath(read.address).name
    return Provenance(
        address=facts.url or name,
        retrieved_at=read.retrieval.retrieved_at if read.retrieval else bench.now(),
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
