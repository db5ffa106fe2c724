"""Makes a new workbench, or brings an older one to today's schema: in one transaction, and with a backup of it."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from factcheck.errors import StoreError
from factcheck.files import on_the_disk, unfinished
from factcheck.store.database import APPLICATION_ID, HEAD, Database
from factcheck.store.failures import reading

MIGRATIONS: Final = Path(__file__).parent / "migrations"

# Alembic keeps what it works on in its module, for one thread.
_one_at_a_time: Final = threading.Lock()


def upgrade(database: Database, *, backed_up: bool = True) -> Path | None:
    """Run every migration that is missing. Where one fails, the workbench is as it was, and no backup stays.

    The write lock comes first: of two who try at once the second waits, finds nothing left to do, and goes on.

    Args:
        backed_up: False for a copy that nobody will miss.

    Returns:
        Where the backup stands; None for a new workbench, which has nothing to lose, and where nothing was missing.

    Raises:
        StoreError: If it is locked or can't be written to, or there is no place for the backup.
        DamageError: If its content doesn't fit a migration.
    """
    backup = None
    try:
        with database.transaction():
            version = _version(database.connection())
            if version is None or not backed_up:
                _migrate(database.connection(), database.path)
            elif version != HEAD:
                with _backup(database.path) as copy:
                    _migrate(database.connection(), database.path)
                    backup = copy.rename(_free_name(database.path))
    except BaseException:
        if backup is not None:
            backup.unlink(missing_ok=True)
        raise
    return backup


def create(path: Path) -> None:
    """Put an empty workbench at `path` in one step, unless one is there by then.

    Where the file system has no hard links, nothing is done: whoever opens `path` then makes one in its place.
    """
    # What keeps it from being put there is told by whoever opens `path` next.
    with suppress(OSError, sqlite3.Error), new_workbench() as empty, unfinished(path) as (new, file):
        _copy(empty, new)
        on_the_disk(file)
        # Unlike renaming this takes nothing away from someone who was quicker.
        os.link(new, path)


@contextmanager
def new_workbench() -> Iterator[sqlite3.Connection]:
    """An empty workbench of today's schema, in memory."""
    raw = sqlite3.connect(":memory:", isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=NullPool)
    with engine.begin() as connection:
        _migrate(connection, Path(":memory:"))
        yield raw
    engine.dispose()


def _version(connection: Connection) -> str | None:
    """The schema that the file says it has; None for a new one."""
    if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _migrate(connection: Connection, path: Path) -> None:
    config = Config(attributes={"connection": connection})
    # `%` begins an interpolation in the configuration's own syntax.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    # A migration fits what the file says it is; where SQLite can't carry it out, the file is something else.
    with _one_at_a_time, reading(path):
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def _backup(path: Path) -> Iterator[Path]:
    """A copy of the workbench on the disk, under a name of its own that is free again at the end."""
    try:
        with unfinished(path) as (new, file):
            # A second connection: SQLite copies from none that holds the write lock.
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source, reading(path):
                _copy(source, new)
            on_the_disk(file)
            yield new
    except OSError as error:
        raise StoreError(
            f"{path} is of an older schema and can't be upgraded: no backup can be written ({error.strerror}).",
            hint="Free some space, or copy it to a folder of your own and name the copy with --db.",
        ) from error


def _copy(source: sqlite3.Connection, new: Path) -> None:
    """A copy made by SQLite itself, which a plain copy of a file in use is not. Nobody else knows of `new`."""
    with closing(sqlite3.connect(f"{new.absolute().as_uri()}?mode=rw&nolock=1", uri=True)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy)


def _free_name(path: Path) -> Path:
    number = 1
    while os.path.lexists(name := path.with_name(f"{path.name}.backup-{number}")):
        number += 1
    return name
