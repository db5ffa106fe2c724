"""Templates of a desk's own: what they can replace, how their faults are told, and what they can't reach."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.domain.views import ReportRows
from factcheck.errors import UsageError
from factcheck.report.formats import REPORT_FORMATS
from factcheck.report.html.page import page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk"


def with_template(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(rows: ReportRows, folder: Path) -> UsageError:
    with pytest.raises(UsageError) as caught:
        page(rows, templates=folder)
    return caught.value


def test_one_file_is_replaced_and_the_others_are_ours(rows: ReportRows, folder: Path) -> None:
    with_template(folder, "colours.css", ":root { --ink: rebeccapurple }")
    written = page(rows, templates=folder)
    assert "rebeccapurple" in written
    assert "--paper: #" not in written
    assert "The verdict" in written


def test_text_from_outside_is_escaped_in_a_desk_s_template_too(rows: ReportRows, folder: Path) -> None:
    with_template(folder, "masthead.html.j2", "<h1>{{ '<b>\x1b' ~ report.title }}</h1>")
    assert "<h1>&lt;b&gt;␛Night buses" in page(rows, templates=folder)


def test_the_writer_of_the_format_takes_the_folder(rows: ReportRows, folder: Path) -> None:
    with_template(folder, "masthead.html.j2", "<h1>Desk</h1>")
    out = io.StringIO()
    REPORT_FORMATS["html"].with_templates(folder).write(rows, out)
    assert "<h1>Desk</h1>" in out.getvalue()


@pytest.mark.parametrize("name", ["markdown", "json"])
def test_a_format_without_templates_says_which_has_some(folder: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        REPORT_FORMATS[name].with_templates(folder)
    assert "html" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>\n{% if %}</p>", "masthead.html.j2, line 2"),
        ("<p>\n\n{{ report.titel }}</p>", "masthead.html.j2, line 3 is wrong"),
        ("{{ 1 / 0 }}", "masthead.html.j2, line 1 is wrong: division by zero"),
        ("\n{{ report.title | safe }}", "masthead.html.j2, line 2"),
        ("\n{% autoescape false %}{{ report.title }}{% endautoescape %}", "line 2 is wrong: a report always escapes"),
        ("{% include 'nowhere.html' %}", "masthead.html.j2, line 1 is wrong: there is no template 'nowhere.html'"),
        ("{% include 'masthead.html.j2' %}", "masthead.html.j2, line 1 is wrong"),
    ],
)
def test_a_fault_is_told_with_file_and_line(rows: ReportRows, folder: Path, text: str, told: str) -> None:
    error = refused(rows, with_template(folder, "masthead.html.j2", text))
    assert told in error.message
    assert "docs/report-templates.md" in error.hint


def test_a_part_that_ours_need_and_a_desk_s_file_lacks_is_told_where_it_is_needed(
    rows: ReportRows, folder: Path
) -> None:
    error = refused(rows, with_template(folder, "parts.html.j2", "{# nothing #}"))
    assert "masthead.html.j2 (the one that ships), line " in error.message


def test_a_file_that_is_no_text_is_told(rows: ReportRows, folder: Path) -> None:
    (folder / "masthead.html.j2").write_bytes(b"\xff\xfe")
    assert "masthead.html.j2 can't be read" in refused(rows, folder).message


def test_a_link_out_of_the_folder_is_refused(rows: ReportRows, folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("the key", encoding="utf-8")
    (folder / "masthead.html.j2").symlink_to(secret)
    assert "leads out of its folder" in refused(rows, folder).message


@pytest.mark.parametrize(
    "expression",
    [
        "words.__dict__",
        "words.day.__globals__",
        "report.__class__.__mro__",
        "moment.__globals__['words']",
        "report.articles[0].__init__.__globals__",
        "cycler.__init__.__globals__",
        "self.__init__",
        "''.__class__.__base__.__subclasses__()",
        "'{0.__class__}'.format(report)",
        "words.re",
        "words.Path",
        "report.organisation.__setattr__('name', 'x')",
    ],
)
def test_a_template_reaches_nothing_but_the_report(rows: ReportRows, folder: Path, expression: str) -> None:
    refused(rows, with_template(folder, "masthead.html.j2", "{{ " + expression + " }}"))


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "..%2fsecret.txt"])
def test_a_template_reads_no_file_outside_its_folder(rows: ReportRows, folder: Path, path: str) -> None:
    (folder.parent / "secret.txt").write_text("the key", encoding="utf-8")
    refused(rows, with_template(folder, "masthead.html.j2", "{% include '" + path + "' %}"))


def test_a_template_changes_nothing_that_it_is_given(rows: ReportRows, folder: Path) -> None:
    error = refused(rows, with_template(folder, "masthead.html.j2", "{% set _ = [1].append(2) %}"))
    assert "line 1" in error.message


def test_the_example_of_the_documentation_works(rows: ReportRows, folder: Path, repository: Path) -> None:
    text = (repository / "docs" / "report-templates.md").read_text(encoding="utf-8")
    examples = {}
    for before, block in zip(text.split("```")[::2], text.split("```")[1::2], strict=False):
        name = before.rstrip().splitlines()[-1].strip("`:* ")
        if name.endswith((".j2", ".css")):
            examples[name] = block.split("\n", 1)[1]
    assert set(examples) == {"masthead.html.j2", "colours.css"}
    for name, content in examples.items():
        with_template(folder, name, content)
    written = page(rows, templates=folder)
    assert "Varnhaven Desk" in written
    assert rows.articles[0].title.replace("'", "&#39;") in written
    assert "--link: #00594f" in written


def test_every_template_is_listed_in_the_documentation(repository: Path) -> None:
    text = (repository / "docs" / "report-templates.md").read_text(encoding="utf-8")
    templates = repository / "factcheck" / "report" / "html" / "templates"
    assert [each.name for each in templates.iterdir() if f"`{each.name}`" not in text] == []
