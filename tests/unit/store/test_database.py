"""Opening a workbench, and what a transaction is: on real files, with real locks and real file modes."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from factcheck.domain.claims import Standing
from factcheck.errors import DamageError, FactcheckError, InputError, StoreError, UsageError
from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database, Mode
from factcheck.store.schema import articles, claims, detections, drafts
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns

BoundByModes = Callable[[], AbstractContextManager[None]]
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") * 40


def refusal(path: Path, mode: Mode = "write") -> FactcheckError:
    """The error with which `path` is refused; nothing in the current folder, the test's own, may change by it."""
    before = {each: each.read_bytes() for each in Path().iterdir() if each.is_file()}
    with pytest.raises(FactcheckError) as caught:
        Database(path, mode=mode, busy_seconds=0.1)
    assert caught.value.hint
    assert {each: each.read_bytes() for each in Path().iterdir() if each.is_file()} == before
    return caught.value


# What can't be opened


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_missing_workbench_is_a_usage_error_that_names_add_and_demo(tmp_path: Path, mode: Mode) -> None:
    error = refusal(tmp_path / "none.db", mode)
    assert type(error) is UsageError
    assert str(tmp_path / "none.db") in error.message
    assert "factcheck add" in error.hint
    assert "factcheck demo" in error.hint
    assert not (tmp_path / "none.db").exists()


def test_a_folder_is_not_a_workbench(tmp_path: Path) -> None:
    assert type(refusal(tmp_path, "create")) is UsageError


@pytest.mark.timeout(20)
@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_a_pipe_or_a_device_is_not_a_workbench(tmp_path: Path, mode: Mode) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/null")):
        error = refusal(path, mode)
        assert type(error) is UsageError
        assert "no file" in error.message


NO_DATABASES = (b"hi", b"hello " * 1000, PNG, b"SQLite format 3\x00", b"SQLite format 3\x00" + bytes(4000))


@pytest.mark.parametrize(
    ("content", "mode"),
    [*((each, mode) for each in NO_DATABASES for mode in ("read", "write", "create")), (b"", "read"), (b"", "write")],
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes, mode: Mode) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(content)
    error = refusal(path, mode)
    assert type(error) in (StoreError, DamageError)
    assert str(path) in error.message


def test_a_new_workbench_may_be_made_in_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with Database(path, mode="create") as database:
        assert ArticleRepository(database).all() == []


@pytest.mark.parametrize("application_id", [0, 252006675])  # the second is that of fossil
@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_the_database_of_another_program_is_refused_and_left_alone(
    tmp_path: Path, application_id: int, mode: Mode
) -> None:
    path = tmp_path / "bookmarks.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.execute(f"PRAGMA application_id = {application_id}")
    connection.commit()
    connection.close()
    error = refusal(path, mode)
    assert type(error) is StoreError
    assert "not a factcheck workbench" in error.message


@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_a_newer_schema_is_refused_and_left_alone(path: Path, mode: Mode) -> None:
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    error = refusal(path, mode)
    assert type(error) is StoreError
    assert "9999" in error.message
    assert "pip install --upgrade" in error.hint


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_workbench_that_does_not_say_its_schema_is_damaged(path: Path, statement: str) -> None:
    change(path, statement)
    assert type(refusal(path)) is DamageError


def test_a_workbench_without_one_of_its_tables_is_damaged(path: Path) -> None:
    change(path, "DROP TABLE drafts")
    with Database(path) as database, pytest.raises(DamageError, match="no such table"):
        database.rows(select(drafts))


def test_a_path_that_leads_nowhere_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "no" / "folder.db", tmp_path / "file" / "x.db", tmp_path / ("x" * 5000)):
        assert type(refusal(path, "create")) is StoreError


def test_a_name_with_signs_of_an_address_is_just_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory#b%41 c.db"
    Database(path, mode="create").close()
    assert path.read_bytes()[:15] == b"SQLite format 3"
    with Database(path) as database:
        assert database.path == path


def change(path: Path, statement: str) -> None:
    """Do something to a workbench behind its back."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


# What can't be used now


def test_a_read_only_file_can_be_read_but_not_written(path: Path, bound_by_modes: BoundByModes, nouns: Nouns) -> None:
    path.chmod(0o444)
    with bound_by_modes(), Database(path, busy_seconds=0.1) as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article
        with pytest.raises(StoreError, match="read-only") as caught, database.transaction():
            ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
        assert "--db" in caught.value.hint
        assert len(ClaimRepository(database).all()) == 2


def test_a_workbench_in_a_read_only_folder_can_be_read_but_not_written(
    path: Path, bound_by_modes: BoundByModes, nouns: Nouns
) -> None:
    for journal in path.parent.glob("*-journal"):
        journal.unlink()
    path.parent.chmod(0o555)
    try:
        with bound_by_modes(), Database(path, busy_seconds=0.1) as database:
            assert ArticleRepository(database).get(nouns.article.id) == nouns.article
            with pytest.raises(StoreError), database.transaction():
                ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
            assert len(ClaimRepository(database).all()) == 2
    finally:
        path.parent.chmod(0o755)


def test_no_workbench_can_be_made_in_a_read_only_folder(tmp_path: Path, bound_by_modes: BoundByModes) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir(mode=0o555)
    with bound_by_modes():
        assert type(refusal(folder / "new.db", "create")) is StoreError
    assert list(folder.iterdir()) == []


def test_a_file_or_folder_that_may_not_be_entered_is_a_store_error(path: Path, bound_by_modes: BoundByModes) -> None:
    path.chmod(0o000)
    with bound_by_modes(), pytest.raises(StoreError, match="can't be opened"):
        Database(path)
    path.parent.chmod(0o600)
    try:
        with bound_by_modes(), pytest.raises(StoreError, match="can't be opened"):
            Database(path)
    finally:
        path.parent.chmod(0o755)


def test_a_workbench_that_another_program_writes_to_is_read_and_says_locked_to_a_second_writer(
    path: Path, nouns: Nouns
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Database(path, busy_seconds=0.1) as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article
        with pytest.raises(StoreError, match="locked") as caught, database.transaction():
            pytest.fail("the transaction must not begin")
        assert "busy_seconds" in caught.value.hint
        other.execute("ROLLBACK")
        with database.transaction():
            ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
    other.close()


@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_a_workbench_that_is_locked_whole_is_a_store_error_at_opening(path: Path, mode: Mode) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="locked"):
        Database(path, mode=mode, busy_seconds=0.1)
    other.close()


def test_a_writer_waits_for_another_who_is_done_in_time(path: Path, nouns: Nouns) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    with Database(path, busy_seconds=PATIENCE) as database:
        timer.start()
        with database.transaction():
            assert ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN) == 1
    timer.join()
    other.close()


# How it is opened


def test_foreign_keys_hold_and_every_commit_is_synced(database: Database) -> None:
    assert database.pragma("foreign_keys") == [(1,)]
    assert database.pragma("synchronous") == [(2,)]  # FULL
    assert database.pragma("trusted_schema") == [(0,)]
    assert database.pragma("cell_size_check") == [(1,)]
    assert database.pragma("mmap_size") in ([], [(0,)])


@pytest.mark.parametrize(("version", "journal"), [((3, 40, 1), "delete"), ((3, 51, 2), "delete"), ((3, 51, 3), "wal")])
@pytest.mark.parametrize("was", ["delete", "wal"])
def test_the_write_ahead_log_is_used_only_where_sqlite_is_safe(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], journal: str, was: str
) -> None:
    """Whatever machine the file comes from."""
    change(path, f"PRAGMA journal_mode = {was}")
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    with Database(path) as database:
        assert database.pragma("journal_mode") == [(journal,)]


def test_a_log_that_others_use_is_left_to_them(path: Path, monkeypatch: pytest.MonkeyPatch, nouns: Nouns) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = wal")
    other.execute("BEGIN")
    other.execute("SELECT * FROM claims").fetchall()
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    with Database(path, busy_seconds=0.1) as database:
        assert database.pragma("journal_mode") == [("wal",)]
        assert len(ClaimRepository(database).all()) == len(nouns.claims)
    other.close()


def test_reading_never_changes_the_file(path: Path, nouns: Nouns) -> None:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with Database(path, mode="read") as database:
        assert len(ClaimRepository(database).all()) == len(nouns.claims)
        with pytest.raises(StoreError, match="read-only"), database.transaction():
            ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_closed_workbench_can_be_moved_away_and_opened_again(path: Path, nouns: Nouns) -> None:
    with Database(path):
        pass
    moved = path.rename(path.with_name("moved.db"))
    with Database(moved) as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article


def test_many_openings_leave_no_open_file_behind(path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("open files can't be counted here")
    before = len([*descriptors.iterdir()])
    for _ in range(20):
        Database(path).close()
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    for _ in range(20):
        with pytest.raises(StoreError):
            Database(path)
    assert len([*descriptors.iterdir()]) <= before


# Transactions


def test_an_exception_takes_all_of_its_transaction_back(database: Database, nouns: Nouns) -> None:
    claim = nouns.claims[0].id

    def withdraw_and_fail() -> None:
        with database.transaction():
            assert ClaimRepository(database).set_standing([claim], Standing.WITHDRAWN) == 1
            ArticleRepository(database).record_detection(nouns.article.id, "other 2", nouns.draft.at)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        withdraw_and_fail()
    assert len(ClaimRepository(database).all()) == 2
    assert ArticleRepository(database).detector(nouns.article.id) == "sentences 1"
    with database.transaction():  # and the next one works
        assert ClaimRepository(database).set_standing([claim], Standing.WITHDRAWN) == 1
    assert len(ClaimRepository(database).all()) == 1


def test_a_refused_row_takes_all_of_its_transaction_back(database: Database, nouns: Nouns) -> None:
    def withdraw_and_break_a_rule() -> None:
        with database.transaction():
            ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
            database.write(text("UPDATE articles SET title = ''"))

    with pytest.raises(Exception, match="rows of articles are never changed"):
        withdraw_and_break_a_rule()
    assert len(ClaimRepository(database).all()) == 2


def test_an_inner_transaction_is_part_of_the_outer_one(database: Database, nouns: Nouns) -> None:
    def fail_after_an_inner_one() -> None:
        with database.transaction():
            with database.transaction():
                ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_an_inner_one()
    assert len(ClaimRepository(database).all()) == 2


def test_nothing_is_seen_by_others_before_the_end(path: Path, nouns: Nouns) -> None:
    with Database(path) as writer, Database(path, mode="read") as reader:
        with writer.transaction():
            ClaimRepository(writer).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
            assert len(ClaimRepository(writer).all()) == 1
            assert len(ClaimRepository(reader).all()) == 2
        assert len(ClaimRepository(reader).all()) == 1


def test_a_snapshot_sees_one_moment_though_others_write(path: Path, nouns: Nouns) -> None:
    change(path, "PRAGMA journal_mode = wal")  # without it the writer would have to wait for the reader
    with Database(path, mode="read") as reader, Database(path, mode="read") as writer:
        writer.connection().exec_driver_sql("PRAGMA query_only = OFF")
        writer.connection().rollback()
        with reader.snapshot():
            assert len(ClaimRepository(reader).all()) == 2
            with writer.transaction():
                ClaimRepository(writer).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
            assert len(ClaimRepository(reader).all()) == 2
        assert len(ClaimRepository(reader).all()) == 1


def test_a_write_outside_of_a_transaction_is_a_fault(database: Database, nouns: Nouns) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)


def test_of_two_writers_none_overwrites_what_the_other_read(path: Path, nouns: Nouns) -> None:
    """Each adds one to a number that it read: with transactions that begin late, one addition would be lost."""
    rounds = 15

    def add_ones() -> None:
        with Database(path, busy_seconds=PATIENCE) as database:
            for _ in range(rounds):
                with database.transaction():
                    row = database.row(select(detections.c.detector))
                    assert row is not None
                    number = int(row.detector) + 1
                    ArticleRepository(database).record_detection(nouns.article.id, str(number), nouns.draft.at)

    change(path, "UPDATE detections SET detector = '0'")
    with ThreadPoolExecutor(3) as pool:
        for future in [pool.submit(add_ones) for _ in range(3)]:
            future.result()
    with Database(path) as database:
        assert ArticleRepository(database).detector(nouns.article.id) == str(3 * rounds)


# Rows


def test_rows_among_answers_for_more_values_than_sqlite_takes_at_once(database: Database, nouns: Nouns) -> None:
    driver = database.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766)  # SQLite's own; some builds take more
    strangers = [f"c-{number:012d}" for number in range(40_000)]
    wanted = [strangers[0], nouns.claims[0].id, *strangers, nouns.claims[1].id, nouns.claims[0].id]
    rows = database.rows_among(select(claims.c.id), claims.c.id, wanted)
    assert sorted(row.id for row in rows) == sorted(claim.id for claim in nouns.claims)
    assert database.rows_among(select(claims.c.id), claims.c.id, []) == []


def test_writing_for_no_values_does_nothing(database: Database) -> None:
    with database.transaction():
        assert database.write(claims.delete(), []) == 0
    assert len(ClaimRepository(database).all()) == 2


def test_a_text_with_half_a_character_is_refused_and_nothing_of_its_step_is_stored(
    database: Database, nouns: Nouns
) -> None:
    def store_half_a_character() -> None:
        with database.transaction():
            ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
            ArticleRepository(database).record_detection(nouns.article.id, "half \udcff", nouns.draft.at)

    with pytest.raises(InputError, match=r"\\udcff"):
        store_half_a_character()
    assert len(ClaimRepository(database).all()) == 2
    with pytest.raises(InputError):
        database.rows(select(articles).where(articles.c.id == "\ud800"))
