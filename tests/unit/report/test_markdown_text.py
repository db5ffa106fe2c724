from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.report.markdown_text import address_link, at_start, escaped, lines_of, piece
from factcheck.report.words import folded


def rendered(markdown: str) -> str:
    """The one paragraph's text; fails where it is anything else."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {token.type for token in children} <= {"text", "text_special"}
    return "".join(token.content for token in children)


def test_plain_words_are_left_as_they_are() -> None:
    for text in ("It fell by 5-10 per cent in 2025.", "He said: “no” (twice), then left!", "3.1 million"):
        assert escaped(text).replace("3\\.1", "3.1") == text


@given(st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|&~$=:;\"'/ 1a\n\t"), max_size=20))
def test_any_text_reads_back_as_itself(text: str) -> None:
    if folded(text):
        assert rendered(escaped(text)) == folded(text)


@given(st.lists(st.text(st.sampled_from("\\*_[]<>#+-.&=1a "), max_size=6), max_size=4))
def test_pieces_put_together_read_back_as_one_text(parts: list[str]) -> None:
    whole = "".join(parts)
    if folded(whole):
        assert folded(rendered(at_start("".join(map(piece, parts)).strip()))) == folded(whole)


def test_a_piece_keeps_one_space_at_its_ends() -> None:
    assert piece("  a \n b\n") == " a b "
    assert piece(" \n ") == " "
    assert piece("") == ""


def test_lines_of_any_system_are_split_and_empty_ones_dropped() -> None:
    assert [line.strip() for line in lines_of("a\r\n\r\n b\rc\n \n")] == ["a", "b", "c"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "notes.md", "https://a@b.example/", "-"])
def test_an_address_that_is_not_of_the_web_is_no_link(address: str) -> None:
    assert rendered(address_link(address)) == address


def test_a_web_address_is_a_link_to_itself() -> None:
    address = "https://example.org/a_(b)?c=*d*&e=[f]"
    (token,) = [t for t in MarkdownIt("commonmark").parseInline(address_link(address))[0].children or [] if t.attrs]
    assert (token.type, token.attrs["href"]) == ("link_open", "https://example.org/a_(b)?c=*d*&e=%5Bf%5D")


@pytest.mark.parametrize("text", ["===", "---", "# a", "- a", "+ a", "1. a", "2) a", "> a", "* a", "```", "~~~", "<b>"])
def test_a_line_stays_text_under_another_line(text: str) -> None:
    (_, inline, _) = MarkdownIt("commonmark").parse(f"before\n{escaped(text)}")
    assert [token.type for token in inline.children or () if token.type != "text_special"] in (
        ["text", "softbreak"],
        ["text", "softbreak", "text"],
    )
    assert "".join(token.content for token in inline.children or ()) == f"before{text}"
