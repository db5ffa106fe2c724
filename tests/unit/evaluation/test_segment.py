"""Sentence boundaries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.errors import InputError
from factcheck.evaluation import segment
from factcheck.evaluation.boundaries import rebuilt
from factcheck.evaluation.segment import SegmentedText

Write = Callable[..., Path]
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda text: text.strip() != "")


def gold_spans(text: SegmentedText) -> list[Span]:
    """Sentences that end where the labels say."""
    spans, start = [], 0
    for end in sorted(text.ends):
        spans.append(Span(start, end))
        start = end
    return spans


def test_a_text_is_rebuilt_with_spaces_and_empty_lines() -> None:
    text, ends = rebuilt(["One. ", "Two.", "Three"], [True, False, True])
    assert text == "One.  Two.\n\nThree"
    assert [text[:end] for end in sorted(ends)] == ["One.", "One.  Two.", text]


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=50)
def test_a_perfect_splitter_scores_1_on_any_text(write: Write, rows: list[tuple[str, bool]]) -> None:
    sentences, begins = map(list, zip(*rows, strict=True))
    path = write([{"sentences": sentences, "par_start": begins}])
    texts = segment.read(path)
    result = segment.score("file", "perfect", texts, [gold_spans(each) for each in texts])
    assert {each.value for each in result.metrics.values()} == {1.0}
    assert result.n == result.metrics["recall"].n == len(sentences)
    assert result.mistakes == ()


def test_a_boundary_counts_once_trimmed_and_exact() -> None:
    text = SegmentedText(line=3, text="One two. Three. Four.", ends=frozenset({8, 15, 21}))
    found = [[Span(0, 9), Span(9, 14), Span(14, 15), Span(16, 21)]]
    result = segment.score("file", "by", [text], found)
    assert result.metrics["precision"].value == 3 / 4
    assert result.metrics["recall"].value == 1
    assert result.metrics["f1"].value == pytest.approx(6 / 7)
    assert [(each.line, each.what, each.text) for each in result.mistakes] == [
        (3, "too many", "One two. Three ‖ . Four.")
    ]


def test_texts_count_by_their_boundaries_not_each_alike() -> None:
    long = SegmentedText(line=1, text="a. b. c.", ends=frozenset({2, 5, 8}))
    short = SegmentedText(line=2, text="a b", ends=frozenset({3}))
    result = segment.score("file", "by", [long, short], [gold_spans(long), [Span(0, 1), Span(2, 3)]])
    assert result.metrics["precision"].value == 4 / 5
    assert (result.n, result.documents, result.metrics["precision"].n) == (4, 2, 5)


def test_a_splitter_that_finds_nothing_scores_0() -> None:
    text = SegmentedText(line=1, text="a. b.", ends=frozenset({2, 5}))
    result = segment.score("file", "by", [text], [[]])
    assert {each.value for each in result.metrics.values()} == {0.0}
    assert [each.what for each in result.mistakes] == ["missed", "missed"]


def test_a_row_may_hold_the_text_itself(write: Write) -> None:
    path = write([{"text": " One.\n Two?", "sentences": ["One.", " Two? "]}])
    (text,) = segment.read(path)
    assert (text.text, sorted(text.ends)) == (" One.\n Two?", [5, 11])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({}, 'there is no "sentences"'),
        ({"sentences": []}, '"sentences" is empty'),
        ({"sentences": "One."}, "not a list"),
        ({"sentences": ["One.", "  "]}, '"sentences"[1]'),
        ({"sentences": ["One."], "par_start": [True, False]}, "2 entries for 1 sentences"),
        ({"sentences": ["One."], "par_start": ["yes"]}, '"par_start"[0] is "yes"'),
        ({"sentences": ["One.", "Two."], "text": "Two. One."}, 'doesn\'t go on with the sentence "One."'),
        ({"sentences": ["One.", "Two."], "text": "One. More. Two."}, 'the sentence "Two." at character 4'),
        ({"sentences": ["One."], "text": "One. More."}, "goes on behind the last sentence, from character 4"),
    ],
)
def test_a_row_of_another_form_is_named(write: Write, row: dict[str, object], why: str) -> None:
    path = write([{"sentences": ["Fine."]}, row])
    with pytest.raises(InputError) as caught:
        segment.read(path)
    assert f"{path}, line 2: " in caught.value.message
    assert why in caught.value.message
