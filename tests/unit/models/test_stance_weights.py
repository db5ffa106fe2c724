"""The shipped weights of the stance model: only those that were trained, with the calibration fitted to them."""

from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save

from factcheck.errors import ModelError
from factcheck.models.stance_weights import CALIBRATION, WEIGHTS, load_stance_weights


def written(folder: Path, **changed: Any) -> str:
    """A small file of weights with its calibration; gives the digest."""
    content = save({"classifier.bias": np.array([1, 2, 3], dtype=np.float16)})
    (folder / WEIGHTS).write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    told = {"calibrated": True, "weights": sha256, "temperature": 1.5, "bias": [0.25, -0.5, 0], **changed}
    (folder / CALIBRATION).write_text(json.dumps(told))
    return sha256


def refused(folder: Path, sha256: str, words: str) -> None:
    with pytest.raises(ModelError, match=words) as caught:
        load_stance_weights(folder, sha256=sha256)
    assert caught.value.exit_code == 6
    assert str(folder) in caught.value.message
    assert caught.value.hint


def test_weights_and_calibration_are_read(tmp_path: Path) -> None:
    found = load_stance_weights(tmp_path, sha256=written(tmp_path))
    assert found.tensors["classifier.bias"].tolist() == [1, 2, 3]
    assert (found.temperature, found.bias, found.calibrated) == (1.5, (0.25, -0.5, 0), True)


@pytest.mark.parametrize("said", [False, None, "true", 1])
def test_calibrated_is_what_the_file_says(tmp_path: Path, said: object) -> None:
    assert load_stance_weights(tmp_path, sha256=written(tmp_path, calibrated=said)).calibrated is False


def test_another_calibration_is_another_model(tmp_path: Path) -> None:
    first = load_stance_weights(tmp_path, sha256=written(tmp_path)).digest
    second = load_stance_weights(tmp_path, sha256=written(tmp_path, temperature=1.25)).digest
    assert first != second


@pytest.mark.parametrize("place", [0, 9, -1])
def test_a_changed_byte_is_refused(tmp_path: Path, place: int) -> None:
    sha256 = written(tmp_path)
    content = bytearray((tmp_path / WEIGHTS).read_bytes())
    content[place] ^= 1
    (tmp_path / WEIGHTS).write_bytes(content)
    refused(tmp_path, sha256, "changed or cut")


class Bomb:
    def __reduce__(self) -> tuple[Any, ...]:
        return (pytest.fail, ("a pickle was read",))


def test_a_pickle_is_never_read(tmp_path: Path) -> None:
    sha256 = written(tmp_path)
    content = pickle.dumps(Bomb())
    (tmp_path / WEIGHTS).write_bytes(content)
    refused(tmp_path, sha256, "changed or cut")
    told = hashlib.sha256(content).hexdigest()
    (tmp_path / CALIBRATION).write_text(json.dumps({"weights": told, "temperature": 1, "bias": [0, 0, 0]}))
    refused(tmp_path, told, "can't be read")


@pytest.mark.parametrize("name", [WEIGHTS, CALIBRATION])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    sha256 = written(tmp_path)
    (tmp_path / name).unlink()
    refused(tmp_path, sha256, name)


@pytest.mark.parametrize(
    "changed",
    [
        {"temperature": 0},
        {"temperature": -1.0},
        {"temperature": float("nan")},
        {"temperature": "1"},
        {"temperature": True},
        {"bias": [0, 0]},
        {"bias": [0, 0, float("inf")]},
        {"bias": [0, 0, None]},
        {"bias": 3},
        {"weights": None},
        {"weights": "0" * 64},
    ],
)
def test_a_calibration_of_another_form_or_of_other_weights_is_refused(tmp_path: Path, changed: dict[str, Any]) -> None:
    refused(tmp_path, written(tmp_path, **changed), "calibration")


@pytest.mark.parametrize("content", [b"", b"[]", b"7", b"{", b"\xff\xfe", b"[" * 100_000, b'"temperature"'])
def test_what_is_no_calibration_is_refused(tmp_path: Path, content: bytes) -> None:
    sha256 = written(tmp_path)
    (tmp_path / CALIBRATION).write_bytes(content)
    refused(tmp_path, sha256, "calibration")


def test_the_weights_that_ship_are_those_that_are_named() -> None:
    assert load_stance_weights().calibrated
