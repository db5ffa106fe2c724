"""JUnit XML, read back by an independent parser."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]

from factcheck.report.junit import Outcome, write_junit
from factcheck.report.records.score_rows import json_line
from tests.unit.report.records.test_score_rows import HOSTILE
from tests.unit.report.score_row import a_row


def written(*rows: tuple[Any, Outcome]) -> Any:
    out = io.BytesIO()
    outcomes = [outcome for _, outcome in rows]
    write_junit(rows, out, tests=len(rows), failures=outcomes.count("failed"), skipped=outcomes.count("known"))
    return etree.fromstring(out.getvalue(), etree.XMLParser(resolve_entities=False))


def row(text: str = "The tower of Melk fell.", **more: object) -> Any:
    return json.loads(json_line(a_row(text))) | more


def test_a_stopped_claim_is_a_failure_and_a_known_one_is_skipped() -> None:
    suite = written((row(), "failed"), (row(), "known"), (row(confidence=None), "failed"), (row(), "passed"))[0]
    assert dict(suite.attrib) == {
        "name": "factcheck score", "tests": "4", "failures": "2", "skipped": "1", "errors": "0"
    }  # fmt: skip
    first, second, third, fourth = suite
    assert first[0].tag == "failure"
    assert first[0].get("message") == "refuted (0.6667)"
    assert "Another reason." in first[0].text
    assert second[0].tag == "skipped"
    assert third[0].get("message") == "refuted"
    assert len(fourth) == 0


@pytest.mark.parametrize("text", [*HOSTILE, "not \ufffe a \uffff character", "]]> &amp; <!-- "], ids=lambda t: t[:12])
def test_hostile_text_stays_text(text: str) -> None:
    suite = written((row(text), "failed"))[0]
    (case,) = suite
    assert [each.tag for each in suite.iter()] == ["testsuite", "testcase", "failure"]
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in case[0].text)
    if text.isprintable() and "\uffff" not in text:
        assert case.get("name") == " ".join(text.split())
        assert text in case[0].text


def test_no_rows_are_a_valid_suite() -> None:
    assert written()[0].get("tests") == "0"
