"""Files that are put in their place in one step, into places where a file may stand, and read without waiting.

What is being written has a name of its own, `.new-` and 16 digits, and its writer holds a lock on it. A writer that was
killed leaves such a file behind without the lock: that is how others know that nobody will finish it.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

_UNFINISHED: Final = re.compile(r"\.new-[0-9a-f]{16}")


@contextmanager
def unfinished(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new empty file in the folder of `path`: its name, and the file. If it has that name at the end still, it goes.

    It gets the permissions that any new file of this user gets, which those of `tempfile` don't.

    Raises:
        OSError: If the folder isn't there or can't be written to.
    """
    name, descriptor = _create_locked(path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield name, file
    finally:
        name.unlink(missing_ok=True)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, and put it in the place of `path` if the block ends well; else nothing has changed.

    The content is on the disk before the name is changed. What killed writers left in the folder is removed.

    Raises:
        OSError: If the folder isn't there or can't be written to, or the disk is full.
    """
    with unfinished(path) as (new, file):
        yield file
        on_the_disk(file)
        new.replace(path)
    remove_left_over(path.parent)


def on_the_disk(file: BinaryIO) -> None:
    """Return when the system has written all of `file`."""
    file.flush()
    os.fsync(file.fileno())


def left_over(folder: Path) -> list[Path]:
    """The files in `folder` that nobody will finish."""
    return [*_abandoned(folder)]


def remove_left_over(folder: Path) -> int:
    """Remove the files in `folder` that nobody will finish; gives how many."""
    removed = 0
    for path in _abandoned(folder):
        with suppress(OSError):
            path.unlink()
            removed += 1
    return removed


def regular_bytes(path: Path) -> bytes:
    """All of a file. A pipe or a device in its place is refused: reading it would wait, or never end.

    Raises:
        OSError: If it can't be read, or is no regular file.
    """
    with open_regular(path) as file:
        return file.read()


def open_regular(path: Path) -> BinaryIO:
    """A file to be read, refused as `regular_bytes` does.

    Raises:
        OSError: If it can't be read, or is no regular file.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    return os.fdopen(descriptor, "rb")


def _create_locked(folder: Path) -> tuple[Path, int]:
    while True:
        name = folder / f".new-{secrets.token_hex(8)}"
        descriptor = os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        # Where the file system knows no locks, nothing is taken for left over either.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        # Someone who tidied up between the two lines above has removed it.
        if os.fstat(descriptor).st_nlink:
            return name, descriptor
        os.close(descriptor)


def _abandoned(folder: Path) -> Iterator[Path]:
    """Each file that nobody will finish, locked while the caller looks at it: nobody can begin to write to it."""
    try:
        names = sorted(filter(_UNFINISHED.fullmatch, os.listdir(folder)))  # noqa: PTH208  # thousands of names, no paths
    except OSError:
        return
    for path in (folder / name for name in names):
        with suppress(OSError):
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if stat.S_ISREG(os.fstat(descriptor).st_mode):
                    yield path
            finally:
                os.close(descriptor)
