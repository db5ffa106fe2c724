"""What is searched beside a claim's own words, so that evidence against it is found on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.domain.spans import Span
from factcheck.verdict.details.details import Details

_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|did|does|do|must|may|might)\b(?!\snot\b|n['’]t)"
)
_SPACES: Final = re.compile(r"\s+")
_BEFORE_SIGN: Final = re.compile(r"\s+([,.;:!?])")


def counter_queries(claim: Details) -> tuple[str, ...]:
    """The claim without its numbers and dates, which finds it with others, and the claim denied, or no longer denied.

    Returns:
        At most two texts, each another than `claim`; none where nothing of it can be changed.
    """
    text = claim.text
    numbers = [each.span for each in claim.quantities] + [each.span for each in claim.dates]
    made = (_without(text, numbers) if numbers else "", _denied(text, [each.cue for each in claim.negations]))
    return tuple(dict.fromkeys(each for each in made if each and each != text))


def _denied(claim: str, denials: Sequence[Span]) -> str:
    if denials:
        return _without(claim, denials)
    verb = _AUXILIARY.search(claim)
    if verb is not None:
        return f"{claim[: verb.end()]} not{claim[verb.end() :]}"
    # Without a parser the verb isn't known; the words of a denial in front find the same passages.
    return f"It is not true that {claim}" if claim.strip() else ""


def _without(claim: str, spans: Sequence[Span]) -> str:
    kept, at = [], 0
    for span in sorted(spans):
        kept.append(claim[at : max(at, span.start)])
        at = max(at, span.end)
    text = _SPACES.sub(" ", " ".join([*kept, claim[at:]])).strip()
    return _BEFORE_SIGN.sub(r"\1", text) if any(each.isalnum() for each in text) else ""
