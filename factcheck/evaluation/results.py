"""What an evaluation gives: figures with their intervals, baselines beside them, and the errors one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value.

    Attributes:
        value: 0 where nothing could be measured, and `n` is 0 then.
        low, high: The bounds of the 95 % bootstrap interval over documents.
        n: How many things the value is a share of.
    """

    value: float
    low: float
    high: float
    n: int


Figures: TypeAlias = Mapping[str, Figure]
Confusion: TypeAlias = Mapping[str, Mapping[str, int]]
"""How often what was labelled so (outer key) was found so (inner key)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing that went wrong: in which line of the file, what, and the text it is about."""

    line: int
    what: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one file gave.

    Attributes:
        file: As it was given.
        by: Name and version of the part that was measured.
        n: How many labelled things the file holds: boundaries for `segment`, rows for all others.
        documents: How many documents they come from; the bootstrap draws these.
        baselines: By name, the same metrics for an answer that takes no skill.
        confusions: By what was told apart.
        mistakes: Worst first where there is an order, else in the order of the file.
    """

    file: str
    by: str
    n: int
    documents: int
    metrics: Figures
    baselines: Mapping[str, Figures] = field(default_factory=dict)
    confusions: Mapping[str, Confusion] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The answers whose confidence lies in ]low, high].

    Attributes:
        confidence: Their mean; None where there are none, and so is `right`.
        right: The share of them that is right.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """What share of the rows is answered from some confidence on, and what share of those answers is wrong."""

    coverage: float
    risk: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedResult(Result):
    """What a file of labelled claims gave.

    Attributes:
        labels: Those that the answers are scored over.
        metrics_unrestricted: Where the file has only some of the labels, the figures of answers that may be any.
        conflicting: How many CONFLICTING rows were left out.
        pairs_per_second: Claims and passages judged in a second, all comparing included, once the model is loaded.
        reliability: The bins of the expected calibration error.
        risk_coverage: Share of wrong answers by share of answered rows.
    """

    labels: tuple[str, ...]
    metrics_unrestricted: Figures
    conflicting: int
    pairs_per_second: float
    reliability: tuple[Bin, ...]
    risk_coverage: tuple[CurvePoint, ...]
