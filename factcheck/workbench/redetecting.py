"""What a newer detector may not bring back: claims that a person dropped, or put others in the place of."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain.claims import Claim, Standing
from factcheck.domain.spans import Span
from factcheck.workbench.bench import Bench


def not_set_aside(bench: Bench, article_id: str, found: Sequence[Claim]) -> list[Claim]:
    """Those of `found` that a person hasn't set aside already, under whatever id an older detector gave them.

    A claim counts as set aside where, of all the article's claims, the one with which it shares most of its words was
    dropped, split or merged, and holds all of its words. A longer claim says more, and comes in.
    """
    before = bench.claims.of_article(article_id, standing=None)
    aside = [claim for claim in before if claim.standing in (Standing.DROPPED, Standing.REPLACED)]
    if not aside:
        return list(found)
    return [claim for claim in found if not _is_set_aside(claim, before, aside)]


def _is_set_aside(claim: Claim, before: Sequence[Claim], aside: Sequence[Claim]) -> bool:
    if not any(_holds(each, claim) for each in aside):
        return False
    alike = [each for each in before if each.span.overlaps(claim.span)]
    # Of two at the same place, the one worded alike; else the listed one, so that in doubt nothing is kept away.
    nearest = max(
        alike,
        key=lambda each: (_shared(each, claim), each.checked == claim.checked, each.standing is Standing.LISTED),
    )
    return nearest in aside and _holds(nearest, claim)


def _holds(whole: Claim, part: Claim) -> bool:
    return all(any(span.covers(each) for span in whole.spans) for each in part.spans)


def _shared(one: Claim, other: Claim) -> float:
    """Characters in both, as a share of those in either."""
    both = sum(_overlap(mine, theirs) for mine in one.spans for theirs in other.spans)
    either = sum(map(len, one.spans)) + sum(map(len, other.spans)) - both
    return both / either if either else 0.0


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
