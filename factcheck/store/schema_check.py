"""Holds the schema of a workbench against the one that this version makes: what is missing, changed or foreign.

Tables are compared by what SQLite says of them and not by their statements, whose spelling may differ between versions
of the libraries that wrote them. Triggers and the full-text table are SQL of our own, and are compared as such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from sqlalchemy import text

from factcheck.store.database import Database

_Ask: TypeAlias = Callable[[str, Mapping[str, object]], Sequence[Sequence[Any]]]

_ALL: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
_COLUMNS: Final = 'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(:of)'
_FOREIGN_KEYS: Final = 'SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(:of)'
_UNIQUE_KEYS: Final = "SELECT name FROM pragma_index_list(:of) WHERE origin = 'u'"
_IN_INDEX: Final = 'SELECT name, "desc", coll FROM pragma_index_xinfo(:of) WHERE "key" = 1 ORDER BY seqno'


def schema_faults(database: Database) -> list[str]:
    """What differs, each in a few words; empty where all is as it should be."""
    # Alembic takes a quarter of a second to import.
    from factcheck.store.upgrade import new_workbench

    with new_workbench() as model:
        wanted = dict(_parts(lambda sql, values: model.execute(sql, values).fetchall()))
    found = dict(_parts(lambda sql, values: database.rows(text(sql), values)))
    gone = {part for part in wanted if part not in found}
    faults = [f"{part} is missing" for part in wanted if part in gone and not _goes_with(part, gone)]
    faults += [f"{part} is not as it should be" for part in wanted if part in found and found[part] != wanted[part]]
    foreign = {part for part in found if part not in wanted}
    return faults + [f"{part} is not ours" for part in found if part in foreign and not _goes_with(part, foreign)]


def _goes_with(part: str, others: set[str]) -> bool:
    """Whether a part of a table needs no word of its own, because the whole table is among `others`."""
    _, _, table = part.rpartition(" of ")
    return f"table {table}" in others


def _parts(ask: _Ask) -> Iterator[tuple[str, object]]:
    """Every part of a schema by its name, with what it is."""
    stored = ask(_ALL, {})
    for kind, name, table, sql in sorted(stored, key=lambda row: (row[0] != "table", row[1])):
        if kind == "index":
            yield f"index {name} of {table}", _columns_of_index(ask, name)
        elif kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL"):
            yield from _parts_of_table(ask, name, str(sql))
        else:
            # A table that is none of SQLite's own kind, a trigger, a view.
            yield f"{kind} {name}" + (f" of {table}" if table != name else ""), " ".join(str(sql).split())


def _parts_of_table(ask: _Ask, table: str, sql: str) -> Iterator[tuple[str, object]]:
    yield f"table {table}", (sql.upper().count("CHECK"), sql.upper().count("AUTOINCREMENT"))
    of = {"of": table}
    for name, *what in ask(_COLUMNS, of):
        yield f"column {name} of {table}", tuple(what)
    for column, *leads_to in ask(_FOREIGN_KEYS, of):
        yield f"foreign key {column} of {table}", tuple(leads_to)
    for (name,) in ask(_UNIQUE_KEYS, of):
        columns = _columns_of_index(ask, name)
        yield f"unique key {', '.join(str(column) for column, *_ in columns)} of {table}", columns


def _columns_of_index(ask: _Ask, name: str) -> tuple[tuple[object, ...], ...]:
    return tuple(tuple(row) for row in ask(_IN_INDEX, {"of": name}))
