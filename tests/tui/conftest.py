"""Fixtures of the terminal UI's tests."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from factcheck.settings import Settings
from tests.tui.sample import Bench, fill
from tests.tui.stage import Stage


def copied(from_path: Path, folder: Path) -> Bench:
    return Bench(Settings(db=str(shutil.copy(from_path, folder / "claims.db")), busy_seconds=0.3))


@pytest.fixture
def empty_bench(empty_workbench: Path, tmp_path: Path) -> Bench:
    """A workbench without anything in it."""
    return copied(empty_workbench, tmp_path)


@pytest.fixture(scope="session")
def filled(empty_workbench: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The small sample, written once; tests get copies."""
    bench = copied(empty_workbench, tmp_path_factory.mktemp("sample"))
    fill(bench)
    return bench


@pytest.fixture
def bench(filled: Bench, tmp_path: Path) -> Bench:
    """The small sample."""
    bench = copied(filled.settings.db_path, tmp_path)
    bench.claims, bench.passages = [*filled.claims], [*filled.passages]
    return bench


@pytest.fixture
def stage(bench: Bench) -> Stage:
    """The app over the small sample."""
    return Stage(bench)


@pytest.fixture(autouse=True)
def no_idling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits after each key until the processor is idle; `Seat.settle` knows what to wait for."""

    async def go_on(_least: float = 0, _most: float = 0) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr("textual.app.wait_for_idle", go_on)
    monkeypatch.setattr("textual.pilot.wait_for_idle", go_on)


@pytest.fixture(autouse=True)
def no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that blinks makes two looks at one screen differ."""
    for field in (Input, TextArea):
        monkeypatch.setattr(field, "cursor_blink", False)
