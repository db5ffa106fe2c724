"""Who holds an office: the name beside its words, or before `is`, `was`, `became` and the like."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.domain.spans import Span
from factcheck.language.names import office_words
from factcheck.language.names.names import Name
from factcheck.language.names.office_phrases import Phrase, lower_at
from factcheck.language.names.office_words import DETERMINERS
from factcheck.language.numbers.lexemes import Lexeme


class Names:
    """The names of a text by where they begin and where they end."""

    def __init__(self, found: Sequence[Name]) -> None:
        self._by_start = {each.span.start: each for each in found}
        self._by_end = {each.span.end: each for each in found}

    def at(self, place: int, *, person: bool = True) -> Name | None:
        """The name that begins at `place`; of a person or of what isn't known, unless `person` is False."""
        return _fitting(self._by_start.get(place), person=person)

    def ending(self, place: int, *, person: bool = True) -> Name | None:
        """The name that ends at `place`, likewise."""
        return _fitting(self._by_end.get(place), person=person)


def _fitting(name: Name | None, *, person: bool) -> Name | None:
    return name if name is not None and (not person or name.kind in (None, "person")) else None


def holder_of(words: Sequence[Lexeme], phrase: Phrase, after: int, people: Names, front: int) -> Span | None:
    """The name right behind the office, in apposition behind or before it, or before `is`, `was`, `became`."""
    for place in (phrase.end, after):
        if place < len(words):
            name = people.at(words[place].start)
            if name is not None and words[place].start - words[place - 1].end <= 1 and place == phrase.end:
                return name.span
            if words[place].text == "," and place + 1 < len(words):
                name = people.at(words[place + 1].start)
                name = name or _titled(words, place + 1, people)
                if name is not None and _closes(words, name):
                    return name.span
    return _holder_before(words, front, people)


def _titled(words: Sequence[Lexeme], at: int, people: Names) -> Name | None:
    """`, Ms Lee,`: the name behind its title."""
    step = at + 2 if lower_at(words, at + 1) == "." else at + 1
    name = people.at(words[step].start) if step < len(words) else None
    return name if name is not None and name.title is not None and name.title.start == words[at].start else None


def _closes(words: Sequence[Lexeme], name: Name) -> bool:
    """Whether a sign or a verb stands behind a name in apposition, and no list goes on."""
    at = bisect_left(words, name.span.end, key=lambda token: token.start)
    return at >= len(words) or words[at].text in ",.;:)—–?!" or words[at].lower not in ("and", "or")


def _holder_before(words: Sequence[Lexeme], front: int, people: Names) -> Span | None:
    if front and words[front - 1].lower in DETERMINERS:
        front -= 1
    if not front:
        return None
    if words[front - 1].text == "," and front > 1:
        back = front - 4 if words[front - 2].is_number and front > 3 and words[front - 3].text == "," else front - 2
        name = people.ending(words[back].end)
        return name.span if name is not None else None
    for copula in office_words.COPULAS:
        start = front - len(copula)
        if start > 0 and tuple(each.lower for each in words[start:front]) == copula:
            before = words[start - 1]
            step = start - 2 if before.text == "," and copula[0] == "who" and start > 1 else start - 1
            name = people.ending(words[step].end)
            return name.span if name is not None else None
    return None
