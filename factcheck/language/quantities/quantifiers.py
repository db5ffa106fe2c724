"""Words that say how many or which of all: `all`, `most`, `some`, `only`, `the first`, `the largest`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from factcheck.domain.spans import Span
from factcheck.language.word_lists import word_list

QuantifierKind = Literal[
    "all", "most", "many", "some", "few", "none", "both", "either", "only", "first", "last", "superlative"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantifier:
    """One quantifier as it is written.

    Attributes:
        span: Its words.
        kind: What they say.
        negated: Whether `not` stands right before them: `not all`.
    """

    span: Span
    kind: QuantifierKind
    negated: bool = False


_WORDS: Final[dict[QuantifierKind, str]] = {
    "all": r"all|every(?:\s(?:one|single))?|everyone|everybody|everything|each|entire|the\swhole\sof|always",
    "most": r"most(?=\s(?:of|[a-z]+s|people|men|women|children|personnel|police)\b)|mostly"
    r"|(?:the|a)\s(?:vast\s|large\s)?majority|the\sbulk\sof",
    "many": r"many|numerous|countless|a\slarge\snumber\sof|dozens|hundreds|thousands|millions|billions",
    "some": r"some(?:\sof)?|several|someone|somebody|something|at\sleast\sone|one\sof|a\snumber\sof"
    r"|sometimes|a\sfew|a\shandful\sof|a\sminority",
    "few": r"few|hardly\sany|barely\sany|scarcely\sany|rarely|seldom",
    "none": r"none|no\sone|nobody|nothing|never|not\sone|not\sa\ssingle|neither|no",
    "both": r"both",
    "either": r"either",
    "only": r"only|sole|solely|exclusively|merely|no\sone\sbut|nothing\sbut|nobody\sbut|none\sbut|unique",
    "first": r"first(?!\s(?:name|lady|aid|class|hand|minister|place)\b)(?:[-\s]ever)?",
    "last": r"last(?!\s(?:week|weekend|month|year|decade|century|night|spring|summer|autumn|winter|name|minute)\b)"
    r"|final",
    "superlative": r"(?:(?:the|its|their|his|her|our)\s|(?<=['’]s\s))(?:(?:second|third|fourth|fifth)[-\s])?"
    r"(?P<top>(?:most|least)\s[a-z]+|best|worst|[a-z]{3,12}est)",
}
# What begins with a word of another kind is tried before it: "no one but" before "no", "hardly any" before "any".
_ORDER: Final[tuple[QuantifierKind, ...]] = (
    "only", "superlative", "some", "few", "all", "most", "many", "none", "both", "either", "first", "last",
)  # fmt: skip
_PATTERN: Final = re.compile(
    "|".join(rf"(?P<{kind}>(?<![\w-])(?:{_WORDS[kind]})(?![\w-]))" for kind in _ORDER), re.IGNORECASE
)
_NO_SUPERLATIVES: Final = frozenset(
    word_list(
        """interest request contest protest conquest harvest forest guest quest arrest latest honest modest priest
        tempest west midwest behest bequest invest suggest manifest digest chest crest nest test rest vest zest
        everest"""
    )
)
"""Nouns and verbs that end like a superlative."""
_NO_QUANTIFIER: Final = re.compile(
    r"(?i:the\smost\spart\b|some\s(?:[0-9]|time\b|day\b)|no\.?\s?[0-9]|no\s(?:fewer|less|more|later|earlier|sooner|doubt)\b|each\sother"
    r"|many\sas\s[0-9]|first\sof\sall|few\s(?:hours|days|weeks|months|years)\s(?:ago|later))|last\s[A-Z]",
)
_IDIOM_BEFORE: Final = re.compile(r"\b(?:at|after|above|not\sat|as)\s$", re.IGNORECASE)
_NOT_BEFORE: Final = re.compile(r"(?:\bnot|n['’]t)\s$", re.IGNORECASE)
_LOOK_BACK: Final = 12


def quantifiers(text: str) -> list[Quantifier]:
    """The quantifiers of `text`, in order, without overlap. Any text is accepted; the time grows with its length.

    `At first`, `after all`, `last week`, `some 40` and `no fewer than` are none; numbers are read by `quantities`, and
    a place in a row (`the first phase`) by both.
    """
    found: list[Quantifier] = []
    for match in _PATTERN.finditer(text):
        kind = _kind(match)
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if kind is None or _NO_QUANTIFIER.match(text, match.start()):
            continue
        idiom = _IDIOM_BEFORE.search(before) is not None and " " not in match.group()
        if not (idiom and kind in ("all", "first", "last", "most", "many")):
            negated = _NOT_BEFORE.search(before) is not None
            found.append(Quantifier(span=Span(match.start(), match.end()), kind=kind, negated=negated))
    return found


def _kind(match: re.Match[str]) -> QuantifierKind | None:
    kind = next(each for each in _ORDER if match[each] is not None)
    return None if kind == "superlative" and match["top"].lower() in _NO_SUPERLATIVES else kind
