"""The HTML report in a real browser, beside a page that has no defences, so that the tests can fail."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.domain.views import ReportRows
from factcheck.report.html.page import write
from tests.contracts.report_writer_contract import HARMLESS, HOSTILE, rows_saying
from tests.patience import PATIENCE

# A closed port of this machine: a browser that obeys asks for it, and nothing leaves the machine.
ADDRESS = "http://127.0.0.1:9/asked-for"
ATTACK = (
    f"</style></title><script src='{ADDRESS}.js'></script><script>document.body.id='owned'</script>"
    f'"><img src={ADDRESS}.png onerror="document.body.id=\'owned\'"><link rel=stylesheet href={ADDRESS}.css>'
    f"<style>@import url({ADDRESS}.css)</style><iframe src={ADDRESS}></iframe><meta http-equiv=refresh content=0>"
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@dataclass(frozen=True)
class Opened:
    """What a browser made of a page: its elements after all scripts, and the addresses that it asked for."""

    document: str
    asked_for: set[str]

    @property
    def elements(self) -> list[str]:
        return re.findall(r"<(/?[a-z][a-z0-9]*)", self.document)


def opened(page: Path) -> Opened:
    log = page.with_suffix(".log")
    done = subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--user-data-dir={page.with_suffix('.profile')}", f"--log-net-log={log}",
            "--virtual-time-budget=2000", "--dump-dom", page.as_uri(),
        ],
        capture_output=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    return Opened(done.stdout.decode("utf-8"), set(asked_by_page(log)))


def asked_by_page(log: Path) -> Iterator[str]:
    """Addresses that the page asked for. The browser asks for updates of its own, which have no origin."""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        # One event per line. The last one may be cut off where the browser ends.
        with contextlib.suppress(json.JSONDecodeError):
            event = json.loads(line.rstrip(","))
            told = event.get("params") if isinstance(event, dict) else None
            if isinstance(told, dict) and told.get("initiator", "not an origin") != "not an origin":
                yield str(told.get("url"))


def opened_report(rows: ReportRows, folder: Path) -> Opened:
    page = folder / "report.html"
    with page.open("w", encoding="utf-8") as file:
        write(rows, file)
    return opened(page)


def test_a_page_without_defences_is_owned_and_asks_the_network(tmp_path: Path) -> None:
    """The counter-check: what the next test looks for does happen where text is not escaped."""
    page = tmp_path / "bare.html"
    page.write_text(f"<!doctype html><title>x</title><body>{ATTACK}", encoding="utf-8")
    bare = opened(page)
    assert 'id="owned"' in bare.document
    assert {f"{ADDRESS}.js", f"{ADDRESS}.png", f"{ADDRESS}.css"} <= bare.asked_for


def test_hostile_text_makes_no_element_runs_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "harmless").mkdir()
    harmless = opened_report(rows_saying(HARMLESS), tmp_path / "harmless")
    attacked = opened_report(rows_saying(ATTACK + " ".join(HOSTILE)), tmp_path)
    assert 'id="owned"' not in attacked.document
    assert [tag for tag in attacked.elements if tag != "bdi"] == [tag for tag in harmless.elements if tag != "bdi"]
    assert attacked.asked_for <= {"data:,"}


def test_a_report_needs_no_network(rows: ReportRows, tmp_path: Path) -> None:
    report = opened_report(rows, tmp_path)
    assert "Ada Okafor" in report.document
    assert report.asked_for <= {"data:,"}
