"""Ids: short, stable, and made of what they name.

An id is the kind's letter, a hyphen, and 60 bits of SHA-256 in twelve letters and digits of Crockford's base 32,
which leaves out i, l, o and u so that an id can be read aloud. With a million ids of one kind the chance that any
two agree is about 4 in ten million; the store refuses a second row under one id rather than mixing them.
"""

from __future__ import annotations

import hashlib
from typing import Final, Literal

IdKind = Literal["a", "c", "d", "p"]

ID_KINDS: Final = {"a": "article", "c": "claim", "d": "document", "p": "passage"}
_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_LETTERS: Final = 12


def content_id(kind: IdKind, *parts: str | int) -> str:
    """The id of what `parts` describe, in their order; equal parts give equal ids, on every machine."""
    digest = hashlib.sha256()
    for part in parts:
        # The length keeps ("ab", "c") and ("a", "bc") apart.
        piece = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(piece)}:".encode() + piece)
    number = int.from_bytes(digest.digest()[:8], "big") >> 4
    letters = "".join(_ALPHABET[number >> (5 * place) & 31] for place in reversed(range(_LETTERS)))
    return f"{kind}-{letters}"
