"""What SQLite reports of full disks and damaged files, in words that say what to do; and the file survives it."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from factcheck.domain.claims import Standing
from factcheck.errors import DamageError, FactcheckError, StoreError
from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.documents import DocumentRepository
from factcheck.store.failures import explained
from factcheck.store.lexical_index import FtsIndex
from factcheck.store.reviews import ReviewRepository
from factcheck.store.snapshots import damaged_snapshots, keep_snapshot
from factcheck.store.suggestions import SuggestionRepository
from factcheck.store.vectors import VectorRepository

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def assert_whole(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


# A full disk


def test_on_a_full_disk_nothing_of_the_step_is_stored_and_the_file_stays_whole(path: Path, nouns: Nouns) -> None:
    """SQLite's own limit of pages stands for the disk's: it gives the same error at the same place."""
    with Database(path) as database:
        pages = database.pragma("page_count")[0][0]
        assert database.pragma(f"max_page_count({pages + 4})") == [(pages + 4,)]

        def store_too_much() -> None:
            with database.transaction():
                ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
                for number in range(100):
                    keep_snapshot(database, b"%d" % number * 4096)

        with pytest.raises(StoreError, match="disk is full") as caught:
            store_too_much()
        assert caught.value.exit_code == 4
        assert "Free some space" in caught.value.hint
        assert len(ClaimRepository(database).all()) == 2
        assert not database.rows(text("SELECT 1 FROM snapshots WHERE length(bytes) > 1000"))
        with database.transaction():  # what fits is stored, on the same connection
            ClaimRepository(database).set_standing([nouns.claims[0].id], Standing.WITHDRAWN)
    assert_whole(path)


FILL_UNTIL_THE_LIMIT = """
import os, resource, signal, sys
from pathlib import Path
from factcheck.errors import StoreError
from factcheck.store.database import Database
from factcheck.store.snapshots import keep_snapshot

path, room = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Database(path, mode="write") as database:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, resource.RLIM_INFINITY))
    for number in range(1000):
        try:
            with database.transaction():
                for half in b"ab":
                    keep_snapshot(database, b"%d %d " % (number, half) * 2000)
        except StoreError as error:
            print(number, error.exit_code, error.message)
            sys.exit(0)
"""


@pytest.mark.parametrize("room", [100, 5_000, 40_000, 123_456])
def test_where_the_system_refuses_to_write_on_what_was_stored_stays_and_the_rest_is_whole(
    path: Path, room: int
) -> None:
    """A real refused write, in the middle of a page: the system's limit for the size of a file."""
    command = [sys.executable, "-c", FILL_UNTIL_THE_LIMIT, str(path), str(room)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    stored, code, message = done.stdout.split(maxsplit=2)
    assert code == "4"
    assert str(path) in message
    with Database(path) as database:
        rows = database.rows(text("SELECT count(*) FROM snapshots WHERE length(bytes) > 5000"))
        assert rows[0][0] == 2 * int(stored)  # every transaction whole, and all that were acknowledged
        with database.transaction():
            keep_snapshot(database, b"there is room again")
    assert_whole(path)


def test_a_workbench_that_has_no_room_to_begin_is_a_store_error(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path; from factcheck.store.database import Database\n"
        "from factcheck.errors import StoreError; import factcheck.store.upgrade\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
        "try: Database(Path(sys.argv[1]), mode='create')\n"
        "except StoreError as error: print(error.exit_code)\n"
    )
    path = tmp_path / "new.db"
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "4\n", "")
    Database(path, mode="create").close()  # and with room it is made
    assert_whole(path)


# Damage


def reads(database: Database, nouns: Nouns) -> Iterator[Callable[[], object]]:
    """Everything that is ever read from a workbench."""
    articles, documents = ArticleRepository(database), DocumentRepository(database)
    reviews, vectors = ReviewRepository(database), VectorRepository(database)
    yield articles.all
    yield articles.titles
    yield lambda: articles.detector(nouns.article.id)
    yield ClaimRepository(database).all
    yield lambda: documents.get(nouns.document.id)
    yield lambda: [*documents.all_passages()]
    yield lambda: documents.citations([nouns.document.id])
    yield lambda: [*documents.misquoted()]
    yield lambda: [*damaged_snapshots(database)]
    yield reviews.histories
    yield reviews.drafts
    yield SuggestionRepository(database).newest
    yield lambda: list(vectors.after("claim", "tiny@1", 0, until=99))
    yield lambda: vectors.get("passage", "tiny@1", [passage.id for passage in nouns.passages])
    yield lambda: vectors.index_record("claim")
    yield lambda: FtsIndex(database).search("ferry runs twice", top_k=5)
    yield lambda: database.pragma("integrity_check")


def damaged(whole: bytes, used: list[int], chance: random.Random) -> bytes:
    """`whole` with one fault in it, where something stands."""
    content = bytearray(whole)
    place = chance.choice(used)
    match chance.randrange(4):
        case 0:
            content[place] ^= 1 << chance.randrange(8)
        case 1:
            content[place] = chance.randrange(256)
        case 2:
            content[place : place + 60] = chance.randbytes(60)
        case _:
            page = place // 4096 * 4096
            content[page : page + 4096] = chance.randbytes(4096)
    return bytes(content)


@pytest.mark.slow
def test_a_damaged_file_never_ends_in_a_fault_of_our_own(path: Path, nouns: Nouns) -> None:
    """One fault in a byte that is in use, 150 times: each read gives rows, or an error that says what to do."""
    whole = path.read_bytes()
    used = [place for place in range(100, len(whole)) if whole[place]]
    chance = random.Random(20260203)
    errors: list[FactcheckError] = []
    for _ in range(150):
        path.write_bytes(damaged(whole, used, chance))
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        try:
            with Database(path, mode="read") as database:
                for read in reads(database, nouns):
                    try:
                        read()
                    except FactcheckError as error:
                        errors.append(error)
                    except KeyError as error:  # `VectorRepository.get` says so of a vector that is gone
                        missing = error.args[0]
                        if missing not in {passage.id for passage in nouns.passages}:
                            raise
        except FactcheckError as error:
            errors.append(error)
    assert len(errors) > 70
    assert {error.exit_code for error in errors} <= {4, 5}
    assert all(error.hint for error in errors)


@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_a_file_with_overwritten_pages_is_damaged(path: Path, mode: str) -> None:
    content = bytearray(path.read_bytes())
    content[4096:-4096] = os.urandom(len(content) - 8192)
    path.write_bytes(content)

    def read() -> None:
        with Database(path, mode=mode) as database:  # type: ignore[arg-type]
            ClaimRepository(database).all()

    with pytest.raises(DamageError) as caught:
        read()
    assert caught.value.exit_code == 5
    assert "backup" in caught.value.hint
    assert path.read_bytes() == bytes(content)


def test_a_file_that_was_cut_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])
    with pytest.raises(DamageError):
        Database(path)


@pytest.mark.parametrize(
    ("change", "read"),
    [
        ("UPDATE claims SET kind = 'rumour'", lambda database: ClaimRepository(database).all()),
        ("UPDATE claims SET spans = '[[3]]'", lambda database: ClaimRepository(database).all()),
        ("UPDATE claims SET spans = '[[9, 3]]'", lambda database: ClaimRepository(database).all()),
        ("UPDATE claims SET reasons = '[\"half'", lambda database: ClaimRepository(database).all()),
        ("UPDATE claims SET said = CAST(x'ff' AS TEXT)", lambda database: ClaimRepository(database).all()),
        ("UPDATE claims SET said_on = 'yesterday'", lambda database: ClaimRepository(database).all()),
        ("UPDATE drafts SET at = 'noon'", lambda database: ReviewRepository(database).drafts()),
        ("UPDATE suggestions SET status = 'true'", lambda database: SuggestionRepository(database).newest()),
        ("UPDATE suggestions SET gaps = '[7]'", lambda database: SuggestionRepository(database).newest()),
        ("UPDATE suggestion_passages SET scores = '[]'", lambda database: SuggestionRepository(database).newest()),
        (
            "UPDATE suggestion_passages SET differences = '[{}]'",
            lambda database: SuggestionRepository(database).newest(),
        ),
        ("UPDATE vectors SET vector = x'0000803f'", None),
        ("UPDATE vectors SET vector = x'00'", None),
    ],
)
def test_a_value_that_cannot_have_been_stored_is_damage(
    path: Path, change: str, read: Callable[[Database], object] | None
) -> None:
    connection = sqlite3.connect(path)
    # Of the vectors only one, so that they no longer fit together.
    connection.execute(change + (" WHERE number = 2" if read is None else ""))
    connection.commit()
    connection.close()
    with Database(path) as database, pytest.raises(DamageError) as caught:
        (read or (lambda database: list(VectorRepository(database).after("claim", "tiny@1", 0, until=99))))(database)
    assert caught.value.hint


def test_vectors_whose_lengths_only_sum_up_are_damage(path: Path) -> None:
    """The end of the first would be read as the beginning of the second."""
    connection = sqlite3.connect(path)
    for number, length in ((1, 16), (2, 48)):  # 64 in all, as before
        connection.execute("UPDATE vectors SET vector = ? WHERE number = ?", (bytes(length), number))
    connection.commit()
    connection.close()
    with Database(path) as database, pytest.raises(DamageError, match="length"):
        list(VectorRepository(database).after("claim", "tiny@1", 0, until=99))


# What is not the file's fault


def test_a_broken_rule_or_wrong_sql_is_a_fault_of_ours(database: Database) -> None:
    for statement in ("UPDATE articles SET title = ''", "SELEKT 1"):
        with pytest.raises(Exception, match=r"never changed|syntax error") as caught, database.transaction():
            database.write(text(statement))
        assert not isinstance(caught.value, FactcheckError)
        assert explained(caught.value, database.path) is None
    assert explained(ValueError("no SQL"), database.path) is None


def test_every_kind_of_refusal_names_the_file_and_a_next_step(tmp_path: Path) -> None:
    codes = {
        sqlite3.SQLITE_BUSY: "locked",
        sqlite3.SQLITE_LOCKED: "locked",
        sqlite3.SQLITE_BUSY_SNAPSHOT: "locked",
        sqlite3.SQLITE_READONLY: "read-only",
        sqlite3.SQLITE_READONLY_DBMOVED: "read-only",
        sqlite3.SQLITE_FULL: "full",
        sqlite3.SQLITE_CANTOPEN_ISDIR: "can't be opened",
        sqlite3.SQLITE_PERM: "can't be opened",
        sqlite3.SQLITE_IOERR_FSYNC: "reported an error",
        sqlite3.SQLITE_NOTADB: "not a factcheck workbench",
        sqlite3.SQLITE_CORRUPT_INDEX: "damaged",
    }
    for code, words in codes.items():
        error = sqlite3.OperationalError("what SQLite says")
        error.sqlite_errorcode = code
        found = explained(error, tmp_path / "claims.db")
        assert found is not None
        assert words in found.message
        assert str(tmp_path / "claims.db") in found.message
        assert found.hint
        assert found.exit_code == (5 if words == "damaged" else 4)
