"""The tables that the migrations make, and the rules that the database itself keeps."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateTable

from factcheck.store.database import APPLICATION_ID, HEAD, KNOWN, Database
from factcheck.store.schema import metadata
from factcheck.store.upgrade import MIGRATIONS

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns

STEP = (
    "INSERT INTO claim_steps SELECT 9, claim_id, 'edit', '{by}', 't', {revision}, '', NULL, NULL, '[]', NULL "
    "FROM claim_steps"
)
EVENT = "INSERT INTO review_events VALUES"
WRITTEN_ONCE = ("snapshots", "articles", "documents", "passages", "review_events", "quotes", "claim_steps")
CHANGEABLE = ("detections", "claims", "vectors", "indexes", "suggestions", "suggestion_passages", "drafts")


def _ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
    """Leaves out the tables that FTS5 keeps for itself."""
    return not (kind == "table" and str(name).startswith("passages_text"))


def test_the_migrations_make_the_schema_and_nothing_else(new_path: Path) -> None:
    engine = create_engine(f"sqlite:///{new_path}")
    with engine.connect() as connection:
        options = {"include_object": _ours, "compare_type": True, "compare_server_default": True}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()
    assert differences == []


def test_checks_and_numbering_of_the_schema_are_those_of_the_migrations(new_path: Path) -> None:
    """`compare_metadata` looks at neither, so they are read from both."""
    connection = sqlite3.connect(new_path)
    stored = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    connection.close()
    found = []
    for table in metadata.sorted_tables:
        lines = [line.strip(" ,\t") for line in str(CreateTable(table).compile(dialect=dialect())).splitlines()]
        wanted = [line for line in lines if "CHECK" in line or "AUTOINCREMENT" in line]
        assert [line for line in wanted if line not in stored[table.name]] == []
        assert stored[table.name].count("CHECK") + stored[table.name].count("AUTOINCREMENT") == len(wanted)
        found += wanted
    assert len(found) == 8


def test_the_newest_migration_is_the_schema_that_the_program_knows() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert scripts.get_heads() == [HEAD]
    assert tuple(each.revision for each in reversed([*scripts.walk_revisions()])) == KNOWN


def test_the_file_says_that_it_is_a_workbench(new_path: Path) -> None:
    assert int.from_bytes(new_path.read_bytes()[68:72], "big") == APPLICATION_ID  # offset 68 of the SQLite header
    assert APPLICATION_ID.to_bytes(4, "big") == b"FCWB"


def test_every_table_is_either_written_once_or_known_to_change() -> None:
    assert set(WRITTEN_ONCE) | set(CHANGEABLE) == set(metadata.tables)


@pytest.mark.parametrize("table", WRITTEN_ONCE)
@pytest.mark.parametrize("change", ["UPDATE {table} SET rowid = rowid", "DELETE FROM {table}"])
def test_rows_that_are_written_once_can_be_neither_changed_nor_removed(path: Path, table: str, change: str) -> None:
    """By any program: this one speaks to the file directly."""
    connection = sqlite3.connect(path)
    before = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # a name from the list above
    assert before
    with pytest.raises(sqlite3.IntegrityError, match=f"rows of {table} are never"):
        connection.execute(change.format(table=table))
    assert connection.execute(f"SELECT * FROM {table}").fetchall() == before  # noqa: S608
    connection.close()


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        (f"{EVENT} (9, :c, 'decide', '  ', 't', 7, 'refuted', '', '', NULL, NULL, NULL, NULL)", "signed"),
        (
            f"{EVENT} (9, :c, 'decide', 'Ana', 't', NULL, 'refuted', '', '', NULL, NULL, NULL, NULL)",
            "revision",
        ),
        (f"{EVENT} (9, :c, 'attach', 'Ana', 't', 7, NULL, '', '', NULL, NULL, NULL, NULL)", "revision"),
        (f"{EVENT} (9, :c, 'decide', 'Ana', 't', 1, 'refuted', '', '', NULL, NULL, NULL, NULL)", "UNIQUE"),
        (
            f"{EVENT} (9, 'c-nosuchclaim0', 'attach', 'Ana', 't', NULL, NULL, '', '', NULL, NULL, NULL, NULL)",
            "F",
        ),
        (STEP.format(by="Ana", revision=1), "revision"),
        (STEP.format(by=" ", revision=2), "signed"),
        ("UPDATE claims SET start = -1", "span"),
        ('UPDATE claims SET "end" = start', "span"),
        ("INSERT INTO passages VALUES (99, (SELECT id FROM passages LIMIT 1), 'd', 0, 1, 'x')", "UNIQUE"),
        (
            "INSERT INTO suggestion_passages VALUES (1, 9, 'p-nosuch00', 0, 0, 0, 'neutral', '[]', '[]', NULL, '', '')",
            "FOREIGN",
        ),
    ],
)
def test_rows_that_would_make_no_sense_are_refused(database: Database, nouns: Nouns, statement: str, rule: str) -> None:
    claim = nouns.claims[0].id
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        connection.execute(statement, {"c": claim} if ":c" in statement else {})


def test_a_decision_can_be_withdrawn_only_once(database: Database, nouns: Nouns) -> None:
    claim = nouns.claims[0].id
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    withdraw = "INSERT INTO review_events VALUES (?, ?, 'withdraw', 'Ana', 't', ?, NULL, '', '', 1, NULL, NULL, NULL)"
    connection.execute(withdraw, (8, claim, 2))
    with pytest.raises(sqlite3.IntegrityError, match="withdraws"):
        connection.execute(withdraw, (9, claim, 3))


def test_a_step_can_be_taken_back_only_once(database: Database, nouns: Nouns) -> None:
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    restore = "INSERT INTO claim_steps VALUES (?, ?, 'restore', 'Ana', 't', ?, '', NULL, NULL, '[]', 1)"
    connection.execute(restore, (8, nouns.claims[1].id, 2))
    with pytest.raises(sqlite3.IntegrityError, match="takes_back"):
        connection.execute(restore, (9, nouns.claims[1].id, 3))
