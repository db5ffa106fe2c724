"""Rows as Parquet, read back with pyarrow and held against their lines of JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck import __version__
from factcheck.errors import UsageError
from factcheck.report.records.score_rows import SCHEMA_FILE, json_line
from factcheck.report.scores import parquet
from factcheck.report.scores.parquet import refuse_without_pyarrow, write_parquet
from tests.unit.report.score_row import a_row

pytestmark = pytest.mark.parquet

SCHEMA = json.loads(SCHEMA_FILE.read_bytes())
DAYS = {"published_on", "said_on"}
HOSTILE = ["=1+1", "bell \x07, bidi \u202e", "🚢 ferry, 船", "nul \x00", "x" * 100_000]


def written(tmp_path: Path, *lines: bytes, schema: Mapping[str, Any] = SCHEMA) -> Any:
    """The file that becomes of these rows, opened."""
    from pyarrow.parquet import ParquetFile

    rows = tmp_path / "rows.jsonl"
    rows.write_bytes(b"".join(lines))
    out = io.BytesIO()
    write_parquet(rows, out, schema)
    return ParquetFile(io.BytesIO(out.getvalue()))


def read(file: Any) -> list[Any]:
    rows: list[Any] = file.read().to_pylist(maps_as_pydicts="strict")
    return rows


def with_days(value: Any, name: str = "") -> Any:
    """A row as its line holds it, its days as such."""
    match value:
        case dict():
            return {key: with_days(each, key) for key, each in value.items()}
        case list():
            return [with_days(each) for each in value]
        case str() if name in DAYS:
            return date.fromisoformat(value)
    return value


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_rows_come_back_with_every_key_and_every_value(tmp_path: Path, text: str) -> None:
    lines = [json_line(a_row(text, is_ready=is_ready)) for is_ready in (False, True)]
    expected = [with_days(json.loads(line)) for line in lines]
    assert any(row["said_on"] or (row["article"] or {}).get("published_on") for row in expected)
    assert read(written(tmp_path, *lines)) == expected


def test_columns_have_types_and_the_file_says_which_schema_it_has(tmp_path: Path) -> None:
    file = written(tmp_path, json_line(a_row()))
    types = {field.name: str(field.type) for field in file.schema_arrow}
    assert list(types) == list(SCHEMA["properties"])
    assert (types["start"], types["confidence"], types["said_on"]) == ("int64", "double", "date32[day]")
    assert types["thresholds"] == "map<string, double ('thresholds')>"
    assert types["passages"].startswith("list<element: struct<id: string not null")
    assert "published_on: date32[day]" in types["passages"]
    metadata = file.schema_arrow.metadata
    assert metadata[b"factcheck.row_schema"] == str(SCHEMA["properties"]["schema"]["const"]).encode()
    assert metadata[b"factcheck.version"] == __version__.encode()
    assert {file.metadata.row_group(0).column(place).compression for place in range(3)} == {"ZSTD"}


def test_equal_rows_give_equal_bytes_in_groups_of_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = json_line(a_row())
    monkeypatch.setattr(parquet, "_GROUP", 3 * len(line))
    file = written(tmp_path, *[line] * 7)
    assert [file.metadata.row_group(place).num_rows for place in range(file.num_row_groups)] == [3, 3, 1]
    files = []
    for _ in range(2):
        files.append(io.BytesIO())
        write_parquet(tmp_path / "rows.jsonl", files[-1], SCHEMA)
    assert files[0].getvalue() == files[1].getvalue()


def test_no_rows_are_a_file_with_all_columns(tmp_path: Path) -> None:
    file = written(tmp_path)
    assert (file.metadata.num_rows, len(file.schema_arrow)) == (0, len(SCHEMA["properties"]))


def test_half_of_a_surrogate_pair_is_replaced(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, json_line(a_row("half \ud83d of a ship", is_ready=True))))
    assert row["checked"] == "half � of a ship"


def test_a_schema_may_refer_to_its_parts(tmp_path: Path) -> None:
    pair = {"type": "array", "items": {"type": "integer"}}
    schema = {
        "$defs": {"pair": pair},
        "properties": {
            "schema": {"const": 9},
            "place": {"anyOf": [{"$ref": "#/$defs/pair"}, {"type": "null"}]},
        },
        "required": ["schema", "place"],
    }
    file = written(tmp_path, b'{"schema":9,"place":[1,2]}\n', b'{"schema":9,"place":null}\n', schema=schema)
    assert read(file) == [{"schema": 9, "place": [1, 2]}, {"schema": 9, "place": None}]


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match="is not installed") as found:
        refuse_without_pyarrow()
    assert "factcheck[parquet]" in found.value.hint
