"""What is said in a sentence, and whose words the clauses in it are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.clauses.wording import worded
from factcheck.claims.detect.contents import Contents
from factcheck.domain.parsed_text import ParsedSentence, Token

Parsed = Callable[[str], ParsedSentence]


def verb(sentence: ParsedSentence, text: str) -> Token:
    return next(token for token in sentence.tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor said that the dam is safe.", ["The dam is safe."]),
        ("“The dam is safe,” the mayor said.", ["The dam is safe."]),
        ("The mayor called the plan a farce.", ["The plan is a farce."]),
        ("The mayor called the plans a farce.", ["The plans are a farce."]),
        ("The mayor accused the firm of lying.", ["The firm lied."]),
        ("Nobody said that the dam is safe.", []),
        ("The dam is safe.", []),
    ],
)
def test_what_somebody_holds_to_be_so_is_told_as_a_sentence(sentence: Parsed, text: str, said: list[str]) -> None:
    assert [worded(part.words, text) for part in Contents(sentence(text)).parts] == said


def test_what_nobody_asserts_is_withheld(sentence: Parsed) -> None:
    read = sentence("Nobody said that the dam is safe.")
    assert Contents(read).withheld == {verb(read, "is").place}
    assert Contents(sentence("The mayor said that the dam is safe.")).withheld == frozenset()


def test_a_report_names_who_says_it(sentence: Parsed) -> None:
    read = sentence("The mayor said that the dam is safe.")
    contents = Contents(read)
    assert [token.text for token in contents.reported_by(verb(read, "said"))] == ["The", "mayor"]
    assert contents.reported_by(verb(read, "is")) == ()


def test_of_a_report_of_a_report_the_words_are_the_inner_ones(sentence: Parsed) -> None:
    read = sentence("According to the Herald, Ann Lee said that the dam is safe.")
    contents = Contents(read)
    (part,) = contents.parts
    assert [token.text for token in contents.speaker_of(part)] == ["Ann", "Lee"]
