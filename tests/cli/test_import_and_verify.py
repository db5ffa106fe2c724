"""`factcheck import` and `factcheck verify`, as somebody calls them who was sent a report."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def sample(repository: Path, tmp_path: Path) -> Path:
    """A copy of the sample workbench as `claims.db` of the current folder."""
    return Path(shutil.copy(repository / "claims.db", tmp_path / "claims.db"))


def test_a_report_travels_to_another_desk_and_back(run: Any, sample: Path) -> None:
    claim = run("claims", "--json").json["claims"][0]["id"]
    assert run("decide", claim, "not_checkable", "--by", "Ana").code == 0
    assert run("report", "--out", "desk.json", "--with-snapshots").code == 0
    answer = run("import", "desk.json", "--db", "other.db")
    assert (answer.code, answer.out) == (
        0,
        "Took in 1 article, 12 documents, 31 claims, 1 act, 31 suggestions.\n",
    )
    assert run("show", claim, "--json", "--db", "other.db").json["decision"]["by"] == "Ana"
    assert run("report", "--out", "back.json", "--with-snapshots", "--db", "other.db").code == 0
    assert Path("back.json").read_bytes() == Path("desk.json").read_bytes()
    again = run("import", "desk.json", "--db", "other.db", "--json")
    assert (again.code, set(again.json.values())) == (0, {0})
    assert "was there already" in run("import", "desk.json", "--db", "other.db").out


def test_what_is_refused_leaves_no_workbench_behind(run: Any, sample: Path) -> None:
    assert run("report", "--out", "desk.json").code == 0
    assert run("report", "--out", "desk.html").code == 0
    text = Path("desk.json").read_text(encoding="utf-8")
    Path("changed.json").write_text(text.replace("270 military", "290 military", 1), encoding="utf-8")
    for name, code, told in (
        ("changed.json", 5, "claims[0].said: the words aren't at their place"),
        ("note.txt", 3, "can't be read"),
        ("desk.html", 2, "is a page"),
    ):
        answer = run("import", name, "--db", "other.db")
        assert (answer.code, told in answer.err) == (code, True), answer.err
        assert not Path("other.db").exists()
    assert run("report", "--out", "desk.html", "--with-snapshots").code == 2


def test_decisions_that_part_end_with_the_code_for_that(run: Any, sample: Path) -> None:
    claim = run("claims", "--json").json["claims"][0]["id"]
    shutil.copy(sample, "other.db")
    assert run("decide", claim, "not_checkable", "--by", "Ana").code == 0
    assert run("decide", claim, "not_enough_evidence", "--by", "Ben", "--db", "other.db").code == 0
    assert run("report", "--out", "desk.json").code == 0
    answer = run("import", "desk.json", "--db", "other.db")
    assert answer.code == 8
    assert "not enough evidence by Ben" in answer.err
    assert run("show", claim, "--json", "--db", "other.db").json["decision"]["by"] == "Ben"


def test_a_report_that_holds_is_0_one_that_was_changed_1_and_one_half_checked_7(
    run: Any, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("report", "--out", "r.html").code == 0
    answer = run("verify", "r.html")
    assert (answer.code, "✔ every word of the page follows from its data" in answer.out) == (0, True)
    assert "--against reads the sources" in answer.err
    page = Path("r.html").read_text(encoding="utf-8")
    Path("edited.html").write_text(page.replace("any of the 31 claims", "any of the 32 claims"), encoding="utf-8")
    answer = run("verify", "edited.html")
    assert answer.code == 1
    assert "31 claims" in answer.out
    assert "32 claims" in answer.out
    found = run("verify", "edited.html", "--json")
    assert (found.code, found.json["holds"], found.json["complete"]) == (1, False, True)
    assert ["32 claims" in each["now"] for each in found.json["changes"]] == [True]
    monkeypatch.setattr("factcheck.workbench.reading.__version__", "1.1.0")
    assert run("report", "--out", "old.html").code == 0
    other = Path("old.html").read_text(encoding="utf-8").replace("What the statuses mean", "Statuses")
    Path("old.html").write_text(other, encoding="utf-8")
    answer = run("verify", "old.html")
    assert (answer.code, "made with factcheck 1.1.0" in answer.out) == (7, True)
    Path("x.html").write_text("<!doctype html><p>Something else", encoding="utf-8")
    assert run("verify", "x.html").code == 3


def test_a_report_is_held_against_the_sources_that_are_named(run: Any, repository: Path, sample: Path) -> None:
    assert run("report", "--out", "r.json").code == 0
    answer = run("verify", "r.json", "--against", repository / "seeds" / "evidence")
    assert (answer.code, "12 sources held against what was given" in answer.out) == (0, True), answer.out
    shutil.copytree(repository / "seeds" / "evidence", "evidence")
    note = sorted(Path("evidence").glob("*.md"))[0]
    note.write_text(note.read_text(encoding="utf-8").replace("270 ", "290 "), encoding="utf-8")
    answer = run("verify", "r.json", "--against", "evidence")
    assert answer.code == 1
    assert f"these words aren't in {note}" in answer.out
    assert run("verify", "r.json", "--against", "nothing.md").code == 3


def test_a_name_of_many_lines_shows_as_one(run: Any, sample: Path) -> None:
    """What a report says of itself is text from outside."""
    assert run("report", "--out", "r.json").code == 0
    text = Path("r.json").read_text(encoding="utf-8").replace('"factcheck": "0.1.0"', '"factcheck": "\\u001b[2J1\\n2"')
    Path("r.json").write_text(text, encoding="utf-8")
    answer = run("verify", "r.json")
    assert (answer.code, "something in it was changed, by its digest" in answer.out) == (1, True)
    assert "\x1b" not in answer.out + answer.err
    assert "factcheck ␛[2J1 2" in answer.out
