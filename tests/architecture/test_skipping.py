"""A test whose tool is missing says so where somebody works, and fails in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def without_tools(repository: Path, folder: Path, **more: str) -> tuple[int, str]:
    """One test that needs tmux, where no program can be found: the exit code, and what pytest says."""
    environment = {**os.environ, "PATH": str(folder), "PYTHONPATH": str(repository), **more}
    asked = ["tests/tui/test_terminal.py", "-k", "the_terminal_is_left_as_it_was"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *asked]
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_test_is_skipped_with_its_reason_where_somebody_works(repository: Path, tmp_path: Path) -> None:
    code, said = without_tools(repository, tmp_path, CI="")
    assert code == 0
    assert "SKIPPED [1]" in said
    assert "tmux is not installed" in said


def test_a_skipped_test_is_a_failure_in_ci(repository: Path, tmp_path: Path) -> None:
    code, said = without_tools(repository, tmp_path, CI="true")
    assert code == 1
    assert "CI skips nothing" in said
