"""A large first letter that a document holds apart from its word is put back before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.language.spelling import is_word

_LETTER: Final = re.compile(r"[“\"'‘«„]?\s?(?P<letter>[^\W\d_])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORDS_OF_ONE_LETTER: Final = frozenset("AIO")


def is_initial(words: str) -> bool:
    """True for a capital that stands alone, perhaps behind an opening quotation mark."""
    match = _LETTER.fullmatch(words.strip())
    return match is not None and match["letter"].isupper()


def with_initial(initial: str, rest: str) -> str | None:
    """`rest` with the letter before it; None where the two don't belong together, as above a list's entries.

    Args:
        initial: What `is_initial` is true for.
        rest: The paragraph behind it, which goes on with a small letter, or with capitals.
    """
    first = _WORD.match(rest)
    letter = initial.strip()[-1:]
    if first is None or not (first[0].islower() or (len(first[0]) > 1 and first[0].isupper())):
        return None
    if is_word(letter + first[0]):
        return initial.strip() + rest
    if first[0][0].upper() == letter:  # the letter of an index above its first entry
        return None
    if is_word(first[0]):
        return f"{initial.strip()} {rest}" if letter in _WORDS_OF_ONE_LETTER else None
    return initial.strip() + rest


def joined(pieces: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """(kind, words) of each piece, where a letter alone is no piece of its own if the next or last one lacks it.

    A text box with the letter comes behind the paragraph that it is anchored in.
    """
    done: list[tuple[str, str]] = []
    for kind, words in pieces:
        whole = with_initial(done[-1][1], words) if done and is_initial(done[-1][1]) else None
        if whole is not None:
            done[-1] = (kind, whole)
            continue
        before = with_initial(words, done[-1][1]) if done and is_initial(words) and done[-1][1][:1].islower() else None
        if before is not None:
            done[-1] = (done[-1][0], before)
            continue
        done.append((kind, words))
    return done
