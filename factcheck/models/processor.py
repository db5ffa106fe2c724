"""What this processor says it can do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

CPUINFO: Final = Path("/proc/cpuinfo")


def flags(cpuinfo: Path = CPUINFO) -> frozenset[str]:
    """The names of its abilities, as Linux lists them; none on other systems."""
    try:
        with cpuinfo.open(encoding="utf-8", errors="replace") as lines:
            return frozenset(next((line for line in lines if line.startswith("flags")), "").split())
    except OSError:
        return frozenset()
