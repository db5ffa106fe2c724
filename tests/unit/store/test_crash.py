"""A program that is killed while it writes loses nothing that it had said was stored, and leaves no half of anything.

`kill -9` proves what the journal does when a process ends. A power cut takes the system's own buffers too and is not
tried here.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from factcheck.store.database import Database, Mode

WRITE_PAIRS_FOR_EVER = """
import os, sys
from pathlib import Path
from factcheck.store.database import Database
from factcheck.store.snapshots import keep_snapshot

with Database(Path(sys.argv[1])) as database:
    number = int(sys.argv[2])
    while True:
        with database.transaction():
            keep_snapshot(database, b"left %d " % number * 2000)
            keep_snapshot(database, b"right %d " % number * 2000)
        os.write(1, b"%d\\n" % number)
        number += 1
"""
COUNT = "SELECT count(*) FROM snapshots WHERE CAST(substr(bytes, 1, {0}) AS TEXT) = '{1} '"


def kill_while_writing(path: Path, first: int, seconds: float) -> int:
    """Start a writer, kill it some time after its first commit, and give the number of its last acknowledged one."""
    command = [sys.executable, "-c", WRITE_PAIRS_FOR_EVER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"%d\n" % first
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    whole_lines = rest[: rest.rfind(b"\n") + 1].split()
    return int(whole_lines[-1]) if whole_lines else first


@pytest.mark.slow
def test_a_killed_writer_loses_no_acknowledged_commit_and_leaves_no_half_of_one(new_path: Path) -> None:
    """20 rounds on one file. The next to open it is a reader in half of them: it must be able to roll back too."""
    chance = random.Random(9)
    stored = 0
    for number in range(20):
        acknowledged = kill_while_writing(new_path, stored, chance.uniform(0.0, 0.06))
        mode: Mode = "read" if number % 2 else "write"
        with Database(new_path, mode=mode) as database:
            left = database.rows(text(COUNT.format(5, "left")))[0][0]
            right = database.rows(text(COUNT.format(6, "right")))[0][0]
            assert left == right
            # One more than was acknowledged may be there: stored, and killed before it could say so.
            assert left in (acknowledged + 1, acknowledged + 2)
            assert database.pragma("integrity_check") == [("ok",)]
        stored = left
    assert stored >= 20


def test_a_writer_that_is_killed_inside_a_transaction_leaves_nothing_of_it(path: Path) -> None:
    """Killed for certain before the commit, and with pages in the file already, so that only the journal can help."""
    before = sqlite3.connect(path).execute("SELECT count(*) FROM snapshots").fetchone()
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from factcheck.store.database import Database; from factcheck.store.snapshots import keep_snapshot\n"
        "with Database(Path(sys.argv[1])) as database:\n"
        "    database.connection().exec_driver_sql('PRAGMA cache_size = 5'); database.connection().rollback()\n"
        "    with database.transaction():\n"
        "        for number in range(300): keep_snapshot(database, b'%d ' % number * 3000)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    size = path.stat().st_size
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert path.stat().st_size > size  # pages were in the file, or this test would prove nothing
    with Database(path, mode="read") as database:
        assert database.rows(text("SELECT count(*) FROM snapshots"))[0] == before
        assert database.pragma("integrity_check") == [("ok",)]


def test_a_writer_that_is_killed_while_it_creates_leaves_no_workbench_and_it_can_be_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    program = (
        "import os, signal, sys; from pathlib import Path; import alembic.command\n"
        "from factcheck.store.database import Database\n"
        "run = alembic.command.upgrade\n"
        "def upgrade(*given):\n"
        "    run(*given); os.kill(os.getpid(), signal.SIGKILL)\n"
        "alembic.command.upgrade = upgrade\n"
        "Database(Path(sys.argv[1]), mode='create')\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert not path.exists()
    with Database(path, mode="create") as database:
        assert database.rows(text("SELECT count(*) FROM claims"))[0][0] == 0
