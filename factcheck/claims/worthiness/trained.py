"""How much a claim is worth checking, by weights that were trained on English political debates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from factcheck.claims.worthiness.head import HEAD_SHA256, Head, load_head
from factcheck.domain.claims import Claim
from factcheck.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factcheck.interfaces import Vectors

LANGUAGE: Final = "en"
"""The only language that the weights were trained on; texts in others are for `RuleWorthiness`."""


class TrainedWorthiness:
    """A `CheckWorthiness` for English. From 0.5 on, a text counts as worth checking.

    Args:
        encoder_name: `Encoder.name` of the vectors that `score` will be given.
        head: The weights; None reads the shipped ones.

    Raises:
        ModelError: If the weights were trained on another encoder, or their file is missing or changed.
    """

    def __init__(self, encoder_name: str, head: Head | None = None) -> None:
        self._sha256 = HEAD_SHA256 if head is None else ""
        self._head = load_head() if head is None else head
        if encoder_name != self._head.encoder:
            raise ModelError(
                f"The check-worthiness weights read vectors of {self._head.encoder}, not of {encoder_name}.",
                hint="Leave `encoder` at its default, or score by rules.",
            )

    @property
    def name(self) -> str:
        return f"head/1@{self._sha256[:12] or 'own'}"

    def score(self, claims: Sequence[Claim], vectors: Vectors) -> npt.NDArray[np.float32]:
        """Shape (n,), float32, in [0, 1], in the order of `claims`; `docs` of the weights say how well calibrated.

        A claim without a letter or a digit scores 0.

        Raises:
            ModelError: If `vectors` isn't of shape (n, dimension).
        """
        import numpy as np

        texts = [claim.checked for claim in claims]
        odds = self._head.log_odds(texts, vectors)
        scores = 1 / (1 + np.exp(-np.clip(odds, -60, 60)))
        scores[[row for row, text in enumerate(texts) if not any(letter.isalnum() for letter in text)]] = 0.0
        return np.asarray(scores, dtype=np.float32)
