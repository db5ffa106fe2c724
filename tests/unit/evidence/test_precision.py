"""The precision is chosen by what the processor says, and its vectors compare with those of float32."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.evidence.precision import Precision, fastest
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.models.weights import find_weights


@pytest.mark.parametrize(
    ("flags", "precision"),
    [
        ("flags\t\t: fpu avx2 avx512f avx512_bf16\n", "bfloat16"),
        ("flags\t\t: fpu avx2 amx_bf16 amx_tile\n", "bfloat16"),
        ("flags\t\t: fpu avx2 avx512f avx512_vnni\n", "float32"),
        ("processor: 0\n", "float32"),
    ],
)
def test_the_precision_follows_the_processors_flags(tmp_path: Path, flags: str, precision: Precision) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("processor\t: 0\n" + flags, encoding="utf-8")
    assert fastest(cpuinfo) == precision


def test_where_the_system_says_nothing_it_is_float32(tmp_path: Path) -> None:
    assert fastest(tmp_path / "missing") == "float32"


@pytest.mark.model
def test_vectors_of_both_precisions_compare() -> None:
    texts = ["The dam broke on Monday.", "Prices rose by 3 per cent.", "Ann Lee runs the shop."]
    weights = find_weights("default", download=False)
    single, half = (TransformerEncoder(weights, each).encode(texts) for each in ("float32", "bfloat16"))
    assert half.dtype == np.float32
    assert np.allclose(np.linalg.norm(half, axis=1), 1.0, atol=1e-2)
    assert ((single * half).sum(axis=1) >= 0.99).all()
