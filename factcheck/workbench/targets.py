"""Where a file that the user named may be written: nowhere that something else than such a file stands."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from factcheck.errors import UsageError

_BESIDE: Final = ("", "-journal", "-wal", "-shm")
"""Endings of the files in which SQLite keeps one database."""

_DATABASE: Final = b"SQLite format 3\x00"


def check_target(path: Path, *, option: str, kept: Sequence[Path] = ()) -> None:
    """Refuse to write a file at `path` where that would take something away.

    Only a name that is free or that of a regular file will do: a link could lead anywhere, a pipe or a device is
    somebody's. A database is never written over, whoever's it is.

    Args:
        option: The option that named it.
        kept: Databases, with all that SQLite keeps beside them, and folders, with all that is in them.

    Raises:
        UsageError: If it can't be written to.
    """
    if why := _unfit(path, kept):
        raise UsageError(
            f"{str(path)!r} can't be written to: {why}.",
            hint=f"Name a new file with {option}, or one that this command wrote before.",
        )


def _unfit(path: Path, kept: Sequence[Path]) -> str:
    """Why not; empty where nothing speaks against it."""
    try:
        if not path.parent.is_dir():
            return "its folder is missing"
        if any(_is_part_of(path, each) for each in kept):
            return "it is the workbench, or belongs to it"
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode) and _begins_with(path, _DATABASE):
            return "it is a database"
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, RuntimeError) as error:  # a name too long, with a NUL, or a link to itself
        return f"{getattr(error, 'strerror', None) or error}"
    return "" if stat.S_ISREG(mode) else _WHAT.get(stat.S_IFMT(mode), "it is a device")


_WHAT: Final = {
    stat.S_IFDIR: "it is a folder",
    stat.S_IFLNK: "it is a link",
    stat.S_IFIFO: "it is a pipe",
    stat.S_IFSOCK: "it is a socket",
}


def _is_part_of(path: Path, kept: Path) -> bool:
    leads_to = path.resolve()
    for home in (kept.parent.resolve() / kept.name, kept.resolve()):
        for own in (home.with_name(home.name + ending) for ending in _BESIDE):
            # Two names of one file are told by the file.
            if own in (leads_to, *leads_to.parents) or (path.exists() and own.exists() and own.samefile(path)):
                return True
    return False


def _begins_with(path: Path, beginning: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(beginning)) == beginning
