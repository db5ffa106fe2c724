"""Processes that do tasks: real ones, with a resource that costs nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ModelError, PartialError
from factcheck.workbench.crew import Task
from factcheck.workbench.workers import InThisProcess, Workers
from tests.unit.workbench.small_tasks import Bench, KilledAtFirst, Square, Threads, failing, raising


def test_answers_come_in_the_order_of_the_tasks_from_at_most_so_many_processes() -> None:
    with Workers(Bench, 2) as workers:
        answers = list(workers.answers(Square(number) for number in range(12)))
    assert [square for square, _, _ in answers] == [number**2 for number in range(12)]
    processes = {process for _, process, _ in answers}
    assert len(processes) in (1, 2)
    assert os.getpid() not in processes
    # Each made its resource once: the last answer of each says how often that was asked.
    assert sum(max(asked for _, each, asked in answers if each == process) for process in processes) == 12


def test_a_process_computes_with_one_thread_and_this_one_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    with Workers(Bench, 1) as workers:
        assert list(workers.answers([Threads()])) == ["1"]
    assert os.environ["OMP_NUM_THREADS"] == "7"
    assert "MKL_NUM_THREADS" not in os.environ


def test_only_a_few_tasks_are_taken_ahead_of_the_answers() -> None:
    taken = 0

    def tasks() -> Iterator[Square]:
        nonlocal taken
        for number in range(20):
            taken += 1
            yield Square(number)

    with Workers(Bench, 1) as workers:
        for answered, _ in enumerate(workers.answers(tasks()), 1):
            assert taken <= answered + 2


def test_a_task_whose_process_is_killed_is_done_again_and_the_order_stays(tmp_path: Path) -> None:
    tasks: list[Task[Bench, Any]] = [Square(1), KilledAtFirst(2, tmp_path / "tries"), Square(3)]
    with Workers(Bench, 2) as workers:
        answers = list(workers.answers(tasks))
    assert (answers[0][0], answers[1], answers[2][0]) == (1, "done", 9)
    assert (tmp_path / "tries").read_text() == "xxx"


def test_a_task_whose_process_is_killed_three_times_is_named(tmp_path: Path) -> None:
    with Workers(Bench, 1) as workers, pytest.raises(PartialError, match="scored the third chapter was ended 3 times"):
        list(workers.answers([KilledAtFirst(5, tmp_path / "tries")]))


def test_an_error_for_a_person_comes_through_as_it_is_and_a_fault_with_its_place() -> None:
    with Workers(Bench, 1) as workers:
        with pytest.raises(ModelError) as found:
            list(workers.answers([raising]))
        assert (found.value.message, found.value.hint) == ("The model is gone.", "Install it.")
    with Workers(Bench, 1) as workers, pytest.raises(RuntimeError, match="in failing"):
        list(workers.answers([failing]))


def test_the_processes_end_when_the_one_that_began_them_is_killed() -> None:
    program = (
        "from factcheck.workbench.workers import Workers\n"
        "from tests.unit.workbench.small_tasks import Bench, Square\n"
        "import os, signal, sys\n"
        "if __name__ == '__main__':\n"
        "    workers = Workers(Bench, 1)\n"
        "    print([process for _, process, _ in workers.answers([Square(2)])][0], flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    path = [str(Path(each).absolute()) for each in sys.path]
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
    )
    process = int(done.stdout)
    for _ in range(200):
        if not Path(f"/proc/{process}").exists() or _is_dead(process):
            return
        time.sleep(0.05)
    pytest.fail("the process goes on")


def test_a_pool_in_this_process_answers_alike() -> None:
    answers = list(InThisProcess(Bench()).answers([Square(2), Square(3)]))
    assert answers == [(4, os.getpid(), 1), (9, os.getpid(), 2)]


def _is_dead(process: int) -> bool:
    try:
        return "\nState:\tZ" in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return True
