"""Many pairs weighed at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import pytest

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, StanceLabel
from factcheck.errors import ModelError
from factcheck.interfaces import Judged
from factcheck.verdict.stance.stances import Pair, label_of, weigh
from tests.parsing import details

if TYPE_CHECKING:
    import numpy.typing as npt

DAM, MAYOR = "The dam holds 40 million litres.", "The mayor sang."


def pair(claim: str, passage_id: str, passage: str, claim_on: date | None = None, on: date | None = None) -> Pair:
    return Pair(details(claim), passage_id, details(passage), claim_on, on)


class CountingModel:
    """Gives each pair a stance by its place, and remembers what it was asked."""

    name, version, calibrated, margin = "by place", "1", False, 0.0

    def __init__(self, columns: int = 3) -> None:
        self.calls: list[list[tuple[str, str]]] = []
        self._columns = columns

    def score(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        self.calls.append(list(pairs))
        return np.eye(3, self._columns, dtype=np.float32)[np.arange(len(pairs)) % 3]

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        return Judged(self.score(pairs), [Span(0, 3)] * len(pairs))


def test_all_pairs_go_to_the_model_in_one_call_and_equal_ones_once() -> None:
    model = CountingModel()
    pairs = [
        pair(DAM, "p-1", DAM),
        pair(DAM, "p-2", MAYOR),
        pair(DAM, "p-3", DAM),
        pair(MAYOR, "p-1", DAM),
    ]
    stances = weigh(pairs, model)
    assert model.calls == [[(DAM, DAM), (DAM, MAYOR), (MAYOR, DAM)]]
    assert {stance.span for stance in stances} == {Span(0, 3)}
    assert [stance.passage_id for stance in stances] == ["p-1", "p-2", "p-3", "p-1"]
    assert [stance.label for stance in stances] == [
        StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.SUPPORTS, StanceLabel.NEUTRAL,
    ]  # fmt: skip


def test_no_pairs_ask_nothing_of_the_model() -> None:
    model = CountingModel()
    assert weigh([], model) == []
    assert model.calls == []


def test_the_compared_details_stand_beside_the_stance() -> None:
    [stance] = weigh([pair(DAM, "p-1", DAM)], CountingModel())
    [difference] = stance.differences
    assert difference.comparison is Comparison.AGREES
    assert sum(stance.scores) == pytest.approx(1)


def test_a_pair_whose_details_differ_does_not_support() -> None:
    [stance] = weigh([pair(DAM, "p-1", DAM.replace("40", "60"))], CountingModel())
    assert Comparison.DIFFERS in {each.comparison for each in stance.differences}
    assert stance.label is not StanceLabel.SUPPORTS


def test_the_dates_of_claim_and_passage_reach_the_comparison() -> None:
    said = "It was closed on Friday."
    pairs = [pair(said, "p-1", said, date(2024, 5, 3), day) for day in (date(2024, 5, 3), date(2024, 6, 7))]
    same, later = (stance.differences for stance in weigh(pairs, CountingModel()))
    assert same != later


def test_a_model_with_too_few_columns_is_refused_with_its_name() -> None:
    with pytest.raises(ModelError, match=r"'by place' answered 1 pairs with scores of shape \(1, 2\)"):
        weigh([pair(DAM, "p-1", DAM)], CountingModel(columns=2))


@pytest.mark.parametrize(
    ("scores", "label"),
    [
        ((0.5, 0.1, 0.4), StanceLabel.SUPPORTS), ((0.1, 0.5, 0.4), StanceLabel.REFUTES),
        ((0.2, 0.2, 0.6), StanceLabel.NEUTRAL),
        ((0.5, 0.0, 0.5), StanceLabel.NEUTRAL), ((0.45, 0.45, 0.1), StanceLabel.NEUTRAL),
        ((float("nan"), float("nan"), float("nan")), StanceLabel.NEUTRAL),
    ],
)  # fmt: skip
def test_a_tie_is_neutral(scores: tuple[float, float, float], label: StanceLabel) -> None:
    assert label_of(scores) is label


class InFewerBits:
    """Reads in fewer bits what stands in `FAST`, and exactly what stands in `EXACT`; remembers what it read again."""

    name, version, calibrated, margin = "in fewer bits", "1", False, 0.1
    FAST: ClassVar[dict[str, tuple[float, float, float]]] = {
        "clear": (0.1, 0.1, 0.8),
        "near": (0.44, 0.1, 0.46),
        "torn": (0.1, 0.1, 0.8),
        "counts": (0.8, 0.1, 0.1),
    }
    EXACT: ClassVar[dict[str, tuple[float, float, float]]] = {
        "clear": (0.2, 0.1, 0.7),
        "near": (0.46, 0.1, 0.44),
        "torn": (0.1, 0.7, 0.2),
        "counts": (0.7, 0.1, 0.2),
    }

    def __init__(self) -> None:
        self.again: list[str] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        return self.judge(pairs).scores

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        if exact:
            self.again += [text for _, text in pairs]
        table = self.EXACT if exact else self.FAST
        rival = np.array([[0.1, 0.6, 0.3]], dtype=np.float32)
        rivals = {row: rival for row, (_, text) in enumerate(pairs) if text == "torn" and not exact}
        scores = np.array([table[text] for _, text in pairs], dtype=np.float32)
        return Judged(scores, [Span(0, 1 + exact)] * len(pairs), rivals)


def test_what_float32_could_read_otherwise_is_read_again_in_it_and_nothing_else() -> None:
    model = InFewerBits()
    stances = weigh([pair(DAM, text, text) for text in ("clear", "near", "torn", "counts")], model)
    assert model.again == ["near", "torn", "counts"]
    assert [each.label.value for each in stances] == ["neutral", "supports", "refutes", "supports"]
    assert [each.scores[0] for each in stances] == pytest.approx([0.1, 0.46, 0.1, 0.7])
    assert [each.span for each in stances] == [Span(0, 1), Span(0, 2), Span(0, 2), Span(0, 2)]


def test_a_detail_that_moves_a_stance_to_a_limit_has_it_read_again() -> None:
    """By its own scores it is clearly neutral; with what its number adds it is near to supporting."""

    class Weak(InFewerBits):
        FAST: ClassVar[dict[str, tuple[float, float, float]]] = {DAM: (0.34, 0.05, 0.61)}
        EXACT = FAST

    class Moved(Weak):
        calibrated = True

    for model, again in ((Weak(), []), (Moved(), [DAM])):
        weigh([pair(DAM, "p-1", DAM)], model)
        assert model.again == again


def test_in_float32_nothing_is_read_twice() -> None:
    model = CountingModel()
    weigh([pair(DAM, "p-1", DAM), pair(DAM, "p-2", MAYOR)], model)
    assert len(model.calls) == 1
