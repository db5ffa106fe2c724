"""How every step of a claim's lineage begins and ends: who may take it now, and the entry in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain.claims import Claim, Standing
from factcheck.domain.lineage import ClaimStep, StepAct, Wording, wording_of
from factcheck.domain.reviews import ReviewState
from factcheck.errors import ConflictError, UsageError
from factcheck.review.state import state_of
from factcheck.workbench.bench import Bench
from factcheck.workbench.wording import checked_words

MADE_BY: dict[StepAct, str] = {StepAct.SPLIT: "split into", StepAct.MERGE: "merged into"}


def state_now(bench: Bench, claim_id: str) -> ReviewState:
    """The state of a claim, without its drafts."""
    return state_of(bench.reviews.history(claim_id), bench.steps.of_claim(claim_id))


def claim_of(bench: Bench, claim_id: str) -> Claim:
    """The claim of this id.

    Raises:
        UsageError: If there is none.
    """
    claim = bench.claims.get(claim_id)
    if claim is None:
        raise UsageError(f"There is no claim {claim_id}.", hint="`factcheck claims` lists them.")
    return claim


def check_on_the_list(bench: Bench, claim: Claim) -> None:
    """Refuse to work on a claim that a person took off the list.

    Raises:
        UsageError: If it was dropped, split or merged; names what took its place.
    """
    if claim.standing not in (Standing.DROPPED, Standing.REPLACED):
        return
    last = steps_to_take_back(bench.steps.of_claim(claim.id))[-1:]
    if last and last[0].act in MADE_BY and claim.standing is Standing.REPLACED:
        words = f"{claim.id} was {MADE_BY[last[0].act]} {', '.join(last[0].related_ids)} by {last[0].by}."
        raise UsageError(words, hint=f"Name those, or take it back: factcheck claims restore {claim.id}.")
    if claim.standing is Standing.REPLACED:
        raise UsageError(
            f"{claim.id} was taken back in favour of {', '.join(claim.parent_ids)}.",
            hint="`factcheck history CLAIM` says how.",
        )
    by = f" by {last[0].by}" if last else ""
    raise UsageError(f"{claim.id} was dropped{by}.", hint=f"Bring it back first: factcheck claims restore {claim.id}.")


def check_step(bench: Bench, claim: Claim, by: str, based_on: int | None) -> ReviewState:
    """Refuse to change the wording under a decision that the person hasn't seen. Returns the state found.

    Raises:
        ConflictError: If another person's decision is in force and nothing was looked at, or if something was done
            since what was looked at.
    """
    state = state_now(bench, claim.id)
    decision = state.decision
    if based_on is not None and based_on != state.revision:
        raise ConflictError(
            f"Someone worked on {claim.id} while you were looking at it.",
            hint="`factcheck history CLAIM` says what was done; look at it, then change it.",
        )
    if based_on is None and decision is not None and decision.by != by and decision.status is not None:
        raise ConflictError(
            f"{decision.by} decided {decision.status.words} on {claim.id} at {decision.at:%Y-%m-%d %H:%M} UTC.",
            hint="`--supersede` changes the claim anyway; the decision stays in the history.",
        )
    return state


def take_step(  # noqa: PLR0913  # a step has as many parts
    bench: Bench,
    claim: Claim,
    act: StepAct,
    *,
    by: str,
    reason: str = "",
    after: Wording | None = None,
    related_ids: Sequence[str] = (),
    takes_back: int | None = None,
) -> ClaimStep:
    """Add a step to the log, and store the new wording where it has one. Inside a transaction.

    What was made from the old wording goes: the claim's vectors, and who ranked it. Its suggestions and decisions no
    longer count until the same wording is back; the store and the review log see to that themselves.
    """
    before = wording_of(claim) if after else None
    if after is not None:
        bench.claims.set_wording(claim.id, after)
        if after.checked != claim.checked:
            bench.vectors.drop("claim", claim.id)
            # The figure stays until the next ranking; it is nobody's for these words.
            bench.claims.update_ranking([replace(claim, worthiness_by="")])
    return bench.steps.add(
        ClaimStep(
            number=0,
            claim_id=claim.id,
            act=act,
            by=by,
            at=bench.now(),
            revision=state_now(bench, claim.id).revision + 1,
            reason=checked_words(reason, "reason") if reason.strip() else "",
            before=before,
            after=after,
            related_ids=tuple(related_ids),
            takes_back=takes_back,
        )
    )


def steps_to_take_back(steps: Sequence[ClaimStep]) -> list[ClaimStep]:
    """The steps that nobody has taken back, oldest first."""
    back = {step.takes_back for step in steps}
    return [step for step in steps if step.act is not StepAct.RESTORE and step.number not in back]
