"""Ids as people type them: whole, or any beginning that fits only one."""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.ids import ID_KINDS, IdKind
from factcheck.errors import UsageError
from factcheck.store.database import Database

_TABLES: Final = {
    "a": "SELECT id FROM articles",
    "c": "SELECT id FROM claims",
    "d": "SELECT id FROM documents",
    "p": "SELECT id FROM passages",
}
# A range and not LIKE, so that the primary key's index serves it however large the table.
_BEGINNING: Final = "WHERE id >= :text AND id < :text || '~' ORDER BY id LIMIT :most"
_FORM: Final = re.compile(r"[acdp]-[0-9a-z]{0,12}")
_SHOWN: Final = 5

_WHERE: Final = {
    "a": "`factcheck claims` names the article of each claim.",
    "c": "`factcheck claims` lists them.",
    "d": "`factcheck search TEXT` names the documents it finds.",
    "p": "`factcheck show CLAIM` and `factcheck search TEXT` name passages.",
}


def resolve(database: Database, kind: IdKind, typed: str) -> str:
    """The one id of this kind that begins with `typed`.

    Raises:
        UsageError: If it has the wrong form, fits nothing, or fits several (the candidates are named).
    """
    noun = ID_KINDS[kind]
    text = typed.strip().lower()
    if not _FORM.fullmatch(text) or not text.startswith(f"{kind}-"):
        raise UsageError(f"{typed!r} is not the id of a {noun}: those begin with {kind}-.", hint=_WHERE[kind])
    found = database.query(f"{_TABLES[kind]} {_BEGINNING}", text=text, most=_SHOWN + 1)
    ids = [str(row["id"]) for row in found]
    if len(ids) == 1 or text in ids:
        return text if text in ids else ids[0]
    if not ids:
        raise UsageError(f"There is no {noun} {typed}.", hint=_WHERE[kind])
    more = ", …" if len(ids) > _SHOWN else ""
    raise UsageError(f"{typed} fits several: {', '.join(ids[:_SHOWN])}{more}", hint="Type more of the id.")
