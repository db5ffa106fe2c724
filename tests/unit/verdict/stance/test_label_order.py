"""Which column means what: in any order and case, with two labels or three, and never guessed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import pytest

from factcheck.errors import ModelError
from factcheck.verdict.stance.label_order import columns_of


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize(
    "names",
    [
        ("entailment", "contradiction", "neutral"),
        ("ENTAILMENT", "CONTRADICTION", "NEUTRAL"),
        ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"),
        ("Supported", "Refuted", "nei"),
    ],
)
def test_three_labels_in_any_order(names: tuple[str, str, str], order: tuple[int, int, int]) -> None:
    by_place = {place: names[meant] for place, meant in enumerate(order)}
    assert columns_of(by_place, model="m") == tuple(order.index(meant) for meant in range(3))


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["entailment", "not_entailment"], (0, None, 1)),
        (["not_entailment", "entailment"], (1, None, 0)),
        (["not supported", "supported"], (1, None, 0)),
        (["refutes", "supports"], (1, 0, None)),
        (["neutral", "supports"], (1, None, 0)),
    ],
)
def test_two_labels(names: Sequence[str], columns: tuple[int | None, ...]) -> None:
    assert columns_of(names, model="m") == columns


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ({0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, "LABEL_0"),
        ({0: "positive", 1: "negative"}, "positive"),
        ({0: "entailment", 1: "supports", 2: "neutral"}, "second label"),
        ({0: "contradiction", 1: "neutral"}, "no label for what supports"),
        ({0: "neutral", 1: "not_entailment", 2: "entailment"}, "second label"),
        ({0: ""}, "two or three"),
        ({}, "two or three"),
        ({0: "entailment", 1: "neutral", 2: "contradiction", 3: "other"}, "two or three"),
        ({0: "entailment", 2: "neutral"}, "two or three"),
    ],
)
def test_unclear_labels_are_refused_with_what_to_do(names: Mapping[int, str], words: str) -> None:
    with pytest.raises(ModelError, match=words) as caught:
        columns_of(names, model="house/model")
    assert "house/model" in caught.value.message
    assert "--stance-labels" in caught.value.hint or "inference" in caught.value.hint
