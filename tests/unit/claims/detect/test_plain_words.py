"""Markers and Markdown go, words and places stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.detect.plain_words import blanked, plain_words
from factcheck.domain.articles import BlockKind

ANY_TEXT = st.text(alphabet=st.one_of(st.sampled_from('[](){}*_~`>-+•1.) \n\t"ab'), st.characters()))


@pytest.mark.parametrize(
    ("said", "checked"),
    [
        ("Rain  fell\nall\tday.", "Rain fell all day."),
        ("It cost [40 million](https://example.org/a_(b)).", "It cost 40 million."),
        ('See [the report](https://example.org "A title") now.', "See the report now."),
        ("![A flooded street](a.jpg) in Leeds", "A flooded street in Leeds"),
        ("**Rovers** won, *again*, and __how__ _they_ won.", "Rovers won, again, and how they won."),
        ("***All*** of ~~them~~ it.", "All of them it."),
        ("Run `make demo` or ``make`` now.", "Run make demo or make now."),
        ("[**Forty**](x) died.", "Forty died."),
        ("He said:\n> we will\n>> rebuild", "He said: we will rebuild"),
    ],
)
def test_marks_go_and_words_stay(said: str, checked: str) -> None:
    assert plain_words(said) == checked


@pytest.mark.parametrize(
    "said",
    [
        "2 * 3 * 4 is 24",
        "5*3 and 4*2",
        "the price* and the cost*",
        "snake_case_name and _private",
        "[1] and [2] (see below)",
        "a ` alone",
        "x > y > z",
        "It is *not closed.",
        "****",
        "[](x)",
    ],
)
def test_what_is_no_markdown_stays(said: str) -> None:
    assert plain_words(said) == said


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (BlockKind.LIST_ITEM, "- Rain fell.", "  Rain fell."),
        (BlockKind.LIST_ITEM, "  * [x] Rain fell.", "        Rain fell."),
        (BlockKind.LIST_ITEM, "12. Rain fell.", "    Rain fell."),
        (BlockKind.LIST_ITEM, "(a) Rain fell.", "    Rain fell."),
        (BlockKind.LIST_ITEM, "• Rain\n• Snow", "  Rain\n  Snow"),
        (BlockKind.LIST_ITEM, "1. They won\n12. Then lost", "   They won\n12. Then lost"),
        (BlockKind.LIST_ITEM, "-5 degrees", "-5 degrees"),
        (BlockKind.LIST_ITEM, "3.5 million", "3.5 million"),
        (BlockKind.QUOTATION, "> Rain\n> > fell.", "  Rain\n    fell."),
        (BlockKind.PARAGRAPH, "- Rain fell.", "- Rain fell."),
        (BlockKind.PARAGRAPH, "> Rain fell.", "> Rain fell."),
    ],
)
def test_markers_of_a_block_become_spaces(kind: BlockKind, text: str, expected: str) -> None:
    assert blanked(text, kind) == expected


@given(text=ANY_TEXT, kind=st.sampled_from(BlockKind))
def test_blanking_keeps_every_place(text: str, kind: BlockKind) -> None:
    blank = blanked(text, kind)
    assert len(blank) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, blank, strict=True))


@given(text=ANY_TEXT)
def test_plain_words_are_one_line_and_invent_nothing(text: str) -> None:
    words = plain_words(text)
    assert words == " ".join(words.split())
    rest = iter(text)
    assert all(sign in rest for sign in words if not sign.isspace())
