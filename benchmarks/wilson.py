"""Wilson's score interval (Wilson 1927)."""

from __future__ import annotations

import math


def wilson(right: int, taken: int) -> tuple[float, float]:
    """The interval of a share at 95 %; all that is possible where nothing was taken."""
    if not taken:
        return 0.0, 1.0
    z, share = 1.96, right / taken
    middle = share + z * z / (2 * taken)
    spread = z * math.sqrt(share * (1 - share) / taken + z * z / (4 * taken * taken))
    return (middle - spread) / (1 + z * z / taken), (middle + spread) / (1 + z * z / taken)
