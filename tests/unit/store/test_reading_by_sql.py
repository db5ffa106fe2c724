"""Queries in SQL and statements of SQLAlchemy on one connection: one transaction, one form of every value."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from factcheck.errors import DamageError
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.reviews import ReviewRepository
from factcheck.store.schema import review_events, snapshots
from factcheck.store.suggestions import SuggestionRepository
from factcheck.store.values import time_text


def store_and_give_up(database: Database, *, committing: bool) -> None:
    with database.transaction():
        database.write(insert(snapshots).values(sha256="new", bytes=b"x"))
        assert database.query("SELECT * FROM snapshots WHERE sha256 = 'new'")
        if committing:
            database.connection().commit()
        raise RuntimeError("given up")


@pytest.mark.parametrize("committing", [False, True])
def test_a_transaction_that_sqlalchemy_comes_into_is_undone_whole(path: Path, *, committing: bool) -> None:
    """Neither making its connection nor a commit of its own ends the transaction."""
    with Database(path) as database:
        with pytest.raises(RuntimeError, match="given up"):
            store_and_give_up(database, committing=committing)
        assert not database.query("SELECT * FROM snapshots WHERE sha256 = 'new'")


def test_a_snapshot_goes_on_when_sqlalchemy_comes_into_it(path: Path) -> None:
    with Database(path, mode="read") as database, database.snapshot():
        database.query("SELECT count(*) FROM claims")
        database.rows(select(snapshots.c.sha256))
        assert database._raw.in_transaction


def test_times_stand_in_the_database_as_queries_write_them(path: Path) -> None:
    with Database(path, mode="read") as database:
        for row in database.rows(select(review_events)):
            (stored,) = database.query("SELECT at FROM review_events WHERE number = :number", number=row.number)
            assert stored["at"] == time_text(row.at)


@pytest.mark.parametrize(
    ("table", "column"), [("claims", "said"), ("review_events", "rationale"), ("suggestions", "gaps")]
)
def test_a_column_that_is_gone_is_damage(path: Path, table: str, column: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, :old, :new) WHERE name = :table",
        {"old": f"\t{column} ", "new": f"\t{column}_gone ", "table": table},
    )
    connection.commit()
    connection.close()
    with Database(path, mode="read") as database:
        read: dict[str, Callable[[], object]] = {
            "claims": ClaimRepository(database).all,
            "review_events": ReviewRepository(database).histories,
            "suggestions": SuggestionRepository(database).newest,
        }
        with pytest.raises(DamageError):
            read[table]()
