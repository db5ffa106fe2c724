"""The report in plain CommonMark, for desks that keep their reports with their texts.

It follows the same outline as the HTML report. Text from outside is escaped, so that it can become neither markup,
HTML, a link nor a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from factcheck.report import words
from factcheck.report.charts import Chart, charts
from factcheck.report.markdown.claim import bullets, claim_blocks, source_line, status_mark
from factcheck.report.markdown.text import address_link, at_start, escaped, joined, piece
from factcheck.report.marked_text import MarkedBlock, Piece, marked_blocks
from factcheck.report.method import STEPS, facts_of
from factcheck.report.outline import outline
from factcheck.report.verdict import verdict

if TYPE_CHECKING:
    from factcheck.domain.citations import Citation
    from factcheck.domain.views import ReportRows
    from factcheck.report.outline import ArticleEntry, ClaimEntry, Outline, PastDecision


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the report as Markdown: blocks with one empty line between them, and a line feed at the end.

    Raises:
        ValueError: If a claim belongs to none of the articles.
    """
    for number, block in enumerate(_report(outline(rows))):
        out.write(f"\n{block}\n" if number else f"{block}\n")


def _report(report: Outline) -> Iterator[str]:
    alone = len(report.articles) == 1
    yield f"# Fact check: {escaped(report.title)}"
    if alone:
        yield _about(report.articles[0])
    yield "## The verdict"
    yield from map(escaped, verdict(report.counts, report.deciders, report.organisation, of=report.subject))
    if report.partial:
        yield escaped(report.partial)
    decided = [claim for claim in report.claims if claim.decision]
    if decided:
        yield bullets(
            [f"{status_mark(each.status)}: {escaped(each.asserted)} (claim {each.number})" for each in decided]
        )
    for entry in report.articles:
        yield from _article(entry, report, alone=alone)
    yield from _figures(charts(report))
    yield from _corrections(report)
    yield from _sources(report.sources, report.zone)
    yield from _how_made(report)


def _about(entry: ArticleEntry) -> str:
    article = entry.article
    facts = [escaped(entry.publisher)] if entry.publisher else []
    facts.append(f"Article: {address_link(article.source.address)}")
    if article.author:
        facts.append(f"By {escaped(article.author)}")
    facts.append(f"Published: {words.day(article.published_on, inferred=article.published_on_inferred)}")
    return bullets(facts)


def _article(entry: ArticleEntry, report: Outline, *, alone: bool) -> Iterator[str]:
    level = "##" if alone else "###"
    if not alone:
        yield f"## {escaped(entry.title)}"
        yield _about(entry)
        yield from map(escaped, verdict(entry.counts, entry.deciders, report.organisation, of="this article"))
    yield f"{level} The article"
    if entry.claims:
        yield "Claims stand between ⟦ and ⟧, with their numbers and the signs of their statuses."
    yield from map(_text_block, marked_blocks(entry.article, entry.claims))
    for heading, claims in (
        ("Claims that a person decided", entry.decided),
        ("Claims that are not reviewed", entry.undecided),
    ):
        if claims:
            yield f"{level} {heading}"
        for claim in claims:
            yield from claim_blocks(claim, f"{level}#", report)


def _text_block(block: MarkedBlock) -> str:
    text = joined(_marked(each) if each.claims else piece(each.text) for each in block.pieces).strip()
    return at_start(text) if block.kind.is_prose else f"({block.kind.value.replace('_', ' ')}) {text}"


def _marked(each: Piece) -> str:
    claims = ", ".join(f"{claim.number} {words.STATUS_SIGNS[claim.status]}" for claim in each.claims)
    return f"⟦{claims}: {piece(each.text)}⟧"


def _figures(several: Sequence[Chart]) -> Iterator[str]:
    if several:
        yield "## The claims in figures"
    for chart in several:
        yield f"### {chart.title}"
        bars = [f"{escaped(bar.label)}: {bar.words}" for bar in chart.bars]
        yield bullets([*bars, f"and {chart.more} more"] if chart.more else bars)


def _corrections(report: Outline) -> Iterator[str]:
    if report.corrected:
        yield "## Corrections"
    for claim in report.corrected:
        yield f"Claim {claim.number}: {escaped(claim.asserted)}"
        yield bullets([*(_past(past, report.zone) for past in claim.past), _now(claim, report.zone)])


def _past(past: PastDecision, zone: str) -> str:
    made = past.decision
    status = status_mark(made.status) if made.status else "no status"
    if made.rating:
        status += f" ({escaped(made.rating.name)})"
    because = f" (“{escaped(made.rationale)}”)" if words.folded(made.rationale) else ""
    told = f"Decided before: {status}, by {escaped(made.by)}, {words.moment(made.at, zone)}{because}"
    return f"{told}; {_ended(past, zone)}."


def _ended(past: PastDecision, zone: str) -> str:
    if past.ended is None:
        return escaped(words.ended_by_rewording(past.reworded, zone)) if past.reworded else "no longer in force"
    return f"{words.ended(past.ended)} by {escaped(past.ended.by)}, {words.moment(past.ended.at, zone)}"


def _now(claim: ClaimEntry, zone: str) -> str:
    made = claim.decision
    if made is None:
        return f"Now: {status_mark(claim.status)}; no decision is in force."
    because = f" (“{escaped(made.rationale)}”)" if words.folded(made.rationale) else ""
    return f"Now: {status_mark(claim.status)}, by {escaped(made.by)}, {words.moment(made.at, zone)}{because}."


def _sources(sources: Sequence[Citation], zone: str) -> Iterator[str]:
    if not sources:
        return
    yield "## Sources"
    yield "\n".join(f"{number}. {_source(citation, zone)}" for number, citation in enumerate(sources, 1))


def _source(citation: Citation, zone: str) -> str:
    told = [source_line(citation)]
    if citation.author:
        told.append(f"By {escaped(citation.author)}")
    if citation.owner:
        told.append(f"Owner: {escaped(citation.owner)}")
    told.append(f"Kind: {citation.kind.value}")
    told.append(f"Retrieved {words.moment(citation.retrieved_at, zone)}")
    told.append(f"SHA-256 {escaped(citation.sha256)}")
    return "; ".join(told)


def _how_made(report: Outline) -> Iterator[str]:
    yield "## How this was made"
    yield "\n".join(f"{number}. {escaped(step)}" for number, step in enumerate(STEPS, 1))
    made = [f"{label}: {escaped(text)}" for label, text in facts_of(report)]
    for entry in report.articles:
        source = entry.article.source
        made.append(
            f"{escaped(entry.title)}: {address_link(source.address)}, retrieved"
            f" {words.moment(source.retrieved_at, report.zone)}, read with {escaped(source.reader)},"
            f" SHA-256 {escaped(source.sha256)}, {escaped(entry.article.id)}."
        )
    yield bullets(made)
    yield "### What the statuses mean"
    yield bullets([f"{status_mark(status)}: {meaning}" for status, meaning in words.STATUS_MEANINGS.items()])
    yield "### What this report can't tell"
    yield bullets(words.LIMITS)
