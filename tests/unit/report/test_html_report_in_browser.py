"""The HTML report in a real browser, beside a page that has no defences, so that the tests can fail."""

from __future__ import annotations

import contextlib
import html
import io
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
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


def run_browser(page: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-logging=stderr",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={page.with_suffix('.profile')}",
            "--virtual-time-budget=3000", *options, page.as_uri(),
        ],
        capture_output=True, timeout=PATIENCE, check=True,
    )  # fmt: skip


def console_of(page: Path) -> list[str]:
    """What the page made the browser write to its console."""
    told = run_browser(page, "--dump-dom").stderr.decode("utf-8", "replace")
    return [line for line in told.splitlines() if "CONSOLE" in line]


def test_the_console_stays_empty(rows: ReportRows, tmp_path: Path) -> None:
    noisy = tmp_path / "noisy.html"
    noisy.write_text("<!doctype html><title>x</title><script>console.error('heard')</script>", encoding="utf-8")
    assert console_of(noisy)  # or this test could not fail
    page = tmp_path / "report.html"
    with page.open("w", encoding="utf-8") as file:
        write(rows, file)
    assert console_of(page) == []


def width_in(frame: str, folder: Path, *, pixels: int) -> int:
    """How wide a page becomes that is given so many pixels."""
    outer = folder / "outer.html"
    outer.write_text(
        f'<!doctype html><title>x</title><iframe width="{pixels}" height="900" srcdoc="{html.escape(frame)}"></iframe>'
        "<script>onload = () => { const inner = document.querySelector('iframe').contentDocument;"
        "inner.querySelectorAll('details').forEach(each => { each.open = true });"
        "document.body.dataset.width = inner.documentElement.scrollWidth }</script>",
        encoding="utf-8",
    )
    seen = run_browser(outer, "--dump-dom").stdout.decode("utf-8")
    (found,) = re.findall(r'data-width="(\d+)"', seen)
    return int(found)


@pytest.mark.parametrize("pixels", [320, 390, 800])
def test_a_narrow_page_is_not_scrolled_sideways(rows: ReportRows, tmp_path: Path, pixels: int) -> None:
    """With long words in every place and everything unfolded."""
    out = io.StringIO()
    long = rows_saying("https://example.org/" + "supercalifragilistic" * 8)
    write(replace(rows, articles=(*rows.articles, *long.articles), claims=(*rows.claims, *long.claims)), out)
    assert width_in("<body style='margin:0'><p style='width:2000px'>x", tmp_path, pixels=pixels) == 2000
    assert width_in(out.getvalue(), tmp_path, pixels=pixels) <= pixels


def printed(rows: ReportRows, folder: Path) -> list[str]:
    """The words of each page on paper."""
    page, paper = folder / "report.html", folder / "report.pdf"
    with page.open("w", encoding="utf-8") as file:
        write(rows, file)
    run_browser(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    with pypdfium2.PdfDocument(paper) as document:
        return [" ".join(each.get_textpage().get_text_range().split()) for each in document]


def test_paper_has_the_decisions_with_their_quotations_and_not_what_only_the_machine_found(
    rows: ReportRows, tmp_path: Path
) -> None:
    """However many claims nobody has looked at: each of them is one entry of a list."""
    view = rows.claims[1]
    many = tuple(replace(view, claim=replace(view.claim, id=f"c-many{number}")) for number in range(40))
    pages = printed(replace(rows, claims=(*rows.claims, *many)), tmp_path)
    text = " ".join(pages)
    assert "Passengers on all night lines, January to December 2025: 412,380." in text
    assert "The only count there is shows a fall of 6 per cent" in text
    assert "The lines began on 1 March 2024 with eleven buses" in text
    assert "Counting began on 1 January 2024" not in text
    assert "The machine suggests" not in text
    assert len(pages) <= 11
