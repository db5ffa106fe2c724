"""`factcheck score --ray`: a Ray of this machine with the real models, and all that can go wrong before it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_score import ARTICLE, EVIDENCE, call, command, environment

Run = Callable[..., Any]

pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("ray")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten articles, which are three batches, and evidence."""
    news = tmp_path / "news"
    news.mkdir()
    for number in range(33, 43):
        (news / f"{number}.txt").write_text(ARTICLE.format(number))
    (tmp_path / "board.md").write_text(EVIDENCE)
    return tmp_path


@pytest.mark.ray
@pytest.mark.model
@pytest.mark.slow
def test_rows_of_an_interrupted_ray_and_of_one_process_that_goes_on_are_those_of_one_process(
    folder: Path,
) -> None:
    job = ("news", "--evidence", "board.md", "--top-k", "3")
    about = folder / "ray.jsonl.part.json"
    process = subprocess.Popen(
        command("--ray", "local", *job, "--workers", "1", "--out", "ray.jsonl"),
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (about.exists() and json.loads(about.read_bytes())["progress"]):
        assert process.poll() is None, "it ended before it could be interrupted"
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    out, err = process.communicate()
    assert process.returncode == 130
    assert out == ""
    told = [line for line in err.splitlines() if not line.endswith(" s)")]
    assert told == ["Scoring on a Ray of this machine.", "Interrupted. What was saved before is kept."]
    told_of = json.loads(about.read_bytes())["progress"]["counts"]
    after = call(folder, *job, "--workers", "1", "--out", "ray.jsonl")
    assert after.code == 0, after.err
    assert "Going on behind" in after.err
    alone = call(folder, *job, "--workers", "1", "--out", "alone.jsonl")
    assert alone.code == 0, alone.err
    rows = (folder / "alone.jsonl").read_bytes()
    assert rows
    assert (folder / "ray.jsonl").read_bytes() == rows
    assert 0 < told_of["inputs"] < 10
    assert not list(folder.glob("factcheck-score-*"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--ray", "127.0.0.1:1"], "No Ray cluster answers at 127.0.0.1:1"),
        (["--ray=head"], "'head' is no address of a Ray cluster"),
        (["--ray", "auto"], "No Ray cluster was begun on this machine"),
    ],
)
@pytest.mark.ray
def test_an_address_that_doesn_t_answer_is_said_and_nothing_is_begun(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.setenv("RAY_TMPDIR", str(folder))
    answer = run("score", *arguments, "news", "--evidence", "board.md", "--out", "rows.jsonl")
    assert answer.code == 2
    assert message in answer.err
    assert not list(folder.glob("rows.jsonl*"))


def test_what_follows_ray_is_a_source_where_it_is_no_address(run: Run, folder: Path) -> None:
    for arguments in (["--ray", "news"], ["news", "--ray"], ["--ray", "--workers", "3", "news"]):
        answer = run("score", *arguments, "--evidence", "board.md", "--dry-run")
        assert answer.code == 0, answer.err
        assert "Would score 10 articles" in answer.out
        assert "of a Ray cluster" in answer.out


def test_where_ray_is_missing_the_extra_is_named(folder: Path) -> None:
    program = "import sys\nsys.modules['ray'] = None\nfrom factcheck.cli.main import run\nsys.exit(run(sys.argv[1:]))\n"
    done = subprocess.run(
        [sys.executable, "-c", program, "score", "news", "--evidence", "board.md", "--ray", "--out", "rows.jsonl"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "pip install 'factcheck[ray]'" in done.stderr
    assert not list(folder.glob("rows.jsonl*"))
