"""Which Ray cluster is meant, and whether it answers. Looks, without loading Ray."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from factcheck.errors import PartialError, UsageError
from factcheck.workbench.ray_surroundings import QUIET

LOCAL: Final = "local"
AUTO: Final = "auto"
LIMIT: Final = 30.0
"""Seconds in which a cluster must have answered."""
SILENT: Final = 25.0
"""Seconds after which a head that doesn't answer is taken for lost."""
CHECK_HINT: Final = (
    "`ray status` on one of its machines says whether it runs; --ray local takes one of this machine's own."
)
_FORM: Final = re.compile(r"auto|local|ray://[^\s/]+:\d{1,5}|[^\s/:]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5}")
_LOOK: Final = (
    "import logging, ray, sys; ray.init(sys.argv[1], log_to_driver=False, logging_level=logging.CRITICAL); "
    "ray.cluster_resources(); ray.shutdown()"
)


def is_address(text: str) -> bool:
    """Whether it has the form of one."""
    return _FORM.fullmatch(text) is not None


def found_address(wanted: str) -> str:
    """Where Ray users expect to be connected to: what is named, else what RAY_ADDRESS names, else the cluster that was
    begun on this machine, else none, which is `LOCAL`.

    Raises:
        UsageError: If it is no address, or if `auto` finds none.
    """
    if wanted and not is_address(wanted):
        raise UsageError(
            f"{wanted!r} is no address of a Ray cluster.", hint="Write host:port, ray://host:port, auto or local."
        )
    if wanted not in ("", AUTO):
        return wanted
    if address := os.environ.get("RAY_ADDRESS", ""):
        if not is_address(address):
            raise UsageError(
                f"{address!r} in RAY_ADDRESS is no address of a Ray cluster.",
                hint="Write host:port or ray://host:port there.",
            )
        return address
    # Where `ray start` leaves a note.
    note = Path(os.environ.get("RAY_TMPDIR", "/tmp")) / "ray" / "ray_current_cluster"
    if note.is_file() and note.read_text().strip():
        return AUTO
    if wanted == AUTO:
        raise UsageError(
            "No Ray cluster was begun on this machine, and RAY_ADDRESS names none.",
            hint="Begin one with `ray start --head`, name one with --ray HOST:PORT, or take --ray local.",
        )
    return LOCAL


def check_address(address: str) -> None:
    """Connect in a process of its own, which can be ended: Ray may try for minutes, and hears no signal meanwhile.

    Raises:
        UsageError: If the cluster doesn't answer in time, or answers with an error.
    """
    _check_port(address)
    try:
        done = subprocess.run(
            [sys.executable, "-c", _LOOK, address],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=LIMIT,
            check=False,
            cwd=tempfile.gettempdir(),
            env={**os.environ, **QUIET},
        )
    except subprocess.TimeoutExpired as error:
        message = f"No Ray cluster answered at {address} within {LIMIT:.0f} seconds."
        raise UsageError(message, hint=CHECK_HINT) from error
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if re.match(r"[\w.]*(Error|Exception)\b", line)]
        why = lines[-1].partition(": ")[2] if lines else "it ended the connection"
        raise UsageError(f"The Ray cluster at {address} can't be used: {why.rstrip('.')}.", hint=CHECK_HINT)


class Head:
    """The first machine of a cluster, which keeps it together, as one who waits for answers asks after it.

    Without it Ray ends the whole program after a minute, with an exit code of its own.

    Args:
        address: `host:port` of the head; empty for one that isn't to be asked after.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._seen = self._asked = time.monotonic()

    def check(self) -> None:
        """Ask, if the last time is long ago.

        Raises:
            PartialError: If it hasn't answered for `SILENT` seconds.
        """
        now = time.monotonic()
        if not self._address or now - self._asked < SILENT / 5:
            return
        self._asked = now
        with suppress(OSError):
            _connect(self._address, 2.0)
            self._seen = now
            return
        if now - self._seen > SILENT:
            raise PartialError(
                f"The Ray cluster at {self._address} no longer answers.",
                hint="What was written is kept: run the same command again when it is back, or with --workers here.",
            )


def _connect(address: str, seconds: float) -> None:
    host, _, port = address.removeprefix("ray://").rpartition(":")
    socket.create_connection((host.strip("[]"), int(port)), timeout=seconds).close()


def _check_port(address: str) -> None:
    """Say at once where nobody listens at all."""
    if address == AUTO:
        return
    try:
        _connect(address, LIMIT / 3)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(f"No Ray cluster answers at {address}: {why}.", hint=CHECK_HINT) from error
