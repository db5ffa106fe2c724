"""In what numbers a model multiplies."""

from __future__ import annotations

from enum import StrEnum


class Precision(StrEnum):
    """Of the products of a network's weights.

    `AUTO` is what can be asked for, and nothing that can be computed in: `factcheck.models.precision` says what a model
    takes then.
    """

    AUTO = "auto"
    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    INT8 = "int8"
