"""Ids as people type them: whole, or any beginning that fits only one."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import select

from factcheck.domain.ids import ID_KINDS, IdKind
from factcheck.errors import UsageError
from factcheck.store.database import Database
from factcheck.store.schema import articles, claims, documents, passages

_TABLES: Final = {"a": articles, "c": claims, "d": documents, "p": passages}
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
    column = _TABLES[kind].c.id
    # A range and not LIKE, so that the primary key's index serves it however large the table.
    found = database.rows(select(column).where(column >= text, column < text + "~").order_by(column).limit(_SHOWN + 1))
    ids = [row.id for row in found]
    if len(ids) == 1 or text in ids:
        return text if text in ids else str(ids[0])
    if not ids:
        raise UsageError(f"There is no {noun} {typed}.", hint=_WHERE[kind])
    more = ", …" if len(ids) > _SHOWN else ""
    raise UsageError(f"{typed} fits several: {', '.join(ids[:_SHOWN])}{more}", hint="Type more of the id.")
