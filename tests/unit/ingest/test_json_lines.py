"""JSON Lines give a text for each line, and a failure with its number for each line that is wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.ingest.sources import SourceReader

Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

ROW = {
    "id": "2025/1",
    "title": "The budget",
    "text": "The council met on Monday.\n\nIt left on Tuesday.",
    "url": "https://gazette.example/a",
    "published_on": "2025-05-03",
    "author": "Ruth Okafor",
    "language": "en",
    "topic": "passed over",
}


def read(path: Path, raw: bytes, *, max_bytes: int = 10_000) -> list[SourceText | ReadFailure]:
    path.write_bytes(raw)
    return list(SourceReader(max_bytes).read(str(path)))


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "A.JSONL.GZ"])
def test_a_line_is_a_text_with_its_facts(name: str, tmp_path: Path, kinds: Kinds) -> None:
    raw = lines(ROW, {"text": "Only a text."})
    first, second = read(tmp_path / name, gzip.compress(raw) if name.endswith("GZ") else raw)
    assert isinstance(first, SourceText)
    assert kinds(first.text, first.blocks) == [
        ("paragraph", "The council met on Monday."),
        ("paragraph", "It left on Tuesday."),
    ]
    assert first.raw == json.dumps(ROW).encode()
    assert first.address == f"{tmp_path / name}#2025%2F1"
    assert first.facts == SourceFacts(
        title="The budget",
        author="Ruth Okafor",
        url="https://gazette.example/a",
        published_on=date(2025, 5, 3),
        language="en",
    )
    assert isinstance(second, SourceText)
    assert second.address.endswith("#2")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"text": "caf\xe9"}', "is no JSON"),
        (b"[1]", "is JSON, but no object"),
        (b"{}", "has no text"),
        (b'{"text": 5}', "has no text"),
        (b'{"text": " \\n\\u200b"}', "has no text"),
        (b'{"text": "a\\ud800b"}', "half a character"),
        (b'{"text": "a\\u0000b"}', "control characters"),
        (b'{"text": "a", "title": 5}', "'title' that is no text"),
        (b'{"text": "a", "url": "javascript:x"}', "no web address"),
        (b'{"text": "a", "published_on": "May 2025"}', "'May 2025', which is no day"),
        (b'{"text": "a", "published_on": "2025-02-30"}', "no day"),
    ],
)
def test_a_wrong_line_is_one_failure_with_its_number_and_the_others_go_on(
    line: bytes, says: str, tmp_path: Path
) -> None:
    good = lines({"text": "Good."})
    one, wrong, other = read(tmp_path / "a.jsonl", good + b"\n" + line + b"\r\n" + good, max_bytes=200_000)
    assert isinstance(one, SourceText)
    assert isinstance(other, SourceText)
    assert isinstance(wrong, ReadFailure)
    assert wrong.address == f"{tmp_path / 'a.jsonl'}:3"
    assert "Line 3 of " in wrong.error.message
    assert says in wrong.error.message
    assert wrong.error.hint


def test_a_file_may_be_larger_than_the_limit_but_no_line(tmp_path: Path) -> None:
    rows = lines({"text": "x" * 500}, {"text": "y" * 5000}, {"text": "z" * 500}) + lines(*[{"text": "w" * 500}] * 10)
    found = read(tmp_path / "a.jsonl", rows, max_bytes=1000)
    assert [type(item) for item in found] == [SourceText, ReadFailure, *[SourceText] * 11]
    assert isinstance(found[1], ReadFailure)
    assert "Line 2" in found[1].error.message
    assert "longer than 0.001 MB" in found[1].error.message


def test_a_file_is_read_no_further_than_is_asked_for(tmp_path: Path) -> None:
    """What comes behind the first line isn't even JSON, and would be many megabytes."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "Good."}))
    with path.open("r+b") as file:
        file.truncate(3_000_000_000)
    assert isinstance(next(SourceReader(1000).read(str(path))), SourceText)


def test_a_file_of_another_form_is_given_up_early(tmp_path: Path) -> None:
    found = read(tmp_path / "a.jsonl", b"Dear reader\n" * 5000)
    assert len(found) == 21
    assert isinstance(found[-1], ReadFailure)
    assert "None of the first 20 lines" in found[-1].error.message


def test_a_file_without_a_line_is_one_failure(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.jsonl", b"\n\n")
    assert isinstance(found, ReadFailure)
    assert "holds no line" in found.error.message


@pytest.mark.slow
def test_a_packed_file_that_is_cut_gives_what_came_before_and_a_failure(tmp_path: Path) -> None:
    rows = lines(*[{"id": number, "text": f"Text {number * 7919 % 104729}."} for number in range(20_000)])
    found = read(tmp_path / "a.jsonl.gz", gzip.compress(rows)[:-30_000])
    assert len(found) > 100
    assert isinstance(found[0], SourceText)
    assert isinstance(found[-1], ReadFailure)
    assert "cut off" in found[-1].error.message


def test_a_packed_file_that_would_unpack_without_end_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path / "a.jsonl.gz", gzip.compress(bytes(50_000_000)))
    assert isinstance(found[-1], ReadFailure)
    assert "more than 100 times its size" in found[-1].error.message


@pytest.mark.slow
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=300),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*ROW, "x"]), inner),
        ).map(lambda row: json.dumps(row).encode()),
    )
)
def test_any_line_is_a_text_or_a_failure(tmp_path: Path, raw: bytes) -> None:
    for item in read(tmp_path / "a.jsonl", raw):
        if isinstance(item, SourceText):
            item.text.encode()
            item.address.encode()
        else:
            assert item.error.hint
