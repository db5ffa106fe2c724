"""In which precision this processor computes sentence vectors fastest.

With bfloat16 in hardware the default encoder is about three times as fast as in float32, and its vectors keep a cosine
of at least 0.9975 to those of float32 (measured; see `docs/measurements.md`): vectors of the two compare. Without it
bfloat16 is emulated, and slower.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

Precision = Literal["float32", "bfloat16"]

_IN_HARDWARE: Final = frozenset({"avx512_bf16", "amx_bf16"})
"""Flags of Linux for processors that multiply bfloat16; other systems are taken to have none."""


def fastest(cpuinfo: Path = Path("/proc/cpuinfo")) -> Precision:
    """The precision that this processor is fastest at, by what it says of itself."""
    try:
        with cpuinfo.open(encoding="utf-8", errors="replace") as lines:
            flags = next((line for line in lines if line.startswith("flags")), "")
    except OSError:
        return "float32"
    return "bfloat16" if _IN_HARDWARE & set(flags.split()) else "float32"
