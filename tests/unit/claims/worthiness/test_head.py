"""The weights are read only if they are the ones that were shipped, and are applied as they were trained."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load, save

from factcheck.claims.worthiness.features import PLACES, build_places, tokens, word_places
from factcheck.claims.worthiness.head import HEAD, Head, load_head
from factcheck.errors import ModelError
from factcheck.models.weights import DEFAULT_NAME, DEFAULT_SHA256

TEXT = "Prices rose by 4 percent."


def own(**changes: object) -> Head:
    values: dict[str, object] = {
        "encoder": "words/1", "common": frozenset({"by"}), "vector": np.array([2, -1], dtype=np.float32),
        "words": np.zeros(PLACES, dtype=np.float32), "build": np.zeros(PLACES, dtype=np.float32), "bias": 0.25,
    }  # fmt: skip
    return Head(**{**values, **changes})  # type: ignore[arg-type]  # the fields of Head


def written(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def refused(path: Path, sha256: str, word: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_head(path, sha256=sha256)
    assert word in caught.value.message
    assert caught.value.hint


def test_the_shipped_weights_are_of_the_default_encoder_and_small() -> None:
    head = load_head()
    assert head.encoder == f"{DEFAULT_NAME}@{DEFAULT_SHA256[:12]}"
    assert head.vector.shape == (384,)
    assert {"the", "million", "will"} <= head.common
    assert all(np.isfinite(table).all() and table.any() for table in (head.vector, head.words, head.build))
    assert HEAD.stat().st_size <= 2_000_000


def test_the_sum_is_of_the_vector_and_of_each_place_by_the_root_of_their_count() -> None:
    words, build = np.zeros(PLACES, dtype=np.float32), np.zeros(PLACES, dtype=np.float32)
    in_words, in_build = word_places(tokens(TEXT)), build_places(tokens(TEXT), frozenset({"by"}))
    words[in_words[0]], build[in_build[0]] = 3, 5
    vectors = np.array([[1, 0.5]], dtype=np.float32)
    expected = 0.25 + 2 - 0.5 + 3 / math.sqrt(len(in_words)) + 5 / math.sqrt(len(in_build))
    assert own(words=words, build=build).log_odds([TEXT], vectors).tolist() == pytest.approx([expected])


@pytest.mark.parametrize("shape", [(1, 3), (2, 2), (0, 2), (2,)])
def test_vectors_of_another_shape_are_refused_with_both(shape: tuple[int, ...]) -> None:
    with pytest.raises(ModelError) as caught:
        own().log_odds([TEXT], np.zeros(shape, dtype=np.float32))
    assert "(1, 2)" in caught.value.message
    assert str(shape) in caught.value.message
    assert "words/1" in caught.value.hint


def test_weights_that_are_missing_are_one_clear_error(tmp_path: Path) -> None:
    refused(tmp_path / "head.safetensors", "0" * 64, "can't be read")


@pytest.mark.parametrize("at", [0, 9, 100_000, -1])
def test_one_changed_byte_is_refused(tmp_path: Path, at: int) -> None:
    content = bytearray(HEAD.read_bytes())
    content[at] ^= 1
    path = tmp_path / "head.safetensors"
    path.write_bytes(bytes(content))
    with pytest.raises(ModelError, match="changed or cut"):
        load_head(path)


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "head.safetensors"
    path.write_bytes(HEAD.read_bytes()[:1000])
    with pytest.raises(ModelError, match="changed or cut"):
        load_head(path)


def test_a_file_that_holds_no_head_is_refused_though_its_digest_fits(tmp_path: Path) -> None:
    path = tmp_path / "head.safetensors"
    refused(path, written(path, b"no safetensors"), "not of a check-worthiness head")
    refused(path, written(path, save({"vector": np.zeros(2)})), "not of a check-worthiness head")
    refused(
        path, written(path, save({**load(HEAD.read_bytes()), "bias": np.zeros(0)})), "not of a check-worthiness head"
    )
    short = {**load(HEAD.read_bytes()), "words": np.zeros(8, dtype=np.float16)}
    refused(path, written(path, save(short)), "another size")
