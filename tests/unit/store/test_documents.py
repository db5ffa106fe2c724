"""Evidence comes back as it was stored, and every passage stands where it says."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from factcheck.domain.documents import DocumentKind
from factcheck.domain.ids import content_id
from factcheck.store.database import Database
from factcheck.store.documents import DocumentRepository
from factcheck.store.lexical_index import FtsIndex

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_every_field_of_a_document_comes_back(database: Database, nouns: Nouns) -> None:
    repository = DocumentRepository(database)
    assert repository.get(nouns.document.id) == nouns.document
    assert repository.get("d-000000000000") is None
    assert repository.count() == 1


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_kind_can_be_stored_and_all_that_is_not_known_is_none(
    new_database: Database, nouns: Nouns, kind: DocumentKind
) -> None:
    source = replace(nouns.document.source, publisher=None, owner=None)
    bare = replace(nouns.document, kind=kind, source=source, published_on=None)
    with new_database.transaction():
        DocumentRepository(new_database).add(bare, [], nouns.document_raw)
    assert DocumentRepository(new_database).get(bare.id) == bare
    citation = DocumentRepository(new_database).citations([bare.id])[bare.id]
    assert (citation.kind, citation.publisher, citation.owner, citation.published_on) == (kind, None, None, None)


def test_every_field_of_a_passage_comes_back_in_the_order_they_were_added(database: Database, nouns: Nouns) -> None:
    repository = DocumentRepository(database)
    assert [*repository.all_passages()] == [*nouns.passages]
    wanted = [nouns.passages[2].id, "p-000000000000", nouns.passages[0].id]
    assert repository.passages(wanted) == {
        nouns.passages[2].id: nouns.passages[2],
        nouns.passages[0].id: nouns.passages[0],
    }
    assert repository.passages([]) == {}


def test_a_citation_holds_all_of_a_document_but_its_text(database: Database, nouns: Nouns) -> None:
    found = DocumentRepository(database).citations([nouns.document.id, "d-000000000000"])
    citation = found.pop(nouns.document.id)
    assert found == {}
    document = nouns.document
    assert citation.document_id == document.id
    assert citation.kind is DocumentKind.NOTE
    assert citation.title == document.title
    assert citation.address == document.source.address
    assert citation.retrieved_at == document.source.retrieved_at
    assert citation.sha256 == document.source.sha256
    assert citation.publisher == "Harbour Office"
    assert citation.owner == "City of Aln"
    assert citation.author is None
    assert citation.published_on == document.published_on
    assert citation.published_on_inferred is False
    assert citation.line == "note on Harbour Office, 2025-12-31, https://ferry.example/a?b=c#d"


def test_a_document_is_never_stored_over_another(database: Database, nouns: Nouns) -> None:
    with pytest.raises(IntegrityError), database.transaction():
        DocumentRepository(database).add(replace(nouns.document, title="Another"), [], nouns.document_raw)
    # Its passages are refused too, and nothing of it stays: neither bytes nor words in the text search.
    other = replace(nouns.document, id=content_id("d", "other"))

    def store_with_a_passage_twice() -> None:
        with database.transaction():
            new = replace(nouns.passages[0], id="p-new", document_id=other.id, text="seal")
            DocumentRepository(database).add(other, [new, new], b"new bytes")

    with pytest.raises(IntegrityError):
        store_with_a_passage_twice()
    assert DocumentRepository(database).get(other.id) is None
    assert len([*DocumentRepository(database).all_passages()]) == 3
    assert FtsIndex(database).search("seal", top_k=5) == []
    FtsIndex(database).check()


def test_a_document_s_passages_are_found_by_their_words_from_then_on(database: Database, nouns: Nouns) -> None:
    other = replace(nouns.document, id=content_id("d", "other"))
    passage = replace(nouns.passages[0], id="p-0000000000aa", document_id=other.id, text="A seal came.")
    with database.transaction():
        DocumentRepository(database).add(other, [passage], nouns.document_raw)
    assert [hit.id for hit in FtsIndex(database).search("seals", top_k=5)] == [passage.id]
    # Those that were there are in the index once, as before.
    FtsIndex(database).check()
    assert [hit.id for hit in FtsIndex(database).search("fog", top_k=5)] == [nouns.passages[2].id]


def test_a_passage_that_does_not_stand_in_its_document_is_named(database: Database, nouns: Nouns) -> None:
    """Held against the text in code points: what comes before holds ones of one, two, three and four bytes."""
    repository = DocumentRepository(database)
    assert [*repository.misquoted()] == []
    text = "é“🛳 The ferry sank. 🛳"
    other = replace(nouns.document, id=content_id("d", "other"), text=text)
    start = text.index("The")
    right = replace(
        nouns.passages[0],
        id="p-0000000000aa",
        document_id=other.id,
        span=type(nouns.passages[0].span)(start, len(text)),
        text=text[start:],
    )
    wrong = replace(right, id="p-0000000000bb", text="The ferry sank? 🛳")
    with database.transaction():
        repository.add(other, [right, wrong], nouns.document_raw)
    assert [*repository.misquoted()] == ["p-0000000000bb"]


def test_a_document_whose_text_was_changed_behind_our_back_is_noticed(database: Database, nouns: Nouns) -> None:
    connection = database.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("DROP TRIGGER documents_unchanged")
    connection.execute("UPDATE documents SET text = replace(text, '4,012', '4,102')")
    assert [*DocumentRepository(database).misquoted()] == [nouns.passages[1].id]
