"""Loading an encoder: from a folder, and what a broken folder gets. What it encodes is in the contract."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.models.weights import find_weights
from tests.unit.models.tiny_model import save_tiny_model

pytestmark = pytest.mark.model

WEIGHTS = "model.safetensors"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def folder(saved: Path, tmp_path: Path) -> Path:
    """A tiny model, for this test alone."""
    return Path(shutil.copytree(saved, tmp_path / "tiny"))


def encoder_in(folder: Path) -> TransformerEncoder:
    return TransformerEncoder(find_weights(str(folder)))


def test_a_model_is_loaded_by_its_folder_and_named_with_its_digest(folder: Path) -> None:
    encoder = encoder_in(folder)
    assert encoder.dimension == 16
    assert encoder.name == find_weights(str(folder)).label
    assert encoder.name.startswith("tiny@")


def test_it_gives_what_sentence_transformers_gives(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    texts = ["The ferry carried people.", "a b c", "ferry " * 300]
    expected = SentenceTransformer(str(folder), device="cpu").encode(texts, normalize_embeddings=True)
    assert np.allclose(encoder_in(folder).encode(texts), expected, atol=1e-6)


def test_two_models_of_one_name_and_other_weights_have_other_names(folder: Path, tmp_path: Path) -> None:
    other = save_tiny_model(tmp_path / "elsewhere" / "tiny", seed=1)
    first, second = encoder_in(folder), encoder_in(other)
    assert first.name != second.name
    assert not np.allclose(first.encode(["ferry"]), second.encode(["ferry"]), atol=1e-3)


def test_a_model_of_two_modules_is_loaded_whole(tmp_path: Path) -> None:
    encoder = encoder_in(save_tiny_model(tmp_path / "dense", dense=True))
    assert encoder.dimension == 8
    assert encoder.encode(["ferry"]).shape == (1, 8)


def test_nothing_is_fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert encoder_in(folder).encode(["ferry"]).shape == (1, 16)


def rewrite(folder: Path, name: str, change: Callable[[str], str]) -> None:
    path = folder / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def strip_tokenizer(folder: Path) -> None:
    for path in folder.glob("tokenizer*"):
        path.unlink()


def not_a_number(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    weights = load_file(folder / WEIGHTS)
    weights["embeddings.word_embeddings.weight"][:] = float("nan")
    save_file(weights, folder / WEIGHTS, metadata={"format": "pt"})


FAULTS: dict[str, Callable[[Path], object]] = {
    "cut weights": lambda folder: (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:-500]),
    "empty weights": lambda folder: (folder / WEIGHTS).write_bytes(b""),
    "weights that are none": lambda folder: (folder / WEIGHTS).write_bytes(b"\xff" * 5000),
    "weights that are no numbers": not_a_number,
    "weights of another size": lambda folder: rewrite(
        folder, "config.json", lambda text: text.replace('"hidden_size": 16', '"hidden_size": 32')
    ),
    "no configuration": lambda folder: (folder / "config.json").unlink(),
    "broken configuration": lambda folder: (folder / "config.json").write_text("{"),
    "a list as configuration": lambda folder: (folder / "config.json").write_text("[]"),
    "configuration of bytes": lambda folder: (folder / "config.json").write_bytes(b"\xff\xfe\x00"),
    "an unknown architecture": lambda folder: rewrite(
        folder, "config.json", lambda text: text.replace('"bert"', '"nosuch"')
    ),
    "no tokenizer": strip_tokenizer,
    "broken tokenizer": lambda folder: (folder / "tokenizer.json").write_text("{}"),
    "no modules": lambda folder: (folder / "modules.json").write_text("[]"),
    "modules that are none": lambda folder: (folder / "modules.json").write_text('"abc"'),
    "modules without end": lambda folder: (folder / "modules.json").write_text("[" * 100_000),
    "modules of a number": lambda folder: (folder / "modules.json").write_text("7"),
    "no pooling": lambda folder: shutil.rmtree(folder / "1_Pooling"),
    "unknown pooling": lambda folder: rewrite(folder, "1_Pooling/config.json", lambda text: text.replace("mean", "zz")),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_broken_folder_is_one_clear_failure(folder: Path, fault: Callable[[Path], object]) -> None:
    encoder_in(folder)
    fault(folder)
    with pytest.raises(ModelError) as caught:
        encoder_in(folder)
    assert caught.value.exit_code == 6
    assert str(folder) in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("kind", ["evil.Module", "os.system", "builtins.exec"])
def test_code_in_a_model_folder_is_never_run(folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    (folder / "evil.py").write_text("import os\nos.environ['PLANTED'] = 'ran'\nclass Module: pass\n")
    modules = json.loads((folder / "modules.json").read_text())
    modules[0]["type"] = kind
    (folder / "modules.json").write_text(json.dumps(modules))
    monkeypatch.delenv("PLANTED", raising=False)
    monkeypatch.chdir(folder)
    with pytest.raises(ModelError):
        encoder_in(folder)
    assert "PLANTED" not in os.environ
