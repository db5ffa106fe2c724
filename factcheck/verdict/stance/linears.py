"""The products of a network's weights with rows of values, in each precision.

In 8 bits each output's weights and each row of values have a scale of their own. So a row's answer depends on the row
alone: sums of integers are exact, and no scale is shared with neighbours. They are the same on every processor: where
8-bit products overflow at 16 bits, whole numbers are multiplied in float32, which is exact up to 2^24.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from factcheck.domain.precision import Precision

if TYPE_CHECKING:
    from torch import Tensor

Linear = Callable[["Tensor"], "Tensor"]
"""Rows of float32 to rows of float32."""
Summing = Callable[["Tensor"], "Tensor"]
"""Rows of 8-bit levels from 0 to 255, uint8, to their sums with the scaled weights, float32."""

_EPSILON: Final = 1e-12
_LEAST_RANGE: Final = 0.0255
"""Of a row's values, so that 255 steps of it stay far above what float32 rounds."""
_AT_ONCE: Final = 512
"""Products of a level up to 255 and a weight up to 127 whose sum float32 holds exactly, in any order."""


def linear(
    weight: Tensor,
    bias: Tensor,
    *,
    precision: Precision = Precision.FLOAT32,
    least: float | None = None,
    in_hardware: bool = False,
) -> Linear:
    """A layer of a weight of shape (out, in) and a bias of shape (out,).

    Args:
        least: A bound below all values that it is given, where there is one.
        in_hardware: Whether the processor has the precision; where not, it is emulated in float32.
    """
    if precision is Precision.INT8:
        return _eight_bits(weight, bias, least, in_hardware=in_hardware)
    if precision is Precision.BFLOAT16:
        return _bfloat16(weight, bias, in_hardware=in_hardware)
    return _float32(weight, bias)


def _float32(weight: Tensor, bias: Tensor) -> Linear:
    from torch.nn import functional

    return lambda rows: functional.linear(rows, weight, bias)


def _bfloat16(weight: Tensor, bias: Tensor, *, in_hardware: bool) -> Linear:
    from torch.nn import functional

    weight, bias = weight.bfloat16(), bias.bfloat16()
    if in_hardware:
        return lambda rows: functional.linear(rows.bfloat16(), weight, bias).float()
    # The same products, which float32 holds exactly, seven times as fast as torch emulates them.
    wide, wide_bias = weight.float(), bias.float()
    return lambda rows: functional.linear(rows.bfloat16().float(), wide, wide_bias).bfloat16().float()


def _eight_bits(weight: Tensor, bias: Tensor, least: float | None, *, in_hardware: bool) -> Linear:
    import torch

    scales = weight.abs().amax(dim=1).clamp_min(_EPSILON) / 127
    whole = (weight / scales[:, None]).round()
    summed = _by_bytes(whole, scales) if in_hardware else _by_floats(whole, scales)
    # What the rows are shifted by, so that none is negative, comes back through these.
    sums = whole.sum(dim=1) * scales
    shifted = bias if least is None else bias + least * sums

    def run(rows: Tensor) -> Tensor:
        low = rows.amin(dim=1, keepdim=True) if least is None else least
        step = (rows.amax(dim=1, keepdim=True) - low).clamp_min_(_LEAST_RANGE).div_(255)
        times = step.reciprocal()
        # By way of signed bytes, for the conversion to unsigned ones is slow: their first bit is turned after it.
        signed = (rows * times).sub_(times * low + 128).round_().to(torch.int8)
        product = summed(signed.view(torch.uint8).bitwise_xor_(128))
        found: Tensor = torch.addcmul(shifted, product, step, out=product)
        return found.addcmul_(low, sums) if isinstance(low, torch.Tensor) else found

    return run


def _by_bytes(whole: Tensor, scales: Tensor) -> Summing:
    import torch

    packed = torch.ops.onednn.qlinear_prepack(whole.to(torch.int8), None)
    zeros = torch.zeros(len(scales), dtype=torch.int64)

    def run(levels: Tensor) -> Tensor:
        found: Tensor = torch.ops.onednn.qlinear_pointwise(
            levels, 1.0, 0, packed, scales, zeros, None, 1.0, 0, torch.float32, "none", [], ""
        )
        return found

    return run


def _by_floats(whole: Tensor, scales: Tensor) -> Summing:
    places = [slice(begin, begin + _AT_ONCE) for begin in range(0, whole.shape[1], _AT_ONCE)]
    parts = [whole[:, place].T.contiguous() for place in places]

    def run(levels: Tensor) -> Tensor:
        rows = levels.float()
        sums = [rows[:, place] @ part for place, part in zip(places, parts, strict=True)]
        found = sums[0]
        if len(sums) > 1:
            # Rounded to float32 once, as a processor does that has whole numbers.
            found = found.double()
            for each in sums[1:]:
                found += each
            found = found.float()
        return found.mul_(scales)

    return run
