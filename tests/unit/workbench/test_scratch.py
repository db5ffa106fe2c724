"""Folders of temporary files: gone in the end, whoever was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from factcheck.errors import StoreError
from factcheck.workbench.scratch import kept_folder, leave, remove_shared, scratch_folder, shared_folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_and_what_is_in_it_are_gone_afterwards(place: Path) -> None:
    with scratch_folder() as folder, scratch_folder() as other:
        assert folder != other
        (folder / "rows").write_text("a row")
        assert folder.stat().st_mode & 0o077 == 0
    assert list(place.iterdir()) == []


def test_what_a_killed_program_left_goes_with_the_next_folder_and_what_is_in_use_stays(place: Path) -> None:
    program = (
        "import os, signal\n"
        "from factcheck.workbench.scratch import kept_folder\n"
        "(kept_folder('killed') / 'evidence.db').write_text('much')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    path = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "TMPDIR": str(place), "PYTHONPATH": path}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    (left,) = place.iterdir()
    mine = place / "factcheck-score-notes"
    mine.mkdir()
    with scratch_folder() as used, scratch_folder():
        assert not left.exists()
        assert used.exists()
    assert list(place.iterdir()) == [mine]


def test_processes_of_a_run_share_a_folder_by_its_name() -> None:
    with shared_folder("run") as folder:
        (folder / "evidence").touch()
        assert kept_folder("run") == folder
        assert (kept_folder("run") / "evidence").exists()
        leave("run")
        assert not folder.exists()
    kept_folder("other").joinpath("evidence").touch()
    remove_shared("other")
    leave("other")


def test_where_there_is_no_place_that_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "file").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(place / "file"))
    with pytest.raises(StoreError, match="There is no place for temporary files"), scratch_folder():
        pass
