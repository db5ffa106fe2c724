"""The parts of a claim that no passage covers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.domain.reasons import ReasonCode
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance
from factcheck.domain.suggestions import Gap
from factcheck.verdict.details.details import Details
from factcheck.verdict.suggestion.coverage import covered_words

_MET: Final = (Comparison.AGREES, Comparison.DIFFERS)
_BETWEEN: Final = re.compile(r"[^.;:!?]{0,20}")
"""What may stand between two words of one gap: small words and signs, and no end of a clause."""


def gaps(checked: Details, stances: Sequence[Stance], passages: Mapping[str, Details]) -> tuple[Gap, ...]:
    """The phrases of a claim that no passage has, in order, without overlap.

    A quantity or date is covered where a passage confirms or contradicts it, and a word where the passages have it
    among the claim's other words (`coverage`). Words that stand side by side make one phrase. Dates like `Friday` are
    no gaps: nothing can cover them until they are resolved.

    Args:
        passages: The details of each by its id; where one is missing, words are no gaps, for it may have them.
    """
    numbers = [each.span for each in checked.quantities]
    numbers += [each.span for each in checked.dates if each.relative is None and not each.ambiguous]
    open_dates = [each.span for each in checked.dates if each.relative is not None or each.ambiguous]
    met = [each for stance in stances for each in stance.differences if each.aspect != "negation"]
    is_read = all(each.passage_id in passages for each in stances)
    covered = covered_words(checked, [passages[each.passage_id] for each in stances]) if is_read else frozenset()
    settled = [each.claim_span for each in met if each.comparison in _MET]
    bare = [
        each.span
        for each in checked.content_words
        if is_read
        and each.span not in covered
        and not any(each.span.overlaps(span) for span in (*numbers, *open_dates, *settled))
    ]
    holes = [span for span in numbers if not any(each.claim_span == span for each in met if each.comparison in _MET)]
    return tuple(_gap(checked.text, span, met, numbers) for span in _phrases(checked, sorted([*bare, *holes])))


def lacking_numbers(checked: Details, stances: Sequence[Stance]) -> tuple[Span, ...]:
    """The quantities of a claim that have no counterpart in any passage, not even one that can't be compared."""
    met = [each.claim_span for stance in stances for each in stance.differences if each.passage_span is not None]
    return tuple(each.span for each in checked.quantities if not any(each.span.overlaps(span) for span in met))


def _phrases(checked: Details, spans: Sequence[Span]) -> list[Span]:
    """Neighbours put together, where only small words stand between them."""
    words = [each.span for each in checked.content_words]
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and span.start < last.end:
            found[-1] = Span(last.start, max(last.end, span.end))
        elif (
            last is not None
            and _BETWEEN.fullmatch(checked.text, last.end, span.start)
            and not any(last.end <= each.start and each.end <= span.start for each in words)
        ):
            found[-1] = Span(last.start, span.end)
        else:
            found.append(span)
    return found


def _gap(checked: str, span: Span, met: Sequence[Difference], numbers: Sequence[Span]) -> Gap:
    near = next((each.note for each in met if each.claim_span == span and each.passage_span is not None), None)
    said = " ".join(span.of(checked).split())
    has_number = any(span.overlaps(each) for each in numbers)
    code = ReasonCode.NUMBER_NOT_COVERED if has_number else ReasonCode.WORDS_NOT_COVERED
    return Gap(span=span, note=f"no passage has “{said}”" + (f": {near}" if near else ""), code=code)
