"""A first look at an article: its claims beside the passages that share their words, without a database or a model.

It takes a fraction of a second, so that there is something to see while the models are loaded. The parts are those of a
workbench: claims are found by the same rules, passages by the same text search, details compared by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.first_looks import Cited, FirstLook, FirstLooks
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError, UsageError
from factcheck.ingest.opening import shown
from factcheck.interfaces import CheckWorthiness, ClaimDetector, Clock, LexicalIndex, Reader, SentenceSplitter
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.verdict.details.details import Details, details_of_each
from factcheck.verdict.first_look.first_look import LEAST_TO_COMPARE, look_at
from factcheck.verdict.suggestion.coverage import share_in_text
from factcheck.verdict.suggestion.thresholds import Source
from factcheck.workbench.adding import CutDocument, article_of, cut_document, named_after

if TYPE_CHECKING:
    from factcheck.domain.citations import Citation
    from factcheck.domain.documents import Document, Passage

_MORE: Final = 4
"""Passages beside the best `top_k`, as many as `match` keeps at most."""


class Shelf(LexicalIndex, Protocol):
    """Evidence that can be added to, searched and cited."""

    def __len__(self) -> int:
        """How many passages there are."""
        ...

    @property
    def documents(self) -> int: ...

    def add(self, document: Document, found: Sequence[Passage]) -> None: ...

    def passage(self, passage_id: str) -> Passage: ...

    def citation(self, document_id: str) -> Citation: ...


@dataclass(frozen=True, kw_only=True)
class LooseBench:
    """Evidence that isn't stored, and the parts that compare claims with it."""

    settings: Settings
    splitter: SentenceSplitter
    detector: ClaimDetector
    parses: Parses
    rules: CheckWorthiness
    now: Clock
    shelf: Shelf


def read_article(reader: Reader, source: str, given: SourceFacts) -> SourceText:
    """The one article of a source; what is `given` outranks what it says of itself.

    Raises:
        InputError: If it can't be read.
        UsageError: If it holds more than one article.
    """
    found = []
    for read in reader.read(source):
        if isinstance(read, ReadFailure):
            raise read.error
        found.append(read)
        if len(found) > 1:
            raise UsageError(
                f"{shown(source)} holds more than one article.",
                hint="Name one article; `factcheck score SOURCE... --evidence SOURCE` takes many.",
            )
    (article,) = found
    return replace(article, facts=given.over(article.facts))


def take_evidence(bench: LooseBench, texts: Iterable[SourceText]) -> Iterator[CutDocument | ReadFailure]:
    """Cut the texts into passages and put them on the shelf, one at a time; one with nothing to quote is a failure."""
    for text in texts:
        try:
            cut = cut_document(
                text, SourceFacts(), bench.splitter, bench.now, max_sentences=bench.settings.max_sentences
            )
        except InputError as error:
            yield ReadFailure(address=text.address, error=named_after(text.address, error))
        else:
            bench.shelf.add(cut.document, cut.passages)
            yield cut


def claims_of(bench: LooseBench, text: SourceText) -> tuple[Article, list[Claim]]:
    """The article and its claims, in its order, each with the rank that rules give.

    Raises:
        InputError: If the article has more sentences than may be read.
    """
    from factcheck.workbench.ranking import ranked_by

    article = article_of(text, SourceFacts(), bench.now)
    return article, ranked_by(bench.rules, bench.detector.detect(article))


def first_looks(bench: LooseBench, article: Article, claims: Sequence[Claim]) -> FirstLooks:
    """Compare the claims of an article with what is on the shelf."""
    shelf = bench.shelf
    checked = details_of_each((each.checked for each in claims), bench.parses)
    found = [_near(bench, checked[each.checked]) for each in claims]
    details = details_of_each((each.text for passages in found for each in passages), bench.parses)
    looks = []
    for claim, passages in zip(claims, found, strict=True):
        cited = {each.id: Cited(passage=each, citation=shelf.citation(each.document_id)) for each in passages}
        sources = {
            name: Source(details=details[each.passage.text], origin=name, published_on=each.citation.published_on)
            for name, each in cited.items()
        }
        made = look_at(claim, checked[claim.checked], sources, claim_on=claim.said_on or article.published_on)
        looks.append(
            FirstLook(
                claim=claim,
                outcome=made.outcome,
                differences=made.differences,
                evidence=cited[made.passage_id] if made.passage_id is not None else None,
                sentence=made.sentence,
                missing=made.missing,
            )
        )
    return FirstLooks(article=article, documents=shelf.documents, passages=len(shelf), looks=tuple(looks))


def _near(bench: LooseBench, claim: Details) -> list[Passage]:
    """The passages that a claim is compared with. The others have too few of its words, and aren't parsed."""
    # Words that only join others find everything, and each costs time.
    asked = " ".join(each.text for each in claim.content_words) or claim.text
    found = [bench.shelf.passage(hit.id) for hit in bench.shelf.search(asked, top_k=bench.settings.top_k + _MORE)]
    return [each for each in found if share_in_text(claim.text, each.text) >= LEAST_TO_COMPARE]
