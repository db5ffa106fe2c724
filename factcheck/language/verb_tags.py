"""Which forms are finite verbs: what stands around a form that could be a participle or a noun settles it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factcheck.language.closed_words import BE, FINITE, HAVE, NOUNS, PAST_TAGS
from factcheck.language.irregular_verbs import BASES, PARTICIPLES, PASTS
from factcheck.language.lexicon import has_past
from factcheck.language.word_lists import word_list

_BEFORE_PRESENT: Final = frozenset({"NNS", "NNPS", "PRP", ",", "WDT", "WP"})
_SPEAKING: Final = frozenset(word_list("said told added warned argued insisted claimed noted stated denied replied"))
_FOLLOW_VERBS: Final = frozenset({"DT", "TO", "PRP$", "IN", "PRP", "CD", "NNP", "RB", "JJ", "JJR"})
_GET: Final = frozenset(word_list("get gets got getting"))

_ENDING: Final = word_list("estimates claims reports notes estimate claim report note")
"""Nouns that are verbs at the end: `prices rose, the bank estimates`."""


_REDUCED: Final = frozenset(
    word_list("""
    located based born founded known named called led backed built held made written published given considered
    expected scheduled situated owned signed dated designed produced directed followed accompanied compared headed
    combined aged described organized organised intended meant used sponsored funded supported established formed
    created estimated valued
""")
)
"""Participles that explain what stands before the comma, far more often than they go on with the tale."""


def is_verb_after_insert(low: str, tags: Sequence[str], place: int) -> bool:
    """Whether a form that looks like a plural goes on with the clause: `the deal, reached in May, marks a change`."""
    return (
        tags[place] == "NNS"
        and 2 < place < len(tags) - 1
        and tags[place - 1] == ","
        and tags[place + 1] in {"DT", "PRP$", "CD", "TO"}
        and base_of(low) is not None
        and not any(tag in FINITE - {"VBD"} for tag in tags)
    )


def past_tag(lows: Sequence[str], tags: Sequence[str], place: int) -> str:
    """Whether a past form is finite (`left the city`) or a participle (`was left`, `the money left to them`)."""
    low = lows[place]
    if low in PASTS and low not in PARTICIPLES:
        return "VBD"
    back = place - 1
    while back >= 0 and (tags[back] in {"RB", "RBR", "RBS"} or lows[back] in {"not", "been", "first"}):
        back -= 1
    before, word = (tags[back], lows[back]) if back >= 0 else ("", "")
    if low in PARTICIPLES and low not in PASTS:
        # `become` and `come` are the present too.
        present = BASES.get(low) == low and word not in BE | HAVE and before in _BEFORE_PRESENT
        return "VBP" if present else "VBN"
    if word in BE | HAVE | _GET or before == "PRP+VBZ":
        return "VBN"
    if low == "said":
        return "VBD"
    return _past_after(lows, tags, place, back)


def _past_after(lows: Sequence[str], tags: Sequence[str], place: int, back: int) -> str:
    """The tag of a past form that follows no auxiliary, by what stands at `back` before it."""
    before = tags[back] if back >= 0 else ""
    after = tags[place + 1] if place + 1 < len(tags) else ""
    if before in {"DT", "PRP$", "POS", "IN", "JJ", "TO", "MD"} or (before == "CD" and after in NOUNS):
        return "JJ" if after in NOUNS | {"JJ"} and before != "IN" else "VBN"
    if before == "CC":
        return _as_the_one_before(tags, back)
    if before in NOUNS:
        return "VBN" if _is_reduced_relative(lows, tags, place) else "VBD"
    if before == ",":
        return "VBN" if _explains(lows, tags, place) else "VBD"
    return "VBD" if before in {"PRP", "WP", "WDT", "EX", ")", "”", "’", "'"} else "VBN"


def _explains(lows: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a past form after a comma explains what stands before it: `the hall, built in 1902, burned`."""
    if lows[place] in _SPEAKING or lows[place + 1 : place + 2] == ["that"]:
        return False
    if lows[place] == "called" and tags[place + 1 : place + 2] in (["DT"], ["PRP"], ["PRP$"]):
        return False  # `Ann Lee, the mayor, called the vote a farce`
    has_verb = _has_finite(tags, place)
    goes_on = any(
        tags[at] in FINITE or (tags[at] in PAST_TAGS and tags[at - 1] == ",") for at in range(place + 1, len(tags))
    )
    if lows[place] in _REDUCED or lows[place + 1 : place + 2] == ["by"]:
        return has_verb or goes_on
    after = tags[place + 1] if place + 1 < len(tags) else ""
    return goes_on and not has_verb and after in {"IN", "TO"}


def _as_the_one_before(tags: Sequence[str], conjunction: int) -> str:
    """After `and`, what the last verb was: `was found and taken`, `found it and took it`."""
    for back in range(conjunction - 1, max(-1, conjunction - 25), -1):
        if tags[back] in PAST_TAGS:
            return tags[back]
        if tags[back] in FINITE:
            return "VBD"
    return "VBD"


def _is_reduced_relative(lows: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """`the man accused of it was freed`, `a swap agreed in May`: whether another verb is the clause's finite one."""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    return after == "by" or (
        after in {"in", "on", "at", "from", "with", "of", "to", "for", "as", "during", "under"}
        and (_finite_ahead(tags, lows, place) or _finite_behind(tags, place))
    )


def _finite_ahead(tags: Sequence[str], lows: Sequence[str], place: int) -> bool:
    """Whether a finite verb follows before the clause ends, without a subject of its own."""
    for ahead in range(place + 1, min(len(tags), place + 16)):
        if tags[ahead] in {",", ";", ":", "CC", "WDT", "WP", "WRB", "PRP", "“", '"'} or lows[ahead] in {
            "that",
            "while",
            "after",
            "before",
            "as",
            "because",
            "if",
            "when",
        }:
            return False
        if tags[ahead] in FINITE or (tags[ahead] == "VBD"):
            return True
    return False


def _finite_behind(tags: Sequence[str], place: int, lows: Sequence[str] = ()) -> bool:
    """Whether the clause has its finite verb already."""
    for back in range(place - 1, max(-1, place - 30), -1):
        if lows and lows[back] == "that":
            return False
        if tags[back] in FINITE or (tags[back] == "VBG" and back and tags[back - 1] == ","):
            return True
        if tags[back] in {",", ";", ":", "WDT", "WP", "“", '"', "CC"}:
            return False
    return False


def _has_finite(tags: Sequence[str], place: int) -> bool:
    return any(tag in FINITE for tag in tags[max(0, place - 30) : place])


@lru_cache(maxsize=16384)
def base_of(word: str) -> str | None:
    """The verb that `word` is a form of in the present, by the lexicon; None where it is no form of a verb."""
    low = word.lower()
    if low in BASES:
        return BASES[low]
    stems = [low]
    if low.endswith("ies"):
        stems.append(low[:-3] + "y")
    elif low.endswith("es"):
        stems += [low[:-1], low[:-2]]
    elif low.endswith("s") and not low.endswith("ss"):
        stems.append(low[:-1])
    return next((stem for stem in stems if len(stem) > 1 and (stem in BASES or has_past(stem))), None)


def present_tag(lows: Sequence[str], tags: Sequence[str], place: int) -> str:
    """The tag of a form that is a noun and a verb: `the club plans to sell`, `officials hope for rain`."""
    tag, low = tags[place], lows[place]
    before = tags[place - 1] if place else ""
    if _goes_on(lows, tags, place):
        return "VBZ" if low.endswith("s") else "VBP"
    if low in PASTS and tag == "NN" and before in NOUNS and "CD" in tags[place + 1 : place + 2]:
        return "NN" if _finite_behind(tags, place) else "VBD"  # `food cost 5 per cent more`
    if tag in {"VB", "VBP"}:
        plural = before in {"NNS", "PRP", "NNPS", "WDT", "WP"} or (before in {"RB", ","} and place > 1)
        # `the latest versions of it provide a way`
        return "VBP" if plural or (before in NOUNS and not _finite_behind(tags, place, lows)) else tag
    if tag == "VBZ" or before == "CD" or before not in NOUNS | {"PRP", ")", "RB", "WDT", "WP"} or base_of(low) is None:
        return tag
    return ("VBZ" if low.endswith("s") else "VBP") if _is_main_verb(lows, tags, place) else tag


def _goes_on(lows: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a noun by its form is one more verb of the sentence: `… and plans to sell`, `…, the bank estimates`."""
    tag, low = tags[place], lows[place]
    before = tags[place - 1] if place else ""
    after = tags[place + 1] if place + 1 < len(tags) else ""
    if low in _ENDING and after in {".", "", "”", ","} and before in NOUNS:
        return _has_finite(tags, place)
    if before != "CC" or tag not in {"NN", "NNS"} or base_of(low) is None:
        return False
    if after == "TO":
        return _has_finite(tags, place)
    return after in {"DT", "PRP$"} and tag == "NNS" and "VBZ" in tags[:place]


def _is_main_verb(lows: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a form after a noun is the verb of its clause: it agrees, something follows, and there is no other."""
    low, before = lows[place], tags[place - 1]
    after = tags[place + 1] if place + 1 < len(tags) else ""
    plural = low.endswith("s") and not low.endswith("ss")
    if before not in {"WDT", "WP"} and plural != (before != "NNS"):
        return False
    if after not in _FOLLOW_VERBS and not (low.endswith("s") and after in {"NN", "NNS"}):
        return False
    if after == "IN" and lows[place + 1] in {"of", "in", "for", "on"}:
        return False
    return not _finite_ahead(tags, lows, place) and not _finite_behind(tags, place)
