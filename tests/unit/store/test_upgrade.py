"""A new workbench is made once, whoever comes first; an older one is brought up to date after a backup."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text as sql

from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import HEAD, Database
from factcheck.store.upgrade import upgrade

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def backups(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if "backup" in each.name)


def test_a_new_workbench_has_today_s_schema_and_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Database(path, mode="create") as database:
        assert [*database.pragma("integrity_check")] == [("ok",)]
        assert ArticleRepository(database).all() == []
    assert sqlite3.connect(path).execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    assert backups(path) == []


def test_creating_what_is_there_opens_it(path: Path, nouns: Nouns) -> None:
    with Database(path, mode="create") as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article
    assert backups(path) == []


def test_of_several_who_create_at_once_all_get_the_same_workbench(tmp_path: Path) -> None:
    """Threads, 15 rounds; each creator then writes."""
    for number in range(15):
        path = tmp_path / f"{number}.db"
        start = Barrier(3)

        def create(name: int, path: Path = path, start: Barrier = start) -> None:
            start.wait()
            with Database(path, mode="create", busy_seconds=30) as database, database.transaction():
                database.connection().exec_driver_sql("INSERT INTO snapshots VALUES (?, x'00')", (str(name),))

        with ThreadPoolExecutor(3) as pool:
            for future in [pool.submit(create, name) for name in range(3)]:
                future.result()
        with Database(path) as database:
            assert len(database.rows(sql("SELECT * FROM snapshots"))) == 3
    assert backups(path) == []


def test_two_programs_may_create_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from factcheck.store.database import Database\n"
        "import factcheck.store.upgrade; print('ready', flush=True); sys.stdin.readline()\n"
        "Database(Path(sys.argv[1]), mode='create', busy_seconds=30).close()"
    )
    path = tmp_path / "new.db"
    command = [sys.executable, "-c", program, str(path)]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in running:
        each.communicate(timeout=60)
    assert [each.returncode for each in running] == [0, 0]
    Database(path).close()
    assert backups(path) == []


def test_one_who_comes_late_finds_nothing_left_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other creates the workbench after this one has seen an empty file: no backup, and no second schema."""
    path = tmp_path / "new.db"
    make = Database._upgrade

    def late(self: Database) -> None:
        monkeypatch.setattr(Database, "_upgrade", make)
        Database(path, mode="create").close()
        make(self)

    monkeypatch.setattr(Database, "_upgrade", late)
    with Database(path, mode="create") as database:
        assert ArticleRepository(database).all() == []
    assert backups(path) == []


def test_an_older_workbench_is_backed_up_whole_before_anything_is_changed(
    path: Path, nouns: Nouns, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no older schema yet, so today's is renamed to one and the migrations are kept from running."""
    monkeypatch.setattr("factcheck.store.database.KNOWN", ("0000", HEAD))
    monkeypatch.setattr("alembic.command.upgrade", lambda *_: None)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.commit()
    connection.close()
    Database(path).close()
    with Database(path) as database:
        assert upgrade(database) == path.with_name("claims.db.backup-3")
    assert backups(path) == ["claims.db.backup-1", "claims.db.backup-2", "claims.db.backup-3"]
    connection = sqlite3.connect(path.with_name("claims.db.backup-1"))
    connection.execute(f"UPDATE alembic_version SET version_num = '{HEAD}'")  # noqa: S608
    connection.commit()
    connection.close()
    with Database(path.with_name("claims.db.backup-1")) as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article
        assert ClaimRepository(database).all() == [*nouns.claims]


def test_a_failed_migration_leaves_the_workbench_as_it_was(
    path: Path, nouns: Nouns, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_done(config: object, _to: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("DROP TABLE drafts")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
        raise RuntimeError("power cut")

    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.commit()
    connection.close()
    monkeypatch.setattr("factcheck.store.database.KNOWN", ("0000", HEAD))
    monkeypatch.setattr("alembic.command.upgrade", half_done)
    with pytest.raises(RuntimeError, match="power cut"):
        Database(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0000",)]
    assert connection.execute("SELECT count(*) FROM drafts").fetchall() == [(1,)]
    connection.close()
