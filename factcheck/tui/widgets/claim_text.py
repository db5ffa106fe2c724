"""What is known about one claim, as text: its words, its status, who decided, what the machine suggests and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from factcheck.domain.claims import Claim
from factcheck.domain.lineage import STANDING_WORDS, ambiguity_words, substitution_words
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimView, Occurrence
from factcheck.tui.safe import safe, safe_line
from factcheck.tui.signs import FAINT, MACHINE, status_content, suggestion_words
from factcheck.tui.widgets.decision_text import media_content, signed_content

_SHOWN = 3_000
"""Characters of a claim or a rationale that are shown here; the article and the history have all of it."""


def claim_content(view: ClaimView, *, shows_machine: bool = True, seen: Sequence[Occurrence] = ()) -> Content:
    """All of the panel; `seen` are claims that say nearly the same, with what was decided on them."""
    lines = [safe(view.claim.checked[:_SHOWN], "bold"), *_standing_alone(view.claim), *_decision(view), *_draft(view)]
    if shows_machine:
        lines += _machine(view.suggestion)
    else:
        lines.append(Content.styled("machine: hidden; v shows it", FAINT))
    lines += [_about(view.claim), *_lineage(view), *map(_occurrence, seen)]
    return Content("\n").join(lines)


def _standing_alone(claim: Claim) -> Iterator[Content]:
    """What the wording says for words of the article, and what nobody could tell."""
    for each in claim.substitutions:
        yield safe_line(substitution_words(each), FAINT, most=300)
    for unclear in claim.ambiguities:
        yield safe_line(ambiguity_words(unclear), "$text-warning", most=300)


def _lineage(view: ClaimView) -> Iterator[Content]:
    if not_listed := STANDING_WORDS[view.claim.standing]:
        yield safe_line(not_listed, "$text-warning")
    for step in view.lineage:
        yield safe_line(f"{step.by} {step.words}, {step.at:%Y-%m-%d %H:%M} UTC", FAINT, most=300)


def _occurrence(seen: Occurrence) -> Content:
    return Content.assemble(
        Content.styled(f"seen before ({seen.similarity:.2f}) {seen.claim.id} ", FAINT),
        safe_line(seen.claim.checked, most=300),
        safe_line(f" — {seen.words}", FAINT, most=300),
    )


def _about(claim: Claim) -> Content:
    words = [claim.kind.value.replace("_", " "), f"worth checking {claim.check_worthiness:.2f}"]
    if claim.speaker:
        words.append(f"said by {claim.speaker}")
    if claim.said_on:
        words.append(f"on {claim.said_on.isoformat()}")
    why = f": {', '.join(claim.reasons)}" if claim.reasons else ""
    if not claim.kind.is_checkable:
        why += " (as a rule not checkable)"
    return safe_line(" · ".join(words) + why, FAINT, most=600)


def _decision(view: ClaimView) -> Iterator[Content]:
    decision = view.state.decision
    attached = len(view.state.attached)
    count = f"{attached} passage{'' if attached == 1 else 's'} attached"
    if decision is None:
        yield Content.assemble(status_content(view.state.status), Content.styled(f" · {count}", FAINT))
        if (outdated := view.state.outdated) is not None and outdated.status is not None:
            words = f"{outdated.by} decided {outdated.status.words}, {outdated.at:%Y-%m-%d %H:%M} UTC; its wording"
            yield safe_line(f"{words} has changed since, so that no longer counts", "$text-warning", most=300)
        return
    yield Content.assemble(
        signed_content(decision),
        " — ",
        safe_line(decision.by, "bold", most=120),
        Content.styled(f", {decision.at:%Y-%m-%d %H:%M} UTC · signed with {len(decision.quotes)} · {count}", FAINT),
    )
    if decision.rationale:
        yield Content.assemble(Content.styled("because ", FAINT), safe(decision.rationale[:_SHOWN]))
    if decision.media is not None:
        yield media_content(decision.media)
    if decision.reuses is not None:
        yield Content.styled(f"the same as decision #{decision.reuses} on another claim", FAINT)
    if decision.without_evidence:
        yield Content.assemble(
            Content.styled("without evidence, because ", FAINT), safe(decision.without_evidence[:_SHOWN])
        )


def _draft(view: ClaimView) -> Iterator[Content]:
    if view.draft is not None:
        when = f"{view.draft.at:%Y-%m-%d %H:%M} UTC"
        yield Content.assemble(
            Content.styled(f"your draft, {when}: ", "$text-warning"), safe(view.draft.rationale[:_SHOWN])
        )


def _machine(suggestion: Suggestion | None) -> Iterator[Content]:
    if suggestion is None:
        yield Content.styled("machine: not matched yet; m looks for evidence", MACHINE)
        return
    sure = "" if suggestion.confidence is None else f", probability {suggestion.confidence:.2f}"
    yield Content.assemble(
        safe_line(f"machine ({suggestion.model}{sure}):", MACHINE, most=200),
        Content.styled(f" {suggestion_words(suggestion)}", MACHINE),
    )
    for reason in suggestion.reasons:
        yield Content.assemble("  · ", safe_line(reason.words, FAINT, most=400))
    if suggestion.gaps:
        notes = "; ".join(gap.note for gap in suggestion.gaps)
        yield Content.assemble("  · not covered: ", safe_line(notes, FAINT, most=400))
