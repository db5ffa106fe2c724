"""Another maker's cross-encoder: in both label orders and both sizes, and what a wrong one gets."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck import wiring
from factcheck.errors import ModelError, UsageError
from factcheck.interfaces import StanceModel
from factcheck.models.weights import find_weights
from factcheck.settings import Settings
from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
from factcheck.verdict.stance.hub_reader import HubReader
from tests.contracts.word_reader import sentence_bounds
from tests.unit.models.tiny_cross_encoder import FILLER, SIGNS, save_tiny_cross_encoder

pytestmark = pytest.mark.model

KINDS = {
    "three labels": (("entailment", "neutral", "contradiction"), ("supports", "neutral", "refutes")),
    "the other order": (("CONTRADICTION", "NEUTRAL", "ENTAILMENT"), ("refutes", "neutral", "supports")),
    "two labels": (("entailment", "not_entailment"), ("supports", "neutral")),
    "two in the other order": (("not_entailment", "entailment"), ("neutral", "supports")),
    "numbered": (("LABEL_0", "LABEL_1", "LABEL_2"), ("refutes", "supports", "neutral")),
}
COLUMNS = ("supports", "refutes", "neutral")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("models")
    return {kind: save_tiny_cross_encoder(folder / kind, *said) for kind, said in KINDS.items()}


@pytest.fixture
def folder(saved: dict[str, Path], tmp_path: Path) -> Path:
    """A tiny model of three labels, for this test alone."""
    return Path(shutil.copytree(saved["three labels"], tmp_path / "tiny"))


def model_in(folder: Path, labels: str = "") -> StanceModel:
    settings = Settings(stance_model=str(folder), stance_labels=labels)

    class Splitter:
        name = "test"

        def split(self, text: str) -> Any:
            return sentence_bounds(text)

    return wiring.parts(settings).make_stance_model(Splitter())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "numbered"])
def test_labels_are_read_from_the_configuration(saved: dict[str, Path], kind: str) -> None:
    model = model_in(saved[kind])
    for meaning in KINDS[kind][1]:
        [scores] = model.score([("the dam", f"rain fell {SIGNS[meaning]}")])
        assert COLUMNS[scores.argmax()] == meaning
        assert scores.sum() == pytest.approx(1, abs=1e-6)
    assert model.calibrated is False
    assert "not calibrated" in model.name
    assert find_weights(str(saved[kind])).label in model.version


def test_numbered_labels_are_refused_until_they_are_named(saved: dict[str, Path]) -> None:
    with pytest.raises(ModelError, match="LABEL_0") as caught:
        model_in(saved["numbered"])
    assert "--stance-labels" in caught.value.hint
    model = model_in(saved["numbered"], "refutes, supports, neutral")
    assert model.score([("the dam", "rain fell yes")])[0].argmax() == 0
    assert model.version != model_in(saved["numbered"], "supports,refutes,neutral").version


def test_naming_too_few_labels_is_refused(saved: dict[str, Path]) -> None:
    with pytest.raises(ModelError, match="3 labels, and 2"):
        model_in(saved["numbered"], "supports,neutral")


def test_labels_for_the_model_that_ships_are_refused() -> None:
    with pytest.raises(UsageError, match="its own"):
        wiring.parts(Settings(stance_labels="supports,refutes")).make_stance_model(None)  # type: ignore[arg-type]


def test_it_gives_what_transformers_gives(folder: Path) -> None:
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    torch.manual_seed(0)
    changed_weights(folder, lambda weights: [each.normal_() for each in weights.values() if each.is_floating_point()])
    pairs = [("the dam", "rain fell yes"), ("a b c", "no hills"), ("dam", "x " * 40), ("\ud800", "maybe")]
    tokenizer: Any = AutoTokenizer.from_pretrained(folder)
    network = AutoModelForSequenceClassification.from_pretrained(folder)
    found = HubReader(find_weights(str(folder))).scores(pairs)
    for (claim, passage), row in zip(pairs, found, strict=True):
        claim = claim.replace("\ud800", "?")
        with torch.inference_mode():
            logits = network(**tokenizer(passage, claim, return_tensors="pt")).logits
        assert row == pytest.approx(logits.softmax(dim=1)[0, [0, 2, 1]].numpy(), abs=1e-5)


@pytest.mark.parametrize("before", [0, 15, 30])
@pytest.mark.parametrize("meaning", ["supports", "refutes"])
def test_a_long_passage_is_read_whole(folder: Path, before: int, meaning: str) -> None:
    reader = HubReader(find_weights(str(folder)))
    assert reader.longest == 64

    model = CrossEncoderStance(reader, sentence_bounds, name="tiny", version="1", calibrated=False)
    filler = FILLER.capitalize().replace(" .", ".") + " "
    decisive = f"Rain fell {SIGNS[meaning]}."
    passage = filler * before + decisive + " " + filler * (30 - before)
    scores, [span], _ = model.judge([("the dam", passage)])
    assert COLUMNS[scores[0].argmax()] == meaning
    assert span is not None
    assert span.of(passage) == decisive


def rewrite(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    config = json.loads((folder / "config.json").read_text())
    change(config)
    (folder / "config.json").write_text(json.dumps(config))


def changed_weights(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    from safetensors.torch import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def pickled_only(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(b"\x80\x04.")


def strip_tokenizer(folder: Path) -> None:
    for path in folder.glob("tokenizer*"):
        path.unlink()


FAULTS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "pickled weights": ("pickled", pickled_only),
    "no weights": ("no weights", lambda folder: (folder / "model.safetensors").unlink()),
    "no tokenizer": ("token", strip_tokenizer),
    "broken tokenizer": ("tiny", lambda folder: (folder / "tokenizer.json").write_text("{}")),
    "no labels": ("labels", lambda folder: rewrite(folder, lambda config: config.pop("id2label"))),
    "labels that are none": ("id2label", lambda folder: rewrite(folder, lambda config: config.update(id2label=7))),
    "other labels": (
        "positive",
        lambda folder: rewrite(folder, lambda config: config.update(id2label={"0": "positive", "1": "negative"})),
    ),
    "one label": ("two or three", lambda folder: rewrite(folder, lambda config: config.update(id2label={"0": "nei"}))),
    "code of its own": (
        "code of its own",
        lambda folder: rewrite(folder, lambda config: config.update(auto_map={"AutoConfig": "evil.Config"})),
    ),
    "an unknown architecture": (
        "tiny",
        lambda folder: rewrite(folder, lambda config: config.update(model_type="nosuch")),
    ),
    "no configuration": ("config.json", lambda folder: (folder / "config.json").unlink()),
    "broken configuration": ("config.json", lambda folder: (folder / "config.json").write_text("{")),
    "a list as configuration": ("config.json", lambda folder: (folder / "config.json").write_text("[]")),
    "cut weights": (
        "tiny",
        lambda folder: (folder / "model.safetensors").write_bytes((folder / "model.safetensors").read_bytes()[:-99]),
    ),
    "no classifier": (
        "classifier",
        lambda folder: changed_weights(folder, lambda weights: weights.pop("classifier.weight")),
    ),
    "weights that are no numbers": (
        "no number",
        lambda folder: changed_weights(folder, lambda weights: weights["classifier.bias"].fill_(np.nan)),
    ),
}


@pytest.mark.parametrize(("words", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_a_wrong_folder_is_one_clear_failure(folder: Path, words: str, fault: Callable[[Path], object]) -> None:
    fault(folder)
    with pytest.raises(ModelError, match=words) as caught:
        model_in(folder)
    assert caught.value.exit_code == 6
    assert "tiny" in caught.value.message
    assert caught.value.hint


def test_code_in_a_folder_is_never_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "evil.py").write_text("import os\nos.environ['PLANTED'] = 'ran'\nclass Tokenizer: pass\n")
    config = json.loads((folder / "tokenizer_config.json").read_text())
    config["auto_map"] = {"AutoTokenizer": ["evil.Tokenizer", "evil.Tokenizer"]}
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    monkeypatch.delenv("PLANTED", raising=False)
    monkeypatch.chdir(folder)
    with contextlib.suppress(ModelError):
        model_in(folder)
    assert "PLANTED" not in os.environ


def test_a_name_that_is_not_on_this_machine_is_refused() -> None:
    with pytest.raises(ModelError, match="no model 'house/no-such-model'") as caught:
        model_in(Path("house/no-such-model"))
    assert "--download" in caught.value.hint


def test_the_encoder_is_no_stance_model() -> None:
    with pytest.raises(ModelError, match="labels"):
        model_in(Path("all-MiniLM-L6-v2"))
