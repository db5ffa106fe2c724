"""How long a test waits for something that another process, thread or timer does before it gives up.

Far longer than the slowest machine under the heaviest load needs: a wait ends as soon as what is waited for is there,
so that only a test that fails anyway takes this long.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

PATIENCE: Final = 600.0
"""Seconds."""

_BETWEEN_LOOKS: Final = 0.02


def wait_until(is_so: Callable[[], bool]) -> None:
    """Come back once it is so.

    Raises:
        AssertionError: If it never is.
    """
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, f"not so after {PATIENCE:.0f} seconds"
        time.sleep(_BETWEEN_LOOKS)
