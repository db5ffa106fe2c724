"""What is sure about the ends of sentences, whatever a model says."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.language.sentences.boundary_features import words_of
from factcheck.language.sentences.boundary_rules import apply


def ends(text: str, *, said: bool) -> list[str]:
    """The words behind which a sentence ends where a model says so of all, or of none."""
    words = words_of(text)
    assert words is not None
    marks = apply(np.full(len(words), said), text, words)
    return [words.word(text, place) for place in np.flatnonzero(marks).tolist()]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Yeah. That works", "Yeah."),
        ("It was in May. Nobody came", "May."),
        ("They live in the U.S. It is big", "U.S."),
        ("He came at 6 p.m. Mr. Orr left", "p.m."),
        ("So did I. Then she", "I."),
        ("雨。 rain", "雨。"),
        ("he left . . . . Then", "."),
        ("a short line\n- an item", "line"),
        ("one\n\ntwo", "one"),
        ("Ann Orr\nBob Lee\nKim Day", "Orr"),
    ],
)
def test_a_sentence_ends_there_whatever_a_model_says(text: str, word: str) -> None:
    assert word in ends(text, said=False)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("(It rained. ) Then", "rained."),
        ("“Why?” she asked him", "“Why?”"),
        ("“Stop!” he cried out", "“Stop!”"),
        ("“It rained.” and so", "rained.”"),
        ("Yahoo! in May", "Yahoo!"),
        ("At 5 a.m. Mr. Orr left", "a.m."),
        ("Docket No. FAA-2020-12 was", "No."),
        ("this is a line that had\nwrapped because it was wide, as wide as it can be here", "had"),
    ],
)
def test_no_sentence_ends_there_whatever_a_model_says(text: str, word: str) -> None:
    assert word not in ends(text, said=True)


def test_the_next_item_of_a_list_in_one_line_begins_a_sentence() -> None:
    assert ends("1) buy milk 2) sell eggs", said=False) == ["milk", "eggs"]
    assert ends("a. buy milk b. sell eggs", said=False) == ["milk", "eggs"]


def test_the_last_word_of_a_text_ends_a_sentence() -> None:
    assert ends("no stop at all", said=False) == ["all"]
