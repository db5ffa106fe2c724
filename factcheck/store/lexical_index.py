"""Text search by SQLite's FTS5, in the same file and transaction as the passages."""

from __future__ import annotations

from typing import Final

from sqlalchemy import text

from factcheck.domain.matches import Hit
from factcheck.errors import DamageError
from factcheck.store.database import Database
from factcheck.store.failures import reading
from factcheck.store.full_text import query_of

_SEARCH: Final = text(
    "SELECT passages.id AS id, -bm25(passages_text) AS score FROM passages_text "
    "JOIN passages ON passages.number = passages_text.rowid "
    "WHERE passages_text MATCH :query ORDER BY bm25(passages_text), passages.id LIMIT :top_k"
)


class FtsIndex:
    """Implements `factcheck.interfaces.LexicalIndex` with BM25 over stemmed words; a passage needs one in common."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, text: str, *, top_k: int) -> list[Hit]:
        query = query_of(text)
        if not query:
            return []
        rows = self._database.rows(_SEARCH, {"query": query, "top_k": top_k})
        return [Hit(row.id, row.score) for row in rows]

    def check(self) -> None:
        """Hold the index against the passages. FTS5 would write to do that, so it is asked about a copy.

        Raises:
            DamageError: If a word is missing from it or too many.
        """
        try:
            with self._database.copied() as copy:
                # Rank 1 compares with the content table too, not only the index with itself.
                copy.execute("INSERT INTO passages_text(passages_text, rank) VALUES ('integrity-check', 1)")
        except DamageError as error:
            raise DamageError(
                "The text search doesn't match the passages.", hint="Run `factcheck doctor --fix`."
            ) from error

    def rebuild(self) -> None:
        """Make the index anew from the passages. The table itself must be there."""
        with self._database.transaction(), reading(self._database.path):
            self._database.write(text_command("INSERT INTO passages_text(passages_text) VALUES ('rebuild')"))


text_command = text
"""`text` under another name, for methods whose argument is called so."""
