"""Text from outside, made harmless to look at."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.display import one_line, visible

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]))
REORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u200e\u200f\u061c"


def obeyed(text: str) -> list[str]:
    """The characters that a terminal would obey, or that reorder what is read, or that can't be written out."""
    return [
        each
        for each in text
        if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(each) in REORDERING
        or each in MARKS
    ]


def test_every_character_that_would_be_obeyed_is_replaced_and_no_other() -> None:
    every = "".join(map(chr, range(0x110000)))
    dangerous = {each for each in obeyed(every) if each not in "\n\t"}
    shown = visible(every)
    assert len(shown) == len(every)
    assert {each for each, now in zip(every, shown, strict=True) if each != now} == dangerous
    assert set(obeyed(shown)) == {"\n", "\t"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x1b[2J", "␛[2J"),
        ("a\x9b2Jb", "a\ufffd2Jb"),
        ("\x00\x08\x7f", "␀␈␡"),
        ("one\r\ntwo\tthree", "one␍\ntwo\tthree"),
        ("user\u202egnp.exe", "user\ufffdgnp.exe"),
        ("\u2066a\u2069\u200f", "\ufffda\ufffd\ufffd"),
        ("a\u2028b\u2029c", "a␤b␤c"),
        ("half \ud83d of a ship", "half \ufffd of a ship"),
        ("Zoë 🛳 字 [bold] <b> \\", "Zoë 🛳 字 [bold] <b> \\"),
        ("\u200d\u200c\ufeff\u00ad", "\u200d\u200c\ufeff\u00ad"),  # joiners belong to words of many languages
    ],
)
def test_controls_are_shown_and_everything_else_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_offsets_into_a_text_hold_in_what_is_shown(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert visible(shown) == shown


@given(ANY_TEXT)
def test_one_line_is_one_line_and_harmless(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not obeyed(line)
    assert line == line.strip()
    assert "  " not in line
    assert one_line(line) == line


def test_one_line_folds_every_kind_of_white_space() -> None:
    assert one_line(" The\r\nferry\u2028\u2029 \x85carried\xa0\t4,012\x1c\n") == "The ferry carried 4,012"
    assert one_line(" \n") == ""
