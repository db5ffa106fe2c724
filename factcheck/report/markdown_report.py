"""The report in plain CommonMark, for desks that keep their reports with their texts.

It follows the same outline as the HTML report. Text from outside is escaped, so that it can become neither markup,
HTML, a link nor a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from factcheck.domain.documents import DocumentKind
from factcheck.domain.lineage import STANDING_WORDS
from factcheck.report import words
from factcheck.report.markdown_text import address_link, at_start, escaped, lines_of, piece
from factcheck.report.marked_text import MarkedBlock, marked_blocks
from factcheck.report.outline import outline

if TYPE_CHECKING:
    from factcheck.domain.citations import Citation
    from factcheck.domain.statuses import Status
    from factcheck.domain.suggestions import Suggestion
    from factcheck.domain.views import ReportRows
    from factcheck.report.outline import ArticleEntry, ClaimEntry, Exhibit, Outline, PastDecision


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the report as Markdown: blocks with one empty line between them, and a line feed at the end.

    Raises:
        ValueError: If a claim belongs to none of the articles.
    """
    for number, block in enumerate(_report(outline(rows))):
        out.write(f"\n{block}\n" if number else f"{block}\n")


def _report(report: Outline) -> Iterator[str]:
    yield f"# Fact check: {escaped(report.title)}"
    if len(report.articles) > 1:
        yield _counted(report.counts, len(report.claims))
    for entry in report.articles:
        yield from _article(entry, alone=len(report.articles) == 1)
    yield from _sources(report.sources)
    yield from _how_made(report)


def _article(entry: ArticleEntry, *, alone: bool) -> Iterator[str]:
    article = entry.article
    if not alone:
        yield f"## {escaped(entry.title)}"
    facts = [f"Article: {address_link(article.source.address)}"]
    if article.author:
        facts.append(f"By {escaped(article.author)}")
    facts.append(f"Published: {words.day(article.published_on, inferred=article.published_on_inferred)}")
    yield _list(facts)
    yield _counted(entry.counts, len(entry.claims))
    level = "##" if alone else "###"
    if entry.claims:
        yield f"{level} The claims at a glance"
        yield "\n".join(
            f"{claim.number}. {_status(claim.status)}: {escaped(claim.rewording or claim.claim.said)}"
            for claim in entry.claims
        )
        yield f"{level} The claims"
    for claim in entry.claims:
        yield from _claim(claim, f"{level}#")
    yield f"{level} The article's text"
    yield "Claims stand between ⟦ and ⟧, with their numbers."
    yield from map(_text_block, marked_blocks(article, entry.claims))


def _counted(counts: Sequence[tuple[Status, int]], total: int) -> str:
    if not total:
        return "No claims."
    listed = "; ".join(f"{count} {_status(status)}" for status, count in counts)
    return f"{total} claim{'s' if total > 1 else ''}: {listed}."


def _status(status: Status) -> str:
    return f"{words.STATUS_SIGNS[status]} {words.status_words(status)}"


def _list(items: Sequence[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _claim(entry: ClaimEntry, level: str) -> Iterator[str]:
    claim = entry.claim
    yield f"{level} Claim {entry.number}: {_status(entry.status)}"
    yield f"The article says: “{escaped(claim.said)}”"
    if entry.rewording:
        yield f"Checked as: “{escaped(entry.rewording)}”"
    if told := words.standing_alone(claim):
        yield _list([escaped(each) for each in told])
    about = [
        claim.kind.value.replace("_", " "),
        f"characters {claim.span.start} to {claim.span.end}",
        escaped(claim.id),
    ]
    if claim.speaker or claim.said_on:
        by = f" by {escaped(claim.speaker)}" if claim.speaker else ""
        about.insert(1, f"said{by}" + (f" on {words.day(claim.said_on)}" if claim.said_on else ""))
    if standing := STANDING_WORDS[claim.standing]:
        about.append(standing)
    yield f"({', '.join(about)})"
    yield from _decision(entry)
    if entry.exhibits:
        yield "**Evidence**" if entry.decision else "**Attached so far**"
    for exhibit in entry.exhibits:
        yield from _exhibit(exhibit)
    yield from _machine(entry)


def _decision(entry: ClaimEntry) -> Iterator[str]:
    decision = entry.decision
    if decision is None:
        yield f"**{_status(entry.status)}.** No person has decided on this claim."
    else:
        yield f"**{_status(entry.status)}**, decided by {escaped(decision.by)}, {words.moment(decision.at)}."
        yield from map(escaped, lines_of(decision.rationale))
        if words.folded(decision.without_evidence):
            yield f"Decided without quoted evidence: {escaped(decision.without_evidence)}"
        yield from map(escaped, words.signed_with(decision))
        if repeats := words.reused(decision):
            yield escaped(repeats)
    if entry.past:
        yield _list([_past(each) for each in entry.past])


def _past(past: PastDecision) -> str:
    made = past.decision
    status = _status(made.status) if made.status else "no status"
    if made.rating:
        status += f" ({escaped(made.rating.name)})"
    because = f" (“{escaped(made.rationale)}”)" if words.folded(made.rationale) else ""
    return f"Decided before: {status}, by {escaped(made.by)}, {words.moment(made.at)}{because}; {_ended(past)}."


def _ended(past: PastDecision) -> str:
    if past.ended is None:
        return escaped(words.ended_by_rewording(past.reworded)) if past.reworded else "no longer in force"
    return f"{words.ended(past.ended)} by {escaped(past.ended.by)}, {words.moment(past.ended.at)}"


def _exhibit(exhibit: Exhibit) -> Iterator[str]:
    citation = exhibit.citation
    is_note = citation is not None and citation.kind is DocumentKind.NOTE
    quoted = [f"> {escaped(line)}" for line in lines_of(exhibit.words)] or ["> (no words)"]
    if is_note:
        quoted[:0] = ["> **Our note:**"]
    # A line with nothing but `>` keeps the lines of a quotation apart.
    yield "\n>\n".join(quoted)
    told = [f"{_citation(citation)} (source {exhibit.source})" if citation else words.NO_SOURCE]
    told += [escaped(each) for each in words.readings(exhibit.by_person, exhibit.by_machine)]
    told += [escaped(each) for each in words.parts_played(exhibit.decisive, exhibit.counter, exhibit.remark)]
    if exhibit.uncited:
        told.append(words.UNCITED)
    if exhibit.altered:
        told.append(words.ALTERED)
    yield _list(told)


def _citation(citation: Citation) -> str:
    before = citation.line.removesuffix(citation.address)
    return f"{escaped(citation.title)} — {escaped(before)} {address_link(citation.address)}"


def _machine(entry: ClaimEntry) -> Iterator[str]:
    suggestion = entry.suggestion
    if suggestion is None:
        yield "*The machine suggested nothing.*"
    else:
        yield (
            f"*The machine suggested, and this is not a verdict:* {escaped(words.suggested(suggestion))}."
            f" {words.confidence(suggestion)}"
        )
        reasons = [escaped(str(reason)) for reason in suggestion.reasons]
        reasons += [_gap(entry, suggestion, number) for number in range(len(suggestion.gaps))]
        if reasons:
            yield _list(reasons)
    if entry.found:
        more = f" (And {entry.found_more} more, left out here.)" if entry.found_more else ""
        yield f"*Found by the machine, not attached by a person.*{more}"
    for exhibit in entry.found:
        yield from _exhibit(exhibit)


def _gap(entry: ClaimEntry, suggestion: Suggestion, number: int) -> str:
    gap = suggestion.gaps[number]
    return f"Not covered: “{escaped(gap.span.of(entry.claim.checked))}” ({escaped(gap.note)})"


def _text_block(block: MarkedBlock) -> str:
    text = "".join(
        f"⟦{', '.join(str(claim.number) for claim in each.claims)}: {piece(each.text)}⟧"
        if each.claims
        else piece(each.text)
        for each in block.pieces
    ).strip()
    return at_start(text) if block.kind.is_prose else f"({block.kind.value.replace('_', ' ')}) {text}"


def _sources(sources: Sequence[Citation]) -> Iterator[str]:
    if not sources:
        return
    yield "## Sources"
    yield "\n".join(f"{number}. {_source(citation)}" for number, citation in enumerate(sources, 1))


def _source(citation: Citation) -> str:
    told = [_citation(citation)]
    if citation.author:
        told.append(f"By {escaped(citation.author)}")
    if citation.owner:
        told.append(f"Owner: {escaped(citation.owner)}")
    told.append(f"Kind: {citation.kind.value}")
    told.append(f"Retrieved {words.moment(citation.retrieved_at)}")
    told.append(f"SHA-256 {escaped(citation.sha256)}")
    return "; ".join(told)


def _how_made(report: Outline) -> Iterator[str]:
    yield "## How this was made"
    made = [escaped(f"Made with factcheck {report.version}, {words.moment(report.generated_at)}.")]
    for label, names in words.makers(report.deciders, report.detectors, report.models):
        made.append(f"{label}: {escaped('; '.join(names))}.")
    for entry in report.articles:
        source = entry.article.source
        made.append(
            f"{escaped(entry.title)}: {address_link(source.address)}, retrieved {words.moment(source.retrieved_at)},"
            f" read with {escaped(source.reader)}, SHA-256 {escaped(source.sha256)}, {escaped(entry.article.id)}."
        )
    yield _list(made)
    yield "### What the statuses mean"
    yield _list([f"{_status(status)}: {meaning}" for status, meaning in words.STATUS_MEANINGS.items()])
    yield "### What this report can't tell"
    yield _list(words.LIMITS)
