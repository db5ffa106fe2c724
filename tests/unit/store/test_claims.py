"""Claims come back as they were found; what a newer detector misses is withdrawn and not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from factcheck.domain.claims import ClaimKind
from factcheck.domain.ids import content_id
from factcheck.domain.spans import Span
from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.reviews import ReviewRepository

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_every_field_comes_back(database: Database, nouns: Nouns) -> None:
    repository = ClaimRepository(database)
    assert [repository.get(claim.id) for claim in nouns.claims] == [*nouns.claims]
    for claim in repository.all():
        assert claim.span.of(nouns.article.text) == claim.said


@pytest.mark.parametrize("kind", ClaimKind)
def test_every_kind_can_be_stored(database: Database, nouns: Nouns, kind: ClaimKind) -> None:
    claim = replace(nouns.claims[0], id=content_id("c", kind.value), kind=kind)
    with database.transaction():
        assert ClaimRepository(database).add([claim]) == 1
    assert ClaimRepository(database).get(claim.id) == claim


def test_adding_again_changes_nothing(database: Database, nouns: Nouns) -> None:
    repository = ClaimRepository(database)
    new = replace(nouns.claims[0], id=content_id("c", "new"))
    with database.transaction():
        assert repository.add([replace(nouns.claims[0], checked="other words"), new, new]) == 1
        assert repository.add([]) == 0
    assert repository.get(nouns.claims[0].id) == nouns.claims[0]
    assert repository.get(new.id) == new


def test_a_claim_of_no_article_is_refused(database: Database, nouns: Nouns) -> None:
    with pytest.raises(IntegrityError), database.transaction():
        ClaimRepository(database).add([replace(nouns.claims[0], id="c-1", article_id="a-000000000000")])


def test_claims_stand_in_the_order_of_their_articles(database: Database, nouns: Nouns) -> None:
    source = nouns.article.source
    earlier = replace(
        nouns.article,
        id=content_id("a", "earlier"),
        source=replace(source, retrieved_at=source.retrieved_at - timedelta(days=1)),
    )
    first, second = nouns.claims
    # The same beginning and a longer end comes later; ids don't decide.
    longer = replace(first, id="c-0", span=Span(first.span.start, first.span.end + 5))
    elsewhere = replace(second, id="c-zzzzzzzzzzzz", article_id=earlier.id)
    repository = ClaimRepository(database)
    with database.transaction():
        ArticleRepository(database).add(earlier, nouns.article_raw)
        repository.add([longer, elsewhere])
    assert [claim.id for claim in repository.all()] == [elsewhere.id, first.id, longer.id, second.id]
    assert [claim.id for claim in repository.of_article(nouns.article.id)] == [first.id, longer.id, second.id]
    assert repository.of_article("a-000000000000") == []


def test_by_ids_keeps_the_order_asked_for_and_leaves_out_strangers(database: Database, nouns: Nouns) -> None:
    first, second = nouns.claims
    found = ClaimRepository(database).by_ids([second.id, "c-000000000000", first.id])
    assert found == [second, first]
    assert ClaimRepository(database).by_ids([]) == []


def test_a_withdrawn_claim_is_not_listed_and_can_be_brought_back(database: Database, nouns: Nouns) -> None:
    first, second = nouns.claims
    repository = ClaimRepository(database)
    with database.transaction():
        assert repository.set_withdrawn([first.id, "c-000000000000"], withdrawn=True) == 1
        assert repository.set_withdrawn([first.id], withdrawn=True) == 0
    withdrawn = replace(first, withdrawn=True)
    assert repository.all() == [second]
    assert repository.of_article(nouns.article.id) == [second]
    assert repository.of_article(nouns.article.id, withdrawn=True) == [withdrawn, second]
    assert repository.get(first.id) == withdrawn
    with database.transaction():
        assert repository.set_withdrawn([first.id, second.id], withdrawn=False) == 1
    assert repository.all() == [first, second]


def test_claims_that_people_worked_on_are_known(database: Database, nouns: Nouns) -> None:
    """The first has a decision, the second a draft, the third nothing."""
    first, second = nouns.claims
    untouched = replace(first, id=content_id("c", "untouched"))
    repository = ClaimRepository(database)
    with database.transaction():
        repository.add([untouched])
    assert repository.touched_by_people(nouns.article.id) == {first.id, second.id}
    assert repository.touched_by_people("a-000000000000") == set()
    with database.transaction():
        ReviewRepository(database).drop_draft(second.id, nouns.draft.by)
    assert repository.touched_by_people(nouns.article.id) == {first.id}
