"""The form of AVeriTeC (Schlichtkrull et al. 2023): a JSON list of claims with a label, a justification, and
questions with answers from the web.

Nobody asked questions here, so that one question per claim stands for all: its answers are the quotes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from factcheck.domain.addresses import is_web_address
from factcheck.domain.claims import ClaimKind
from factcheck.domain.statuses import Status
from factcheck.language.display import escaped_json
from factcheck.report.exchange.verdicts import Quoted, Verdict, left_out, verdicts

if TYPE_CHECKING:
    from factcheck.domain.views import ReportRows

LABELS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.SUPPORTED: "Supported",
        Status.REFUTED: "Refuted",
        Status.CONFLICTING: "Conflicting Evidence/Cherrypicking",
        Status.NOT_ENOUGH_EVIDENCE: "Not Enough Evidence",
    }
)
"""AVeriTeC has no label for what can't be checked."""

_TYPES: Final = {
    ClaimKind.STATISTIC: "Numerical Claim",
    ClaimKind.COMPARISON: "Numerical Claim",
    ClaimKind.QUOTATION: "Quote Verification",
    ClaimKind.CAUSAL: "Causal Claim",
}
_QUESTION: Final = "What does the evidence say of this claim?"


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write a list with an object for each claim that a person has decided and AVeriTeC has a label for."""
    found = [_row(each, rows) for each in verdicts(rows) if each.status in LABELS]
    out.write(f"{escaped_json(json.dumps(found, ensure_ascii=False, indent=2))}\n")


def losses(rows: ReportRows) -> Iterator[str]:
    """What AVeriTeC's form can't say of the decisions, a line for each thing."""
    yield from left_out(rows, LABELS, "AVeriTeC")
    told = [each for each in verdicts(rows) if each.status in LABELS]
    if any(each.quoted for each in told):
        yield f"no questions were asked: the quotes answer one that stands for all, “{_QUESTION}”"
        yield "what the reviewer read in each quote is lost: AVeriTeC's answers have no stance"
    if bare := sum(each.decision.without_evidence != "" for each in told):
        yield f"why there is no evidence for {bare} of the claims is lost"


def _row(verdict: Verdict, rows: ReportRows) -> dict[str, Any]:
    claim, article = verdict.claim, verdict.article
    address = article.source.address
    return {
        "claim": claim.checked,
        "required_reannotation": False,
        "label": LABELS[verdict.status],
        "justification": verdict.decision.rationale,
        "claim_date": _day(claim.said_on or article.published_on),
        "speaker": claim.speaker,
        "original_claim_url": address if is_web_address(address) else None,
        "fact_checking_article": rows.organisation.review_address(article.id, claim.id) or None,
        "reporting_source": article.source.publisher
        or (urlsplit(address).hostname if is_web_address(address) else None),
        "location_ISO_code": None,
        "claim_types": [_TYPES.get(claim.kind, "Event/Property Claim")],
        "fact_checking_strategies": ["Written Evidence"] if verdict.quoted else [],
        "questions": [{"question": _QUESTION, "answers": [_answer(each) for each in verdict.quoted]}]
        if verdict.quoted
        else [],
    }


def _answer(quoted: Quoted) -> dict[str, Any]:
    address = quoted.citation.address if quoted.citation else ""
    # A note tells in the house's words what its source says.
    return {
        "answer": quoted.quote.text,
        "answer_type": "Abstractive" if quoted.is_note else "Extractive",
        "source_url": address if is_web_address(address) else None,
        "source_medium": "Web text",
    }


def _day(when: date | None) -> str | None:
    """AVeriTeC writes 3-9-2020."""
    return f"{when.day}-{when.month}-{when.year}" if when else None
