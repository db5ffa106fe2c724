"""Gets the bytes of a source, whatever it turns out to be, without waiting for ever or reading without end."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from factcheck.errors import InputError
from factcheck.language.display import visible

STANDARD_INPUT: Final = "-"

_CHUNK: Final = 1 << 20
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

    def bytes_of(self, source: str) -> bytes:
        """All of a file, or of standard input for `-`.

        Raises:
            InputError: If it can't be read, is no file, is empty or is larger than the limit.
        """
        if source == STANDARD_INPUT:
            raw = self._from_standard_input()
        else:
            with self.file(source) as file:
                self._refuse_size(source, os.fstat(file.fileno()).st_size)
                raw = self._up_to_the_limit(file, source)
        if not raw:
            raise InputError(f"{shown(source)} is empty.", hint="Name a source with some text.")
        return raw

    @contextmanager
    def file(self, source: str) -> Iterator[BinaryIO]:
        """An open file of whatever size.

        Raises:
            InputError: If it can't be opened or read, or is no file.
        """
        if not source:
            raise InputError("The name of the source is empty.", hint="Name a file, or - for standard input.")
        try:
            _refuse_no_file(source, Path(source).stat())
            # A FIFO that took the file's place since then would wait for a writer; without blocking it doesn't.
            descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with open(descriptor, "rb") as file:  # noqa: PTH123  # a path would be opened without O_NONBLOCK
                _refuse_no_file(source, os.fstat(descriptor))
                yield file
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else str(error)
            hint = _HINTS.get(error.errno or 0, "See whether another program can read it.")
            raise InputError(f"{shown(source)} can't be read: {why}.", hint=hint) from error
        except ValueError as error:  # a NUL character in the name
            raise InputError(f"{shown(source)} is no name of a file.", hint=_HINTS[errno.ENOENT]) from error

    def _from_standard_input(self) -> bytes:
        stream = self._stdin if self._stdin is not None else getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise InputError("Standard input is closed.", hint="Pipe a text to it, or name a file.")
        try:
            return self._up_to_the_limit(stream, STANDARD_INPUT)
        except (OSError, ValueError) as error:
            raise InputError(f"Standard input can't be read: {error}.", hint="Name a file instead.") from error

    def _refuse_size(self, source: str, size: int) -> None:
        if size > self._max_bytes:
            raise self._too_large(source, f"has {_megabytes(size)} MB")

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


def _refuse_no_file(source: str, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise InputError(f"{shown(source)} is a folder.", hint="Name the files in it.")
    if not stat.S_ISREG(found.st_mode):
        raise InputError(
            f"{shown(source)} is neither a file nor a folder but {_what(found.st_mode)}.",
            hint="Pipe its text to standard input (-).",
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
