"""Many texts are split in few calls, a long one in windows, and neither changes which sentences are found."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.domain.spans import Span
from factcheck.errors import InputError
from factcheck.language.sentences import many_texts
from factcheck.language.sentences.many_texts import AT_ONCE, sentences_of_each
from factcheck.language.sentences.segmenter import BoundarySplitter

SPLITTER = BoundarySplitter()
STORY = (
    "The weir at Tolm was built in 1911. Dr. Lee said that it cost 4.5 million crowns. Was it worth it? Nobody knows. "
)


class Counting:
    """A splitter that remembers how much it was given at once."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def split(self, text: str) -> list[Span]:
        self.given.append(len(text))
        return SPLITTER.split(text)


def test_many_short_texts_are_split_in_one_call_and_none_reaches_into_the_next() -> None:
    texts = ["He ran", "", "The mill at Brae", "was sold. It had stood there since 1854.", "  "]
    counting = Counting()
    found = list(sentences_of_each(texts, counting.split))
    assert len(counting.given) == 1
    assert [(number, span.of(texts[number])) for number, span in found] == [
        (0, "He ran"),
        (2, "The mill at Brae"),
        (3, "was sold."),
        (3, "It had stood there since 1854."),
    ]


def test_a_long_text_is_given_window_by_window_and_its_sentences_are_those_of_the_whole() -> None:
    text = STORY * 5000
    assert len(text) > 2 * AT_ONCE
    counting = Counting()
    found = [span for _, span in sentences_of_each(["Before it.", text, "After it."], counting.split)]
    assert max(counting.given) <= AT_ONCE
    assert sum(counting.given) < 1.1 * len(text)
    assert found[1:-1] == SPLITTER.split(text)


def test_a_text_without_white_space_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_texts, "AT_ONCE", 5000)
    found = [span for _, span in sentences_of_each(["x" * 20_001], SPLITTER.split)]
    assert [found[0].start, found[-1].end] == [0, 20_001]
    assert all(left.end == right.start for left, right in pairwise(found))


def test_more_sentences_than_allowed_are_refused_as_soon_as_they_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_texts, "AT_ONCE", 1000)
    counting = Counting()
    assert len(list(sentences_of_each([STORY], SPLITTER.split, most=4))) == 4
    with pytest.raises(InputError, match="more than 7 sentences") as caught:
        list(sentences_of_each([STORY * 1000], counting.split, most=7))
    assert "max_sentences" in caught.value.hint
    assert len(counting.given) == 1
