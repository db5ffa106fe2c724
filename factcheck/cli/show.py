"""`factcheck show`: one claim with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.domain.views import ClaimView, EvidenceView, Occurrence

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.domain.articles import Article
    from factcheck.domain.reasons import Reason


@click.command("show")
@click.argument("claim")
@json_option
@everywhere
@click.pass_context
def command(context: click.Context, claim: str, as_json: bool) -> None:
    """Show one claim: its place in the article, what was decided, what the machine suggests and why, and its evidence.

    \b
    Example:
      factcheck show c-7k2m9q
    """
    import factcheck
    from factcheck.cli import output

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        view = bench.claim(claim)
        article = bench.article(view.claim.article_id)
        seen = bench.seen_before(view.claim.id).get(view.claim.id, [])
    if as_json:
        output.print_json(_form(view, seen))
        return
    from factcheck.cli.tables import coloured, paragraph

    console = output.console()
    _print_claim(console, view, article)
    console.print(coloured(view.state.status))
    _print_decision(console, view)
    _print_suggestion(console, view)
    remarks = view.suggestion.remarks if view.suggestion else {}
    for each in view.evidence:
        _print_evidence(console, each, remarks.get(each.passage.id))
    for other in seen:
        named = f"{other.claim.id} “{other.claim.checked}”"
        paragraph(console, f"seen before ({other.similarity:.2f}): {named} — {other.words}")


def _form(view: ClaimView, seen: Sequence[Occurrence]) -> dict[str, object]:
    from factcheck.report.records.forms import form, rounded
    from factcheck.report.records.published import claim_form, evidence_form, occurrence_form, suggestion_form

    remarks = view.suggestion.remarks if view.suggestion else {}
    return {
        **claim_form(view.claim, view.state.status, view.suggestion),
        "suggestion": suggestion_form(view.suggestion) if view.suggestion else None,
        "decision": form(view.state.decision),
        "outdated": form(view.state.outdated),
        "evidence": [evidence_form(each, remarks.get(each.passage.id)) for each in view.evidence],
        "history": form(view.history),
        "lineage": form(view.lineage),
        "similar": [
            {"id": each.claim.id, "similarity": rounded(each.similarity), "checked": each.claim.checked}
            for each in seen
            if each.claim.article_id != view.claim.article_id
        ],
        "seen_before": [occurrence_form(each) for each in seen],
    }


def _print_claim(console: Console, view: ClaimView, article: Article) -> None:
    from factcheck.cli.tables import paragraph
    from factcheck.domain.lineage import STANDING_WORDS, ambiguity_words, substitution_words

    claim, span = view.claim, view.claim.span
    paragraph(console, f"{claim.id}  “{claim.said}”", style="bold")
    if " ".join(claim.said.split()) != claim.checked:
        paragraph(console, f"checked as: “{claim.checked}”", indent=2)
    paragraph(console, f"{article.title} ({article.id}), characters {span.start} to {span.end}", indent=2)
    worth = f"{claim.kind.value.replace('_', ' ')}, worth checking {claim.check_worthiness:.2f}"
    paragraph(console, f"{worth}: {', '.join(claim.reasons)}" if claim.reasons else worth, indent=2)
    if not claim.kind.is_checkable:
        paragraph(console, "as a rule not checkable", indent=2)
    if claim.speaker:
        paragraph(console, f"said by {claim.speaker}", indent=2)
    for line in (*map(substitution_words, claim.substitutions), *map(ambiguity_words, claim.ambiguities)):
        paragraph(console, line, indent=2)
    if not_listed := STANDING_WORDS[claim.standing]:
        paragraph(console, not_listed, indent=2)
    for step in view.lineage:
        reason = f": {step.reason}" if step.reason else ""
        paragraph(console, f"{step.by} {step.words}, {step.at:%Y-%m-%d %H:%M} UTC{reason}", indent=2)


def _print_decision(console: Console, view: ClaimView) -> None:
    from factcheck.cli.tables import paragraph

    decision = view.state.decision
    if decision is not None:
        rated = f"rated {decision.rating.name}, " if decision.rating else ""
        paragraph(console, f"{rated}decided by {decision.by}, {decision.at:%Y-%m-%d %H:%M} UTC", indent=2)
        if decision.rationale:
            paragraph(console, f"because: {decision.rationale}", indent=2)
        if decision.without_evidence:
            paragraph(console, f"without evidence, because: {decision.without_evidence}", indent=2)
        if decision.media is not None:
            paragraph(console, f"about the {decision.media.words}", indent=2)
        if decision.reuses is not None:
            paragraph(console, f"the same as decision #{decision.reuses} on another claim", indent=2)
    outdated = view.state.outdated
    if outdated is not None and outdated.status is not None:
        words = f"{outdated.by} decided {outdated.status.words}, {outdated.at:%Y-%m-%d %H:%M} UTC"
        paragraph(console, f"{words}; its wording has changed since, so that no longer counts", indent=2)
    if decision is None and view.draft is not None:
        paragraph(console, f"your draft: {view.draft.rationale}", indent=2)


def _print_suggestion(console: Console, view: ClaimView) -> None:
    from factcheck.cli.tables import paragraph

    suggestion = view.suggestion
    if suggestion is None:
        paragraph(console, "not matched yet: factcheck match")
        return
    sure = "" if suggestion.confidence is None else f", probability {suggestion.confidence:.2f}"
    leans = f", {suggestion.leans.words}" if suggestion.leans else ""
    said = f"the machine suggests: {suggestion.status.words}{leans} ({suggestion.model}{sure})"
    paragraph(console, said, style="italic")
    for reason in suggestion.reasons:
        paragraph(console, f"· {reason} [{reason.code}]", indent=2)
    for gap in suggestion.gaps:
        paragraph(console, f"· not covered: {gap.note} [{gap.code}]", indent=2)


def _print_evidence(console: Console, view: EvidenceView, remark: Reason | None) -> None:
    from factcheck.cli.tables import paragraph, scores

    mark = "●" if view.quote else "○"
    stance = view.quote.stance if view.quote and view.quote.stance else view.stance.label if view.stance else None
    paragraph(console, f"{mark} {view.passage.id}  {view.citation.line}", style="bold" if view.quote else "")
    how = "attached" if view.quote else "found"
    paragraph(console, f"{how}; {stance.value if stance else 'no stance'}; {scores(view)}", indent=4)
    if remark:
        paragraph(console, f"{remark} [{remark.code}]", indent=4)
    paragraph(console, f"“{view.passage.text}”", indent=4)
    for each in (each for each in view.stance.differences if each.is_telling) if view.stance else ():
        paragraph(
            console, f"{each.aspect} {each.comparison.value.replace('_', ' ')}: {each.note} [{each.code}]", indent=6
        )
