"""The network that says how likely a sentence ends after a word."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.language.sentences import boundary_model
from factcheck.language.sentences.boundary_features import words_of
from factcheck.language.sentences.boundary_model import WEIGHTS, BoundaryModel, read, shipped
from factcheck.language.sentences.segmenter import SHA256


@pytest.fixture(scope="module")
def model() -> BoundaryModel:
    return shipped(SHA256)


def test_an_end_scores_higher_than_a_stop_that_ends_nothing(model: BoundaryModel) -> None:
    words = words_of("Then Dr. Lee left. The rain went on.")
    assert words is not None
    scores = model.scores(words)
    assert scores.shape == (8,)
    assert scores.dtype == np.float32
    assert scores[3] > 0 > scores[1]


def test_a_text_in_blocks_scores_as_it_does_in_one(model: BoundaryModel, monkeypatch: pytest.MonkeyPatch) -> None:
    words = words_of("It rained in May. Nobody minded. " * 40)
    assert words is not None
    whole = model.scores(words)
    monkeypatch.setattr(boundary_model, "_BLOCK", 7)
    assert np.allclose(model.scores(words), whole, atol=1e-4)


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(WEIGHTS.read_bytes() + b" ")
    with pytest.raises(ModelError, match="changed or cut"):
        read(path, sha256=SHA256)


def test_a_missing_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be read") as error:
        read(tmp_path / "nothing", sha256=SHA256)
    assert "Install" in error.value.hint
