"""Words of English text, with their places: what every extractor of this folder reads.

No model and no dictionary: a tokeniser that never backtracks, endings that are taken off by rule, and the closed
classes of English. Where a rule can't tell, the extractors leave the word alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from factcheck.domain.spans import Span

_TOKEN: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")


def word_list(text: str) -> tuple[str, ...]:
    """The words of a list that is written as one text."""
    return tuple(text.split())


FUNCTION_WORDS: Final = frozenset(
    word_list(
        """a an the this that these those it its he him his she her hers they them their theirs we us our you your
        i my me who whom whose which what where when while why how there here and or but nor so yet if than then
        as because though although unless whether of in on at by to from for with without within into onto upon
        over under above below between among amid during since until till before after about around against
        across through toward towards via per along behind beyond near off out up down is are was were be been
        being am has have had having do does did doing will would shall should can could may might must not no
        each every both either neither all any some such same own other others another also too only just even
        now still already again ever never always often more most less least very quite rather almost nearly roughly
        approximately ago later earlier respectively including together apart alone despite except plus minus
        versus like following according"""
    )
)
"""Words that join others. They end a run of words that could name what is counted."""

_IRREGULAR: Final = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "wives": "wife", "lives": "life", "knives": "knife",
    "halves": "half", "shelves": "shelf", "wolves": "wolf", "thieves": "thief", "leaves": "leaf", "loaves": "loaf",
    "personnel": "personnel", "police": "police", "staff": "staff", "cattle": "cattle", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "species": "species", "series": "series", "sheep": "sheep", "troops": "soldier",
    "criteria": "criterion", "phenomena": "phenomenon", "analyses": "analysis", "crises": "crisis", "movies": "movie",
    "bases": "base", "cases": "case", "houses": "house", "buses": "bus", "viruses": "virus", "gases": "gas",
    "cookies": "cookie", "ties": "tie", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "vetoes": "veto", "echoes": "echo", "torpedoes": "torpedo", "cargoes": "cargo", "shoes": "shoe", "toes": "toe",
}  # fmt: skip
_NOT_PLURAL: Final = frozenset(
    word_list(
        """always perhaps across besides sometimes nowadays news politics economics physics mathematics athletics
        gas bus plus lens says has does goes was his its this us yes thus previous various"""
    )
)


class Token(NamedTuple):
    """One number, word or sign of a text."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return "0" <= self.text[0] <= "9"

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def tokens(text: str) -> list[Token]:
    """Every visible character of `text` in numbers (`1,000.5`), words (`can't`) and single signs, in order."""
    return [Token(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]


def is_plural(word: str) -> bool:
    """Whether `word` looks like a plural noun. Verbs in -s do too; only ask it where a noun can stand."""
    low = word.lower()
    if low in _IRREGULAR or _is_men(low):
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is", "'s", "’s"))
        and low not in _NOT_PLURAL
    )


def singular(word: str) -> str:
    """`word` in lower case without its plural ending: `servicemen` is `serviceman`, `people` is `person`."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if _is_men(low):
        return low[:-2] + "an"
    if not is_plural(low):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return low[:-2]
    return low[:-1]


def _is_men(low: str) -> bool:
    """`women`, `servicemen`; but not `specimen`."""
    return low.endswith("men") and len(low) > 4 and low not in ("specimen", "regimen", "abdomen", "acumen", "stamen")


def stem(word: str) -> str:
    """A rough stem by which forms of one word meet: `released`, `releases` and `releasing` give `releas`.

    Rough means that two words can meet wrongly; it is used to ask for more agreement, never to conclude one.
    """
    low = singular(word.removesuffix("'s").removesuffix("’s"))
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "lsz":
                low = low[:-1]
            break
    return low[:-1] if low.endswith(("e", "y")) and len(low) > 3 else low


def sentence_bounds(text: str) -> list[Span]:
    """A coarse cut of `text` after `.`, `!` or `?` and white space, and at empty lines; holds every character.

    Details that stand in one sentence belong together more than those of two. For that a cut too many only costs
    a comparison that isn't made. What people read as sentences comes from a `SentenceSplitter`.
    """
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


_CUT: Final = re.compile(r"(?<=[a-z0-9\])”\"’'%][.!?])[”\"’')\]]?\s(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
