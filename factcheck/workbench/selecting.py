"""Which claims a report is about, and what of the machine's stays beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, tzinfo

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.selection import Selection
from factcheck.domain.views import ClaimView
from factcheck.report.words import shown_status
from factcheck.workbench.bench import Bench


def named(bench: Bench, ids: Iterable[str]) -> list[tuple[Article, list[Claim]]]:
    """Articles with their claims in the order of each text: all, or those that `ids` name.

    A claim that is no longer on the list is there where its own id names it.
    """
    wanted = set(ids)
    if not wanted:
        return [(article, bench.claims.of_article(article.id)) for article in bench.articles.all()]
    single = [claim for each in sorted(wanted) if each.startswith("c-") and (claim := bench.claims.get(each))]
    found = []
    for article in bench.articles.all():
        claims = {claim.id: claim for claim in single if claim.article_id == article.id}
        if article.id in wanted:
            claims |= {claim.id: claim for claim in bench.claims.of_article(article.id)}
        if claims or article.id in wanted:
            found.append((article, sorted(claims.values(), key=lambda each: (each.span, each.id))))
    return found


def fits(view: ClaimView, selection: Selection, zone: tzinfo) -> bool:
    """Whether a claim is one of those that the selection asks for, whatever its id."""
    status = shown_status(view.state)
    return (
        (not selection.statuses or status in selection.statuses)
        and (not selection.decided_only or status.is_decision)
        and (selection.since is None or any(at.astimezone(zone).date() >= selection.since for at in _acts(view)))
    )


def _acts(view: ClaimView) -> Iterable[datetime]:
    """When a person did something to the claim or its wording."""
    return (*(event.at for event in view.history), *(step.at for step in view.lineage))


def without_machine(view: ClaimView) -> ClaimView:
    """The claim as people left it: no suggestion, and no passage but what somebody attached."""
    attached = tuple(replace(each, match=None, stance=None) for each in view.evidence if each.quote)
    return replace(view, suggestion=None, evidence=attached)
