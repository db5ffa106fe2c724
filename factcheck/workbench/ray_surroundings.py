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
from typing import Final

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


@contextmanager
def own_signals() -> Iterator[None]:
    """Signals end this program as they did before: Ray takes SIGTERM for itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
