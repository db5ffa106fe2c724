"""Who is said to have said it: precision first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.speaker import attribution, speaker_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee said the dam was safe.", "Ann Lee"),
        (
            "Former U.S. Secretary Ann Lee commented on it, calling it “a very bad deal”.",
            "Former U.S. Secretary Ann Lee",
        ),
        ("Dr. Ann van der Lee wrote that it failed.", "Dr. Ann van der Lee"),
        ("Prices rose 5%, the bank said.", "the bank"),
        ("The Ministry of Health has confirmed that 40 died.", "The Ministry of Health"),
        ("The Board of Trade confirmed the closure.", "The Board of Trade"),
        ("“We are here,” said Ann Lee, the mayor of Leeds.", "Ann Lee"),
        ("“Good,” Smith added.", "Smith"),
        ("Ann Lee, the mayor of Leeds, said the flood was over.", "Ann Lee"),
        ("But the club's chief executive, Tom Fox, told reporters that talks had failed.", "Tom Fox"),
        ("Professor Hans Weber, who was not involved, told reporters no.", "Professor Hans Weber"),
        ("“It is a risk,” warns its lead author, Dr. Mei Tanaka of Kyoto.", "Dr. Mei Tanaka of Kyoto"),
        ("“It is a risk,” said the mayor, Ann Lee.", "Ann Lee"),
        ("“It is a risk,” said the mayor, smiling.", "the mayor"),
        ("Critics note that the sample was small.", "Critics"),
        ("On Friday Reuters reported 40 deaths.", "Reuters"),
        ("In the morning the mayor said rain was near.", "the mayor"),
        ("In May 2020 the bank announced that rates were cut.", "the bank"),
        ("Theresa May said no.", "Theresa May"),
        ("According to the National Water Board, the dam leaked.", "the National Water Board"),
        ("The dam leaked, according to a 2019 report by the Water Board.", "a 2019 report by the Water Board"),
        ("Their chairman denies that the club is in trouble.", "Their chairman"),
        ("Officials say talks continue.", "Officials"),
        ("While the government said it was safe, residents left.", "the government"),
        ("A spokesperson said: “No comment.”", "A spokesperson"),
    ],
)
def test_a_speaker_is_named_in_the_words_that_stand_there(text: str, speaker: str) -> None:
    assert speaker_of(text) == speaker
    assert speaker in text


@pytest.mark.parametrize(
    "text",
    [
        "Insurance claims rose 5%.",
        "The United States claims the islands.",
        "That said, prices rose.",
        "The deal, said to be worth 3m, failed.",
        "Smith was told to leave.",
        "It is said that he left.",
        "He said that it was over.",
        "In Paris Smith said no.",
        "The company lost money and said it would close.",
        "According to him, prices rose.",
        "The annual reports list 40 cases.",
        "He smiled, told reporters no and left.",
        "Rain fell all day.",
        "",
    ],
)
def test_where_no_name_is_plain_there_is_no_speaker(text: str) -> None:
    assert speaker_of(text) is None


@pytest.mark.parametrize(
    ("text", "of_speech"),
    [
        ("Ann Lee said the dam was safe.", True),
        ("He told the BBC it was over.", True),
        ("The board confirmed that the dam leaked.", True),
        ("The board announced: the dam leaked.", True),
        ("The dam leaked, according to engineers.", True),
        ("“It leaked,” the board confirmed.", True),
        ("The board confirmed the leak.", False),
        ("The board confirmed the leak, noting that it was small.", False),
        ("The board announced a new dam.", False),
    ],
)
def test_reported_words_are_told_from_acts(text: str, of_speech: bool) -> None:
    found = attribution(text)
    assert found is not None
    assert found.of_speech is of_speech


@pytest.mark.parametrize(
    "text", ["Insurance claims rose.", "Rain fell.", "The reported loss was small.", "A said B"[2:]]
)
def test_without_an_attribution_there_is_none(text: str) -> None:
    assert attribution(text) is None


PIECES = [
    "said",
    "told",
    "the",
    "a",
    "of",
    "Ann",
    "Lee",
    ",",
    ".",
    "“",
    "”",
    ":",
    "he",
    "that",
    "and",
    "according",
    "to",
]


@given(text=st.lists(st.sampled_from([*PIECES, "by", "May", "on"])).map(" ".join))
def test_any_order_of_words_is_read_without_failing(text: str) -> None:
    speaker = speaker_of(text)
    assert speaker is None or (speaker in text and speaker == speaker.strip() != "")
