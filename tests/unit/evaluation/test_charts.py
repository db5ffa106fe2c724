"""Charts: whole SVG files that load nothing, with what a reader needs to understand them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.stances import Stance, StanceLabel
from factcheck.evaluation import stance
from factcheck.evaluation.charts import CHARTS
from factcheck.evaluation.results import JudgedResult
from factcheck.evaluation.stance import LabelledPair, LabelledPairs
from factcheck.evaluation.svg import Drawing, Plot

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "rect", "polyline", "circle", "text"}


def result(file: str = "rows.jsonl", by: str = "model (1)") -> JudgedResult:
    """Thirty rows, the surer ones more often right."""
    return replace(_scored(), file=file, by=by)


@cache
def _scored() -> JudgedResult:
    labels = list(StanceLabel)
    names = ("SUPPORTED", "REFUTED", "NEI")
    rows = []
    for number in range(30):
        right, sure = number % 3, 0.4 + number / 60
        said = right if number > 9 else (right + 1) % 3
        scores = [(1 - sure) / 2] * 3
        scores[said] = sure
        rows.append(
            (names[right], Stance(passage_id="p", label=labels[said], scores=(scores[0], scores[1], scores[2])))
        )
    pairs = tuple(
        LabelledPair(line=line, document=str(line), claim="c", evidence="e", label=label)
        for line, (label, _) in enumerate(rows)
    )
    return stance.score("-", "-", LabelledPairs(pairs=pairs), [each for _, each in rows], seconds=1.0)


def texts(drawn: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_what_it_shows_of_which_file_and_of_how_many_rows(name: str) -> None:
    drawn = CHARTS[name](result())
    root = ElementTree.fromstring(drawn)
    assert root.tag == f"{SVG}svg"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text is not None
    assert title.text.endswith(": rows.jsonl")
    assert description is not None
    assert "n = 30, labels SUPPORTED, REFUTED, NEI" in (description.text or "")
    assert any("n = 30" in text and "model (1)" in text for text in texts(drawn))


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_loads_nothing_runs_nothing_and_stays_on_its_sheet(name: str) -> None:
    drawn = CHARTS[name](result())
    root = ElementTree.fromstring(drawn)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= ALLOWED
    assert not re.search(r"href|url\(|@import|\bon[a-z]+=|style=", drawn)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for each in root.iter():
        for key, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert 0 <= float(each.attrib.get(key, 0)) <= most


def test_the_confusion_shows_each_count_with_its_share() -> None:
    shown = texts(CHARTS["confusion"](result()))
    assert shown.count("n = 10") == 3
    assert {"4", "40 %", "6", "60 %"} & set(shown)
    for label in ("SUPPORTED", "REFUTED", "NEI"):
        assert shown.count(label) == 2


def test_the_curves_have_ticks_titles_and_their_figures() -> None:
    drawn = result()
    shown = texts(CHARTS["reliability"](drawn))
    assert shown.count("0.2") == 2
    assert any(f"{drawn.metrics['ece'].value:.3f}" in text for text in shown)
    assert any(text.startswith("confidence") for text in shown)
    assert sum(int(text) for text in shown[-len(drawn.reliability) :]) == 30
    shown = texts(CHARTS["risk-coverage"](drawn))
    assert any(text.startswith("coverage") for text in shown)
    assert any(text.startswith("risk") for text in shown)
    assert {"90 % precision", "95 % precision"} <= set(shown)


@settings(max_examples=50)
@pytest.mark.parametrize("name", CHARTS)
@given(words=st.text(st.characters(exclude_categories=[]), max_size=80))
def test_any_name_stays_text(name: str, words: str) -> None:
    drawn = CHARTS[name](result(f"</title><script>alert(1)</script>{words}", f"<b>&{words}"))
    root = ElementTree.fromstring(drawn.encode())
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= ALLOWED


def test_a_value_stands_where_its_axis_says_and_one_beyond_it_at_its_end() -> None:
    plot = Plot(
        Drawing(title="t", description="d", width=100, height=100), left=10, top=20, width=50, height=40, x_to=2, y_to=4
    )
    assert plot.at(0, 0) == (10, 60)
    assert plot.at(2, 4) == (60, 20)
    assert plot.at(1, 1) == (35, 50)
    assert plot.at(9, 9) == (60, 20)
