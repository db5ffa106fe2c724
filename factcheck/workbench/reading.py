"""Claims for reading: the list, one claim with everything known about it, and the rows of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck import __version__
from factcheck.claims.worthiness.priorities import priority
from factcheck.domain.claims import Claim, Standing
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.priorities import Ranked
from factcheck.domain.reviews import Draft, Quote, ReviewEvent
from factcheck.domain.selection import Selection
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimRow, ClaimView, EvidenceView, QuotedDocument, ReportRows
from factcheck.errors import UsageError
from factcheck.report.words import zone_of
from factcheck.review.state import state_of
from factcheck.store.snapshots import snapshot
from factcheck.workbench.bench import Bench
from factcheck.workbench.selecting import fits, named, without_machine
from factcheck.workbench.surroundings import with_surroundings


def claim_rows(
    bench: Bench, *, status: Status | None = None, article_id: str | None = None, suggested: bool = True
) -> list[ClaimRow]:
    """The list of claims in the order of their articles, of all or of one status or article; suggestions in short.

    Args:
        suggested: Whether suggestions are read, which takes most of the time.
    """
    with bench.database.snapshot():
        claims = bench.claims.of_article(article_id) if article_id else bench.claims.all()
        ids = [claim.id for claim in claims] if article_id else None
        histories = bench.reviews.histories(ids)
        steps = bench.steps.of_claims(ids)
        drafts = bench.reviews.drafts()
        suggestions = bench.suggestions.newest_in_short(ids) if suggested else {}
    rows = [
        ClaimRow(
            claim=claim,
            status=state_of(histories.get(claim.id, ()), steps.get(claim.id, ()), drafted=claim.id in drafts).status,
            suggestion=suggestions.get(claim.id),
        )
        for claim in claims
    ]
    return [row for row in rows if status is None or row.status is status]


def by_priority(bench: Bench, rows: Sequence[ClaimRow]) -> list[tuple[ClaimRow, Ranked]]:
    """The rows in the order of the desk: those it wants checked first at the top, each with what moved it there."""
    dates, today, rules = bench.articles.dates(), bench.now().date(), bench.settings.priorities
    ranked = [(row, priority(row.claim, dates.get(row.claim.article_id), rules, today)) for row in rows]
    return sorted(ranked, key=lambda each: -each[1].score)


def claim_view(bench: Bench, claim_id: str, *, by: str = "") -> ClaimView:
    """One claim as its reviewer works on it, with the draft of `by`.

    Raises:
        UsageError: If there is no such claim.
    """
    with bench.database.snapshot():
        claim = bench.claims.get(claim_id)
        if claim is None:
            raise UsageError(f"There is no claim {claim_id}.", hint="`factcheck claims` lists them.")
        return _views(bench, [claim], by=by, signed=False)[0]


def report_rows(
    bench: Bench, selection: Selection | None = None, *, zone: str = "UTC", snapshots: bool = False
) -> ReportRows:
    """All that a report shows, with each decision's evidence as it was signed, and what its reader can check it by.

    Args:
        selection: Which claims; None for all of them.
        zone: The time zone that the report tells times in, by its IANA name.
        snapshots: Whether the sources' bytes go with it.

    Raises:
        DamageError: If a signed quote no longer stands in its document: such a report must not go out.
    """
    selection = selection or Selection()
    with bench.database.snapshot():
        of_articles = named(bench, selection.ids)
        views = _views(bench, [claim for _, claims in of_articles for claim in claims], by="", signed=True)
        chosen = [view for view in views if fits(view, selection, zone_of(zone))]
        if selection.without_machine:
            chosen = [without_machine(view) for view in chosen]
        articles = tuple(article for article, _ in of_articles)
        if selection.is_narrow:
            articles = tuple(each for each in articles if any(view.claim.article_id == each.id for view in chosen))
        listed = sum(bench.claims.count(article.id) for article in articles)
        rows = ReportRows(
            version=__version__,
            generated_at=bench.now(),
            articles=articles,
            claims=with_surroundings(chosen, bench.documents.get),
            selection=selection,
            left_out=listed - sum(view.claim.standing is Standing.LISTED for view in chosen),
            zone=zone,
            organisation=bench.settings.organisation,
        )
        return with_records(bench, rows, snapshots=snapshots)


def with_records(bench: Bench, rows: ReportRows, *, snapshots: bool = False) -> ReportRows:
    """The same report with the documents behind its passages, and with the claims of its articles that aren't listed.

    Of an article of which only some claims are shown, those come along that the shown ones were made from.
    """
    unlisted = tuple(views_of(bench, _unlisted(bench, rows)))
    if rows.selection.without_machine:
        unlisted = tuple(without_machine(view) for view in unlisted)
    views = (*rows.claims, *unlisted)
    wanted = {each.passage.id for view in views for each in view.evidence}
    wanted |= {quote.passage_id for view in views for event in view.history for quote in event.quotes}
    places = bench.documents.places({each.document_id for each in bench.documents.passages(wanted).values()})
    found = [document for each in places if (document := bench.documents.get(each)) is not None]
    found.sort(key=lambda document: (document.source.retrieved_at, document.id))
    documents = tuple(QuotedDocument(document=each, passages=tuple(places[each.id])) for each in found)
    digests = {article.source.sha256 for article in rows.articles} | {each.source.sha256 for each in found}
    kept = {
        digest: raw
        for digest in (sorted(digests) if snapshots else ())
        if (raw := snapshot(bench.database, digest)) is not None
    }
    return replace(rows, documents=documents, unlisted=unlisted, snapshots=kept)


def _unlisted(bench: Bench, rows: ReportRows) -> list[Claim]:
    shown = {view.claim.id for view in rows.claims}
    found = []
    for article in rows.articles:
        claims = {claim.id: claim for claim in bench.claims.of_article(article.id, standing=None)}
        listed = {each for each, claim in claims.items() if claim.standing is Standing.LISTED}
        wanted = claims.keys() if listed <= shown else _ancestors(shown & claims.keys(), claims)
        found += [claim for each, claim in claims.items() if each in wanted and each not in shown]
    return found


def _ancestors(ids: set[str], claims: Mapping[str, Claim]) -> set[str]:
    """What these claims were made from, and what those were made from, and so on."""
    parents = {each for claim_id in ids for each in claims[claim_id].parent_ids if each in claims} - ids
    return parents | _ancestors(parents, claims) if parents else set()


def views_of(bench: Bench, claims: Sequence[Claim]) -> list[ClaimView]:
    """These claims as a report shows them."""
    return _views(bench, claims, by="", signed=True)


def _views(bench: Bench, claims: Sequence[Claim], *, by: str, signed: bool) -> list[ClaimView]:
    ids = [claim.id for claim in claims]
    histories = bench.reviews.histories(ids)
    lineages = _lineages(bench, claims)
    drafts = bench.reviews.drafts()
    suggestions = bench.suggestions.newest(ids)
    # All passages and citations at once: one query per claim would make a long report slow.
    wanted = {quote.passage_id for events in histories.values() for event in events for quote in event.quotes}
    for suggestion in suggestions.values():
        wanted.update(each.match.passage_id for each in suggestion.passages)
    passages = bench.documents.passages(wanted)
    citations = bench.documents.citations({passage.document_id for passage in passages.values()})
    plain = {
        passage_id: EvidenceView(passage=passage, citation=citations[passage.document_id])
        for passage_id, passage in passages.items()
    }
    return [
        _view(
            claim,
            histories.get(claim.id, []),
            lineages[claim.id],
            drafts.get(claim.id, []),
            suggestions.get(claim.id),
            plain,
            by=by,
            signed=signed,
        )
        for claim in claims
    ]


def _view(  # noqa: PLR0913  # a row of each table that a claim has something in
    claim: Claim,
    history: list[ReviewEvent],
    lineage: list[ClaimStep],
    drafts: list[Draft],
    suggestion: Suggestion | None,
    plain: dict[str, EvidenceView],
    *,
    by: str,
    signed: bool,
) -> ClaimView:
    # What is being written is its writer's own: a report shows nothing of it, not even that there is something.
    drafted = bool(drafts) and not signed
    state = state_of(history, [step for step in lineage if step.claim_id == claim.id], drafted=drafted)
    quotes = state.decision.quotes if signed and state.decision else state.attached
    return ClaimView(
        claim=claim,
        state=state,
        suggestion=suggestion,
        evidence=_evidence(quotes, suggestion, plain),
        history=tuple(history),
        draft=next((draft for draft in drafts if draft.by == by), None),
        lineage=tuple(lineage),
    )


def _lineages(bench: Bench, claims: Sequence[Claim]) -> dict[str, list[ClaimStep]]:
    """The steps of each claim, and those by which it was made of others."""
    steps = bench.steps.of_claims({claim.id for claim in claims} | {each for c in claims for each in c.parent_ids})
    return {claim.id: lineage_of(claim, steps) for claim in claims}


def lineage_of(claim: Claim, steps: Mapping[str, Sequence[ClaimStep]]) -> list[ClaimStep]:
    """The claim's steps, and those of its parents that made it, oldest first."""
    made = [step for parent in claim.parent_ids for step in steps.get(parent, ()) if claim.id in step.related_ids]
    own = steps.get(claim.id, ())
    return sorted([*(step for step in made if step.takes_back is None), *own], key=lambda step: step.number)


def _evidence(
    quotes: tuple[Quote, ...], suggestion: Suggestion | None, plain: dict[str, EvidenceView]
) -> tuple[EvidenceView, ...]:
    """What is attached first, in its order; then what was found, best first."""
    weighed = {each.match.passage_id: each for each in suggestion.passages} if suggestion else {}
    quoted = {quote.passage_id: quote for quote in quotes}
    views = []
    for passage_id in dict.fromkeys([*quoted, *weighed]):
        base = plain[passage_id]
        found = weighed.get(passage_id)
        views.append(
            EvidenceView(
                passage=base.passage,
                citation=base.citation,
                match=found.match if found else None,
                stance=found.stance if found else None,
                quote=quoted.get(passage_id),
            )
        )
    return tuple(views)
