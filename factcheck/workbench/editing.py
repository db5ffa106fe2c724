"""Claims reworded, dropped and restored by a person. Each is one transaction, signed, and kept as a step.

What was said and where never changes, and nothing is lost: a decision on the old words stays in the history and counts
again once they are back. Splitting and merging are in `splitting`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.domain.claims import Claim, ClaimKind, Standing
from factcheck.domain.lineage import ClaimStep, StepAct, Wording, wording_of
from factcheck.domain.reviews import ReviewEvent
from factcheck.errors import UsageError
from factcheck.review.rules import check_signature
from factcheck.review.state import last_decision_of
from factcheck.workbench.bench import Bench
from factcheck.workbench.deciding import undo
from factcheck.workbench.splitting import take_apart_back
from factcheck.workbench.stepping import check_on_the_list, check_step, claim_of, steps_to_take_back, take_step
from factcheck.workbench.wording import checked_words, still_written, without


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to become of a claim's wording; None and () leave as it is.

    Attributes:
        checked: The whole new wording.
        without: Said words that are to stand again where something was written for them.
        speaker: `""` for the article's own voice.
    """

    checked: str | None = None
    without: Sequence[str] = ()
    kind: ClaimKind | None = None
    speaker: str | None = None


def edit(
    bench: Bench, claim_id: str, change: Change, *, by: str, reason: str = "", based_on: int | None = None
) -> ClaimStep:
    """Reword a claim, or say anew what kind it is or who said it.

    Args:
        based_on: The revision that the person looked at. None: nothing was looked at, so that the words under another
            person's decision aren't changed.

    Raises:
        UsageError: If the claim isn't listed, or the change is none or makes no claim.
        ConflictError: If it would put another person's decision out of force, or someone came first.
    """
    name = check_signature(by)
    with bench.database.transaction():
        claim = claim_of(bench, claim_id)
        check_on_the_list(bench, claim)
        after = _changed(claim, change)
        if after == wording_of(claim):
            raise UsageError(
                f"{claim_id} already has this wording.",
                hint="Give other words with --checked, a --kind or a --speaker.",
            )
        if after.checked != claim.checked or based_on is not None:
            check_step(bench, claim, name, based_on)
        return take_step(bench, claim, StepAct.EDIT, by=name, reason=reason, after=after)


def drop(bench: Bench, claim_id: str, *, by: str, reason: str = "", based_on: int | None = None) -> ClaimStep:
    """Take a claim off the list.

    Raises:
        UsageError: If it isn't listed.
        ConflictError: If another person decided it, or someone came first.
    """
    name = check_signature(by)
    with bench.database.transaction():
        claim = claim_of(bench, claim_id)
        check_on_the_list(bench, claim)
        check_step(bench, claim, name, based_on)
        bench.claims.set_standing([claim.id], Standing.DROPPED)
        return take_step(bench, claim, StepAct.DROP, by=name, reason=reason)


def restore(bench: Bench, claim_id: str, *, by: str, reason: str = "", based_on: int | None = None) -> ClaimStep:
    """Take the last step on a claim back: bring it back to the list, undo its split, its merge, or its last edit.

    Raises:
        UsageError: If there is nothing to take back, or a person decided what a split or a merge made.
        ConflictError: If it would put another person's decision out of force, or someone came first.
    """
    name = check_signature(by)
    with bench.database.transaction():
        claim = claim_of(bench, claim_id)
        last = steps_to_take_back(bench.steps.of_claim(claim_id))[-1:]
        if claim.standing is Standing.WITHDRAWN:
            bench.claims.set_standing([claim.id], Standing.LISTED)
            return take_step(bench, claim, StepAct.RESTORE, by=name, reason=reason)
        if claim.standing is Standing.REPLACED:
            if not last or last[0].act not in (StepAct.SPLIT, StepAct.MERGE):
                check_on_the_list(bench, claim)
            return take_apart_back(bench, claim, last[0], by=name, reason=reason)
        if claim.standing is Standing.DROPPED and last:
            bench.claims.set_standing([claim.id], Standing.LISTED)
            return take_step(bench, claim, StepAct.RESTORE, by=name, reason=reason, takes_back=last[0].number)
        if not last or last[0].before is None:
            raise UsageError(
                f"Nothing has been done to {claim_id} that can be taken back.",
                hint="`factcheck history CLAIM` shows its steps; `factcheck undo` withdraws a decision.",
            )
        before = last[0].before
        if before.checked != claim.checked or based_on is not None:
            check_step(bench, claim, name, based_on)
        return take_step(bench, claim, StepAct.RESTORE, by=name, reason=reason, after=before, takes_back=last[0].number)


def undo_last(bench: Bench, *, by: str) -> ReviewEvent | ClaimStep:
    """Take back what this person did last: withdraw a decision, or restore what an edit changed.

    Raises:
        UsageError: If there is nothing of theirs to undo, or something was built on it since.
    """
    name = check_signature(by)
    with bench.database.transaction():
        events = bench.reviews.by_reviewer(name)
        mine = bench.steps.by_reviewer(name)
        steps = bench.steps.of_claims({event.claim_id for event in events} | {step.claim_id for step in mine})
        decision = last_decision_of(name, events, steps)
        open_ones = {each.number for log in steps.values() for each in steps_to_take_back(log)}
        step = next((each for each in reversed(mine) if each.number in open_ones), None)
        # Two logs, so time tells which came last; of one moment, the edit is what followed.
        if step is None or (decision is not None and decision.at > step.at):
            return undo(bench, by=name)
        last = steps_to_take_back(steps[step.claim_id])[-1]
        if last.number != step.number:
            raise UsageError(
                f"{last.by} changed {step.claim_id} after you did.",
                hint=f"`factcheck history {step.claim_id}` shows both; edit it, or `factcheck claims restore` it.",
            )
        return restore(bench, step.claim_id, by=name)


def _changed(claim: Claim, change: Change) -> Wording:
    if change.checked is not None and change.without:
        raise UsageError(
            "A whole new wording and words to put back don't go together.", hint="Give --checked or --without."
        )
    worded = claim
    for said in change.without:
        checked, left = without(worded, said)
        worded = replace(worded, checked=checked_words(checked), substitutions=left)
    if change.checked is not None:
        checked = checked_words(change.checked)
        worded = replace(worded, checked=checked, substitutions=still_written(claim.substitutions, checked))
    if change.kind is not None:
        if not change.kind.is_claim:
            raise UsageError(
                f"A {change.kind.value.replace('_', ' ')} asserts nothing, so {claim.id} can't be one.",
                hint=f"Take it off the list: factcheck claims drop {claim.id}.",
            )
        worded = replace(worded, kind=change.kind)
    if change.speaker is not None:
        worded = replace(worded, speaker=checked_words(change.speaker, "speaker") if change.speaker.strip() else None)
    return wording_of(worded)
