"""Which panes are where on a terminal of a given size."""

from __future__ import annotations

from typing import Final

BESIDE_FROM: Final = 100
"""Columns from which the queue stands beside the rest, and not above it."""

COLUMNS_FROM: Final = 150
"""Columns from which article and evidence stand side by side."""

STACK_FROM: Final = 34
"""Lines from which claim, article and evidence fit above each other beside the queue; with less, they are tabs."""

NARROW_STACK_FROM: Final = 46
"""The same where the queue takes some of the lines."""


def classes_for(width: int, height: int) -> dict[str, bool]:
    """The classes of the reviewer's screen, by which the style sheet arranges the panes."""
    narrow = width < BESIDE_FROM
    tabs = height < (NARROW_STACK_FROM if narrow else STACK_FROM)
    return {"-narrow": narrow, "-tabs": tabs, "-columns": width >= COLUMNS_FROM and not tabs}
