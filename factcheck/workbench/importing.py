"""A JSON report → a workbench with the same articles, evidence, claims, decisions and suggestions: all or nothing.

What the workbench has already stays. A claim that both know keeps the longer of two logs, if one begins with the other;
where they part, two people decided without knowing of each other, and nothing is taken in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Document, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.lineage import ClaimStep, wording_of
from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.views import ClaimView, QuotedDocument, ReportRows
from factcheck.errors import ConflictError, DamageError
from factcheck.report.records.forms import wrong
from factcheck.report.records.json_report import document
from factcheck.report.records.report_reading import rows_of
from factcheck.review.state import state_of
from factcheck.store.snapshots import keep_snapshot, snapshot
from factcheck.workbench.bench import Bench
from factcheck.workbench.differing_forms import differing
from factcheck.workbench.report_checks import check
from factcheck.workbench.report_files import ReportFile

Act = TypeVar("Act", ReviewEvent, ClaimStep)

_HINT: Final = "Nothing was taken in. `factcheck verify` lists all that doesn't hold; ask for the report once more."


@dataclass(slots=True)
class Imported:
    """What was new to the workbench, of each kind; and of how many sources of the report it has no bytes."""

    articles: int = 0
    documents: int = 0
    claims: int = 0
    acts: int = 0
    steps: int = 0
    suggestions: int = 0
    without_bytes: int = 0


def checked_rows(report: ReportFile) -> ReportRows:
    """The rows of a report, if all of it holds together and can be stored.

    Raises:
        DamageError: If not; names the first place that is wrong.
    """
    try:
        rows = rows_of(report.document, state_of)
        _check_storable(report.document)
    except DamageError as error:
        raise DamageError(f"{report.path} is damaged: {error.message}", hint=_HINT) from error
    found = check(rows)
    wrong = [f"{each.at.removeprefix('.')}: {each.what}" for each in found.faults]
    wrong += [
        f"{each.at.removeprefix('.')}: it says “{each.now}”, and “{each.was}” follows from the rest"
        for each in differing(document(rows), report.document)
    ]
    if wrong:
        more = f" (and {len(wrong) - 1} more places)" if len(wrong) > 1 else ""
        raise DamageError(f"{report.path} was changed or is damaged: {wrong[0]}{more}.", hint=_HINT)
    return rows


def import_report(bench: Bench, rows: ReportRows) -> Imported:
    """Take in a report whose rows were checked, in one transaction.

    Raises:
        ConflictError: If the workbench knows an article or a document with another text, or a claim of which other
            things were done.
        DamageError: If the report leaves out what is needed to store it.
    """
    done = Imported()
    with bench.database.transaction():
        for article in rows.articles:
            _store_article(bench, article, rows.snapshots, done)
        for quoted in rows.documents:
            _store_document(bench, quoted, rows.snapshots, done)
        views = [*rows.claims, *rows.unlisted]
        _check_passages(bench, views)
        news = [_news(bench, view, done) for view in views]
        _store_logs(bench, news, done)
        for view in views:
            _store_suggestion(bench, view, done)
    return done


def _store_article(bench: Bench, article: Article, snapshots: Mapping[str, bytes], done: Imported) -> None:
    there = bench.articles.get(article.id)
    if there is None:
        bench.articles.add(article, snapshots.get(article.source.sha256))
        done.articles += 1
    else:
        _check_same_text(there, article)
    _restore(bench, article.source.sha256, snapshots, done)


def _store_document(bench: Bench, quoted: QuotedDocument, snapshots: Mapping[str, bytes], done: Imported) -> None:
    new, there = quoted.document, bench.documents.get(quoted.document.id)
    known = set(bench.documents.places([new.id]).get(new.id, ()))
    passages = [
        Passage(id=content_id("p", new.id, each.start, each.end), document_id=new.id, span=each, text=each.of(new.text))
        for each in quoted.passages
        if each not in known
    ]
    if there is None:
        bench.documents.add(new, passages, snapshots.get(new.source.sha256))
        done.documents += 1
    else:
        _check_same_text(there, new)
        bench.documents.add_passages(passages)
    _restore(bench, new.source.sha256, snapshots, done)


def _restore(bench: Bench, digest: str, snapshots: Mapping[str, bytes], done: Imported) -> None:
    """Keep the bytes of a source that was there without them."""
    if snapshot(bench.database, digest) is None:
        if digest in snapshots:
            keep_snapshot(bench.database, snapshots[digest])
        else:
            done.without_bytes += 1


def _check_same_text(there: Article | Document, new: Article | Document) -> None:
    if there.text != new.text:
        raise ConflictError(
            f"The workbench has {new.id} ({new.title}) with another text, read with {there.source.reader} and not with"
            f" {new.source.reader}: places in one are not places in the other.",
            hint=_ELSEWHERE,
        )


_ELSEWHERE: Final = "Nothing was taken in. Name a new workbench with --db, and compare the two."


def _check_passages(bench: Bench, views: Sequence[ClaimView]) -> None:
    wanted = {quote.passage_id for view in views for event in view.history for quote in event.quotes}
    wanted |= {each.passage.id for view in views for each in view.evidence}
    if missing := sorted(wanted - bench.documents.passages(wanted).keys()):
        raise DamageError(
            f"The report leaves out the document of {missing[0]}"
            + (f" and of {len(missing) - 1} more passages." if len(missing) > 1 else "."),
            hint="Import a report in JSON that holds its documents, or add them with `factcheck evidence add` first.",
        )


@dataclass(frozen=True, slots=True)
class _News:
    """What a report knows of a claim and the workbench doesn't; `known` leads from its numbers to those here."""

    claim: Claim
    events: Sequence[ReviewEvent]
    steps: Sequence[ClaimStep]
    known_events: Mapping[int, int]
    known_steps: Mapping[int, int]


def _news(bench: Bench, view: ClaimView, done: Imported) -> _News:
    claim, there = view.claim, bench.claims.get(view.claim.id)
    own = [step for step in view.lineage if step.claim_id == claim.id]
    if there is None:
        done.claims += bench.claims.add([claim])
        return _News(claim, view.history, own, {}, {})
    history, lineage = bench.reviews.history(claim.id), bench.steps.of_claim(claim.id)
    ahead = _is_beginning(history, view.history) and _is_beginning(lineage, own)
    behind = _is_beginning(view.history, history) and _is_beginning(own, lineage)
    has_log = bool(history or lineage)
    if not ahead and not behind:
        raise ConflictError(
            f"Other things were done to {claim.id} here ({_last(history, lineage)}) than in the report"
            f" ({_last(view.history, own)}).",
            hint=_ELSEWHERE,
        )
    events, steps = view.history[len(history) :], own[len(lineage) :]
    if ahead and (events or steps):
        if has_log and not steps and wording_of(there).checked != wording_of(claim).checked:
            raise ConflictError(
                f"{claim.id} is worded otherwise here, “{there.checked}”, than in the report.", hint=_ELSEWHERE
            )
        # What the report decides is about its wording.
        bench.claims.reread(claim)
        bench.claims.set_standing([claim.id], claim.standing)
        if there.checked != claim.checked:
            bench.vectors.drop("claim", claim.id)
    else:
        events, steps = (), []
    known_events = {each.number: known.number for each, known in zip(view.history, history, strict=False)}
    known_steps = {each.number: known.number for each, known in zip(own, lineage, strict=False)}
    return _News(claim, events, steps, known_events, known_steps)


def _is_beginning(first: Sequence[Act], whole: Sequence[Act]) -> bool:
    """Whether `whole` begins with the acts of `first`, whatever numbers they have in each log."""
    return len(first) <= len(whole) and all(
        _unnumbered(one) == _unnumbered(other) for one, other in zip(first, whole, strict=False)
    )


def _unnumbered(act: Act) -> Act:
    if isinstance(act, ReviewEvent):
        return replace(act, number=0, withdraws=None, reuses=None)
    return replace(act, number=0, takes_back=None)


def _last(history: Sequence[ReviewEvent], steps: Sequence[ClaimStep]) -> str:
    both: list[ReviewEvent | ClaimStep] = [*history, *steps]
    acts = sorted(both, key=lambda each: each.at)
    if not acts:
        return "nothing"
    last = acts[-1]
    did = last.status.words if isinstance(last, ReviewEvent) and last.status else last.act.value
    return f"{did} by {last.by}, {last.at:%Y-%m-%d %H:%M} UTC"


def _store_logs(bench: Bench, news: Sequence[_News], done: Imported) -> None:
    """Append what is new, in its order, under its own numbers where the log here ends below them."""
    events = sorted((each for one in news for each in one.events), key=lambda each: each.number)
    numbers = {old: new for one in news for old, new in one.known_events.items()}
    keep = bool(events) and events[0].number > bench.reviews.last_number()
    for event in events:
        changed = replace(
            event,
            number=event.number if keep else 0,
            withdraws=_here(event.withdraws, numbers, event.claim_id),
            reuses=_here(event.reuses, numbers, event.claim_id),
        )
        numbers[event.number] = bench.reviews.add(changed).number
    steps = sorted((each for one in news for each in one.steps), key=lambda each: each.number)
    numbers = {old: new for one in news for old, new in one.known_steps.items()}
    keep = bool(steps) and steps[0].number > bench.steps.last_number()
    for step in steps:
        taken_back = _here(step.takes_back, numbers, step.claim_id)
        added = bench.steps.add(replace(step, number=step.number if keep else 0, takes_back=taken_back))
        numbers[step.number] = added.number
    done.acts, done.steps = len(events), len(steps)


def _here(number: int | None, numbers: Mapping[int, int], claim_id: str) -> int | None:
    if number is None:
        return None
    if number not in numbers:
        raise DamageError(
            f"What was done to {claim_id} refers to act {number}, which the report leaves out: it is on another claim.",
            hint="Import a report of all articles.",
        )
    return numbers[number]


def _store_suggestion(bench: Bench, view: ClaimView, done: Imported) -> None:
    made, there = view.suggestion, bench.claims.get(view.claim.id)
    if made is None or there is None or there.checked != view.claim.checked:
        return
    if not bench.suggestions.newest_in_short([there.id]):
        done.suggestions += bench.suggestions.add(made, checked=there.checked)


def _check_storable(found: Any, at: str = "") -> None:  # noqa: ANN401  # JSON
    if isinstance(found, str):
        try:
            found.encode()
        except UnicodeEncodeError:
            wrong(at, "it holds half of a character, which no workbench can store")
    elif isinstance(found, dict):
        for key, each in found.items():
            _check_storable(key, at)
            _check_storable(each, f"{at}.{key}")
    elif isinstance(found, list):
        for number, each in enumerate(found):
            _check_storable(each, f"{at}[{number}]")
