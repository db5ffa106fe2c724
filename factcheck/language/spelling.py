"""Whether a form is an English word: the lexicon's own forms, and those that regular endings and
British spelling make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.language.lexicon import lexicon

_ENDINGS: Final = ("s", "es", "ed", "ing", "ly", "er", "ers", "al", "ally", "ment", "ments", "ness", "able", "d")
_SHORTEST: Final = 3
"""Letters of a stem that an ending is taken from."""
_SINGLE: Final = frozenset({"a", "i", "o"})
_BRITISH: Final = re.compile(r"(?<=[a-z]{2})(?:ou(?=r)|is(?=e|ing|ation)|ys(?=e|ing)|tre(?=s?\Z)|ll(?=ed|ing|er))")
_AMERICAN: Final = {"ou": "o", "is": "iz", "ys": "yz", "tre": "ter", "ll": "l"}
"""The lexicon is American."""


def is_word(form: str) -> bool:
    """Whether `form`, in any case, is a word of the lexicon or a regular form of one; single letters are names.

    Raises:
        ModelError: If the lexicon is missing.
    """
    low = form.lower()
    if len(low) < 2:
        return low in _SINGLE
    american = _BRITISH.sub(lambda match: _AMERICAN[match[0]], low)
    return any(_is_listed(each) for form in {low, american} for each in _relatives(form))


def _relatives(low: str) -> Iterator[str]:
    yield low
    yield low + "s"
    for ending in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < _SHORTEST:
            continue
        yield stem
        if ending[0] in "eia":
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
    if low.endswith(("ies", "ied")) and len(low) > _SHORTEST + 1:
        yield low[:-3] + "y"


def _is_listed(form: str) -> bool:
    """In small letters, so that names are none; `FW` marks words of other languages."""
    return lexicon().get(form, "FW") != "FW"
