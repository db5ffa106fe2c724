"""Which Ray is meant, and that one that doesn't answer is told of in time."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from factcheck.errors import PartialError, UsageError
from factcheck.workbench import ray_address
from factcheck.workbench.ray_address import Head, check_address, found_address, is_address


@pytest.fixture(autouse=True)
def nothing_of_ray(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setenv("RAY_TMPDIR", str(tmp_path))


@pytest.mark.parametrize(
    "text", ["auto", "local", "10.1.2.3:6379", "head.example:6379", "ray://head:10001", "[::1]:6379"]
)
def test_an_address_is_told_by_its_form(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["", "news/", "news.jsonl", "-", "--out", "http://head:8265", "news.jsonl#3", "a:b", "x y:1"]
)
def test_a_source_is_not_taken_for_an_address(text: str) -> None:
    assert not is_address(text)


def test_without_an_address_it_is_what_ray_would_take(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert found_address("") == "local"
    with pytest.raises(UsageError, match="No Ray cluster was begun on this machine"):
        found_address("auto")
    (tmp_path / "ray").mkdir()
    (tmp_path / "ray" / "ray_current_cluster").write_text("10.1.2.3:6379")
    assert found_address("") == found_address("auto") == "auto"
    monkeypatch.setenv("RAY_ADDRESS", "head:6379")
    assert found_address("") == found_address("auto") == "head:6379"
    assert found_address("local") == "local"
    assert found_address("other:6379") == "other:6379"


@pytest.mark.parametrize(("named", "by_variable"), [("head", ""), ("", "http://head:8265")])
def test_what_is_no_address_is_said(monkeypatch: pytest.MonkeyPatch, named: str, by_variable: str) -> None:
    monkeypatch.setenv("RAY_ADDRESS", by_variable)
    with pytest.raises(UsageError, match="is no address of a Ray cluster"):
        found_address(named)


def test_an_address_where_nobody_listens_is_said_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and doesn't listen
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(UsageError, match=f"No Ray cluster answers at {address}: Connection refused"):
            check_address(address)
    with pytest.raises(UsageError, match=r"No Ray cluster answers at 127\.0\.0\.1:99999"):
        check_address("127.0.0.1:99999")


@pytest.mark.ray
@pytest.mark.slow
def test_one_who_listens_and_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray_address, "LIMIT", 3.0)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"127.0.0.1:{mute.getsockname()[1]}"
        with pytest.raises(UsageError, match=f"No Ray cluster answered at {address} within 3 seconds"):
            check_address(address)


def test_a_head_that_is_lost_is_told_of_before_ray_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray_address, "SILENT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as there:
        head = Head(f"127.0.0.1:{there.getsockname()[1]}")
        time.sleep(0.3)
        head.check()  # it answers
    for _ in range(3):
        head.check()  # for a while it may be away
    time.sleep(0.3)
    with pytest.raises(PartialError, match="no longer answers"):
        head.check()
    Head("").check()
