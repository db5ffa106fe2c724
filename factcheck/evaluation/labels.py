"""The labels of rows that say what evidence makes of a claim."""

from __future__ import annotations

from typing import Final

SUPPORTED: Final = "SUPPORTED"
REFUTED: Final = "REFUTED"
NEI: Final = "NEI"
"""Not enough information."""
NOT_SUPPORTED: Final = "NOT_SUPPORTED"
"""Refuted or not enough information: of sources that don't tell these apart."""
PARTIAL: Final = "PARTIAL"
"""A part of the claim is supported; counts as not supported."""
CONFLICTING: Final = "CONFLICTING"

LABELS: Final = (SUPPORTED, REFUTED, NEI, NOT_SUPPORTED, PARTIAL, CONFLICTING)
"""Every label that a row may have."""
