"""The training of the sentence splitter: what it accepts, and that its network and the product's are the same one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from factcheck.errors import InputError
from factcheck.language.sentences.boundary_features import words_of
from factcheck.language.sentences.boundary_model import BoundaryModel, read
from training.sentence_boundaries import data


def test_a_text_is_put_together_with_spaces_and_empty_lines() -> None:
    row: dict[str, object] = {"id": "t", "sentences": ["One.", "Two.", "Three"], "par_start": [True, False, True]}
    whole = data.whole(row)
    assert whole.text == "One. Two.\n\nThree"
    assert [whole.text[:end] for end in whole.ends] == ["One.", "One. Two.", "One. Two.\n\nThree"]


def test_a_file_that_is_missing_is_one_clear_failure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        data.read(tmp_path)


def test_a_file_that_is_another_one_is_refused(tmp_path: Path) -> None:
    for entry in json.loads(data.MANIFEST.read_text(encoding="utf-8"))["files"]:
        (tmp_path / entry["file"]).write_bytes(
            gzip.compress(b'{"id": "x", "sentences": ["A."], "par_start": [true]}\n')
        )
    with pytest.raises(InputError, match="has sha256"):
        data.read(tmp_path)


@pytest.mark.model
def test_the_product_computes_what_was_trained(tmp_path: Path) -> None:
    """In blocks and with 16-bit weights, at a text's ends and at the borders of blocks."""
    import torch

    from training.sentence_boundaries.__main__ import _write
    from training.sentence_boundaries.network import BoundaryNetwork, numbers, tensors

    torch.manual_seed(1)
    keys = np.sort(np.random.default_rng(1).integers(0, 2**32, 50, dtype=np.uint32))
    vectors = np.random.default_rng(2).integers(-127, 128, (50, 32)).astype(np.int8)
    network = BoundaryNetwork(torch.from_numpy(vectors.astype(np.float32) * 0.01)).eval()
    words = words_of("The dam broke. Did it? " * 1500 + "\n\nIt did (“so”).")
    assert words is not None
    keys[7] = words.keys[0]
    keys.sort()
    given = torch.from_numpy(numbers(words, keys))
    margin = torch.full((8, given.shape[1]), network.signs.num_embeddings - 1)
    margin[:, -1] = len(keys)
    with torch.no_grad():
        expected = network(torch.cat([margin, given, margin])[None])[0, 8:-8].numpy()
    stored: dict[str, npt.NDArray[np.generic]] = {
        **tensors(network),
        "keys": keys,
        "vectors": vectors,
        "vector_scale": np.array([0.01], np.float32),
    }
    path = tmp_path / "weights.safetensors"
    model: BoundaryModel = read(path, sha256=_write(stored, path))
    assert np.abs(expected).max() > 0.01
    np.testing.assert_allclose(model.scores(words), expected, atol=0.01)
