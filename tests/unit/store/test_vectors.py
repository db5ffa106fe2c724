"""Vectors come back bit for bit, by kind and encoder, in the order they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from factcheck.store import vectors as store_vectors
from factcheck.store.database import Database
from factcheck.store.vectors import IndexRecord, VectorRepository

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_vectors_come_back_bit_for_bit_and_in_order(database: Database, nouns: Nouns) -> None:
    chance = np.random.default_rng(3)
    rows = chance.standard_normal((3, 384)).astype(np.float32)
    rows[0, :4] = [0.0, -0.0, 1.1754944e-38, 1 / 3]
    ids = [passage.id for passage in nouns.passages]
    repository = VectorRepository(database)
    with database.transaction():
        repository.add("passage", "big@2", ids, rows)
    ((after_ids, after),) = repository.after("passage", "big@2", 0, until=99)
    for found in (repository.get("passage", "big@2", ids), after):
        assert found.dtype == np.float32
        assert found.tobytes() == rows.tobytes()
    assert repository.get("passage", "big@2", ids[::-1]).tobytes() == rows[::-1].tobytes()
    assert after_ids == ids


def test_two_encoders_and_two_kinds_are_never_mixed(database: Database, nouns: Nouns) -> None:
    repository = VectorRepository(database)
    claim = nouns.claims[0].id
    with database.transaction():
        repository.add("claim", "tiny@2", [claim], np.full((1, 8), 0.5, dtype=np.float32))
        repository.add("passage", "tiny@1", [claim], np.full((1, 8), 0.25, dtype=np.float32))
    assert repository.get("claim", "tiny@1", [claim])[0, 0] == 1.0
    assert repository.get("claim", "tiny@2", [claim])[0, 0] == 0.5
    assert repository.get("passage", "tiny@1", [claim])[0, 0] == 0.25
    assert [found for found, _ in repository.after("claim", "tiny@2", 0, until=99)] == [[claim]]
    assert repository.state("claim", "tiny@2")[1] == 1
    assert repository.state("claim", "tiny@1")[1] == 2
    assert repository.state("claim", "none@0") == (0, 0)


def test_what_is_there_stays(database: Database, nouns: Nouns) -> None:
    repository = VectorRepository(database)
    claim = nouns.claims[0].id
    before = repository.state("claim", "tiny@1")
    with database.transaction():
        repository.add("claim", "tiny@1", [claim], np.full((1, 8), 9, dtype=np.float32))
    assert repository.get("claim", "tiny@1", [claim])[0].tolist() == [1.0, *[0.0] * 7]
    assert repository.state("claim", "tiny@1") == before


def test_only_newer_vectors_are_given_after_a_number(database: Database, nouns: Nouns) -> None:
    repository = VectorRepository(database)
    last, count = repository.state("passage", "tiny@1")
    assert (last, count) == (5, 3)
    with database.transaction():
        repository.add("passage", "tiny@1", ["p-new"], np.full((1, 8), 0.5, dtype=np.float32))
    ((ids, rows),) = repository.after("passage", "tiny@1", last, until=99)
    assert ids == ["p-new"]
    assert rows.shape == (1, 8)
    assert rows.dtype == np.float32
    newest = repository.state("passage", "tiny@1")[0]
    assert list(repository.after("passage", "tiny@1", newest, until=newest)) == []
    assert list(repository.after("passage", "tiny@1", last, until=last)) == []


def test_many_vectors_come_in_portions_that_follow_each_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_vectors, "_PORTION", 2)
    repository = VectorRepository(database)
    last = repository.state("passage", "tiny@1")[0]
    ids = ["p-1", "p-2", "p-3", "p-4", "p-5"]
    with database.transaction():
        repository.add("passage", "tiny@1", ids, np.ones((5, 8), dtype=np.float32))
    portions = [found for found, _ in repository.after("passage", "tiny@1", last, until=99)]
    assert portions == [["p-1", "p-2"], ["p-3", "p-4"], ["p-5"]]
    assert repository.count_after("passage", "tiny@1", last, until=99) == 5


def test_a_number_is_not_used_again_after_its_row_is_gone(database: Database) -> None:
    """Else a removed vector and a new one would look like no change to the index."""
    repository = VectorRepository(database)
    highest = repository.state("passage", "tiny@1")[0]
    with database.transaction():
        database.connection().exec_driver_sql("DELETE FROM vectors WHERE number = ?", (highest,))
        repository.add("passage", "tiny@1", ["p-new"], np.ones((1, 8), dtype=np.float32))
    assert repository.state("passage", "tiny@1") == (highest + 1, 3)


def test_what_has_no_vector_yet_is_listed_with_the_words_to_encode(database: Database, nouns: Nouns) -> None:
    repository = VectorRepository(database)
    assert repository.missing("claim", "tiny@1") == []
    assert repository.missing("claim", "new@1") == sorted((claim.id, claim.checked) for claim in nouns.claims)
    assert repository.missing("passage", "new@1") == sorted((each.id, each.text) for each in nouns.passages)
    with database.transaction():
        repository.add("claim", "new@1", [nouns.claims[1].id], np.ones((1, 8), dtype=np.float32))
        # A vector of a claim is none of the passage that happens to have its id.
        repository.add("claim", "new@1", [nouns.passages[0].id], np.ones((1, 8), dtype=np.float32))
    assert repository.missing("claim", "new@1") == [(nouns.claims[0].id, nouns.claims[0].checked)]
    assert len(repository.missing("passage", "new@1")) == 3


def test_a_vector_that_was_never_stored_is_a_key_error(database: Database, nouns: Nouns) -> None:
    repository = VectorRepository(database)
    with pytest.raises(KeyError, match="c-000000000000"):
        repository.get("claim", "tiny@1", [nouns.claims[0].id, "c-000000000000"])
    assert repository.get("claim", "tiny@1", []).shape == (0, 0)


def test_as_many_ids_as_vectors_are_needed(database: Database) -> None:
    with pytest.raises(ValueError, match="zip"), database.transaction():
        VectorRepository(database).add("claim", "tiny@1", ["c-1", "c-2"], np.ones((1, 8), dtype=np.float32))


def test_what_an_index_was_built_from_comes_back_and_can_be_forgotten(database: Database) -> None:
    repository = VectorRepository(database)
    assert repository.index_record("claim") == IndexRecord(encoder="tiny@1", last_number=2, count=2, sha256="ab" * 32)
    assert repository.index_record("passage") is None
    newer = IndexRecord(encoder="tiny@2", last_number=9, count=4, sha256="cd" * 32)
    with database.transaction():
        repository.record_index("claim", newer)
        repository.record_index("passage", newer)
    assert repository.index_record("claim") == newer
    with database.transaction():
        repository.forget_index("claim")
        repository.forget_index("claim")
    assert repository.index_record("claim") is None
    assert repository.index_record("passage") == newer


def test_vectors_of_old_words_go_whatever_encoder_made_them(database: Database, nouns: Nouns) -> None:
    repository = VectorRepository(database)
    first, second = (claim.id for claim in nouns.claims)
    with database.transaction():
        repository.add("claim", "big@2", [first, second], np.ones((2, 8), dtype=np.float32))
        repository.add("passage", "big@2", [first], np.ones((1, 8), dtype=np.float32))
        repository.drop("claim", first)
        repository.drop("claim", "c-000000000000")
    for encoder in ("tiny@1", "big@2"):
        assert repository.having("claim", encoder, [second, first, "c-000000000000"]) == [second]
    assert repository.having("passage", "big@2", [first, first]) == [first, first]
    assert repository.having("claim", "tiny@1", []) == []
    assert repository.missing("claim", "tiny@1") == [(first, nouns.claims[0].checked)]
