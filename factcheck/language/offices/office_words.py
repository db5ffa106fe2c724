"""Words around an office: what says whether it is held, and the ends of `secretary of state`."""

from __future__ import annotations

from typing import Final

from factcheck.language.names.titles import OFFICES, WEAK_OFFICES
from factcheck.language.word_lists import word_list

HEADS: Final = OFFICES | WEAK_OFFICES
MODIFIERS: Final = frozenset(
    word_list(
        """former ex acting interim deputy assistant incoming outgoing late current then sitting new newly elected
        re-elected caretaker honorary co under junior senior previous ousted deposed retired exiled self-proclaimed
        longtime provisional transitional appointed first second third next last one-time long-serving future
        would-be nominated designated impeached"""
    )
)
"""What may stand before an office without being a part of it."""
STANDING: Final = frozenset(
    word_list("former acting interim caretaker then current sitting outgoing incoming ousted deposed retired")
)
"""Those that may also stand before what it is an office of: `former U.S. president`."""
OF_STATE: Final = {
    "secretary": ("state",), "chief": ("staff",), "head": ("state", "government"), "chancellor": ("the", "exchequer"),
    "speaker": ("the", "house"), "leader": ("the", "opposition"), "member": ("parliament", "congress"),
}  # fmt: skip
"""What behind `of` belongs to the office itself, and isn't what it is an office of."""
SENT_TO: Final = frozenset({"ambassador", "envoy", "consul", "secretary", "adviser"})
"""Offices with a `to`: `the ambassador to Norway`."""
