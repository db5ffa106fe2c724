"""What SQLite says, in terms of what a person can do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeVar

from factcheck.errors import DamageError, FactcheckError, InputError, StoreError

Noun = TypeVar("Noun")

_RESTORE: Final = "Put a backup in its place. `sqlite3 FILE .recover` may save what is readable."

_UNUSABLE = {
    sqlite3.SQLITE_BUSY: (
        "The workbench is locked: another program is writing to {path}.",
        "Wait for the other command to end, or close the other reviewer; busy_seconds sets how long to wait.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The workbench is read-only: {path} or its folder can't be written to.",
        "Copy it to a folder of your own and name the copy with --db.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full; nothing of this step was stored in {path}.",
        "Free some space and run the same command again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The workbench can't be opened: {path}.",
        "Check that its folder exists and that you may write there.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk under {path} reported an error; nothing of this step was stored.",
        "Check the disk and its free space, then run the same command again.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a factcheck workbench.",
        "Name another file with --db.",
    ),
}
_UNUSABLE[sqlite3.SQLITE_LOCKED] = _UNUSABLE[sqlite3.SQLITE_BUSY]
_UNUSABLE[sqlite3.SQLITE_PERM] = _UNUSABLE[sqlite3.SQLITE_CANTOPEN]


def explained(error: BaseException, path: Path) -> FactcheckError | None:
    """The error that says what to do, or None where it is a fault of ours (a constraint, wrong SQL)."""
    original = _of_sqlite(error)
    if original is None:
        return None
    # The low byte is the kind; the rest tells variants apart (SQLITE_READONLY_DBMOVED, SQLITE_IOERR_WRITE, …).
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_CORRUPT:
        return DamageError(f"{path} is damaged: {original}.", hint=_RESTORE)
    if code not in _UNUSABLE:
        return None
    message, hint = _UNUSABLE[code]
    return StoreError(message.format(path=path), hint=hint)


def _of_sqlite(error: BaseException) -> sqlite3.Error | None:
    """SQLite's own error: this one, or the one that SQLAlchemy wrapped (whose classes would be slow to import)."""
    original = getattr(error, "orig", error)
    return original if isinstance(original, sqlite3.Error) else None


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file, the disk and the locks into ours."""
    try:
        yield
    except Exception as error:
        if (ours := explained(error, path)) is not None:
            raise ours from error
        raise


@contextmanager
def checking_values(path: Path) -> Iterator[None]:
    """Turn the errors of values that can't be stored, or that can't have been stored, into ours."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise InputError(
            f"A text can't be stored: it holds {error.object[error.start]!r}, which is half of a character.",
            hint="Give the text in UTF-8.",
        ) from error
    except ValueError as error:
        raise DamageError(f"{path} is damaged: a value can't be read: {error}.", hint=_RESTORE) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Like `explaining`, for what only reads. Our own statements fit the schema that a file says it has, so that an
    error which SQLite gives no name (no such table, no such tokenizer) means that the file isn't what it says.
    """
    try:
        with checking_values(path):
            yield
    except Exception as error:
        if (original := _of_sqlite(error)) is None:
            raise
        damage = DamageError(f"{path} is damaged: {original}.", hint=_RESTORE)
        raise (explained(error, path) or damage) from error


def undamaged(make: Callable[..., Noun]) -> Callable[..., Noun]:
    """For a function that makes a noun of what is stored: what can't be one, or has no such column, was damaged."""

    @wraps(make)
    def made(*stored: Any) -> Noun:  # noqa: ANN401  # whatever `make` takes
        try:
            return make(*stored)
        except (ValueError, TypeError, LookupError) as error:
            raise DamageError(f"A stored row is damaged: {error}.", hint=_RESTORE) from error

    return made
