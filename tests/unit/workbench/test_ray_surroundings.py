"""What Ray finds around it is put back: signals, variables, its folder."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.ending import Terminated
from factcheck.workbench.ray_surroundings import Termination, own_token, short_folder


@pytest.fixture(autouse=True)
def ends_by_exception() -> Iterator[None]:
    """SIGTERM as the command line takes it."""

    def terminate(*_: object) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    yield
    signal.signal(signal.SIGTERM, before)


def test_a_signal_waits_until_somebody_looks_and_then_ends_the_program_as_before() -> None:
    with Termination() as termination:
        termination.check()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # as Ray does
        termination.take()
        os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(Terminated):
            termination.check()
    with pytest.raises(Terminated):
        os.kill(os.getpid(), signal.SIGTERM)


def test_a_signal_that_nobody_looked_for_ends_the_program_afterwards() -> None:
    reached = []

    def ended() -> None:
        with Termination():
            os.kill(os.getpid(), signal.SIGTERM)
            reached.append("the end of the block")

    with pytest.raises(Terminated):
        ended()
    assert reached


def test_a_token_is_gone_afterwards_and_one_that_was_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAY_AUTH_TOKEN", raising=False)
    monkeypatch.delenv("RAY_AUTH_MODE", raising=False)
    with own_token():
        first = os.environ["RAY_AUTH_TOKEN"]
        os.environ["RAY_AUTH_MODE"] = "token"  # as Ray does
    assert "RAY_AUTH_TOKEN" not in os.environ
    assert "RAY_AUTH_MODE" not in os.environ
    with own_token():
        assert os.environ["RAY_AUTH_TOKEN"] != first
    monkeypatch.setenv("RAY_AUTH_TOKEN", "mine")
    with own_token():
        assert os.environ["RAY_AUTH_TOKEN"] == "mine"
    assert os.environ["RAY_AUTH_TOKEN"] == "mine"


def test_a_folder_is_short_enough_for_sockets_and_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long = tmp_path / ("long" * 20)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))
    with short_folder() as folder:
        assert len(str(folder)) < 60
        assert not folder.is_relative_to(long)
    assert not folder.exists()
