"""`factcheck doctor` on damage that the other commands may not even meet, with models that are never loaded."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest

from factcheck import wiring
from factcheck.settings import Settings
from factcheck.store.vectors import VectorKind
from factcheck.workbench import checking
from factcheck.workbench.indexing import open_index

pytestmark = pytest.mark.slow  # a damaged workbench for each table

KINDS: tuple[VectorKind, ...] = ("claim", "passage")
BoundByModes = Callable[[], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digests of the models are others' business."""
    monkeypatch.setattr(checking, "check_machine", lambda _settings: ())


@pytest.fixture(scope="module")
def with_indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the sample workbench, its indexes built."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copy(Path(__file__).parent.parent.parent / "claims.db", folder)
    bench = wiring.open_workbench(Settings(db=str(folder / "claims.db")))
    with bench.database:
        for kind in KINDS:
            record = bench.vectors.index_record(kind)
            assert record is not None
            open_index(bench, kind, record.encoder)
    return folder


@pytest.fixture
def sample(with_indexes: Path, tmp_path: Path) -> Path:
    """It, in the current folder."""
    shutil.copytree(with_indexes, tmp_path, dirs_exist_ok=True)
    return tmp_path / "claims.db"


def failed(answer: Any) -> dict[str, str]:
    return {check["name"]: check["detail"] for check in answer.json["checks"] if not check["ok"]}


def do(path: Path, *statements: str) -> None:
    """Something behind the workbench's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def tables(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in rows if not name.startswith(("sqlite_", "passages_text_", "alembic_"))]


def test_every_missing_table_is_named_with_exit_5(run: Any, sample: Path, tmp_path: Path) -> None:
    names = tables(sample)
    assert {"review_events", "quotes", "passages_text", "indexes", "drafts"} <= set(names)
    for name in names:
        path = shutil.copy(sample, tmp_path / "damaged.db")
        do(Path(path), f"DROP TABLE {name}")
        answer = run("doctor", "--json", "--db", path)
        assert answer.code == 5, (name, answer.err)
        assert f"table {name} is missing" in failed(answer)["schema"]
    assert run("doctor", "--fix", "--db", path).code == 5


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DROP TRIGGER review_events_kept", "trigger review_events_kept of review_events is missing"),
        ("DROP INDEX ix_claims_article_id_start", "index ix_claims_article_id_start of claims is missing"),
        ("ALTER TABLE suggestions DROP COLUMN searched", "column searched of suggestions is missing"),
        ("ALTER TABLE drafts ADD COLUMN note TEXT", "column note of drafts is not ours"),
        ('CREATE TABLE "a:b\'c" (x)', "table a:b'c is not ours"),
        (
            "CREATE TRIGGER lose AFTER INSERT ON review_events BEGIN DELETE FROM drafts; END",
            "trigger lose of review_events is not ours",
        ),
    ],
)
def test_a_schema_that_differs_is_exit_5_and_says_where(run: Any, sample: Path, statement: str, told: str) -> None:
    do(sample, statement)
    answer = run("doctor", "--json")
    assert answer.code == 5
    assert told in failed(answer)["schema"]


def test_a_trigger_with_other_words_is_not_as_it_should_be(run: Any, sample: Path) -> None:
    do(
        sample,
        "DROP TRIGGER quotes_kept",
        "CREATE TRIGGER quotes_kept BEFORE DELETE ON quotes BEGIN SELECT 1; END",
    )
    assert "trigger quotes_kept of quotes is not as it should be" in failed(run("doctor", "--json"))["schema"]


def test_a_stored_row_that_cannot_be_read_is_exit_5(run: Any, sample: Path) -> None:
    do(sample, "UPDATE claims SET spans = '[[' WHERE rowid = 1")
    answer = run("doctor", "--json")
    assert answer.code == 5
    assert "decisions" in failed(answer)


def test_a_sound_read_only_workbench_passes_and_stays_as_it_is(
    run: Any, sample: Path, bound_by_modes: BoundByModes
) -> None:
    sample.chmod(0o444)
    sample.parent.chmod(0o555)
    before = sample.read_bytes()
    try:
        with bound_by_modes():
            answer = run("doctor", "--json")
            assert answer.code == 0, failed(answer)
            assert run("doctor", "--fix").code == 0
    finally:
        sample.parent.chmod(0o755)
    assert sample.read_bytes() == before


@pytest.mark.timeout(60)
def test_a_pipe_in_the_place_of_an_index_neither_hangs_nor_stays(run: Any, sample: Path) -> None:
    (path,) = sample.with_name("claims.db.index").glob("passages-*")
    path.unlink()
    os.mkfifo(path)
    answer = run("doctor", "--json")
    assert answer.code == 6
    assert "no regular file" in failed(answer)["passage index"]
    assert "built again" in run("doctor", "--fix").out
    assert path.is_file()
    assert run("doctor").code == 0


def test_fix_never_says_built_where_nothing_could_be_written(run: Any, sample: Path) -> None:
    """A folder stands where the index belongs: searching goes on without a file, and doctor says that there is none."""
    (path,) = sample.with_name("claims.db.index").glob("passages-*")
    path.unlink()
    path.mkdir()
    answer = run("doctor", "--fix", "--json")
    assert answer.code == 6
    assert set(failed(answer)) == {"passage index"}


def test_an_index_of_no_vectors_is_not_said_to_be_built(run: Any, sample: Path) -> None:
    shutil.rmtree(sample.with_name("claims.db.index"))
    do(sample, "DELETE FROM vectors")
    answer = run("doctor", "--fix", "--json")
    assert answer.code == 0
    told = {check["name"]: check["detail"] for check in answer.json["checks"]}
    assert "nothing to be found" in told["claim index"]
    assert "built again" not in str(told)


def test_files_that_nobody_will_finish_are_named_and_removed_with_fix(run: Any, sample: Path) -> None:
    left = [Path(".new-0123456789abcdef"), Path("claims.db.index/.new-fedcba9876543210")]
    for path in left:
        path.write_bytes(b"half")
    answer = run("doctor", "--json")
    assert answer.code == 0
    assert "2 of killed programs" in answer.out
    assert all(path.exists() for path in left)
    assert "2 removed" in run("doctor", "--fix").out
    assert not any(path.exists() for path in left)
