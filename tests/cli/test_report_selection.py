"""Which claims a report is about, and what it is written as: told by the options, and told to its reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
import tzlocal

from factcheck.domain.views import ReportRows
from factcheck.report import formats


@pytest.fixture
def decided(run: Any, desk: Path, claims: list[dict[str, Any]], passages: list[str]) -> list[dict[str, Any]]:
    """The claims of the desk; the first is supported, the second not checkable."""
    first, second = claims[0]["id"], claims[1]["id"]
    said = ("--because", "The coast guard says so.", "--evidence", passages[0])
    assert run("decide", first, "supported", *said, "--by", "Ana").code == 0
    assert run("decide", second, "not_checkable", "--because", "A guess.", "--by", "Ana").code == 0
    return claims


def shown(run: Any, *arguments: str) -> list[str]:
    answer = run("report", "--format", "json", *arguments)
    assert answer.code == 0, answer.err
    return [claim["id"] for claim in answer.json["claims"]]


def test_claims_and_articles_are_named_by_any_beginning(run: Any, decided: list[dict[str, Any]]) -> None:
    every = [claim["id"] for claim in decided]
    assert shown(run) == every
    assert shown(run, decided[0]["article_id"][:4]) == every
    assert shown(run, every[1][:6], every[0][:6], every[1]) == every[:2]
    assert shown(run, every[0], decided[0]["article_id"]) == every


def test_conditions_add_up(run: Any, decided: list[dict[str, Any]]) -> None:
    every = [claim["id"] for claim in decided]
    assert shown(run, "--decided-only") == every[:2]
    assert shown(run, "--status", "supported", "--status", "unreviewed") == [every[0], *every[2:]]
    assert shown(run, "--status", "supported", "--status", "unreviewed", "--decided-only") == every[:1]
    assert shown(run, "--since", "2020-01-01") == every[:2]
    assert shown(run, "--since", "2020-01-01", every[1]) == every[1:2]


def test_a_claim_that_was_reworded_has_changed_since(run: Any, decided: list[dict[str, Any]]) -> None:
    last = decided[-1]["id"]
    assert run("claims", "edit", last, "--checked", "The captain had reported no fault.", "--by", "Ana").code == 0
    assert last in shown(run, "--since", "2020-01-01")


def test_a_part_is_told_to_the_reader_and_to_the_writer(run: Any, decided: list[dict[str, Any]]) -> None:
    others = len(decided) - 1
    answer = run("report", "--status", "supported", "--out", "part.md")
    assert f"Wrote part.md: 1 claim of 1 article ({others} left out)." in answer.err
    told = Path("part.md").read_text(encoding="utf-8")
    assert f"This report was asked for only claims that are supported: {others} claims are left out." in told


def test_a_selection_that_leaves_nothing_is_refused_and_the_old_report_stays(
    run: Any, decided: list[dict[str, Any]]
) -> None:
    Path("report.html").write_text("the old one", encoding="utf-8")
    for arguments in (["--status", "conflicting"], ["--since", "2999-01-01"]):
        answer = run("report", "--out", "report.html", *arguments)
        assert answer.code == 2
        assert "No claim is left by this selection" in answer.err
        assert "1 supported" in answer.err
    assert Path("report.html").read_text(encoding="utf-8") == "the old one"


def test_an_empty_workbench_gives_an_empty_report_and_says_so(run: Any, desk: Path) -> None:
    Path("empty.jsonl").write_text("", encoding="utf-8")
    desk.unlink()
    Path("quiet.txt").write_text("Is it over?\n", encoding="utf-8")
    assert run("add", "quiet.txt").code == 0
    answer = run("report", "--out", "report.html")
    assert answer.code == 0
    assert "There are no claims yet, so the report is empty" in answer.err
    assert "No claims of this article are in this report." in Path("report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["html", "markdown", "json"])
def test_without_the_machine_no_format_has_what_only_it_said_or_found(
    run: Any, decided: list[dict[str, Any]], passages: list[str], name: str
) -> None:
    told = run("report", "--format", name).out
    bare = run("report", "--format", name, "--without-machine").out
    assert "cross-encoder" in told
    assert "cross-encoder" not in bare
    if name == "json":
        document = json.loads(bare)
        assert {claim["suggestion"] for claim in document["claims"]} == {None}
        assert [each["id"] for claim in document["claims"] for each in claim["evidence"]] == passages[:1]
        assert {each["attached_stance"] for claim in document["claims"] for each in claim["evidence"]} == {None}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "x.pdf2"], "use one of .html, .md, .json"),
        (["--out", "report"], "that of no report"),
        (["--out", "x.md", "--format", "html"], "contradict each other"),
        (["--out", "x.html", "--format", "json"], "contradict each other"),
        (["p-1234"], "not the id of an article or a claim"),
        ([""], "not the id of an article or a claim"),
        (["c-zzzzzz"], "there is no claim"),
        (["--template", "nowhere"], "there is no folder"),
        (["--template", ".", "--format", "markdown"], "no templates"),
        (["--since", "May"], "not a date"),
        (["--article", "a-1"], "no such option"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_written(
    run: Any, desk: Path, arguments: list[str], told: str
) -> None:
    before = sorted(Path().iterdir())
    answer = run("report", *arguments)
    assert answer.code == 2
    assert told in answer.err.lower()
    assert answer.out == ""
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize("name", ["REPORT.HTML", "report.md", "a.b.json"])
def test_the_ending_of_the_file_decides_in_small_or_capital_letters(run: Any, desk: Path, name: str) -> None:
    assert run("report", "--out", name).code == 0
    begin = {"l": "<!doctype", "d": "# Fact check", "n": "{"}[name.lower()[-1]]
    assert Path(name).read_text(encoding="utf-8").startswith(begin)


def test_a_format_that_is_named_may_have_any_ending_of_no_format(run: Any, desk: Path) -> None:
    assert run("report", "--format", "markdown", "--out", "report.txt").code == 0
    assert Path("report.txt").read_text(encoding="utf-8").startswith("# Fact check")


def test_a_template_with_a_fault_leaves_the_old_report(run: Any, desk: Path) -> None:
    Path("desk").mkdir()
    Path("desk/masthead.html.j2").write_text("\n{{ nothing }}", encoding="utf-8")
    Path("report.html").write_text("the old one", encoding="utf-8")
    answer = run("report", "--template", "desk", "--out", "report.html")
    assert answer.code == 2
    assert "masthead.html.j2, line 2" in answer.err
    assert Path("report.html").read_text(encoding="utf-8") == "the old one"
    assert run("report", "--template", "desk").out == ""


@pytest.fixture
def tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone of this process, which tzlocal looks up once, is Tokyo's for one test."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "Asia/Tokyo")
        tzlocal.reload_localzone()
        yield
    tzlocal.reload_localzone()


def test_times_are_told_in_the_zone_of_whoever_writes_it(run: Any, decided: list[dict[str, Any]], tokyo: None) -> None:
    assert "in the time zone of whoever wrote this report (Asia/Tokyo), with UTC beside" in run("report").out


def test_a_binary_format_goes_to_a_file_and_to_no_terminal(
    run: Any, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(rows: ReportRows, out: IO[Any]) -> None:
        out.write(b"\x00\xff")

    table = {**formats.REPORT_FORMATS, "bytes": formats.ReportFormat(".bin", "Bytes.", write, binary=True)}
    monkeypatch.setattr(formats, "REPORT_FORMATS", table)
    monkeypatch.setattr("factcheck.workbench.exporting.REPORT_FORMATS", table)
    monkeypatch.setattr("factcheck.cli.report._is_terminal", lambda: True)
    answer = run("report", "--format", "bytes")
    assert answer.code == 2
    assert "--out report.bin" in answer.err
    assert run("report", "--out", "report.bin").code == 0
    assert Path("report.bin").read_bytes() == b"\x00\xff"
