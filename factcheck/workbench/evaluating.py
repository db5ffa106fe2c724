"""Measuring the product on labelled rows: `evaluation` reads and counts, the parts of the bench give the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol, TypeVar

from factcheck.claims.kinds.kinds import kind_of_text
from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.ready_claims import claim_of
from factcheck.domain.scores import GivenClaim
from factcheck.domain.spans import Span
from factcheck.evaluation.results import Result
from factcheck.interfaces import CheckWorthiness, ClaimDetector, Encoder, SentenceSplitter, TextParser
from factcheck.language.parsing.parses import Parses
from factcheck.workbench.bench import Parts

Step = TypeVar("Step")

_BATCH: Final = 256
"""Texts embedded between two steps of progress."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""When these articles are said to have been read: the same on every run, so that the same claims come of them."""


class Watch(Protocol):
    """Passes steps on and shows how far they are."""

    def __call__(self, steps: Iterable[Step], *, total: int, label: str) -> Iterator[Step]: ...


class Evaluator:
    """Runs the parts over labelled files. Each method reads the whole file before any part is loaded.

    Args:
        watch: Is given the long loops.
        limit: Take only so many rows of each file.
    """

    def __init__(self, parts: Parts, watch: Watch, *, limit: int | None = None) -> None:
        self._parts = parts
        self._watch = watch
        self._limit = limit

    def segment(self, path: Path) -> Result:
        """Sentence boundaries by the splitter.

        Raises:
            InputError: Where the file can't be read or a row has another form; so in every method here.
        """
        from factcheck.evaluation import segment

        texts = segment.read(path, limit=self._limit)
        found = [self._splitter.split(text.text) for text in self._watch(texts, total=len(texts), label="Splitting")]
        return segment.score(str(path), self._splitter.name, texts, found)

    def checkworthy(self, path: Path) -> Result:
        """Check-worthiness by the scorer, on the vectors of the encoder.

        Raises:
            ModelError: If the scorer was trained on another encoder.
        """
        from factcheck.evaluation import checkworthy

        texts = checkworthy.read(path, limit=self._limit)
        batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
        probabilities: list[float] = []
        for batch in self._watch(batches, total=len(batches), label=f"Scoring {_BATCH} texts at a time"):
            parsed = self._parses.of_each(each.text for each in batch)
            claims = [claim_of(GivenClaim(address="-", key="-", text=each.text), kind_of_text(each)) for each in parsed]
            vectors = self._encoder.encode([claim.checked for claim in claims])
            probabilities += self._worthiness.score(claims, vectors).tolist()
        return checkworthy.score(str(path), self._worthiness.name, texts, probabilities)

    def split(self, path: Path) -> Result:
        """The propositions of single sentences by the detector."""
        from factcheck.evaluation import split

        sentences = split.read(path, limit=self._limit)
        found = [
            [claim.checked for claim in self._detector.detect(sentence_article(each.text))]
            for each in self._watch(sentences, total=len(sentences), label="Finding claims")
        ]
        return split.score(str(path), self._detector.name, sentences, found)

    def claims(self, path: Path) -> Result:
        """All that the detector says of labelled sentences, each seen in its whole article.

        Raises:
            UsageError: If the articles of the labels can't be told from the file's name.
        """
        from factcheck.evaluation import claims, labelled
        from factcheck.ingest.structure.blocks import text_blocks

        sentences = labelled.read(path, limit=self._limit)
        articles = {sentence.article.id: sentence.article for sentence in sentences}
        found = {
            name: self._detector.detect(
                _article(each.text, text_blocks(each.text), title=each.title, published_on=each.published_on)
            )
            for name, each in self._watch(articles.items(), total=len(articles), label="Finding claims")
        }
        return claims.score(str(path), self._detector.name, sentences, found)

    @cached_property
    def _parses(self) -> Parses:
        return Parses(self._parser.parse_each, self._splitter.split)

    @cached_property
    def _parser(self) -> TextParser:
        return self._parts.make_parser()

    @cached_property
    def _splitter(self) -> SentenceSplitter:
        return self._parts.make_splitter()

    @cached_property
    def _detector(self) -> ClaimDetector:
        return self._parts.make_detector(self._splitter, self._parser)

    @cached_property
    def _encoder(self) -> Encoder:
        return self._parts.make_encoder()

    @cached_property
    def _worthiness(self) -> CheckWorthiness:
        return self._parts.make_worthiness(self._encoder)


Measured = Callable[[Evaluator, Path], Result]
"""One of the methods of `Evaluator`."""


def sentence_article(sentence: str) -> Article:
    """An article that consists of one sentence, in one paragraph; nothing else is known of it."""
    return _article(sentence, (Block(span=Span(0, len(sentence)), kind=BlockKind.PARAGRAPH),))


def _article(text: str, blocks: tuple[Block, ...], *, title: str = "", published_on: date | None = None) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article(
        id=content_id("a", digest),
        title=title,
        text=text,
        blocks=blocks,
        source=Provenance(address="-", retrieved_at=_EPOCH, sha256=digest, reader="eval/1"),
        published_on=published_on,
        language="en",
    )
