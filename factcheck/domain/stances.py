"""What one passage says about one claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from factcheck.domain.reasons import ReasonCode
from factcheck.domain.spans import Span


class StanceLabel(StrEnum):
    """What one passage says of one claim, in the order of a stance model's columns."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class Comparison(StrEnum):
    """How one detail of a claim stands to a passage."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"
    ONLY_IN_CLAIM = "only_in_claim"


_DETAIL_NAMES: Final = {"quantity": "number"}
"""Aspects whose codes have a plainer name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One detail of a claim, compared with a passage.

    Attributes:
        aspect: What was compared: `quantity`, `date`, `name`, `office`, `negation`, `quantifier`, `speaker`.
        claim_span: Where it stands in `claim.checked`.
        passage_span: Where its counterpart stands in `passage.text`; None where there is none.
        note: A phrase that a person can check: `270 servicemen = 270 military personnel`.
    """

    aspect: str
    comparison: Comparison
    claim_span: Span
    passage_span: Span | None
    note: str

    @property
    def code(self) -> ReasonCode:
        """What was compared and how it stands, for programs."""
        return ReasonCode[f"{_DETAIL_NAMES.get(self.aspect, self.aspect).upper()}_{self.comparison.name}"]

    @property
    def is_telling(self) -> bool:
        """Whether a person wants to be told of it: nearly every passage has a name of the claim and lacks another."""
        if self.aspect == "name":
            return self.comparison is Comparison.DIFFERS
        return self.aspect != "quantifier" or self.comparison is not Comparison.ONLY_IN_CLAIM


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What one passage says about one claim, and the details that were compared.

    Attributes:
        scores: For supports, refutes, neutral; sum to 1. Probabilities only where the model is calibrated.
        span: The sentence of `passage.text` that decided; None where none did, or the model can't tell.
    """

    passage_id: str
    label: StanceLabel
    scores: tuple[float, float, float]
    differences: tuple[Difference, ...] = ()
    span: Span | None = None
