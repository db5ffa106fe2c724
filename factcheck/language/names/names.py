"""Names in English text, by their capitals, and what they name where that is sure.

No model and no list of the world: a name is a run of capitalised words, and its kind comes from a title, a very common
first name, an age, a word such as `Ministry` or `River`, or an acronym in brackets. A capital at the beginning of a
sentence is a name only where something else says so. Headlines, in which every word has a capital, are passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final, Literal

from factcheck.domain.spans import Span
from factcheck.language.names import name_words
from factcheck.language.names.acronyms import acronyms
from factcheck.language.names.name_runs import Capitals, Run
from factcheck.language.names.office_words import HEADS, MODIFIERS, PORTFOLIOS, WEAK_HEADS
from factcheck.language.names.people import FIRST_NAMES, TITLES, Pronoun, pronoun_of
from factcheck.language.numbers.lexemes import Lexeme

NameKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name as it is written.

    Attributes:
        span: The name without its title and without `'s`.
        kind: What it names; None where that isn't sure.
        title: The title or office right before it: `Ms`, `Defence Minister`; None for none.
        pronoun: `he` or `she` where title or first name say so; None where they don't.
    """

    span: Span
    kind: NameKind | None = None
    title: Span | None = None
    pronoun: Pronoun | None = None


_AGE: Final = re.compile(
    r",\s(?:aged\s)?[1-9][0-9]?\s?,|\s\((?:aged\s)?[1-9][0-9]\)|,\s(?:who\sis\s|aged\s)[1-9][0-9]\b"
)
_OFFICE_WORDS: Final = HEADS | WEAK_HEADS | PORTFOLIOS | MODIFIERS | TITLES.keys()
_OFFICE_ENDS: Final = frozenset({"State", "Exchequer", "Staff", "Opposition", "Government", "Parliament", "House"})


def names(text: str) -> list[Name]:
    """The names of `text`, in order, without overlap. Any text is accepted; the time grows with its length."""
    introduced = acronyms(text)
    bodies = {each.of(text) for one in introduced for each in (one.long, one.short)}
    capitals = Capitals(text, frozenset(each.short.of(text) for each in introduced))
    found = [name for run in capitals.runs() if (name := _name(capitals, run)) is not None]
    found = [
        replace(each, kind="organisation") if each.kind is None and each.span.of(text) in bodies else each
        for each in found
    ]
    seen = Counter(each.span.of(text) for each in found)
    kept = [each for each in found if _is_sure(capitals, each, seen)]
    return _with_last_names(text, kept)


def _name(capitals: Capitals, run: Run) -> Name | None:
    read = list(capitals.words[run.first : run.last + 1])
    if len(read) == 1 and read[0].text in _OFFICE_ENDS and _is_behind_of(capitals, run.first):
        return None  # "the Secretary of State"
    if read[-1].text == "." and len(read) > 1 and not _is_abbreviation(read):
        read.pop()
    kind = _by_words(capitals, read, run)
    titles = 0 if kind else _title_length(read)
    if titles == len(read):
        return None  # "the Prime Minister": an office and no name
    title = Span(read[0].start, read[titles - 1].end) if titles else None
    name = read[titles:]
    if not kind and (title or _is_person(capitals, name)):
        kind = "person"
    end = name[-1].end - (2 if name[-1].text.endswith(("'s", "’s")) else 0)
    span = Span(name[0].start, end)
    pronoun = pronoun_of(capitals.text[read[0].start : end]) if kind == "person" else None
    return Name(span=span, kind=kind, title=title, pronoun=pronoun) if len(span) > 1 else None


def _is_behind_of(capitals: Capitals, at: int) -> bool:
    return at > 0 and capitals.words[at - 1].lower in ("of", "the")


def _is_abbreviation(read: list[Lexeme]) -> bool:
    return len(read[-2].text) == 1 or read[-2].text in name_words.ABBREVIATIONS


def _bare(token: Lexeme) -> str:
    return token.text.removesuffix("'s").removesuffix("’s")


def _by_words(capitals: Capitals, read: list[Lexeme], run: Run) -> NameKind | None:
    """What a word of the name itself, or beside it, says it is."""
    if len(read) > 1:
        last, first = _bare(read[-1]), read[0].text
        if last in name_words.ORGANISATION_ENDS or (first in name_words.ORGANISATION_HEADS and _has_of(read)):
            return "organisation"
        if last in name_words.PLACE_ENDS or first in name_words.PLACE_STARTS or _has_of(read):
            head = any(each.text in name_words.ORGANISATION_HEADS for each in read)
            return "organisation" if head and _has_of(read) else "place"
    words = capitals.words
    before = [each.lower for each in words[max(0, run.first - 2) : run.first]]
    after = words[run.last + 1].lower if run.last + 1 < len(words) else ""
    if len(before) == 2 and before[0] in name_words.PLACE_NOUNS and before[1] == "of":
        return "place"
    return "place" if after in name_words.REGION_NOUNS and before[-1:] == ["the"] else None


def _has_of(read: list[Lexeme]) -> bool:
    return any(each.text == "of" for each in read)


def _title_length(read: list[Lexeme]) -> int:
    """How many tokens at the front are a title or an office: 2 in `Defence Minister Ann Lee`."""
    length = 0
    for at, token in enumerate(read):
        low = token.lower
        if low in TITLES or low in HEADS:
            length = at + 2 if at + 1 < len(read) and read[at + 1].text == "." else at + 1
        elif low in WEAK_HEADS and (at or _first_name(read[at + 1 :])):
            length = at + 1
        elif low not in _OFFICE_WORDS and token.text not in ".-&" and low not in name_words.OPENERS:
            break
    return length


def _first_name(read: list[Lexeme]) -> bool:
    return len(read) > 1 and read[0].text in FIRST_NAMES


def _is_person(capitals: Capitals, name: list[Lexeme]) -> bool:
    if _first_name(name):
        return True
    if any(each.text == "of" for each in name):
        return False
    if len(name) > 1 and _AGE.match(capitals.text, name[-1].end):
        return True
    at = _index_before(capitals, name[0])
    before = capitals.words[at] if at >= 0 else None
    return len(name) in (2, 3) and before is not None and before.text in HEADS and before.end + 1 == name[0].start


def _index_before(capitals: Capitals, token: Lexeme) -> int:
    """The index of the token before `token`."""
    low, high = 0, len(capitals.words)
    while low < high:
        middle = (low + high) // 2
        if capitals.words[middle].start < token.start:
            low = middle + 1
        else:
            high = middle
    return low - 1


def _is_sure(capitals: Capitals, name: Name, seen: Counter[str]) -> bool:
    """Whether a name of one word at the beginning of a sentence is one, and not just a word that begins it."""
    said = name.span.of(capitals.text)
    if name.title or name.kind or not said.isalpha() or (said.isupper() and len(said) > 1):
        return True
    at = _index_before(capitals, Lexeme(name.span.start, name.span.end, said)) + 1
    if not capitals.opens_sentence(at):
        return True
    if capitals.text[name.span.end : name.span.end + 2] in ("'s", "’s"):
        return True
    return seen[said] > 1


def _with_last_names(text: str, found: list[Name]) -> list[Name]:
    """A single word that is the last name of one person of the text, and of nothing else, is that person."""
    people: dict[str, set[Pronoun | None]] = {}
    others: set[str] = set()
    for each in found:
        said = each.span.of(text).split()
        if each.kind == "person" and len(said) > 1:
            people.setdefault(said[-1], set()).add(each.pronoun)
        elif each.kind in ("place", "organisation"):
            others.update(said)
    return [_as_person(each, each.span.of(text), people, others) for each in found]


def _as_person(name: Name, said: str, people: dict[str, set[Pronoun | None]], others: set[str]) -> Name:
    if name.kind not in (None, "person") or said not in people or said in others:
        return name
    return replace(name, kind="person", pronoun=name.pronoun or _only(people[said]))


def _only(pronouns: set[Pronoun | None]) -> Pronoun | None:
    return next(iter(pronouns)) if len(pronouns) == 1 else None
