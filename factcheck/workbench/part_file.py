"""A file of rows that is written batch by batch, so that a run that is killed at any point can go on.

While a run is under way there are `OUT.part` with the rows, and `OUT.part.json`, which says how far it is: both are on
the disk before the next batch is. What stands in the rows behind that was half of a batch, and is cut off. At the end
`OUT.part` becomes `OUT`, and `OUT.run.json` beside it says what it was made of.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final

from factcheck.errors import StoreError, UsageError
from factcheck.files import regular_bytes, replacing
from factcheck.workbench.targets import check_target

_OTHER_FILE: Final = "Name another file with --out, or move this one away."
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(slots=True)
class PartState:
    """How far a run is.

    Attributes:
        size: Bytes of whole batches in the file of rows.
        progress: What the run keeps there, as JSON.
    """

    size: int = 0
    progress: dict[str, Any] = field(default_factory=dict)


class PartFile:
    """The rows of one run. Use it in a `with` statement: only one run at a time writes to a file.

    Args:
        out: Where the rows are in the end.
        identity: What the run is: another one with the same is the same run, and goes on with it.
        kept: What no file may be written over; see `check_target`.

    Raises:
        UsageError: If `out` can't be a file, belongs to something else or to another run, or is being written.
    """

    def __init__(self, out: Path, identity: Mapping[str, object], *, kept: Sequence[Path] = ()) -> None:
        self.out = out
        self._kept = kept
        self.rows = out.with_name(out.name + ".part")
        self.told = out.with_name(out.name + ".run.json")
        self.about = out.with_name(out.name + ".part.json")
        self._identity: dict[str, object] = json.loads(json.dumps(identity))
        self._file: BinaryIO | None = None
        self.state = PartState()

    def __enter__(self) -> PartFile:
        check_out(self.out, self._kept)
        with _writing(self.rows):
            self._refuse_foreign(self._identity)
            self._file = self.rows.open("ab")
            try:
                self._begin(self._file)
            except BaseException:
                self._file.close()
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            # What is still in its buffer can't have been asked for: each batch was synced.
            with suppress(OSError):
                self._file.close()

    @property
    def identity(self) -> Mapping[str, object]:
        return self._identity

    @property
    def is_begun(self) -> bool:
        """Whether an earlier run left something to go on with."""
        return bool(self.state.progress)

    def confirm(self, more: Mapping[str, object]) -> None:
        """Add to the identity what was found out later.

        Raises:
            UsageError: If that differs from what the begun or the finished run has.
        """
        found = json.loads(json.dumps(more))
        self._refuse_other(self._identity, found, self.rows)
        self._refuse_foreign(found)
        self._identity |= found

    def append(self, lines: bytes, progress: Mapping[str, object]) -> None:
        """Add a whole batch; on the disk when this ends.

        Raises:
            StoreError: If the disk is full or fails. What was added before is kept.
        """
        assert self._file is not None
        with _writing(self.rows):
            self._file.write(lines)
            self._file.flush()
            os.fsync(self._file.fileno())
            self.state = PartState(self.state.size + len(lines), dict(progress))
            self._say()

    def finish(self, told: Mapping[str, object], convert: Callable[[Path, BinaryIO], None] | None) -> None:
        """Put the rows in their place, with what is told of the run beside them.

        Args:
            convert: Writes the file in another format, from that of the rows; None to take the rows as they are.
        """
        with _writing(self.out):
            with replacing(self.told) as file:
                file.write(json.dumps({"identity": self._identity, **told}, indent=2).encode() + b"\n")
            if convert is not None:
                with replacing(self.out) as file:
                    convert(self.rows, file)
                self.rows.unlink()
            else:
                self.rows.replace(self.out)
            self.about.unlink(missing_ok=True)

    def _begin(self, file: BinaryIO) -> None:
        """Take up what an earlier run left, and cut off what it left unfinished."""
        _lock(file, self.rows)
        stored = _read_about(self.about)
        there = self.rows.stat().st_size
        if stored is None and there:
            raise UsageError(f"{self.rows} is there already, and no run wrote it.", hint=_OTHER_FILE)
        # The rows of a run that was ended in its last step are in their place already.
        if stored is not None and there >= stored["size"]:
            self._refuse_other(stored["identity"], self._identity, self.rows)
            self.state = PartState(stored["size"], stored["progress"])
            self._identity = {**stored["identity"], **self._identity}
        file.truncate(self.state.size)
        self._say()

    def _say(self) -> None:
        about = {"identity": self._identity, "size": self.state.size, "progress": self.state.progress}
        with replacing(self.about) as file:
            file.write(json.dumps(about).encode())

    def _refuse_foreign(self, identity: Mapping[str, object]) -> None:
        """Refuse to replace a finished file that this run wouldn't have made."""
        if not self.out.exists():
            return
        told = _read(self.told)
        if told is None:
            raise UsageError(
                f"{self.out} is there already, and isn't from a run of `factcheck score`.", hint=_OTHER_FILE
            )
        self._refuse_other(told["identity"], identity, self.out)

    def _refuse_other(self, theirs: Mapping[str, object], ours: Mapping[str, object], path: Path) -> None:
        differing = [
            f"{name} is {_shown(ours[name])}, was {_shown(theirs[name])}"
            for name in ours
            if name in theirs and theirs[name] != ours[name]
        ]
        if differing:
            raise UsageError(f"{path} belongs to another run: {'; '.join(differing)}.", hint=_OTHER_FILE)


def _lock(file: BinaryIO, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # not on Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(
            f"{path} is being written by another run.", hint="Wait for it, or name another file with --out."
        ) from error


def check_out(out: Path, kept: Sequence[Path]) -> None:
    """Refuse a name under which a run, with the files that it keeps beside its rows, would take something away.

    Raises:
        UsageError: See `check_target`.
    """
    for ending in ("", ".part", ".part.json", ".run.json"):
        check_target(out.with_name(out.name + ending), option="--out", kept=kept)


def begun_progress(out: Path) -> tuple[dict[str, Any], Path]:
    """What a run that was ended keeps of its progress, empty where there is none; and the file where it is kept."""
    about = out.with_name(out.name + ".part.json")
    stored = _read_about(about)
    return dict(stored["progress"]) if stored is not None else {}, about


def not_ours(path: Path) -> UsageError:
    """The error for a file that stands where a run keeps one of its own."""
    return UsageError(f"{path} is not what a run of `factcheck score` writes.", hint=_OTHER_FILE)


def _read_about(path: Path) -> dict[str, Any] | None:
    found = _read(path)
    if found is None:
        return None
    size, progress = found.get("size"), found.get("progress")
    if type(size) is not int or size < 0 or not isinstance(progress, dict):
        raise not_ours(path)
    return found


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(regular_bytes(path))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path} can't be read: {error}.", hint=_OTHER_FILE) from error
    if not isinstance(found, dict) or not isinstance(found.get("identity"), dict):
        raise not_ours(path)
    return found


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StoreError(
                f"The disk is full: {path} can't be written to.",
                hint="What was scored is kept. Free some space and run the same command again: it goes on.",
            ) from error
        raise StoreError(f"{path} can't be written: {error.strerror}.", hint="Name another file with --out.") from error
