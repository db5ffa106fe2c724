"""Index files on the disk: what only FAISS's files promise, beside the contract that every vector index keeps."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.evidence.faiss_index import FaissIndex, load_index


def an_index(count: int = 40, dimension: int = 8) -> FaissIndex:
    index = FaissIndex(dimension)
    rows = np.random.default_rng(0).standard_normal((count, dimension)).astype(np.float32)
    index.add([f"p-{number:012d}" for number in range(count)], rows)
    return index


def assert_refused(path: Path, sha256: str, words: str) -> None:
    with pytest.raises(ModelError, match=words) as caught:
        load_index(path, sha256=sha256)
    assert caught.value.exit_code == 6
    assert str(path) in caught.value.message
    assert "doctor --fix" in caught.value.hint


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "passages.faiss"
    assert an_index().save(path) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_cut_of_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "passages.faiss"
    sha256 = an_index(6).save(path)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert_refused(path, sha256, "damaged")
    path.write_bytes(whole + b"\0")
    assert_refused(path, sha256, "damaged")
    path.write_bytes(whole)
    assert len(load_index(path, sha256=sha256)) == 6


def test_a_flipped_bit_anywhere_is_refused(tmp_path: Path) -> None:
    """FAISS itself takes most of these and answers wrongly."""
    path = tmp_path / "passages.faiss"
    sha256 = an_index().save(path)
    whole = path.read_bytes()
    chance = random.Random(4)
    for place in [0, 1, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(300))]:
        content = bytearray(whole)
        content[place] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        assert_refused(path, sha256, "damaged")


def test_a_whole_file_of_another_index_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one.faiss", tmp_path / "other.faiss"
    sha256 = an_index(5).save(one)
    an_index(6).save(other)
    assert_refused(other, sha256, "damaged")


def test_a_missing_file_or_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.faiss", "00" * 32, "No such file")
    assert_refused(tmp_path, "00" * 32, "it is no regular file")


def test_a_file_that_can_not_be_written_leaves_the_old_one_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "passages.faiss"
    sha256 = an_index(5).save(path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        an_index(6).save(path)
    assert [each.name for each in tmp_path.iterdir()] == ["passages.faiss"]
    assert len(load_index(path, sha256=sha256)) == 5


def test_a_new_file_takes_the_place_of_the_old_one_at_once(tmp_path: Path) -> None:
    path = tmp_path / "passages.faiss"
    old = an_index(5).save(path)
    with path.open("rb") as reader:  # whoever reads the old one goes on reading the old one
        new = an_index(6).save(path)
        assert hashlib.file_digest(reader, "sha256").hexdigest() == old
    assert len(load_index(path, sha256=new)) == 6


def test_many_equal_vectors_are_answered_in_time_and_in_order() -> None:
    index = FaissIndex(8)
    rows = np.tile(np.eye(8, dtype=np.float32)[0], (20_000, 1))
    index.add([f"p-{number:06d}" for number in reversed(range(20_000))], rows)
    assert [hit.id for hit in index.search(rows[:1], top_k=3)[0]] == ["p-000000", "p-000001", "p-000002"]


def test_a_text_that_is_the_same_sentence_over_and_over_costs_no_square_of_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = FaissIndex(8)
    index.add([f"p-{number:04d}" for number in range(1000)], np.full((1000, 8), 8**-0.5, dtype=np.float32))
    searched: Any = index._index
    fetched: list[int] = []

    class Counting:
        d = searched.d

        def search(self, vectors: Any, depth: int) -> Any:
            fetched.append(len(vectors) * depth)
            return searched.search(vectors, depth)

    monkeypatch.setattr(index, "_index", Counting())
    found = index.search(np.full((300, 8), 8**-0.5, dtype=np.float32), top_k=5)
    assert [[hit.id for hit in each] for each in found] == [[f"p-{number:04d}" for number in range(5)]] * 300
    assert max(fetched) <= 256 * 6
