"""What of a batch is in the workbench where it can't be written to any more, because a disk is full or it is locked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from factcheck.errors import StoreError
from factcheck.ingest.opening import shown

Result = TypeVar("Result")

_MOST_NAMED: Final = 8
"""Sources that a message names."""


def or_say_what_is_stored(results: Iterable[Result], stored: Sequence[str], left: Sequence[str]) -> Iterator[Result]:
    """Pass `results` on; where the workbench can't be written to any more, say which sources are in it and which not.

    Raises:
        StoreError: With that said.
    """
    try:
        yield from results
    except StoreError as error:
        whole = [shown(each) for each in dict.fromkeys(stored) if each not in left]
        begun = f", and a part of {shown(left[0])}" if left[0] in stored else ""
        told = f"Stored before that: {_named(whole)}{begun}. Not stored: {_named([shown(each) for each in left])}."
        raise StoreError(f"{error.message} {told}", hint=error.hint) from error


@contextmanager
def saying_what_is_stored(count: int) -> Iterator[None]:
    """Where vectors or ranks can't be written, say that the sources are stored all the same.

    Raises:
        StoreError: With that said.
    """
    try:
        yield
    except StoreError as error:
        sources = f"{count} source" if count == 1 else f"{count} sources"
        raise StoreError(
            f"{error.message} {sources} of this command stored, but not all of it is embedded and ranked.",
            hint=f"{error.hint} The next add or match does what is missing.",
        ) from error


def _named(sources: Sequence[str]) -> str:
    named = ", ".join(sources[:_MOST_NAMED]) or "nothing"
    return f"{named} and {len(sources) - _MOST_NAMED} more" if len(sources) > _MOST_NAMED else named
