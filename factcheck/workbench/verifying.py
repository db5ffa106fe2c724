"""Does a report say what it said when it was written? Needs no workbench: the report carries what it rests on.

There is no signature. Whoever changes the data and the page alike, and every digest and id with them, makes another
report that holds; only the sources themselves, read once more, can tell.
"""

from __future__ import annotations

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from factcheck import __version__
from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.documents import Document
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.domain.views import ReportRows
from factcheck.errors import DamageError
from factcheck.interfaces import Reader
from factcheck.report.formats import report_format
from factcheck.report.records.json_report import document, page_document
from factcheck.report.records.report_reading import rows_of
from factcheck.report.words import folded
from factcheck.review.state import state_of
from factcheck.workbench.differing_forms import differing
from factcheck.workbench.page_comparing import edits, visible_text
from factcheck.workbench.report_checks import check, citation_of
from factcheck.workbench.report_files import ReportFile, without_data
from factcheck.workbench.surroundings import with_surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that doesn't hold.

    Attributes:
        at: Its place in the data, `claims[3].status`; or the heading above it in the page.
        what: What is wrong with it, where old and new alone don't say it.
        was: What it should be; empty where only `what` is known.
        now: What it is.
    """

    at: str
    what: str = ""
    was: str = ""
    now: str = ""


@dataclass(slots=True, kw_only=True)
class Verified:
    """What was held against what, and what came of it.

    Attributes:
        version: Of the factcheck that wrote the report, as it says.
        quotes: How often words were held against the text of their document.
        sources: Articles and documents that were held against the sources given.
        changes: What doesn't hold.
        open: What couldn't be checked, and why.
        notes: What is good to know beside.
    """

    version: str = ""
    claims: int = 0
    decided: int = 0
    quotes: int = 0
    sources: int = 0
    is_page: bool = False
    changes: list[Change] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def verify(report: ReportFile, sources: Sequence[str] = (), reader: Reader | None = None) -> Verified:
    """Check a report, and hold it against these sources.

    Raises:
        FactcheckError: If a source can't be read.
    """
    found = Verified(version=str(report.document["factcheck"]), is_page=report.page is not None)
    try:
        rows = rows_of(report.document, state_of)
    except DamageError as error:
        found.changes.append(Change(at="data", what=error.message))
        found.open.append("The rest of the report: its data can't be read any further.")
        return found
    found.claims = len(rows.claims)
    found.decided = sum(view.state.decision is not None for view in rows.claims)
    _check_data(report, rows, found)
    if report.page is not None:
        _check_page(report.page, str(report.document.get("template") or ""), rows, found)
    if sources and reader is not None:
        _check_sources(rows, _read(sources, reader), found)
    return found


def _check_data(report: ReportFile, rows: ReportRows, found: Verified) -> None:
    checked = check(rows)
    found.quotes = checked.quotes
    found.changes += [Change(at=each.at.removeprefix("."), what=each.what) for each in checked.faults]
    made: dict[str, Any]
    if report.page is None:
        made = document(_placed_anew(rows))
    else:
        made = page_document(rows, template=str(report.document.get("template") or ""))
    for each in differing(made, report.document):
        at, what = each.at.removeprefix("."), "it doesn't follow from the rest"
        if at != "sha256":
            found.changes.append(Change(at=at, what=what, was=each.was, now=each.now))
        elif not found.changes:
            found.changes.append(Change(at="data", what="something in it was changed, by its digest"))
    if checked.unheld and report.page is None:
        found.open.append(
            f"{checked.unheld} quotes: the report leaves out the text of their documents. --against reads the sources."
        )
    elif checked.unheld:
        found.notes.append(
            f"{checked.unheld} passages were held against the page's data, which doesn't have the sources whole:"
            " --against reads those."
        )


def _placed_anew(rows: ReportRows) -> ReportRows:
    """With the words around each passage as its document has them."""
    documents = {each.document.id: each.document for each in rows.documents}
    try:
        return replace(rows, claims=with_surroundings(rows.claims, documents.get))
    except DamageError:
        # A quote that isn't in its document, or whose document isn't here: it was told already.
        return rows


def _check_page(page: str, template: str, rows: ReportRows, found: Verified) -> None:
    out = io.StringIO()
    report_format("html").write(rows, out)
    made = without_data(out.getvalue())
    if made == page:
        return
    changes = [
        Change(at=each.heading, what="" if each.is_seen else "the page's making", was=each.was, now=each.now)
        for each in edits(made, page)
    ]
    if not template and rows.version == __version__:
        found.changes += changes
        return
    if not changes:
        return
    by = f"a template of its own ({template})" if template else f"factcheck {rows.version}, and this is {__version__}"
    texts = [*_told_in_page(rows)]
    seen = visible_text(page)
    missing = [each for each in texts if each not in seen]
    found.open.append(
        f"The words of the page: it was made with {by}. Of {len(texts)} claims, rationales and quotes in its data"
        f" {len(texts) - len(missing)} stand in it word for word; figures, statuses and all else weren't compared."
    )
    found.notes += [f"In the data and not in the page: “{each[:200]}”" for each in missing]


def _told_in_page(rows: ReportRows) -> Iterator[str]:
    """What every layout is likely to show."""
    for view in rows.claims:
        yield folded(view.claim.said)
        if view.state.decision is not None:
            yield from filter(None, [folded(view.state.decision.rationale)])
            yield from (folded(quote.text) for quote in view.state.decision.quotes)


def _read(sources: Sequence[str], reader: Reader) -> Iterator[SourceText]:
    for source in sources:
        for read in reader.read(source):
            if isinstance(read, ReadFailure):
                raise read.error
            yield read


@dataclass(slots=True)
class _Cited:
    """A source of the report: its digest, address, text where the report has it, and the words that are quoted."""

    name: str
    sha256: str
    address: str
    source: Article | Document | None = None
    quotes: dict[str, str] = field(default_factory=lambda: defaultdict(str))


def _cited(rows: ReportRows) -> list[_Cited]:
    found: dict[str, _Cited] = {}

    def of(citation: Citation) -> _Cited:
        name = f"{citation.document_id} ({citation.title})"
        return found.setdefault(citation.document_id, _Cited(name, citation.sha256, citation.address))

    for each in rows.documents:
        of(citation_of(each.document)).source = each.document
    for number, view in enumerate(rows.claims):
        for place, evidence in enumerate(view.evidence):
            of(evidence.citation).quotes[f"claims[{number}].evidence[{place}].text"] = evidence.passage.text
    articles = [_Cited(f"{a.id} ({a.title})", a.source.sha256, a.source.address, a) for a in rows.articles]
    for article in articles:
        assert article.source is not None
        for number, view in enumerate(rows.claims):
            if view.claim.article_id == article.source.id:
                article.quotes[f"claims[{number}].said"] = view.claim.said
    return [*articles, *found.values()]


def _check_sources(rows: ReportRows, texts: Iterable[SourceText], found: Verified) -> None:
    cited = _cited(rows)
    held: set[str] = set()
    for read in texts:
        digest = hashlib.sha256(read.raw).hexdigest()
        same = [each for each in cited if each.sha256 == digest]
        named = read.facts.url or PurePath(read.address).name
        alike = [] if same else [each for each in cited if each.address == named]
        for each in (*same, *alike):
            held.add(each.name)
            if alike:
                found.notes.append(f"{read.address} has other bytes than {each.name}, of which the report tells.")
            _hold(each, read, found)
        if not same and not alike:
            found.notes.append(f"{read.address} is none of the report's sources, by its digest and by its address.")
    found.sources = len(held)
    missing = [each.name for each in cited if each.name not in held]
    if not held:
        found.open.append("The sources: none of those given is one of the report's.")
    elif missing:
        found.notes.append(f"Not given with --against: {', '.join(missing)}.")


def _hold(cited: _Cited, read: SourceText, found: Verified) -> None:
    source = cited.source
    is_same_copy = hashlib.sha256(read.raw).hexdigest() == cited.sha256
    if source is not None and is_same_copy and source.text == read.text:
        return
    if source is not None and is_same_copy and source.source.reader == read.reader:
        found.changes.append(Change(at=cited.name, what=f"its text isn't the one that {read.address} has"))
        return
    # Another reader, or another copy: what is quoted must be there all the same.
    text = folded(read.text)
    for at, words in cited.quotes.items():
        if folded(words) not in text:
            found.changes.append(Change(at=at, what=f"these words aren't in {read.address}", now=words))
