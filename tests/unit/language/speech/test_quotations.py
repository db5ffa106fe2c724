"""Where quotation marks open and close."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.speech.quotations import closing, is_mark, quotations
from factcheck.language.speech.speakers import in_words

Parse = Callable[[str], ParsedSentence]


def quoted(read: ParsedSentence, open_mark: str = "") -> list[str]:
    found = quotations(read.tokens, open_mark=open_mark)
    return [in_words(read.tokens[first : last + 1]) for first, last in found.stretches]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("“It is over,” said Falk, “and we won.”", ["It is over,", "and we won."]),
        ('"It is over," said Falk, "and we won."', ["It is over,", "and we won."]),
        ("‘It is over,’ said Falk.", ["It is over,"]),
        ("«It is over», said Falk.", ["It is over"]),
        ("»It is over«, said Falk.", ["It is over"]),
        ("„It is over“, said Falk.", ["It is over"]),
        ("“She said ‘no’ to us,” said Falk.", ["She said ‘no’ to us,"]),
        ("The players’ shirts and the dogs' beds were sold.", []),
        ("It’s over and they don't mind.", []),
        ("He won the “Golden Bear” in May.", ["Golden Bear"]),
        ('The board is 6" wide.', []),
        ('Schools were told," it said.', []),
        ("He said “”.", []),
        ("It rained.", []),
    ],
)
def test_quotations_are_what_stands_between_marks(sentence: Parse, text: str, stretches: list[str]) -> None:
    assert quoted(sentence(text)) == stretches


def test_a_quotation_may_go_on_from_the_sentence_before_and_into_the_next(sentence: Parse) -> None:
    read = sentence("We won,” said Falk.")
    assert quoted(read, "“") == ["We won,"]
    assert quotations(read.tokens, open_mark="“").open_mark == ""
    read = sentence("Falk said: “We won.")
    assert (quoted(read), quotations(read.tokens).open_mark) == (["We won."], "“")
    read = sentence("We won.")
    assert (quoted(read, "“"), quotations(read.tokens, open_mark="“").open_mark) == (["We won."], "“")


def test_whether_a_sentence_begins_with_a_mark(sentence: Parse) -> None:
    assert quotations(sentence("“We won,” said Falk.").tokens).begins
    assert not quotations(sentence("Falk said: “We won.”").tokens).begins
    assert not quotations(sentence("It rained.").tokens).begins
    assert not quotations(sentence("We won,” said Falk.").tokens, open_mark="“").begins


def test_a_token_is_held_by_the_quotation_around_it(sentence: Parse) -> None:
    read = sentence("“We won,” said Falk.")
    held = [each.text for each in read.tokens if quotations(read.tokens).holds(each)]
    assert held == ["We", "won", ","]


def test_marks_are_told_from_apostrophes(sentence: Parse) -> None:
    assert [each.text for each in sentence("“It’s over,” said Falk.").tokens if is_mark(each)] == ["“", "”"]
    assert (closing("“"), closing("")) == ("”", "")
