"""Every deliberate error of factcheck.

::

    FactcheckError                 exit code
    ├── UsageError                 2   the call is wrong: unknown or ambiguous id, no database, no reviewer
    ├── InputError                 3   an article or a document can't be read
    ├── StoreError                 4   the database can't be used now: locked, read-only, newer, not ours, disk full
    ├── DamageError                5   something stored is no longer what it was: file damaged, quote not found
    ├── ModelError                 6   a model or an index is missing or is not the one that was asked for
    ├── PartialError               7   some of a batch was done and the rest was not
    └── ConflictError              8   someone else decided first

An error is one sentence with the values that matter, and a hint with the next step. They are shown in two places
only: `cli.ending` and the base of the terminal UI's screens. Exit code 1 is kept for gates, 9 for output
that could not be written, 70 for faults of our own.
"""

from __future__ import annotations

from typing import ClassVar


class FactcheckError(Exception):
    """Something that a person can act on. Never raised as such: always one of the kinds below."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(FactcheckError):
    """The call can't be carried out as it was written."""

    exit_code = 2


class InputError(FactcheckError):
    """A source can't be read, or is of a form that isn't supported."""

    exit_code = 3


class StoreError(FactcheckError):
    """The database is there but can't be used now."""

    exit_code = 4


class DamageError(FactcheckError):
    """What is stored isn't what was stored."""

    exit_code = 5


class ModelError(FactcheckError):
    """A model or an index is missing, or doesn't match what the workbench was built with."""

    exit_code = 6


class PartialError(FactcheckError):
    """Part of a batch failed; what succeeded is stored."""

    exit_code = 7


class ConflictError(FactcheckError):
    """Another reviewer decided between the reading and the writing."""

    exit_code = 8
