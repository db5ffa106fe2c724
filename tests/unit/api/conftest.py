"""A newsroom's files, and models that need no weights: what is tried here is the way in, and not what they read."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

import factcheck
from factcheck import wiring
from factcheck.interfaces import Judged
from tests.contracts.word_encoder import WordEncoder

STORY = """\
<html><head><title>Ferry hits pier</title></head><body><article><h1>Ferry hits pier</h1>
<p>The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024, injuring 31 passengers. It carried 212
people when it left the harbour in the morning.</p>
<p>Harbour master Ines Okafor said the captain had not reported any fault before the accident.</p>
</article></body></html>
"""

NOTE = """\
---
title: What the coast guard said
publisher: Lindal Coast Guard
url: https://coastguard.example/statement
published-on: 2024-03-05
kind: note
---
The coast guard said that the ferry Aurora struck the northern pier of Port Lindal on 4 March 2024.
It counted 31 injured passengers.
"""

STATEMENT = """\
Statement on the accident

The captain of the ferry reported a steering fault an hour before the accident, the coast guard said.
"""


class WordStances:
    """Implements `factcheck.interfaces.StanceModel`: a passage supports what shares most of its words."""

    name = "words"
    version = "1"
    calibrated = True
    margin = 0.0

    def score(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        rows = np.full((len(pairs), 3), 0.05, dtype=np.float32)
        for row, (claim, passage) in enumerate(pairs):
            words = set(claim.lower().split())
            rows[row, 0 if len(words & set(passage.lower().split())) * 2 > len(words) else 2] = 0.9
        return rows

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        return Judged(self.score(pairs), [None] * len(pairs))


@dataclass(slots=True)
class Loaded:
    """How often each model was made."""

    encoders: int = 0
    stance_models: int = 0


def count(patch: pytest.MonkeyPatch) -> Loaded:
    """Let `wiring` make such models, and count them."""
    counts = Loaded()

    def encoder(*_: object) -> WordEncoder:
        counts.encoders += 1
        return WordEncoder()

    def stances(*_: object) -> WordStances:
        counts.stance_models += 1
        return WordStances()

    patch.setattr(wiring, "_encoder", encoder)
    patch.setattr(wiring, "_passage_encoder", lambda _settings, made: made)
    patch.setattr(wiring, "_shipped_stance_model", stances)
    return counts


def fill(folder: Path) -> None:
    """An article, a folder of notes and a statement."""
    (folder / "story.html").write_text(STORY, encoding="utf-8")
    (folder / "notes").mkdir()
    (folder / "notes" / "coast-guard.md").write_text(NOTE, encoding="utf-8")
    (folder / "statement.txt").write_text(STATEMENT, encoding="utf-8")


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> Loaded:
    """How often models were made in this test."""
    return count(monkeypatch)


@pytest.fixture
def newsroom(tmp_path: Path, loaded: Loaded) -> Path:
    """The current folder, with the files."""
    fill(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def matched_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files and a workbench of the story and the note, matched: for copies of it."""
    folder = tmp_path_factory.mktemp("newsroom")
    fill(folder)
    with pytest.MonkeyPatch.context() as patch:
        count(patch)
        with factcheck.open(folder / "claims.db", settings=factcheck.Settings()) as bench:
            bench.add(folder / "story.html")
            bench.add_evidence(folder / "notes")
            bench.match()
    return folder


@pytest.fixture
def matched(matched_once: Path, tmp_path: Path, loaded: Loaded) -> Path:
    """The workbench `claims.db` in the current folder, with the files beside it."""
    shutil.copytree(matched_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "claims.db"
