"""Products in fewer bits are the same numbers on every processor, and a row's depend on the row alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from factcheck.domain.precision import Precision
from factcheck.models.processor import multiplies_bfloat16, multiplies_bytes
from factcheck.verdict.stance import linears
from factcheck.verdict.stance.linears import linear

pytestmark = pytest.mark.model

HAS = {Precision.INT8: multiplies_bytes(), Precision.BFLOAT16: multiplies_bfloat16()}
FEWER = [
    (precision, in_hardware) for precision in HAS for in_hardware in ((False, True) if HAS[precision] else (False,))
]
"""Each precision emulated, and in hardware too where this processor has it."""


def values(*shape: int, seed: int = 0) -> Any:
    import torch

    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("width", [384, 1536])
def test_sums_of_bytes_are_exact_where_16_bits_overflow(width: int) -> None:
    import torch

    levels = torch.from_numpy(np.random.default_rng(0).integers(200, 256, (5, width), dtype=np.uint8))
    whole = torch.from_numpy(np.random.default_rng(1).integers(90, 128, (7, width), dtype=np.int8)).float()
    whole[0], whole[1] = 127, -127
    levels[0] = 255
    exact = levels.numpy().astype(np.int64) @ whole.numpy().astype(np.int64).T
    scales = torch.full((7,), 0.5)
    ways = [linears._by_floats, *([linears._by_bytes] if multiplies_bytes() else [])]
    for way in ways:
        assert (way(whole, scales)(levels).numpy() == exact.astype(np.float32) * 0.5).all()


@pytest.mark.parametrize(("precision", "in_hardware"), FEWER)
@pytest.mark.parametrize("least", [None, -5.0])
def test_fewer_bits_are_near_to_float32(precision: Precision, in_hardware: bool, least: float | None) -> None:
    rows, weight, bias = values(40, 384), values(96, 384, seed=1), values(96, seed=2)
    near = linear(weight, bias, precision=precision, least=least, in_hardware=in_hardware)(rows)
    exact = linear(weight, bias)(rows)
    assert near.dtype == exact.dtype
    assert 0 < float((near - exact).abs().max()) < 0.1 * float(exact.std())


@pytest.mark.parametrize(("precision", "in_hardware"), FEWER)
def test_a_row_is_the_same_alone_and_among_others(precision: Precision, in_hardware: bool) -> None:
    rows = values(40, 384)
    made = linear(values(96, 384, seed=1), values(96, seed=2), precision=precision, in_hardware=in_hardware)
    together = made(rows.clone())
    for row in (0, 17, 39):
        assert float((made(rows[row : row + 1].clone()) - together[row]).abs().max()) <= 2e-4 * float(together.std())


def test_emulated_bfloat16_is_what_torch_computes_in_it() -> None:
    from torch.nn import functional

    rows, weight, bias = values(40, 384), values(96, 384, seed=1), values(96, seed=2)
    emulated = linear(weight, bias, precision=Precision.BFLOAT16)(rows)
    own = functional.linear(rows.bfloat16(), weight.bfloat16(), bias.bfloat16()).float()
    # Sums in another order may round to the neighbour in the last digit.
    assert float(((emulated - own).abs() / own.abs().clamp_min(1)).max()) <= 2**-7
    assert float((emulated == own).float().mean()) > 0.95
