"""How much a claim is worth checking, by additive rules.

They are for texts in languages that no weights were trained on, and where the encoder isn't the default one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from factcheck.claims.worthiness.reasons import signs_of
from factcheck.domain.claims import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factcheck.interfaces import Vectors

_BASE: Final = 0.25


class RuleWorthiness:
    """A `CheckWorthiness` by rules. Its score orders claims; it is not a probability and was checked against none."""

    @property
    def name(self) -> str:
        return "rules/2"

    def score(self, claims: Sequence[Claim], vectors: Vectors) -> npt.NDArray[np.float32]:  # noqa: ARG002  # the seam's
        """Shape (n,), float32, in [0, 1], in the order of `claims`; the same claim always has the same score.

        `vectors` are not read. A claim without a letter or a digit scores 0.
        """
        import numpy as np  # 0.1 s, and commands that only read the database don't need it

        return np.array([_score(claim) for claim in claims], dtype=np.float32)


def _score(claim: Claim) -> float:
    if not any(letter.isalnum() for letter in claim.checked):
        return 0.0
    return min(1.0, max(0.0, _BASE + sum(sign.weight for sign in signs_of(claim))))
