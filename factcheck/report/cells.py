"""Text from outside in the cells of a spreadsheet, which computes what looks like a formula."""

from __future__ import annotations

from typing import Final

from factcheck.language.display import visible

# OWASP, "CSV Injection". A carriage return never gets so far: it has been made visible.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: object) -> object:
    """`value` for a cell: a text with control characters made visible, and an apostrophe before what a spreadsheet
    would compute. Numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
