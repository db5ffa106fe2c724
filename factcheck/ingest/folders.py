"""Finds the files of a folder that can be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.domain.sources import ReadFailure
from factcheck.errors import InputError
from factcheck.ingest.opening import shown


def files_in(folder: str, is_known: Callable[[str], bool]) -> Iterator[str | ReadFailure]:
    """The files in `folder` and the folders in it whose name `is_known`, sorted by their path.

    What is hidden (its name begins with a dot) is passed over, and so is a link to something in the folder, which is
    read where it stands. A link that leads out of the folder is a failure: whoever packed the folder could name any
    file of this machine with it. So is a folder that can't be listed.
    """
    top = Path(folder).resolve()
    waiting = [Path(folder)]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_symlink() and path != Path(folder):
                if not _leads_inside(path, top):
                    yield _failure(
                        path, "is a link that leads out of the folder.", "Name what it leads to, if you trust it."
                    )
            elif path.is_dir():
                # The last one waiting comes next, so that a folder's files come where its name stands.
                waiting.extend(path / name for name in reversed(_names_in(path)))
            elif is_known(path.name):
                yield str(path)
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else str(error)
            yield _failure(path, f"can't be listed: {why}.", "Ask its owner for the right to read it.")


def _names_in(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries if not entry.name.startswith("."))


def _leads_inside(path: Path, top: Path) -> bool:
    try:
        return path.resolve().is_relative_to(top)
    except (OSError, RuntimeError):  # it leads back to itself
        return False


def _failure(path: Path, what: str, hint: str) -> ReadFailure:
    name = str(path).encode("utf-8", "replace").decode("utf-8")
    return ReadFailure(address=name, error=InputError(f"{shown(str(path))} {what}", hint=hint))
