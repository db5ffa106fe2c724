"""Where a claim stands in a desk's order: its check-worthiness, moved by the desk's own rules, each of them named.

The rules add up, so that a desk can see what each one does; the sum is held between 0 and 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from factcheck.domain.claims import Claim
from factcheck.domain.priorities import Priorities, Ranked

_WORD: Final = re.compile(r"\w+")


def priority(claim: Claim, article_date: date | None, priorities: Priorities, today: date) -> Ranked:
    """How early a desk with these `priorities` should look at `claim`.

    Args:
        article_date: When its article was published; None, where that isn't known, is never recent. A day after
            `today` counts as today.
    """
    moves = list(_moves(claim, article_date, priorities, today))
    wanted = claim.check_worthiness + sum(weight for _, weight in moves)
    score = min(1.0, max(0.0, wanted))
    reasons = [f"your {rule}: {weight:+.2f}" for rule, weight in moves]
    # Sums like 0.8 + 0.2 may pass 1 by a rounding error, which isn't worth a word.
    if abs(wanted - score) > 1e-9:
        reasons.append(f"held at {score:.2f}")
    return Ranked(score=score, reasons=tuple(reasons))


def _moves(claim: Claim, article_date: date | None, priorities: Priorities, today: date) -> Iterator[tuple[str, float]]:
    """Each rule that fits, as a desk knows it, with its weight; a rule of weight 0 moves nothing and isn't told."""
    text = f"{_plain(claim.said)}{_plain(claim.checked)}"
    for name, topic in priorities.topics.items():
        if topic.weight and any(_holds(text, word) for word in topic.words):
            yield f"topic {name}", topic.weight
    if weight := priorities.kinds.get(claim.kind):
        yield f"kind {claim.kind.value}", weight
    speaker = _plain(claim.speaker or "")
    for name, weight in priorities.speakers.items():
        if weight and _holds(speaker, name):
            yield f"speaker {name}", weight
    recency = priorities.recency
    if recency and recency.weight and article_date is not None:
        age = max(0, (today - article_date).days)
        if age <= recency.days:
            yield f"recency, {age} {'day' if age == 1 else 'days'} old", recency.weight


def _holds(text: str, phrase: str) -> bool:
    """Whether the words of `phrase` stand one after another in `text`, both of them `_plain`."""
    wanted = _plain(phrase)
    return wanted.strip() != "" and wanted in text


def _plain(text: str) -> str:
    """The words of `text` in one case, a space before, between and after them."""
    return f" {' '.join(_WORD.findall(unicodedata.normalize('NFKC', text).casefold()))} "
