"""Reports that are no text: where they may go, and what is said where an extra is missing."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = "import sys; from factcheck.cli.main import run; sys.exit(run(sys.argv[1:]))"
WITHOUT = {
    "docx": ("import sys; sys.modules['docx'] = None", "pip install 'factcheck[docx]'"),
    "pdf": ("import sys; sys.modules['weasyprint'] = None", "pip install 'factcheck[pdf]'"),
    "pdf without Pango": (
        "import cffi\ndef missing(*_): raise OSError('cannot load library')\ncffi.FFI.dlopen = missing",
        "apt install libpangoft2-1.0-0",
    ),
}


@pytest.fixture
def sample(repository: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(repository / "claims.db", tmp_path / "claims.db"))


@pytest.mark.parametrize("case", WITHOUT)
def test_a_missing_extra_is_named_with_exit_2_and_the_old_report_stays(sample: Path, case: str) -> None:
    name, (before, named) = case.split()[0], WITHOUT[case]
    old = Path(f"report.{name}")
    old.write_bytes(b"the old one")
    for arguments in (["--out", str(old)], ["--format", name]):
        done = subprocess.run(
            [sys.executable, "-c", f"{before}\n{RUN}", "report", *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2, done.stderr
        assert named in done.stderr
        assert "Traceback" not in done.stderr
        assert done.stdout == ""
    assert old.read_bytes() == b"the old one"


def test_bytes_go_down_a_pipe_and_into_a_file_and_not_to_a_terminal(sample: Path) -> None:
    command = [sys.executable, "-c", RUN, "report", "--format", "docx"]
    piped = subprocess.run(command, capture_output=True, check=True)
    assert piped.stdout.startswith(b"PK\x03\x04")
    ours, theirs = pty.openpty()
    try:
        refused = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(theirs)
        os.close(ours)
    assert refused.returncode == 2
    assert "--out report.docx" in refused.stderr
    done = subprocess.run([*command[:-2], "--out", "told.docx"], capture_output=True, check=True)
    assert not done.stdout
    assert Path("told.docx").read_bytes().startswith(b"PK\x03\x04")
