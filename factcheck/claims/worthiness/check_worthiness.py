"""How much a claim is worth checking, by additive rules, and the reasons that a person can check.

The rules are for texts in languages that no weights were trained on, and where the encoder isn't the default one.

The weights are set by hand, in steps of 0.05, so that a sentence with two particulars (a number and a name, a date and
an act) passes 0.5 and one that is only a forecast or only an opinion stays below 0.25. They were fitted to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.claims.worthiness.signs import Signs, signs_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factcheck.interfaces import Vectors


class _Cue(NamedTuple):
    reason: str
    weight: float
    holds: Callable[[Signs], bool]


_BASE: Final = 0.25
_CUES: Final = (
    _Cue("names a number", 0.20, lambda signs: signs.number),
    _Cue("names a date", 0.10, lambda signs: signs.date),
    _Cue("names a person, body or place", 0.15, lambda signs: signs.name),
    _Cue(
        "says who said it", 0.10, lambda signs: signs.attribution is not None and signs.attribution.speaker is not None
    ),
    _Cue("quotes words", 0.05, lambda signs: signs.quotes),
    _Cue("says what happened", 0.15, lambda signs: signs.past),
    _Cue("compares", 0.05, lambda signs: signs.comparison),
    _Cue("is hedged", -0.05, lambda signs: signs.hedge),
    # Reported speech can be checked whatever it says, so these count against the article's own words only.
    _Cue("is a forecast", -0.30, lambda signs: signs.forecast and not signs.reports_speech),
    _Cue("is an opinion", -0.30, lambda signs: signs.opinion and not signs.reports_speech),
)


class RuleWorthiness:
    """A `CheckWorthiness` by rules. Its score orders claims; it is not a probability and was checked against none."""

    @property
    def name(self) -> str:
        return "rules/1"

    def score(self, texts: Sequence[str], vectors: Vectors) -> npt.NDArray[np.float32]:  # noqa: ARG002  # the seam's
        """Shape (n,), float32, in [0, 1], in the order of `texts`; the same text always has the same score.

        `vectors` are not read. A text without a letter or a digit scores 0.
        """
        import numpy as np  # 0.1 s, and commands that only read the database don't need it

        return np.array([_score(text) for text in texts], dtype=np.float32)

    def reasons(self, text: str) -> tuple[str, ...]:
        """Why `text` scores as it does, each a short phrase; empty where it has no mark of any kind."""
        return reasons_of(text)


_JUDGED: Final = 2_000
"""Characters of a text that are looked at. Few sentences are as long, and those are lists."""


def reasons_of(text: str) -> tuple[str, ...]:
    """What speaks for and against checking `text`, each a short phrase; empty where it has no mark of any kind."""
    signs = signs_of(text[:_JUDGED])
    return tuple(cue.reason for cue in _CUES if cue.holds(signs))


def _score(text: str) -> float:
    if not any(letter.isalnum() for letter in text):
        return 0.0
    signs = signs_of(text[:_JUDGED])
    return min(1.0, max(0.0, _BASE + sum(cue.weight for cue in _CUES if cue.holds(signs))))
