"""Kills every command that writes, before each of its operations on files and at random times, and looks what is left.

Run: python -m benchmarks.kills [--at-most 24] [--random 4] [--only NAME] [--seed 9]

After each kill the workbench must open and be whole, hold what was there before or what the command stores and no half
of it, have lost nothing that the command had said was saved, and take the next command; and the same command once more
must lead to where it leads without a kill. Nothing of what was killed may stay beside it. The clock stands still, so
that states can be compared. Words stand for the encoder and for the model that reads stances: what is tried is the
storing.

Linux only; prints a count for each command and exits with 1 where something was wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.kill_points import Ended, kill_after, kill_at_operation, run_and_count, run_to_the_end, traceable
from benchmarks.kill_states import claim_ids, content, faults_of, old_workbench, passage_ids
from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.cli.main import run
from factcheck.files import left_over, remove_left_over
from factcheck.settings import Settings
from tests.contracts.word_encoder import WordEncoder
from tests.contracts.word_reader import word_stances

# A process of several threads can't be forked safely.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

ARTICLE = """\
Harbour ferry collides with pier in Port Lindal

The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024, and 31 passengers were injured. It carried
212 people. Harbour master Ines Okafor said the captain had not reported any fault before the accident.
"""
SECOND = """\
Pier of Port Lindal reopens

The northern pier of Port Lindal was opened again on 9 May 2024. The repair cost 1.2 million euros.
"""
SHORT = "The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024.\n"
NOTE = """\
The coast guard said that the ferry Aurora struck the northern pier of Port Lindal on 4 March 2024.

It counted 31 injured passengers. The captain reported a steering fault an hour before the accident.
"""


@dataclass(frozen=True, slots=True)
class Attack:
    """A command to kill, and the folder in which it begins."""

    name: str
    folder: Path
    arguments: tuple[str, ...]
    then: tuple[str, ...] = ()

    @property
    def is_one_step(self) -> bool:
        """Whether there is nothing between all and nothing; else `then` is what brings the rest up to date."""
        return not self.then

    @property
    def is_signed(self) -> bool:
        """Whether a person's act is stored: one that would be stored twice if it were repeated."""
        return "--by" in self.arguments


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--random", type=int, default=4, metavar="N", help="kills at random times, for each command")
    parser.add_argument("--at-most", type=int, metavar="N", help="kills before operations, for each command, spread")
    parser.add_argument("--only", metavar="NAME", help="only the commands whose names begin so")
    parser.add_argument("--seed", type=int, default=9)
    options = parser.parse_args()
    if not _ONE_THREAD.items() <= os.environ.items():
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.kills", *sys.argv[1:]], os.environ | _ONE_THREAD)
    if not traceable():
        print("This program needs Linux on x86_64 or aarch64.")
        return 2
    print("\n".join(machine_lines()))
    chance = random.Random(options.seed)
    kills, wrong, began = 0, 0, time.monotonic()
    read = wiring.parts(Settings()).make_parser()  # the real one: loaded before the first child, which then has it
    doubles: dict[str, Any] = {
        "_parser": lambda _settings: read,
        "utc_now": lambda: datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
        "_encoder": lambda _settings: WordEncoder(),
        "_passage_encoder": lambda _settings, encoder: encoder,
        "_stance_model": lambda _settings, _splitter: word_stances(),
    }
    with patch.multiple(wiring, **doubles), tempfile.TemporaryDirectory() as folder:
        for attack in attacks(Path(folder)):
            if attack.name.startswith(options.only or ""):
                done, faults = kill_everywhere(attack, Path(folder) / "now", chance, options)
                kills, wrong = kills + done, wrong + len(faults)
                print(f"{attack.name}: {done} kills, {len(faults)} faults", *faults, sep="\n  ", flush=True)
    print(f"{kills} kills, {wrong} faults, {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


def attacks(folder: Path) -> list[Attack]:
    """Every command that writes, each with a workbench to begin with."""
    empty = folder / "empty"
    empty.mkdir()
    for name, text in (
        ("ferry.txt", ARTICLE),
        ("pier.txt", SECOND),
        ("note.md", NOTE),
        ("again.md", SECOND),
        ("short.txt", SHORT),
    ):
        (empty / name).write_text(text, encoding="utf-8")
    begun = _folder_after(empty, "begun", ["add", "ferry.txt"], ["evidence", "add", "note.md"])
    desk = _folder_after(begun, "desk", ["match"])
    first, second, *_ = claim_ids(desk / "claims.db")
    passage, *_ = passage_ids(desk / "claims.db")
    decide = ("decide", first, "refuted", "--because", "It counted 31.", "--evidence", passage, "--by", "Ana")
    decided = _folder_after(desk, "decided", decide)
    twice = _folder_after(decided, "twice", ["add", "short.txt"])
    (same,) = set(claim_ids(twice / "claims.db")) - set(claim_ids(desk / "claims.db"))
    dropped = _folder_after(desk, "dropped", ["claims", "drop", second, "--by", "Ana"])
    old = folder / "old"
    shutil.copytree(empty, old)
    old_workbench(old / "claims.db")
    return [
        Attack("add, where there is no workbench", empty, ("add", "ferry.txt"), ("match",)),
        Attack("add", desk, ("add", "pier.txt"), ("match",)),
        Attack("evidence add", desk, ("evidence", "add", "again.md"), ("match",)),
        Attack("match", begun, ("match",), ("match",)),
        Attack("evidence attach", desk, ("evidence", "attach", first, passage, "--by", "Ana")),
        Attack("decide", desk, decide),
        Attack("decide --same-as", twice, ("decide", same, "--same-as", first, "--by", "Ben")),
        Attack("undo", decided, ("undo", "--by", "Ana")),
        Attack("claims edit", desk, ("claims", "edit", first, "--checked", "The ferry struck it.", "--by", "Ana")),
        Attack("claims split", desk, ("claims", "split", first, "--at", "the northern pier", "--by", "Ana")),
        Attack("claims merge", desk, ("claims", "merge", first, second, "--by", "Ana")),
        Attack("claims drop", desk, ("claims", "drop", second, "--by", "Ana")),
        Attack("claims restore", dropped, ("claims", "restore", second, "--by", "Ana")),
        Attack("report --out", decided, ("report", "--out", "report.html")),
        Attack("the upgrade of an old workbench", old, ("claims",)),
    ]


def _folder_after(before: Path, name: str, *calls: Sequence[str]) -> Path:
    """A copy of a folder in which commands were run, in this process: what they load is loaded for every child."""
    after = before.with_name(name)
    shutil.copytree(before, after)
    for arguments in calls:
        with redirect_stdout(TextIOWrapper(BytesIO())) as out, redirect_stderr(out):
            code = _act(after, arguments)
        if code:
            raise SystemExit(f"{' '.join(arguments)} ended with {code}:\n{out.buffer.getvalue().decode()}")
    return after


def _act(folder: Path, arguments: Sequence[str]) -> int:
    os.chdir(folder)
    return run([*arguments, "--db", "claims.db"])


def kill_everywhere(
    attack: Attack, now: Path, chance: random.Random, options: argparse.Namespace
) -> tuple[int, list[str]]:
    """Kill it before each of its operations, and at random times; gives how often, and what was wrong after that."""
    before = content(attack.folder / "claims.db")
    act = partial(_act, now, attack.arguments)
    whole = _ran(attack, now, run_and_count)(act)
    if whole.code or (attack.then and run_to_the_end(partial(_act, now, attack.then)).code):
        raise SystemExit(f"{attack.name} ended with {whole.code}:\n{whole.out}")
    after, names, reports = content(now / "claims.db"), _names(now), _reports(now)
    faults: list[str] = []
    kills: list[tuple[str, Callable[[Callable[[], int]], Ended]]] = [
        (f"before operation {number}", partial(kill_at_operation, number=number))
        for number in _spread(whole.operations, options.at_most)
    ]
    kills += [
        (f"after {seconds * 1000:.0f} ms", partial(kill_after, seconds=seconds))
        for seconds in (chance.uniform(0, whole.seconds) for _ in range(options.random))
    ]
    for when, kill in kills:
        ended = _ran(attack, now, kill)(act)
        halves = [name for name, report in _reports(now).items() if reports.get(name) != report]
        faults += [f"{when}: {name} is not whole" for name in halves]
        faults += [f"{when}: {each}" for each in _wrong(attack, now, ended, (before, after), names)]
    return len(kills), faults


def _spread(count: int, at_most: int | None) -> list[int]:
    """All numbers from 1 to `count`, or so many of them at equal distances, the last one too."""
    wanted = min(count, at_most or count)
    return [count - each * count // wanted for each in reversed(range(wanted))]


def _ran(attack: Attack, now: Path, how: Callable[[Callable[[], int]], Ended]) -> Callable[[Callable[[], int]], Ended]:
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(attack.folder, now)
    return how


def _wrong(attack: Attack, now: Path, ended: Ended, states: tuple[str, str], names: set[str]) -> list[str]:
    """What is wrong with what a killed command left, and with what comes next."""
    before, after = states
    path = now / "claims.db"
    state = content(path)
    found = faults_of(path)
    if attack.is_one_step and state not in (before, after):
        found.append("something half-done is stored")
    if attack.is_signed and "Saved " in ended.out and state != after:
        found.append("what was said to be saved is lost")
    again = ("claims",) if attack.is_signed and state == after else attack.arguments
    for arguments in (again, attack.then) if attack.then else (again,):
        following = run_to_the_end(partial(_act, now, arguments))
        if following.code:
            found.append(f"the next command ended with {following.code}: {following.out[-500:]}")
    if content(path) != after:
        found.append("the same command once more leads somewhere else")
    found += faults_of(path)
    remove_left_over(now)
    beside = _names(now)
    # Between the naming of a backup and the commit a kill leaves it: it is whole, and the next attempt makes its own.
    # SQLite leaves a journal that has nothing in it to whoever writes next.
    if odd := {name for name in beside ^ names if not name.startswith(("claims.db.backup-", "claims.db-journal"))}:
        found.append(f"beside it stand or are missing: {', '.join(sorted(odd))}")
    if left := left_over(now / "claims.db.index"):
        found.append(f"unfinished index files stay: {len(left)}")
    return found


def _reports(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.html")}


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


if __name__ == "__main__":
    sys.exit(main())
