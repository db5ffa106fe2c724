"""The form of FEVER (Thorne et al. 2018): JSON Lines with `id`, `verifiable`, `label`, `claim` and `evidence`.

FEVER's evidence are numbered sentences of Wikipedia pages. Here the page is the document's address (of a note its id),
and the number is where the passage begins in its text, in code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Final

from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.language.display import escaped_json
from factcheck.report.exchange.verdicts import Quoted, Verdict, left_out, verdicts

if TYPE_CHECKING:
    from factcheck.domain.views import ReportRows

LABELS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.SUPPORTED: "SUPPORTS",
        Status.REFUTED: "REFUTES",
        Status.NOT_ENOUGH_EVIDENCE: "NOT ENOUGH INFO",
    }
)
"""FEVER has no label for conflicting evidence, nor for what can't be checked."""

_SIDES: Final = {Status.SUPPORTED: StanceLabel.SUPPORTS, Status.REFUTED: StanceLabel.REFUTES}


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write a line for each claim that a person has decided and FEVER has a label for."""
    for verdict in verdicts(rows):
        if verdict.status in LABELS:
            out.write(f"{escaped_json(json.dumps(_row(verdict), ensure_ascii=False))}\n")


def losses(rows: ReportRows) -> Iterator[str]:
    """What FEVER's form can't say of the decisions, a line for each thing."""
    yield from left_out(rows, LABELS, "FEVER")
    told = [each for each in verdicts(rows) if each.status in LABELS]
    if bare := sum(each.status in _SIDES and not _evidence(each) for each in told):
        yield f"{bare} of the claims with SUPPORTS or REFUTES have no quoted evidence, which FEVER's own always have"
    if told:
        yield "rationales, speakers, dates and the words of the quotes are lost: FEVER has no place for them"


def _row(verdict: Verdict) -> dict[str, Any]:
    number = verdict.decision.number
    # The number of the decision in the log: FEVER's ids are numbers, and this one never changes.
    return {
        "id": number,
        "verifiable": "NOT VERIFIABLE" if verdict.status is Status.NOT_ENOUGH_EVIDENCE else "VERIFIABLE",
        "label": LABELS[verdict.status],
        "claim": verdict.claim.checked,
        "evidence": [[[number, None, None, None]]]
        if verdict.status is Status.NOT_ENOUGH_EVIDENCE
        else [[_place(number, rank, each) for rank, each in _evidence(verdict)]]
        if _evidence(verdict)
        else [],
    }


def _evidence(verdict: Verdict) -> list[tuple[int, Quoted]]:
    """What speaks for the decision, as one set of FEVER's: the decision rests on all of it together. What the reviewer
    read otherwise was quoted to be fair, and is no evidence for the label."""
    side = _SIDES.get(verdict.status)
    return [(rank, each) for rank, each in enumerate(verdict.quoted, 1) if each.quote.stance in (side, None)]


def _place(number: int, rank: int, quoted: Quoted) -> list[object]:
    page = quoted.quote.passage_id
    if quoted.citation is not None:
        # The place is one in the note, and not in the page that the note is about.
        page = quoted.citation.document_id if quoted.is_note else quoted.citation.address
    return [number, rank, page, quoted.passage.span.start if quoted.passage else 0]
