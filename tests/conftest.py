"""Fixtures for all tests: a workbench in a temporary folder, and the rule that CI skips nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
FORCED = "FACTCHECK_PRECISION"
"""With this variable a whole run of the tests computes in that precision, on any processor."""


@pytest.fixture
def repository() -> Path:
    """The checkout's own folder."""
    return REPOSITORY


@pytest.fixture(autouse=True)
def nothing_of_the_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests neither see the settings of whoever runs them, nor write into the checkout; a precision may be forced."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_") and name != FORCED:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine can't run, with the reason; keep the tests that load the model in one process."""
    for item in items:
        if item.get_closest_marker("terminal") and shutil.which("tmux") is None:
            item.add_marker(pytest.mark.skip(reason="tmux is not installed"))
        if item.get_closest_marker("browser") and shutil.which("chromium") is None:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))
        if item.get_closest_marker("model"):
            item.add_marker(pytest.mark.xdist_group("model"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a skipped test is a failure: CI has everything installed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's Result
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI skips nothing: {report.longrepr}"
