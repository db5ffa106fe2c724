from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.report.formats import REPORT_FORMATS, report_format


def test_each_format_has_its_own_suffix_and_a_sentence() -> None:
    suffixes = [each.suffix for each in REPORT_FORMATS.values()]
    assert suffixes[:3] == [".html", ".md", ".json"]
    assert len(set(suffixes)) == len(suffixes)
    assert all(each.summary.endswith(".") for each in REPORT_FORMATS.values())
    assert [name for name, each in REPORT_FORMATS.items() if each.binary] == ["docx", "pdf"]


def test_a_format_is_found_by_its_name() -> None:
    assert report_format("markdown") is REPORT_FORMATS["markdown"]


def test_an_unknown_format_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UsageError, match="'odt'") as caught:
        report_format("odt")
    assert caught.value.hint == f"Choose one of: {', '.join(REPORT_FORMATS)}."


def test_the_table_loads_without_the_libraries_of_any_format() -> None:
    heavy = {"jinja2", "numpy", "docx", "lxml", "weasyprint", "PIL"}
    program = f"import sys, factcheck.report.formats; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_only_formats_with_templates_take_a_folder_of_them(tmp_path: Path) -> None:
    assert [name for name, each in REPORT_FORMATS.items() if each.writer_with] == ["html", "pdf"]
    assert REPORT_FORMATS["html"].with_templates(tmp_path).suffix == ".html"
    with pytest.raises(UsageError, match="no folder"):
        REPORT_FORMATS["html"].with_templates(tmp_path / "nowhere")
