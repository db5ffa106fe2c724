"""The names of a parsed text, what each names, and the title before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from factcheck.domain.parsed_text import ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.language.names.bodies import is_body
from factcheck.language.names.name_kinds import is_of_person, is_of_place
from factcheck.language.names.name_places import name_places
from factcheck.language.names.name_titles import title_start
from factcheck.language.names.people import pronoun_of
from factcheck.language.names.titles import Pronoun

NameKind = Literal["person", "body", "place", "other"]
_KINDS: Final[dict[str, NameKind]] = {
    "PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a name.

    Attributes:
        tokens: Those of the name, without title, article and `'s`.
        sentence: The number of its sentence in the text, from 0.
        kind: What it names. `other` is a people, a product, an event, a law, a work, or what nobody can tell.
        label: The parser's own for it, by the scheme of OntoNotes; empty for a name that it passed over.
        sure: Whether grammar says that it is a person's: a title, an age or a role beside it.
        title: The title, rank or office right before it: `Ms.`, `Defence Minister`, `goalkeeper`; None for none.
        pronoun: `he` or `she` where title or first name say so; None where they don't.
    """

    tokens: tuple[Token, ...]
    sentence: int
    kind: NameKind
    label: str = ""
    sure: bool = False
    title: Span | None = None
    pronoun: Pronoun | None = None

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as they stand there, hyphens among them."""
        return tuple(each.text for each in self.tokens)


def names(parsed: ParsedText) -> list[Name]:
    """The names of a text, in order, without overlap; none of sentences that weren't parsed."""
    found = [
        name for number, sentence in enumerate(parsed.sentences) for name in _names_of(parsed.text, sentence, number)
    ]
    return _alike(found)


def _names_of(text: str, sentence: ParsedSentence, number: int) -> Iterator[Name]:
    end = 0
    for place in name_places(sentence) if sentence.is_parsed else ():
        first = title_start(sentence, place, least=end)
        end = place.last + 1
        tokens = sentence.tokens[place.first : end]
        title = (
            Span(sentence.tokens[first].start, sentence.tokens[place.first - 1].end) if first < place.first else None
        )
        sure = title is not None or is_of_person(sentence, place)
        kind: NameKind = "person" if sure else _KINDS.get(place.label, "other")
        if not sure and is_body([each.text for each in tokens]):
            kind = "body"
        elif not sure and is_of_place(sentence, place):
            kind = "place"
        said = text[(title.start if title else tokens[0].start) : tokens[-1].end]
        yield Name(
            tokens=tokens,
            sentence=number,
            kind=kind,
            label=place.label,
            sure=sure,
            title=title,
            pronoun=pronoun_of(said) if kind == "person" else None,
        )


def _alike(found: Sequence[Name]) -> list[Name]:
    """What is written alike in one text names alike: by grammar where it says so once, else by most mentions.

    A word that alone is the last name of one of the text's people, and of nothing else, is that person.
    """
    kinds: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
    for each in found:
        kinds[each.words][each.kind] += _SURE if each.sure else 1
    most: dict[tuple[str, ...], NameKind] = {words: counts.most_common(1)[0][0] for words, counts in kinds.items()}
    people: dict[str, set[Pronoun | None]] = defaultdict(set)
    for each in found:
        if len(each.words) > 1 and most[each.words] == "person":
            people[each.words[-1]].add(each.pronoun)
    others = {word for words, kind in most.items() if len(words) > 1 and kind in ("body", "place") for word in words}
    surely = {each.words[-1] for each in found if each.sure}
    return [_of_kind(each, most, people, others - surely) for each in found]


_SURE: Final = 1000
"""How many mentions one that grammar is sure of outweighs."""


def _of_kind(
    name: Name,
    most: dict[tuple[str, ...], NameKind],
    people: dict[str, set[Pronoun | None]],
    others: set[str],
) -> Name:
    kind, last = most[name.words], name.words[-1]
    if kind != "person" and len(name.words) == 1 and last in people and last not in others:
        kind = "person"
    if kind != "person":
        return replace(name, kind=kind, pronoun=None)
    pronouns = people.get(last, set())
    alone = len(name.words) == 1 and len(pronouns) == 1
    return replace(name, kind=kind, pronoun=name.pronoun or (next(iter(pronouns)) if alone else None))
