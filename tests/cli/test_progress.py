"""Progress as a log shows it: the stages of a job, one after another, and nothing to those who asked for quiet."""

from __future__ import annotations

import threading

import click
import pytest

from factcheck.cli import progress
from factcheck.cli.search import command
from factcheck.domain.progress import Progress, Stage
from tests.patience import wait_until


def test_each_stage_is_shown_under_its_name_and_ends_with_the_next(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.001)
    threads = threading.active_count()
    told = ""

    def says(words: str) -> bool:
        nonlocal told
        told += capsys.readouterr().err
        return words in told

    with progress.followed(click.Context(command)) as follow:
        follow(Progress(stage=Stage.READING, done=1, total=2))
        wait_until(lambda: says("Reading 1/2 ("))
        follow(Progress(stage=Stage.LOADING))
        wait_until(lambda: says("Loading the model ("))
        assert threading.active_count() == threads + 1
        follow(Progress(stage=Stage.MATCHING, done=3, total=7))
        wait_until(lambda: says("Matching 3/7 ("))
    assert threading.active_count() == threads
    assert "Reading" not in told.partition("Loading")[2]


def test_nothing_is_said_to_those_who_asked_for_quiet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.001)
    context = click.Context(command, obj={"quiet": True})
    threads = threading.active_count()
    with progress.followed(context) as follow:
        follow(Progress(stage=Stage.READING, done=1, total=2))
        assert threading.active_count() == threads
    assert capsys.readouterr().err == ""
