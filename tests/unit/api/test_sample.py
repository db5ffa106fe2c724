"""claims.db is what `make claims.db` builds from seeds/, row by row, in any precision on any processor."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import factcheck
from factcheck import wiring
from factcheck.api.sample import build_sample, read_sample, seeds_folder
from factcheck.domain.precision import Precision
from factcheck.settings import Settings
from factcheck.workbench.reading import report_rows

TOLERANCE = 1e-4
"""Of probabilities, similarities and components of vectors: processors sum in different orders."""
TOLERANCE_IN_BFLOAT16 = 0.03
"""Of a component of a passage's vector that was computed in bfloat16."""
_UNDECIDING = {"suggestion_passages.scores", "suggestions.counter_passage_id", "suggestions.reasons"}
FREE = {
    Precision.FLOAT32: {"indexes.sha256"},
    # The scores of passages that decide nothing, and what tells of them.
    Precision.INT8: {"indexes.sha256", *_UNDECIDING},
    # Also the order of passages that a search finds about equally near.
    Precision.BFLOAT16: {"indexes.sha256", *_UNDECIDING, "suggestions.basis", "suggestion_passages"},
}
"""What may differ: a column, of which only whether there is something is compared, or a whole table."""


@pytest.fixture(scope="module", params=list(FREE))
def precision(request: pytest.FixtureRequest) -> Precision:
    found: Precision = request.param
    return found


@pytest.fixture(scope="module")
def rebuilt(precision: Precision, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "claims.db"
    sample = read_sample(seeds_folder())
    settings = Settings(db=str(path), precision=precision)
    with factcheck.open(settings=settings, clock=lambda: sample.recorded_at) as bench:
        build_sample(bench, sample)
    return path


def rows(path: Path, free: Collection[str] = ()) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every table of a database with its rows in their own order, the shadow tables of the text search aside."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (name,) in listed:
            if not name.startswith(("sqlite_", "passages_text")):
                found = [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608  # its own names
                yield name, sorted(found, key=lambda row: _sure(row, name, free))


def _sure(row: dict[str, Any], table: str, free: Collection[str]) -> list[str]:
    """What of a row has no last digits."""
    return [
        str(row[key])
        for key in sorted(row)
        if not isinstance(row[key], float) and key != "vector" and f"{table}.{key}" not in free
    ]


@pytest.mark.model
def test_the_committed_sample_is_what_a_build_gives(
    rebuilt: Path, precision: Precision, repository: Path, tmp_path: Path
) -> None:
    # Read from a copy: opening a database may touch files beside it.
    committed = Path(shutil.copy(repository / "claims.db", tmp_path / "committed.db"))
    free = FREE[precision]
    ours, theirs = dict(rows(rebuilt, free)), dict(rows(committed, free))
    assert ours.keys() == theirs.keys()
    assert len(ours["claims"]) >= 14
    assert len(ours["documents"]) == len(list((repository / "seeds" / "evidence").glob("*.md")))
    for table in ours:
        assert len(ours[table]) == len(theirs[table]), table
        for mine, other in zip(ours[table], theirs[table], strict=True):
            assert mine.keys() == other.keys()
            for key in mine if table not in free else ():
                assert_equal(mine, other, key, table, precision)


def assert_equal(ours: dict[str, Any], theirs: dict[str, Any], key: str, table: str, precision: Precision) -> None:
    where, mine, other = f"{table}.{key}", ours[key], theirs[key]
    if where == "vectors.vector":
        few = precision is Precision.BFLOAT16 and ours["kind"] == "passage"
        off = np.abs(np.frombuffer(mine, "<f4") - np.frombuffer(other, "<f4")).max()
        assert off <= (TOLERANCE_IN_BFLOAT16 if few else TOLERANCE), where
    elif where in FREE[precision]:
        assert bool(mine) == bool(other), where
    elif where == "suggestion_passages.scores":
        assert json.loads(mine) == pytest.approx(json.loads(other), abs=TOLERANCE), where
    elif isinstance(mine, float):
        assert mine == pytest.approx(other, abs=TOLERANCE), where
    else:
        assert mine == other, where


@pytest.mark.model
def test_claims_come_in_the_committed_order(rebuilt: Path, repository: Path, tmp_path: Path) -> None:
    committed = Path(shutil.copy(repository / "claims.db", tmp_path / "committed.db"))
    ours, theirs = (ranked(path) for path in (rebuilt, committed))
    assert ours == theirs


def ranked(path: Path) -> list[str]:
    """The ids of all claims, the most worth checking first."""
    found = dict(rows(path))["claims"]
    return [row["id"] for row in sorted(found, key=lambda row: -row["check_worthiness"])]


def test_the_committed_sample_holds_no_decision(repository: Path, tmp_path: Path) -> None:
    committed = Path(shutil.copy(repository / "claims.db", tmp_path / "committed.db"))
    found = dict(rows(committed))
    assert found["review_events"] == []
    assert found["drafts"] == []


def test_the_article_is_the_one_that_was_given_byte_for_byte(repository: Path) -> None:
    import hashlib

    article = read_sample(seeds_folder()).article
    digest = hashlib.sha256(article.read_bytes()).hexdigest()
    assert digest == ARTICLE_SHA256


ARTICLE_SHA256 = "629ef79225756c41112365f0ad4ed92e57c0a63123093640c6a0a5165151e868"


@pytest.mark.model
def test_the_sample_shows_what_its_evidence_allows(rebuilt: Path) -> None:
    """No supported statement is called refuted, and the one that nothing had been said yet isn't called supported."""
    bench = wiring.open_workbench(Settings(db=str(rebuilt)), mode="read")
    with bench.database:
        views = report_rows(bench).claims
    assert len(views) >= 14
    for view in views:
        assert view.suggestion is not None
        assert view.suggestion.model == "trained cross-encoder"
        assert len(view.evidence) > 0
        if "Former U.S. President" not in view.claim.said and "third year" not in view.claim.said:
            assert view.suggestion.status.value != "refuted", view.claim.said
    for words, quoted in (("third year", "2022"), ("Former U.S. President", "President")):
        for view in views:
            if words in view.claim.checked:
                assert view.suggestion is not None
                assert view.suggestion.status.value == "refuted", view.claim.checked
                [deciding] = [each for each in view.evidence if each.passage.id == view.suggestion.deciding_passage_id]
                assert quoted in deciding.passage.text
    unsaid = next(view for view in views if "not yet released an official statement" in view.claim.said)
    assert unsaid.suggestion is not None
    assert unsaid.suggestion.status.value != "supported"
    foot = ("No comments", "Thanks for viewing", "Disclaimer", "Need to contact us", "Email us")
    assert not any(view.claim.said.startswith(foot) for view in views)
