"""Articles come back as they were stored, to the last code point."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from factcheck.domain.ids import content_id
from factcheck.store.articles import ArticleRepository
from factcheck.store.database import Database
from factcheck.store.snapshots import damaged_snapshots, keep_snapshot

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_every_field_comes_back(database: Database, nouns: Nouns) -> None:
    stored = ArticleRepository(database).get(nouns.article.id)
    assert stored == nouns.article
    assert stored is not None
    assert [block.span.of(stored.text) for block in stored.blocks] == [
        "Ferry\u00a0news 🛳",
        "The ferry carried 4,100 people in 2025.\u2028It runs twice a day.",
    ]


def test_fields_that_are_not_known_come_back_as_none(new_database: Database, nouns: Nouns) -> None:
    bare = replace(nouns.article, published_on=None, published_on_inferred=False, author=None, language=None, blocks=())
    with new_database.transaction():
        ArticleRepository(new_database).add(bare, nouns.article_raw)
    assert ArticleRepository(new_database).get(bare.id) == bare


@pytest.mark.parametrize("text", ["", "\x00a\x00", "\r\n\r", "\ufeff\u202e", "a" * 3_000_000, "🛳" * 1000])
def test_no_text_is_changed_by_being_stored(new_database: Database, nouns: Nouns, text: str) -> None:
    odd = replace(nouns.article, text=text, title=text[:50], author=text[:50])
    with new_database.transaction():
        ArticleRepository(new_database).add(odd, nouns.article_raw)
    assert ArticleRepository(new_database).get(odd.id) == odd


def test_a_moment_is_kept_in_utc_to_the_microsecond(new_database: Database, nouns: Nouns) -> None:
    elsewhere = nouns.article.source.retrieved_at.astimezone(timezone(timedelta(hours=-3, minutes=-30)))
    article = replace(nouns.article, source=replace(nouns.article.source, retrieved_at=elsewhere))
    with new_database.transaction():
        ArticleRepository(new_database).add(article, nouns.article_raw)
    stored = ArticleRepository(new_database).get(article.id)
    assert stored is not None
    assert stored.source.retrieved_at.isoformat() == "2026-02-03T04:05:06.789012+00:00"


def test_an_unknown_article_is_none(database: Database) -> None:
    assert ArticleRepository(database).get("a-000000000000") is None
    assert ArticleRepository(database).detector("a-000000000000") is None


def test_an_article_is_never_stored_over_another(database: Database, nouns: Nouns) -> None:
    def store_again() -> None:
        with database.transaction():
            ArticleRepository(database).add(replace(nouns.article, title="Another"), b"other bytes")

    with pytest.raises(IntegrityError):
        store_again()
    assert ArticleRepository(database).get(nouns.article.id) == nouns.article
    assert len(list(damaged_snapshots(database))) == 0


def test_articles_are_listed_in_the_order_they_were_retrieved(database: Database, nouns: Nouns) -> None:
    source = nouns.article.source
    later = replace(
        nouns.article,
        id=content_id("a", "later"),
        source=replace(source, retrieved_at=source.retrieved_at + timedelta(microseconds=1)),
    )
    # Nine hours later on the clock there, and an hour earlier in truth.
    earlier_time = (source.retrieved_at - timedelta(hours=1)).astimezone(timezone(timedelta(hours=10)))
    earlier = replace(nouns.article, id=content_id("a", "earlier"), source=replace(source, retrieved_at=earlier_time))
    repository = ArticleRepository(database)
    with database.transaction():
        repository.add(later, nouns.article_raw)
        repository.add(earlier, nouns.article_raw)
    assert [article.id for article in repository.all()] == [earlier.id, nouns.article.id, later.id]
    assert list(repository.titles()) == [earlier.id, nouns.article.id, later.id]
    assert repository.titles()[later.id] == nouns.article.title


def test_the_last_detector_counts(database: Database, nouns: Nouns) -> None:
    repository = ArticleRepository(database)
    assert repository.detector(nouns.article.id) == "sentences 1"
    with database.transaction():
        repository.record_detection(nouns.article.id, "sentences 2", nouns.draft.at)
    assert repository.detector(nouns.article.id) == "sentences 2"


# The bytes


def test_equal_bytes_are_kept_once_and_read_back(database: Database, nouns: Nouns) -> None:
    with database.transaction():
        first, second = keep_snapshot(database, b"\x00\xff bytes"), keep_snapshot(database, b"\x00\xff bytes")
    assert first == second
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    rows = connection.execute("SELECT sha256, bytes FROM snapshots ORDER BY length(bytes)").fetchall()
    assert rows[0] == (first, b"\x00\xff bytes")
    assert sorted(row[1] for row in rows[1:]) == sorted([nouns.article_raw, nouns.document_raw])
    assert [*damaged_snapshots(database)] == []


def test_bytes_that_no_longer_give_their_digest_are_named(database: Database, nouns: Nouns) -> None:
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("DROP TRIGGER snapshots_unchanged")
    connection.execute("UPDATE snapshots SET bytes = substr(bytes, 2) WHERE sha256 = ?", (nouns.article.source.sha256,))
    assert [*damaged_snapshots(database)] == [nouns.article.source.sha256]
