"""A parser that dies, hangs or can't be loaded is one clear failure of its source."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.ingest.parsing import parsed, parsed_or_none
from tests.unit.ingest.pdf_writer import make_pdf, page_of

GOOD = make_pdf([page_of("The council met.")])


@pytest.mark.parametrize("dead", ["/bin/false", "/bin/true", "/nowhere/python"])
def test_a_parser_that_dies_is_a_failure_that_names_the_format(dead: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", dead)
    with pytest.raises(InputError, match="can't be read as a PDF document") as caught:
        parsed("pdf", GOOD, what="a PDF document")
    assert "save it again" in caught.value.hint
    assert parsed_or_none("pdf", GOOD, what="a PDF document") is None


def test_a_parser_that_takes_too_long_is_ended() -> None:
    with pytest.raises(InputError, match=r"as a PDF document takes longer than 0\.01 seconds"):
        parsed("pdf", GOOD, what="a PDF document", seconds=0.01)
    assert parsed_or_none("pdf", GOOD, what="a PDF document", seconds=0.01) is None


def test_a_library_that_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if "site-packages" not in entry])
    for read in (parsed, parsed_or_none):
        with pytest.raises(InputError, match="a library is missing: No module named 'pypdfium2'"):
            read("pdf", GOOD, what="a PDF document")


def test_what_the_parser_refuses_keeps_its_words() -> None:
    with pytest.raises(InputError, match="is cut off") as caught:
        parsed("pdf", GOOD[:-20], what="a PDF document")
    assert "again" in caught.value.hint


def test_modules_in_the_current_folder_are_not_run() -> None:
    for name in ("json", "pypdfium2", "lxml", "feedparser"):
        Path(f"{name}.py").write_text("open('run', 'w')")
    assert parsed("pdf", GOOD, what="a PDF document")["pieces"]
    assert not Path("run").exists()
