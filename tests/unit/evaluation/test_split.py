"""Propositions of single sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.evaluation import split
from factcheck.evaluation.split import SplitSentence

Write = Callable[..., Path]
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda text: text.strip() != "")


def sentence(text: str, *propositions: str, line: int = 1) -> SplitSentence:
    return SplitSentence(line=line, document=f"line {line}", text=text, propositions=propositions)


@given(st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=5))
def test_the_labels_themselves_score_1(propositions: list[list[str]]) -> None:
    sentences = [sentence("x", *each, line=line) for line, each in enumerate(propositions)]
    result = split.score("file", "by", sentences, [list(reversed(each)) for each in propositions])
    assert {each.value for each in result.metrics.values()} == {1.0}
    assert result.mistakes == ()


def test_figures_are_over_all_propositions_beside_the_sentence_whole() -> None:
    sentences = [
        sentence("Ann left and Bob came.", "Ann left.", "Bob came."),
        sentence("Cid slept.", "Cid slept.", line=2),
    ]
    result = split.score("file", "by", sentences, [["Ann left", "Bob came late"], ["Cid slept"]])
    assert (result.metrics["precision"].value, result.metrics["recall"].value) == (2 / 3, 2 / 3)
    whole = result.baselines["whole_sentence"]
    assert (whole["precision"].value, whole["precision"].n) == (1 / 2, 2)
    assert (whole["recall"].value, whole["recall"].n) == (1 / 3, 3)
    assert [(each.line, each.what, each.text) for each in result.mistakes] == [
        (1, "missed", "Bob came."),
        (1, "too many", "Bob came late"),
    ]


def test_one_proposition_found_twice_is_right_once() -> None:
    result = split.score("file", "by", [sentence("x", "Ann left.")], [["Ann left", "Ann left"]])
    assert result.metrics["precision"].value == 1 / 2


def test_both_forms_of_rows_are_read(write: Write) -> None:
    rows: list[dict[str, object]] = [
        {"complex": "A and B.", "simple": ["A.", "B."]},
        {"sentence": "C.", "propositions": [], "doc_id": "7"},
    ]
    first, second = split.read(write(rows))
    assert (first.text, first.propositions, first.document) == ("A and B.", ("A.", "B."), "line 1")
    assert (second.text, second.propositions, second.document) == ("C.", (), "7")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"text": "A."}, 'there is no "sentence"'),
        ({"complex": "A."}, 'there is no "simple"'),
        ({"complex": "A.", "simple": "A."}, "not a list"),
        ({"sentence": "A.", "propositions": ["A.", 3]}, '"propositions"[1] is 3'),
    ],
)
def test_a_row_of_another_form_is_named(write: Write, row: dict[str, object], why: str) -> None:
    with pytest.raises(InputError) as caught:
        split.read(write([{"complex": "A.", "simple": []}, row]))
    assert "line 2: " in caught.value.message
    assert why in caught.value.message
