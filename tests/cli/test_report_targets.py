"""`report --out` writes to a free name or over a file, and never over anything else, the workbench first of all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import UsageError
from factcheck.workbench.targets import check_target


@pytest.fixture
def sample(repository: Path, tmp_path: Path) -> Path:
    """A copy of the sample workbench as `claims.db` of the current folder."""
    return Path(shutil.copy(repository / "claims.db", tmp_path / "claims.db"))


def linked(name: str, link: Callable[[str, str], None]) -> str:
    link("claims.db", name)
    return name


def other_database() -> str:
    connection = sqlite3.connect("bookmarks.html")
    connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.commit()
    connection.close()
    return "bookmarks.html"


def in_the_index() -> str:
    Path("claims.db.index").mkdir()
    Path("claims.db.index/claims-0.faiss").write_bytes(b"vectors")
    return "claims.db.index/claims-0.faiss"


def file_of_sqlite(ending: str) -> str:
    Path(f"claims.db{ending}").write_bytes(b"")
    return f"claims.db{ending}"


def pipe() -> str:
    os.mkfifo("pipe.html")
    return "pipe.html"


def link_to_a_report() -> str:
    Path("report.html").write_text("the old one", encoding="utf-8")
    Path("latest.html").symlink_to("report.html")
    return "latest.html"


def folder() -> str:
    Path("reports").mkdir()
    return "reports"


PLACES: dict[str, Callable[[], str]] = {
    "the workbench": lambda: "claims.db",
    "the workbench by another way": lambda: f"../{Path.cwd().name}/claims.db",
    "a hard link to it": lambda: linked("report.html", os.link),
    "a link to it": lambda: linked("report.html", os.symlink),
    "its journal": lambda: "claims.db-journal",
    "its log": lambda: file_of_sqlite("-wal"),
    "its shared memory": lambda: file_of_sqlite("-shm"),
    "its index": lambda: "claims.db.index",
    "a file of its index": in_the_index,
    "another database": other_database,
    "a device": lambda: "/dev/null",
    "a pipe": pipe,
    "a link": link_to_a_report,
    "a folder": folder,
    "no folder": lambda: "nowhere/report.html",
    "no name": lambda: "",
    "a long name": lambda: "x" * 300,
}


def seen(path: Path) -> tuple[int, bytes]:
    """What stands there."""
    mode = path.lstat().st_mode
    return stat.S_IFMT(mode), path.read_bytes() if stat.S_ISREG(mode) else b""


@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_report_is_refused_with_exit_2_and_stays_as_it_is(run: Any, sample: Path, place: str) -> None:
    target = PLACES[place]()
    before = {path: seen(path) for path in Path().rglob("*")}
    answer = run("report", "--out", target)
    assert answer.code == 2
    assert "→ Name a new file with --out" in answer.err
    assert {path: seen(path) for path in Path().rglob("*")} == before
    assert Path("/dev/null").is_char_device()


def test_what_belongs_to_a_workbench_behind_a_link_is_refused_too(run: Any, sample: Path) -> None:
    Path("store").mkdir()
    sample.rename("store/real.db")
    sample.symlink_to("store/real.db")
    for target in ("store/real.db", "store/real.db-journal", "claims.db", "claims.db.index"):
        assert run("report", "--out", target).code == 2, target
    assert run("report", "--out", "store/report.html").code == 0


def test_a_report_replaces_the_one_before(run: Any, sample: Path) -> None:
    Path("report.md").write_text("the old one", encoding="utf-8")
    assert run("report", "--out", "report.md").code == 0
    assert Path("report.md").read_text(encoding="utf-8").startswith("# Fact check: ")
    assert run("report", "--out", "./claims.db.html").code == 0


def test_a_chart_is_not_drawn_over_a_link(tmp_path: Path) -> None:
    (tmp_path / "rows-confusion.svg").symlink_to("elsewhere.svg")
    with pytest.raises(UsageError, match="it is a link") as caught:
        check_target(tmp_path / "rows-confusion.svg", option="--plot")
    assert "--plot" in caught.value.hint
