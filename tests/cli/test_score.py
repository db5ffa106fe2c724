"""`factcheck score`: real processes with the real models, killed and gone on with; and all that needs no model."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
from lxml import etree  # type: ignore[import-untyped]

from factcheck.cli.score import command as command_of_score
from factcheck.cli.score_steps import Target, _Rows
from factcheck.cli.streams import sinks
from factcheck.report.records.score_rows import SCHEMA_FILE
from factcheck.workbench.part_file import PartFile
from tests.unit.report.json_schema import faults

Run = Callable[..., Any]

# Each process loads the models for itself, so that nothing is gained beside the other tests of models.
pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("score")]

EVIDENCE = """\
---
title: Report of the water board
publisher: Tarn Water Board
published-on: 2024-06-02
---
The reservoir of Tarn held 40 million litres in May 2024, the water board said. It was built in 1961.

The board closed the old pumping station on 3 May 2024. No household was without water.
"""
ARTICLE = """\
The reservoir of Tarn held {0} million litres in May 2024. It was built in 1961.

The old pumping station was closed on 3 May 2024. Nobody in district {0} was without water, said Ivo Lange.
"""


GATED = """\
<html><body><article><h1>The library</h1>
<p>The library of Orm bought 300 new books, its head said on Monday.</p>
<div><p>Subscribe now to continue reading.</p></div></article></body></html>
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process printed, and how it ended."""

    code: int
    out: bytes
    err: str


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", "score", *arguments]


def environment(folder: Path) -> Mapping[str, str]:
    """This code, and what a killed process leaves of temporary files in a folder of the test."""
    path = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    return {**os.environ, "PYTHONPATH": path, "TMPDIR": str(folder)}


def call(folder: Path, *arguments: str) -> Ended:
    done = subprocess.run(command(*arguments), cwd=folder, env=environment(folder), capture_output=True, check=False)
    return Ended(done.returncode, done.stdout, done.stderr.decode())


def killed(folder: Path, out: str, *arguments: str) -> None:
    """Begin a run, and kill it once it has some rows and not yet all."""
    about = folder / f"{out}.part.json"
    process = subprocess.Popen(
        command(*arguments, "--out", out), cwd=folder, env=environment(folder), stderr=subprocess.DEVNULL
    )
    while not (about.exists() and json.loads(about.read_bytes())["progress"]):
        assert process.poll() is None, "it ended before it could be killed"
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fourteen articles in a file of lines, which are four batches, with a line that is wrong; claims; evidence."""
    made = tmp_path_factory.mktemp("scoring")
    lines = [
        json.dumps({"id": f"n{number}", "title": f"Water {number}", "text": ARTICLE.format(number)})
        for number in range(33, 47)
    ]
    lines.insert(5, '{"id": "wrong"}')
    (made / "news.jsonl").write_text("\n".join(lines))
    (made / "board.md").write_text(EVIDENCE)
    (made / "gated.html").write_text(GATED)
    fever = {"id": 7, "label": "REFUTES", "claim": "The reservoir of Tarn was built in 1975.", "evidence": []}
    (made / "fever.jsonl").write_text(json.dumps(fever) + "\n")
    averitec = {"claim": "The reservoir was built in 1961.", "claim_date": "3-6-2024", "label": "Supported"}
    (made / "averitec.json").write_text(json.dumps([averitec]))
    return made


@dataclass(frozen=True, slots=True)
class Scored:
    """One job, done by one process; and begun by two, killed, and ended by one."""

    alone: Ended
    after_a_kill: Ended
    rows: Mapping[str, bytes]


@pytest.fixture(scope="module")
def scored(folder: Path) -> Scored:
    job = ("news.jsonl", "--evidence", "board.md", "--top-k", "3")
    alone = call(folder, *job, "--out", "alone.jsonl", "--workers", "1")
    killed(folder, "killed.jsonl", *job, "--workers", "2")
    after_a_kill = call(folder, *job, "--out", "killed.jsonl", "--workers", "1")
    return Scored(alone, after_a_kill, {name: (folder / name).read_bytes() for name in ("alone.jsonl", "killed.jsonl")})


@pytest.mark.model
@pytest.mark.slow
def test_two_processes_that_are_killed_and_one_that_goes_on_give_the_rows_of_one(scored: Scored, folder: Path) -> None:
    assert scored.rows["alone.jsonl"]
    assert scored.rows["killed.jsonl"] == scored.rows["alone.jsonl"]
    assert "Going on behind" in scored.after_a_kill.err
    told = json.loads((folder / "killed.jsonl.run.json").read_bytes())
    assert 0 < told["inputs_of_an_earlier_run"] < told["inputs"] == 14
    assert {"encoder_precision", "stance_precision"} <= told["identity"].keys()
    assert not list(folder.glob("*.part*"))


@pytest.mark.model
@pytest.mark.slow
def test_a_bad_source_is_named_and_passed_over(scored: Scored, folder: Path) -> None:
    for ended in (scored.alone, scored.after_a_kill):
        assert ended.code == 7
        assert "1 source could not be read" in ended.err
    assert "Line 6 of news.jsonl has no text" in scored.alone.err
    told = json.loads((folder / "alone.jsonl.run.json").read_bytes())
    assert [each[0] for each in told["failures"]] == ["news.jsonl:6"]


@pytest.mark.model
@pytest.mark.slow
def test_the_rows_are_as_the_schema_says_and_in_the_order_of_the_input(scored: Scored) -> None:
    schema = json.loads(SCHEMA_FILE.read_bytes())
    rows = [json.loads(line) for line in scored.rows["alone.jsonl"].splitlines()]
    assert [fault for row in rows for fault in faults(schema, row)] == []
    assert list(dict.fromkeys(row["article"]["title"] for row in rows)) == [f"Water {n}" for n in range(33, 47)]
    by_words = {row["checked"]: row["status"] for row in rows}
    assert by_words["The reservoir of Tarn held 40 million litres in May 2024."] == "supported"
    assert by_words["The reservoir of Tarn held 33 million litres in May 2024."] == "refuted"


@pytest.mark.model
@pytest.mark.slow
def test_ready_claims_go_through_gate_baseline_table_and_junit(folder: Path) -> None:
    job = ("fever.jsonl", "averitec.json", "--evidence", "board.md", "--evidence", "gated.html", "--workers", "1")
    gate = ("--fail-on", "refuted", "--summary")
    first = call(folder, *job, *gate, "--junit", "claims.xml", "--out", "claims.jsonl")
    assert first.code == 1
    assert "The gate (refuted) stops 1 claim." in first.err
    assert "refuted" in first.out.decode()
    (suite,) = etree.parse(folder / "claims.xml").getroot()
    assert [case[0].tag if len(case) else "passed" for case in suite] == ["failure", "passed"]
    told = json.loads((folder / "claims.jsonl.run.json").read_bytes())
    assert [address for address, _ in told["warnings"]] == ["gated.html"]
    assert "warning: gated.html: The page asks its readers to log in or pay" in first.err
    second = call(folder, *job, *gate, "--baseline", "claims.jsonl", "--format", "csv")
    assert second.code == 0
    assert "1 more are known" in second.err
    built, held = csv.DictReader(io.StringIO(second.out.decode(), newline=""))
    assert (built["given_id"], built["status"], built["source"]) == ("7", "refuted", "fever.jsonl:1")
    assert (held["said_on"], held["status"]) == ("2024-06-03", "supported")


@pytest.mark.model
@pytest.mark.slow
def test_the_workbench_is_read_only_and_saved_to_only_where_that_was_asked_for(
    run: Run, desk: Path, tmp_path: Path
) -> None:
    (tmp_path / "second.txt").write_text(
        "The ferry Aurora struck the northern pier of Port Lindal, and 31 were hurt.\n"
    )
    before = run("claims", "--json").json
    answer = run("score", "second.txt", "--workers", "1", "--out", "rows.jsonl", "--save")
    assert answer.code == 0, answer.err
    assert "Stored 1 article" in answer.err
    after = run("claims", "--json").json["claims"]
    rows = {row["id"]: row for row in map(json.loads, (tmp_path / "rows.jsonl").read_bytes().splitlines())}
    new = [claim for claim in after if claim not in before["claims"]]
    assert {claim["id"] for claim in new} == set(rows)
    for claim in new:
        assert claim["suggestion"]["status"] == rows[claim["id"]]["status"]
        assert claim["suggestion"]["passages"] == [each["id"] for each in rows[claim["id"]]["passages"]]


def test_rows_that_standard_output_can_t_take_end_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context = click.Context(command_of_score, obj={})
    target = Target(out=None, format="jsonl", kept=())
    with PartFile(tmp_path / "rows.jsonl", {}) as part:
        with Path("/dev/full").open("w") as full:
            monkeypatch.setattr(sys, "stdout", full)
            told = io.StringIO()
            with sinks(), contextlib.redirect_stderr(told), pytest.raises(click.exceptions.Exit) as ended:
                _Rows(context, part, target).show(b"{}\n", 3)
        assert ended.value.exit_code == 9
        assert "It took 3 rows" in told.getvalue()
        assert "--out FILE" in told.getvalue()


@pytest.mark.parametrize("rows_only", [True, False])
def test_where_the_reader_has_gone_the_run_ends_unless_all_rows_are_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rows_only: bool
) -> None:
    context = click.Context(command_of_score, obj={})
    target = Target(out=None, format="jsonl", kept=(), rows_only=rows_only)
    reading, writing = os.pipe()
    os.close(reading)
    with PartFile(tmp_path / "rows.jsonl", {}) as part, os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with sinks():
            rows = _Rows(context, part, target)
            if not rows_only:
                rows.show(b"{}\n", 3)
                return
            with pytest.raises(click.exceptions.Exit) as ended:
                rows.show(b"{}\n", 3)
    assert ended.value.exit_code == 0


def test_a_dry_run_says_what_would_be_done_and_loads_no_model(folder: Path) -> None:
    program = (
        "import sys; from factcheck.cli.main import run; code = run(sys.argv[1:])\n"
        "print([name for name in ('torch', 'faiss', 'transformers') if name in sys.modules], code)"
    )
    arguments = ["score", "news.jsonl", "fever.jsonl", "averitec.json", "--evidence", "board.md", "--dry-run"]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, "--out", "dry.csv", "--workers", "2"],
        cwd=folder, env=environment(folder), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "15 articles and 2 ready claims of 3 files" in done.stdout
    assert "into dry.csv as csv" in done.stdout
    assert "That takes very roughly" in done.stdout
    assert "after a first run it goes by that" in done.stdout
    assert done.stdout.endswith("[] 0\n")
    assert not list(folder.glob("dry*"))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["a.txt"], 2, "There is no evidence: claims.db doesn't exist."),
        (["a.txt", "--evidence", "a.txt", "--save"], 2, "isn't in the workbench"),
        (["-", "--save"], 2, "Standard input can't be scored and stored"),
        (["claims.jsonl", "--save"], 2, "claims.jsonl holds ready claims"),
        (["a.txt", "--baseline", "b.jsonl"], 2, "nothing fails"),
        (["a.txt", "--fail-on", "false"], 2, "'false' is no gate"),
        (["a.txt", "--fail-on", "refuted", "--baseline", "missing.jsonl"], 3, "can't be read"),
        (["a.txt", "--fail-on", "refuted", "--baseline", "pipe"], 3, "pipe can't be read: it is no regular file"),
        (["a.txt", "--evidence", "a.txt", "--format", "parquet"], 2, "Parquet is a file"),
        (["a.txt", "--out", "rows.xlsx"], 2, "doesn't say in which format"),
        (["a.txt", "--junit", "missing/x.xml"], 2, "can't be written"),
        (["a.txt", "--evidence", "missing.txt"], 3, "missing.txt can't be read"),
        (["a.txt", "--evidence", "a.txt", "--out", "mine.jsonl"], 2, "isn't from a run of `factcheck score`"),
        (
            ["a.txt", "--evidence", "a.txt", "--out", "claims.db", "--format", "csv"],
            2,
            "it is the workbench, or belongs to it",
        ),
        (["a.txt", "--junit", "claims.db.index/x.xml"], 2, "it is the workbench, or belongs to it"),
        (["a.txt", "--out", "other.csv", "--dry-run"], 2, "it is a database"),
        (["a.txt", "--out", "/dev/null", "--format", "csv"], 2, "it is a device"),
        (["a.txt", "--evidence", "a.txt", "--out", "x.jsonl", "--junit", "x.jsonl"], 2, "x.jsonl is named twice"),
        (
            ["a.txt", "--fail-on", "refuted", "--baseline", "none.jsonl", "--junit", "claims.db.index/../none.jsonl"],
            2,
            "none.jsonl is named twice",
        ),
        (["", "--evidence", "a.txt"], 2, "A source has an empty name."),
        (["a.txt", "--evidence", " "], 2, "A source has an empty name."),
        (["a.txt", "--min-check-worthiness", "2"], 2, "not in the range"),
    ],
)
def test_what_can_t_be_done_is_said_before_any_model_is_loaded(
    run: Run, tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    (tmp_path / "a.txt").write_text("The mill burned down in 2020.")
    (tmp_path / "claims.jsonl").write_text('{"claim": "The mill burned down."}')
    (tmp_path / "mine.jsonl").write_text("mine")
    (tmp_path / "other.csv").write_bytes(b"SQLite format 3\x00")
    (tmp_path / "claims.db.index").mkdir()
    (tmp_path / "none.jsonl").touch()
    os.mkfifo(tmp_path / "pipe")
    answer = run("score", *arguments)
    assert answer.code == code
    assert message in answer.err
    assert (tmp_path / "mine.jsonl").read_text() == "mine"
