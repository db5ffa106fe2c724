"""When two written values can be the same, and when no reading lets them meet.

"More than", "about", ranges and rounding all leave room. Between "the same" and "surely not the same" lies a third
answer, and most pairs are there: what can't be told apart is not called a difference.
"""

from __future__ import annotations

from math import inf
from typing import Final

from factcheck.language.quantities.quantities import Quantity

_ABOUT: Final = 0.1
"""How far "about" reaches where two values are to agree, as a share of the value."""
_FAR_FROM_ABOUT: Final = 0.25
"""How far it reaches where they are to differ: wider, so that neither is said of what lies between."""
_CLOSE: Final = 0.05
"""The largest share by which a rounded value and an exact one may differ and still agree."""


def follows(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the claim's value follows from the passage's."""
    if (ours.upper is None) != (theirs.upper is None):
        return _holds(ours, theirs)
    near = _near(ours.value, theirs.value, max(ours.resolution, theirs.resolution))
    if ours.upper is not None and theirs.upper is not None:
        return near and _near(ours.upper, theirs.upper, max(ours.resolution, theirs.resolution))
    if near and (ours.bound == theirs.bound or {ours.bound, theirs.bound} == {"exact", "about"}):
        return True
    return _holds(ours, theirs)


def apart(ours: Quantity, theirs: Quantity) -> bool:
    """Whether no reading of both numbers lets them meet."""
    (low, high), (their_low, their_high) = (_reach(each, _FAR_FROM_ABOUT) for each in (ours, theirs))
    if low <= their_high and their_low <= high:
        return False
    return abs(ours.value - theirs.value) > max(ours.resolution, theirs.resolution) / 2


def _holds(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a bounded claim (`more than 300`) holds all that the passage leaves open (`307`)."""
    low, high = _reach(theirs)
    if ours.bound == "at_least":
        return low > ours.value
    if ours.bound == "at_most":
        return high < ours.value
    if ours.upper is not None:
        return ours.value <= low and high <= ours.upper and theirs.bound == "exact"
    return False


def _near(one: float, other: float, resolution: float) -> bool:
    gap = abs(one - other)
    return gap == 0 or (gap <= resolution / 2 and gap <= _CLOSE * max(abs(one), abs(other)))


def _reach(quantity: Quantity, about: float = _ABOUT) -> tuple[float, float]:
    high = quantity.value if quantity.upper is None else quantity.upper
    if quantity.bound == "at_least":
        return quantity.value, inf
    if quantity.bound == "at_most":
        return 0.0, high
    if quantity.bound == "about":
        return quantity.value * (1 - about), high * (1 + about)
    return quantity.value, high
