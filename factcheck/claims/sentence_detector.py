"""The first claim detector: every sentence of the prose that asserts something is one claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.claims.assertions import asserts
from factcheck.claims.kinds import kind_of
from factcheck.claims.plain_words import blanked, plain_words
from factcheck.claims.speaker import speaker_of
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.ids import content_id
from factcheck.domain.spans import Span
from factcheck.interfaces import CheckWorthiness, SentenceSplitter

_VERSION: Final = "sentences/1"


class SentenceClaimDetector:
    """A `ClaimDetector` by sentences and rules.

    Headings, bylines, datelines, code and boilerplate hold no claims. In prose a sentence is one unless it surely
    asserts nothing: see `asserts`. Compound sentences stay whole; a person can split them.
    """

    def __init__(self, splitter: SentenceSplitter, worthiness: CheckWorthiness) -> None:
        self._splitter = splitter
        self._worthiness = worthiness

    @property
    def name(self) -> str:
        """Names the splitter with its version too: where the spans come from must stay explainable."""
        return f"{_VERSION} ({self._splitter.name})"

    def detect(self, article: Article) -> list[Claim]:
        """See `ClaimDetector.detect`. An article without prose gives no claims."""
        # An unknown language is read as English: its rules only leave out what they recognise.
        english = article.language is None or article.language.lower().startswith("en")
        found = [(span, plain_words(span.of(article.text))) for span in self._sentences(article)]
        found = [(span, checked) for span, checked in found if asserts(checked, english=english)]
        detector = self.name
        scores = self._worthiness.score([checked for _, checked in found])
        return [
            self._claim(article, span, checked, float(score), detector)
            for (span, checked), score in zip(found, scores, strict=True)
        ]

    def _sentences(self, article: Article) -> Iterator[Span]:
        """Sentences never reach over a block's end, and list and quotation markers stay outside them."""
        for block in article.blocks:
            if block.kind.is_prose:
                text = blanked(block.span.of(article.text), block.kind)
                yield from (span.shifted(block.span.start) for span in self._splitter.split(text))

    def _claim(self, article: Article, span: Span, checked: str, score: float, detector: str) -> Claim:
        speaker = speaker_of(checked)
        return Claim(
            id=content_id("c", article.id, span.start, span.end, 0),
            article_id=article.id,
            span=span,
            spans=(span,),
            said=span.of(article.text),
            checked=checked,
            kind=kind_of(checked),
            check_worthiness=score,
            detector=detector,
            reasons=self._worthiness.reasons(checked),
            speaker=speaker,
            # The article's date is when the article says it; when someone it quotes said it, it doesn't tell.
            said_on=article.published_on if speaker is None else None,
        )
