"""Whatever stands in a file, its reader gives rows or one clear error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.evaluation import checkworthy, labelled, segment, split, stance, verdict

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)
KEYS = {
    segment: ("sentences", "par_start", "text"),
    checkworthy: ("text", "label", "speech"),
    split: ("sentence", "propositions", "complex", "simple", "doc_id"),
    stance: ("claim", "evidence", "label", "doc_id", "page"),
    verdict: ("claim", "evidences", "label", "doc_id", "page"),
    labelled: ("article", "start", "end", "sentence", "kind", "speaker", "propositions", "substitutions"),
}


@pytest.mark.parametrize("task", KEYS, ids=lambda task: task.__name__.rpartition(".")[2])
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
def test_a_row_of_any_values_is_read_or_refused_by_its_line(tmp_path: Path, task: object, data: st.DataObject) -> None:
    (tmp_path / "articles").write_text('{"id": "a", "text": "Text."}\n')
    fixed: dict[str, object] = {}
    if task is labelled:
        fixed = {"article": "a", "start": 0, "end": 5, "sentence": "Text.", "kind": "event"}
    if task is stance:
        fixed = {"claim": "Text.", "evidence": "", "label": "NEI"}
    if task is verdict:
        fixed = {"claim": "Text.", "evidences": [{"text": ""}], "label": "NEI"}
    values = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS[task], VALUES)))  # type: ignore[index]
    path = tmp_path / "labels"
    path.write_text(json.dumps(fixed | values) + "\n")
    try:
        rows, refused = task.read(path), None  # type: ignore[attr-defined]
    except InputError as error:
        rows, refused = [], error
    assert len(getattr(rows, "pairs", rows)) == (refused is None)
    assert refused is None or (refused.message.startswith(f"{path}, line 1: ") and refused.hint)


@given(raw=st.binary(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
def test_any_bytes_are_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    for content in (raw, b"\x1f\x8b" + raw):
        path = tmp_path / "rows"
        path.write_bytes(content)
        with pytest.raises(InputError):
            checkworthy.read(path)
