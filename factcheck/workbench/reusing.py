"""One decision for many claims that say the same: signed again for each, naming the one it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.domain.reviews import Act, NewDecision, ReviewEvent
from factcheck.errors import UsageError
from factcheck.review.rules import check_decision, check_signature
from factcheck.workbench.bench import Bench
from factcheck.workbench.deciding import check_first, check_quotes
from factcheck.workbench.differing import text_differences
from factcheck.workbench.stepping import check_on_the_list, claim_of, state_now


def reuse(
    bench: Bench,
    claim_ids: Sequence[str],
    same_as: str,
    *,
    by: str,
    based_on: Mapping[str, int] | None = None,
) -> list[ReviewEvent]:
    """Sign the decision in force on `same_as` for each of these claims: all of them, or none.

    Status, rating, rationale, quotes and media are copied, and the event that was reused is named in the new ones.

    Args:
        based_on: The revision of each that the reviewer looked at, as `deciding.decide` takes it.

    Raises:
        UsageError: If nothing is decided on `same_as`, if it is among the claims, or if one of them says another
            number or date, or denies what the other says.
        ConflictError: If another person decided one of them.
        DamageError: If a quote no longer stands in its stored document.
    """
    name = check_signature(by)
    ids = list(dict.fromkeys(claim_ids))
    if not ids or same_as in ids:
        raise UsageError(
            f"{same_as} can't repeat its own decision.", hint="Name other claims: decide CLAIM... --same-as OTHER."
        )
    with bench.database.transaction():
        other = claim_of(bench, same_as)
        decision = state_now(bench, same_as).decision
        if decision is None or decision.status is None:
            raise UsageError(
                f"Nothing is decided on {same_as}.", hint=f"Decide it first: factcheck decide {same_as} STATUS."
            )
        check_quotes(bench, decision.quotes)
        wanted = NewDecision(
            status=decision.status, rationale=decision.rationale, without_evidence=decision.without_evidence
        )
        check_decision(wanted, decision.quotes)
        made = []
        for claim_id in ids:
            claim = claim_of(bench, claim_id)
            check_on_the_list(bench, claim)
            against = [
                each.note for each in text_differences(claim.checked, other.checked, bench.parses) if each.is_contrary
            ]
            if against:
                raise UsageError(
                    f"{claim_id} doesn't say the same as {same_as}: {'; '.join(against)}.",
                    hint=f"Decide it on its own: factcheck decide {claim_id} STATUS.",
                )
            state = state_now(bench, claim_id)
            check_first(bench, claim_id, state, name, (based_on or {}).get(claim_id))
            bench.reviews.drop_draft(claim_id, name)
            made.append(
                bench.reviews.add(
                    ReviewEvent(
                        number=0,
                        claim_id=claim_id,
                        act=Act.DECIDE,
                        by=name,
                        at=bench.now(),
                        revision=state.revision + 1,
                        status=wanted.status,
                        rationale=wanted.rationale,
                        without_evidence=wanted.without_evidence,
                        quotes=decision.quotes,
                        reuses=decision.number,
                        rating=decision.rating,
                        media=decision.media,
                    )
                )
            )
        return made


def reused_from(bench: Bench, history: Iterable[ReviewEvent]) -> dict[int, str]:
    """The claims whose decisions were repeated in `history`, by the number of the event that was reused."""
    return bench.reviews.claims_of([event.reuses for event in history if event.reuses is not None])
