"""What is searched beside a claim's own words, so that evidence against it is found on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.domain.spans import Span
from factcheck.verdict.details.details import Details

_DO: Final = {"VBD": "did", "VBZ": "does", "VBP": "do"}
"""What a finite verb without an auxiliary is denied with, by its tag."""
_SPACES: Final = re.compile(r"\s+")
_BEFORE_SIGN: Final = re.compile(r"\s+([,.;:!?])")


def counter_queries(claim: Details) -> tuple[str, ...]:
    """The claim without its numbers and dates, which finds it with others, and the claim denied, or no longer denied.

    Returns:
        At most two texts, each another than `claim`; none where nothing of it can be changed.
    """
    text = claim.text
    numbers = [each.span for each in claim.quantities] + [each.span for each in claim.dates]
    made = (_without(text, numbers) if numbers else "", _denied(claim))
    return tuple(dict.fromkeys(each for each in made if each and each != text))


def _denied(claim: Details) -> str:
    text = claim.text
    if claim.negations:
        return _without(text, [each.cue for each in claim.negations])
    sentence = next(iter(claim.parsed.sentences), None)
    if sentence is None or not sentence.is_parsed:
        return f"It is not true that {text}" if text.strip() else ""
    verb = sentence.root
    auxiliary = next((each for each in sentence.children(verb, "aux", "auxpass") if each.tag != "TO"), None)
    carrier = auxiliary or (verb if verb.word_class == "AUX" else None)
    if carrier is not None:
        return f"{text[: carrier.end]} not{text[carrier.end :]}"
    if verb.tag in _DO:
        return f"{text[: verb.start]}{_DO[verb.tag]} not {verb.lemma}{text[verb.end :]}"
    return f"It is not true that {text}"  # no finite verb; the words of a denial in front find the same passages


def _without(claim: str, spans: Sequence[Span]) -> str:
    kept, at = [], 0
    for span in sorted(spans):
        kept.append(claim[at : max(at, span.start)])
        at = max(at, span.end)
    text = _SPACES.sub(" ", " ".join([*kept, claim[at:]])).strip()
    return _BEFORE_SIGN.sub(r"\1", text) if any(each.isalnum() for each in text) else ""
