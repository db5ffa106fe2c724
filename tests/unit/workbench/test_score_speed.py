"""What is remembered of how fast a run was, and what stands in for it before the first one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.settings import Settings
from factcheck.workbench.score_speed import Speed, keep, kept, measured, speed_of


def test_a_run_says_what_an_article_and_a_claim_took_of_each_process() -> None:
    speed = speed_of(60, processes=2, articles=30, claims=240)
    assert speed == Speed(loading=None, article=4.0, claim=0.5, claims=240)
    of_ready = speed_of(60, processes=1, articles=0, claims=120)
    assert of_ready is not None
    assert of_ready.claim == 0.5
    assert of_ready.article == 13 * 0.5
    assert speed_of(60, processes=1, articles=3, claims=0) is None


def test_the_last_run_is_remembered_for_the_same_models_only(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "factcheck"
    settings = Settings()
    assert kept(settings, folder) is None
    for claim in (0.5, 0.25):
        keep(Speed(loading=3.0, article=2.0, claim=claim, claims=10), settings, folder)
    other = replace(settings, top_k=3)
    keep(Speed(loading=1.0, article=1.0, claim=1.0, claims=5), other, folder)
    assert kept(settings, folder) == Speed(loading=3.0, article=2.0, claim=0.25, claims=10)
    assert kept(other, folder) == Speed(loading=1.0, article=1.0, claim=1.0, claims=5)
    assert kept(replace(settings, encoder="another"), folder) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"default default auto 8": 3}', '{"default default auto 8": {"a": 1}}']
)
def test_a_file_that_is_something_else_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "score-speed.json").write_text(text)
    assert kept(Settings(), tmp_path) is None
    keep(Speed(loading=1.0, article=1.0, claim=1.0, claims=5), Settings(), tmp_path)
    assert kept(Settings(), tmp_path) is not None


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(Speed(loading=1.0, article=1.0, claim=1.0), Settings(), tmp_path / "file")
    assert kept(Settings(), tmp_path / "file") is None


def test_what_is_measured_grows_with_what_is_read() -> None:
    few, many = (measured(Settings(top_k=top_k)) for top_k in (1, 400))
    assert few is not None
    assert many is not None
    assert 0 < few.claim < many.claim
    assert few.loading is None
