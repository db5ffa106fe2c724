from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.report.markdown.text import address_link, at_start, escaped, joined, lines_of, piece
from factcheck.report.words import folded


def rendered(markdown: str) -> str:
    """The one paragraph's text; fails where it is anything else."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {token.type for token in children} <= {"text", "text_special", "code_inline"}
    return "".join(token.content for token in children)


def test_plain_words_are_left_as_they_are() -> None:
    for text in ("It fell by 5-10 per cent in 2025.", "He said: “no” (twice), then left!", "3.1 million"):
        assert escaped(text).replace("3\\.1", "3.1") == text


@given(st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|&~$=:;\"'/@ 1a\n\t"), max_size=20))
@example("`@a``b@c.d`@`")
@example("@a-@-b@c.d.@")
@example("www.@www.a.b://c@d")
def test_any_text_reads_back_as_itself(text: str) -> None:
    if folded(text):
        assert rendered(escaped(text)) == folded(text)


@given(st.lists(st.text(st.sampled_from("\\*_[]<>#+-.&=1a "), max_size=6), max_size=4))
@example(["#1", "#1"])
def test_pieces_put_together_read_back_as_one_text(parts: list[str]) -> None:
    whole = "".join(parts)
    if folded(whole):
        assert folded(rendered(at_start(joined(map(piece, parts)).strip()))) == folded(whole)


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


LINKED_BY_GITHUB = (
    "press@ministry.example",
    "mailto:press@ministry.example",
    "first.last+tag_x@a-b.example.org",
    "@harbour_office",
    "@harbour/pilots",
    "+@.ministry.example",
    "#123",
    "port/log#7",
    "GH-9",
)


@pytest.mark.parametrize("text", LINKED_BY_GITHUB)
@pytest.mark.parametrize("around", ["{}", "Ask {}.", "({})", "“{}”, he said", "-{}", "a@-{}", "*{}*", "`{}`", "\\{}"])
def test_what_github_would_link_in_the_finished_page_stands_in_code(text: str, around: str) -> None:
    """An escape doesn't help there: it is gone when addresses and names are looked for."""
    line = around.format(text)
    (paragraph,) = [each for each in MarkdownIt("commonmark").parse(escaped(line)) if each.type == "inline"]
    shown = paragraph.children or []
    assert "".join(token.content for token in shown) == line
    outside = "".join(token.content for token in shown if token.type != "code_inline")
    assert not re.search(r"@[^@]*\.\w|@\w|#\d|GH-\d", outside)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("www.ministry.example", "www\\.ministry.example"),
        ("WWW.a.example", "WWW\\.a.example"),
        ("http://a.example/b", "http\\://a.example/b"),
        ("ftp://a.example", "ftp\\://a.example"),
        ("[^1]", "\\[^1\\]"),
    ],
)
def test_what_github_links_while_it_reads_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_sign_that_links_nothing_is_left_alone() -> None:
    for text in ("5 @ 3 euros", "C# and F#", "No. 5", "a + b", "stance@1a2b", "at@ once."):
        assert escaped(text) == text


def test_the_time_is_linear_in_the_text() -> None:
    """A megabyte of what could be the beginning of an address."""
    assert len(escaped("a." * 500_000)) == 1_000_000
    assert len(escaped("a@" * 500_000)) >= 1_000_000
