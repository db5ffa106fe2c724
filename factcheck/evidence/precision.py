"""In which precision this processor computes sentence vectors fastest.

With bfloat16 in hardware the default encoder is about three times as fast as in float32, and its vectors keep a cosine
of at least 0.9975 to those of float32 (measured; see `docs/measurements.md`): vectors of the two compare. Without it
bfloat16 is emulated, and slower.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from factcheck.models.processor import CPUINFO, flags

Precision = Literal["float32", "bfloat16"]

_IN_HARDWARE: Final = frozenset({"avx512_bf16", "amx_bf16"})
"""Flags of Linux for processors that multiply bfloat16; other systems are taken to have none."""


def fastest(cpuinfo: Path = CPUINFO) -> Precision:
    """The precision that this processor is fastest at, by what it says of itself."""
    return "bfloat16" if _IN_HARDWARE & flags(cpuinfo) else "float32"
