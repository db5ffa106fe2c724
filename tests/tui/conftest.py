"""Fixtures of the terminal UI's tests."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from factcheck.settings import Settings
from tests.tui.sample import Bench, fill
from tests.tui.stage import Stage


@pytest.fixture
def empty_bench(tmp_path: Path) -> Bench:
    """A workbench without anything in it."""
    bench = Bench(Settings(db=str(tmp_path / "claims.db"), busy_seconds=0.3))
    with bench.open():
        pass
    return bench


@pytest.fixture
def bench(empty_bench: Bench) -> Bench:
    """The small sample."""
    fill(empty_bench)
    return empty_bench


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
