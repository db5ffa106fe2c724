"""Fixtures for all tests: a workbench in a temporary folder, and the rule that CI skips nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from factcheck.ingest import parsing
from tests.patience import PATIENCE

REPOSITORY = Path(__file__).parent.parent

# Test processes share the processor: with a thread for each core in each of them, every product of matrices waits for
# threads that have no core to run on. Before numpy or torch is imported, and for every process that a test starts.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# No property is judged by the clock. Where hypothesis finds itself in CI, the rest is as its own profile for that says.
settings.register_profile("untimed", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def repository() -> Path:
    """The checkout's own folder."""
    return REPOSITORY


@pytest.fixture(scope="session")
def empty_workbench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workbench, made once, since that runs every migration; tests get copies."""
    from factcheck.store.database import Database

    path = tmp_path_factory.mktemp("workbench") / "empty.db"
    Database(path, mode="create").close()
    return path


@pytest.fixture(autouse=True)
def nothing_of_the_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests neither see the settings of whoever runs them, nor write into the checkout."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def parsers_have_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser's limit is by the clock; under load its process may not get in a minute the second that it needs."""
    answer = parsing._answer

    def patient(task: str, raw: bytes, what: str, seconds: float) -> Any:
        return answer(task, raw, what, PATIENCE if seconds == parsing.SECONDS else seconds)

    monkeypatch.setattr(parsing, "_answer", patient)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine can't run, with the reason; keep tests in one process that load the same large library."""
    for item in items:
        if item.get_closest_marker("terminal") and shutil.which("tmux") is None:
            item.add_marker(pytest.mark.skip(reason="tmux is not installed"))
        if item.get_closest_marker("browser") and shutil.which("chromium") is None:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))
        if item.get_closest_marker("model"):
            item.add_marker(pytest.mark.xdist_group("model"))
        if "oracle" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("scikit-learn"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a skipped test is a failure: CI has everything installed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's Result
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI skips nothing: {report.longrepr}"
