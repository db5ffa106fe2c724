"""What a person does to a claim. Each act is one transaction, signed, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.domain.documents import Passage
from factcheck.domain.reviews import Act, Draft, NewDecision, Quote, ReviewEvent, ReviewState
from factcheck.domain.stances import StanceLabel
from factcheck.errors import ConflictError, DamageError, UsageError
from factcheck.review.rules import check_decision, check_signature
from factcheck.review.state import attached_now, last_decision_of
from factcheck.workbench.bench import Bench
from factcheck.workbench.stepping import check_on_the_list, claim_of, state_now


def decide(bench: Bench, claim_id: str, wanted: NewDecision, *, by: str, based_on: int | None = None) -> ReviewEvent:
    """Sign a decision, with all passages that are attached and those of `wanted`.

    Args:
        based_on: The revision that the reviewer looked at. None: nothing was looked at, so another person's decision
            isn't overruled.

    Raises:
        ConflictError: If someone else decided since.
        UsageError: If the decision lacks what its status needs, its rating stands for another one, or the claim was
            dropped, split or merged.
        DamageError: If a quote no longer stands in its stored document.
    """
    name = check_signature(by)
    with bench.database.transaction():
        check_on_the_list(bench, claim_of(bench, claim_id))
        state = state_now(bench, claim_id)
        check_first(bench, claim_id, state, name, based_on)
        quotes = {quote.passage_id: quote for quote in state.attached}
        for passage_id in wanted.passages:
            quotes.setdefault(passage_id, _quote(bench, passage_id))
        for passage_id, stance in wanted.stances.items():
            if passage_id not in quotes:
                raise UsageError(
                    f"A stance is given for {passage_id}, which is not attached.",
                    hint="Attach the passage with the same decision, or before it.",
                )
            quotes[passage_id] = replace(quotes[passage_id], stance=stance)
        check_quotes(bench, quotes.values())
        check_decision(wanted, list(quotes.values()))
        bench.reviews.drop_draft(claim_id, name)
        return bench.reviews.add(
            ReviewEvent(
                number=0,
                claim_id=claim_id,
                act=Act.DECIDE,
                by=name,
                at=bench.now(),
                revision=state.revision + 1,
                status=wanted.status,
                rationale=wanted.rationale.strip(),
                without_evidence=wanted.without_evidence.strip(),
                quotes=tuple(quotes.values()),
                rating=bench.settings.organisation.given(wanted.rating) if wanted.rating else None,
                media=wanted.media,
            )
        )


def undo(bench: Bench, *, by: str) -> ReviewEvent:
    """Withdraw this reviewer's last decision that still stands; the one before it counts again.

    Raises:
        UsageError: If there is nothing of theirs to undo.
    """
    name = check_signature(by)
    with bench.database.transaction():
        events = bench.reviews.by_reviewer(name)
        last = last_decision_of(name, events, bench.steps.of_claims(event.claim_id for event in events))
        if last is None:
            raise UsageError(
                f"There is no decision of {name} to undo.", hint="`factcheck history CLAIM` shows who decided what."
            )
        state = state_now(bench, last.claim_id)
        return bench.reviews.add(
            ReviewEvent(
                number=0,
                claim_id=last.claim_id,
                act=Act.WITHDRAW,
                by=name,
                at=bench.now(),
                revision=state.revision + 1,
                withdraws=last.number,
            )
        )


def attach(
    bench: Bench, claim_id: str, passage_id: str, *, by: str, stance: StanceLabel | None = None
) -> ReviewEvent | None:
    """Attach a passage. Returns None if it was already attached with this stance.

    Without a stance none is recorded: what the machine reads in a passage is never attributed to a person.
    """
    name = check_signature(by)
    with bench.database.transaction():
        check_on_the_list(bench, claim_of(bench, claim_id))
        quote = _quote(bench, passage_id, stance)
        attached = attached_now(bench.reviews.history(claim_id))
        if quote in attached or (stance is None and passage_id in {each.passage_id for each in attached}):
            return None
        check_quotes(bench, [quote])
        return bench.reviews.add(
            ReviewEvent(number=0, claim_id=claim_id, act=Act.ATTACH, by=name, at=bench.now(), quotes=(quote,))
        )


def detach(bench: Bench, claim_id: str, passage_id: str, *, by: str) -> ReviewEvent:
    """Detach a passage. A decision that was signed with it keeps it.

    Raises:
        UsageError: If it isn't attached.
    """
    name = check_signature(by)
    with bench.database.transaction():
        attached = {quote.passage_id: quote for quote in attached_now(bench.reviews.history(claim_id))}
        if passage_id not in attached:
            raise UsageError(
                f"{passage_id} is not attached to {claim_id}.", hint="`factcheck show CLAIM` marks what is attached."
            )
        quote = attached[passage_id]
        return bench.reviews.add(
            ReviewEvent(number=0, claim_id=claim_id, act=Act.DETACH, by=name, at=bench.now(), quotes=(quote,))
        )


def save_draft(bench: Bench, claim_id: str, *, by: str, rationale: str) -> None:
    """Keep a rationale that is being written; an empty one removes the draft."""
    name = check_signature(by)
    with bench.database.transaction():
        bench.reviews.save_draft(Draft(claim_id=claim_id, by=name, at=bench.now(), rationale=rationale))


def check_first(bench: Bench, claim_id: str, state: ReviewState, by: str, based_on: int | None) -> None:
    """Refuse to overrule someone whose decision, or whose wording, the reviewer hasn't seen.

    Raises:
        ConflictError: Says who did what.
    """
    decision = state.decision
    overruled = decision is not None and decision.by != by if based_on is None else based_on != state.revision
    if not overruled:
        return
    last = bench.steps.of_claim(claim_id)[-1:]
    if last and based_on is not None and last[0].revision == state.revision:
        what = "changed the words of" if last[0].before else "worked on"
        raise ConflictError(
            f"{last[0].by} {what} {claim_id} at {last[0].at:%Y-%m-%d %H:%M} UTC, while you were looking at it.",
            hint="Look at the claim again, then decide.",
        )
    if decision is None or decision.status is None:
        raise ConflictError(
            f"A decision on {claim_id} was withdrawn while you were looking at it.",
            hint="Look at the claim again, then decide.",
        )
    raise ConflictError(
        f"{decision.by} decided {decision.status.words} on {claim_id} at {decision.at:%Y-%m-%d %H:%M} UTC.",
        hint="Read it with `factcheck history CLAIM`; `decide --supersede` puts yours in its place and keeps both.",
    )


def _quote(bench: Bench, passage_id: str, stance: StanceLabel | None = None) -> Quote:
    passage = bench.documents.passages([passage_id]).get(passage_id)
    if passage is None:
        raise UsageError(f"There is no passage {passage_id}.", hint="`factcheck show CLAIM` names passages.")
    return Quote(passage_id=passage_id, text=passage.text, stance=stance)


def check_quotes(bench: Bench, quotes: Iterable[Quote]) -> None:
    """Check every quote against its document's stored text.

    Raises:
        DamageError: If one isn't there.
    """
    for quote in quotes:
        passage = bench.documents.passages([quote.passage_id]).get(quote.passage_id)
        if passage is None or not quote_stands(bench, passage, quote.text):
            raise DamageError(
                f"The quote of {quote.passage_id} isn't in the stored text of its document.",
                hint="`factcheck doctor` says what is damaged; add the source again and attach it from there.",
            )


def quote_stands(bench: Bench, passage: Passage, words: str) -> bool:
    """Whether these words are at the passage's place in the document's stored text."""
    document = bench.documents.get(passage.document_id)
    return document is not None and passage.span.of(document.text) == words
