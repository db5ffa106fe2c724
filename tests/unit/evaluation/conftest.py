"""Labelled rows in files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

Write = Callable[..., Path]


@pytest.fixture(scope="session")
def oracle() -> ModuleType:
    """The figures of scikit-learn, which takes seconds to import: not where tests are only collected."""
    import sklearn.metrics

    metrics: ModuleType = sklearn.metrics
    return metrics


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write rows, one JSON object a line, and give the file."""

    def to_file(rows: Sequence[Mapping[str, object]], name: str = "rows.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return to_file
