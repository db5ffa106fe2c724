"""Gets the bytes of a source, whatever it turns out to be, without waiting for ever or reading without end."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.language.display import visible

STANDARD_INPUT: Final = "-"

Format = Callable[[str, bytes], SourceText]
"""Makes a text of an address and its bytes. Raises InputError for bytes that it can't read."""

_CHUNK: Final = 1 << 20
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_LONGEST_SHOWN: Final = 120

_HINTS: Final = {
    errno.ENOENT: "Check the spelling and the current folder.",
    errno.ENOTDIR: "A part of the path is a file; check the spelling.",
    errno.EACCES: "Ask its owner for the right to read it, or copy it to a place of your own.",
    errno.ENAMETOOLONG: "Name a file, or pipe the text to standard input (-).",
    errno.ELOOP: "It is a link that leads back to itself; name the file that it should lead to.",
}


class Opener:
    """Reads sources whole, up to a limit.

    Args:
        max_bytes: Largest source that is read; the setting `max_input_mb`.
        stdin: Read for `-`; the process's own standard input by default.
    """

    def __init__(self, max_bytes: int, stdin: BinaryIO | None = None) -> None:
        self._max_bytes = max_bytes
        self._stdin = stdin

    def read(self, source: str, pick: Callable[[str, bytes], Format]) -> Iterator[SourceText | ReadFailure]:
        """Read `source` and make a text of it, or one failure; raises nothing for a bad source.

        Args:
            pick: Chooses the format by the source's name and its bytes.
        """
        address = source.encode("utf-8", "replace").decode("utf-8")
        try:
            raw = self._bytes_of(source)
            try:
                text = pick(source, raw)(address, raw)
            except InputError as error:
                # What read the bytes doesn't know what they are called.
                raise InputError(f"{shown(source)}: {error.message}", hint=error.hint) from error
        except InputError as error:
            yield ReadFailure(address=address, error=error)
        else:
            yield text

    def _bytes_of(self, source: str) -> bytes:
        if source == STANDARD_INPUT:
            raw = self._from_standard_input()
        elif _ADDRESS.match(source):
            raise InputError(
                f"{shown(source)} is an address, and addresses are not fetched yet.",
                hint="Save the page as a file, and give its address with --url.",
            )
        else:
            raw = self._from_file(source)
        if not raw:
            raise InputError(f"{shown(source)} is empty.", hint="Name a source with some text.")
        return raw

    def _from_standard_input(self) -> bytes:
        stream = self._stdin if self._stdin is not None else getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise InputError("Standard input is closed.", hint="Pipe a text to it, or name a file.")
        try:
            return self._up_to_the_limit(stream, STANDARD_INPUT)
        except (OSError, ValueError) as error:
            raise InputError(f"Standard input can't be read: {error}.", hint="Name a file instead.") from error

    def _from_file(self, source: str) -> bytes:
        if not source:
            raise InputError("The name of the source is empty.", hint="Name a file, or - for standard input.")
        try:
            found = Path(source).stat()
            self._check(source, found)
            # A FIFO that took the file's place since then would wait for a writer; without blocking it doesn't.
            descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with open(descriptor, "rb") as file:  # noqa: PTH123  # a path would be opened without O_NONBLOCK
                self._check(source, os.fstat(descriptor))
                return self._up_to_the_limit(file, source)
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else str(error)
            hint = _HINTS.get(error.errno or 0, "See whether another program can read it.")
            raise InputError(f"{shown(source)} can't be read: {why}.", hint=hint) from error
        except ValueError as error:  # a NUL character in the name
            raise InputError(f"{shown(source)} is no name of a file.", hint=_HINTS[errno.ENOENT]) from error

    def _check(self, source: str, found: os.stat_result) -> None:
        if stat.S_ISDIR(found.st_mode):
            raise InputError(f"{shown(source)} is a folder.", hint="Name the files in it.")
        if not stat.S_ISREG(found.st_mode):
            raise InputError(
                f"{shown(source)} is neither a file nor a folder but {_what(found.st_mode)}.",
                hint="Pipe its text to standard input (-).",
            )
        if found.st_size > self._max_bytes:
            raise self._too_large(source, f"has {_megabytes(found.st_size)} MB")

    def _up_to_the_limit(self, stream: BinaryIO, source: str) -> bytes:
        """All of `stream`; stops at the limit, so that a stream without an end is refused too."""
        chunks: list[bytes] = []
        left = self._max_bytes + 1
        while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
            chunks.append(chunk)
            left -= len(chunk)
        if left <= 0:
            raise self._too_large(source, "is too large")
        return b"".join(chunks)

    def _too_large(self, source: str, how: str) -> InputError:
        return InputError(
            f"{shown(source)} {how}; the limit is {_megabytes(self._max_bytes)} MB.",
            hint="Divide it, or raise max_input_mb in factcheck.toml.",
        )


def shown(source: str) -> str:
    """`source` as a message names it: one line, harmless, and not endless."""
    if source == STANDARD_INPUT:
        return "Standard input"
    name = visible(source).replace("\n", "␊").replace("\t", "␉")
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:60]}…{name[-50:]}"


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.3g}" if count < 1e9 else f"{count / 1e6:.0f}"


def _what(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
