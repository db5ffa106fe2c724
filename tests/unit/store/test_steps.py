"""Steps come back as they were taken, by claim and by person."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from factcheck.domain.lineage import StepAct
from factcheck.errors import DamageError
from factcheck.store.database import Database
from factcheck.store.steps import StepRepository

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_every_field_comes_back_with_its_number(database: Database, nouns: Nouns) -> None:
    assert StepRepository(database).of_claim(nouns.claims[1].id) == [replace(nouns.step(), number=1)]


@pytest.mark.parametrize("act", StepAct)
def test_every_act_can_be_stored(database: Database, nouns: Nouns, act: StepAct) -> None:
    repository = StepRepository(database)
    bare = replace(nouns.step(revision=2), act=act, before=None, after=None, related_ids=(), reason="", takes_back=1)
    with database.transaction():
        stored = repository.add(bare)
    assert stored == replace(bare, number=2)
    assert repository.of_claim(bare.claim_id)[1] == stored


def test_steps_are_found_by_claim_and_by_person_in_their_order(database: Database, nouns: Nouns) -> None:
    repository = StepRepository(database)
    with database.transaction():
        second = repository.add(replace(nouns.step(revision=2, by="Ana")))
        third = repository.add(replace(nouns.step(by="Ana"), claim_id=nouns.claims[0].id))
    first = replace(nouns.step(), number=1)
    both = {nouns.claims[1].id: [first, second], nouns.claims[0].id: [third]}
    assert repository.of_claims() == both
    assert repository.of_claims([*both, "c-000000000000"]) == both
    assert repository.of_claims([nouns.claims[0].id]) == {nouns.claims[0].id: [third]}
    assert repository.of_claims([]) == {}
    assert repository.by_reviewer("Ana") == [second, third]
    assert repository.by_reviewer("nobody") == []


def test_of_two_steps_from_one_state_the_database_lets_one_win(database: Database, nouns: Nouns) -> None:
    with pytest.raises(IntegrityError), database.transaction():
        StepRepository(database).add(nouns.step(revision=1, by="Ana"))
    assert len(StepRepository(database).of_claim(nouns.claims[1].id)) == 1


@pytest.mark.parametrize(
    ("column", "value"), [("act", "'burn'"), ("before", "'{}'"), ("after", "'[1]'"), ("related_ids", "'7'")]
)
def test_a_step_that_is_none_is_damage(database: Database, nouns: Nouns, column: str, value: str) -> None:
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("DROP TRIGGER claim_steps_unchanged")
    connection.execute(f"UPDATE claim_steps SET {column} = {value}")  # noqa: S608
    with pytest.raises(DamageError):
        StepRepository(database).of_claim(nouns.claims[1].id)
