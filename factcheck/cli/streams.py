"""Standard output and error that never stop the work: what they can't take is dropped, and why is remembered.

A decision that is stored is stored, whether or not the line that says so could be printed; and of ten sources the last
nine are taken in though whoever read the first line has gone.
"""

from __future__ import annotations

import errno
import io
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Sink(io.RawIOBase):
    """Passes bytes on until that fails, and drops them from then on.

    Attributes:
        error: What failed first; None where nothing did.
    """

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self.error: OSError | None = None
        buffer = getattr(stream, "buffer", None)
        # Past the buffer: Python would try once more, at its end, to write what stayed there.
        self._out = getattr(buffer, "raw", buffer)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._out is not None and bool(self._out.isatty())

    def fileno(self) -> int:
        return super().fileno() if self._out is None else int(self._out.fileno())

    def write(self, data: ReadableBuffer, /) -> int:
        left = memoryview(data).cast("B")
        total = len(left)
        try:
            while left and self.error is None:
                left = left[self._some(left) :]
        except OSError as error:
            self.error = error
        return total

    def _some(self, data: memoryview) -> int:
        if self._out is None:
            raise OSError(errno.EBADF, "it is closed")
        written = self._out.write(data)
        if written is None:
            # A pipe that doesn't wait and is full: its reader is slow.
            select.select([], [self._out.fileno()], [])
        return written or 0


@contextmanager
def sinks() -> Iterator[Sink]:
    """Put such streams in the place of standard output and error, and give the one of standard output.

    What an encoding has no letter for is shown as an escape.
    """
    before = sys.stdout, sys.stderr
    if None in (sys.stdin, *before):
        _fill_closed_descriptors()
    out = Sink(sys.stdout)
    try:
        sys.stdout, sys.stderr = _text(out, sys.stdout), _text(Sink(sys.stderr), sys.stderr)
        yield out
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        sys.stdout, sys.stderr = before


def refused() -> OSError | None:
    """Why standard output couldn't take what was printed last; None where it took all."""
    sink = getattr(sys.stdout.buffer, "raw", None)
    return sink.error if isinstance(sink, Sink) else None


def _text(sink: Sink, like: TextIO | None) -> TextIO:
    encoding = like.encoding if like is not None else "utf-8"
    buffer = io.BufferedWriter(sink)
    return io.TextIOWrapper(buffer, encoding, "backslashreplace", line_buffering=sink.isatty() or like is sys.stderr)


def _fill_closed_descriptors() -> None:
    """Where a standard stream is closed, the next file to be opened would become it: a database, say."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
