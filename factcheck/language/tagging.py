"""Parts of speech of English sentences: each word's commonest tag, then rules on its neighbours.

Tags are those of the Penn Treebank, with these liberties: a sign is its own tag, a possessive (`Lee's`) is `POS`, a
contraction of a subject and its verb (`it's`) is `PRP+VBZ`, and a past form that may be either is settled here, because
everything that asks, asks which verbs are finite.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.language.closed_words import BE, CLOSED, DO, FINITE, HAVE, NOUNS, PAST_TAGS
from factcheck.language.irregular_verbs import PARTICIPLES, PASTS
from factcheck.language.lexicon import lexicon
from factcheck.language.verb_tags import base_of, is_verb_after_insert, past_tag, present_tag

_TOKEN: Final = re.compile(
    r"""(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Lt|Col|Sgt|Capt|Gov|St|Jr|Sr|No)\.(?=\s)
      | (?:[^\W\d_]\.){2,} | [A-Z]\.(?=\s[A-Z])
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|m|bn|k|%)?(?![^\W\d_]) | \w+(?:[-'’.&/]\w+)*['’]?(?<![^s]['’])
      | \S""",
    re.VERBOSE,
)


_SUFFIXES: Final = (
    ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ous", "JJ"), ("ful", "JJ"), ("ive", "JJ"), ("able", "JJ"),
    ("ible", "JJ"), ("ical", "JJ"), ("less", "JJ"), ("ish", "JJ"), ("ss", "NN"), ("us", "NN"), ("is", "NN"),
    ("s", "NNS"),
)  # fmt: skip


_OBJECTS: Final = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "CD"})
_CONTRACTION: Final = re.compile(
    r"(?:i|he|she|it|we|they|you|that|there|who|what|here)['’](?:s|re|m|ve|ll|d)$", re.IGNORECASE
)


class Token(NamedTuple):
    """A word, number or sign of a text, with its tag; `lower` is its text as `small` writes it."""

    start: int
    end: int
    text: str
    tag: str
    lower: str

    @property
    def is_noun(self) -> bool:
        return self.tag in NOUNS

    @property
    def is_finite(self) -> bool:
        return self.tag in FINITE

    @property
    def is_sign(self) -> bool:
        return not self.text[0].isalnum()


def token_of(start: int, end: int, text: str, tag: str) -> Token:
    """A token with its small letters."""
    return Token(start, end, text, tag, small(text))


def small(word: str) -> str:
    """`word` in small letters, its apostrophes straight."""
    return word.lower().replace("’", "'")


def tagged(text: str) -> list[Token]:
    """The tokens of `text`, one sentence, in order; every visible character stands in one of them.

    Time is linear in the length of `text`. Other languages get tags that mean little.
    """
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    words = [word for _, _, word in found]
    tags = _settled(words, [_first_tag(word, place == 0) for place, word in enumerate(words)])
    for place, (start, end, word) in enumerate(found):
        if word in {'"', "“", "”", "«", "»", "„"}:
            tags[place] = _quote_tag(text, start, end, word)
    return [token_of(start, end, word, tag) for (start, end, word), tag in zip(found, tags, strict=True)]


def _quote_tag(text: str, start: int, end: int, word: str) -> str:
    """`“` for a mark that opens, `”` for one that closes; a straight one opens where only a word follows."""
    if word != '"':
        return "“" if word in {"“", "«", "„"} else "”"
    opens = (
        end < len(text)
        and not text[end].isspace()
        and (start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-")
    )
    return "“" if opens else "”"


@lru_cache(maxsize=16384)
def _first_tag(word: str, is_first: bool) -> str:
    low = small(word)
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return "CD"
    if (
        low in CLOSED
        and not (word.isupper() and len(word) > 1 and low in {"us", "it", "who", "may", "will"})
        and not (word[0].isupper() and not is_first and low in {"may", "will"})
    ):
        return CLOSED[low]
    if _CONTRACTION.match(word):
        return "PRP+VBZ"
    if low.endswith(("'s", "s'")):
        return "POS"
    return _open_tag(word, low, is_first)


def _open_tag(word: str, low: str, is_first: bool) -> str:
    known = lexicon()
    if word[0].isupper() and not is_first:
        return "NNPS" if known.get(word) == "NNPS" else "NNP"
    tag = known.get(low if word[0].isupper() else word)
    if word[0].isupper() and (tag is None or (tag in {"UH", "FW", "NNP"} and known.get(word, "").startswith("NNP"))):
        return "NNP"
    if low in PASTS and tag != "NN":
        return "VBD" if low not in PARTICIPLES else "VBN"
    if low in PARTICIPLES and tag not in {"NN", "JJ"}:
        return "VBN"
    if tag is None or not tag[0].isalpha():
        tag = next((tag for suffix, tag in _SUFFIXES if low.endswith(suffix) and len(low) > len(suffix) + 2), "NN")
        if "-" in word and low.endswith(("-based", "-led", "-backed", "-old", "-born", "-term", "-year", "-long")):
            tag = "JJ"
    return {"NNPS": "NNS", "NNP": "NN" if word[0].islower() else "NNP"}.get(tag, tag)


def _settled(words: Sequence[str], tags: list[str]) -> list[str]:
    lows = [small(word) for word in words]
    for place, low in enumerate(lows):
        before = tags[place - 1] if place else ""
        after = tags[place + 1] if place + 1 < len(tags) else ""
        tags[place] = _by_neighbours(low, tags[place], before, after, lows[place - 1] if place else "")
    for place, low in enumerate(lows):
        if is_verb_after_insert(low, tags, place):
            tags[place] = "VBZ" if low.endswith("s") else "VBP"
    for place in range(len(lows)):
        if tags[place] in PAST_TAGS and lows[place] not in BE | HAVE | DO:
            tags[place] = past_tag(lows, tags, place)
    for place, low in enumerate(lows):
        if tags[place] in {"NN", "NNS", "VB", "VBP", "VBZ"} and low not in CLOSED:
            tags[place] = present_tag(lows, tags, place)
    return tags


def _by_neighbours(low: str, tag: str, before: str, after: str, word_before: str) -> str:
    """The tag of a word whose neighbours settle it; `before` is settled already, `after` is a first guess."""
    if low == "that":
        if before in NOUNS | {"DT"} and (after in FINITE or after in PAST_TAGS):
            return "WDT"
        return "DT" if after in {"NN", "JJ"} and before in {"IN", "VB", "VBD", "CC", ""} else "IN"
    if low == "her":
        return "PRP$" if after in NOUNS | {"JJ", "VBG", "VBN", "JJS", "CD"} else "PRP"
    if low == "'s":
        return "POS"
    if low in {"like", "near", "past", "off", "out", "up", "down"} and before != "MD":
        return "IN"
    if tag == "NN" and low.endswith("ing") and before in {",", "CC"} and after in _OBJECTS:
        return "VBG"  # `and praising them`, though it is a noun more often
    if before in {"TO", "MD", "PRP"}:
        return _verb_after(low, tag, before)
    if (
        low not in CLOSED
        and before in {"DT", "PRP$", "POS", "JJ", "CD"}
        and tag in {"VB", "VBP", "VBZ"}
        and word_before not in {"this", "that", "all", "both", "each"}
    ):
        return "NNS" if tag == "VBZ" else "NN"
    if before in {"DT", "PRP$", "POS"} and tag in PAST_TAGS and after in NOUNS | {"JJ"}:
        return "JJ"
    return tag


def _verb_after(low: str, tag: str, before: str) -> str:
    """The tag of a word after `to`, a modal or a pronoun: of a verb, where it can be one."""
    base = base_of(low)
    if base is None:
        return tag
    if before == "PRP":
        return ("VBZ" if low.endswith("s") else "VBP") if tag in {"NN", "NNS", "VB", "JJ"} else tag
    if tag == "CD" or (before == "TO" and tag == "NNS"):
        return tag
    return "VB" if low == base or tag == "VB" else tag
