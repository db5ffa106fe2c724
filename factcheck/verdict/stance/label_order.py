"""Which column of a model's answer means what: read from the names that the model gives its labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.domain.stances import StanceLabel
from factcheck.errors import ModelError

Columns = tuple[int | None, int | None, int | None]
"""The places of supports, refutes and neutral in a model's answer; None where it has none."""

_NAMES: Final = {
    StanceLabel.SUPPORTS: frozenset(
        {"entailment", "entails", "entailed", "entail", "supports", "supported", "support"}
    ),
    StanceLabel.REFUTES: frozenset(
        {"contradiction", "contradicts", "contradicted", "contradict", "contradictory"}
        | {"refutes", "refuted", "refute"}
    ),
    StanceLabel.NEUTRAL: frozenset(
        {"neutral", "nei", "notenoughinfo", "notenoughinformation", "notenoughevidence", "unrelated"}
        | {"notentailment", "notentailed", "nonentailment", "notsupported", "unsupported"}
    ),
}
_HINT: Final = (
    "Say what they mean, in the model's order, with --stance-labels: for example "
    "--stance-labels supports,refutes,neutral; with two labels supports,neutral or supports,refutes."
)


def columns_of(names: Mapping[int, str] | Sequence[str], *, model: str) -> Columns:
    """The column of each stance, by the names of a model's labels in any case.

    "Not entailment" and "not supported" are neutral: such a model doesn't tell what denies from what says nothing.

    Args:
        names: The label of each column, as `id2label` of a configuration has them, or in order.
        model: What to call the model in an error.

    Raises:
        ModelError: If there are not two or three labels, one of them is unclear, two mean the same, or none supports.
    """
    by_place = dict(names) if isinstance(names, Mapping) else dict(enumerate(names))
    shown = ", ".join(str(by_place[place]) for place in sorted(by_place)) or "none"
    if len(by_place) not in (2, 3) or sorted(by_place) != list(range(len(by_place))):
        raise ModelError(
            f"{model} has {len(by_place)} labels ({shown}); a stance needs two or three.",
            hint="Take a model that was trained for natural language inference: entailment, contradiction, neutral.",
        )
    found: dict[StanceLabel, int] = {}
    for place, name in sorted(by_place.items()):
        plain = re.sub(r"[\W_]+", "", str(name).casefold())
        label = next((label for label, meant in _NAMES.items() if plain in meant), None)
        if label is None or label in found:
            fault = "unclear" if label is None else f"a second label for {label}"
            raise ModelError(f"The label {name!r} of {model} is {fault}; it has: {shown}.", hint=_HINT)
        found[label] = place
    if StanceLabel.SUPPORTS not in found:
        raise ModelError(f"{model} has no label for what supports a claim; it has: {shown}.", hint=_HINT)
    supports, refutes, neutral = (found.get(label) for label in StanceLabel)
    return supports, refutes, neutral
