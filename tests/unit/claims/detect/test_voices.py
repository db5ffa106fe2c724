"""Whose words a sentence holds, where the sentences and paragraphs beside it say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.detect.voices import Voice, Voices
from factcheck.language.parsing.parses import Parses


def heard(parses: Parses, *paragraphs: str) -> list[Voice]:
    return [voice for found in Voices().of([parses.of(each).sentences for each in paragraphs]) for voice in found]


def names(parses: Parses, *paragraphs: str) -> list[str]:
    """The name of who is heard in each sentence; a dash for one in a quotation that nobody attributes."""
    voices = heard(parses, *paragraphs)
    return [
        each.name if not each.is_quoted else "-" if each.attributed_by is None else voices[each.attributed_by].name
        for each in voices
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Waiting costs jobs. Every month brings new losses,” Olof Ek said. “It has to end.” He left.",
         ["Olof Ek", "Olof Ek", "Olof Ek", ""]),
        ('"Waiting costs jobs. Every month brings new losses," Olof Ek said. "It has to end." He left.',
         ["Olof Ek", "Olof Ek", "Olof Ek", ""]),
        ("‘Waiting costs jobs. Every month brings new losses,’ Olof Ek said. ‘It has to end.’ The owners’ plan failed.",
         ["Olof Ek", "Olof Ek", "Olof Ek", ""]),
        ("«Waiting costs jobs. Every month brings new losses», Olof Ek said. «It has to end.» He left.",
         ["Olof Ek", "Olof Ek", "Olof Ek", ""]),
        ("Olof Ek disagreed: “Waiting costs jobs. It has to end.” He left.", ["Olof Ek", "Olof Ek", ""]),
        ("“Waiting costs jobs.” The bridge fell.", ["-", ""]),
        ("Olof Ek said the bridge was safe. Ida Falk denied it. “It never was.”", ["Olof Ek", "Ida Falk", "Ida Falk"]),
        ("“The mayor told me to wait,” said Olof Ekdal. “She says a lot.”", ["Olof Ekdal"] * 2),
        ("“Nobody came.” The mayor said it rained.", ["-", "The mayor"]),
        ("“Nobody came.” Olof Ekdal said.", ["Olof Ekdal", "Olof Ekdal"]),
        ("“Nobody came.” Olof Ekdal announced cuts.", ["-", "Olof Ekdal"]),
        ("The bridge fell. It was 40 metres long.", ["", ""]),
        ("Nobody said that the bridge was safe.", [""]),
        ("The mayor never said that the bridge was safe.", [""]),
        ("The mayor denied that the bridge was unsafe.", ["The mayor"]),
        ("The council denied this.", ["The council"]),
    ],
)  # fmt: skip
def test_a_quotation_is_attributed_once_for_all_its_sentences(parses: Parses, text: str, speakers: list[str]) -> None:
    assert names(parses, text) == speakers


def test_a_quotation_over_several_paragraphs_keeps_its_speaker(parses: Parses) -> None:
    assert names(
        parses,
        "“The cases fell by a third,” Dana Orr said. “The others rose.",
        "“Until now 800 a day were the limit.",
        "“We ask you to wait. The wards treated 1,100 people in May.”",
        "The minister spoke in Harle. It rained.",
    ) == ["Dana Orr", "Dana Orr", "Dana Orr", "Dana Orr", "Dana Orr", "", ""]


def test_a_quotation_over_several_paragraphs_may_be_attributed_in_the_last(parses: Parses) -> None:
    assert names(parses, "“The cases fell. The others rose.", "“We have to wait,” Dana Orr said.") == ["Dana Orr"] * 3


def test_whoever_is_announced_in_one_paragraph_speaks_in_the_next(parses: Parses) -> None:
    assert names(parses, "Dana Orr said:", "“The cases fell.”") == ["Dana Orr", "Dana Orr"]


def test_a_new_paragraph_that_is_not_quoted_ends_whatever_is_open(parses: Parses) -> None:
    assert names(parses, "“The cases fell,” Dana Orr said. “The others rose.", "The ward is full. “It is old.”") == [
        "Dana Orr",
        "Dana Orr",
        "",
        "-",
    ]


def test_a_quotation_after_paragraphs_without_one_is_nobody_s(parses: Parses) -> None:
    assert names(parses, "Dana Orr said the cases fell.", "“The wards are full.”") == ["Dana Orr", "-"]


def test_a_mark_that_nothing_closes_quotes_only_its_own_sentence(parses: Parses) -> None:
    assert names(parses, "Dana Orr read out “a letter. The wards are full. It rained.")[1:] == ["", ""]


def test_paragraphs_may_come_in_several_calls(parses: Parses) -> None:
    voices = Voices()
    first = voices.of([parses.of("It rained. “The cases fell,” Dana Orr said. “They did.").sentences])
    second = voices.of([parses.of("“We have to wait.”").sentences])
    assert [each.attributed_by for each in (*first[0], *second[0])] == [None, None, 1, 1]


def test_what_is_quoted_has_no_speaker_of_its_own(parses: Parses) -> None:
    voices = heard(parses, "“He told me so. I was there,” said Ida Falk.")
    assert voices[0] == Voice(is_quoted=True, attributed_by=1)


@given(st.lists(st.text(alphabet="said that. “”‘’\"'«»,:?!A", max_size=60), max_size=4))
def test_any_text_has_some_answer(parses: Parses, texts: list[str]) -> None:
    read = [parses.of(each).sentences for each in texts]
    voices = Voices().of(read)
    assert [len(each) for each in voices] == [len(each) for each in read]
