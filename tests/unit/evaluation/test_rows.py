"""Rows out of files: plain, gzipped, damaged, hostile."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.evaluation.rows import Row, read_all, read_rows

OBJECTS = st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), st.integers() | st.none(), max_size=3)


def row(**values: object) -> Row:
    return Row(path="rows.jsonl", line=7, values=values)


@given(st.lists(OBJECTS, min_size=1, max_size=5), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
def test_rows_come_back_as_they_were_written_plain_or_packed(
    tmp_path: Path, objects: list[dict[str, object]], packed: bool
) -> None:
    raw = "".join(json.dumps(each) + "\n" for each in objects).encode()
    path = tmp_path / "rows"
    path.write_bytes(gzip.compress(raw) if packed else raw)
    found = list(read_rows(path))
    assert [each.values for each in found] == objects
    assert [each.line for each in found] == list(range(1, len(objects) + 1))


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_are_no_rows_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "rows"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\r\n  \n{"a": 2}')
    assert [(each.line, each.values) for each in read_rows(path)] == [(1, {"a": 1}), (4, {"a": 2})]


def test_a_limit_stops_before_what_is_wrong_further_down(tmp_path: Path) -> None:
    path = tmp_path / "rows"
    path.write_text("{}\n{}\nno JSON\n")
    assert len(list(read_rows(path, limit=2))) == 2
    with pytest.raises(InputError, match="line 3 is not JSON"):
        list(read_rows(path, limit=3))


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (b"{", "is not JSON: Expecting property name"),
        (b"[1]", "is a list, not a JSON object"),
        (b"null", "is null, not a JSON object"),
        (b'"' + b"x" * 200 + b'"', "…, not a JSON object"),
        (b"\xff{}", "is not UTF-8 at its byte 0"),
        (b'{"a": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "a number is too long"),
    ],
)
def test_a_line_that_is_no_object_is_named(tmp_path: Path, second: bytes, why: str) -> None:
    path = tmp_path / "rows"
    path.write_bytes(b"{}\n" + second + b"\n")
    with pytest.raises(InputError) as caught:
        list(read_rows(path))
    assert caught.value.message.startswith(f"{path}, line 2 ")
    assert why in caught.value.message
    assert len(caught.value.message) < len(str(path)) + 200
    assert caught.value.hint


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    with gzip.open(path, "wb") as file:
        for _ in range(40):
            file.write(b" " * 1_000_000)
    with pytest.raises(InputError, match="line 1 is longer than 16 MB"):
        list(read_rows(path))


@pytest.mark.parametrize("cut", [0.5, 0.99])
def test_a_cut_file_is_one_clear_failure(tmp_path: Path, cut: float) -> None:
    whole = gzip.compress("".join(f'{{"number": {number}}}\n' for number in range(5_000)).encode())
    path = tmp_path / "rows.gz"
    path.write_bytes(whole[: int(len(whole) * cut)])
    with pytest.raises(InputError, match="is damaged after line"):
        list(read_rows(path))


def test_a_damaged_file_is_one_clear_failure(tmp_path: Path) -> None:
    whole = bytearray(gzip.compress(b'{"a": "some text that is packed"}\n' * 50))
    whole[-6] ^= 0xFF
    path = tmp_path / "rows.gz"
    path.write_bytes(bytes(whole))
    with pytest.raises(InputError, match="is damaged"):
        list(read_rows(path))


def test_what_is_no_file_is_one_clear_failure(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(InputError, match="can't be read"):
            list(read_rows(path))


def test_a_file_without_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.write_text("\n\n")
    with pytest.raises(InputError, match="holds no rows"):
        read_all(path, lambda each: each)


@pytest.mark.parametrize(
    ("read", "values", "why"),
    [
        (lambda each: each.text("a"), {}, 'there is no "a"'),
        (lambda each: each.text("a"), {"a": " \n"}, "not a text with something in it"),
        (lambda each: each.text("a"), {"a": 3}, '"a" is 3'),
        (lambda each: each.text("a"), {"a": "x\ud800"}, "half of a surrogate pair"),
        (lambda each: each.texts("a"), {"a": "text"}, "not a list"),
        (lambda each: each.texts("a"), {"a": ["x", None]}, '"a"[1] is null'),
        (lambda each: each.flags("a"), {"a": [True, 2]}, '"a"[1] is 2'),
        (lambda each: each.label("a"), {"a": True}, "not 0 or 1"),
        (lambda each: each.label("a"), {"a": "1"}, "not 0 or 1"),
        (lambda each: each.label("a"), {"a": 1.0}, "not 0 or 1"),
        (lambda each: each.number("a"), {"a": -1}, "not a whole number"),
        (lambda each: each.number("a"), {"a": False}, "not a whole number"),
        (lambda each: each.rows("a"), {"a": [{}, 1]}, '"a"[1] is not an object'),
        (lambda each: each.rows("a")[1].text("b"), {"a": [{}, {}]}, 'a[1]: there is no "b"'),
        (lambda each: each.name("a"), {"a": "x\ud800"}, "half of a surrogate pair"),
    ],
)
def test_a_value_of_another_form_is_named_with_its_line(
    read: Callable[[Row], object], values: dict[str, object], why: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(row(**values))
    assert caught.value.message.startswith("rows.jsonl, line 7:")
    assert why in caught.value.message


def test_values_of_the_right_form_are_given() -> None:
    each = row(text="x", texts=["x", "y"], flags=[1, False], label=1, number=0, speech=12, rows=[{"b": "c"}], null=None)
    assert each.text("text") == "x"
    assert each.optional_text("null") is None
    assert each.texts("texts") == ("x", "y")
    assert each.flags("flags") == (True, False)
    assert each.label("label") is True
    assert each.number("number") == 0
    assert each.name("null", "speech") == "12"
    assert each.name("missing") == "line 7"
    assert each.rows("rows")[0].text("b") == "c"
    assert each.rows("missing") == []
