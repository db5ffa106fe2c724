"""Whatever is wrong gets one clear message, the next step, its exit code, no traceback, and nothing half-stored."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE, wait_until

pytestmark = pytest.mark.slow  # processes

BAD_SOURCES = {
    "missing": None,
    "empty": b"",
    "blank": b" \n\t\r\n \n",
    "binary": bytes(range(256)) * 8,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "no charset": b"caf\xe9 \x81\x8d\x8f\x90\x9d caf\xff\xfe\xfd" * 4,
}


@pytest.mark.parametrize("name", BAD_SOURCES)
@pytest.mark.parametrize("command", [["add"], ["evidence", "add"]])
def test_a_source_that_cannot_be_read_is_exit_3(run: Any, name: str, command: list[str]) -> None:
    if (content := BAD_SOURCES[name]) is not None:
        Path("source.txt").write_bytes(content)
    answer = run(*command, "source.txt")
    assert answer.code == 3, answer.err
    assert "source.txt" in answer.err
    assert "→" in answer.err
    assert "Traceback" not in answer.err
    assert run("claims", "--json").json == {"claims": []}


def test_a_folder_is_exit_3(run: Any) -> None:
    Path("folder").mkdir()
    assert run("add", "folder").code == 3


@pytest.mark.parametrize("command", [["add"], ["evidence", "add"]])
@pytest.mark.parametrize("names", [[""], ["  "], ["story.txt", ""]])
def test_a_source_without_a_name_is_exit_2_and_not_the_current_folder(
    run: Any, command: list[str], names: list[str]
) -> None:
    Path("story.txt").write_text("The dam at Orrin broke on Sunday.", encoding="utf-8")
    answer = run(*command, *names)
    assert answer.code == 2
    assert "empty name" in answer.err
    assert not Path("claims.db").exists()


def test_a_source_above_the_limit_is_refused_and_the_setting_is_named(run: Any) -> None:
    with Path("huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    answer = run("add", "huge.txt")
    assert answer.code == 3
    assert "max_input_mb" in answer.err


@pytest.mark.model
def test_the_limit_can_be_raised_in_the_settings(run: Any, quick: None) -> None:
    Path("factcheck.toml").write_text("max_input_mb = 0.0001\n", encoding="utf-8")
    Path("story.txt").write_text("The dam at Orrin broke on Sunday. " * 5, encoding="utf-8")
    assert run("add", "story.txt").code == 3
    Path("factcheck.toml").write_text("max_input_mb = 1\n", encoding="utf-8")
    assert run("add", "story.txt").code == 0


@pytest.mark.model
@pytest.mark.slow
def test_one_line_of_half_a_megabyte_is_taken_in(run: Any, quick: None) -> None:
    Path("long.txt").write_text("word " * 100_000, encoding="utf-8")
    answer = run("add", "long.txt", "--json")
    assert answer.code == 0, answer.err


@pytest.mark.model
def test_of_several_sources_the_good_ones_are_stored_and_the_bad_one_is_named(run: Any, quick: None) -> None:
    Path("good.txt").write_text("The dam at Orrin broke on Sunday.", encoding="utf-8")
    answer = run("add", "good.txt", "missing.txt", "--json")
    assert answer.code == 7
    assert [each["address"] for each in answer.json["failures"]] == ["missing.txt"]
    assert len(answer.json["articles"]) == 1
    assert len(run("claims", "--json").json["claims"]) == 1


def test_every_command_but_the_adding_ones_says_that_there_is_no_workbench(run: Any) -> None:
    calls = [
        ["claims"], ["show", "c-1"], ["history", "c-1"], ["match"], ["search", "x"], ["report"], ["undo", "--by", "A"],
        ["decide", "c-1", "refuted", "--by", "A"], ["evidence", "attach", "c-1", "p-1", "--by", "A"],
        ["evidence", "detach", "c-1", "p-1", "--by", "A"],
    ]  # fmt: skip
    for call in calls:
        answer = run(*call)
        assert answer.code == 2, call
        assert "factcheck add" in answer.err, call
        assert "factcheck demo" in answer.err, call
    assert list(Path().glob("claims.db*")) == []


@pytest.mark.model
def test_unknown_things_are_exit_2_and_say_where_to_look(run: Any, claims: list[dict[str, Any]]) -> None:
    for call in (
        ["show", "c-zzzzzzzz"], ["show", "nonsense"], ["show", "a-"],
        ["claims", "--article", ""], ["report", ""], ["claims", "--article", "a-zz"],
        ["decide", claims[0]["id"], "perhaps", "--by", "A"], ["decide", claims[0]["id"], "in_review", "--by", "A"],
        ["claims", "--status", "perhaps"], ["report", "--format", "odt"], ["search", "  "], ["nonsense"],
    ):  # fmt: skip
        answer = run(*call)
        assert answer.code == 2, call
        assert answer.out == "", call
        assert answer.err, call


@pytest.mark.parametrize("content", [b"", b"just some notes\n" * 200, b"SQLite format 3\x00" + bytes(5000)])
def test_a_file_that_is_no_workbench_is_refused_and_left_alone(run: Any, content: bytes) -> None:
    Path("claims.db").write_bytes(content)
    answer = run("claims")
    assert answer.code in (4, 5)
    assert Path("claims.db").read_bytes() == content
    if content:
        Path("a.txt").write_text("The dam at Orrin broke on Sunday.", encoding="utf-8")
        assert run("add", "a.txt").code in (4, 5)
        assert Path("claims.db").read_bytes() == content


def test_another_programs_database_is_refused(run: Any) -> None:
    with sqlite3.connect("claims.db") as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    answer = run("claims")
    assert answer.code == 4
    assert "not a factcheck workbench" in answer.err


@pytest.mark.model
def test_a_newer_schema_is_refused(run: Any, desk: Path) -> None:
    with sqlite3.connect(desk) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    answer = run("claims")
    assert answer.code == 4
    assert "9999" in answer.err


@pytest.mark.model
def test_a_locked_workbench_is_exit_4_and_says_to_wait(run: Any, claims: list[dict[str, Any]], desk: Path) -> None:
    Path("factcheck.toml").write_text("busy_seconds = 0.2\n", encoding="utf-8")
    writer = sqlite3.connect(desk, isolation_level=None)
    try:
        writer.execute("BEGIN IMMEDIATE")
        answer = run("decide", claims[0]["id"], "not_checkable", "--by", "Ana")
        assert answer.code == 4
        assert "locked" in answer.err
        # Reading goes on.
        assert run("claims").code == 0
    finally:
        writer.close()
    assert run("decide", claims[0]["id"], "not_checkable", "--by", "Ana").code == 0


@pytest.mark.model
def test_a_damaged_workbench_is_exit_5(run: Any, desk: Path) -> None:
    content = bytearray(desk.read_bytes())
    # Every page but the first, where SQLite keeps what kind of file this is.
    content[4096:] = os.urandom(len(content) - 4096)
    desk.write_bytes(bytes(content))
    answer = run("claims")
    assert answer.code == 5, answer.err
    assert "Traceback" not in answer.err


@pytest.mark.model
def test_a_full_disk_is_exit_4_and_nothing_is_half_stored(run: Any, claims: list[dict[str, Any]], desk: Path) -> None:
    """A limit on the size of files makes the system refuse the write, as a full disk does."""
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({desk.stat().st_size}, resource.RLIM_INFINITY))\n"
        "from factcheck.cli.main import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    long = "because " * 10_000
    call = [sys.executable, "-c", script, "decide", claims[0]["id"], "not_checkable", "--because", long, "--by", "Ana"]
    ended = subprocess.run(call, capture_output=True, text=True, check=False)
    assert ended.returncode == 4, ended.stderr
    assert "Traceback" not in ended.stderr
    assert run("history", claims[0]["id"], "--json").json["history"] == []
    with sqlite3.connect(desk) as check:
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()


@pytest.mark.model
def test_a_report_to_a_place_that_cannot_be_written_leaves_the_old_one(run: Any, desk: Path) -> None:
    assert run("report", "--out", "nowhere/report.html").code == 2
    assert run("report", "--out", ".").code == 2
    Path("report.md").write_text("the old one", encoding="utf-8")
    assert run("report", "--out", "report.md").code == 0
    assert Path("report.md").read_text(encoding="utf-8") != "the old one"
    assert list(Path().glob(".report*")) == []


@pytest.mark.timeout(20)
def test_a_pipe_in_the_place_of_the_settings_is_exit_2_and_not_waited_for(run: Any) -> None:
    os.mkfifo("factcheck.toml")
    answer = run("claims")
    assert answer.code == 2
    assert "factcheck.toml is no file" in answer.err


def test_an_unknown_setting_is_named_with_the_one_that_was_meant(run: Any) -> None:
    Path("factcheck.toml").write_text('reviewr = "Ana"\n', encoding="utf-8")
    answer = run("claims")
    assert answer.code == 2
    assert "'reviewer'" in answer.err


@pytest.mark.model
def test_hostile_text_is_shown_and_never_obeyed(run: Any, quick: None) -> None:
    codes = "\x1b]0;owned\x07\x1b[2J"
    markup = "[/red][link=file:///etc/passwd]Orrin[/link]"
    hostile = f"The {codes} mayor of {markup} resigned on Monday \x9b2J\u202e.\n"
    Path("hostile.txt").write_text(hostile, encoding="utf-8")
    assert run("add", "hostile.txt", "--title", "\x1b[31mtitle").code == 0
    claims = run("claims", "--json")
    text = Path("hostile.txt").read_bytes().decode()
    claim = claims.json["claims"][0]
    assert text[claim["start"] : claim["end"]] == claim["said"]
    calls = (["claims"], ["show", claim["id"]], ["report", "--format", "html"], ["report", "--format", "markdown"])
    shown = [run(*call) for call in calls]
    for answer in (claims, *shown):
        assert answer.code == 0, answer.err
        for obeyed in ("\x1b", "\x07", "\x9b", "\u202e"):
            assert obeyed not in answer.out + answer.err
    assert "[/red]" in shown[1].out


def test_an_unexpected_fault_is_exit_70_with_a_file_and_no_traceback(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck import wiring

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(wiring, "open_workbench", broken)
    answer = run("claims")
    assert answer.code == 70
    assert "Traceback" not in answer.err
    details = Path(answer.err.split("details are in ")[1].split(";")[0])
    assert "planted" in details.read_text(encoding="utf-8")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_with_its_code_and_without_a_traceback(sent: signal.Signals, code: int, tmp_path: Path) -> None:
    # Standard input that never ends keeps the command busy.
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "add", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        # Tests that run in the background inherit an interrupt that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        wait_until((tmp_path / "claims.db").exists)
        # Some time later, wherever the command is by then.
        time.sleep(0.5)
        process.send_signal(sent)
        _, err = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    # CPython ends by the signal itself where an interrupt fell into an `exec` of text, as dataclasses do while they are
    # imported, though it was caught: to a shell that is the same code.
    assert process.returncode in ({code, -sent} if sent is signal.SIGINT else {code})
    assert b"Traceback" not in err


@pytest.mark.model
def test_a_reader_that_has_seen_enough_is_no_error(desk: Path) -> None:
    call = f"{sys.executable} -m factcheck claims --json --db {desk} | head -c 1"
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", call], capture_output=True, text=True, check=False)
    assert ended.stdout == "{"
    assert ended.stderr == ""


@pytest.mark.model
def test_a_model_that_is_not_here_is_exit_6(run: Any, desk: Path) -> None:
    answer = run("search", "x", "--encoder", "nobody/has-this-model")
    assert answer.code == 6
    assert "--download" in answer.err
    Path("empty").mkdir()
    assert run("match", "--encoder", "empty").code == 6


@pytest.mark.parametrize("command", [["add"], ["evidence", "add"]])
@pytest.mark.parametrize("setting", ["max_sentences", "max_blocks"])
def test_a_text_of_too_many_parts_is_exit_3_and_the_setting_is_named(
    run: Any, command: list[str], setting: str
) -> None:
    Path("factcheck.toml").write_text(f"{setting} = 3\n", encoding="utf-8")
    Path("story.txt").write_text("The dam at Orrin broke on Sunday.\n\n" * 4, encoding="utf-8")
    answer = run(*command, "story.txt")
    assert answer.code == 3
    assert "story.txt" in answer.err
    assert setting in answer.err
    assert "3" in answer.err
    assert run("claims", "--json").json == {"claims": []}
