"""The claim detector: sentences, taken apart into what they assert, each with what its words stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from factcheck.claims.clauses.explained import Explained, in_place, put_together
from factcheck.claims.clauses.mending import mended
from factcheck.claims.clauses.wording import quoted_spans, spans_of
from factcheck.claims.context.context import Context
from factcheck.claims.detect.block_sentences import blocks_together, sentences_by_block
from factcheck.claims.detect.english import reads_english
from factcheck.claims.detect.plain_words import plain_words
from factcheck.claims.detect.propositions import Proposition, propositions
from factcheck.claims.detect.voices import Voice, Voices
from factcheck.claims.kinds.assertions import asserts
from factcheck.claims.kinds.kinds import kind_of
from factcheck.domain.articles import Article
from factcheck.domain.claims import Ambiguity, Claim, ClaimKind, Substitution
from factcheck.domain.ids import content_id
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.interfaces import SentenceSplitter, TextParser
from factcheck.language.sentences.many_texts import MOST
from factcheck.language.speech.speakers import is_first_person, name_of

_VERSION: Final = "parse/1"

_JUDGED: Final = 1_000
"""Characters of a sentence that say whether it asserts anything, where it couldn't be parsed."""


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
    unless it surely asserts nothing: see `asserts`. Where article or parser isn't of English, a sentence couldn't be
    parsed, or it holds markup, it is one claim.

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
        if not reads_english(self._parser.language, article.language):
            return list(self._whole_sentences(article))
        source = _Source(article, self.name)
        reader = _Reader(source, Context(article.published_on, article.published_on_inferred))
        return [claim for paragraphs in self._parsed(article) for claim in reader.claims(paragraphs)]

    def _parsed(self, article: Article) -> Iterator[list[list[ParsedSentence]]]:
        """The sentences of the blocks of prose, parsed, many blocks in one call."""
        for blocks in blocks_together(sentences_by_block(article, self._splitter, most=self._most)):
            parsed = self._parser.parse(article.text, [span for spans in blocks for span in spans])
            sentences = map(mended, parsed.sentences)
            yield [[next(sentences) for _ in spans] for spans in blocks]

    def _whole_sentences(self, article: Article) -> Iterator[Claim]:
        source = _Source(article, self.name)
        for spans in sentences_by_block(article, self._splitter, most=self._most):
            for place in spans:
                checked = plain_words(place.of(article.text))
                if asserts(checked, english=False):
                    yield source.claim((place,), checked, ClaimKind.STATEMENT)


class _Reader:
    """Goes through an article in its order; what a sentence means depends on those before it."""

    def __init__(self, source: _Source, context: Context) -> None:
        self._source = source
        self._context = context
        self._voices = Voices()
        self._paragraph = 0
        self._speakers: list[str] = []
        """Of each sentence so far, and of those of this portion, whom it names as speaking."""

    def claims(self, paragraphs: Sequence[Sequence[ParsedSentence]]) -> Iterator[Claim]:
        """The claims of the next paragraphs."""
        heard = self._voices.of(paragraphs)
        number = len(self._speakers)
        self._speakers += [voice.name for voices in heard for voice in voices]
        read: list[tuple[int, ParsedSentence, Voice, Sequence[Substitution | Ambiguity]]] = []
        for sentences, voices in zip(paragraphs, heard, strict=True):
            for at, (sentence, voice) in enumerate(zip(sentences, voices, strict=True), number):
                speaker = self._speaker(at, voice)
                found: Sequence[Substitution | Ambiguity] = self._context.explain(
                    sentence, speaker=speaker, paragraph=self._paragraph
                )
                if voice.speaker:
                    self._speakers[at] = _resolved(voice.speaker, voice.name, found)
                read.append((at, sentence, voice, found))
            number += len(sentences)
            self._paragraph += 1
        # Only now is it known who the one is that a later sentence attributes a quotation to: `he` has a name by then.
        for at, sentence, voice, explained in read:
            yield from _Told(self._source, sentence, voice, self._speaker(at, voice), explained).claims()

    def _speaker(self, number: int, voice: Voice) -> str:
        """Who speaks in a sentence: by its own words, or by those of the sentence that attributes it."""
        by = number if voice.speaker else voice.attributed_by
        return "" if by is None else self._speakers[by]


def _resolved(speaker: Sequence[Token], name: str, found: Sequence[Substitution | Ambiguity]) -> str:
    """The `name` of a speaker that a sentence tells, or what its words stand for: `Amina Sethi` for `she`."""
    place = Span(speaker[0].start, speaker[-1].end)
    put = [each for each in found if isinstance(each, Substitution) and each.span.overlaps(place)]
    # `the council's finance department` is not the council.
    return put[0].written if put and put[0].span.end == place.end else name


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence, with all that is known of it.

    Attributes:
        speaker: The name of who speaks in it; empty where nobody is named.
        found: What its words stand for.
    """

    source: _Source
    sentence: ParsedSentence
    voice: Voice
    speaker: str
    found: Sequence[Substitution | Ambiguity]

    def claims(self) -> Iterator[Claim]:
        """In the order of the text; of those that begin together, what the sentence is about first."""
        said = self.sentence.span.of(self.source.article.text)
        plain = plain_words(said)
        if not asserts(plain if self.sentence.is_parsed else plain[-_JUDGED:], self.sentence.tokens):
            return
        # What holds markup stays whole.
        is_plain = plain == " ".join(said.split())
        parts = propositions(self.sentence, is_quoted=self.voice.is_quoted) if is_plain else []
        if len(parts) > 1 or (self.voice.is_quoted and parts):
            found = [self._part(part, position) for position, part in enumerate(parts)]
            yield from sorted(found, key=lambda claim: claim.span.start)
        else:
            yield self._whole(reports=bool(self.voice.speaker or (parts and parts[0].reports)))

    def _whole(self, *, reports: bool) -> Claim:
        sentence = self.sentence
        found = Explained.of(self.found, (sentence.span,)).outside(quoted_spans(sentence.tokens))
        checked = plain_words(in_place(self.source.article.text, sentence.span, found.substitutions))
        claim = self.source.claim((sentence.span,), checked, kind_of(checked, sentence.tokens, reports=reports))
        return self._with_speaker(claim, found, self.speaker)

    def _part(self, part: Proposition, position: int) -> Claim:
        sentence, text = self.sentence, self.source.article.text
        # Where a sentence reports and nothing is taken from it, that it was said is all of it.
        spans = (sentence.span,) if part.words == sentence.tokens else spans_of(part.words, text)
        found = Explained.of(self.found, spans)
        if part.reports:
            found = found.outside(quoted_spans(sentence.tokens))
        checked = put_together(part.words, text, found.substitutions)
        kind = kind_of(checked, part.words, reports=part.reports)
        claim = self.source.claim(spans, checked, kind, position=position)
        return self._with_speaker(claim, found.with_changes(part.words, text, main=sentence.span), self._said_by(part))

    def _said_by(self, part: Proposition) -> str:
        """The name of whose words a part is, or of who is reported in it."""
        # What somebody quoted reports is theirs; who says `I` is whoever is quoted, else the author.
        if not part.speaker or is_first_person(part.speaker) or (self.voice.is_quoted and part.reports):
            return self.speaker if self.voice.is_quoted else ""
        name = name_of(self.sentence, part.speaker)
        return self.speaker if name == self.voice.name else _resolved(part.speaker, name, self.found)

    def _with_speaker(self, claim: Claim, found: Explained, speaker: str) -> Claim:
        return replace(
            claim,
            speaker=speaker or None,
            # The article's date is when the article says it; when someone it quotes said it, it doesn't tell.
            said_on=None if speaker else claim.said_on,
            substitutions=found.substitutions,
            ambiguities=found.ambiguities,
        )
