"""Fixtures of the terminal UI's tests."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from functools import partialmethod
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from factcheck.settings import Settings
from tests.patience import PATIENCE
from tests.tui.sample import Bench, fill
from tests.tui.stage import Stage


def copied(from_path: Path, folder: Path) -> Bench:
    return Bench(Settings(db=str(shutil.copy(from_path, folder / "claims.db")), busy_seconds=PATIENCE))


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


@pytest.fixture
def hasty_stage(bench: Bench) -> Stage:
    """The same, giving up soon on a database that another program has locked."""
    bench.settings = replace(bench.settings, busy_seconds=0.2)
    return Stage(bench)


@pytest.fixture(autouse=True)
def no_idling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits after each key until the processor is idle; `Seat.settle` knows what to wait for."""

    async def go_on(_least: float = 0, _most: float = 0) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr("textual.app.wait_for_idle", go_on)
    monkeypatch.setattr("textual.pilot.wait_for_idle", go_on)
    # It gives up after 30 seconds by itself, which is no measure under load.
    monkeypatch.setattr(Pilot, "_wait_for_screen", partialmethod(Pilot._wait_for_screen, timeout=PATIENCE))


PAINTED = ("test_failures.py", "test_hostile.py", "test_layout.py", "test_terminal.py")
"""Where what the terminal is sent between two keys is part of what is tried."""


@pytest.fixture(autouse=True)
def no_painting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees what a headless app paints between two looks of a test; `Seat.text` composes what it looks at."""
    if request.path.name not in PAINTED:

        def unpainted(self: Compositor, *_: object, **__: object) -> None:
            self._dirty_regions.clear()

        monkeypatch.setattr(Compositor, "render_update", unpainted)


@pytest.fixture(autouse=True)
def no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that blinks makes two looks at one screen differ."""
    for field in (Input, TextArea):
        monkeypatch.setattr(field, "cursor_blink", False)
