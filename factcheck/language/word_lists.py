"""Word lists that read like text."""

from __future__ import annotations


def word_list(text: str) -> tuple[str, ...]:
    """The words of a list that is written as one text."""
    return tuple(text.split())
