"""The packed network gives what transformers' own gives, in any company and in each precision."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from factcheck.domain.precision import Precision
from factcheck.errors import ModelError
from factcheck.models.stance_weights import StanceWeights
from factcheck.models.weights import find_weights
from factcheck.verdict.stance.packed_bert import LONGEST, PackedBert

PAIRS = [
    ("The dam holds 40 tons.", "The old dam in the valley holds 40 tons, the ministry said on Monday."),
    ("Zoë 🛳 字", "She sings."),
    ("The dam", "dam " * 150),
    ("x", "y"),
    ("\ud800 half", "of a character \udfff"),
    ("Prices rose by 3 per cent in May.", "In May prices fell. " * 5),
    ("The dam holds 40 tons.", "Nobody lives there."),
]


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
    assert packed(Precision.FLOAT32).logits(PAIRS) == pytest.approx(expected(), abs=1e-4)


@pytest.mark.model
@pytest.mark.parametrize(("precision", "share"), [(Precision.INT8, 0.2), (Precision.BFLOAT16, 0.05)])
def test_fewer_bits_are_near_and_exactly_is_float32(precision: Precision, share: float) -> None:
    wanted = expected()
    assert 1e-4 < np.abs(packed(precision).logits(PAIRS) - wanted).max() < share * wanted.std()
    assert packed(precision).logits(PAIRS, exact=True) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.model
@pytest.mark.parametrize("precision", [each for each in Precision if each is not Precision.AUTO])
def test_only_float32_has_no_margin(precision: Precision) -> None:
    assert (packed(precision).margin == 0) is (precision is Precision.FLOAT32)


@pytest.mark.model
@pytest.mark.parametrize("precision", [Precision.FLOAT32, Precision.INT8])
def test_a_pair_is_read_alike_alone_and_among_others(precision: Precision) -> None:
    together = packed(precision).logits([*PAIRS, *PAIRS[::-1]])
    assert together[len(PAIRS) :][::-1] == pytest.approx(together[: len(PAIRS)], abs=1e-5)
    for row, pair in enumerate(PAIRS):
        assert packed(precision).logits([pair])[0] == pytest.approx(together[row], abs=1e-5)


@pytest.mark.model
def test_scores_are_the_softmax_of_the_calibrated_logits() -> None:
    logits = packed(Precision.FLOAT32).logits(PAIRS).astype(np.float64) / 2 + np.array([0.5, 0, -0.5])
    wanted = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    found = packed(Precision.FLOAT32).scores(PAIRS)
    assert found.dtype == np.float32
    assert found == pytest.approx(wanted, abs=1e-6)


@pytest.mark.model
def test_offsets_are_in_code_points_and_nothing_is_cut() -> None:
    text = "Zoë 🛳 sings. \ud800 " + "dam " * 600
    [found] = packed(Precision.FLOAT32).offsets([text])
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
        PackedBert(find_weights().folder, replace(made(), tensors=tensors))
    assert name in caught.value.message
