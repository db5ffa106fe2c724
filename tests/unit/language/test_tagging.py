"""Parts of speech: the finite verbs above all, since everything that asks, asks for those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.tagging import tagged


def tags_of(text: str) -> dict[str, str]:
    return {token.text: token.tag for token in tagged(text)}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The council voted to close the pool.", "voted", "VBD"),
        ("The council voted to close the pool.", "close", "VB"),
        ("The close vote surprised her.", "close", "NN"),
        ("The pool was closed.", "closed", "VBN"),
        ("The man accused of theft was freed.", "accused", "VBN"),
        ("They signed a deal agreed in May.", "agreed", "VBN"),
        ("The hall, built in 1902, burned.", "built", "VBN"),
        ("The hall, reached by a lane, marks the border.", "marks", "VBZ"),
        ("The club sells the ground and plans to move.", "plans", "VBZ"),
        ("The plans cost money.", "plans", "NNS"),
        ("Critics say the move hurts families.", "hurts", "VBZ"),
        ("He saw 12 tugs there.", "tugs", "NNS"),
        ("It found a route and took it.", "took", "VBD"),
        ("It was found and taken.", "taken", "VBN"),
        ("Players come from Leeds.", "come", "VBP"),
        ("Players have come from Leeds.", "come", "VBN"),
        ("Ann Lee, the mayor, said that it had rained.", "said", "VBD"),
        ("Prices rose, the bank estimates.", "estimates", "VBZ"),
        ("They left, praising them.", "praising", "VBG"),
        ("Lee's bus left.", "Lee's", "POS"),
        ("It's late.", "It's", "PRP+VBZ"),
        ("He met Theresa May.", "May", "NNP"),
        ("It may rain.", "may", "MD"),
        ("She lost her bag.", "her", "PRP$"),
        ("He told her that.", "her", "PRP"),
    ],
)
def test_a_word_has_the_tag_of_its_place(text: str, word: str, tag: str) -> None:
    assert tags_of(text)[word] == tag


def test_straight_quotation_marks_open_and_close() -> None:
    assert [token.tag for token in tagged('He said "stay here" and left.') if token.text == '"'] == ["“", "”"]


@given(text=st.text())
def test_any_text_is_tagged_without_losing_a_visible_character(text: str) -> None:
    place = 0
    for token in tagged(text):
        assert token.text == text[token.start : token.end]
        assert not text[place : token.start].strip()
        assert token.tag
        place = token.end
    assert not text[place:].strip()
