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
    from factcheck.cli.tables import coloured, plain

    console = output.console()
    console.print(plain(f"{view.claim.id}  “{view.claim.said}”"), style="bold")
    console.print(plain(f"{article.title} ({article.id}), characters {view.claim.span.start} to {view.claim.span.end}"))
    worth = f"{view.claim.kind.value}, worth checking {view.claim.check_worthiness:.2f}"
    console.print(plain(f"{worth}: {', '.join(view.claim.reasons)}" if view.claim.reasons else worth))
    if view.claim.speaker:
        console.print(plain(f"said by {view.claim.speaker}"))
    console.print(coloured(view.state.status))
    _print_decision(console, view)
    _print_suggestion(console, view)
    for each in view.evidence:
        _print_evidence(console, each)
    for other in similar:
        console.print(plain(f"similar ({other.similarity:.2f}): {other.claim.id} “{other.claim.checked}”"))


def _print_decision(console: Console, view: ClaimView) -> None:
    from factcheck.cli.tables import plain

    decision = view.state.decision
    if decision is not None:
        console.print(plain(f"decided by {decision.by}, {decision.at:%Y-%m-%d %H:%M} UTC"))
        if decision.rationale:
            console.print(plain(f"because: {decision.rationale}"))
        if decision.without_evidence:
            console.print(plain(f"without evidence, because: {decision.without_evidence}"))
    elif view.draft is not None:
        console.print(plain(f"your draft: {view.draft.rationale}"))


def _print_suggestion(console: Console, view: ClaimView) -> None:
    from factcheck.cli.tables import plain

    suggestion = view.suggestion
    if suggestion is None:
        console.print(plain("not matched yet: factcheck match"))
        return
    sure = "" if suggestion.confidence is None else f", probability {suggestion.confidence:.2f}"
    console.print(plain(f"the machine suggests: {suggestion.status.words} ({suggestion.model}{sure})"), style="italic")
    for reason in suggestion.reasons:
        console.print(plain(f"  · {reason}"))
    for gap in suggestion.gaps:
        console.print(plain(f"  · not covered: {gap.note}"))


def _print_evidence(console: Console, view: EvidenceView) -> None:
    from factcheck.cli.tables import plain, scores

    mark = "●" if view.quote else "○"
    stance = view.quote.stance if view.quote and view.quote.stance else view.stance.label if view.stance else None
    console.print(plain(f"{mark} {view.passage.id}  {view.citation.line}"), style="bold" if view.quote else "")
    console.print(
        plain(f"    {stance.value if stance else 'no stance'}; {scores(view)}; {'attached' if view.quote else 'found'}")
    )
    console.print(plain(f"    “{view.passage.text}”"))
