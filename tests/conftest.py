"""Fixtures for all tests: a workbench in a temporary folder, and the rule that CI skips nothing."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from ctypes.util import find_library
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from factcheck.domain.parsed_text import ParsedSentence
    from factcheck.language.parsing.parses import Parses

REPOSITORY = Path(__file__).parent.parent
FORCED = "FACTCHECK_PRECISION"
"""With this variable a whole run of the tests computes in that precision, on any processor."""

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
    """Tests neither see the settings of whoever runs them, nor write into the checkout; a precision may be forced."""
    for name in list(os.environ):
        if name.startswith("FACTCHECK_") and name != FORCED:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session", autouse=True)
def one_load_of_each_parser() -> Iterator[None]:
    """Loading takes a second, and most commands that tests call in this process read grammar."""
    from factcheck.language.parsing import spacy_parser

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spacy_parser, "_load", cache(spacy_parser._load))
        yield


@pytest.fixture(scope="session")
def parses() -> Parses:
    """The parser that ships, loaded once for all tests of a process; `parses.of(text)` is the parse of a text."""
    from tests.parsing import shared_parses

    return shared_parses()


@pytest.fixture(scope="session")
def sentence(parses: Parses) -> Callable[[str], ParsedSentence]:
    """The parse of a text that is one sentence."""

    def parsed(text: str) -> ParsedSentence:
        (only,) = parses.of(text).sentences
        return only

    return parsed


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@pytest.fixture
def bound_by_modes() -> Callable[[], AbstractContextManager[None]]:
    """A `with` block in which file modes bind root too, so that these tests mean the same whoever runs them."""

    @contextmanager
    def bound() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        if not sys.platform.startswith("linux"):
            pytest.skip("root can't be bound by file modes here")
        libc = ctypes.CDLL(None, use_errno=True)
        header = _CapabilityHeader(0x20080522, 0)  # the third version of the call; this thread
        now = (_Capabilities * 2)()
        assert libc.capget(ctypes.byref(header), now) == 0
        before = now[0].effective
        now[0].effective &= ~0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
        assert libc.capset(ctypes.byref(header), now) == 0
        try:
            yield
        finally:
            now[0].effective = before
            assert libc.capset(ctypes.byref(header), now) == 0

    return bound


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine can't run, with the reason; keep tests in one process that load the same large library."""
    for item in items:
        if item.get_closest_marker("terminal") and shutil.which("tmux") is None:
            item.add_marker(pytest.mark.skip(reason="tmux is not installed"))
        if item.get_closest_marker("browser") and shutil.which("chromium") is None:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))
        for library, needed in (("ray", "Ray"), ("parquet", "pyarrow")):
            if item.get_closest_marker(library) and find_spec(needed.lower()) is None:
                item.add_marker(pytest.mark.skip(reason=f"{needed} is not installed"))
        if item.get_closest_marker("pango") and find_library("pangoft2-1.0") is None:
            item.add_marker(pytest.mark.skip(reason="Pango is not installed"))
        if item.get_closest_marker("model") and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group("model"))
        if "oracle" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("scikit-learn"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests counted stands at the end, whether or not they passed in another process."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == "counted" and report.when == "call":
                    terminalreporter.write_line(f"{report.nodeid}: {value}")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a skipped test is a failure: CI has everything installed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's Result
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI skips nothing: {report.longrepr}"
