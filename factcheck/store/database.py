"""One SQLite file: how it is opened, and what a transaction is.

SQLite below 3.51.3 can damage a write-ahead log under two connections (the WAL-reset fault), so the log is used only
from there on; otherwise the rollback journal. Every commit is synced to the disk.

Claims, reviews and suggestions are read by SQL that is sent as it stands (`query`). What is written, and what reads
evidence and vectors, is said in SQLAlchemy's terms over the tables of `schema.py` (`write`, `rows`). SQLAlchemy is
imported with the first of these: that takes longer than everything else that `factcheck claims` does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from sqlite3 import sqlite_version
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal

from factcheck.errors import DamageError, StoreError, UsageError
from factcheck.store.failures import checking_values, explaining, reading

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Executable, Row, Select

APPLICATION_ID: Final = 0x46435742  # "FCWB", in the file's header: a factcheck workbench
HEAD: Final = "0005"
KNOWN: Final = ("0001", "0002", "0003", "0004", "0005")
"""Every schema that ever landed, oldest first; the last is today's."""

WAL_IS_SAFE_FROM: Final = (3, 51, 3)

# SQLite takes 32,766 values in one statement (since 3.32).
_VALUES_AT_ONCE: Final = 10_000

Mode = Literal["read", "write", "create"]


class _Connection(sqlite3.Connection):
    """Leaves transactions to `Database`, which begins and ends them in SQL: SQLAlchemy would end them unasked."""

    def commit(self) -> None:
        """Nothing."""

    def rollback(self) -> None:
        """Nothing."""


class Database:
    """One connection to one workbench, for one thread. Use it in a `with` statement.

    Args:
        mode: `read` never changes the file; `write` needs it to be there; `create` makes it where it is missing.
        busy_seconds: How long to wait for another writer before giving up.

    Raises:
        UsageError: If there is no such file, or it is a folder.
        StoreError: If it is locked, read-only, of a newer schema, or not a workbench.
        DamageError: If SQLite finds it damaged.
    """

    def __init__(self, path: Path, *, mode: Mode = "write", busy_seconds: float = 10.0) -> None:
        self.path = path
        self._check_path(mode)
        self._writing = False
        with reading(path):
            self._raw = self._connect(mode, busy_seconds)
        try:
            with explaining(path):
                self._recognise(mode)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Database:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if (connection := self.__dict__.pop("_connection", None)) is not None:
            connection.close()
        self._raw.close()

    @contextmanager
    def copied(self) -> Iterator[sqlite3.Connection]:
        """A copy that is gone afterwards, to try on it what may not be done to the workbench. Not in a transaction."""
        with reading(self.path), closing(sqlite3.connect("")) as copy:
            self._raw.backup(copy)
            yield copy

    def copy_to(self, path: Path) -> None:
        """Write all of it, as it is at one moment, into a new file."""
        with reading(self.path), closing(sqlite3.connect(path)) as copy:
            self._raw.backup(copy)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes in here are stored together or not at all, on the disk when this ends.

        Holds the only write lock from its start, so that nothing read in here can go stale.
        """
        if self._writing:
            yield
            return
        self._writing = True
        try:
            with self._begun("BEGIN IMMEDIATE"):
                yield
        finally:
            self._writing = False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads in here see the database as it was at one moment."""
        if self._raw.in_transaction:
            yield
            return
        with self._begun("BEGIN"):
            yield

    def query(self, sql: str, **values: object) -> list[sqlite3.Row]:
        """All rows of a query in SQL, as SQLite keeps them; `:name` in it stands for the value of that name."""
        # Closed at once: a statement that failed half-way would stay open for as long as anyone keeps the error.
        with self.snapshot(), reading(self.path), closing(self._raw.cursor()) as cursor:
            cursor.row_factory = sqlite3.Row
            return cursor.execute(sql, values).fetchall()

    def rows(self, statement: Executable, values: Mapping[str, object] | None = None) -> Sequence[Row[Any]]:
        """All rows of a query."""
        with self.snapshot(), reading(self.path):
            return self._connection.execute(statement, values or {}).all()

    def rows_among(
        self, statement: Select[Any], column: ColumnElement[Any], values: Iterable[object]
    ) -> list[Row[Any]]:
        """All rows of a query whose `column` is among `values`, however many those are; ordered within each part."""
        wanted = list(dict.fromkeys(values))
        with self.snapshot(), reading(self.path):
            return [
                row
                for begin in range(0, len(wanted), _VALUES_AT_ONCE)
                for row in self._connection.execute(
                    statement.where(column.in_(wanted[begin : begin + _VALUES_AT_ONCE]))
                )
            ]

    def row(self, statement: Executable) -> Row[Any] | None:
        """The first row of a query, or None."""
        with self.snapshot(), reading(self.path):
            return self._connection.execute(statement).first()

    def write(self, statement: Executable, values: Sequence[Mapping[str, object]] | None = None) -> int:
        """Run one writing statement, for each of `values` where given; gives the count of rows it touched.

        Raises:
            RuntimeError: If called outside of `transaction()`: a write of its own would be half of something.
        """
        if not self._writing:
            raise RuntimeError("writes belong in a transaction")
        if values is not None and not values:
            return 0
        with checking_values(self.path):
            result = self._connection.execute(statement, list(values) if values is not None else None)
        return int(result.rowcount)

    def pragma(self, name: str) -> list[tuple[Any, ...]]:
        """The answer of a PRAGMA that only reads."""
        with reading(self.path), self.snapshot():
            return self._raw.execute(f"PRAGMA {name}").fetchall()

    def connection(self) -> Connection:
        """The connection as SQLAlchemy has it, for the migrations."""
        return self._connection

    @cached_property
    def _connection(self) -> Connection:
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        engine = create_engine("sqlite://", creator=lambda: self._raw, poolclass=NullPool)
        with reading(self.path):
            connection = engine.connect()
            # For as long as it lives, or SQLAlchemy and Alembic would take each statement for a transaction of its own.
            connection.begin()
        return connection

    @contextmanager
    def _begun(self, begin: str) -> Iterator[None]:
        with explaining(self.path):
            self._raw.execute(begin)
            try:
                yield
                self._raw.execute("COMMIT")
            except BaseException:
                # What went wrong first is what is told. After some errors SQLite has rolled back by itself.
                with suppress(sqlite3.Error):
                    if self._raw.in_transaction:
                        self._raw.execute("ROLLBACK")
                raise

    def _check_path(self, mode: Mode) -> None:
        try:
            exists = self.path.exists()
            is_folder, is_other = self.path.is_dir(), exists and not self.path.is_file()
        except OSError as error:
            raise StoreError(
                f"{self.path} can't be opened: {error.strerror}.",
                hint="Check the name, and that you have access to its folder.",
            ) from error
        if is_folder:
            raise UsageError(f"{self.path} is a folder.", hint="Name a file with --db, such as claims.db.")
        if is_other:
            raise UsageError(f"{self.path} is no file but a pipe or a device.", hint="Name a file with --db.")
        if not exists and mode == "create":
            # Alembic takes a quarter of a second to import and is needed only when a schema is made or changed.
            from factcheck.store.upgrade import create

            create(self.path)
        elif not exists:
            raise UsageError(
                f"There is no workbench at {self.path}.",
                hint="Begin one with `factcheck add FILE`, try `factcheck demo`, or name another file with --db.",
            )

    def _connect(self, mode: Mode, busy_seconds: float) -> sqlite3.Connection:
        # Even to read, the file is opened for writing where that is allowed: after a crash the next one to open it
        # must be able to roll the journal back.
        how = {"read": "rw", "write": "rw", "create": "rwc"}[mode]
        address = f"{self.path.absolute().as_uri()}?mode={how}"
        # Only this object uses the connection, and callers keep it in one thread.
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=busy_seconds, check_same_thread=False, factory=_Connection
        )
        for setting in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("PRAGMA synchronous=FULL")
        if mode == "read":
            connection.execute("PRAGMA query_only=ON")
        return connection

    def _recognise(self, mode: Mode) -> None:
        """Refuse what is not ours, newer or damaged; make or upgrade what is."""
        with self.snapshot():
            application = self._scalar("PRAGMA application_id")
            tables = self._scalar("SELECT count(*) FROM sqlite_master")
            version = self._version() if application == APPLICATION_ID else None
        if application == 0 and tables == 0 and mode == "create":
            self._upgrade(mode)
        elif application != APPLICATION_ID:
            raise StoreError(f"{self.path} is not a factcheck workbench.", hint="Name another file with --db.")
        elif version is None:
            raise DamageError(f"{self.path} doesn't say which schema it has.", hint="Put a backup in its place.")
        elif version not in KNOWN:
            raise StoreError(
                f"{self.path} has schema {version}, which is newer than this factcheck knows ({HEAD}).",
                hint="Upgrade factcheck: pip install --upgrade factcheck.",
            )
        elif version != HEAD:
            self._upgrade(mode)
        if mode != "read":
            self._set_journal()

    def _version(self) -> str | None:
        if not self._scalar("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"):
            return None
        version = self._scalar("SELECT version_num FROM alembic_version")
        return None if version is None else str(version)

    def _upgrade(self, mode: Mode) -> None:
        from factcheck.store.upgrade import upgrade

        # Whoever only wants to read an older workbench gets it in today's schema too, with a backup beside it.
        self._raw.execute("PRAGMA query_only=OFF")
        try:
            upgrade(self)
        except StoreError:
            if mode != "read":
                raise
            self._read_a_copy()
            upgrade(self, backed_up=False)
        if mode == "read":
            self._raw.execute("PRAGMA query_only=ON")

    def _read_a_copy(self) -> None:
        """Go on with a copy that is gone when this is closed: what is read-only or in use can be read all the same."""
        import logging

        from factcheck.language.display import visible

        copy = sqlite3.connect("", isolation_level=None, check_same_thread=False, factory=_Connection)
        with reading(self.path):
            self._raw.backup(copy)
        self.close()
        self._raw = copy
        told = (
            f"{visible(str(self.path))} is of an older schema and can't be upgraded now; a copy of it is read instead."
        )
        logging.getLogger(__name__).warning(told)

    def _set_journal(self) -> None:
        # At each opening: a file that was made where the log is safe may be opened where it isn't.
        journal = "WAL" if sqlite3.sqlite_version_info >= WAL_IS_SAFE_FROM else "DELETE"
        # While others have the file open, it stays as it is.
        with suppress(sqlite3.OperationalError):
            self._raw.execute(f"PRAGMA journal_mode={journal}")

    def _scalar(self, statement: str) -> Any:  # noqa: ANN401  # what SQLite answers: text, a number or nothing
        with reading(self.path):
            row = self._raw.execute(statement).fetchone()
            return row[0] if row else None


__all__ = ["APPLICATION_ID", "HEAD", "KNOWN", "Database", "Mode", "sqlite_version"]
