"""Claims come back as they were found; what is not listed any more is not lost."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from factcheck.domain.claims import ClaimKind, Standing
from factcheck.domain.ids import content_id
from factcheck.domain.lineage import BY_HAND, Wording, wording_of
from factcheck.domain.spans import Span
from factcheck.errors import DamageError
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
        assert repository.set_standing([first.id, "c-000000000000"], Standing.WITHDRAWN) == 1
        assert repository.set_standing([first.id], Standing.WITHDRAWN) == 0
    withdrawn = replace(first, standing=Standing.WITHDRAWN)
    assert repository.all() == [second]
    assert repository.of_article(nouns.article.id) == [second]
    assert repository.of_article(nouns.article.id, standing=None) == [withdrawn, second]
    assert repository.get(first.id) == withdrawn
    with database.transaction():
        assert repository.set_standing([first.id, second.id], Standing.LISTED) == 1
    assert repository.all() == [first, second]


def test_claims_that_people_worked_on_are_known(database: Database, nouns: Nouns) -> None:
    """The first has a decision, the second a draft and a step, the third nothing; the fourth was made by hand."""
    first, second = nouns.claims
    untouched = replace(first, id=content_id("c", "untouched"))
    made = replace(first, id=content_id("c", "made"), detector=BY_HAND)
    repository = ClaimRepository(database)
    with database.transaction():
        repository.add([untouched])
    assert repository.touched_by_people(nouns.article.id) == {first.id, second.id}
    assert repository.touched_by_people("a-000000000000") == set()
    with database.transaction():
        repository.add([made])
        ReviewRepository(database).drop_draft(second.id, nouns.draft.by)
    assert repository.touched_by_people(nouns.article.id) == {first.id, second.id, made.id}


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_can_be_stored_and_only_the_listed_are_listed(
    database: Database, nouns: Nouns, standing: Standing
) -> None:
    first, second = nouns.claims
    repository = ClaimRepository(database)
    with database.transaction():
        repository.set_standing([first.id], standing)
    listed = [first, second] if standing is Standing.LISTED else [second]
    assert repository.all() == listed
    assert repository.of_article(nouns.article.id) == listed
    assert replace(first, standing=standing) in repository.of_article(nouns.article.id, standing=standing)


def test_a_new_ranking_changes_nothing_else(database: Database, nouns: Nouns) -> None:
    first, second = nouns.claims
    repository = ClaimRepository(database)
    scored = replace(first, check_worthiness=0.5, worthiness_by="head 2", reasons=("is about the past",))
    elsewise = replace(scored, checked="other words", kind=ClaimKind.OPINION, speaker=None, standing=Standing.DROPPED)
    with database.transaction():
        repository.update_ranking([elsewise, replace(elsewise, id="c-000000000000")])
        repository.update_ranking([])
    assert repository.all() == [scored, second]


def test_a_new_wording_changes_nothing_else(database: Database, nouns: Nouns) -> None:
    first, second = nouns.claims
    wording = Wording(checked="It carried horses.", kind=ClaimKind.OFFICE, speaker=None)
    repository = ClaimRepository(database)
    with database.transaction():
        repository.set_wording(first.id, wording)
    changed = replace(first, checked="It carried horses.", kind=ClaimKind.OFFICE, speaker=None, substitutions=())
    assert repository.all() == [changed, second]
    assert wording_of(changed) == wording


@pytest.mark.parametrize("stored", ["[]x", "7", '[{"span": [9, 3], "said": "", "written": "", "why": ""}]', "[{}]"])
def test_substitutions_that_are_none_are_damage(database: Database, nouns: Nouns, stored: str) -> None:
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("UPDATE claims SET substitutions = ?", (stored,))
    with pytest.raises(DamageError):
        ClaimRepository(database).get(nouns.claims[0].id)


def test_what_a_scorer_has_not_scored_is_listed_in_its_language(database: Database, nouns: Nouns) -> None:
    first, second = nouns.claims
    repository = ClaimRepository(database)
    assert repository.not_scored_by("rules 1") == [second.id]
    assert repository.not_scored_by("head 2") == [first.id, second.id]
    assert repository.not_scored_by("head 2", language="de") == []
    with database.transaction():
        repository.update_ranking([replace(second, worthiness_by="head 2")])
        repository.set_standing([first.id], Standing.DROPPED)
    assert repository.not_scored_by("head 2") == []


def test_the_claims_most_worth_checking_come_in_the_order_of_the_text(database: Database, nouns: Nouns) -> None:
    first, second = nouns.claims
    repository = ClaimRepository(database)
    with database.transaction():
        repository.update_ranking([replace(first, check_worthiness=0.2), replace(second, check_worthiness=0.9)])
    assert repository.most_worth([first.article_id], 1) == [second.id]
    assert repository.most_worth([first.article_id, second.article_id], 2) == [first.id, second.id]
    assert repository.most_worth([], 2) == []
