"""The command line in this process, with the real model loaded once for all tests of a process."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from factcheck import wiring
from factcheck.cli.main import run as run_command
from factcheck.domain.precision import Precision
from factcheck.interfaces import Encoder, SentenceSplitter, StanceModel
from factcheck.settings import Settings, load_settings

ARTICLE = """\
Harbour ferry collides with pier in Port Lindal

The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024, injuring 31 passengers. It carried 212 people.

Harbour master Ines Okafor said the captain had not reported any fault before the accident.

Subscribe to our newsletter
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

The captain reported a steering fault an hour before the accident, according to the coast guard.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The real default model. Loading it takes seconds, and it keeps no state."""
    return wiring._encoder(Settings())


@pytest.fixture(scope="session")
def stance_model() -> StanceModel:
    """The stance model that ships: the same is true of it."""
    return wiring._shipped_stance_model(load_settings().precision, wiring._splitter())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call `factcheck` with these arguments, in the test's own folder."""

    def call(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = run_command([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


_LOADED: dict[Precision, Encoder] = {}
"""The default encoder for passages, in each precision that was asked for: loaded once."""


def share(patch: pytest.MonkeyPatch, encoder: Encoder, stance_model: StanceModel) -> None:
    """Let `wiring` give the loaded models, unless a command names another one."""
    load, load_for_passages = wiring._encoder, wiring._passage_encoder
    load_stance_model, precision = wiring._shipped_stance_model, load_settings().precision

    def shared(settings: Settings) -> Encoder:
        return encoder if settings.encoder == "default" else load(settings)

    def shared_for_passages(settings: Settings, made: Encoder) -> Encoder:
        if made is not encoder:
            return load_for_passages(settings, made)
        if settings.precision not in _LOADED:
            _LOADED[settings.precision] = load_for_passages(settings, made)
        return _LOADED[settings.precision]

    def shared_stance_model(wanted: Precision, splitter: SentenceSplitter) -> StanceModel:
        return stance_model if wanted is precision else load_stance_model(wanted, splitter)

    patch.setattr(wiring, "_encoder", shared)
    patch.setattr(wiring, "_passage_encoder", shared_for_passages)
    patch.setattr(wiring, "_shipped_stance_model", shared_stance_model)


@pytest.fixture
def quick(encoder: Encoder, stance_model: StanceModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every call of a test share the loaded models, unless it names another one."""
    share(monkeypatch, encoder, stance_model)


@pytest.fixture(scope="session")
def matched_folder(encoder: Encoder, stance_model: StanceModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workbench `claims.db` of one article and one note, matched: built once, for copies of it."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        # Made before any test's own surroundings are, so it leaves out the settings of whoever runs the tests itself.
        for name in [each for each in os.environ if each.startswith("FACTCHECK_") and each != "FACTCHECK_PRECISION"]:
            patch.delenv(name)
        share(patch, encoder, stance_model)
        patch.chdir(folder)
        for arguments in (["add", "ferry.txt"], ["evidence", "add", "note.md"], ["match"]):
            assert run_command([*arguments, "--quiet"]) == 0
    return folder


@pytest.fixture
def desk(matched_folder: Path, quick: None, tmp_path: Path) -> Path:
    """A workbench `claims.db` in the current folder: one article, one note, matched."""
    shutil.copytree(matched_folder, tmp_path, dirs_exist_ok=True)
    return tmp_path / "claims.db"


@pytest.fixture
def claims(run: Run, desk: Path) -> list[dict[str, Any]]:
    """The claims of the desk as `claims --json` prints them."""
    found: list[dict[str, Any]] = run("claims", "--json").json["claims"]
    return found


@pytest.fixture
def passages(run: Run, claims: list[dict[str, Any]]) -> list[str]:
    """Ids of the passages found for the first claim, best first."""
    return [each["id"] for each in run("show", claims[0]["id"], "--json").json["evidence"]]
