"""The report for Word: what was decided, to edit, to print and to send on.

It follows the same outline as the HTML report, and shows less: the claims that a person decided in full, all others in
the table only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Final

from factcheck.domain.documents import DocumentKind
from factcheck.domain.lineage import STANDING_WORDS
from factcheck.domain.statuses import Status
from factcheck.report import words
from factcheck.report.outline import outline
from factcheck.report.papers.word_document import WordDocument, Words
from factcheck.report.verdict import verdict

if TYPE_CHECKING:
    from factcheck.domain.citations import Citation
    from factcheck.domain.organisation import Organisation
    from factcheck.domain.reviews import ReviewEvent
    from factcheck.domain.views import ReportRows
    from factcheck.report.exhibits import Exhibit
    from factcheck.report.outline import ArticleEntry, ClaimEntry, Outline, PastDecision

_COLOURS: Final = {
    Status.SUPPORTED: "17653A",
    Status.REFUTED: "A3211C",
    Status.CONFLICTING: "865000",
    Status.NOT_ENOUGH_EVIDENCE: "355079",
    Status.NOT_CHECKABLE: "65457C",
    Status.IN_REVIEW: "555555",
    Status.UNREVIEWED: "555555",
}
"""They only repeat what a sign and a word say."""

_SMALL: Final = "Detail"
_QUOTE: Final = "Quoted words"
_SAID: Final = "Claim as said"


def write(rows: ReportRows, out: IO[bytes]) -> None:
    """Write the report as a DOCX package: equal rows give equal bytes.

    Raises:
        UsageError: If python-docx isn't installed.
        ValueError: If a claim belongs to none of the articles.
    """
    report = outline(rows)
    title = f"Fact check: {words.folded(report.title)}"
    desk = words.folded(rows.organisation.name)
    document = WordDocument(title=title, author=desk, created=words.in_utc(report.generated_at))
    _dress(document)
    document.paragraph(title, style="Title")
    made = f"Report of {words.moment(report.generated_at)}"
    document.paragraph(f"{desk} · {made}" if desk else made, style="Subtitle")
    if len(report.articles) != 1:
        _verdict(document, report, report.organisation, of=report.subject, partial=report.partial)
    for number, entry in enumerate(report.articles, 1):
        _article(document, report, entry, number)
    _sources(document, report)
    _how_made(document, report)
    document.write(out)


def _dress(document: WordDocument) -> None:
    document.a4()
    document.page_numbers()
    # Quoted words are in any language, and no spelling of ours.
    document.define(_SAID, like="Normal", look={"size": 165100, "no_proof": True})
    document.define(_QUOTE, like="Quote", look={"no_proof": True})
    document.define(_SMALL, like="No Spacing", look={"size": 114300, "no_proof": True})
    document.define("Link", colour="0A4D8C", look={"underline": True})
    for status, colour in _COLOURS.items():
        document.define(_style_of(status), colour=colour, look={"bold": True})


def _style_of(status: Status) -> str:
    return f"Status {status.words}"


def _status(status: Status, link: str = "") -> Words:
    return Words(f"{words.STATUS_SIGNS[status]} {words.status_words(status)}", _style_of(status), link)


def _verdict(
    document: WordDocument, entry: Outline | ArticleEntry, organisation: Organisation, *, of: str, partial: str = ""
) -> None:
    """The verdict in words, and how many claims have which status."""
    first, *more = verdict(entry.counts, entry.deciders, organisation, of=of)
    document.paragraph(Words(words.shown(first), "Strong"))
    for told in (*more, *([partial] if partial else [])):
        document.paragraph(words.shown(told))
    for status, count in entry.counts:
        document.paragraph(f"{count} ", _status(status), style="List Bullet")


def _article(document: WordDocument, report: Outline, entry: ArticleEntry, number: int) -> None:
    article = entry.article
    alone = len(report.articles) == 1
    level = 1 if alone else 2
    if not alone:
        document.heading(entry.title, level=1)
    facts: list[Words | str] = ["Article: ", _address(article.source.address)]
    if article.author:
        facts.append(f" · by {words.folded(article.author)}")
    published = words.day(article.published_on, inferred=article.published_on_inferred)
    document.paragraph(*facts, f" · published: {published}")
    document.heading("Verdict", level=level)
    partial = report.partial if alone else ""
    _verdict(document, entry, report.organisation, of="this article", partial=partial)
    if not entry.claims:
        return
    decided = [claim for claim in entry.claims if claim.decision]
    if decided:
        document.heading("Decided claims", level=level)
    for claim in decided:
        _claim(document, claim, level + 1, _name(number, claim))
    document.heading("All claims", level=level)
    if len(decided) < len(entry.claims):
        document.paragraph("Claims that no person has decided are listed here only.")
    document.table(
        ("No.", "Claim", "Status", "Decided by"),
        [
            (
                str(claim.number),
                words.folded(claim.rewording or claim.claim.said),
                _status(claim.status, f"#{_name(number, claim)}" if claim.decision else ""),
                words.folded(claim.decision.by) if claim.decision else "nobody",
            )
            for claim in entry.claims
        ],
        shares=(6, 60, 20, 14),
        caption="All claims with their status",
    )
    ended = [claim for claim in entry.claims if claim.past and not claim.decision]
    if ended:
        document.heading("Decisions no longer in force", level=level)
    for claim in ended:
        for past in claim.past:
            document.paragraph(f"Claim {claim.number}. {_past(past)}", style="List Bullet")


def _name(article: int, claim: ClaimEntry) -> str:
    """Ours: an id comes from outside and may be anything."""
    return f"claim_{article}_{claim.number}"


def _claim(document: WordDocument, entry: ClaimEntry, level: int, name: str) -> None:
    claim, decision = entry.claim, entry.decision
    document.heading(f"Claim {entry.number}: ", _status(entry.status), level=level, name=name)
    document.paragraph(f"“{words.shown(claim.said)}”", style=_SAID)
    if entry.rewording:
        document.paragraph(Words("Checked as: ", "Strong"), words.shown(entry.rewording))
    for told in words.standing_alone(claim):
        document.paragraph(words.folded(told), style=_SMALL)
    document.paragraph(" · ".join(_about(entry)), style=_SMALL)
    if decision:
        _decision(document, decision)
    if entry.exhibits:
        document.heading("Evidence", level=level + 1)
    for exhibit in entry.exhibits:
        _exhibit(document, exhibit)
    for past in entry.past:
        document.paragraph(_past(past), style="List Bullet")


def _decision(document: WordDocument, decision: ReviewEvent) -> None:
    document.paragraph(
        Words("Decided by ", ""), Words(words.folded(decision.by), "Strong"), f", {words.moment(decision.at)}."
    )
    if words.folded(decision.rationale):
        document.paragraph(words.shown(decision.rationale).strip())
    if words.folded(decision.without_evidence):
        without = words.shown(decision.without_evidence).strip()
        document.paragraph(Words("Decided without quoted evidence: ", "Strong"), without)
    for told in words.signed_with(decision):
        document.paragraph(words.folded(told), style=_SMALL)
    if repeats := words.reused(decision):
        document.paragraph(repeats, style=_SMALL)


def _about(entry: ClaimEntry) -> Iterator[str]:
    claim = entry.claim
    yield claim.kind.value.replace("_", " ")
    if claim.speaker or claim.said_on:
        by = f" by {words.folded(claim.speaker)}" if claim.speaker else ""
        yield f"said{by}" + (f" on {words.day(claim.said_on)}" if claim.said_on else "")
    yield words.folded(claim.id)
    if standing := STANDING_WORDS[claim.standing]:
        yield standing


def _exhibit(document: WordDocument, exhibit: Exhibit) -> None:
    citation = exhibit.citation
    quoted = words.shown(exhibit.words).strip() or "(no words)"
    if citation and citation.kind is DocumentKind.NOTE:
        document.paragraph(Words("Our note: ", "Strong"), quoted)
    else:
        document.paragraph(f"“{quoted}”", style=_QUOTE)
    if citation:
        document.paragraph(*_cited(citation), f" (source {exhibit.source})", style=_SMALL)
        document.paragraph(_kept(citation), style=_SMALL)
    else:
        document.paragraph(words.NO_SOURCE, style=_SMALL)
    told = [*words.readings(exhibit.by_person, None)] if exhibit.by_person else []
    told += [words.UNCITED] if exhibit.uncited else []
    told += [words.ALTERED] if exhibit.altered else []
    for each in told:
        document.paragraph(each, style=_SMALL)


def _cited(citation: Citation) -> tuple[Words | str, ...]:
    before = words.folded(citation.line.removesuffix(citation.address))
    return f"{words.folded(citation.title)} — {before} ", _address(citation.address)


def _kept(citation: Citation) -> str:
    return f"Retrieved {words.moment(citation.retrieved_at)} · SHA-256 {words.folded(citation.sha256)}"


def _address(address: str) -> Words:
    if words.is_web_address(address):
        return Words(address, "Link", address)
    return Words(words.folded(address))


def _past(past: PastDecision) -> str:
    made = past.decision
    status = f"{words.STATUS_SIGNS[made.status]} {words.status_words(made.status)}" if made.status else "no status"
    because = f" (“{words.folded(made.rationale)}”)" if words.folded(made.rationale) else ""
    by = f"by {words.folded(made.by)}, {words.moment(made.at)}"
    return f"Decided before: {status}, {by}{because}; {_ended(past)}."


def _ended(past: PastDecision) -> str:
    if past.ended is None:
        return words.folded(words.ended_by_rewording(past.reworded)) if past.reworded else "no longer in force"
    return f"{words.ended(past.ended)} by {words.folded(past.ended.by)}, {words.moment(past.ended.at)}"


def _sources(document: WordDocument, report: Outline) -> None:
    """The documents that this one quotes, under the numbers that they have in every form of the report."""
    quoted = {exhibit.source for claim in report.claims if claim.decision for exhibit in claim.exhibits}
    listed = [(number, citation) for number, citation in enumerate(report.sources, 1) if number in quoted]
    if not listed:
        return
    document.heading("Sources", level=1)
    for number, citation in listed:
        document.paragraph(Words(f"{number}. ", "Strong"), *_cited(citation))
        more = [citation.kind.value]
        more += [f"by {words.folded(citation.author)}"] if citation.author else []
        more += [f"owner: {words.folded(citation.owner)}"] if citation.owner else []
        document.paragraph(" · ".join([*more, _kept(citation)]), style=_SMALL)


def _how_made(document: WordDocument, report: Outline) -> None:
    document.heading("How this was made", level=1)
    made = f"Made with factcheck {words.folded(report.version)}, {words.moment(report.generated_at)}."
    document.paragraph(made, style="List Bullet")
    for label, names in words.makers(report.deciders, report.detectors, report.models):
        document.paragraph(f"{label}: {words.folded('; '.join(names))}.", style="List Bullet")
    for entry in report.articles:
        source = entry.article.source
        document.paragraph(
            f"{entry.title}: ",
            _address(source.address),
            f", retrieved {words.moment(source.retrieved_at)}, read with {words.folded(source.reader)},"
            f" SHA-256 {words.folded(source.sha256)}, {words.folded(entry.article.id)}.",
            style="List Bullet",
        )
    document.heading("What the statuses mean", level=2)
    for status, meaning in words.STATUS_MEANINGS.items():
        document.paragraph(_status(status), f": {meaning}", style="List Bullet")
    document.heading("What this report can’t tell", level=2)
    for limit in words.LIMITS:
        document.paragraph(limit, style="List Bullet")
