"""claims.db is what `make claims.db` builds from seeds/, row by row."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck import wiring
from factcheck.settings import Settings
from factcheck.workbench.reading import report_rows
from factcheck.workbench.sample import build_sample, read_sample, seeds_folder

TOLERANCE = 0.01
"""Of a vector's components: processors round differently."""
TOLERANCE_OF_SCORES = 0.06
"""Of probabilities: some processors read stances in 8 bits, which put log-odds off by 0.2 at most."""
FOLLOWING = (
    "indexes.sha256",
    "suggestion_passages.scores",
    "suggestion_passages.stance",
    "suggestions.counter_passage_id",
    "suggestions.reasons",
)
"""What follows from last digits where answers are nearly alike."""


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "claims.db"
    sample = read_sample(seeds_folder())
    bench = wiring.open_workbench(Settings(db=str(path)), mode="create", clock=lambda: sample.recorded_at)
    with bench.database:
        for _ in build_sample(bench, sample):
            pass
    return path


def rows(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every table of a database with its rows in their own order, the shadow tables of the text search aside."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (name,) in listed:
            if not name.startswith(("sqlite_", "passages_text")):
                found = [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608  # its own names
                yield name, sorted(found, key=lambda row: [str(row[key]) for key in sorted(row) if key != "vector"])


@pytest.mark.model
def test_the_committed_sample_is_what_a_build_gives(rebuilt: Path, repository: Path, tmp_path: Path) -> None:
    # Read from a copy: opening a database may touch files beside it.
    committed = Path(shutil.copy(repository / "claims.db", tmp_path / "committed.db"))
    ours, theirs = dict(rows(rebuilt)), dict(rows(committed))
    assert ours.keys() == theirs.keys()
    assert len(ours["claims"]) >= 14
    assert len(ours["documents"]) == len(list((repository / "seeds" / "evidence").glob("*.md")))
    for table in ours:
        assert len(ours[table]) == len(theirs[table]), table
        for mine, other in zip(ours[table], theirs[table], strict=True):
            assert mine.keys() == other.keys()
            for key in mine:
                assert_equal(mine[key], other[key], f"{table}.{key}")


def assert_equal(mine: Any, other: Any, where: str) -> None:
    if where == "vectors.vector":
        assert np.abs(np.frombuffer(mine, "<f4") - np.frombuffer(other, "<f4")).max() <= TOLERANCE, where
    elif isinstance(mine, float):
        within = TOLERANCE_OF_SCORES if where == "suggestions.confidence" else TOLERANCE
        assert mine == pytest.approx(other, abs=within), where
    elif where in FOLLOWING:
        assert bool(mine) == bool(other), where
    else:
        assert mine == other, where


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
