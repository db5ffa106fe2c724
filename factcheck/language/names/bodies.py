"""Whether the words of a name say that it is a body's: `Widget Ltd`, `University of Leeds`, `Ministry of Health`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from factcheck.language.word_lists import word_list

_LEGAL_FORMS: Final = frozenset(word_list("inc ltd llc plc corp corporation company co gmbh ag sa group holdings"))
_KINDS: Final = frozenset(
    word_list(
        """bank university college school institute ministry department agency council committee commission party
        union united association federation foundation organisation organization office bureau board court parliament
        congress senate assembly administration authority army navy force forces police fc league museum hospital
        society trust fund alliance coalition movement airlines airways academy laboratory orchestra cabinet
        treasury secretariat"""
    )
)
"""What sort of body it is; nouns that are common last names or kinds of places too (`church`, `post`) are left out."""


def is_body(words: Sequence[str]) -> bool:
    """Whether a name of several words ends with the sort of body that it is, or has it before an `of` or `for`."""
    low = [each.lower().removesuffix(".") for each in words if each.lower() != "the"]
    if len(low) > 1 and low[-1] in _LEGAL_FORMS | _KINDS:
        return True
    return any(one in _KINDS and other in ("of", "for") for one, other in pairwise(low))
