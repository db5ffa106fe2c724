"""Articles, and which detector last read them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.articles import Article
from factcheck.domain.provenance import Provenance
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import articles, detections
from factcheck.store.snapshots import block_list, blocks_of, keep_snapshot


class ArticleRepository:
    """Articles by id. Rows are written once and never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: Article, raw: bytes) -> None:
        """Store an article with its bytes; to be called inside a transaction."""
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
            )
        )

    def get(self, article_id: str) -> Article | None:
        row = self._database.row(select(articles).where(articles.c.id == article_id))
        return None if row is None else _article(row)

    def all(self) -> list[Article]:
        """All articles, in the order they were retrieved."""
        return [
            _article(row)
            for row in self._database.rows(select(articles).order_by(articles.c.retrieved_at, articles.c.id))
        ]

    def titles(self) -> dict[str, str]:
        """Id to title, without reading the texts."""
        statement = select(articles.c.id, articles.c.title).order_by(articles.c.retrieved_at, articles.c.id)
        return {row.id: row.title for row in self._database.rows(statement)}

    def dates(self) -> dict[str, date | None]:
        """Id to the day it was published, without reading the texts."""
        statement = select(articles.c.id, articles.c.published_on)
        return {row.id: row.published_on for row in self._database.rows(statement)}

    def detector(self, article_id: str) -> str | None:
        """The detector that last found this article's claims; None before the first."""
        row = self._database.row(select(detections.c.detector).where(detections.c.article_id == article_id))
        return None if row is None else str(row.detector)

    def record_detection(self, article_id: str, detector: str, at: datetime) -> None:
        values = {"detector": detector, "detected_at": at}
        statement = insert(detections).values(article_id=article_id, **values)
        self._database.write(statement.on_conflict_do_update(index_elements=["article_id"], set_=values))


def provenance_of(row: Row[Any], **more: str | None) -> Provenance:
    """Where a stored text came from."""
    return Provenance(address=row.address, retrieved_at=row.retrieved_at, sha256=row.sha256, reader=row.reader, **more)


@undamaged
def _article(row: Row[Any]) -> Article:
    return Article(
        id=row.id,
        title=row.title,
        text=row.text,
        blocks=blocks_of(row.blocks),
        source=provenance_of(row),
        published_on=row.published_on,
        published_on_inferred=row.published_on_inferred,
        author=row.author,
        language=row.language,
    )
