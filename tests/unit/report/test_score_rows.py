"""Rows of a scoring: held against their schema and their page, and read back by other readers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.claims import ClaimKind
from factcheck.domain.documents import DocumentKind
from factcheck.domain.stances import Comparison, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.language.display import visible
from factcheck.report.score_rows import COLUMNS, SCHEMA_FILE, csv_head, csv_lines, json_line
from tests.unit.report.json_schema import faults
from tests.unit.report.score_row import a_row

SCHEMA = json.loads(SCHEMA_FILE.read_bytes())
HOSTILE = [
    "<script>alert('x')</script>",
    '=cmd|"/C calc"!A0',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    'quotes "in", commas,\nand lines',
    "bell \x07, escape \x1b[2J, C1 \x9b, bidi \u202e, line \u2028",
    "🚢 ferry, 船",
    "x" * 1_000_000,
]


def read(line: bytes) -> Any:
    return json.loads(line)


def keys(schema: dict[str, Any]) -> Iterator[str]:
    for name, inner in schema.get("properties", {}).items():
        yield name
        yield from keys(inner)
        yield from keys(inner.get("items", {}))


@pytest.mark.parametrize("is_ready", [False, True])
def test_a_row_is_as_the_schema_says(is_ready: bool) -> None:
    row = read(json_line(a_row(is_ready=is_ready)))
    assert list(faults(SCHEMA, row)) == []
    assert list(row) == list(SCHEMA["properties"])


def test_the_schema_refuses_what_is_no_row() -> None:
    """Or the test above proves nothing."""
    row = read(json_line(a_row()))
    for wrong in (
        {**row, "confidence": 1.5},
        {**row, "status": "unreviewed"},
        {**row, "suggested_at": "2025-05-06"},
        {name: value for name, value in row.items() if name != "basis"},
        {**row, "passages": [{**row["passages"][0], "scores": [1, 0]}]},
        {**row, "article": {**row["article"], "sha256": "abc"}},
    ):
        assert list(faults(SCHEMA, wrong))


def test_the_schema_knows_the_words_of_the_domain() -> None:
    properties = SCHEMA["properties"]
    passage = properties["passages"]["items"]["properties"]
    assert properties["status"]["enum"] == [each.value for each in Status if each.is_decision]
    assert properties["kind"]["enum"] == [each.value for each in ClaimKind if each.is_claim]
    assert passage["stance"]["enum"] == [each.value for each in StanceLabel]
    assert passage["document"]["properties"]["kind"]["enum"] == [each.value for each in DocumentKind]
    assert passage["differences"]["items"]["properties"]["comparison"]["enum"] == [each.value for each in Comparison]


def test_every_key_and_every_column_is_documented(repository: Path) -> None:
    page = (repository / "docs" / "cli.md").read_text(encoding="utf-8")
    section = page.split("## Scoring in batches\n")[1].split("\n## ")[0]
    assert [name for name in keys(SCHEMA) if f"`{name}`" not in section] == []
    assert [name for name in COLUMNS if f"`{name}`" not in section] == []


def test_numbers_have_four_decimals_and_nothing_tells_the_time() -> None:
    line = json_line(a_row())
    row = read(line)
    assert (row["confidence"], row["check_worthiness"]) == (0.6667, 0.1235)
    assert row["passages"][0]["scores"] == [0.05, 0.9123, 0.0377]
    assert row["passages"][0]["vector_score"] == 0.0
    assert b"-0.0" not in line
    assert b"2025-05-06" not in line


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_stays_what_it_is_in_json_and_one_line_of_it(text: str) -> None:
    line = json_line(a_row(text))
    row = read(line)
    assert row["said"] == row["article"]["title"] == row["passages"][0]["document"]["publisher"] == text
    assert line.count(b"\n") == 1
    assert visible(line.decode()) == line.decode()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize("is_ready", [False, True])
def test_no_cell_of_the_csv_is_a_formula_and_its_text_comes_back(text: str, is_ready: bool) -> None:
    csv.field_size_limit(10_000_000)
    raw = csv_head() + csv_lines([read(json_line(a_row(text, is_ready=is_ready)))])
    (row,) = csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""))
    assert tuple(row) == COLUMNS
    assert not [cell for cell in row.values() if cell and cell[0] in "=+-@\t\r"]
    assert row["said"].removeprefix("'") == row["deciding_quote"].removeprefix("'") == visible(text)
    assert (row["given_id"].removeprefix("'") == visible(text)) is is_ready
    assert row["reasons"].removeprefix("'") == f"{visible(text)}\nAnother reason."
    assert (row["confidence"], row["codes"]) == ("0.6667", "FC202 FC111 FC220")


def test_no_rows_are_a_head() -> None:
    assert list(csv.reader(io.StringIO((csv_head() + csv_lines([])).decode(), newline=""))) == [list(COLUMNS)]
