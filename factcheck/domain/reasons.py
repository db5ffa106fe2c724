"""Why the machine proposes what it proposes: words for people, and beside them a code that scripts can filter on.

A code keeps its meaning for ever; one that is no longer given is not given to anything else. The first digit says what
it is about: 1 a compared detail, 2 what passages say and how much of the claim they cover, 3 that nothing decides, 4
time and origin of a passage, 5 the kind of claim. In a code for a detail the second digit is the detail and the third
how it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from factcheck.errors import UsageError


class ReasonCode(StrEnum):
    """What a reason, a gap, a remark on a passage or a compared detail says, for programs."""

    BEFORE_CODES = "FC000"
    NUMBER_AGREES = "FC110"
    NUMBER_DIFFERS = "FC111"
    NUMBER_NOT_COMPARABLE = "FC112"
    NUMBER_ONLY_IN_CLAIM = "FC113"
    DATE_AGREES = "FC120"
    DATE_DIFFERS = "FC121"
    DATE_NOT_COMPARABLE = "FC122"
    DATE_ONLY_IN_CLAIM = "FC123"
    NAME_AGREES = "FC130"
    NAME_DIFFERS = "FC131"
    NAME_NOT_COMPARABLE = "FC132"
    NAME_ONLY_IN_CLAIM = "FC133"
    OFFICE_AGREES = "FC140"
    OFFICE_DIFFERS = "FC141"
    OFFICE_NOT_COMPARABLE = "FC142"
    OFFICE_ONLY_IN_CLAIM = "FC143"
    NEGATION_AGREES = "FC150"
    NEGATION_DIFFERS = "FC151"
    NEGATION_NOT_COMPARABLE = "FC152"
    NEGATION_ONLY_IN_CLAIM = "FC153"
    QUANTIFIER_AGREES = "FC160"
    QUANTIFIER_DIFFERS = "FC161"
    QUANTIFIER_NOT_COMPARABLE = "FC162"
    QUANTIFIER_ONLY_IN_CLAIM = "FC163"
    SPEAKER_AGREES = "FC170"
    SPEAKER_DIFFERS = "FC171"
    SPEAKER_NOT_COMPARABLE = "FC172"
    SPEAKER_ONLY_IN_CLAIM = "FC173"
    PASSAGE_SUPPORTS = "FC201"
    PASSAGE_REFUTES = "FC202"
    PART_ONLY = "FC210"
    NUMBER_NOT_FOUND = "FC211"
    TOO_LITTLE_COVERED = "FC212"
    SILENT_ON_DETAIL = "FC213"
    WORDS_NOT_COVERED = "FC220"
    NUMBER_NOT_COVERED = "FC221"
    NOTHING_FOUND = "FC301"
    NOTHING_CLEAR = "FC302"
    TOO_WEAK = "FC303"
    OLDER_THAN_CLAIM = "FC401"
    MAY_HAVE_CHANGED = "FC402"
    PUBLISHED_LATER = "FC403"
    SAME_DAY = "FC404"
    ORDER_UNKNOWN = "FC405"
    OTHER_TIME = "FC406"
    SILENT_ON_YET = "FC407"
    ANNOUNCED = "FC408"
    SAME_ORIGIN = "FC409"
    ORDER_DECIDES = "FC410"
    FORECAST = "FC501"
    JUDGEMENT = "FC502"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason, in words that a person can check. As text it is its words."""

    code: ReasonCode
    words: str

    def __str__(self) -> str:
        return self.words


CODE_MEANINGS: Final[Mapping[ReasonCode, str]] = MappingProxyType(
    {
        ReasonCode.BEFORE_CODES: "stored before reasons had codes",
        ReasonCode.NUMBER_AGREES: "a number agrees",
        ReasonCode.NUMBER_DIFFERS: "a number differs",
        ReasonCode.NUMBER_NOT_COMPARABLE: "numbers that can't be compared",
        ReasonCode.NUMBER_ONLY_IN_CLAIM: "a number that the passage lacks",
        ReasonCode.DATE_AGREES: "a date agrees",
        ReasonCode.DATE_DIFFERS: "a date differs",
        ReasonCode.DATE_NOT_COMPARABLE: "dates that can't be compared",
        ReasonCode.DATE_ONLY_IN_CLAIM: "a date that the passage lacks",
        ReasonCode.NAME_AGREES: "a name agrees",
        ReasonCode.NAME_DIFFERS: "a name differs",
        ReasonCode.NAME_NOT_COMPARABLE: "names that can't be compared",
        ReasonCode.NAME_ONLY_IN_CLAIM: "a name that the passage lacks",
        ReasonCode.OFFICE_AGREES: "who held an office agrees",
        ReasonCode.OFFICE_DIFFERS: "who held an office, or when, differs",
        ReasonCode.OFFICE_NOT_COMPARABLE: "offices that can't be compared",
        ReasonCode.OFFICE_ONLY_IN_CLAIM: "an office that the passage lacks",
        ReasonCode.NEGATION_AGREES: "both deny it, or neither does",
        ReasonCode.NEGATION_DIFFERS: "one says it, the other denies it",
        ReasonCode.NEGATION_NOT_COMPARABLE: "denials that can't be compared",
        ReasonCode.NEGATION_ONLY_IN_CLAIM: "a denial that the passage lacks",
        ReasonCode.QUANTIFIER_AGREES: "all, most, some or none agree",
        ReasonCode.QUANTIFIER_DIFFERS: "all, most, some or none differ",
        ReasonCode.QUANTIFIER_NOT_COMPARABLE: "all, most, some or none that can't be compared",
        ReasonCode.QUANTIFIER_ONLY_IN_CLAIM: "all, most, some or none that the passage lacks",
        ReasonCode.SPEAKER_AGREES: "the same speaker",
        ReasonCode.SPEAKER_DIFFERS: "another speaker",
        ReasonCode.SPEAKER_NOT_COMPARABLE: "speakers that can't be compared",
        ReasonCode.SPEAKER_ONLY_IN_CLAIM: "a speaker that the passage lacks",
        ReasonCode.PASSAGE_SUPPORTS: "the model reads a passage as support",
        ReasonCode.PASSAGE_REFUTES: "the model reads a passage as refuting",
        ReasonCode.PART_ONLY: "supported in part only",
        ReasonCode.NUMBER_NOT_FOUND: "not called supported: no passage has a number of the claim",
        ReasonCode.TOO_LITTLE_COVERED: "not called supported: the passages cover too little of the claim",
        ReasonCode.SILENT_ON_DETAIL: "passages that support the rest, and are silent on what is refuted",
        ReasonCode.WORDS_NOT_COVERED: "words of the claim that no passage has",
        ReasonCode.NUMBER_NOT_COVERED: "a number or date of the claim that no passage has",
        ReasonCode.NOTHING_FOUND: "no passage was found",
        ReasonCode.NOTHING_CLEAR: "no passage clearly supports or refutes it",
        ReasonCode.TOO_WEAK: "it leans to one side, too weakly to count",
        ReasonCode.OLDER_THAN_CLAIM: "a passage older than what the claim is about",
        ReasonCode.MAY_HAVE_CHANGED: "a passage so old that what it says may have changed",
        ReasonCode.PUBLISHED_LATER: "a passage published after the claim",
        ReasonCode.SAME_DAY: "a passage of the claim's day, before or after it",
        ReasonCode.ORDER_UNKNOWN: "which came first isn't known, for a date is missing",
        ReasonCode.OTHER_TIME: "a passage about another time",
        ReasonCode.SILENT_ON_YET: "a passage that doesn't say what had not happened yet",
        ReasonCode.ANNOUNCED: "an announcement that may have come after the claim",
        ReasonCode.SAME_ORIGIN: "a passage that repeats another one's origin",
        ReasonCode.ORDER_DECIDES: "not called supported: it depends on an order that isn't known",
        ReasonCode.FORECAST: "a forecast: no evidence can settle it now",
        ReasonCode.JUDGEMENT: "a judgement: evidence can't settle it",
    }
)
"""Each code in a few words."""


def code_named(text: str) -> ReasonCode:
    """The code that somebody wrote.

    Raises:
        UsageError: If there is none; its hint says where they are listed.
    """
    try:
        return ReasonCode(text.strip().upper())
    except ValueError:
        raise UsageError(
            f"There is no reason code {text!r}.", hint="They look like FC111; docs/reason-codes.md lists them."
        ) from None
