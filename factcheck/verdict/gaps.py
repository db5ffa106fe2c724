"""The parts of a claim that no passage covers."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance
from factcheck.domain.suggestions import Gap
from factcheck.verdict.details import details_of


def gaps(checked: str, stances: Sequence[Stance]) -> tuple[Gap, ...]:
    """The quantities and dates of a claim that no passage confirms or contradicts, in order.

    Words like `Friday` are no gaps: nothing can cover them until they are resolved.
    """
    details = details_of(checked)
    spans = [each.span for each in details.quantities] + [
        each.span for each in details.dates if each.relative is None and not each.ambiguous
    ]
    met = [each for stance in stances for each in stance.differences if each.aspect != "negation"]
    return tuple(gap for span in sorted(spans) if (gap := _gap(checked, span, met)) is not None)


def _gap(checked: str, span: Span, met: Sequence[Difference]) -> Gap | None:
    here = [each for each in met if each.claim_span == span]
    if any(each.comparison in (Comparison.AGREES, Comparison.DIFFERS) for each in here):
        return None
    near = next((each.note for each in here if each.passage_span is not None), None)
    said = " ".join(span.of(checked).split())
    return Gap(span=span, note=f"no passage has “{said}”" + (f": {near}" if near else ""))
