"""Finished rows as Parquet: a column for each key, typed as the rows' JSON Schema says, passages as structs in lists.

The only module that knows pyarrow.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from factcheck import __version__
from factcheck.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_KEY: Final = "factcheck.row_schema"
MADE_BY_KEY: Final = "factcheck.version"
"""Keys of the file's metadata: the version of the rows' schema, and of the program that wrote them."""

_GROUP: Final = 16_000_000
"""Bytes of JSON that make a row group; as much is held at once, in several forms."""
_DAY: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_TYPES: Final = ("string", "integer", "number", "boolean")


def refuse_without_pyarrow() -> None:
    """Say before anything is scored that rows couldn't be written.

    Raises:
        UsageError: If pyarrow isn't installed.
    """
    if find_spec("pyarrow") is None:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed.",
            hint="Install it with pip install 'factcheck[parquet]', or take --format jsonl.",
        )


def write_parquet(rows: Path, out: BinaryIO, schema: Mapping[str, Any]) -> None:
    """Rows in JSON Lines to Parquet, compressed with zstd, a row group at a time.

    Args:
        schema: The JSON Schema of a row.

    Raises:
        OSError: If `out` can't be written to.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    version = schema["properties"]["schema"]["const"]
    told = {ROWS_KEY: str(version), MADE_BY_KEY: __version__}
    typed = pa.schema(_fields(schema, schema), metadata=told)
    row = pa.struct(typed)
    with ParquetWriter(out, typed, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(pa.Table.from_pylist([_with_days(each, row) for each in group], schema=typed))


def _groups(rows: Path) -> Iterator[list[Any]]:
    held: list[Any] = []
    size = 0
    with rows.open("rb") as lines:
        for line in lines:
            held.append(_loaded(line))
            size += len(line)
            if size >= _GROUP:
                yield held
                held, size = [], 0
    if held:
        yield held


def _loaded(line: bytes) -> Any:  # noqa: ANN401  # JSON
    # Half of a surrogate pair is possible in JSON and not in UTF-8.
    row = json.loads(line)
    return _whole(row) if b"\\ud" in line or b"\\uD" in line else row


def _whole(value: Any) -> Any:  # noqa: ANN401  # JSON
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list():
            return [_whole(each) for each in value]
        case dict():
            return {key: _whole(each) for key, each in value.items()}
    return value


def _with_days(value: Any, kind: pa.DataType) -> Any:  # noqa: ANN401  # JSON
    """The same value, with a `date` for each day, which is text in JSON."""
    import pyarrow as pa

    if value is None or not _has_days(kind):
        return value
    if pa.types.is_struct(kind):
        return {field.name: _with_days(value.get(field.name), field.type) for field in kind}
    if pa.types.is_list(kind):
        return [_with_days(each, kind.value_type) for each in value]
    return date.fromisoformat(value)


@cache
def _has_days(kind: pa.DataType) -> bool:
    import pyarrow as pa

    if pa.types.is_struct(kind):
        return any(_has_days(field.type) for field in kind)
    return _has_days(kind.value_type) if pa.types.is_list(kind) else pa.types.is_date(kind)


def _fields(part: Mapping[str, Any], root: Mapping[str, Any]) -> list[pa.Field]:
    import pyarrow as pa

    fields = []
    for name, each in part["properties"].items():
        described, may_be_null = _described(each, root)
        may_be_missing = name not in part.get("required", ())
        fields.append(pa.field(name, _type(described, root), nullable=may_be_null or may_be_missing))
    return fields


def _type(part: Mapping[str, Any], root: Mapping[str, Any]) -> pa.DataType:
    import pyarrow as pa

    match _name(part):
        case "object" if "properties" in part:
            return pa.struct(_fields(part, root))
        case "object":
            values, _ = _described(part["additionalProperties"], root)
            return pa.map_(pa.string(), _type(values, root))
        case "array":
            items, may_be_null = _described(part["items"], root)
            return pa.list_(pa.field("element", _type(items, root), nullable=may_be_null))
        case "string" if _is_date(part):
            return pa.date32()
        case name:
            simple = (pa.string(), pa.int64(), pa.float64(), pa.bool_())
            return simple[_TYPES.index(name)]


def _described(part: Mapping[str, Any], root: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """What a part of the schema says where there is a value, and whether there may be null instead."""
    if "$ref" in part:
        found: Any = root
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return _described(found, root)
    for key in ("anyOf", "oneOf"):
        if key in part:
            (only,) = [each for each in part[key] if each.get("type") != "null"]
            described, may_be_null = _described(only, root)
            return described, may_be_null or len(part[key]) > 1
    return part, isinstance(part.get("type"), list) and "null" in part["type"]


def _name(part: Mapping[str, Any]) -> str:
    if "const" in part:
        return "integer" if isinstance(part["const"], int) else "string"
    names = part["type"] if isinstance(part["type"], list) else [part["type"]]
    (name,) = [each for each in names if each != "null"]
    return str(name)


def _is_date(part: Mapping[str, Any]) -> bool:
    return part.get("format") == "date" or part.get("pattern") == _DAY
