"""`eval stance`: what one passage says of one claim."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, TypeVar

import numpy as np

from factcheck.domain.stances import Stance, StanceLabel
from factcheck.errors import InputError
from factcheck.evaluation import calibration
from factcheck.evaluation.answers import Answers, by_label, most_frequent, overall
from factcheck.evaluation.bootstrap import Numbers
from factcheck.evaluation.labels import CONFLICTING, LABELS, NEI, NOT_SUPPORTED, PARTIAL, REFUTED, SUPPORTED
from factcheck.evaluation.ranking import Tally
from factcheck.evaluation.results import Figures, JudgedResult, Mistake
from factcheck.evaluation.rows import Row, read_rows

_NAMES: Final = {StanceLabel.SUPPORTS: SUPPORTED, StanceLabel.REFUTES: REFUTED, StanceLabel.NEUTRAL: NEI}
_THREE: Final = tuple(_NAMES[label] for label in StanceLabel)
"""In the order of a stance's scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """A claim, a passage that may be empty, what the passage says of the claim, and the document they are of."""

    line: int
    document: str
    claim: str
    evidence: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPairs:
    """The rows of a file that are scored, and how many were left out because their label is CONFLICTING."""

    pairs: tuple[LabelledPair, ...]
    conflicting: int = 0


class HasLabel(Protocol):
    """A row with a label."""

    @property
    def label(self) -> str: ...


Labelled = TypeVar("Labelled", bound=HasLabel)


def read(
    path: Path, *, limit: int | None = None, folds: Collection[int] = (), leave_out: Collection[str] = ()
) -> LabelledPairs:
    """Rows with `claim`, `evidence` and `label`; the document is `doc_id`, else `page`, else the claim.

    Rows of one claim are alike, and so are rows of one source: where a file doesn't name the source, its rows with the
    same claim are drawn together.

    Args:
        limit: Take only so many rows, of those that are scored.
        folds: Take only rows whose `fold` is one of these; every row where this is empty.
        leave_out: Labels whose rows are passed over.

    Raises:
        InputError: Where a row has another form, or no row is left to be scored.
    """
    conflicting = 0

    def scored() -> Iterator[LabelledPair]:
        nonlocal conflicting
        for pair in kept(path, _parsed, folds=folds, leave_out=leave_out):
            if pair.label == CONFLICTING:
                conflicting += 1
            else:
                yield pair

    pairs = tuple(islice(scored(), limit))
    if not pairs:
        raise nothing_left(path)
    return LabelledPairs(pairs=pairs, conflicting=conflicting)


def kept(
    path: Path, parse: Callable[[Row], Labelled], *, folds: Collection[int], leave_out: Collection[str]
) -> Iterator[Labelled]:
    """The rows of these folds, or of all, whose label isn't left out, as `parse` reads them; each row is looked at."""
    for row in read_rows(path):
        parsed = parse(row)
        if (not folds or row.number("fold") in folds) and parsed.label not in leave_out:
            yield parsed


def nothing_left(path: Path) -> InputError:
    """What is raised where a file holds no row to score."""
    return InputError(
        f"{path} holds no row to score.",
        hint="Rows of other folds and with labels that are left out are passed over, as is CONFLICTING of single "
        "passages; see docs/cli.md for what a row holds.",
    )


def document_of(row: Row, claim: str) -> str:
    """Which rows are drawn together: those of one `doc_id`, else of one `page`, else of one claim."""
    return row.name("doc_id", "page") if row.has("doc_id") or row.has("page") else claim


def score(
    file: str,
    by: str,
    labelled: LabelledPairs,
    stances: Sequence[Stance],
    *,
    seconds: float,
    blind: Mapping[str, Sequence[Stance]] | None = None,
) -> JudgedResult:
    """Compare the stances with the labels.

    The answers are chosen among the labels of the file. Of two of the three, the more probable is the answer, with its
    share of the two as confidence; with NOT_SUPPORTED or PARTIAL, SUPPORTED stands against the rest, which is as
    probable as "refutes" and "neutral" together. Of two that are equal the later one is the answer, never "supported".
    Beside them stand the figures of the stances as they are: a label that the file doesn't have is wrong then.

    Args:
        stances: One for each pair.
        seconds: How long judging took.
        blind: By name, the stances of models that saw only a part of each pair.
    """
    pairs = labelled.pairs
    labels = labels_of(pairs)
    tally = Tally([pair.document for pair in pairs])
    answers = _chosen(tally, pairs, stances, labels)
    free = _free(tally, pairs, stances, labels)
    baselines = {"most_frequent": tally.figures(overall(most_frequent(answers)))}
    for name, theirs in (blind or {}).items():
        baselines[name] = tally.figures(overall(_chosen(tally, pairs, theirs, labels)))
    confusions = {"labels": answers.confusion}
    if free.said != answers.said:
        confusions["labels, unrestricted"] = free.confusion
    return JudgedResult(
        file=file,
        by=by,
        n=len(pairs),
        documents=tally.documents,
        metrics=_figures(answers),
        baselines=baselines,
        confusions=confusions,
        mistakes=_mistakes(answers, pairs),
        labels=labels,
        metrics_unrestricted=_figures(free),
        conflicting=labelled.conflicting,
        pairs_per_second=len(pairs) / seconds if seconds > 0 else 0.0,
        reliability=calibration.reliability(answers),
        risk_coverage=calibration.risk_coverage(answers),
    )


def labels_of(pairs: Sequence[LabelledPair]) -> tuple[str, ...]:
    """The labels over which rows with these are scored, in the order of tables."""
    there = {pair.label for pair in pairs}
    if there & {NOT_SUPPORTED, PARTIAL}:
        return (SUPPORTED, NOT_SUPPORTED)
    return tuple(label for label in _THREE if label in there)


def _chosen(tally: Tally, pairs: Sequence[LabelledPair], stances: Sequence[Stance], labels: tuple[str, ...]) -> Answers:
    """The answers that are chosen among the labels of the file; with one label only there is nothing to choose."""
    free = _free(tally, pairs, stances, labels)
    if len(labels) != 2:
        return free
    probabilities = _probabilities(stances, labels)
    # `argmax` takes the first of two equal ones; turned round, that is the later label.
    said = 1 - probabilities[:, ::-1].argmax(axis=1)
    return replace(
        free, said=tuple(labels[place] for place in said.tolist()), confidence=probabilities.max(axis=1, initial=0.0)
    )


def _free(tally: Tally, pairs: Sequence[LabelledPair], stances: Sequence[Stance], labels: tuple[str, ...]) -> Answers:
    """The answers that the stances themselves give, in the words of the file's labels."""
    said = [_NAMES[stance.label] for stance in stances]
    scores = _scores(stances)
    confidence = scores[np.arange(len(said)), [_THREE.index(each) for each in said]]
    if NOT_SUPPORTED in labels:
        confidence = np.where(np.array(said) == SUPPORTED, scores[:, 0], 1 - scores[:, 0])
        said = [_against_rest(each) for each in said]
    gold = [_against_rest(pair.label) if NOT_SUPPORTED in labels else pair.label for pair in pairs]
    return Answers(tally=tally, labels=labels, gold=tuple(gold), said=tuple(said), confidence=confidence)


def _probabilities(stances: Sequence[Stance], labels: tuple[str, ...]) -> Numbers:
    """Shape (rows, 2): of each of two labels, summing to 1; both 0.5 where the model gives neither anything."""
    scores = _scores(stances)
    if NOT_SUPPORTED in labels:
        return np.stack([scores[:, 0], scores[:, 1] + scores[:, 2]], axis=1)
    two = scores[:, [_THREE.index(label) for label in labels]]
    sums = two.sum(axis=1, keepdims=True)
    shares: Numbers = np.divide(two, sums, out=np.full(two.shape, 0.5), where=sums > 0)
    return shares


def _scores(stances: Sequence[Stance]) -> Numbers:
    return np.array([stance.scores for stance in stances], dtype=np.float64)


def _against_rest(label: str) -> str:
    return SUPPORTED if label == SUPPORTED else NOT_SUPPORTED


def _figures(answers: Answers) -> Figures:
    return answers.tally.figures({**overall(answers), **calibration.measures(answers), **by_label(answers)})


def _mistakes(answers: Answers, pairs: Sequence[LabelledPair]) -> tuple[Mistake, ...]:
    """What is wrong, the surest first."""
    wrong = [place for place, right in enumerate(answers.hits) if not right]
    return tuple(
        Mistake(
            line=pairs[place].line,
            what=f"{answers.said[place]} at {answers.confidence[place]:.2f}, not {answers.gold[place]}",
            text=f"{pairs[place].claim} ‖ {pairs[place].evidence}",
        )
        for place in sorted(wrong, key=lambda place: -answers.confidence[place])
    )


def _parsed(row: Row) -> LabelledPair:
    claim = row.text("claim")
    return LabelledPair(
        line=row.line,
        document=document_of(row, claim),
        claim=claim,
        evidence=row.any_text("evidence"),
        label=row.one_of("label", LABELS),
    )
