"""Closed, full and abandoned streams, and terminals in other charsets: the work is done, and the exit code says so."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow  # a process for each way to end

FULL = Path("/dev/full")
needs_a_full_disk = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


@pytest.fixture
def sample(repository: Path, tmp_path: Path) -> Path:
    """A copy of the sample workbench as `claims.db` of the current folder."""
    return Path(shutil.copy(repository / "claims.db", tmp_path / "claims.db"))


@pytest.fixture
def claim(run: Any, sample: Path) -> str:
    return str(run("claims", "--json").json["claims"][0]["id"])


def shell(call: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which `factcheck` stands for the program."""
    program = f'factcheck() {{ "{sys.executable}" -m factcheck "$@"; }}; set -o pipefail; {call}'
    with_path = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(filter(None, sys.path)), **environment}
    return subprocess.run(["bash", "-c", program], capture_output=True, check=False, env=with_path)


def events(run: Any, claim: str) -> int:
    return len(run("history", claim, "--json").json["history"])


DECIDE = "factcheck decide {claim} not_checkable --by Ana"


@pytest.mark.parametrize("where", [">&-", pytest.param(">/dev/full", marks=needs_a_full_disk)])
@pytest.mark.parametrize("form", ["", " --json"])
def test_a_decision_is_stored_though_nobody_hears_of_it_and_exit_9_says_that(
    run: Any, claim: str, where: str, form: str
) -> None:
    ended = shell(f"{DECIDE.format(claim=claim)}{form} {where}")
    assert ended.returncode == 9
    assert b"what the command stores is stored" in ended.stderr
    assert b"Exception ignored" not in ended.stderr
    assert events(run, claim) == 1


@pytest.mark.parametrize("where", ["2>&-", "<&- 2>&-", pytest.param("2>/dev/full", marks=needs_a_full_disk)])
def test_where_only_standard_error_is_gone_the_exit_code_is_that_of_the_command(
    run: Any, claim: str, where: str
) -> None:
    ended = shell(f"{DECIDE.format(claim=claim)} {where}")
    assert ended.returncode == 0
    assert ended.stdout.startswith(b"Saved ")
    assert shell(f"factcheck show c-nosuchclaim {where}").returncode == 2


def test_with_every_stream_closed_the_workbench_is_not_taken_for_one(run: Any, claim: str, sample: Path) -> None:
    """The first file that a program opens gets the number of a closed stream."""
    assert shell(DECIDE.format(claim=claim) + " <&- >&- 2>&-").returncode == 9
    assert events(run, claim) == 1
    assert sample.read_bytes()[:15] == b"SQLite format 3"


@pytest.mark.parametrize("call", ["claims", "report", "claims --json"])
def test_a_reader_that_has_seen_enough_is_no_error_for_any_output(sample: Path, call: str) -> None:
    ended = shell(f"factcheck {call} | head -c 1")
    assert (ended.returncode, ended.stderr) == (0, b"")


@needs_a_full_disk
def test_an_error_keeps_its_own_exit_code_where_the_output_fails_too(sample: Path) -> None:
    assert shell("factcheck doctor --encoder nobody/has-this --json >/dev/full").returncode == 6


@pytest.mark.parametrize("charset", ["cp1252", "utf-16"])
@pytest.mark.parametrize("call", ["report", "report --format markdown", "claims --json"])
def test_reports_and_json_are_utf_8_whatever_the_terminal_has(run: Any, sample: Path, charset: str, call: str) -> None:
    ended = shell(f"factcheck {call}", PYTHONIOENCODING=charset)
    assert ended.returncode == 0
    shown = ended.stdout.decode()
    assert "“" in shown
    assert len(shown) == len(run(*call.split()).out)
    if "json" in call:
        json.loads(shown)
