"""What a sentence mentions: its names, the noun phrases that describe something, and its pronouns."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.language.names.name_places import Place, head_of, name_places
from factcheck.language.names.name_titles import title_start

_AMOUNTS: Final = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_INNER: Final = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "quantmod", "advmod", "predet", "det"})
"""Relations of nouns that stand inside another phrase, or that tell when or how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something that a sentence mentions.

    Attributes:
        kind: A `name`; a `noun` phrase with a common noun as its head; a `pronoun` of the third person.
        head: The token that the others depend on.
        first, last: The places of the first and the last token of its words. Of a name without its title.
        title: The words before the name of a person that belong to it: `Mr`, `Prime Minister`.
        label: Of a name, the parser's label; empty where it has none.
        has_determiner: Whether it has an article or the like, or an owner.
    """

    kind: Literal["name", "noun", "pronoun"]
    head: Token
    first: int
    last: int
    title: tuple[Token, ...] = ()
    label: str = ""
    has_determiner: bool = False

    def tokens(self, sentence: ParsedSentence) -> tuple[Token, ...]:
        return sentence.tokens[self.first : self.last + 1]

    def span(self, sentence: ParsedSentence) -> Span:
        return Span(sentence.tokens[self.first].start, sentence.tokens[self.last].end)

    def text(self, sentence: ParsedSentence) -> str:
        return text_of(self.tokens(sentence))

    @property
    def is_plural(self) -> bool:
        return self.head.has("Number=Plur") or self.head.tag in {"NNS", "NNPS"}


def text_of(tokens: Sequence[Token]) -> str:
    """The words of neighbouring tokens as they stand, with single spaces."""
    pieces: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        pieces += [" " if before is not None and before.end < token.start else "", token.text]
    return "".join(pieces)


def said_in(sentence: ParsedSentence) -> str:
    """The sentence's characters at their places in it; white space of any kind is spaces."""
    characters = [" "] * len(sentence.span)
    for token in sentence.tokens:
        start = token.start - sentence.span.start
        characters[start : start + len(token.text)] = token.text
    return "".join(characters)


def mentions(sentence: ParsedSentence, known: Container[str] = ()) -> tuple[Mention, ...]:
    """All that the sentence mentions, by where it begins; a phrase stands before the names inside it.

    Args:
        known: The words of names, in small letters: the parser takes rare names at the beginning of a sentence for
            common nouns.
    """
    names = list(_names(sentence, known))
    taken = {place for name in names for place in range(name.first - len(name.title), name.last + 1)}
    others = [*_nouns(sentence, taken), *_pronouns(sentence)]
    return tuple(sorted((*names, *others), key=lambda each: (each.first, -each.last)))


def _pronouns(sentence: ParsedSentence) -> Iterator[Mention]:
    for token in sentence.tokens:
        if token.word_class == "PRON" and token.has("Person=3") and not token.lower.endswith(("self", "selves")):
            yield Mention(kind="pronoun", head=token, first=token.place, last=token.place)


def _nouns(sentence: ParsedSentence, taken: set[int]) -> Iterator[Mention]:
    for token in sentence.tokens:
        if token.word_class != "NOUN" or token.relation in _INNER or token.place in taken:
            continue
        entity = sentence.entity_at(token)
        if entity is not None and entity.label in _AMOUNTS:
            continue
        first = _left_edge(sentence, token)
        yield Mention(
            kind="noun",
            head=token,
            first=first,
            last=token.place,
            has_determiner=sentence.child(token, "det", "poss") is not None,
        )


def _left_edge(sentence: ParsedSentence, head: Token) -> int:
    """Where the words before the head that belong to it begin."""
    own = sentence.children(head, *_INNER, "poss")
    return min((sentence.subtree(each)[0].place for each in own if each.place < head.place), default=head.place)


def _names(sentence: ParsedSentence, known: Container[str]) -> Iterator[Mention]:
    end = 0
    places = [_without_letters(sentence, each) for each in name_places(sentence)]
    for place in sorted((*places, *_passed_over(sentence, places, known))):
        head = head_of(sentence.tokens[place.first : place.last + 1])
        first = title_start(sentence, place, least=end)
        end = place.last + 1
        if place.label == "NORP" and (head.word_class != "PROPN" or head.relation in _INNER):
            continue  # `Dutch` describes a word, `Muslims` and `the Dutch` are named
        yield Mention(
            kind="name",
            head=head,
            first=place.first,
            last=place.last,
            title=sentence.tokens[first : place.first],
            label=place.label,
            has_determiner=any(each.place < place.first for each in sentence.children(head, "det")),
        )


def _without_letters(sentence: ParsedSentence, place: Place) -> Place:
    """The name of a person without the letters behind it: `Ann Lee CBE`, but `Henry II`."""
    last = place.last
    while place.label == "PERSON" and last > place.first + 1 and _is_letters(sentence.tokens[last].text):
        last -= 1
    return place._replace(last=last)


def _is_letters(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not set(word) <= set("IVX")


def _passed_over(sentence: ParsedSentence, places: Sequence[Place], known: Container[str]) -> Iterator[Place]:
    taken = {at for place in places for at in range(place.first, place.last + 1)}
    for token in sentence.tokens:
        if token.word_class == "NOUN" and token.place not in taken and token.text[0].isupper() and token.lower in known:
            yield Place(token.place, token.place)
