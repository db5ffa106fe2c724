"""Files come into their place whole, and what a killed writer left is told from what is being written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.files import left_over, regular_bytes, remove_left_over, replacing, unfinished

WRITE_AND_WAIT = """
import sys; from pathlib import Path
from factcheck.files import replacing
with replacing(Path(sys.argv[1])) as file:
    file.write(b"half"); file.flush()
    print("writing", flush=True)
    sys.stdin.read()
"""


@contextmanager
def writer(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is in the midst of writing; it ends well when its input ends."""
    command = [sys.executable, "-c", WRITE_AND_WAIT, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"writing\n"
        yield running


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == b"old"
    with replacing(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_what_a_killed_writer_left_goes_with_the_next_file_that_is_written_there(tmp_path: Path) -> None:
    with writer(tmp_path / "a.txt") as running:
        running.send_signal(signal.SIGKILL)
    assert len(names(tmp_path)) == 1
    assert [path.name for path in left_over(tmp_path)] == names(tmp_path)
    with replacing(tmp_path / "b.txt") as file:
        file.write(b"whole")
    assert names(tmp_path) == ["b.txt"]


def test_what_another_program_is_writing_is_left_to_it(tmp_path: Path) -> None:
    with writer(tmp_path / "a.txt") as running:
        assert left_over(tmp_path) == []
        assert remove_left_over(tmp_path) == 0
        with replacing(tmp_path / "b.txt") as file:
            file.write(b"whole")
        running.communicate(b"")
    assert names(tmp_path) == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"half"


def test_only_files_of_that_very_form_are_taken_for_left_over(tmp_path: Path) -> None:
    kept = [".new-1", ".new-0123456789abcdef.txt", "new-0123456789abcdef", ".new-0123456789ABCDEF"]
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
    (tmp_path / ".new-00000000000000aa").mkdir()
    os.mkfifo(tmp_path / ".new-00000000000000bb")
    (tmp_path / ".new-00000000000000cc").symlink_to(tmp_path / kept[0])
    before = names(tmp_path)
    assert remove_left_over(tmp_path) == 0
    assert names(tmp_path) == before
    (tmp_path / ".new-00000000000000dd").write_bytes(b"half")
    assert remove_left_over(tmp_path) == 1
    assert names(tmp_path) == before
    assert left_over(tmp_path / "nowhere") == []


def test_a_writer_whose_file_was_tidied_away_before_it_was_locked_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    lock = fcntl.flock
    seen: list[str] = []

    def late(descriptor: int, how: int) -> None:
        if not seen:
            (name,) = names(tmp_path)
            seen.append(name)
            (tmp_path / name).unlink()
        lock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with unfinished(tmp_path / "a.txt") as (name, _):
        assert name.exists()
        assert name.name != seen[0]
    assert names(tmp_path) == []


@pytest.mark.timeout(20)
def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero"), tmp_path / "none"):
        with pytest.raises(OSError, match=r"no regular file|No such file"):
            regular_bytes(path)
    (tmp_path / "a").write_bytes(b"x" * 100_000)
    assert regular_bytes(tmp_path / "a") == b"x" * 100_000
