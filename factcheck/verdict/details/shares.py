"""Shares as percent among the quantities of a text, so that `one in five pupils` can be compared with `20 %`."""

from __future__ import annotations

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.quantities.quantities import Quantity, quantities
from factcheck.language.quantities.ratios import Ratio, ratios

_PERCENT = 100.0


def quantities_and_shares(parsed: ParsedText) -> list[Quantity]:
    """The quantities of a text with `one in five pupils` among them as 20 percent of pupils, in order."""
    counted = quantities(parsed)
    shares = [_percent(each) for each in ratios(parsed) if each.kind == "share" and each.part <= each.whole]
    if not shares:
        return counted
    free = [each for each in shares if not any(each.span.overlaps(other.span) for other in counted)]
    return sorted([*counted, *free], key=lambda each: each.span)


def _percent(ratio: Ratio) -> Quantity:
    return Quantity(
        span=ratio.span,
        value=_PERCENT * ratio.value,
        unit="%",
        noun=ratio.noun,
        bound=ratio.bound,
        inclusive=ratio.inclusive,
    )
