"""What a sentence mentions: its names, the noun phrases that describe something, and its pronouns."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from factcheck.domain.parsed_text import Entity, ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.language.names.titles import TITLES

_NAMING: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
"""Labels of entities that are names, by OntoNotes; `NORP` is a word such as `Dutch`."""
_AMOUNTS: Final = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_INNER: Final = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "quantmod", "advmod", "predet", "det"})
"""Relations of nouns that stand inside another phrase, or that tell when or how much."""
_LONGEST_OF: Final = 8
"""Tokens of an `of` phrase that still belongs to what is mentioned: `the town of Yeoncheon`."""


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
            last=_with_of(sentence, token),
            has_determiner=sentence.child(token, "det", "poss") is not None,
        )


def _left_edge(sentence: ParsedSentence, head: Token) -> int:
    """Where the words before the head that belong to it begin."""
    before = [each for each in sentence.children(head) if each.place < head.place and each.relation in {*_INNER, "poss"}]
    first = min((sentence.subtree(each)[0].place for each in before), default=head.place)
    return min(first, head.place)


def _with_of(sentence: ParsedSentence, head: Token) -> int:
    """The last token of the phrase, with the `of` phrase right behind its head."""
    for each in sentence.children(head, "prep"):
        if each.place == head.place + 1 and each.lower == "of":
            inner = sentence.subtree(each)
            last = inner[-1].place
            whole = last - each.place == len(inner) - 1
            if whole and len(inner) <= _LONGEST_OF and not any(word.word_class in {"VERB", "PUNCT"} for word in inner):
                return last
    return head.place


def _names(sentence: ParsedSentence, known: Container[str]) -> Iterator[Mention]:
    for first, last in _runs(sentence, known):
        yield from _names_of_run(sentence, first, last)


def _runs(sentence: ParsedSentence, known: Container[str]) -> Iterator[tuple[int, int]]:
    """Stretches of proper nouns, with what joins them inside one entity."""
    inside = {
        place: entity.label in _NAMING
        for entity in sentence.entities
        for place in range(entity.first, entity.last + 1)
    }
    first: int | None = None
    for token in sentence.tokens:
        belongs = _is_of_name(sentence, token, inside.get(token.place)) or _is_known(token, known)
        if first is not None and not (belongs and not _begins_other(sentence, token)):
            yield from _trimmed(sentence, first, token.place - 1)
            first = None
        if belongs and first is None:
            first = token.place
    if first is not None:
        yield from _trimmed(sentence, first, len(sentence.tokens) - 1)


def _begins_other(sentence: ParsedSentence, token: Token) -> bool:
    """Whether another name begins here, without anything between them: it explains the one before."""
    return token.relation == "appos" and sentence.entity_at(sentence.tokens[token.place - 1]) is not sentence.entity_at(token)


def _is_known(token: Token, known: Container[str]) -> bool:
    return token.word_class == "NOUN" and token.text[0].isupper() and token.lower in known


def _is_of_name(sentence: ParsedSentence, token: Token, in_name: bool | None) -> bool:
    """Whether a token belongs to a name.

    Args:
        in_name: Whether it stands in an entity that is a name; None where it stands in none.
    """
    if in_name is False and token.word_class == "PROPN":
        entity = sentence.entity_at(token)
        return entity is not None and entity.label == "NORP" and not token.lower.endswith("s")
    if token.word_class == "PROPN":
        return True
    return bool(in_name) and token.word_class != "DET" and token.tag != "POS" or _joins_name(sentence, token)


def _joins_name(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is a hyphen, or the ending of a possessive inside one entity: `Dong-jin`, `Residents' Group`."""
    if token.place == 0 or token.place + 1 == len(sentence.tokens):
        return False
    before, after = sentence.tokens[token.place - 1], sentence.tokens[token.place + 1]
    if token.text in {"-", "‐", "‑"}:
        return before.word_class == "PROPN" and before.end == token.start and token.end == after.start
    entity = sentence.entity_at(token)
    return token.tag == "POS" and entity is not None and entity.label in _NAMING and token.place < entity.last


def _trimmed(sentence: ParsedSentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The run without what can't begin or end a name."""
    while first <= last and not sentence.tokens[first].text[0].isalnum():
        first += 1
    while first <= last and (sentence.tokens[last].tag == "POS" or not sentence.tokens[last].text[-1:].isalnum()) and (
        not sentence.tokens[last].text.endswith(".")
    ):
        last -= 1
    if first <= last and any(token.text[0].isupper() for token in sentence.tokens[first : last + 1]):
        yield first, last


def _names_of_run(sentence: ParsedSentence, first: int, last: int) -> Iterator[Mention]:
    people = [each for each in _entities_in(sentence, first, last) if each.label == "PERSON"]
    if people and people[-1].last >= last - 1:
        begin = max(first, people[-1].first)
        begin = _after_titles(sentence, begin, last)
        end = next((each.place - 1 for each in sentence.tokens[begin + 1 : last] if each.lower == "of"), last)
        yield _name(sentence, begin, end, label="PERSON", title=sentence.tokens[first:begin])
        return
    begin = _after_titles(sentence, first, last)
    entity = sentence.entity_at(sentence.tokens[last])
    label = entity.label if entity is not None and entity.label in _NAMING else ""
    yield _name(sentence, begin, last, label=label, title=sentence.tokens[first:begin])


def _entities_in(sentence: ParsedSentence, first: int, last: int) -> list[Entity]:
    return [each for each in sentence.entities if first <= each.last and each.first <= last]


def _after_titles(sentence: ParsedSentence, first: int, last: int) -> int:
    """Where the name begins behind the titles that it begins with."""
    while first < last and sentence.tokens[first].lower.rstrip(".") in TITLES:
        first += 1
    return first


def _name(
    sentence: ParsedSentence, first: int, last: int, *, label: str, title: tuple[Token, ...]
) -> Mention:
    head = next(
        (each for each in sentence.tokens[first : last + 1] if not first <= each.head <= last or each.head == each.place),
        sentence.tokens[last],
    )
    return Mention(
        kind="name",
        head=head,
        first=first,
        last=last,
        title=title,
        label=label,
        has_determiner=any(each.place < first for each in sentence.children(head, "det")),
    )
