"""Makes a new workbench, or brings an older one to today's schema, in one transaction and with a backup first."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config

from factcheck.store.database import APPLICATION_ID, HEAD, Database

MIGRATIONS: Final = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> Path | None:
    """Run every migration that is missing.

    Two processes may try at once: the second waits for the write lock, finds nothing left to do, and goes on.

    Returns:
        Where the backup stands; None for a new workbench, which has nothing to lose, and where nothing was missing.
    """
    config = Config(attributes={"connection": database.connection()})
    # `%` begins an interpolation in the configuration's own syntax.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    connection = database.connection()
    with database.snapshot():
        new = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        version = None if new else connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if version == HEAD:
        return None
    backup = None if new else _back_up(database)
    with database.transaction():
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    return backup


def _back_up(database: Database) -> Path:
    """A copy made by SQLite itself, which a plain copy of a file in use is not."""
    number = 1
    while (target := database.path.with_name(f"{database.path.name}.backup-{number}")).exists():
        number += 1
    source = database.connection().connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    with sqlite3.connect(target) as copy:
        source.backup(copy)
    copy.close()
    return target
