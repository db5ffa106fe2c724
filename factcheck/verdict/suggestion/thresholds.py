"""What a suggestion rests on beside what the passages say: its limits, and where each passage is from."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final

from factcheck.domain.stances import StanceLabel
from factcheck.verdict.details.details import Details

_LEAST: Final = 1e-6
RULES: Final = "suggestion/2"
"""Version of the rules that make a suggestion of weighed passages; part of every basis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From where on something counts. They were chosen on development data, never on the data of a test.

    Attributes:
        supports: Least score of a passage that supports, in [0, 1]; below it the evidence is thin.
        refutes: Least score of a passage that refutes, in [0, 1].
        leads: Share of the claim's other words, in [0, 1], that must stand beside a number or date that differs, for
            it to refute where the model's own reading does not.
        covered: Least share of the claim's words, in [0, 1], that the passages must hold before it is supported.
        counters: Least score, in [0, 1], of a passage to be shown as the other side where it doesn't count.
        leans: Least probability, in [0, 1], that a suggestion would have had, for what is too weak to be one to be told
            as a leaning. By default that of a guess among supported, refuted and neither.
        slope, supported, refuted: Turn the log-odds of the deciding passage's score into those of the suggestion's
            being right, slope * odds + supported (or + refuted): of many passages some are misread, and a claim is
            refuted more seldom than a passage reads so.
    """

    supports: float = 0.5
    refutes: float = 0.5
    leads: float = 0.75
    covered: float = 0.4
    counters: float = 0.2
    leans: float = 1 / 3
    slope: float = 1.0
    supported: float = 0.0
    refuted: float = 0.0

    def confidence(self, score: float, label: StanceLabel) -> float:
        """How often a suggestion with such a deciding score for `label` is right, in [0, 1]."""
        sure = min(max(score, _LEAST), 1 - _LEAST)
        offset = self.refuted if label is StanceLabel.REFUTES else self.supported
        return 1 / (1 + math.exp(-self.slope * math.log(sure / (1 - sure)) - offset))

    def least_leaning(self, label: StanceLabel) -> float:
        """Log-odds of the score from which on a passage of this label is told as a leaning."""
        offset = self.refuted if label is StanceLabel.REFUTES else self.supported
        return (math.log(self.leans / (1 - self.leans)) - offset) / self.slope

    def by_name(self) -> dict[str, float]:
        """As they are stored beside a suggestion."""
        return asdict(self)


THRESHOLDS: Final = Thresholds(supports=0.55, refutes=0.885, slope=0.945, supported=-0.189, refuted=-1.912)
"""Printed by `python -m training.stance.confidence`: 1,239 claims of CLIMATE-FEVER with five passages each. A
suggestion begins where it is right more often than not. Most passages there decide nothing, as in a search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a suggestion is made on, beside its passages.

    Attributes:
        basis: Digest of all that it is computed from.
        at: When it is made.
        index: Which passages were searched; empty where none were.
        claim_on: When the claim was said; None where that isn't known.
    """

    basis: str
    at: datetime
    thresholds: Thresholds = THRESHOLDS
    index: str = ""
    claim_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a passage holds and where it is from.

    Attributes:
        origin: Who answers for it: owner, publisher or document; two passages of one origin count once.
        published_on: When its document was published; None where that isn't known.
    """

    details: Details
    origin: str
    published_on: date | None = None

    @property
    def text(self) -> str:
        return self.details.text
