"""Articles, and which detector last read them."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from factcheck.domain.articles import Article
from factcheck.domain.provenance import Provenance
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.snapshots import block_list, blocks_of, keep_digest, keep_snapshot
from factcheck.store.values import date_of, json_of, time_of


class ArticleRepository:
    """Articles by id. Rows are written once and never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: Article, raw: bytes | None) -> None:
        """Store an article with its bytes, or with its digest alone where they aren't there. Inside a transaction."""
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import articles

        if raw is None:
            keep_digest(self._database, article.source.sha256)
        else:
            keep_snapshot(self._database, raw)
        self._database.write(
            insert(articles).values(
                id=article.id,
                title=article.title,
                text=article.text,
                blocks=block_list(article.blocks),
                author=article.author,
                language=article.language,
                published_on=article.published_on,
                published_on_inferred=article.published_on_inferred,
                address=article.source.address,
                retrieved_at=article.source.retrieved_at,
                sha256=article.source.sha256,
                reader=article.source.reader,
                publisher=article.source.publisher,
            )
        )

    def get(self, article_id: str) -> Article | None:
        rows = self._database.query("SELECT * FROM articles WHERE id = :id", id=article_id)
        return _article(rows[0]) if rows else None

    def all(self) -> list[Article]:
        """All articles, in the order they were retrieved."""
        return [_article(row) for row in self._database.query("SELECT * FROM articles ORDER BY retrieved_at, id")]

    def titles(self) -> dict[str, str]:
        """Id to title, without reading the texts."""
        rows = self._database.query("SELECT id, title FROM articles ORDER BY retrieved_at, id")
        return {row["id"]: row["title"] for row in rows}

    def dates(self) -> dict[str, date | None]:
        """Id to the day it was published, without reading the texts."""
        return dict(_dated(row) for row in self._database.query("SELECT id, published_on FROM articles"))

    def detector(self, article_id: str) -> str | None:
        """The detector that last found this article's claims; None before the first."""
        rows = self._database.query("SELECT detector FROM detections WHERE article_id = :id", id=article_id)
        return str(rows[0]["detector"]) if rows else None

    def record_detection(self, article_id: str, detector: str, at: datetime) -> None:
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import detections

        values = {"detector": detector, "detected_at": at}
        statement = insert(detections).values(article_id=article_id, **values)
        self._database.write(statement.on_conflict_do_update(index_elements=["article_id"], set_=values))


@undamaged
def _dated(row: sqlite3.Row) -> tuple[str, date | None]:
    return row["id"], date_of(row["published_on"])


@undamaged
def _article(row: sqlite3.Row) -> Article:
    return Article(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        blocks=blocks_of(json_of(row["blocks"])),
        source=Provenance(
            address=row["address"],
            retrieved_at=time_of(row["retrieved_at"]),
            sha256=row["sha256"],
            reader=row["reader"],
            publisher=row["publisher"],
        ),
        published_on=date_of(row["published_on"]),
        published_on_inferred=bool(row["published_on_inferred"]),
        author=row["author"],
        language=row["language"],
    )
