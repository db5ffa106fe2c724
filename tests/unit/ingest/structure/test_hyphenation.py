"""Words that were divided at a line's end are one word again; hyphens of the text's own stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.sources import SourceText
from factcheck.ingest.sources import SourceReader
from factcheck.ingest.structure.hyphenation import Hyphenation


def joined(upper: str, lower: str, *, elsewhere: str = "") -> str:
    return Hyphenation([upper, lower, elsewhere]).joined([upper, lower]).replace("\n", " ")


@pytest.mark.parametrize(
    ("upper", "lower", "right"),
    [
        ("the inhabi-", "tants left", "the inhabitants left"),
        ("the govern-", "ment’s men", "the government’s men"),
        ("it was out-", "side, and", "it was outside, and"),
        ("the GOVERN-", "MENT said", "the GOVERNMENT said"),
        ("Sept-", "ember rain", "September rain"),
        ("the harb-", "our of", "the harbour of"),
        ("Orrm-", "outh grew", "Orrmouth grew"),
        ("half a thous-", "and people", "half a thousand people"),
        ("Donaudampf-", "schiffe fahren", "Donaudampfschiffe fahren"),
        ("the Soekar-", "no-Hatta airport", "the Soekarno-Hatta airport"),
        ("co\xad", "operate now", "cooperate now"),
        ("the well\xad", "known", "the wellknown"),
        ("the inhabi\u2010", "tants left", "the inhabitants left"),
    ],
)
def test_a_divided_word_is_one_word(upper: str, lower: str, right: str) -> None:
    assert joined(upper, lower) == right


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("twenty-", "five doctors"), ("in 2019-", "20 they"), ("in 2019–", "20 they"), ("a well-", "known man"),
     ("the Anglo-", "Saxon king"), ("Jean-", "Paul left"), ("a coal-", "fired plant"), ("a mother-in-", "law"),
     ("the ex-", "minister"), ("a T-", "shirt"), ("an e-", "mail"), ("the NATO-", "led force"), ("a 15-", "year plan"),
     ("COVID-", "19 spread"), ("a self-", "made man")],
)  # fmt: skip
def test_a_hyphen_of_the_text_s_own_stays(upper: str, lower: str) -> None:
    assert joined(upper, lower) == upper + lower


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("two-", "and three-storey houses"), ("the town -", "which grew"), ("the town--", "it grew"), ("a –", "b"),
     ("the town", "grew"), ("a dash—", "and more")],
)  # fmt: skip
def test_what_is_no_division_stays_on_its_line(upper: str, lower: str) -> None:
    assert joined(upper, lower) == f"{upper} {lower}"


def test_what_the_rest_of_the_document_writes_decides_first() -> None:
    assert joined("the Dun-", "more dam", elsewhere="In Dunmore it rained.") == "the Dunmore dam"
    assert joined("the vice-", "president", elsewhere="The vice-president left.") == "the vice-president"
    assert joined("the south-", "eastern", elsewhere="A south-eastern wind.") == "the south-eastern"


def test_a_word_that_was_divided_twice_is_one() -> None:
    assert Hyphenation([]).joined(["an inter-", "nation-", "al court"]) == "an international\ncourt"


def test_a_plain_text_has_its_divided_words_joined_and_keeps_its_lines(tmp_path: Path) -> None:
    raw = (
        "The inhabi-\r\ntants of Dunmore paid the govern-\r\n  ment. It was twenty-\r\nfive boats.\r\n\r\n"
        "- a list-\r\n- b\r\n"
    )
    (tmp_path / "a.txt").write_bytes(raw.encode())
    (text,) = SourceReader(10_000).read(str(tmp_path / "a.txt"))
    assert isinstance(text, SourceText)
    assert text.text == (
        "The inhabitants\r\nof Dunmore paid the government.\r\n  It was twenty-five\r\nboats.\r\n\r\n"
        "- a list-\r\n- b\r\n"
    )
    assert text.raw == raw.encode()


@given(st.text("ab -\n\r\xad.Z9", max_size=60))
def test_joining_loses_nothing_but_hyphens_and_white_space(text: str) -> None:
    def letters(words: str) -> list[str]:
        return [each for each in words if each.isalnum()]

    assert letters(Hyphenation(text.splitlines()).undivided(text)) == letters(text)
