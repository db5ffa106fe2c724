"""Text from outside, made harmless to look at.

Control characters reach a terminal even through libraries that take text as plain (window titles, cleared screens,
the clipboard), and bidirectional controls reorder what is read. Each is replaced by one visible character, so that
offsets into the text still hold.
"""

from __future__ import annotations

import re
from typing import Final

# U+2400..U+2421 are the Unicode "control pictures", made for this.
_REPLACEMENTS: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x2028, 0x2029), 0x2424),
    # Bidirectional controls: marks, embeddings, overrides, isolates.
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    # Lone surrogates can't be encoded, so a terminal or a file would refuse the whole text.
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}

# What JSON lets pass and `visible` doesn't. All are below U+10000, so four digits are enough.
_OBEYED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` with control and bidirectional characters replaced one for one; line feeds and tabs stay."""
    return text.translate(_REPLACEMENTS)


def one_line(text: str) -> str:
    """`text` made visible and folded to one line, for tables and messages."""
    return visible(" ".join(text.split()))


def escaped_json(text: str) -> str:
    """JSON with what a terminal would obey or UTF-8 can't hold written as `\\uXXXX`; it reads back the same."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
