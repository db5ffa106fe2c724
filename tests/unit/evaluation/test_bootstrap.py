"""Intervals over documents."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.evaluation import bootstrap
from factcheck.evaluation.bootstrap import Measure, Numbers
from factcheck.evaluation.ranking import Tally


def mean_of(values: Numbers) -> Measure:
    return Measure(len(values), lambda weights: (weights @ values) / weights.sum(axis=1))


def test_the_interval_of_a_mean_is_that_of_a_plain_bootstrap() -> None:
    """Against the textbook's loop, with draws of its own."""
    values = np.random.default_rng(3).normal(10, 2, 200)
    figure = bootstrap.figures({"mean": mean_of(values)}, documents=200)["mean"]
    draw = np.random.default_rng(4)
    means = [draw.choice(values, 200).mean() for _ in range(4_000)]
    low, high = np.percentile(means, (2.5, 97.5))
    assert figure.value == pytest.approx(values.mean())
    assert figure.low == pytest.approx(low, abs=0.06)
    assert figure.high == pytest.approx(high, abs=0.06)


def test_every_run_gives_the_same_interval() -> None:
    values = np.random.default_rng(3).random(30)
    first, second = (bootstrap.figures({"mean": mean_of(values)}, documents=30)["mean"] for _ in range(2))
    assert first == second


def test_the_resamples_do_not_depend_on_how_many_fit_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(3).random(30)
    at_once = bootstrap.figures({"mean": mean_of(values)}, documents=30)["mean"]
    monkeypatch.setattr(bootstrap, "_AT_ONCE", 700)
    assert bootstrap.figures({"mean": mean_of(values)}, documents=30)["mean"] == at_once


def test_sentences_of_one_document_are_drawn_together() -> None:
    """Twenty documents, each all right or all wrong: fifty sentences in each don't make the figure any surer."""
    right = [number % 2 for number in range(20) for _ in range(50)]
    documents = [str(number) for number in range(20) for _ in range(50)]
    one = [1] * len(right)
    together = Tally(documents)
    apart = Tally([str(number) for number in range(len(right))])
    wide = together.figures({"share": together.share(right, one)})["share"]
    narrow = apart.figures({"share": apart.share(right, one)})["share"]
    assert wide.value == narrow.value == 0.5
    assert wide.n == narrow.n == 1_000
    assert wide.high - wide.low > 4 * (narrow.high - narrow.low)


def test_one_document_gives_an_interval_without_width() -> None:
    tally = Tally(["only"] * 4)
    figure = tally.figures({"share": tally.share([1, 0, 1, 1], [1] * 4)})["share"]
    assert (figure.low, figure.value, figure.high) == (0.75, 0.75, 0.75)


def test_what_can_not_be_measured_is_zero_of_none() -> None:
    tally = Tally(["a", "b"])
    figure = tally.figures({"share": tally.share([0, 0], [0, 0])})["share"]
    assert (figure.value, figure.low, figure.high, figure.n) == (0, 0, 0, 0)


def test_resamples_without_any_case_are_left_out_of_the_interval() -> None:
    """One document of forty holds the only case: many resamples miss it, and none of them counts as a failure."""
    tally = Tally([str(number) for number in range(40)])
    figure = tally.figures({"share": tally.share([1] + [0] * 39, [1] + [0] * 39)})["share"]
    assert (figure.value, figure.low, figure.high, figure.n) == (1, 1, 1, 1)
