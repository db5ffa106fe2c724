"""Words without their endings, so that forms of one word meet where there is no parse to give its lemma."""

from __future__ import annotations

from typing import Final

from factcheck.language.word_lists import word_list

_IRREGULAR: Final = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "wives": "wife", "lives": "life", "knives": "knife",
    "halves": "half", "shelves": "shelf", "wolves": "wolf", "thieves": "thief", "leaves": "leaf", "loaves": "loaf",
    "personnel": "personnel", "police": "police", "staff": "staff", "cattle": "cattle", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "species": "species", "series": "series", "sheep": "sheep",
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
