"""Parts of speech of English sentences: each word's commonest tag, then rules on its neighbours.

Tags are those of the Penn Treebank, with these liberties: a sign is its own tag, a possessive (`Lee's`) is `POS`, a
contraction of a subject and its verb (`it's`) is `PRP+VBZ`, and a past form that may be either is settled here, because
everything that asks, asks which verbs are finite.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.language.irregular_verbs import BASES, PARTICIPLES, PASTS
from factcheck.language.lexicon import has_past, lexicon

_TOKEN: Final = re.compile(
    r"""(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Lt|Col|Sgt|Capt|Gov|St|Jr|Sr|No)\.(?=\s)
      | (?:[^\W\d_]\.){2,} | [A-Z]\.(?=\s[A-Z])
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|m|bn|k|%)?(?![^\W\d_]) | \w+(?:[-'’.&/]\w+)*['’]?(?<![^s]['’])
      | \S""",
    re.VERBOSE,
)
_BE: Final = frozenset("be am is are was were been being 's 're 'm isn't aren't wasn't weren't ain't".split())
_HAVE: Final = frozenset("have has had having haven't hasn't hadn't 've".split())
_DO: Final = frozenset("do does did don't doesn't didn't".split())
_MODALS: Final = frozenset(
    """will would shall should can could may might must won't wouldn't shan't shouldn't can't cannot couldn't mustn't
    mightn't""".split()
)
_CLOSED: Final = {
    **dict.fromkeys(_MODALS, "MD"),
    **dict.fromkeys("is has does isn't hasn't doesn't".split(), "VBZ"),
    **dict.fromkeys("are am have do aren't haven't don't".split(), "VBP"),
    **dict.fromkeys("was were had did wasn't weren't hadn't didn't said".split(), "VBD"),
    **dict.fromkeys("i he she it we they you him them me us himself herself itself themselves".split(), "PRP"),
    **dict.fromkeys("his my your our their its".split(), "PRP$"),
    **dict.fromkeys("who whom whoever".split(), "WP"),
    **dict.fromkeys("which what".split(), "WDT"),
    **dict.fromkeys("when where why how".split(), "WRB"),
    **dict.fromkeys("the a an this these those each every some any no all both another either neither".split(), "DT"),
    **dict.fromkeys("and or but nor yet".split(), "CC"),
    **dict.fromkeys("not n't never also then only still now already just later".split(), "RB"),
    **dict.fromkeys("although though because while whereas since if unless until whether after before as than".split(), "IN"),
    **dict.fromkeys("of in on at by for from with into over under about against between through during without".split(), "IN"),
    **dict.fromkeys("dr. mr. mrs. ms. prof. gen. sen. rep. lt. col. capt. gov. st.".split(), "NNP"),
    "there": "EX",
    "that": "IN",
    "to": "TO",
    "been": "VBN",
    "being": "VBG",
    "having": "VBG",
    "whose": "WP$",
    "her": "PRP$",
}
_SUFFIXES: Final = (
    ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ous", "JJ"), ("ful", "JJ"), ("ive", "JJ"), ("able", "JJ"), ("ible", "JJ"),
    ("ical", "JJ"), ("less", "JJ"), ("ish", "JJ"), ("ss", "NN"), ("us", "NN"), ("is", "NN"), ("s", "NNS"),
)  # fmt: skip
_CONTRACTION: Final = re.compile(r"(?:i|he|she|it|we|they|you|that|there|who|what|here)['’](?:s|re|m|ve|ll|d)$", re.IGNORECASE)
NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "FW"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "PRP+VBZ"})
"""Tags of what makes a clause: a verb with a tense, or a modal."""

_ENDING: Final = frozenset("estimates claims reports notes estimate claim report note".split())
"""Nouns that are verbs at the end: `prices rose, the bank estimates`."""

_REDUCED: Final = frozenset(
    """located based born founded known named called led backed built held made written published given considered
    expected scheduled situated owned signed dated designed produced directed followed accompanied compared headed
    combined aged described organized organised intended meant used sponsored funded supported established
    formed created estimated valued""".split()
)
"""Participles that explain what stands before the comma, far more often than they go on with the tale."""

_PAST_TAGS: Final = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a text, with its tag."""

    start: int
    end: int
    text: str
    tag: str

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_noun(self) -> bool:
        return self.tag in NOUNS

    @property
    def is_finite(self) -> bool:
        return self.tag in FINITE

    @property
    def is_sign(self) -> bool:
        return not self.text[0].isalnum()


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
    return [Token(start, end, word, tag) for (start, end, word), tag in zip(found, tags, strict=True)]


def _quote_tag(text: str, start: int, end: int, word: str) -> str:
    """`“` for a mark that opens, `”` for one that closes; a straight one opens where a word follows and none precedes."""
    if word != '"':
        return "“" if word in {"“", "«", "„"} else "”"
    opens = end < len(text) and not text[end].isspace() and (start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-")
    return "“" if opens else "”"


def _first_tag(word: str, is_first: bool) -> str:
    low = word.lower().replace("’", "'")
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return "CD"
    if low in _CLOSED and not (word.isupper() and len(word) > 1 and low in {"us", "it", "who", "may", "will"}) and not (
        word[0].isupper() and not is_first and low in {"may", "will"}
    ):
        return _CLOSED[low]
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
    lows = [word.lower().replace("’", "'") for word in words]
    for place, low in enumerate(lows):
        before = tags[place - 1] if place else ""
        after = tags[place + 1] if place + 1 < len(tags) else ""
        tags[place] = _by_neighbours(low, tags[place], before, after, lows[place - 1] if place else "")
    for place in range(len(lows)):
        if tags[place] in _PAST_TAGS and lows[place] not in _BE | _HAVE | _DO:
            tags[place] = _past_tag(lows, tags, place)
    for place, low in enumerate(lows):
        if tags[place] in {"NN", "NNS", "VB", "VBP", "VBZ"} and low not in _CLOSED:
            tags[place] = _present_tag(lows, tags, place)
    return tags


def _by_neighbours(low: str, tag: str, before: str, after: str, word_before: str) -> str:
    """The tag of a word whose neighbours settle it; `before` is settled already, `after` is a first guess."""
    if low == "that":
        if before in NOUNS | {"DT"} and (after in FINITE or after in _PAST_TAGS):
            return "WDT"
        return "DT" if after in {"NN", "JJ"} and before in {"IN", "VB", "VBD", "CC", ""} else "IN"
    if low == "her":
        return "PRP$" if after in NOUNS | {"JJ", "VBG", "VBN", "JJS", "CD"} else "PRP"
    if low == "'s":
        return "POS"
    if low in {"like", "near", "past", "off", "out", "up", "down"} and before != "MD":
        return "IN"
    base = base_of(low)
    can_act = base is not None
    if before in {"TO", "MD"} and can_act and tag != "CD" and not (before == "TO" and tag == "NNS"):
        return "VB" if low == base or tag == "VB" else tag
    if low not in _CLOSED and before in {"DT", "PRP$", "POS", "JJ"} and tag in {"VB", "VBP", "VBZ"} and word_before not in {"this", "that", "all", "both", "each"}:
        return "NNS" if tag == "VBZ" else "NN"
    if before in {"DT", "PRP$", "POS"} and tag in _PAST_TAGS and after in NOUNS | {"JJ"}:
        return "JJ"
    if before == "PRP" and tag in {"NN", "NNS", "VB", "JJ"} and can_act:
        return "VBZ" if low.endswith("s") else "VBP"
    return tag


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


def _past_tag(lows: Sequence[str], tags: Sequence[str], place: int) -> str:
    """Whether a past form is finite (`left the city`) or a participle (`was left`, `the money left to them`)."""
    low = lows[place]
    if low in PASTS and low not in PARTICIPLES:
        return "VBD"
    back = place - 1
    while back >= 0 and (tags[back] in {"RB", "RBR", "RBS"} or lows[back] in {"not", "been"}):
        back -= 1
    before, word = (tags[back], lows[back]) if back >= 0 else ("", "")
    if low in PARTICIPLES and low not in PASTS:
        # `become` and `come` are the present too.
        present = BASES.get(low) == low and word not in _BE | _HAVE and before in {"NNS", "NNPS", "PRP", ",", "WDT", "WP"}
        return "VBP" if present else "VBN"
    after = tags[place + 1] if place + 1 < len(tags) else ""
    if word in _BE | _HAVE or word in {"get", "gets", "got", "getting"} or before == "PRP+VBZ":
        return "VBN"
    if before in {"DT", "PRP$", "POS", "IN", "JJ", "TO", "MD", "CD"} and before != "PRP":
        return "JJ" if after in NOUNS | {"JJ"} and before != "IN" else "VBN"
    if before in {"PRP", "WP", "WDT", "EX"}:
        return "VBD"
    if before == "CC":
        return _as_the_one_before(lows, tags, back)
    if before in NOUNS:
        return "VBN" if _is_reduced_relative(lows, tags, place) else "VBD"
    if before == ",":
        next_word = lows[place + 1] if place + 1 < len(lows) else ""
        other = _has_finite(tags, place)
        if low in _REDUCED or next_word == "by":
            return "VBN" if other or any(tag in FINITE for tag in tags[place + 1 :]) else "VBD"
        return "VBN" if not other and after in {"IN", "TO"} and any(tag in FINITE for tag in tags[place + 1 :]) else "VBD"
    if back < 0:
        return "VBN"
    return "VBD" if before in {")", "”", '"', "’", "'"} else "VBN"


def _as_the_one_before(lows: Sequence[str], tags: Sequence[str], conjunction: int) -> str:
    """After `and`, what the last verb was: `was found and taken`, `found it and took it`."""
    for back in range(conjunction - 1, max(-1, conjunction - 25), -1):
        if tags[back] in _PAST_TAGS:
            return tags[back]
        if tags[back] in FINITE:
            return "VBD"
    return "VBD"


def _is_reduced_relative(lows: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """`the man accused of it was freed`, `a swap agreed in May`: whether another verb is the finite one of the clause."""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if after == "by" or (after in {"in", "on", "at", "from", "with", "of", "to", "for", "as", "during", "under"} and (
        _finite_ahead(tags, lows, place) or _finite_behind(tags, place)
    )):
        return True
    return False


def _finite_ahead(tags: Sequence[str], lows: Sequence[str], place: int) -> bool:
    """Whether a finite verb follows before the clause ends, without a subject of its own."""
    for ahead in range(place + 1, min(len(tags), place + 16)):
        if tags[ahead] in {",", ";", ":", "CC", "WDT", "WP", "WRB", "PRP", "“", '"'} or lows[ahead] in {"that", "while", "after", "before", "as", "because", "if", "when"}:
            return False
        if tags[ahead] in FINITE or (tags[ahead] == "VBD"):
            return True
    return False


def _finite_behind(tags: Sequence[str], place: int) -> bool:
    """Whether the clause has its finite verb already."""
    for back in range(place - 1, max(-1, place - 30), -1):
        if tags[back] in FINITE or (tags[back] == "VBG" and back and tags[back - 1] == ","):
            return True
        if tags[back] in {",", ";", ":", "WDT", "WP", "“", '"', "CC"}:
            return False
    return False


def _has_finite(tags: Sequence[str], place: int) -> bool:
    return any(tag in FINITE for tag in tags[max(0, place - 30) : place])


def _present_tag(lows: Sequence[str], tags: Sequence[str], place: int) -> str:
    """Whether a form that is a noun and a verb is the finite verb: `the club plans to sell`, `officials hope for rain`."""
    tag, low = tags[place], lows[place]
    before = tags[place - 1] if place else ""
    after = tags[place + 1] if place + 1 < len(tags) else ""
    if low in _ENDING and after in {".", "", "”", ","} and before in NOUNS and _has_finite(tags, place):
        return "VBZ" if low.endswith("s") else "VBP"
    if before == "CC" and after == "TO" and tag in {"NN", "NNS"} and base_of(low) and _has_finite(tags, place):
        return "VBZ" if low.endswith("s") else "VBP"
    if tag in {"VB", "VBP"}:
        if before in {"NNS", "PRP", "NNPS", "WDT", "WP"} or (before in {"RB", ","} and place > 1):
            return "VBP"
        return tag
    if tag == "VBZ" or before not in NOUNS | {"PRP", ")", "RB", "WDT", "WP"} or base_of(low) is None:
        return tag
    plural = low.endswith("s") and not low.endswith("ss")
    agrees = before in {"WDT", "WP"} or (plural == (before != "NNS"))
    follows = after in {"DT", "TO", "PRP$", "IN", "PRP", "CD", "NNP", "RB", "JJ", "JJR"} or low.endswith("s") and after in {"NN", "NNS"}
    if not agrees or not follows or (after == "IN" and lows[place + 1] in {"of", "in", "for", "on"}):
        return tag
    if _finite_ahead(tags, lows, place) or _finite_behind(tags, place):
        return tag
    return "VBZ" if plural else "VBP"
