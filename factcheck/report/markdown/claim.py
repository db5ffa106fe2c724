"""One claim in CommonMark: what was decided, what it rests on, and apart from that what the machine makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.domain.lineage import STANDING_WORDS
from factcheck.report import words
from factcheck.report.markdown.text import address_link, escaped, lines_of

if TYPE_CHECKING:
    from factcheck.domain.citations import Citation
    from factcheck.domain.claims import Claim
    from factcheck.domain.statuses import Status
    from factcheck.report.compared import Marked
    from factcheck.report.exhibits import Exhibit
    from factcheck.report.outline import ClaimEntry, Outline


def status_mark(status: Status) -> str:
    """A status is a sign and a word."""
    return f"{words.STATUS_SIGNS[status]} {words.status_words(status)}"


def bullets(items: Sequence[str]) -> str:
    """A list of escaped items."""
    return "\n".join(f"- {item}" for item in items)


def source_line(citation: Citation) -> str:
    """How a document is named: its title, who published it and when, and where it is."""
    return f"{escaped(citation.title)} — {escaped(words.published(citation))}, {address_link(citation.address)}"


def claim_blocks(entry: ClaimEntry, level: str, report: Outline) -> Iterator[str]:
    """The blocks of one claim under a heading of this level."""
    claim = entry.claim
    yield f"{level} Claim {entry.number}: {status_mark(entry.status)}"
    yield f"The article says: “{escaped(claim.said)}”"
    if entry.rewording:
        yield f"Checked as: “{escaped(entry.rewording)}”"
    if told := words.standing_alone(claim):
        yield bullets([escaped(each) for each in told])
    yield _about(claim)
    yield from _decision(entry, report.zone)
    if entry.exhibits:
        counted = f"{words.counted(len(entry.exhibits), 'passage')} of {words.counted(entry.origins, 'origin')}"
        yield f"**{'Evidence' if entry.decision else 'Attached so far'}: {counted}**"
    for exhibit in entry.exhibits:
        yield from _exhibit(exhibit, report.zone, machine_too=entry.decision is None)
    if report.with_machine:
        yield from _machine(entry, report.zone)


def _about(claim: Claim) -> str:
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
    return f"({', '.join(about)})"


def _decision(entry: ClaimEntry, zone: str) -> Iterator[str]:
    decision = entry.decision
    if decision is None:
        yield f"**{status_mark(entry.status)}.** No person has decided on this claim."
    else:
        yield f"**{status_mark(entry.status)}**, decided by {escaped(decision.by)}, {words.moment(decision.at, zone)}."
        yield from map(escaped, lines_of(decision.rationale))
        if words.folded(decision.without_evidence):
            yield f"Decided without quoted evidence: {escaped(decision.without_evidence)}"
        if repeats := words.reused(decision):
            yield escaped(repeats)
    if entry.past:
        yield "Decided otherwise before: see Corrections."


def _exhibit(exhibit: Exhibit, zone: str, *, machine_too: bool) -> Iterator[str]:
    citation = exhibit.citation
    quoted = [f"> {escaped(line)}" for line in lines_of(exhibit.words)] or ["> (no words)"]
    if exhibit.is_note:
        quoted[:0] = ["> **Our note:**"]
    # A line with nothing but `>` keeps the lines of a quotation apart.
    yield "\n>\n".join(quoted)
    told = [f"{source_line(citation)} (source {exhibit.source})" if citation else words.NO_SOURCE]
    if citation:
        told.append(f"Retrieved {words.moment(citation.retrieved_at, zone)}, SHA-256 {escaped(citation.sha256[:12])}…")
    told += [f"{label}: {escaped(text)}" for label, text in _around(exhibit) if words.folded(text)]
    readings = words.readings(exhibit.by_person, exhibit.by_machine if machine_too else None)
    told += [escaped(each) for each in readings]
    if machine_too:
        told += [escaped(each) for each in words.parts_played(exhibit.decisive, exhibit.counter, exhibit.remark)]
    elif exhibit.details:
        told += [escaped(words.compared_detail(each.difference)) for each in exhibit.details]
    if exhibit.uncited:
        told.append(words.UNCITED)
    if exhibit.altered:
        told.append(words.ALTERED)
    yield bullets(told)


def _around(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    yield "Before it", exhibit.before
    yield "After it", exhibit.after
    yield "The words that decided", _decisive(exhibit.passage)


def _decisive(pieces: Sequence[Marked]) -> str:
    return "".join(each.text for each in pieces if each.decisive)


def _machine(entry: ClaimEntry, zone: str) -> Iterator[str]:
    suggestion = entry.suggestion
    if suggestion is None:
        yield "*The machine suggested nothing.*"
    else:
        yield (
            f"*The machine suggested, and this is not a verdict:* {escaped(words.suggested(suggestion))}."
            f" {words.confidence(suggestion)}"
        )
        told = [escaped(words.reasoned(each)) for each in suggestion.reasons]
        told += [escaped(words.gap_words(each, entry.claim.checked)) for each in suggestion.gaps]
        told.append(escaped(f"Searched: {words.searched(suggestion)}, {words.moment(suggestion.suggested_at, zone)}"))
        if suggestion.thresholds:
            told.append(escaped(f"Thresholds: {words.limits(suggestion)}"))
        if entry.decision:
            told += [f"{_named(each)}: {_reading(each)}" for each in entry.exhibits if each.by_machine]
        yield bullets(told)
    if entry.found:
        more = f" (And {entry.found_more} more, left out here.)" if entry.found_more else ""
        yield f"*Found by the machine, not attached by a person.*{more}"
    for exhibit in entry.found:
        yield from _exhibit(exhibit, zone, machine_too=True)


def _named(exhibit: Exhibit) -> str:
    return f"Source {exhibit.source}" if exhibit.source else "A passage"


def _reading(exhibit: Exhibit) -> str:
    told = words.readings(None, exhibit.by_machine)
    return "; ".join(
        escaped(each) for each in (*told, *words.parts_played(exhibit.decisive, exhibit.counter, exhibit.remark))
    )
