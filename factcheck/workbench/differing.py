"""What differs between two claims that say nearly the same, in words for a person.

Two claims can lie very near to each other and be opposites: "rose by 3 %" and "rose by 5 %" hardly differ to an
encoder. So whatever is alike is shown with what isn't. The details are those that `verdict` compares, by the same
rules; but both claims count alike here, and as they are near, a number that each has without the other is contrary
wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.parsing.parses import Parses
from factcheck.language.quantities.quantities import Quantity
from factcheck.language.stems import stem
from factcheck.language.times.dates import DateMention
from factcheck.verdict.details import date_ranges, quantity_values
from factcheck.verdict.details.details import Details, details_of_each
from factcheck.verdict.differences.comparing import differences
from factcheck.workbench.wording import united

_SHOWN: Final = 6
"""Most words named of each side."""
_MOST: Final = 1_000
"""Characters of each text that are compared: what is longer is no claim."""
_DIGITS: Final = re.compile(r"[^\s\d]?\d[\d.,:/-]*")
_NOWHERE: Final = Span(0, 0)
_ARTICLES: Final = frozenset(("a", "an", "the"))
_Found = TypeVar("_Found", Quantity, DateMention)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDifference:
    """One thing that differs.

    Attributes:
        aspect: `number`, `words`, or what `Difference` has.
        note: In words; "here" is the first text, "there" the second.
        is_contrary: True where both can't say the same: each has a number or a date that the other lacks, one denies,
            or one has another name or the like in the other's place. False where one only says more, or other words.
    """

    aspect: str
    note: str
    is_contrary: bool = False


def text_differences(here: str, there: str, parses: Parses) -> tuple[TextDifference, ...]:
    """What differs, numbers first; empty where nothing does."""
    here, there = here[:_MOST], there[:_MOST]
    details = details_of_each((here, there), parses)
    ours, theirs = details[here], details[there]
    found = (_numbers(ours, theirs), _dates(ours, theirs), _denials(ours, theirs), _words(ours, theirs))
    told = [each for each in found if each is not None]
    contrary = {each.aspect for each in told if each.is_contrary}
    return (*told, *(each for each in _in_its_place(ours, theirs) if each.aspect not in contrary))


def _numbers(ours: Details, theirs: Details) -> TextDifference | None:
    here, there = _unmatched(ours.quantities, theirs.quantities, _same_value)
    figures, other_figures = _loose_figures(ours), _loose_figures(theirs)
    mine = [*_said(ours, here), *(each for each in figures if each not in other_figures)]
    other = [*_said(theirs, there), *(each for each in other_figures if each not in figures)]
    return _told("number", mine, other, contrary=bool(mine and other))


def _same_value(one: Quantity, other: Quantity) -> bool:
    if (one.unit, one.ordinal) != (other.unit, other.ordinal):
        return False
    return quantity_values.follows(one, other) or quantity_values.follows(other, one)


def _loose_figures(details: Details) -> list[str]:
    """Numbers in names, scores and the like count nothing; they are compared as they are written."""
    found = [Span(*match.span()) for match in _DIGITS.finditer(details.text)]
    taken = [*(each.span for each in details.quantities), *(each.span for each in details.dates)]
    return [span.of(details.text).strip(".,:/-") for span in _outside(found, taken)]


def _dates(ours: Details, theirs: Details) -> TextDifference | None:
    here, there = _unmatched(ours.dates, theirs.dates, _same_time)
    apart = bool(here and there) and not any(_may_meet(one, other) for one in here for other in there)
    return _told("date", _said(ours, here), _said(theirs, there), contrary=apart)


def _same_time(one: DateMention, other: DateMention) -> bool:
    return replace(one, span=_NOWHERE) == replace(other, span=_NOWHERE)


def _may_meet(one: DateMention, other: DateMention) -> bool:
    """Whether both can be the same time, as far as they are exact; of `Friday` nobody knows which it is."""
    if any(each.relative is not None or each.ambiguous for each in (one, other)):
        return True
    return date_ranges.overlap(one, other)


def _denials(ours: Details, theirs: Details) -> TextDifference | None:
    # Two denials may cancel each other out; that one text has one more than the other is what matters.
    if len(ours.negations) % 2 == len(theirs.negations) % 2:
        return None
    here, there = ([one.cue.of(each.text) for one in each.negations] for each in (ours, theirs))
    return _told("negation", here, there, contrary=True)


def _words(ours: Details, theirs: Details) -> TextDifference | None:
    mine, other = _words_by_stem(ours), _words_by_stem(theirs)
    here = [word for each, word in mine.items() if each not in other]
    there = [word for each, word in other.items() if each not in mine]
    return _told("words", here, there, contrary=False)


def _words_by_stem(details: Details) -> dict[str, str]:
    """All words but articles that are in no number, date or denial."""
    words = {Span(each.start, each.end): each for each in lexemes(details.text) if each.is_word}
    # Of "three wounded soldiers" the number is compared as a number, the rest as words.
    counted = {stem(word) for each in details.quantities for word in (*each.noun.split(), *each.modifiers)}
    inside = set(words) - set(_outside(words, [each.span for each in details.quantities]))
    numbers = {span for span in inside if stem(words[span].text) not in counted}
    figures = [Span(*match.span()) for match in _DIGITS.finditer(details.text)]
    taken = [*(each.span for each in details.dates), *figures, *(each.cue for each in details.negations)]
    free = (words[span] for span in _outside(set(words) - numbers, taken))
    return {stem(each.lower): each.text for each in free if each.lower not in _ARTICLES}


def _in_its_place(ours: Details, theirs: Details) -> Iterator[TextDifference]:
    """What else the verdict's comparison is sure of: another name, office, speaker or quantifier in the same place."""
    told: dict[str, tuple[list[str], list[str]]] = {}
    for one, other, first in ((ours, theirs, 0), (theirs, ours, 1)):
        for each in differences(one, other):
            if each.comparison is Comparison.DIFFERS and each.passage_span is not None:
                aspect = "number" if each.aspect == "quantity" else each.aspect
                sides = told.setdefault(aspect, ([], []))
                sides[first].append(each.claim_span.of(one.text))
                sides[1 - first].append(each.passage_span.of(other.text))
    for aspect, (here, there) in told.items():
        difference = _told(aspect, here, there, contrary=True)
        if difference is not None:
            yield difference


def _unmatched(
    ours: Sequence[_Found], theirs: Sequence[_Found], same: Callable[[_Found, _Found], bool]
) -> tuple[list[_Found], list[_Found]]:
    here = [each for each in ours if not any(same(each, other) for other in theirs)]
    there = [each for each in theirs if not any(same(each, other) for other in ours)]
    return here, there


def _said(details: Details, found: Sequence[Quantity] | Sequence[DateMention]) -> list[str]:
    return [" ".join(each.span.of(details.text).split()) for each in found]


def _told(aspect: str, here: Sequence[str], there: Sequence[str], *, contrary: bool) -> TextDifference | None:
    sides = [f"{_listed(words)} {side}" for words, side in ((here, "here"), (there, "there")) if words]
    if not sides:
        return None
    only = "only " if len(sides) == 1 else ""
    return TextDifference(aspect=aspect, note=f"{aspect}: {only}{', '.join(sides)}", is_contrary=contrary)


def _listed(words: Sequence[str]) -> str:
    shown = list(dict.fromkeys(words))
    more = ", …" if len(shown) > _SHOWN else ""
    return ", ".join(f"“{each}”" for each in shown[:_SHOWN]) + more


def _outside(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """The spans that touch none of `taken`, in order; both are walked once."""
    blocked = united(taken)
    found, at = [], 0
    for span in sorted(spans):
        while at < len(blocked) and blocked[at].end <= span.start:
            at += 1
        if at == len(blocked) or not blocked[at].overlaps(span):
            found.append(span)
    return found
