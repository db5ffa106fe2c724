"""The database is the truth: an index that disagrees with it in any way is noticed and made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from factcheck import wiring
from factcheck.interfaces import VectorIndex
from factcheck.settings import Settings
from factcheck.store.vectors import VectorKind
from factcheck.workbench.bench import Bench
from factcheck.workbench.indexing import index_path, open_index

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

KIND: VectorKind = "passage"
ENCODER = "first@0123"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A workbench with ten stored vectors and their index on the disk. Real FAISS, no model."""
    bench = wiring.open_workbench(Settings(db=str(tmp_path / "claims.db")), mode="create")
    with bench.database:
        store(bench, 0, 10)
        open_index(bench, KIND, ENCODER)
        yield bench


def vectors(begin: int, end: int) -> Vectors:
    """Rows of length 1, each nearest to itself."""
    rows = np.random.default_rng(7).normal(size=(100, 8)).astype(np.float32)[begin:end]
    normal: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return normal


def store(bench: Bench, begin: int, end: int, encoder: str = ENCODER) -> None:
    with bench.database.transaction():
        bench.vectors.add(KIND, encoder, [f"p-{row}" for row in range(begin, end)], vectors(begin, end))


def path_of(bench: Bench) -> Path:
    record = bench.vectors.index_record(KIND)
    assert record is not None
    return index_path(bench, KIND, record.sha256)


def assert_right(bench: Bench, count: int, encoder: str = ENCODER) -> None:
    """Opening gives an index that finds every stored vector, and leaves one file that the database names."""
    index = open_index(bench, KIND, encoder)
    assert index is not None
    assert len(index) == count
    found = index.search(vectors(0, count), top_k=1)
    assert [hits[0].id for hits in found] == [f"p-{row}" for row in range(count)]
    assert list(bench.index_folder.iterdir()) == [path_of(bench)]


@pytest.fixture
def rebuilds(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each index that was made from nothing."""
    made: list[int] = []
    make = bench.parts.make_index

    def counted(dimension: int) -> VectorIndex:
        made.append(dimension)
        return make(dimension)

    monkeypatch.setattr(bench, "parts", replace(bench.parts, make_index=counted))
    return made


def test_an_index_that_agrees_is_used_as_it_is(bench: Bench, rebuilds: list[int]) -> None:
    before = path_of(bench).stat().st_mtime_ns
    assert_right(bench, 10)
    assert rebuilds == []
    assert path_of(bench).stat().st_mtime_ns == before


def test_a_missing_index_is_built_again(bench: Bench, rebuilds: list[int]) -> None:
    path_of(bench).unlink()
    assert_right(bench, 10)
    assert rebuilds == [8]


@pytest.mark.parametrize("at", [0, 10, 100, -1])
def test_an_index_with_one_flipped_byte_is_built_again(bench: Bench, rebuilds: list[int], at: int) -> None:
    content = bytearray(path_of(bench).read_bytes())
    content[at] ^= 1
    path_of(bench).write_bytes(bytes(content))
    assert_right(bench, 10)
    assert rebuilds == [8]


def test_a_cut_index_is_built_again(bench: Bench, rebuilds: list[int]) -> None:
    path_of(bench).write_bytes(path_of(bench).read_bytes()[:-40])
    assert_right(bench, 10)
    assert rebuilds == [8]


def test_an_index_of_another_encoder_is_never_searched(bench: Bench, rebuilds: list[int]) -> None:
    assert open_index(bench, KIND, "second@4567") is None
    store(bench, 0, 5, "second@4567")
    assert_right(bench, 5, "second@4567")
    assert rebuilds == [8]


def test_new_vectors_are_added_to_the_index_that_is_there(bench: Bench, rebuilds: list[int]) -> None:
    store(bench, 10, 25)
    assert_right(bench, 25)
    assert rebuilds == []


def test_vectors_that_vanished_from_the_database_vanish_from_the_index(bench: Bench, rebuilds: list[int]) -> None:
    from sqlalchemy import delete

    from factcheck.store.schema import vectors as table

    with bench.database.transaction():
        bench.database.write(delete(table).where(table.c.item_id == "p-9"))
    assert_right(bench, 9)
    assert rebuilds == [8]


def test_an_index_copied_from_another_workbench_is_not_used(bench: Bench, rebuilds: list[int], tmp_path: Path) -> None:
    """Same kind, same encoder, same count: only the digest tells."""
    other = wiring.open_workbench(Settings(db=str(tmp_path / "other.db")), mode="create")
    with other.database:
        with other.database.transaction():
            other.vectors.add(KIND, ENCODER, [f"p-{row}" for row in range(10)], vectors(50, 60))
        open_index(other, KIND, ENCODER)
        foreign = path_of(other).read_bytes()
    path_of(bench).write_bytes(foreign)
    assert_right(bench, 10)
    assert rebuilds == [8]


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(bench: Bench) -> None:
    import shutil

    shutil.rmtree(bench.index_folder)
    # A file where the folder would be: the index can't be kept, whoever runs the test.
    bench.index_folder.write_text("in the way", encoding="utf-8")
    index = open_index(bench, KIND, ENCODER)
    assert index is not None
    assert len(index) == 10


def test_a_workbench_without_vectors_has_no_index(tmp_path: Path) -> None:
    bench = wiring.open_workbench(Settings(db=str(tmp_path / "empty.db")), mode="create")
    with bench.database:
        assert open_index(bench, KIND, ENCODER) is None
    assert not bench.index_folder.exists()
