"""Which sentences assert something.

A sentence is left out only where a rule is sure: a claim too many costs a glance, a claim too few is never checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.claims.words import PRESENT, Word, is_past, listed, may_be_verb, words

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S{1,255}")

_OPENING: Final = r"""[\s"'“‘(\[*_–—-]*"""
_GREETING: Final = re.compile(
    _OPENING
    + r"""(?:
        (?:hello|hi|hey|bye|goodbye|cheers)(?=[\s,!.]|$)
      | (?:thanks|thank\s+you)(?=\s+(?:to\s+you|for|again|so|very|and|everyone|all)\b|[,!.]|$)
      | (?:welcome\s+(?:to|back)|good\s+(?:morning|afternoon|evening|night|luck)|congratulations)\b
      | (?:happy|merry)\s+(?:birthday|new\s+year|christmas|easter|holidays)\b
      | dear\s+(?:sir|madam|readers?|friends?|colleagues?|editor|all)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_INSTRUCTION: Final = re.compile(
    _OPENING
    + r"""(?:
        please\b(?!\s+(?:note|remember|be\s+aware)\b)
      | (?:click|tap)\s+(?:here|on|the|below|to|this|any)\b
      | (?:read|see|learn|watch|view|hear|find|discover|listen)
        \s+(?:more|also|below|next|here|out|to\s+(?:our|the))\b
      | (?:e-?mail|contact|call|text|tell|follow|join|support|visit|like|write\s+to|reach)
        \s+(?:us|our|me|now|today|this)\b
      | (?:subscribe|sign\s+(?:up|in)|log\s+in|register|donate|share|download|buy)
        \s+(?:to\s+(?:our|the|this|continue|read)|here|now|today|your|our|this|for\s+(?:free|our|the|more|updates))\b
      | (?:see|turn\s+to)\s+(?:page|pages|figure|fig|table|chapter|section|map|video|photo|picture|above)\b
      | (?:let['’]s|let\s+us)\b | imagine\s+(?:an?|the|that|if|you)\b | consider\s+(?:an?|the|this|that|how)\b
      | here(?:['’]s|\s+is|\s+are)\s+(?:what|how|why|where)\b
      | (?:don['’]t|do\s+not)\s+(?:miss|forget|hesitate)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_EXCLAMATION: Final = re.compile(_OPENING + r"what\s+an?\b[^.?]*![!\W]*$", re.IGNORECASE)
_ANNOUNCED_FACT: Final = re.compile(_OPENING + r"(?:did|do)\s+you\s+know\b.{10}", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r",\s*(?:\w{2,7}n['’]t\s+(?:it|he|she|they|we|you|there)|right)\s*\?\W*$", re.IGNORECASE)
_ASKED: Final = re.compile(r"\?[?!]*(?P<close>[”\"’'»)\]*_]*)$")
_NOT_ASSERTING: Final = (_GREETING, _INSTRUCTION, _EXCLAMATION)
_ENGLISH: Final = listed("the of and to for with by from this")
_CREDITS: Final = listed(
    "supplied provided courtesy included required related recommended sponsored promoted advertised"
)


def asserts(text: str, *, english: bool = True) -> bool:
    """Whether the sentence `text` (plain words) says that something is, was or will be so.

    Questions, greetings, instructions to the reader, and fragments don't. Where `english` is False only questions and
    texts of fewer than three words are told apart.
    """
    prose = _ADDRESS.sub(" ", text).strip()
    read = [word for word in words(prose) if not word.is_sign]
    if _is_question(prose):
        return False
    if english and any(opening.match(prose) for opening in _NOT_ASSERTING):
        return False
    if _is_written_without_spaces(prose):
        return True
    if len(read) < 3:
        return english and _is_shortest_sentence(prose, read)
    return not (english and _is_fragment(read))


def _is_question(text: str) -> bool:
    """Whether `text` asks. `He said: “Why?”` reports, and `did you know that …?` and `…, didn't they?` assert."""
    asked = _ASKED.search(text)
    if asked is None or _ANNOUNCED_FACT.match(text) or _TAG.search(text):
        return False
    quoted = max(text.rfind("“"), text.rfind('"', 0, asked.start()), text.rfind("«"))
    said_before = quoted > 0 and len(text[:quoted].split()) >= 2
    return not (said_before and asked["close"][:1] in {"”", '"', "»"})


def _is_written_without_spaces(text: str) -> bool:
    """Whether `text` is mostly of a script without upper case, such as Chinese, where words can't be counted."""
    letters = [letter for letter in text if letter.isalpha()]
    caseless = sum(letter.lower() == letter.upper() for letter in letters)
    return len(letters) >= 4 and 2 * caseless > len(letters)


def _is_shortest_sentence(text: str, read: Sequence[Word]) -> bool:
    """`Smith resigned.` and `Engineers disagree.`: a capital, a verb that needs nothing more, a full stop."""
    if len(read) != 2 or not text.endswith((".", "!", ".”", '."')):
        return False
    if not read[0].is_capitalised or read[1].lower in _CREDITS:
        return False
    return is_past(read[0], read[1]) or (read[0].lower.endswith("s") and read[1].lower in PRESENT)


def _is_fragment(read: Sequence[Word]) -> bool:
    """Whether a short English text has no verb and counts nothing: `A rare moment of cooperation.`"""
    if len(read) > 8 or any(word.text[0].isdigit() for word in read):
        return False
    if any(may_be_verb(place, word) for place, word in enumerate(read)):
        return False
    return any(word.lower in _ENGLISH for word in read)
