"""What stands in a workbench, read past the program: to compare states, and to see what is broken."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from factcheck.store.database import APPLICATION_ID
from factcheck.store.upgrade import MIGRATIONS

_MADE_AGAIN = ("indexes", "sqlite_sequence")
"""Tables whose rows say how often something was made, and not what."""

_ROWS = """
INSERT INTO snapshots VALUES ('ab', x'00');
INSERT INTO articles VALUES ('a-1', 'Ferry', 'It ran. It sank.', '[[0, 16, "paragraph"]]', NULL, 'en', NULL,
    0, 'x.txt', '2026-02-03T04:05:06.000000+00:00', 'ab', 'text/1');
INSERT INTO claims VALUES ('c-1', 'a-1', 0, 7, '[[0, 7]]', 'It ran.', 'It ran.', 'statement', 0.5, '["is one"]',
    'Ana', '2026-01-30', '[]', 'sentences 1', 0);
INSERT INTO review_events VALUES (1, 'c-1', 'decide', 'Ana', '2026-02-03T04:05:06.000000+00:00', 1, 'supported', 'so',
    'seen', NULL);
"""


def content(path: Path) -> str:
    """A digest of every row; of nothing where there is no file."""
    if not path.exists():
        return "none"
    digest = hashlib.sha256()
    with closing(sqlite3.connect(path)) as plain:
        tables = plain.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (table,) in tables:
            # The tables of the text search are compared by the search itself, in `faults_of`.
            if table not in _MADE_AGAIN and not table.startswith("passages_text"):
                rows = plain.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # a name from the schema
                digest.update(repr((table, sorted(map(repr, rows)))).encode())
    return digest.hexdigest()


def faults_of(path: Path) -> list[str]:
    """What SQLite finds wrong; nothing where there is no file."""
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as plain:
        (application,) = plain.execute("PRAGMA application_id").fetchone()
        found = [] if application == APPLICATION_ID else ["it is no workbench"]
        found += [f"SQLite says: {row[0]}" for row in plain.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
        found += [f"a row of {row[0]} refers to nothing" for row in plain.execute("PRAGMA foreign_key_check")]
        try:
            plain.execute("INSERT INTO passages_text(passages_text, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            found.append(f"the text search doesn't fit: {error}")
        finally:
            plain.rollback()
    return found


def claim_ids(path: Path) -> list[str]:
    """The claims, in the order of the text."""
    return _ids(path, "SELECT id FROM claims ORDER BY start, id")


def passage_ids(path: Path) -> list[str]:
    """The passages, in the order in which they were added."""
    return _ids(path, "SELECT id FROM passages ORDER BY number")


def _ids(path: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(path)) as plain:
        return [str(row[0]) for row in plain.execute(query)]


def old_workbench(path: Path) -> None:
    """A workbench of the first schema, with a decision in it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(_ROWS)
        plain.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        plain.commit()
