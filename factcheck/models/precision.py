"""In which precision each model computes, and why.

By itself every model computes in float32, whatever the processor is fastest at. Scores meet limits and orders: a rank,
the best passages of a search, the probability from which on a passage counts. Fewer bits move some across, so the same
article would get other answers on another machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from factcheck.domain.precision import Precision
from factcheck.models.processor import CPUINFO, multiplies_bfloat16, multiplies_bytes

_BY_ITSELF: Final = "auto: the same answers on every processor"


class Chosen(NamedTuple):
    """What a model computes in, and why, as a person reads it."""

    precision: Precision
    why: str


def of_encoder(wanted: Precision, cpuinfo: Path = CPUINFO) -> Chosen:
    """Of the vectors of passages. Those of claims and of what is searched for are float32 always: they decide ranks."""
    if wanted is Precision.BFLOAT16:
        return Chosen(wanted, f"{_set(wanted, cpuinfo)}; for passages, all else in float32")
    return Chosen(Precision.FLOAT32, _otherwise(wanted, "the encoder has no 8 bits"))


def of_stance_model(wanted: Precision, *, ships: bool, cpuinfo: Path = CPUINFO) -> Chosen:
    """Of the stance model that ships, or of another maker's."""
    if ships and wanted in (Precision.BFLOAT16, Precision.INT8):
        return Chosen(wanted, f"{_set(wanted, cpuinfo)}; what lies near a limit is read again in float32")
    return Chosen(Precision.FLOAT32, _otherwise(wanted, "a model of another maker has nothing else"))


def _set(wanted: Precision, cpuinfo: Path) -> str:
    has = (multiplies_bfloat16 if wanted is Precision.BFLOAT16 else multiplies_bytes)(cpuinfo)
    return f"set, {'in hardware' if has else 'emulated on this processor and slower than float32'}"


def _otherwise(wanted: Precision, lacking: str) -> str:
    if wanted is Precision.AUTO:
        return _BY_ITSELF
    return "set" if wanted is Precision.FLOAT32 else f"{wanted} is set, but {lacking}"
