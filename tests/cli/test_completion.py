"""Shell completion, as click makes it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_completion(shell: str) -> None:
    command = Path(sys.executable).with_name("factcheck")
    run = subprocess.run(
        [command],
        env={**os.environ, "_FACTCHECK_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0
    assert "_FACTCHECK_COMPLETE" in run.stdout


def test_commands_and_statuses_are_completed() -> None:
    command = Path(sys.executable).with_name("factcheck")

    def completed(words: str) -> str:
        place = str(len(words.split()) - (0 if words.endswith(" ") else 1))
        environment = {**os.environ, "_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": place}
        return subprocess.run([command], env=environment, capture_output=True, text=True, check=True).stdout

    assert "plain,decide" in completed("factcheck de")
    assert "plain,refuted" in completed("factcheck decide c-1 ref")
