"""The claim detector: sentences, taken apart into what they assert, each with what its words stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from factcheck.claims.clauses.explained import Explained, in_place, put_together
from factcheck.claims.clauses.mending import mended
from factcheck.claims.clauses.wording import quoted_spans, spans_of
from factcheck.claims.context.context import Context, Read
from factcheck.claims.context.pronouns import own_words
from factcheck.claims.detect.block_sentences import blocks_together, sentences_by_block
from factcheck.claims.detect.plain_words import plain_words
from factcheck.claims.detect.propositions import Proposition, propositions
from factcheck.claims.kinds.assertions import asserts
from factcheck.claims.kinds.kinds import kind_of
from factcheck.claims.quoted import Voice, name_of, teller_of, voices
from factcheck.domain.articles import Article
from factcheck.domain.claims import Ambiguity, Claim, ClaimKind, Substitution
from factcheck.domain.ids import content_id
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span
from factcheck.interfaces import SentenceSplitter, TextParser
from factcheck.language.sentences.many_texts import MOST
from factcheck.language.tagging import Token, tagged

_VERSION: Final = "parse/1"

_JUDGED: Final = 1_000
"""Characters of a sentence that say of what kind it is, where it couldn't be parsed."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    parsed: ParsedSentence
    said: str
    tokens: tuple[Token, ...]
    voice: Voice
    is_plain: bool

    @property
    def span(self) -> Span:
        return self.parsed.span


@dataclass(frozen=True, slots=True)
class _Source:
    """What all claims of one article share."""

    article: Article
    detector: str

    def claim(self, spans: tuple[Span, ...], checked: str, kind: ClaimKind, *, position: int = 0) -> Claim:
        """A claim of these parts; `position` tells apart those of a sentence that begin and end at the same place."""
        span = Span(spans[0].start, spans[-1].end)
        return Claim(
            id=content_id("c", self.article.id, span.start, span.end, position),
            article_id=self.article.id,
            span=span,
            spans=spans,
            said=span.of(self.article.text),
            checked=checked,
            kind=kind,
            check_worthiness=0.0,
            detector=self.detector,
            said_on=self.article.published_on,
        )


class ClauseClaimDetector:
    """A `ClaimDetector` by the clauses of parsed sentences.

    Headings, bylines, datelines, code and boilerplate hold no claims. In prose a sentence is read as one or more claims
    unless it surely asserts nothing: see `asserts`. Where the article isn't in the parser's language, a sentence
    couldn't be parsed, or it holds markup, it is one claim.

    Args:
        max_sentences: Most sentences of one article; the setting of that name.
    """

    def __init__(self, splitter: SentenceSplitter, parser: TextParser, *, max_sentences: int = MOST) -> None:
        self._splitter = splitter
        self._parser = parser
        self._most = max_sentences

    @property
    def name(self) -> str:
        """Names parser and splitter with their versions too: where the parts and the spans come from."""
        return f"{_VERSION} ({self._parser.name}; {self._splitter.name})"

    def detect(self, article: Article) -> list[Claim]:
        """See `ClaimDetector.detect`. An article without prose gives no claims; nothing is scored yet.

        Raises:
            InputError: If it has more than `max_sentences`.
        """
        # An unknown language is read as the parser's: the rules only leave out what they recognise.
        if article.language is not None and not article.language.lower().startswith(self._parser.language):
            return list(self._whole_sentences(article))
        context = Context(article.published_on, article.published_on_inferred)
        claims: list[Claim] = []
        source = _Source(article, self.name)
        for number, sentences in enumerate(self._blocks(article)):
            claims += _Paragraph(source, context, sentences, number).claims()
        return claims

    def _blocks(self, article: Article) -> Iterator[list[_Sentence]]:
        """The sentences of each block of prose, parsed; many blocks in one call."""
        for blocks in blocks_together(sentences_by_block(article, self._splitter, most=self._most)):
            spans_of_all = [span for spans in blocks for span in spans]
            parsed = map(mended, self._parser.parse(article.text, spans_of_all).sentences)
            for spans in blocks:
                sentences = [next(parsed) for _ in spans]
                said = [span.of(article.text) for span in spans]
                tokens = [
                    tuple(tagged(words)) if each.is_parsed else () for words, each in zip(said, sentences, strict=True)
                ]
                yield [
                    _Sentence(each, words, read, voice, plain_words(words) == " ".join(words.split()))
                    for each, words, read, voice in zip(sentences, said, tokens, voices(tokens), strict=True)
                ]

    def _whole_sentences(self, article: Article) -> Iterator[Claim]:
        source = _Source(article, self.name)
        for spans in sentences_by_block(article, self._splitter, most=self._most):
            for place in spans:
                checked = plain_words(place.of(article.text))
                if asserts(checked, english=False):
                    yield source.claim((place,), checked, ClaimKind.STATEMENT)


class _Paragraph:
    """The claims of one block, in the light of the article before it."""

    def __init__(self, source: _Source, context: Context, sentences: Sequence[_Sentence], number: int) -> None:
        self._source = source
        self._sentences = sentences
        self._speakers = [name_of(each.voice.speaker) for each in sentences]
        self._explained: list[list[Substitution | Ambiguity]] = []
        for at, sentence in enumerate(sentences):
            read = Read(sentence.span, sentence.said, sentence.tokens, self._heard(at), number)
            found = context.explain(read) if sentence.tokens else []
            self._speakers[at] = self._resolved(at, found)
            if not read.speaker and sentence.voice.speaker and self._heard(at):
                found = sorted(
                    (*found, *own_words(sentence.tokens, offset=sentence.span.start, speaker=self._heard(at))),
                    key=lambda each: each.span.start,
                )
            self._explained.append(found)

    def claims(self) -> Iterator[Claim]:
        for at, sentence in enumerate(self._sentences):
            plain = plain_words(sentence.said)
            if asserts(plain if sentence.tokens else plain[-_JUDGED:], sentence.parsed.tokens):
                quoted = sentence.voice.is_quoted
                parts = propositions(sentence.parsed, is_quoted=quoted) if sentence.is_plain else []
                apart = len(parts) > 1 or (quoted and parts)
                found = self._parts(at, parts) if apart else self._whole(at)
                # By where they begin; of those that begin together, what the sentence is about first.
                yield from sorted(found, key=lambda claim: claim.span.start)

    def _heard(self, at: int) -> str:
        """Who speaks in a sentence: by its own words, or by those of the sentence that attributes it."""
        voice = self._sentences[at].voice
        by = at if voice.speaker else voice.attributed_by
        if by is None:
            return ""
        speaker = self._sentences[by].voice.speaker
        name = self._speakers[by]
        return "" if len(speaker) == 1 and speaker[0].tag == "PRP" and name == speaker[0].text else name

    def _resolved(self, at: int, found: Sequence[Substitution | Ambiguity]) -> str:
        """The speaker of a sentence, with what its words stand for: `Amina Sethi` for `she`."""
        speaker = self._sentences[at].voice.speaker
        if not speaker:
            return ""
        start = self._sentences[at].span.start
        place = Span(start + speaker[0].start, start + speaker[-1].end)
        put = [each for each in found if isinstance(each, Substitution) and each.span.overlaps(place)]
        # `the council's finance department` is not the council.
        return put[0].written if put and put[0].span.end == place.end else self._speakers[at]

    def _whole(self, at: int) -> Iterator[Claim]:
        sentence = self._sentences[at]
        found = Explained.of(self._explained[at], (sentence.span,))
        found = found.outside(quoted_spans(sentence.parsed.tokens))
        checked = plain_words(in_place(self._source.article.text, sentence.span, found.substitutions))
        judged = checked if sentence.tokens else checked[:_JUDGED]
        kind = kind_of(judged, sentence.parsed.tokens, reports=bool(sentence.voice.speaker))
        claim = self._source.claim((sentence.span,), checked, kind)
        speaker = self._speaker(at)
        if kind is ClaimKind.QUOTATION and not speaker:
            speaker = teller_of(sentence.tokens)
        yield self._told(claim, found, speaker=speaker)

    def _parts(self, at: int, parts: Sequence[Proposition]) -> Iterator[Claim]:
        sentence, text = self._sentences[at], self._source.article.text
        for position, part in enumerate(parts):
            # Where a sentence reports and nothing is taken from it, that it was said is all of it.
            whole = part.words == sentence.parsed.tokens
            spans = (sentence.span,) if whole else spans_of(part.words, text)
            found = Explained.of(self._explained[at], spans)
            if part.reports:
                found = found.outside(quoted_spans(sentence.parsed.tokens))
            checked = put_together(part.words, text, found.substitutions)
            kind = kind_of(checked, part.words, reports=part.reports)
            claim = self._source.claim(spans, checked, kind, position=position)
            found = found.with_changes(part.words, text, main=sentence.span)
            yield self._told(claim, found, speaker=self._part_speaker(at, part))

    def _speaker(self, at: int) -> str:
        return self._speakers[at] or self._heard(at)

    def _part_speaker(self, at: int, part: Proposition) -> str:
        if part.reports and self._speakers[at]:
            return self._speakers[at]
        if not part.speaker:
            return self._heard(at) if self._sentences[at].voice.is_quoted else ""
        name = name_of(part.speaker)
        return self._speakers[at] if name == name_of(self._sentences[at].voice.speaker) else name

    def _told(self, claim: Claim, found: Explained, *, speaker: str) -> Claim:
        return replace(
            claim,
            speaker=speaker or None,
            # The article's date is when the article says it; when someone it quotes said it, it doesn't tell.
            said_on=None if speaker else claim.said_on,
            substitutions=found.substitutions,
            ambiguities=found.ambiguities,
        )
