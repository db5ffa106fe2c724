"""Charts in a folder."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.stances import Stance, StanceLabel
from factcheck.errors import StoreError
from factcheck.evaluation import stance
from factcheck.evaluation.charts import CHARTS
from factcheck.evaluation.results import JudgedResult
from factcheck.evaluation.stance import LabelledPair, LabelledPairs
from factcheck.workbench.drawing import Charts


def result(file: str) -> JudgedResult:
    return replace(_scored(), file=file)


@cache
def _scored() -> JudgedResult:
    pairs = (LabelledPair(line=1, document="d", claim="c", evidence="e", label="NEI"),)
    stances = [Stance(passage_id="p", label=StanceLabel.NEUTRAL, scores=(0.1, 0.1, 0.8))]
    return stance.score("-", "by", LabelledPairs(pairs=pairs), stances, seconds=1.0)


def test_a_file_gets_one_set_of_charts_and_an_earlier_set_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "charts"
    for _ in range(2):
        written = list(Charts(folder).draw(result("data/fever dev.jsonl.gz")))
        assert [path.name for path in written] == [f"fever-dev-{chart}.svg" for chart in CHARTS]
    assert sorted(folder.iterdir()) == sorted(written)
    assert written[0].read_text(encoding="utf-8").startswith("<svg ")


def test_two_files_of_one_name_keep_their_own_charts(tmp_path: Path) -> None:
    charts = Charts(tmp_path)
    names = [next(iter(charts.draw(result(file)))).name for file in ("a/dev.jsonl", "b/DEV.jsonl.gz", "c/dev.jsonl")]
    assert names == ["dev-confusion.svg", "DEV-2-confusion.svg", "dev-3-confusion.svg"]


@given(name=st.text(st.characters(exclude_categories=[], exclude_characters="\x00"), min_size=1, max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
def test_any_name_gives_files_in_the_folder_and_nowhere_else(tmp_path: Path, name: str) -> None:
    for path in Charts(tmp_path / "charts").draw(result(name)):
        assert path.parent == tmp_path / "charts"
        assert path.is_file()


def test_a_folder_that_can_not_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be written"):
        Charts(tmp_path / "file" / "charts")
