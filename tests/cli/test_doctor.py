"""`factcheck doctor` notices each kind of damage that is planted, and repairs what can be made again."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model


def failed(answer: Any) -> list[str]:
    return [check["name"] for check in answer.json["checks"] if not check["ok"]]


def index_file(desk: Path, kind: str) -> Path:
    return next(desk.with_name("claims.db.index").glob(f"{kind}s-*.faiss"))


def test_a_sound_workbench_passes_every_check(run: Any, desk: Path) -> None:
    answer = run("doctor", "--json")
    assert answer.code == 0
    assert failed(answer) == []
    names = [check["name"] for check in answer.json["checks"]]
    assert names == [
        "factcheck", "packages", "settings", "scale", "parser", "model", "stance model", "database", "schema",
        "snapshots", "passages", "decisions", "text search", "claim index", "passage index", "ranks",
        "unfinished files",
    ]  # fmt: skip


def test_a_damaged_index_is_exit_6_and_is_built_again_with_fix(run: Any, desk: Path) -> None:
    path = index_file(desk, "passage")
    path.write_bytes(path.read_bytes()[:-1])
    answer = run("doctor", "--json")
    assert answer.code == 6
    assert failed(answer) == ["passage index"]
    assert run("doctor", "--fix").code == 0
    assert run("doctor").code == 0


def test_missing_indexes_are_built_again_with_fix(run: Any, desk: Path) -> None:
    shutil.rmtree(desk.with_name("claims.db.index"))
    assert failed(run("doctor", "--json")) == ["claim index", "passage index"]
    assert run("doctor", "--fix").code == 0
    assert index_file(desk, "claim").exists()


def test_a_text_search_that_lost_a_passage_is_noticed_and_mended(run: Any, desk: Path) -> None:
    with closing(sqlite3.connect(desk)) as connection, connection:
        row = connection.execute("SELECT number, text FROM passages").fetchone()
        connection.execute("INSERT INTO passages_text(passages_text, rowid, text) VALUES ('delete', ?, ?)", row)
    answer = run("doctor", "--json")
    assert answer.code == 5
    assert failed(answer) == ["text search"]
    assert run("doctor", "--fix").code == 0
    assert run("doctor").code == 0


def test_a_quote_that_does_not_stand_in_its_document_is_exit_5(
    run: Any, claims: list[dict[str, Any]], passages: list[str], desk: Path
) -> None:
    """Someone who edits the file by hand, past the triggers, is noticed at signing, in the report and by the doctor."""
    assert run("evidence", "attach", claims[0]["id"], passages[0], "--by", "Ana").code == 0
    signed = ("decide", claims[0]["id"], "supported", "--because", "It says so.", "--by", "Ana")
    assert run(*signed).code == 0
    with closing(sqlite3.connect(desk)) as connection, connection:
        connection.execute("DROP TRIGGER documents_unchanged")
        connection.execute("UPDATE documents SET text = replace(text, '4 March', '5 March')")
    answer = run("doctor", "--json")
    assert answer.code == 5
    assert "passages" in failed(answer)
    assert run("report").code == 5
    assert run(*signed).code == 5
    assert len(run("history", claims[0]["id"], "--json").json["history"]) == 2


def test_a_changed_snapshot_is_exit_5(run: Any, desk: Path) -> None:
    with closing(sqlite3.connect(desk)) as connection, connection:
        (trigger,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'snapshots_unchanged'").fetchone()
        connection.execute("DROP TRIGGER snapshots_unchanged")
        connection.execute("UPDATE snapshots SET bytes = bytes || 'x' WHERE rowid = 1")
        connection.execute(trigger)
    answer = run("doctor", "--json")
    assert answer.code == 5
    assert failed(answer) == ["snapshots"]


def test_a_model_that_was_changed_is_exit_6(
    run: Any, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.models import weights

    changed = tmp_path / "model"
    shutil.copytree(weights.default_folder(), changed)
    with (changed / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    monkeypatch.setattr(weights, "default_folder", lambda: changed)
    answer = run("doctor", "--json")
    assert answer.code == 6
    assert failed(answer) == ["model"]


def test_without_a_workbench_the_rest_is_checked_all_the_same(run: Any) -> None:
    answer = run("doctor", "--json")
    assert answer.code == 2
    assert failed(answer) == ["database"]


def computed_in(answer: Any) -> list[str]:
    return [check["detail"] for check in answer.json["checks"] if check["name"] in ("model", "stance model")]


def test_it_says_what_each_model_computes_in_and_why(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_PRECISION", raising=False)
    for detail in computed_in(run("doctor", "--json")):
        assert "computes in float32 (auto" in detail
    encoder, stance = computed_in(run("doctor", "--json", "--precision", "int8"))
    assert "computes in float32 (int8 is set, but" in encoder
    assert "computes in int8 (set" in stance
    monkeypatch.setenv("FACTCHECK_PRECISION", "bfloat16")
    for detail in computed_in(run("doctor", "--json")):
        assert "computes in bfloat16 (set" in detail


def test_a_precision_that_is_none_is_a_usage_error_with_the_choices(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [run("doctor", "--precision", "fp16")]
    monkeypatch.setenv("FACTCHECK_PRECISION", "fp16")
    for answer in (*answers, run("doctor")):
        assert answer.code == 2
        assert all(choice in answer.err for choice in ("auto", "float32", "bfloat16", "int8"))
