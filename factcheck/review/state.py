"""The state of a claim, worked out from the log of what was done to it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.statuses import Status


def decisions_in_force(history: Sequence[ReviewEvent]) -> list[ReviewEvent]:
    """The decisions that were not withdrawn, oldest first; the last one counts."""
    withdrawn = {event.withdraws for event in history if event.act is Act.WITHDRAW}
    return [event for event in history if event.act is Act.DECIDE and event.number not in withdrawn]


def attached_now(history: Sequence[ReviewEvent]) -> tuple[Quote, ...]:
    """The passages that are attached, in the order they were attached.

    A decision attaches what it cites; a detachment takes away what stood until then.
    """
    attached: dict[str, Quote] = {}
    for event in history:
        for quote in event.quotes:
            if event.act is Act.DETACH:
                attached.pop(quote.passage_id, None)
            elif event.act in (Act.ATTACH, Act.DECIDE):
                attached[quote.passage_id] = quote
    return tuple(attached.values())


def state_of(history: Sequence[ReviewEvent], *, drafted: bool = False) -> ReviewState:
    """Where a claim stands after all of `history`.

    Withdrawing a decision brings back the one before it. Without one in force, a claim is in review from the first
    attached passage or draft on.
    """
    in_force = decisions_in_force(history)
    decision = in_force[-1] if in_force else None
    attached = attached_now(history)
    revision = max((event.revision or 0 for event in history), default=0)
    if decision is not None and decision.status is not None:
        status = decision.status
    else:
        status = Status.IN_REVIEW if attached or drafted else Status.UNREVIEWED
    return ReviewState(status=status, revision=revision, decision=decision, attached=attached)


def last_decision_of(by: str, history: Sequence[ReviewEvent]) -> ReviewEvent | None:
    """The newest decision of this person that can be undone: in force, on any claim of `history`."""
    mine = [event for event in decisions_in_force(history) if event.by == by]
    return mine[-1] if mine else None
