"""Numbers that only together are the other text's: `270 soldiers and 120 civilians` are `390 people`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.language.quantities.quantities import Quantity
from factcheck.verdict.details.details import Details

_MOST_PARTS: Final = 4
_LEAST_TOTAL: Final = 13
"""Smaller totals are the same by chance too often."""
_ANYBODY: Final = "person"
"""What parts of any kind of people can be counted as together."""
_LEAST_TELLING_TOTAL: Final = 100
"""From here on two totals are hardly the same by chance, so that the nouns need not be general."""


class Sum(NamedTuple):
    """A counterpart in the passage that several numbers make up together, or that is one part of the total."""

    passage_span: Span
    note: str


def sum_of(claim: Details, ours: Quantity, passage: Details) -> Sum | None:
    """The total in the passage whose part `ours` is, or the parts in the passage whose total it is."""
    for row in _rows(claim):
        if ours in row:
            for theirs in passage.quantities:
                if _is_total(row, theirs) and _share_words(claim, ours, passage, theirs):
                    return Sum(theirs.span, _note(row, theirs, passage))
    for row in _rows(passage):
        if _is_total(row, ours) and _share_words(claim, ours, passage, row[0]):
            return Sum(Span(row[0].span.start, row[-1].span.end), _note(row, ours, claim))
    return None


def _rows(details: Details) -> Iterator[tuple[Quantity, ...]]:
    """Two and more quantities of one sentence, each of which is joined to the one before it."""
    found = details.quantities
    heads = [each[1] if each is not None else None for each in (details.head_at(one.span) for one in found)]
    for first in range(len(found) - 1):
        for last in range(first + 1, min(len(found), first + _MOST_PARTS)):
            before, head = heads[last - 1], heads[last]
            if before is None or head is None or head.relation != "conj" or head.head != before.place:
                break
            yield found[first : last + 1]


def _is_total(row: tuple[Quantity, ...], total: Quantity) -> bool:
    if any(each.ordinal or each.bound != "exact" or each.upper is not None or each.unit != total.unit for each in row):
        return False
    if total.ordinal or total.bound != "exact" or total.unit == "%" or sum(each.value for each in row) != total.value:
        return False
    if not all(each.noun or each.unit for each in row) or total.value < _LEAST_TOTAL:
        return False
    alike = total.noun in ("", _ANYBODY) or any(total.noun == each.noun for each in row)
    return alike or total.value >= _LEAST_TELLING_TOTAL


def _share_words(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> bool:
    """Whether the sentences have a word in common, so that the numbers are not of two stories."""
    mine = claim.stems_in(claim.sentence_at(ours.span.start))
    return bool(mine & passage.stems_in(passage.sentence_at(theirs.span.start)))


def _note(row: tuple[Quantity, ...], total: Quantity, details: Details) -> str:
    parts = " + ".join(f"{each.value:,.12g}" for each in row)
    return " ".join(f"{parts} = {total.span.of(details.text)}".split())
