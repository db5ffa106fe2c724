"""What this processor says it can do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

CPUINFO: Final = Path("/proc/cpuinfo")

_BFLOAT16: Final = frozenset({"avx512_bf16", "amx_bf16"})
_BYTES: Final = frozenset({"avx512_vnni", "avx_vnni", "amx_int8"})


def flags(cpuinfo: Path = CPUINFO) -> frozenset[str]:
    """The names of its abilities, as Linux lists them; none on other systems."""
    try:
        with cpuinfo.open(encoding="utf-8", errors="replace") as lines:
            return frozenset(next((line for line in lines if line.startswith("flags")), "").split())
    except OSError:
        return frozenset()


def multiplies_bfloat16(cpuinfo: Path = CPUINFO) -> bool:
    """Whether it has bfloat16 in hardware; systems that don't say it are taken to have none."""
    return not _BFLOAT16.isdisjoint(flags(cpuinfo))


def multiplies_bytes(cpuinfo: Path = CPUINFO) -> bool:
    """Whether it multiplies 8-bit integers exactly; older ones overflow at 16 bits."""
    return not _BYTES.isdisjoint(flags(cpuinfo))
