"""Suggestions come back whole; the newest counts and the older ones are kept."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.domain.lineage import wording_of
from factcheck.domain.statuses import Status
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.suggestions import SuggestionRepository

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_every_field_comes_back_with_passages_differences_and_gaps(database: Database, nouns: Nouns) -> None:
    stored = SuggestionRepository(database).newest()
    assert stored == {nouns.claims[0].id: nouns.suggestion}
    weighed = stored[nouns.claims[0].id].passages[0]
    assert [each.note for each in weighed.stance.differences] == ["4,100 people ≠ 4,012 people", "2025"]
    assert weighed.stance.differences[1].passage_span is None


def test_a_difference_at_the_very_beginning_of_a_passage_keeps_its_place(database: Database, nouns: Nouns) -> None:
    """An empty span is false, and is not the same as none."""
    first = nouns.suggestion.passages[0]
    difference = first.stance.differences[0]
    span = type(difference.claim_span)(0, 0)
    odd = replace(difference, claim_span=span, passage_span=span)
    weighed = replace(first, stance=replace(first.stance, differences=(odd,)))
    suggestion = replace(nouns.suggestion, basis="basis-2", passages=(weighed,))
    with database.transaction():
        assert SuggestionRepository(database).add(suggestion, checked=nouns.claims[0].checked)
    assert SuggestionRepository(database).newest()[suggestion.claim_id] == suggestion


@pytest.mark.parametrize("status", [status for status in Status if status.is_decision])
def test_a_suggestion_without_passages_or_confidence_can_be_stored(
    database: Database, nouns: Nouns, status: Status
) -> None:
    bare = replace(
        nouns.suggestion,
        claim_id=nouns.claims[1].id,
        status=status,
        confidence=None,
        passages=(),
        deciding_passage_id=None,
        reasons=(),
        gaps=(),
    )
    with database.transaction():
        assert SuggestionRepository(database).add(bare, checked=nouns.claims[1].checked)
    assert SuggestionRepository(database).newest([bare.claim_id]) == {bare.claim_id: bare}


def test_the_newest_counts_and_the_older_one_is_kept(database: Database, nouns: Nouns) -> None:
    repository = SuggestionRepository(database)
    newer = replace(nouns.suggestion, basis="basis-2", status=Status.SUPPORTED, passages=nouns.suggestion.passages[1:])
    with database.transaction():
        assert repository.add(newer, checked=nouns.claims[0].checked)
    assert repository.newest() == {newer.claim_id: newer}
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    assert connection.execute("SELECT status FROM suggestions ORDER BY number").fetchall() == [
        ("refuted",),
        ("supported",),
    ]


def test_the_same_basis_is_not_stored_again_unless_another_came_between(database: Database, nouns: Nouns) -> None:
    repository = SuggestionRepository(database)
    with database.transaction():
        assert not repository.add(replace(nouns.suggestion, status=Status.SUPPORTED), checked=nouns.claims[0].checked)
        assert repository.add(replace(nouns.suggestion, basis="basis-2"), checked=nouns.claims[0].checked)
        assert repository.add(nouns.suggestion, checked=nouns.claims[0].checked)
        # The same basis on another claim is another suggestion.
        assert repository.add(replace(nouns.suggestion, claim_id=nouns.claims[1].id), checked=nouns.claims[1].checked)
    assert repository.newest()[nouns.suggestion.claim_id] == nouns.suggestion


def test_only_the_claims_asked_for_are_answered(database: Database, nouns: Nouns) -> None:
    repository = SuggestionRepository(database)
    other = replace(nouns.suggestion, claim_id=nouns.claims[1].id, basis="basis-2")
    with database.transaction():
        repository.add(other, checked=nouns.claims[1].checked)
    assert repository.newest([nouns.claims[1].id, "c-000000000000"]) == {nouns.claims[1].id: other}
    assert repository.newest([]) == {}
    assert set(repository.newest()) == {claim.id for claim in nouns.claims}


def test_a_suggestion_counts_only_while_its_claim_is_worded_as_it_was_for_it(database: Database, nouns: Nouns) -> None:
    repository, first = SuggestionRepository(database), nouns.claims[0]
    old = wording_of(first)
    with database.transaction():
        ClaimRepository(database).set_wording(first.id, replace(old, checked="The ferry carried 4,100 horses."))
    assert (repository.newest(), repository.newest_in_short(), repository.passage_ids()) == ({}, {}, {})
    about_horses = replace(nouns.suggestion, status=Status.NOT_ENOUGH_EVIDENCE)
    with database.transaction():
        # Made for the old words and stored too late, it doesn't count; the same basis for other words is another one.
        assert repository.add(replace(about_horses, basis="late"), checked=old.checked)
        assert repository.newest() == {}
        assert repository.add(about_horses, checked="The ferry carried 4,100 horses.")
    assert repository.newest() == {first.id: about_horses}
    with database.transaction():
        ClaimRepository(database).set_wording(first.id, old)
    assert repository.newest()[first.id].basis == "late"


def test_the_short_form_has_all_but_passages(database: Database, nouns: Nouns) -> None:
    repository = SuggestionRepository(database)
    short = replace(nouns.suggestion, passages=())
    ids = tuple(each.match.passage_id for each in nouns.suggestion.passages)
    for wanted in (None, [short.claim_id, "c-000000000000"]):
        assert repository.newest_in_short(wanted) == {short.claim_id: short}
        assert repository.passage_ids(wanted) == {short.claim_id: ids}
    newer = replace(nouns.suggestion, basis="basis-2", passages=nouns.suggestion.passages[1:])
    with database.transaction():
        repository.add(newer, checked=nouns.claims[0].checked)
    assert repository.newest_in_short()[short.claim_id].basis == "basis-2"
    assert repository.passage_ids() == {short.claim_id: ids[1:]}
    assert (repository.newest_in_short([]), repository.passage_ids([])) == ({}, {})
