"""Folders for temporary files that are gone in the end, also where the program that made them was killed.

Whoever uses one holds a lock on a file in it. Without the lock nobody will come back, and the next that needs such a
folder removes it. Processes of one run may share one by its name.
"""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from factcheck.errors import StoreError

_PREFIX: Final = "factcheck-score-"
_LOCK: Final = ".lock"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new folder that is gone afterwards.

    Raises:
        StoreError: If there is no place for it.
    """
    with shared_folder(new_name()) as folder:
        yield folder


@contextmanager
def shared_folder(name: str) -> Iterator[Path]:
    """The folder of this name on this machine; gone as soon as one of those who share it leaves.

    Raises:
        StoreError: If there is no place for it, or another user has taken its name.
    """
    _remove_abandoned()
    folder, descriptor = _opened(_place(name))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)


_KEPT: Final[dict[str, tuple[Path, ExitStack]]] = {}


def kept_folder(name: str) -> Path:
    """The same for as long as this process lives, or until `leave`."""
    if name not in _KEPT:
        stack = ExitStack()
        _KEPT[name] = stack.enter_context(shared_folder(name)), stack
    return _KEPT[name][0]


def leave(name: str) -> None:
    """Give up a folder that was kept."""
    if name in _KEPT:
        _KEPT.pop(name)[1].close()


def remove_shared(name: str) -> None:
    """Remove the folder of this name, whoever shared it."""
    shutil.rmtree(_place(name), ignore_errors=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time, of those on this machine that lock the same file."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def no_room(path: Path, error: OSError) -> StoreError:
    """The error for a temporary file that can't be written."""
    return StoreError(
        f"There is no place for temporary files: {path} can't be written: {error.strerror}.",
        hint="Free some space, or name a folder with room in the variable TMPDIR; then run the same command again.",
    )


def new_name() -> str:
    """A name that no other run has."""
    return secrets.token_hex(6)


def _place(name: str) -> Path:
    return Path(tempfile.gettempdir()) / f"{_PREFIX}{name}"


def _opened(folder: Path) -> tuple[Path, int]:
    """The folder, and the lock on it."""
    while True:
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            if folder.lstat().st_uid != os.geteuid():
                raise PermissionError(errno.EACCES, "it is another user's")
            with suppress(FileNotFoundError):  # somebody who tidied up was faster
                descriptor = os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
                fcntl.flock(descriptor, fcntl.LOCK_SH)
                if os.fstat(descriptor).st_nlink:
                    return folder, descriptor
                os.close(descriptor)
        except OSError as error:
            raise no_room(folder, error) from error


def _remove_abandoned() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # Without a lock in it, it isn't ours, or is being made; and a lock that is held is of one who works in it.
        with suppress(OSError):
            if folder.lstat().st_uid != os.geteuid():
                continue
            descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(descriptor)
