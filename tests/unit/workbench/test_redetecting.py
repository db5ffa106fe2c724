"""A newer detector brings nothing back that a person set aside, and withdraws nothing that a person worked on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim, Standing
from factcheck.domain.spans import Span
from factcheck.workbench.detecting import detected, store_detection
from factcheck.workbench.editing import Change, drop, edit
from factcheck.workbench.redetecting import not_set_aside
from factcheck.workbench.splitting import split
from tests.unit.workbench.conftest import a_claim

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk


class Detector:
    """Finds what it is given."""

    name = "newer 2"

    def __init__(self, *claims: Claim) -> None:
        self.claims = list(claims)

    def detect(self, _article: Article) -> list[Claim]:
        return self.claims


def detect(desk: Desk) -> tuple[int, int]:
    detection = detected(desk.bench, desk.article)
    with desk.bench.database.transaction():
        return store_detection(desk.bench, detection)


def test_what_was_dropped_or_split_stays_so_when_it_is_found_again(desk: Desk) -> None:
    first, second, third = desk.claims
    drop(desk.bench, first.id, by="Ana")
    parts = split(desk.bench, second.id, at=["and the ferry"], by="Ana")
    desk.bench.detector = Detector(first, second, third)
    assert detect(desk) == (0, 0)
    assert desk.listed == [*(part.id for part in parts), third.id]
    assert desk.claim(0).standing is Standing.DROPPED
    assert desk.claim(1).standing is Standing.REPLACED


def test_what_was_edited_or_made_by_hand_is_not_withdrawn_when_it_is_missed(desk: Desk) -> None:
    first, second, third = desk.claims
    edit(desk.bench, first.id, Change(checked="Ann Lee ran the harbour of Aln."), by="Ana")
    parts = split(desk.bench, second.id, at=["and the ferry"], by="Ana")
    desk.bench.detector = Detector()
    assert detect(desk) == (0, 1)
    assert desk.listed == [first.id, *(part.id for part in parts)]
    assert desk.claim(0).checked == "Ann Lee ran the harbour of Aln."
    assert desk.claim(2).standing is Standing.WITHDRAWN
    desk.bench.detector = Detector(third)
    desk.bench.detector.name = "newest 3"
    assert detect(desk) == (1, 0)
    assert third.id in desk.listed


def test_parts_of_what_was_set_aside_are_known_under_other_ids(desk: Desk) -> None:
    first, second, third = desk.claims
    part = a_claim(desk.article, "she left the town")
    longer = replace(third, id="c-1", span=Span(second.span.start, third.span.end))
    longer = replace(longer, spans=(longer.span,), said=longer.span.of(desk.article.text))
    again = replace(first, id="c-2")
    found = [again, part, longer, third]
    assert not_set_aside(desk.bench, desk.article.id, found) == found
    drop(desk.bench, second.id, by="Ana")
    assert not_set_aside(desk.bench, desk.article.id, found) == [again, longer, third]
    drop(desk.bench, first.id, by="Ana")
    assert not_set_aside(desk.bench, desk.article.id, found) == [longer, third]


def test_of_two_claims_at_one_place_only_the_dropped_one_is_kept_away(desk: Desk) -> None:
    """That it was said, and what was said."""
    first = desk.claims[0]
    twin = replace(first, id="c-1", checked="It is said that Ann Lee ran the harbour.")
    with desk.bench.database.transaction():
        desk.bench.claims.add([twin])
    drop(desk.bench, twin.id, by="Ana")
    newer = [replace(first, id="c-2"), replace(twin, id="c-3"), replace(first, id="c-4", checked="In other words.")]
    assert [claim.id for claim in not_set_aside(desk.bench, desk.article.id, newer)] == ["c-2", "c-4"]
