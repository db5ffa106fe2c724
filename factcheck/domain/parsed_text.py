"""A text as a parser read it: the tokens of its sentences, how they depend on each other, and the names among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.domain.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, number or sign, as the parser cut it: `can't` is two, `New York` is two.

    Attributes:
        place: Its place in the sentence, from 0.
        start, end: Where it stands, in code points of the whole text.
        text: Its characters as they stand there.
        tag: Part of speech, by the scheme of the pipeline: for English that of the Penn Treebank, `VBD`, `NNS`.
        word_class: Part of speech, by Universal Dependencies: `VERB`, `NOUN`, `PROPN`, `PUNCT`.
        lemma: Its dictionary form; of a pronoun the word itself.
        morphology: Features by Universal Dependencies, `Number=Sing|Person=3`; empty where it has none.
        head: The place of the token that it depends on; its own place for the root of the sentence.
        relation: How it depends on its head: for English by the scheme of CLEAR, as spaCy's pipelines have it: `nsubj`,
            `dobj`, `relcl`; `ROOT` for the root.
    """

    place: int
    start: int
    end: int
    text: str
    tag: str
    word_class: str
    lemma: str
    morphology: str
    head: int
    relation: str

    @property
    def lower(self) -> str:
        """In small letters, its apostrophes straight."""
        return self.text.lower().replace("’", "'")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def has(self, feature: str) -> bool:
        """Whether its morphology holds this feature: `Tense=Past`."""
        return feature in self.morphology.split("|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A stretch of tokens that the parser takes for a name, a time or an amount.

    Attributes:
        label: What it names, by the scheme of the pipeline: for English that of OntoNotes, `PERSON`, `ORG`, `DATE`.
        first, last: The places of its first and its last token.
    """

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ParsedSentence:
    """One sentence. It has no tokens where it wasn't parsed: it is too long to be one, or nothing could parse it.

    Compared and hashed by identity, so that what was read in it can be kept beside it.

    Attributes:
        span: Where it stands in the text.
        tokens: Every visible character stands in one of them, in order; none of them is white space.
        entities: In order, without overlap.
    """

    span: Span
    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.place:
                found[token.head].append(token)
        object.__setattr__(self, "_children", tuple(map(tuple, found)))  # asked for all the time

    @property
    def is_parsed(self) -> bool:
        return bool(self.tokens)

    @property
    def root(self) -> Token:
        """What everything else depends on: mostly the verb of the main clause.

        Raises:
            LookupError: If the sentence wasn't parsed.
        """
        for token in self.tokens:
            if token.head == token.place:
                return token
        raise LookupError("a sentence that wasn't parsed has no root")

    def head(self, token: Token) -> Token:
        """What it depends on; itself for the root."""
        return self.tokens[token.head]

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """What depends on it directly, in order; only by these relations, where some are named."""
        found = self._children[token.place]
        return tuple(each for each in found if each.relation in relations) if relations else found

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first of `children`."""
        return next((each for each in self._children[token.place] if not relations or each.relation in relations), None)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """It and all that depends on it, at any depth, in the order of the text."""
        found, waiting = [token], [token]
        while waiting:
            more = self._children[waiting.pop().place]
            found += more
            waiting += more
        return tuple(sorted(found, key=lambda each: each.place))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """What it depends on, and what that depends on, up to the root."""
        while token.head != token.place:
            token = self.tokens[token.head]
            yield token

    def entity_at(self, token: Token) -> Entity | None:
        """The entity that this token is a part of."""
        return next((each for each in self.entities if each.first <= token.place <= each.last), None)

    def tokens_of(self, entity: Entity) -> tuple[Token, ...]:
        return self.tokens[entity.first : entity.last + 1]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ParsedText:
    """A text with its sentences, in order; compared and hashed by identity.

    Attributes:
        text: All of it; the offsets of the sentences and tokens are into it.
        language: ISO 639-1 code of the language that it was read as; empty where it wasn't parsed.
    """

    text: str
    sentences: tuple[ParsedSentence, ...]
    language: str = ""

    def sentence_at(self, place: int) -> ParsedSentence | None:
        """The sentence that holds `place`, or the last that begins before it; None before the first."""
        at = bisect_right(self.sentences, place, key=lambda each: each.span.start) - 1
        return self.sentences[at] if at >= 0 else None

    @property
    def tokens(self) -> Iterator[Token]:
        """Those of all sentences."""
        return (token for sentence in self.sentences for token in sentence.tokens)
