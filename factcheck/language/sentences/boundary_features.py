"""The words of a text in order, and what their places in it tell about where sentences end.

Everything is arrays over the words, so that a long text takes time in proportion to its length and little of it in
Python. Imported late, because numpy is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from factcheck.language.sentences.boundary_words import WordSigns, word_signs

Ints: TypeAlias = npt.NDArray[np.int64]

SPACE: Final = 0
LINE: Final = 1
"""A line ends here, and the text may go on."""
PARAGRAPH: Final = 2
"""An empty line, or the text's end: no sentence reaches over it."""
CLOSE: Final = 3
"""No white space at all, after a full stop of a script that has none between sentences."""

PLACE_SIZES: Final = (2, 12, 12, 8, 4, 4, 12, 13, 5, 5, 3)
"""How many values each column of `Words.places` can take."""

_SPACES: Final = np.array([chr(code).isspace() for code in range(0x3002)])
"""By code point, up to the last white space there is and one that is none."""
_WIDE_STOP: Final = re.compile("[。！？｡]")
# Possessive, so that a word without such a stop is passed over once and not letter by letter.
_WORD: Final = re.compile(r"[^\s。！？｡]*+[。！？｡]++[”’」』）》】\")]*+(?=\S)|\S+")
_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x85\u2028]")
_PARAGRAPH_END: Final = re.compile("[\x0c\x1c\x1d\x1e\u2029]")
_STEPS: Final = np.array([1, 2, 3, 4, 6, 9, 13, 18, 25, 40, 70])


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text's words: n of them, u different ones.

    Attributes:
        starts, ends: Shape (n,): where each stands.
        after: Shape (n,): SPACE, LINE, PARAGRAPH or CLOSE, what follows each; the last one's is PARAGRAPH.
        which: Shape (n,): the place of each in the four below.
        different: The u different words.
        signs: The same, as `word_signs` describes them.
        rows: Shape (u, len(SIZES)).
        keys: Shape (u,).
        places: Shape (n, len(PLACE_SIZES)): of each word, what its place tells, each number below its size.
    """

    starts: Ints
    ends: Ints
    after: Ints
    which: Ints
    different: list[str]
    signs: list[WordSigns]
    rows: Ints
    keys: Ints
    places: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, text: str, place: int) -> str:
        return text[self.starts[place] : self.ends[place]]

    def matching(self, pattern: re.Pattern[str]) -> Ints:
        """Where the words stand that `pattern` matches, each different word asked once."""
        return np.flatnonzero(np.array([pattern.match(each) is not None for each in self.different])[self.which])


def words_of(text: str) -> Words | None:
    """The words of `text`; None where it holds nothing but white space."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if _WIDE_STOP.search(text):
        pieces, starts, ends = _parted_at_wide_stops(text)
    else:
        pieces = text.split()
        edges = np.flatnonzero(np.diff(_is_space(codes), prepend=True, append=True))
        starts, ends = edges[::2], edges[1::2]
    if not pieces:
        return None
    known: dict[str, int] = {}
    which = np.array([known.setdefault(piece, len(known)) for piece in pieces], dtype=np.int64)
    signs = [word_signs(word) for word in known]
    after = _after(text, codes, starts, ends)
    return Words(
        starts=starts,
        ends=ends,
        after=after,
        which=which,
        different=list(known),
        signs=signs,
        rows=np.array([each.row for each in signs], dtype=np.int64),
        keys=np.array([each.key for each in signs], dtype=np.int64),
        places=_places(signs, which, after),
    )


def _is_space(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Which code points are white space to Python's `str.split`."""
    return _SPACES[np.minimum(codes, len(_SPACES) - 1)]


def _parted_at_wide_stops(text: str) -> tuple[list[str], Ints, Ints]:
    bounds = np.array([match.span() for match in _WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)
    return _WORD.findall(text), bounds[:, 0], bounds[:, 1]


def _after(text: str, codes: npt.NDArray[np.uint32], starts: Ints, ends: Ints) -> Ints:
    after = np.full(len(starts), SPACE)
    after[-1] = PARAGRAPH
    gaps = starts[1:] - ends[:-1]
    after[:-1][gaps == 0] = CLOSE
    # Nearly every gap is one plain space; only the others are looked at one by one.
    odd = (gaps > 1) | ((gaps == 1) & (codes[np.minimum(ends[:-1], len(codes) - 1)] != ord(" ")))
    for place in np.flatnonzero(odd).tolist():
        gap = text[ends[place] : starts[place + 1]]
        lines = len(_LINE_END.findall(gap))
        if lines > 1 or _PARAGRAPH_END.search(gap):
            after[place] = PARAGRAPH
        elif lines:
            after[place] = LINE
    return after


def _places(signs: list[WordSigns], which: Ints, after: Ints) -> Ints:
    count = len(which)
    index = np.arange(count)
    last = np.flatnonzero(after == PARAGRAPH)
    first = np.concatenate([[0], last[:-1] + 1])
    of = np.repeat(np.arange(len(first)), last - first + 1)
    flags = np.array(
        [
            (each.ends, each.quotes, each.curly, each.brackets, each.core[:1].isupper(), _is_loud(each.core))
            for each in signs
        ],
        dtype=np.int64,
    )[which]
    ends = flags[:, 0] > 0

    def so_far(values: Ints) -> Ints:
        """The sum from the paragraph's beginning up to each word, itself included."""
        total = np.cumsum(values)
        before: Ints = (total[first] - values[first])[of]
        return total - before

    def share(values: Ints) -> Ints:
        quarter = 4 * np.add.reduceat(values, first) // (last - first + 1)
        answer: Ints = np.minimum(quarter, 4)[of]
        return answer

    position, remaining = index - first[of], last[of] - index
    before = np.concatenate([[-1], np.maximum.accumulate(np.where(ends, index, -1))[:-1]])
    following = np.minimum.accumulate(np.where(ends, index, count)[::-1])[::-1]
    ahead = np.where(following <= last[of], 1 + _bucket(following - index), 0)
    columns = [
        position == 0,
        _bucket(position),
        _bucket(remaining),
        so_far(flags[:, 1]) % 2 + 2 * np.clip(so_far(flags[:, 2]), 0, 1),
        np.clip(so_far(flags[:, 3]), -1, 2) + 1,
        _lowered(signs)[which],
        _bucket(np.minimum(index - before - 1, position)),
        ahead,
        share(flags[:, 4]),
        share(flags[:, 5]),
        np.minimum(np.add.reduceat(flags[:, 0], first), 2)[of],
    ]
    return np.stack(columns, axis=1).astype(np.int64)


def _bucket(values: Ints) -> Ints:
    return np.searchsorted(_STEPS, values, side="right")


def _is_loud(core: str) -> bool:
    return len(core) > 1 and core.isupper()


def _lowered(signs: list[WordSigns]) -> Ints:
    """0 for a word in lower case, 2 for one in upper case that this text writes in lower case too, else 1."""
    low = {each.core for each in signs if each.core[:1].islower()}
    return np.array(
        [(2 if each.core.lower() in low else 1) if each.core[:1].isupper() else 0 for each in signs], dtype=np.int64
    )
