"""Whoever gets a report can check it: what was changed after it was written is named, wherever it was."""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck import wiring
from factcheck.domain.views import ReportRows
from factcheck.report.html import page as html
from factcheck.report.records.forms import text_of
from factcheck.report.records.json_report import document, embedded
from factcheck.settings import Settings
from factcheck.workbench.importing import checked_rows
from factcheck.workbench.page_comparing import Edit, edits
from factcheck.workbench.report_files import read_report
from factcheck.workbench.verifying import Verified, verify
from tests.unit.workbench.reports import report, rewritten, worked_on, written


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    repository = Path(__file__).parent.parent.parent.parent
    return worked_on(repository, tmp_path_factory.mktemp("worked") / "claims.db")


@pytest.fixture(scope="module")
def page(worked: Path) -> str:
    return report(worked, "html")


@pytest.fixture(scope="module")
def told(worked: Path) -> str:
    return report(worked)


def checked(path: Path, text: str, *against: Path) -> Verified:
    reader = wiring.make_reader(Settings()) if against else None
    return verify(read_report(written(path, text)), [str(each) for each in against], reader)


def page_of(rows: ReportRows) -> str:
    out = io.StringIO()
    html.write(rows, out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["html", "json"])
def test_a_report_that_nobody_changed_holds(worked: Path, tmp_path: Path, name: str) -> None:
    found = checked(tmp_path / f"report.{name}", report(worked, name))
    assert (found.changes, found.open) == ([], [])
    assert (found.claims, found.decided, found.is_page) == (30, 1, name == "html")
    # A page has the passages, and not the whole texts of the sources.
    assert (found.quotes > 300, bool(found.notes)) == ((False, True) if name == "html" else (True, False))


def test_one_edited_character_anywhere_in_the_page_is_found(told: str, tmp_path: Path) -> None:
    """A figure, a letter of a word, a colour, an address: at 60 places, drawn from all outside the data."""
    rows = checked_rows(read_report(written(tmp_path / "r.json", told)))
    page = page_of(replace(rows, claims=rows.claims[:2], documents=()))
    begin, end = page.index('<script type="application/json"'), page.index("</script>")
    places = [at.start() for at in re.finditer(r"[0-9A-Za-z]", page) if not begin <= at.start() <= end]
    draw = random.Random(20_260_405)
    for at in draw.sample(places, 60):
        other = "8" if page[at] != "8" else "3"
        changed = page[:at] + other + page[at + 1 :]
        assert checked(tmp_path / "report.html", changed).changes, page[at - 40 : at + 40]


def test_an_edited_figure_is_named_old_and_new_with_the_heading_above_it(page: str, tmp_path: Path) -> None:
    changed = page.replace("decided on 1 of the 30 claims", "decided on 21 of the 30 claims")
    assert changed != page
    (change,) = checked(tmp_path / "report.html", changed).changes
    assert change.at == "The verdict"
    assert ("on 1 of" in change.was, "on 21 of" in change.now) == (True, True)


def test_words_put_in_and_taken_out_and_changed_links_are_found(page: str, tmp_path: Path) -> None:
    put_in = page.replace("</main>", "<p>And it is all true.</p></main>")
    (change,) = checked(tmp_path / "a.html", put_in).changes
    assert "And it is all true." in change.now
    out = re.sub(r"<li>A status is the decision.*?</li>", "", page, flags=re.DOTALL)
    (change,) = checked(tmp_path / "b.html", out).changes
    assert (change.at, "A status is the decision" in change.was) == ("What this report can’t tell", True)
    link = page.replace('href="https://', 'href="https://evil.example/', 1)
    assert "evil.example" in checked(tmp_path / "c.html", link).changes[0].now
    style = page.replace("</style>", ".refuted { display: none }</style>")
    (change,) = checked(tmp_path / "d.html", style).changes
    assert (change.what, "display: none" in change.now) == ("the page's making", True)


def test_white_space_and_letters_written_otherwise_are_no_change(page: str, tmp_path: Path) -> None:
    head, script, data = page.partition('<script type="application/json"')
    assert "’" in head
    again = head.replace("<p>", "\n\n<p>\t").replace("’", "&#8217;") + script + data
    assert checked(tmp_path / "a.html", again).changes == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ('"status":"supported","reviewed":true', '"status":"refuted","reviewed":true', "claims[0].status"),
        # Nothing else in the data speaks against these two but its digest; the page does, which shows them.
        ('"act":"withdraw","by":"Ben"', '"act":"withdraw","by":"Eve"', "Claim 1 "),
        ('"title":"Russia and', '"title":"Prussia and', ""),
    ],
)
def test_data_changed_alone_is_found(page: str, tmp_path: Path, old: str, new: str, at: str) -> None:
    changed = page.replace(old, new, 1)
    assert changed != page
    assert any(each.at.startswith(at) for each in checked(tmp_path / "a.html", changed).changes)


def test_a_recounted_status_in_json_is_named(told: str, tmp_path: Path) -> None:
    def change(found: Any) -> None:
        found["claims"][0]["history"].pop()
        found["counts"]["supported"] = 12

    found = verify(read_report(rewritten(tmp_path / "r.json", told, change)))
    by_place = {each.at: (each.was, each.now) for each in found.changes}
    assert by_place["claims[0].status"] == ("refuted", "supported")
    assert by_place["counts.supported"] == ("0", "12")


def test_data_that_cannot_be_read_is_named_with_its_place(told: str, tmp_path: Path) -> None:
    def change(found: Any) -> None:
        found["claims"][2]["spans"] = "all"

    found = verify(read_report(rewritten(tmp_path / "r.json", told, change)))
    assert [each.what for each in found.changes] == ["claims[2].spans: Expected `array`, got `str`."]
    assert found.open


def test_a_report_that_leaves_out_what_the_machine_says_and_whole_texts_still_verifies(
    told: str, tmp_path: Path
) -> None:
    """What is embedded is what the page shows: whatever selection was made before, the page follows from it."""
    rows = checked_rows(read_report(written(tmp_path / "r.json", told)))
    decided = [
        replace(
            view, suggestion=None, evidence=tuple(replace(e, match=None, stance=None) for e in view.evidence if e.quote)
        )
        for view in rows.claims
        if view.state.decision
    ]
    found = checked(tmp_path / "a.html", page_of(replace(rows, claims=tuple(decided))))
    assert (found.changes, found.open, found.claims) == ([], [], 1)
    text = text_of(document(replace(rows, claims=tuple(decided), documents=())))
    found = checked(tmp_path / "b.json", text)
    assert found.changes == []
    assert "leaves out the text" in found.open[0]


def test_of_a_page_of_another_version_or_template_it_says_what_was_not_checked(told: str, tmp_path: Path) -> None:
    rows = checked_rows(read_report(written(tmp_path / "r.json", told)))
    page = page_of(replace(rows, version="0.0.7"))
    # Where another version makes the same page, nothing is left open.
    assert checked(tmp_path / "a.html", page).open == []
    other = page.replace("What the statuses mean", "Statuses")
    found = checked(tmp_path / "b.html", other)
    assert (found.changes, len(found.notes)) == ([], 1)
    assert "made with factcheck 0.0.7, and this is 0.1.0" in found.open[0]
    edited = other.replace("Both\n say", "None\n say")
    assert "Both say" in checked(tmp_path / "c.html", edited).notes[1]
    own = f"<!doctype html><html><body><h1>Ours</h1>{embedded(rows, template='desk@1')}</body></html>"
    found = checked(tmp_path / "d.html", own)
    assert "a template of its own (desk@1)" in found.open[0]


def test_the_sources_are_held_against_the_report(repository: Path, told: str, tmp_path: Path) -> None:
    folder = repository / "seeds" / "evidence"
    notes = sorted(folder.glob("*.md"))
    found = checked(tmp_path / "r.json", told, *notes)
    assert (found.changes, found.sources) == ([], len(notes))
    assert any("Not given with --against: a-" in note for note in found.notes)
    (tmp_path / "other.txt").write_text("Something else was said.\n", encoding="utf-8")
    found = checked(tmp_path / "r.json", told, tmp_path / "other.txt")
    assert "none of the report's sources" in found.notes[0]
    assert found.open == ["The sources: none of those given is one of the report's."]


def test_a_source_that_says_something_else_by_now_is_named(repository: Path, told: str, tmp_path: Path) -> None:
    note = sorted((repository / "seeds" / "evidence").glob("*.md"))[0]
    text = note.read_text(encoding="utf-8")
    head = text[: text.index("\n---\n") + 5]
    changed = written(tmp_path / note.name, f"{head}\nNothing of this is said any more. The page was emptied.\n")
    found = checked(tmp_path / "r.json", told, changed)
    assert {each.what for each in found.changes} == {f"these words aren't in {changed}"}
    assert "has other bytes" in found.notes[0]


def test_who_changes_text_and_data_and_digests_alike_makes_another_report_that_holds(told: str, tmp_path: Path) -> None:
    """The limit that the page on the command line names: nothing is signed."""
    made = json.loads(told)
    for event in (made["claims"][0]["history"][2], made["claims"][0]["decision"]):
        event["rationale"] = "Something that Ana never wrote."
    (change,) = checked(tmp_path / "r.json", json.dumps(made)).changes
    assert change.what == "something in it was changed, by its digest"
    del made["sha256"]
    made["sha256"] = hashlib.sha256(text_of(made).encode()).hexdigest()
    assert checked(tmp_path / "r.json", json.dumps(made)).changes == []


def test_whatever_is_put_in_the_place_of_a_value_is_found(told: str, tmp_path: Path) -> None:
    rows = checked_rows(read_report(written(tmp_path / "r.json", told)))
    text = text_of(document(replace(rows, claims=rows.claims[:2], unlisted=(), documents=rows.documents[:2])))
    assert checked(tmp_path / "r.json", text).changes == []
    values = [None, True, -1, 10**30, 1.5, "", "x", "\ud800", [], [1, 2], {}, {"span": 3}, "2025-01-01T00:00:00Z"]
    draw = random.Random(20_260_406)
    every = [*places(json.loads(text))]
    for _ in range(120):
        changed, place, value = json.loads(text), draw.choice(every), draw.choice(values)
        inner = changed
        for key in place[:-1]:
            inner = inner[key]
        if inner[place[-1]] != value:
            inner[place[-1]] = value
            assert checked(tmp_path / "r.json", json.dumps(changed)).changes, (place, value)


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        if (*at, key) not in (("schema",), ("factcheck",), ("articles",), ("claims",)):
            yield (*at, key)
        yield from places(each, (*at, key))


def test_edits_of_a_page_are_told_by_the_words_around_them() -> None:
    was = "<h1>A day</h1><p>In all 31 people were hurt on the pier that day, it said.</p><h2>More</h2><p>Two.</p>"
    now = was.replace("31", "13").replace("Two.", "Two or three.")
    assert [*edits(was, now)] == [
        Edit("A day", "In all 31 people were hurt on", "In all 13 people were hurt on", is_seen=True),
        Edit("More", "Two.", "Two or three.", is_seen=True),
    ]
    assert [*edits(was, was)] == []
    # A tag in the place of a text that looks like one.
    assert [*edits("<p>1 &lt;b&gt;</p>", "<p>1 <b></p>")]
