"""Joins the lines of a paragraph, and the words that were divided at their ends.

`inhabi-` and `tants` are one word; `twenty-` and `five` keep their hyphen. What the rest of the document writes decides
first, then the lexicon: a division between two words that make no third is a hyphen of the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from factcheck.ingest.structure.lines import lines_of
from factcheck.ingest.structure.wrapping import wrapped_width
from factcheck.language.spelling import is_word

SOFT_HYPHEN: Final = "\xad"
_HYPHENS: Final = "-\u2010" + SOFT_HYPHEN
_ENDS: Final = re.compile(rf"(?P<head>[\w.,’'/-]*\w)(?P<sign>[{_HYPHENS}–])\Z")
_BEGINS: Final = re.compile(r"(?P<tail>\w[\w’'-]{0,60})")
_REACH: Final = 80
"""Characters at a line's end that are looked at: no word is longer."""

_LAST_PART: Final = re.compile(r"[^\W\d_]+\Z")
_FIRST_PART: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_AND: Final = frozenset({"and", "or", "to", "nor", "und", "oder", "et", "ou"})
"""`two- and three-storey houses`: the hyphen waits for its second half."""
_APART: Final = frozenset({
    "all", "anti", "cross", "ex", "half", "high", "low", "mid", "multi", "non", "post", "pre", "pro", "quasi", "self",
    "semi", "well",
})  # fmt: skip
"""Before a word these keep their hyphen, unless the two are known as one word."""
_LEAST: Final = 2
"""Letters on either side of a division that a printer made."""


class Hyphenation:
    """Joins lines of one document.

    Args:
        lines: All lines of the document, in order: the words in them that are not divided are known.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        is_cut = False
        for line in lines:
            words = _WORD.findall(line)
            ends_cut = line[-1:] in _HYPHENS
            self._known.update(each.casefold() for each in words[is_cut : len(words) - ends_cut])
            is_cut = ends_cut

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of a paragraph with a line end between two; a word that was divided stands on the upper line."""
        done: list[str] = []
        for line in lines:
            while (
                done
                and line
                and (match := _ENDS.search(done[-1], max(0, len(done[-1]) - _REACH)))
                and (tail := _BEGINS.match(line))
            ):
                sign = self._sign(match["head"], match["sign"], tail["tail"])
                if sign is None:
                    break
                word, _, rest = line.partition(" ")
                done[-1] = f"{done[-1][:-1]}{sign}{word}"
                line = rest
                if rest:
                    break
            if line:
                done.append(line)
        return "\n".join(done)

    def undivided(self, text: str) -> str:
        """`text`, with the words that are divided at the ends of its lines joined on the upper line; no line is lost.

        Figures are joined only where the text was wrapped, since a list's lines may end and begin with them.
        """
        lines = lines_of(text)
        is_wrapped = wrapped_width(text, lines) > 0
        done: list[str] = []
        at = 0
        for above, below in pairwise(lines):
            match = _ENDS.search(text, max(above.start, at, above.end - _REACH), above.end)
            tail = _BEGINS.match(text, below.start, below.end)
            if below.after_gap or match is None or tail is None:
                continue
            sign = self._sign(match["head"], match["sign"], tail["tail"])
            if sign is None or not (is_wrapped or tail["tail"][0].islower()):
                continue
            word = text[below.start : below.end].split(maxsplit=1)[0]
            end = below.start + len(word)
            done += [text[at : above.end - 1], sign, word]
            if end < below.end:
                done.append(text[above.end : below.start])
                end += len(text[end : below.end]) - len(text[end : below.end].lstrip())
            at = end
        return "".join([*done, text[at:]])

    def _sign(self, head: str, sign: str, tail: str) -> str | None:
        """What stands between the two parts in the text: nothing, or its own hyphen; None where they stay two words."""
        if sign == SOFT_HYPHEN:
            return ""
        if head[-1].isdigit() or tail[0].isdigit():
            return sign
        if sign == "–":  # a dash between words has spaces, or none; on a line's end it isn't seen which
            return None
        left, right = _LAST_PART.search(head), _FIRST_PART.match(tail)
        if left is None or right is None:
            return sign
        if tail in _AND and not self._is_one(left[0], tail):
            return None
        return "" if self._is_divided(head, left[0], right[0]) else sign

    def _is_divided(self, head: str, left: str, right: str) -> bool:
        """True where a printer divided a word between `left` and `right`."""
        is_loud = left.isupper() and right.isupper()
        if min(len(left), len(right)) < _LEAST or not (right.islower() or is_loud) or (left.isupper() and not is_loud):
            return False
        if f"{left}-{right}".casefold() in self._known or (
            left != head and f"{head}-{right}".casefold() in self._known
        ):
            return False
        both = is_word(right) and (is_word(left) or left.casefold() in _APART or left.casefold() in self._known)
        if both and f"{left}{right}".casefold() not in self._known and is_word(f"{left}-{right}"):
            return False
        return self._is_one(left, right) or not both

    def _is_one(self, left: str, right: str) -> bool:
        whole = f"{left}{right}".casefold()
        return whole in self._known or is_word(whole)
