"""The phrase that names a speaker, and the name in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.speech.speakers import in_words, is_first_person, is_time, name_of, phrase

Parse = Callable[[str], ParsedSentence]


def speaker(read: ParsedSentence) -> str:
    head = read.child(read.root, "nsubj")
    assert head is not None
    return in_words(phrase(read, head, verb=read.root))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("South Norvia said that it had fired two missiles.", "South Norvia"),
        ("The Ministry of Work and Social Affairs said that it was over.", "The Ministry of Work and Social Affairs"),
        ("Falk & Falk said that sales rose by 4 percent.", "Falk & Falk"),
        ("Police officers and government officials said it was over.", "Police officers and government officials"),
        ("A spokesman for the Office of Roads and Bridges said it was over.",
         "A spokesman for the Office of Roads and Bridges"),
        ("A letter that was shared 9,000 times says that it is over.", "A letter that was shared 9,000 times"),
        ("The minister in 2017 announced a deal.", "The minister"),
        ("The 34-year-old said he was innocent.", "The 34-year-old"),
        ("Even the police said it was over.", "the police"),
        ("Ida Falk, 45, of Harle, said she would go.", "Ida Falk"),
        ("Ida Falk (Labour) said she would go.", "Ida Falk"),
        ("Ida Falk — who left in May — said she would go.", "Ida Falk"),
        ("Olof Ek of the bank Pell, who left in May, said he would go.", "Olof Ek of the bank Pell"),
        ("The minister, Ida Falk, said she would go.", "Ida Falk"),
        ("The finance minister, Ida Falk of the Greens, said she would go.", "Ida Falk of the Greens"),
        ("A spokesman for the firm, Olof Ek, said it would close.", "Olof Ek"),
        ("Ida Falk, the minister, said she would go.", "Ida Falk"),
        ("The mayor, an old friend, said he would go.", "The mayor"),
        ("About 200 people said they had been cheated.", "About 200 people"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_whole_and_without_what_is_set_off(sentence: Parse, text: str, whole: str) -> None:
    assert speaker(sentence(text)) == whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Ida Falk said it was over.", "Ida Falk"),
        ("Emeritus Professor John Burrows said it was over.", "John Burrows"),
        ("Mr Burrows said it was over.", "Burrows"),
        ("Norway's Prime Minister John Burrows said it was over.", "John Burrows"),
        ("Ambassador to Norway John Burrows said it was over.", "John Burrows"),
        ("Friends of John Burrows said it was over.", "Friends of John Burrows"),
        ("Dr. John Burrows of the Water Board said it was over.", "John Burrows"),
        ("The Water Board said it was over.", "The Water Board"),
        ("The head of the union said it was over.", "The head of the union"),
        ("John Burrows and Mary Lind said it was over.", "John Burrows and Mary Lind"),
        ("The mayor said it was over.", "The mayor"),
        ("She said it was over.", "She"),
    ],
)
def test_a_name_is_told_without_rank_and_office(sentence: Parse, text: str, name: str) -> None:
    read = sentence(text)
    head = read.child(read.root, "nsubj")
    assert head is not None
    assert name_of(read, phrase(read, head)) == name


def test_words_stand_as_in_the_text_with_one_space_where_some_were_left_out(sentence: Parse) -> None:
    read = sentence("The players' union and\n its head, Ida Falk, left.")
    assert in_words(read.tokens[:4]) == "The players' union"
    assert in_words((read.tokens[0], *read.tokens[3:6])) == "The union and its"
    assert in_words(()) == ""


@pytest.mark.parametrize(("word", "expected"), [("in", True), ("with", False), ("left", False)])
def test_a_time_is_told_from_other_phrases(sentence: Parse, word: str, expected: bool) -> None:
    read = sentence("The mayor left with her son in 2017.")
    (token,) = (each for each in read.tokens if each.text == word)
    assert is_time(read, token) is expected


def test_who_says_i_or_we_is_told_by_no_name(sentence: Parse) -> None:
    read = sentence("I said that we and she left.")
    first = [each.text for each in read.tokens if is_first_person((each,))]
    assert first == ["I", "we"]
    assert not is_first_person(read.tokens[:2])
    assert not is_first_person(())
