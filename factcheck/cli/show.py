"""`factcheck show`: one claim with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.domain.views import ClaimView, EvidenceView

if TYPE_CHECKING:
    from rich.console import Console


@click.command("show")
@click.argument("claim")
@json_option
@everywhere
@click.pass_context
def command(context: click.Context, claim: str, as_json: bool) -> None:
    """Show one claim: where it stands, what was decided, what the machine suggests and why, and its evidence.

    \b
    Example:
      factcheck show c-7k2m9q
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.as_json import claim_json, event_json, evidence_json
    from factcheck.store.lookup import resolve
    from factcheck.workbench.matching import similar_claims, stored_encoder
    from factcheck.workbench.reading import claim_view

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        view = claim_view(bench, resolve(bench.database, "c", claim), by=settings.reviewer)
        article = bench.articles.get(view.claim.article_id)
        encoder = stored_encoder(bench)
        similar = similar_claims(bench, view.claim, encoder=encoder) if encoder else []
    assert article is not None  # a claim's article can't be removed
    if as_json:
        document = claim_json(view.claim, view.state.status, view.suggestion)
        document["reasons"] = list(view.claim.reasons)
        document["speaker"] = view.claim.speaker
        document["suggestion_reasons"] = list(view.suggestion.reasons) if view.suggestion else []
        document["gaps"] = [gap.note for gap in view.suggestion.gaps] if view.suggestion else []
        document["decision"] = event_json(view.state.decision) if view.state.decision else None
        document["evidence"] = [evidence_json(each) for each in view.evidence]
        document["history"] = [event_json(event) for event in view.history]
        document["similar"] = [
            {"id": each.claim.id, "similarity": round(each.similarity, 4), "checked": each.claim.checked}
            for each in similar
        ]
        output.print_json(document)
        return
    from factcheck.cli.tables import coloured, paragraph

    console = output.console()
    claim_shown = view.claim
    paragraph(console, f"{claim_shown.id}  “{claim_shown.said}”", style="bold")
    span = claim_shown.span
    paragraph(console, f"{article.title} ({article.id}), characters {span.start} to {span.end}", indent=2)
    worth = f"{claim_shown.kind.value}, worth checking {claim_shown.check_worthiness:.2f}"
    paragraph(console, f"{worth}: {', '.join(claim_shown.reasons)}" if claim_shown.reasons else worth, indent=2)
    if claim_shown.speaker:
        paragraph(console, f"said by {claim_shown.speaker}", indent=2)
    console.print(coloured(view.state.status))
    _print_decision(console, view)
    _print_suggestion(console, view)
    for each in view.evidence:
        _print_evidence(console, each)
    for other in similar:
        paragraph(console, f"similar ({other.similarity:.2f}): {other.claim.id} “{other.claim.checked}”")


def _print_decision(console: Console, view: ClaimView) -> None:
    from factcheck.cli.tables import paragraph

    decision = view.state.decision
    if decision is not None:
        paragraph(console, f"decided by {decision.by}, {decision.at:%Y-%m-%d %H:%M} UTC", indent=2)
        if decision.rationale:
            paragraph(console, f"because: {decision.rationale}", indent=2)
        if decision.without_evidence:
            paragraph(console, f"without evidence, because: {decision.without_evidence}", indent=2)
    elif view.draft is not None:
        paragraph(console, f"your draft: {view.draft.rationale}", indent=2)


def _print_suggestion(console: Console, view: ClaimView) -> None:
    from factcheck.cli.tables import paragraph

    suggestion = view.suggestion
    if suggestion is None:
        paragraph(console, "not matched yet: factcheck match")
        return
    sure = "" if suggestion.confidence is None else f", probability {suggestion.confidence:.2f}"
    said = f"the machine suggests: {suggestion.status.words} ({suggestion.model}{sure})"
    paragraph(console, said, style="italic")
    for reason in suggestion.reasons:
        paragraph(console, f"· {reason}", indent=2)
    for gap in suggestion.gaps:
        paragraph(console, f"· not covered: {gap.note}", indent=2)


def _print_evidence(console: Console, view: EvidenceView) -> None:
    from factcheck.cli.tables import paragraph, scores

    mark = "●" if view.quote else "○"
    stance = view.quote.stance if view.quote and view.quote.stance else view.stance.label if view.stance else None
    paragraph(console, f"{mark} {view.passage.id}  {view.citation.line}", style="bold" if view.quote else "")
    how = "attached" if view.quote else "found"
    paragraph(console, f"{how}; {stance.value if stance else 'no stance'}; {scores(view)}", indent=4)
    paragraph(console, f"“{view.passage.text}”", indent=4)
