from __future__ import annotations

import subprocess
import sys

import pytest

from factcheck.errors import UsageError
from factcheck.report.formats import REPORT_FORMATS, report_format


def test_each_format_has_its_own_suffix_and_a_sentence() -> None:
    suffixes = [each.suffix for each in REPORT_FORMATS.values()]
    assert suffixes[:3] == [".html", ".md", ".json"]
    assert len(set(suffixes)) == len(suffixes)
    assert all(each.summary.endswith(".") for each in REPORT_FORMATS.values())
    assert not any(each.binary for each in REPORT_FORMATS.values())


def test_a_format_is_found_by_its_name() -> None:
    assert report_format("markdown") is REPORT_FORMATS["markdown"]


def test_an_unknown_format_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UsageError, match="'pdf'") as caught:
        report_format("pdf")
    assert caught.value.hint == f"Choose one of: {', '.join(REPORT_FORMATS)}."


def test_the_table_loads_without_the_template_engine() -> None:
    program = "import sys, factcheck.report.formats; print('jinja2' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
