"""The text search: what only FTS5 promises, beside the contract that every lexical index keeps."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.domain.ids import content_id
from factcheck.errors import DamageError, StoreError
from factcheck.store.database import Database
from factcheck.store.documents import DocumentRepository
from factcheck.store.lexical_index import FtsIndex

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns

FAULTS = {
    "a passage that is not in it": "INSERT INTO passages_text(passages_text, rowid, text) VALUES ('delete', 1, :text)",
    "a passage that is in it twice": "INSERT INTO passages_text(rowid, text) VALUES (1, :text)",
    "words of no passage": "INSERT INTO passages_text(rowid, text) VALUES (99, 'walrus')",
    "everything gone": "INSERT INTO passages_text(passages_text) VALUES ('delete-all')",
    "an emptied page": "UPDATE passages_text_data SET block = zeroblob(length(block)) WHERE id > 10",
    "a removed page": "DELETE FROM passages_text_data WHERE id > 10",
}


def plant(path: Path, fault: str, text: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(fault, {"text": text} if ":text" in fault else {})
    connection.commit()
    connection.close()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_the_index_is_noticed_and_a_rebuild_mends_it(path: Path, nouns: Nouns, fault: str) -> None:
    with Database(path) as database:
        FtsIndex(database).check()
    plant(path, fault, nouns.passages[0].text)
    with Database(path) as database:
        index = FtsIndex(database)
        with pytest.raises(DamageError) as caught:
            index.check()
        assert caught.value.exit_code == 5
        assert "doctor --fix" in caught.value.hint
        index.rebuild()
        index.check()
        assert [hit.id for hit in index.search("fog", top_k=5)] == [nouns.passages[2].id]
        assert {hit.id for hit in index.search("ferry runs", top_k=5)} == {each.id for each in nouns.passages[:2]}
        assert index.search("walrus", top_k=5) == []


def test_a_locked_workbench_is_not_taken_for_damage_and_can_be_checked(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Database(path, busy_seconds=0.1) as database:
        FtsIndex(database).check()
        with pytest.raises(StoreError, match="locked"):
            FtsIndex(database).rebuild()
    other.close()


def test_checking_changes_nothing_and_needs_no_right_to(path: Path) -> None:
    before = path.read_bytes()
    with Database(path, mode="read") as database:
        FtsIndex(database).check()
    assert path.read_bytes() == before


def test_a_text_search_without_its_table_is_damage(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("DROP TABLE passages_text")
    plain.close()
    with Database(path) as database:
        for act in (FtsIndex.check, FtsIndex.rebuild):
            with pytest.raises(DamageError):
                act(FtsIndex(database))


def test_words_are_found_in_any_form_case_and_accent(database: Database, nouns: Nouns) -> None:
    document = replace(nouns.document, id=content_id("d", "other"))
    passage = replace(nouns.passages[0], id="p-0000000000aa", document_id=document.id, text="Zoë's CAFÉ was closing.")
    with database.transaction():
        DocumentRepository(database).add(document, [passage], nouns.document_raw)
    for query in ("zoe", "ZOË", "cafe", "Cafés", "closed", "cafe\u0301"):
        assert [hit.id for hit in FtsIndex(database).search(query, top_k=5)] == [passage.id], query


def test_a_better_answer_has_the_higher_score(database: Database, nouns: Nouns) -> None:
    hits = FtsIndex(database).search("How many people did the ferry carry in 2025?", top_k=5)
    assert hits[0].id == nouns.passages[1].id
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_words_beyond_the_64th_are_not_searched_for(database: Database) -> None:
    """A pasted page as a query is cut, and words said twice don't count towards it."""
    strangers = [f"stranger{number}" for number in range(63)]
    index = FtsIndex(database)
    assert len(index.search(" ".join([*strangers, *strangers, "fog"]), top_k=5)) == 1
    assert index.search(" ".join([*strangers, "another", "fog"]), top_k=5) == []
