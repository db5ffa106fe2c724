"""`eval verdict`: what is suggested for a claim from several passages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.evaluation import calibration
from factcheck.evaluation.answers import Answers, by_label, most_frequent, overall
from factcheck.evaluation.labels import CONFLICTING, NEI, REFUTED, SUPPORTED
from factcheck.evaluation.ranking import Tally
from factcheck.evaluation.results import Figures, JudgedResult, Mistake
from factcheck.evaluation.rows import Row
from factcheck.evaluation.stance import document_of, kept, nothing_left

LABELS: Final = (SUPPORTED, REFUTED, NEI, CONFLICTING)
"""Every label that a claim may have."""

_SAID: Final = {Status.SUPPORTED: SUPPORTED, Status.REFUTED: REFUTED, Status.CONFLICTING: CONFLICTING}
"""What a suggestion says; any other leaves the claim open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPassage:
    """A passage of a claim, and who answers for it; passages of one origin may count once."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledClaim:
    """A claim, its passages, what they make of it together, and the document that it is of."""

    line: int
    document: str
    claim: str
    passages: tuple[ClaimPassage, ...]
    label: str


def read(
    path: Path, *, limit: int | None = None, folds: Collection[int] = (), leave_out: Collection[str] = ()
) -> list[LabelledClaim]:
    """Rows with `claim`, `label` and `evidences`, each of them an object with a `text`; no evidence is allowed too.

    The origin of an evidence is its `article`; one without is an origin of its own.

    Args:
        limit: Take only so many rows, of those that are scored.
        folds: Take only rows whose `fold` is one of these; every row where this is empty.
        leave_out: Labels whose rows are passed over.

    Raises:
        InputError: Where a row has another form, or no row is left to be scored.
    """
    claims = list(islice(kept(path, _parsed, folds=folds, leave_out=leave_out), limit))
    if not claims:
        raise nothing_left(path)
    return claims


def score(
    file: str, by: str, claims: Sequence[LabelledClaim], suggestions: Sequence[Suggestion], *, seconds: float
) -> JudgedResult:
    """Compare the suggestions with the labels. "Not enough evidence" says NEI, and is no answer.

    Beside the figures of any judged claims stand `answered`, the share of the claims that anything else is suggested
    for, and `precision_answered`, how much of that is right. The calibration error is over the suggestions that have a
    confidence; the coverage is of answers.

    Args:
        suggestions: One for each claim.
        seconds: How long judging took.
    """
    tally = Tally([each.document for each in claims])
    there = {each.label for each in claims}
    answers = Answers(
        tally=tally,
        labels=tuple(label for label in LABELS if label in there),
        gold=tuple(each.label for each in claims),
        said=tuple(_SAID.get(each.status, NEI) for each in suggestions),
        confidence=np.array(
            [np.nan if each.confidence is None else each.confidence for each in suggestions], dtype=np.float64
        ),
    )
    given = np.array([said != NEI for said in answers.said])
    answered = replace(answers, confidence=np.where(given, answers.confidence, np.nan))
    metrics = _figures(answers, answered)
    return JudgedResult(
        file=file,
        by=by,
        n=len(claims),
        documents=tally.documents,
        metrics=metrics,
        baselines={"most_frequent": tally.figures(overall(most_frequent(answers)))},
        confusions={"labels": answers.confusion},
        mistakes=_mistakes(answers, claims, suggestions),
        labels=answers.labels,
        metrics_unrestricted=metrics,
        conflicting=0,
        pairs_per_second=sum(len(each.passages) for each in claims) / seconds if seconds > 0 else 0.0,
        reliability=calibration.reliability(answers),
        risk_coverage=calibration.risk_coverage(answered),
    )


def _figures(answers: Answers, answered: Answers) -> Figures:
    given = [said != NEI for said in answers.said]
    right = [hit and there for hit, there in zip(answers.hits, given, strict=True)]
    return answers.tally.figures(
        {
            **overall(answers),
            "answered": answers.tally.share(given, [1] * len(given)),
            "precision_answered": answers.tally.share(right, given),
            **calibration.measures(answered),
            "ece": calibration.measures(answers)["ece"],
            **by_label(answers),
        }
    )


def _mistakes(
    answers: Answers, claims: Sequence[LabelledClaim], suggestions: Sequence[Suggestion]
) -> tuple[Mistake, ...]:
    """What is wrong, the surest first, then what has no confidence; each with the passage that decided."""
    wrong = [place for place, right in enumerate(answers.hits) if not right]
    sure = np.nan_to_num(answers.confidence, nan=-1.0)
    return tuple(
        Mistake(
            line=claims[place].line,
            what=f"{answers.said[place]}{_at(suggestions[place])}, not {answers.gold[place]}",
            text=" ‖ ".join((claims[place].claim, *map(str, suggestions[place].reasons))),
        )
        for place in sorted(wrong, key=lambda place: -sure[place])
    )


def _at(suggestion: Suggestion) -> str:
    return "" if suggestion.confidence is None else f" at {suggestion.confidence:.2f}"


def _parsed(row: Row) -> LabelledClaim:
    claim = row.text("claim")
    if not row.has("evidences"):
        raise row.wrong('there is no "evidences"')
    return LabelledClaim(
        line=row.line,
        document=document_of(row, claim),
        claim=claim,
        passages=tuple(
            ClaimPassage(
                text=each.any_text("text"),
                origin=each.name("article") if each.has("article") else f"evidence {place}",
            )
            for place, each in enumerate(row.rows("evidences"))
        ),
        label=row.one_of("label", LABELS),
    )
