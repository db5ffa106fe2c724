"""Labelled rows beside what was said of them: accuracy, F1 and the rest, of all rows and of resamples at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from factcheck.evaluation.bootstrap import Measure, Numbers
from factcheck.evaluation.ranking import Tally, divided
from factcheck.evaluation.results import Confusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """One answer for each labelled row.

    Attributes:
        tally: The documents of the rows.
        labels: Those that the rows have, in the order of tables. An answer may be another one, and is wrong then.
        gold, said: Of each row.
        confidence: Shape (rows,): how likely each answer is right, in [0, 1]; NaN where nothing is said of that.
    """

    tally: Tally
    labels: tuple[str, ...]
    gold: tuple[str, ...]
    said: tuple[str, ...]
    confidence: Numbers

    @property
    def hits(self) -> list[bool]:
        """Of each row, whether the answer is right."""
        return [label == answer for label, answer in zip(self.gold, self.said, strict=True)]

    @property
    def confusion(self) -> Confusion:
        """Counts by label and answer, both in the order of `labels`, other answers after them."""
        counts = Counter(zip(self.gold, self.said, strict=True))
        columns = [*self.labels, *sorted(set(self.said) - set(self.labels))]
        return {
            label: {column: counts[label, column] for column in columns if counts[label, column]}
            for label in self.labels
        }


def most_frequent(answers: Answers) -> Answers:
    """The same rows, each answered by the label that most of them have; of equally frequent ones the first."""
    counts = Counter(answers.gold)
    top = max(answers.labels, key=lambda label: counts[label])
    rows = len(answers.gold)
    return replace(answers, said=(top,) * rows, confidence=np.full(rows, np.nan))


def overall(answers: Answers) -> dict[str, Measure]:
    """Accuracy, macro F1 and balanced accuracy.

    Macro F1 is the mean of each label's F1 = 2 · right / (labelled + said), balanced accuracy the mean of each label's
    recall; both over the labels that the rows have. In a resample, a label that was neither drawn nor said is left out
    of the mean of F1, and one that was not drawn out of the mean of recalls, as scikit-learn does.
    """
    right, labelled, said = (np.stack(columns, axis=1) for columns in zip(*_counts(answers), strict=True))
    rows = len(answers.gold)

    def macro_f1(weights: Numbers) -> Numbers:
        return _mean(divided(2 * (weights @ right), weights @ labelled + weights @ said))

    def balanced(weights: Numbers) -> Numbers:
        return _mean(divided(weights @ right, weights @ labelled))

    return {
        "accuracy": answers.tally.share(answers.hits, [1] * rows),
        "macro_f1": Measure(rows, macro_f1),
        "balanced_accuracy": Measure(rows, balanced),
    }


def by_label(answers: Answers) -> dict[str, Measure]:
    """Precision and recall of each label: `precision_supported`; n is how often it was said, or is right."""
    measures: dict[str, Measure] = {}
    for label in answers.labels:
        right = [label == gold == said for gold, said in zip(answers.gold, answers.said, strict=True)]
        for name, of in (("precision", answers.said), ("recall", answers.gold)):
            measures[f"{name}_{label.lower()}"] = answers.tally.share(right, [each == label for each in of])
    return measures


def _counts(answers: Answers) -> Sequence[tuple[Numbers, Numbers, Numbers]]:
    """For each label by document: how often it was said rightly, labelled, said; each of shape (documents,)."""
    pairs = list(zip(answers.gold, answers.said, strict=True))
    return [
        (
            answers.tally.sums([label == gold == said for gold, said in pairs]),
            answers.tally.sums([label == gold for gold, _ in pairs]),
            answers.tally.sums([label == said for _, said in pairs]),
        )
        for label in answers.labels
    ]


def _mean(values: Numbers) -> Numbers:
    """Shape (resamples,): the mean of each row's defined values."""
    return divided(np.nansum(values, axis=1), (~np.isnan(values)).sum(axis=1).astype(np.float64))
