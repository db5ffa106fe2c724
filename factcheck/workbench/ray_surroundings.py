"""What Ray finds around it, and what it changes there: variables, its folder, signals."""

from __future__ import annotations

import os
import secrets
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Final

QUIET: Final = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DEDUP_LOGS": "1", "RAY_DEDUP_LOGS_SKIP_REGEX": "(?s).*"}
"""The environment in which Ray reports nothing to its makers, and doesn't print on standard output what it says of
workers that were ended: that stands in its logs, and we say where a person has to act."""
_LONGEST_FOLDER: Final = 40
"""Ray's sockets stand in a folder below the temporary one, and the system allows 107 characters for their names."""


@contextmanager
def short_folder() -> Iterator[Path]:
    """A folder for Ray's own files, which are gone afterwards."""
    parent = tempfile.gettempdir()
    if len(parent) > _LONGEST_FOLDER:
        parent = "/tmp"  # a name of its own is made in it
    with tempfile.TemporaryDirectory(prefix="factcheck-ray-", dir=parent, ignore_cleanup_errors=True) as name:
        yield Path(name)


@contextmanager
def own_token() -> Iterator[None]:
    """Only this run may use its Ray, by a token that is gone afterwards: Ray would keep one in the user's home."""
    before = {name: os.environ.get(name) for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN")}
    os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    try:
        yield
    finally:
        # Ray has set the mode itself.
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


class Termination:
    """SIGTERM, put off while this block lasts: an exception in the midst of Ray's native code would become a fault.

    Whoever waits calls `check` now and then.
    """

    def __init__(self) -> None:
        self._was_heard = False
        self._before = signal.getsignal(signal.SIGTERM)

    def __enter__(self) -> Termination:
        self.take()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._handle(self._before)
        self.check()

    def take(self) -> None:
        """Hear it from now on."""
        self._handle(self._note)

    def check(self) -> None:
        """End this program as it would have been ended when the signal came."""
        if self._was_heard:
            self._was_heard = False
            self._handle(self._before)
            signal.raise_signal(signal.SIGTERM)

    def _note(self, _signal: int, _frame: FrameType | None) -> None:
        self._was_heard = True

    def _handle(self, handler: Any) -> None:  # noqa: ANN401  # as `signal.getsignal` gives it
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, handler)
