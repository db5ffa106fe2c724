"""The packed network gives what transformers' own gives, in any company and in either precision."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck.errors import ModelError
from factcheck.models.stance_weights import StanceWeights
from factcheck.models.weights import find_weights
from factcheck.verdict.packed_bert import LONGEST, PackedBert, Precision, fastest

PAIRS = [
    ("The dam holds 40 tons.", "The old dam in the valley holds 40 tons, the ministry said on Monday."),
    ("Zoë 🛳 字", "She sings."),
    ("The dam", "dam " * 150),
    ("x", "y"),
    ("\ud800 half", "of a character \udfff"),
    ("Prices rose by 3 per cent in May.", "In May prices fell. " * 5),
    ("The dam holds 40 tons.", "Nobody lives there."),
]


@pytest.mark.parametrize(
    ("flags", "precision"),
    [
        ("flags\t\t: fpu avx2 avx512f avx512_vnni\n", "int8"),
        ("flags\t\t: fpu avx2 avx_vnni\n", "int8"),
        ("flags\t\t: fpu avx2 amx_int8\n", "int8"),
        ("flags\t\t: fpu avx2 avx512f\n", "float32"),
        ("processor: 0\n", "float32"),
    ],
)
def test_the_precision_follows_the_processors_flags(tmp_path: Path, flags: str, precision: Precision) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("processor\t: 0\n" + flags, encoding="utf-8")
    assert fastest(cpuinfo) == precision
    assert fastest(tmp_path / "missing") == "float32"


@cache
def reference() -> Any:
    """The backbone with a head of random weights, as a real training would begin."""
    import torch
    from transformers import AutoConfig, BertForSequenceClassification, BertModel

    torch.manual_seed(0)
    folder = find_weights().folder
    config = AutoConfig.from_pretrained(folder, num_labels=3)
    network: Any = BertForSequenceClassification(config)
    network.bert = BertModel.from_pretrained(folder, config=config, use_safetensors=True)
    with torch.no_grad():
        network.classifier.weight.normal_(std=0.5)
    return network.eval()


@cache
def made() -> StanceWeights:
    kept = {name: each.numpy() for name, each in reference().state_dict().items() if "word_embeddings" not in name}
    return StanceWeights(tensors=kept, temperature=2.0, bias=(0.5, 0.0, -0.5), calibrated=False, digest="0" * 64)


@cache
def packed(precision: Precision) -> PackedBert:
    return PackedBert(find_weights().folder, made(), precision)


def expected() -> Any:
    import torch
    from transformers import AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(find_weights().folder)
    whole = [[text.encode("utf-8", "replace").decode() for text in pair] for pair in PAIRS]
    read = tokenizer([pair[1] for pair in whole], [pair[0] for pair in whole], padding=True, return_tensors="pt")
    with torch.inference_mode():
        return reference()(**read).logits.numpy()


@pytest.mark.model
def test_it_gives_what_transformers_gives() -> None:
    assert packed("float32").logits(PAIRS) == pytest.approx(expected(), abs=1e-4)


@pytest.mark.model
def test_8_bits_are_near() -> None:
    wanted = expected()
    assert np.abs(packed("int8").logits(PAIRS) - wanted).max() < 0.2 * wanted.std()


@pytest.mark.model
def test_close_answers_in_8_bits_are_read_again_in_32() -> None:
    weights = made()
    # With this bias the two highest answers of the first pair are as far apart as nothing.
    first = np.sort(packed("float32").logits(PAIRS[:1])[0] / weights.temperature)
    order = np.argsort(packed("float32").logits(PAIRS[:1])[0])
    bias = np.zeros(3)
    bias[order[1]] = first[2] - first[1]
    evened = PackedBert(find_weights().folder, replace(weights, bias=(bias[0], bias[1], bias[2])), "int8")
    exact, near = packed("float32").logits(PAIRS), evened.logits(PAIRS)
    assert near[0] == pytest.approx(exact[0], abs=1e-5)
    assert np.abs(near - exact).max() > 1e-4


@pytest.mark.model
@pytest.mark.parametrize("precision", ["float32", "int8"])
def test_a_pair_is_read_alike_alone_and_among_others(precision: Precision) -> None:
    together = packed(precision).logits([*PAIRS, *PAIRS[::-1]])
    assert together[len(PAIRS) :][::-1] == pytest.approx(together[: len(PAIRS)], abs=1e-5)
    for row, pair in enumerate(PAIRS):
        assert packed(precision).logits([pair])[0] == pytest.approx(together[row], abs=1e-5)


@pytest.mark.model
def test_scores_are_the_softmax_of_the_calibrated_logits() -> None:
    logits = packed("float32").logits(PAIRS).astype(np.float64) / 2 + np.array([0.5, 0, -0.5])
    wanted = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    found = packed("float32").scores(PAIRS)
    assert found.dtype == np.float32
    assert found == pytest.approx(wanted, abs=1e-6)


@pytest.mark.model
def test_offsets_are_in_code_points_and_nothing_is_cut() -> None:
    text = "Zoë 🛳 sings. \ud800 " + "dam " * 600
    [found] = packed("float32").offsets([text])
    assert text[slice(*found[0])] == "Zoë"
    assert found[-1].tolist() == [len(text) - 4, len(text) - 1]
    assert len(found) > 3 * LONGEST


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("classifier.weight", lambda _: None, "missing"),
        ("classifier.weight", lambda each: each[:2], "shape"),
        ("bert.encoder.layer.3.output.dense.weight", lambda each: each.T, "shape"),
        ("bert.embeddings.LayerNorm.bias", lambda each: np.full_like(each, np.nan), "no number"),
    ],
)
def test_weights_that_lack_something_are_refused(name: str, change: Any, words: str) -> None:
    tensors = dict(made().tensors)
    changed = change(tensors.pop(name))
    if changed is not None:
        tensors[name] = changed
    with pytest.raises(ModelError, match=words) as caught:
        PackedBert(find_weights().folder, replace(made(), tensors=tensors), "float32")
    assert name in caught.value.message
