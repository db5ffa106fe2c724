"""Every command that writes, killed before its operations on files and at random times: a real process each time."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.kill_points import traceable

KILLS = 300


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.skipif(not traceable(), reason="processes can't be stopped at their calls here")
def test_no_kill_loses_what_was_said_to_be_saved_or_leaves_half_of_anything(
    repository: Path, record_property: Callable[[str, object], None]
) -> None:
    program = [sys.executable, "-m", "benchmarks.kills", "--at-most", "18", "--random", "3"]
    done = subprocess.run(program, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    counted = re.search(r"^(\d+) kills, 0 faults", done.stdout, re.MULTILINE)
    assert counted
    record_property("counted", f"{counted[0]} of {done.stdout.count(' kills, ') - 1} commands")
    assert int(counted[1]) >= KILLS
