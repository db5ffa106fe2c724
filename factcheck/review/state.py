"""The state of a claim, worked out from the log of what was done to it.

A decision is about a wording. It counts while the claim has the wording that was signed: an edit puts it out of
force, and it counts again once the same wording is back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.domain.lineage import ClaimStep
from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.statuses import Status


def decisions_in_force(history: Sequence[ReviewEvent], steps: Sequence[ClaimStep]) -> list[ReviewEvent]:
    """The decisions on one claim that are for its present wording and were not withdrawn, oldest first; the last one is
    the one in force.

    Args:
        steps: All steps of the claim's own lineage, oldest first.
    """
    return [event for event in _standing(history) if not is_reworded_since(event, steps)]


def is_reworded_since(event: ReviewEvent, steps: Sequence[ClaimStep]) -> bool:
    """Whether a decision was signed on another wording than the claim has after `steps`."""
    later = [step for step in steps if step.before and step.after and step.revision > (event.revision or 0)]
    if not later or later[0].before is None or later[-1].after is None:
        return False
    return later[0].before.checked != later[-1].after.checked


def attached_now(history: Sequence[ReviewEvent]) -> tuple[Quote, ...]:
    """The passages that are attached, in the order they were attached.

    A decision attaches what it cites; a detachment removes what was attached until then.
    """
    attached: dict[str, Quote] = {}
    for event in history:
        for quote in event.quotes:
            if event.act is Act.DETACH:
                attached.pop(quote.passage_id, None)
            elif event.act in (Act.ATTACH, Act.DECIDE):
                attached[quote.passage_id] = quote
    return tuple(attached.values())


def state_of(history: Sequence[ReviewEvent], steps: Sequence[ClaimStep], *, drafted: bool = False) -> ReviewState:
    """The state of a claim after all of `history` and `steps`, both of this claim and oldest first.

    Withdrawing a decision brings back the one before it. Without one in force, a claim is in review from the first
    attached passage or draft on, and where its words changed after a decision.
    """
    standing = _standing(history)
    in_force = decisions_in_force(history, steps)
    decision = in_force[-1] if in_force else None
    outdated = standing[-1] if standing and decision is None else None
    attached = attached_now(history)
    revisions = [event.revision or 0 for event in history] + [step.revision for step in steps]
    if decision is not None and decision.status is not None:
        status = decision.status
    else:
        status = Status.IN_REVIEW if attached or drafted or outdated else Status.UNREVIEWED
    return ReviewState(
        status=status, revision=max(revisions, default=0), decision=decision, outdated=outdated, attached=attached
    )


def last_decision_of(
    by: str, history: Sequence[ReviewEvent], steps: Mapping[str, Sequence[ClaimStep]]
) -> ReviewEvent | None:
    """The newest decision of this person that can be undone: in force, on any claim of `history`.

    Args:
        steps: The steps of those claims by claim id.
    """
    mine = (event for event in reversed(_standing(history)) if event.by == by)
    return next((event for event in mine if not is_reworded_since(event, steps.get(event.claim_id, ()))), None)


def _standing(history: Sequence[ReviewEvent]) -> list[ReviewEvent]:
    """The decisions that were not withdrawn, whatever wording they are about; oldest first."""
    withdrawn = {event.withdraws for event in history if event.act is Act.WITHDRAW}
    return [event for event in history if event.act is Act.DECIDE and event.number not in withdrawn]
