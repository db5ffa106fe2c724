"""A report in JSON is a workbench again: the same one, all of it or nothing, beside what is there already."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.reviews import NewDecision
from factcheck.domain.sources import SourceFacts
from factcheck.domain.statuses import Status
from factcheck.errors import ConflictError, DamageError, FactcheckError, InputError
from factcheck.store.snapshots import count_without_bytes, damaged_snapshots, snapshot
from factcheck.workbench.adding import AddedArticle, AddedDocument, add_articles, add_evidence
from factcheck.workbench.deciding import attach, decide, save_draft, undo
from factcheck.workbench.editing import Change, edit
from factcheck.workbench.importing import Imported, checked_rows, import_report
from factcheck.workbench.report_files import read_report
from factcheck.workbench.reusing import reuse
from tests.unit.workbench.reports import opened, report, rewritten, worked_on, written


def imported(file: Path, path: Path) -> Imported:
    rows = checked_rows(read_report(file))
    bench = opened(path, new=True)
    with bench.database:
        return import_report(bench, rows)


def contents(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    repository = Path(__file__).parent.parent.parent.parent
    return worked_on(repository, tmp_path_factory.mktemp("worked") / "claims.db")


@pytest.fixture(scope="module")
def told(worked: Path) -> str:
    return report(worked)


@pytest.fixture
def base(empty_workbench: Path, tmp_path: Path) -> Path:
    """A small workbench that two people have copies of: two claims, one note, nothing decided."""
    return small(Path(shutil.copy(empty_workbench, tmp_path / "base.db")), tmp_path)


def small(path: Path, folder: Path, facts: SourceFacts | None = None, name: str = "weir") -> Path:
    article = written(folder / f"{name}.txt", f"The {name} of Olm was built in 1912. Ada Moos opened it in May 1913.\n")
    note = written(folder / f"{name}-note.txt", f"The {name} of Olm was built in 1911. It was opened by Ada Moos.\n")
    bench = opened(path)
    with bench.database:
        (added,) = add_articles(bench, [str(article)], facts)
        (document,) = add_evidence(bench, [str(note)], facts)
        assert isinstance(added, AddedArticle)
        assert isinstance(document, AddedDocument)
    return path


def copied(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(name)))


def signed(path: Path, by: str, status: Status = Status.REFUTED, *, number: int = 0) -> str:
    bench = opened(path)
    with bench.database:
        claim = bench.claims.all()[number]
        (passage, *_) = bench.documents.all_passages()
        wanted = NewDecision(status=status, rationale="1911 and not 1912.", passages=(passage.id,))
        decide(bench, claim.id, wanted, by=by)
        return claim.id


@pytest.mark.parametrize("snapshots", [False, True])
def test_a_report_imported_and_reported_gives_equal_bytes(worked: Path, tmp_path: Path, snapshots: bool) -> None:
    first = report(worked, snapshots=snapshots)
    done = imported(written(tmp_path / "desk.json", first), tmp_path / "new.db")
    assert report(tmp_path / "new.db", snapshots=snapshots) == first
    assert (done.articles, done.documents, done.claims) == (1, 12, 31)
    # The one whose words were changed has no suggestion that is about them.
    assert (done.acts, done.steps, done.suggestions) == (8, 4, 30)


def test_the_log_and_every_claim_come_along_and_drafts_do_not(worked: Path, told: str, tmp_path: Path) -> None:
    mine = copied(worked, "mine.db")
    bench = opened(mine)
    with bench.database:
        save_draft(bench, bench.claims.all()[-1].id, by="Ana", rationale="half a thought")
    assert report(mine) == told
    assert "half a thought" not in told
    imported(written(tmp_path / "desk.json", told), tmp_path / "new.db")
    there, here = opened(mine), opened(tmp_path / "new.db")
    with there.database, here.database:
        assert here.reviews.histories() == there.reviews.histories()
        assert here.steps.of_claims() == there.steps.of_claims()
        assert here.reviews.drafts() == {}
        article = there.articles.all()[0]
        assert here.articles.get(article.id) == article
        assert here.claims.of_article(article.id, standing=None) == there.claims.of_article(article.id, standing=None)
        assert here.suggestions.newest() == there.suggestions.newest()
        assert [*here.lexical.search("prisoners", top_k=3)]


def test_without_the_bytes_the_workbench_says_so_until_they_come(worked: Path, told: str, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    assert imported(written(tmp_path / "desk.json", told), new).without_bytes == 13
    bench = opened(new)
    with bench.database:
        digest = bench.articles.all()[0].source.sha256
        assert (count_without_bytes(bench.database), snapshot(bench.database, digest)) == (13, None)
        assert [*damaged_snapshots(bench.database)] == []
    assert imported(written(tmp_path / "all.json", report(worked, snapshots=True)), new).without_bytes == 0
    there = opened(worked)
    with bench.database, there.database:
        bench = opened(new)
        assert count_without_bytes(bench.database) == 0
        assert snapshot(bench.database, digest) == snapshot(there.database, digest) is not None
        assert [*damaged_snapshots(bench.database)] == []


def test_adding_the_source_again_brings_its_bytes(base: Path, tmp_path: Path) -> None:
    signed(base, "Ana")
    new = tmp_path / "new.db"
    assert imported(written(tmp_path / "desk.json", report(base)), new).without_bytes == 2
    small(new, tmp_path)
    bench = opened(new)
    with bench.database:
        assert count_without_bytes(bench.database) == 0


def test_importing_again_changes_nothing(told: str, tmp_path: Path) -> None:
    file = written(tmp_path / "desk.json", told)
    imported(file, tmp_path / "new.db")
    before = contents(tmp_path / "new.db")
    assert imported(file, tmp_path / "new.db") == Imported(without_bytes=13)
    assert contents(tmp_path / "new.db") == before


def test_what_another_person_did_since_is_added_to_what_is_there(base: Path, tmp_path: Path) -> None:
    hers, mine = copied(base, "hers.db"), copied(base, "mine.db")
    claim_id = signed(hers, "Ana")
    earlier = written(tmp_path / "earlier.json", report(hers))
    bench = opened(hers)
    with bench.database:
        undo(bench, by="Ana")
        edit(bench, claim_id, Change(checked="The weir was built in 1912."), by="Ana")
    assert imported(earlier, mine).acts == 1
    assert imported(written(tmp_path / "later.json", report(hers)), mine).steps == 1
    assert report(mine) == report(hers)
    # And an older report takes nothing back.
    before = contents(mine)
    assert imported(earlier, mine).acts == 0
    assert contents(mine) == before


def test_two_logs_that_part_are_refused_and_nothing_is_taken_in(base: Path, tmp_path: Path) -> None:
    hers, his = copied(base, "hers.db"), copied(base, "his.db")
    claim_id = signed(hers, "Ana")
    signed(his, "Ben", Status.SUPPORTED)
    signed(hers, "Ana", number=1)
    before = contents(his)
    with pytest.raises(ConflictError) as caught:
        imported(written(tmp_path / "hers.json", report(hers)), his)
    assert f"Other things were done to {claim_id} here (supported by Ben, 2026-04-05" in caught.value.message
    assert "(refuted by Ana" in caught.value.message
    assert contents(his) == before


def test_a_decision_on_other_words_than_the_claim_has_here_is_refused(base: Path, tmp_path: Path) -> None:
    hers, his = copied(base, "hers.db"), copied(base, "his.db")
    signed(hers, "Ana")
    bench = opened(his)
    with bench.database:
        edit(bench, bench.claims.all()[0].id, Change(checked="Something else was built."), by="Ben")
    before = contents(his)
    with pytest.raises(ConflictError, match="edit by Ben"):
        imported(written(tmp_path / "hers.json", report(hers)), his)
    assert contents(his) == before


def test_acts_of_two_workbenches_get_numbers_of_their_own_and_still_name_each_other(
    base: Path, empty_workbench: Path, tmp_path: Path
) -> None:
    signed(base, "Ana")
    other = small(Path(shutil.copy(empty_workbench, tmp_path / "other.db")), tmp_path, name="bridge")
    source = signed(other, "Ben")
    bench = opened(other)
    with bench.database:
        undo(bench, by="Ben")
        attach(bench, source, next(bench.documents.all_passages()).id, by="Ben")
        decide(bench, source, NewDecision(status=Status.REFUTED, rationale="Still."), by="Ben")
        own = bench.reviews.history(source)
    assert imported(written(tmp_path / "other.json", report(other)), base).acts == len(own) == 3
    bench = opened(base)
    with bench.database:
        first, second, third = bench.reviews.history(source)
        assert (first.number, second.withdraws, third.revision) == (2, 2, 3)


def test_a_repeated_decision_still_names_what_it_repeats(base: Path, empty_workbench: Path, tmp_path: Path) -> None:
    """Its number moves with the other's."""
    other = Path(shutil.copy(empty_workbench, tmp_path / "other.db"))
    for name in ("dam", "quay"):
        written(tmp_path / f"{name}.txt", f"Nobody was hurt at the harbour of Olm, said the {name} keeper.\n")
    bench = opened(other)
    with bench.database:
        list(add_articles(bench, [str(tmp_path / "dam.txt"), str(tmp_path / "quay.txt")]))
        first, second = (claims[-1] for claims in (bench.claims.of_article(a.id) for a in bench.articles.all()))
        decide(bench, first.id, NewDecision(status=Status.NOT_CHECKABLE), by="Ana")
        reuse(bench, [second.id], first.id, by="Ana")
    signed(base, "Cyd")
    imported(written(tmp_path / "other.json", report(other)), base)
    bench = opened(base)
    with bench.database:
        assert bench.reviews.history(second.id)[0].reuses == bench.reviews.history(first.id)[0].number == 2


def test_the_same_article_with_another_text_is_refused(base: Path, tmp_path: Path) -> None:
    signed(base, "Ana")
    file = written(tmp_path / "desk.json", report(base))
    other = copied(base, "other.db")
    connection = sqlite3.connect(other)
    connection.execute("DROP TRIGGER articles_unchanged")
    connection.execute("UPDATE articles SET text = text || 'More.'")
    connection.commit()
    connection.close()
    rows = checked_rows(read_report(file))
    bench = opened(other)
    with bench.database, pytest.raises(ConflictError, match="with another text, read with text/"):
        import_report(bench, rows)


Edit = Callable[[Any], object]


def put(*path: str | int, value: object) -> Edit:
    def change(document: Any) -> None:
        for key in path[:-1]:
            document = document[key]
        document[path[-1]] = value

    return change


WRONG: list[tuple[str, Edit]] = [
    ("claims[0].said: the words aren't at their place", put("claims", 0, "said", value="Russia")),
    ("claims[0]: Object missing required field `start` and `end`", lambda d: d["claims"][0].pop("start")),
    ("claims[2].kind: Invalid enum value 'rumour'", put("claims", 2, "kind", value="rumour")),
    ("articles[0].title: Expected `str`, got `int`", put("articles", 0, "title", value=1)),
    ("articles[0].text_sha256: it says", put("articles", 0, "text_sha256", value="00")),
    ("articles[0].id: the id isn't that of", put("articles", 0, "source", "sha256", value="ab" * 32)),
    ("documents[1].id: the id isn't that of", put("documents", 1, "source", "publisher", value="Another House")),
    ("claims[0].history[2].by: it isn't signed", put("claims", 0, "history", 2, "by", value=" ")),
    ("claims[0].history[2].status: a decision has a status", put("claims", 0, "history", 2, "status", value=None)),
    ("claims[0].history: its acts and steps don't count up", lambda d: d["claims"][0]["history"].pop(2)),
    ("claims[0].history[5].withdraws: a withdrawal", put("claims", 0, "history", 5, "withdraws", value=99)),
    ("claims[0].history[0].quotes[0].text: the words", put("claims", 0, "history", 0, "quotes", 0, "text", value="x")),
    ("claims[0].status: it says “refuted”, and “supported” follows", put("claims", 0, "status", value="refuted")),
    ("claims[0].decision.by: it says “Eve”", put("claims", 0, "decision", "by", value="Eve")),
    ("counts.supported: it says “30”, and “1” follows", put("counts", "supported", value=30)),
    ("claims[0].evidence[0].text: the words aren't", put("claims", 0, "evidence", 0, "text", value="Never.")),
    ("claims[0].evidence[0].document: it is cited", put("claims", 0, "evidence", 0, "document", "title", value="x")),
    ("claims[0].suggestion.passages[0]: no passage", put("claims", 0, "suggestion", "passages", 0, value="p-0")),
    ("claims[0].rating: it says", put("claims", 0, "rating", value="five stars")),
    ("claims[2].lineage: step", put("claims", 2, "lineage", 1, "before", "speaker", value="Dee")),
    ("claims[5].checked: it holds half of a character", put("claims", 5, "checked", value="\ud800")),
    ("snapshots.00: the bytes don't have this digest", put("snapshots", value={"00": "aGk="})),
    ("claims: it is no list", put("claims", value={})),
    ("claims[1]: it is no object", put("claims", 1, value=[])),
    ("organisation: Expected `object`", put("organisation", value="x")),
]


@pytest.mark.parametrize(("told_of", "change"), WRONG, ids=[told_of[:40] for told_of, _ in WRONG])
def test_a_changed_report_is_refused_with_the_place(told: str, tmp_path: Path, told_of: str, change: Edit) -> None:
    file = rewritten(tmp_path / "desk.json", told, change)
    with pytest.raises(DamageError) as caught:
        checked_rows(read_report(file))
    assert told_of in caught.value.message


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("", "no report, or is damaged"),
        ("[1]", "no report of factcheck"),
        ('{"claims": []}', "no report of factcheck"),
        ('{"factcheck": "9", "schema": 99, "articles": [], "claims": []}', "of schema 99"),
        ('{"factcheck": "1", "factcheck": "2"}', "stands there twice"),
        ("[" * 50_000, "nested too deep"),
        ("<!doctype html><p>Hello", "no data of a report"),
    ],
)
def test_what_is_no_report_is_no_input(tmp_path: Path, text: str, told_of: str) -> None:
    with pytest.raises(InputError, match=told_of):
        read_report(written(tmp_path / "x.json", text))


def test_a_report_cut_anywhere_is_refused(told: str, tmp_path: Path) -> None:
    for cut in range(1, len(told) - 2, len(told) // 40):
        with pytest.raises(FactcheckError):
            checked_rows(read_report(written(tmp_path / "cut.json", told[:cut])))


def test_a_report_that_leaves_documents_out_cannot_be_stored(base: Path, tmp_path: Path) -> None:
    signed(base, "Ana")
    rows = checked_rows(read_report(written(tmp_path / "desk.json", report(base))))
    bench = opened(tmp_path / "new.db", new=True)
    with bench.database:
        with pytest.raises(DamageError, match="leaves out the document of p-"):
            import_report(bench, replace(rows, documents=()))
        assert bench.articles.all() == []


# What a workbench can hold: everything but halves of characters.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30) | st.sampled_from(
    ["</script><script>alert(1)</script>", '=cmd|"/C calc"!A0', "\x1b[2J\x9b\u202e", "🚢" * 9, "\\u003c\\", "\u2028"]
)


@settings(max_examples=12)
@given(title=TEXTS, publisher=TEXTS, url=TEXTS, rationale=TEXTS)
def test_hostile_words_come_back_as_they_were(
    empty_workbench: Path, title: str, publisher: str, url: str, rationale: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts = SourceFacts(title=title, publisher=publisher, url=url, author=publisher, owner=title)
        path = small(Path(shutil.copy(empty_workbench, folder / "a.db")), folder, facts)
        bench = opened(path)
        with bench.database:
            passage = next(bench.documents.all_passages())
            wanted = NewDecision(status=Status.REFUTED, rationale=f"x{rationale}", passages=(passage.id,))
            decide(bench, bench.claims.all()[0].id, wanted, by="Ana")
        first = report(path)
        imported(written(folder / "a.json", first), folder / "b.db")
        assert report(folder / "b.db") == first
        assert json.loads(first)["articles"][0]["title"] == title
