"""Opens a workbench, with the settings of the command line unless others are given."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from factcheck import wiring
from factcheck.api.models import Models
from factcheck.api.workbench import Workbench
from factcheck.errors import UsageError
from factcheck.settings import Settings, load_settings
from factcheck.store.database import Mode

if TYPE_CHECKING:
    from factcheck.interfaces import Clock

_MODES = get_args(Mode)


def open(  # noqa: A001  # as other modules call what opens their files
    path: str | os.PathLike[str] | None = None,
    *,
    mode: Mode = "create",
    settings: Settings | None = None,
    models: Models | None = None,
    clock: Clock | None = None,
) -> Workbench:
    """Open a workbench. Use it in a `with` statement, in this thread.

    Args:
        path: Its file; that of the settings where it is left out: `claims.db` in the current folder.
        mode: `create` makes the file where there is none, `write` wants it to be there, `read` never changes it.
        settings: Those of the command line where they are left out: FACTCHECK_* variables, then factcheck.toml of the
            current folder, then the defaults.
        models: Shared with other workbenches, so that each is loaded once.
        clock: Tells the time, in UTC, that is written beside what is done.

    Raises:
        UsageError: If there is no such file, or the settings are wrong.
        StoreError: If it is locked, read-only, of a newer factcheck, or no workbench.
        DamageError: If it is damaged.
    """
    if mode not in _MODES:
        raise UsageError(f"There is no mode {mode!r}.", hint=f"Choose one of: {', '.join(_MODES)}.")
    models = models or Models()
    bench = wiring.open_workbench(settings_for(path, settings), mode=mode, clock=clock)
    bench.parts = models.lent_to(bench.parts, bench.settings)
    return Workbench(bench, models)


def settings_for(path: str | os.PathLike[str] | None, settings: Settings | None) -> Settings:
    """The settings, with this workbench in them.

    Raises:
        UsageError: If no file can have this name.
    """
    if path is not None and "\0" in os.fspath(path):
        raise UsageError("A file's name can't hold the character NUL.", hint="Name a file, such as claims.db.")
    known = load_settings() if settings is None else settings
    return known if path is None else replace(known, db=str(Path(path)))
