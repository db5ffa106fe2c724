"""Tags come off any page, in one pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.html.visible_text import visible_text
from tests.growth import growing_faster


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One\ntwo"),
        ("<p>One <b>bold</b> and <a href=x>li</a>nk</p>", "One bold and link"),
        ("One<br>two<BR/>three", "One\ntwo\nthree"),
        ("<title>T</title><style>p{}</style><p>One</p><SCRIPT>if (a<b) x()</SCRIPT >two", "One\ntwo"),
        ("a<!-- <p>no</p> -->b<!doctype html>c<?php x ?>d", "abcd"),
        ("a < b and c &lt; d &amp; &eacute;", "a < b and c < d & é"),
        ("<p>a\n   b\tc</p>\n\n", "a b c"),
        ("one <!-- never closed <p>two", "one"),
        ("one <script>never closed <p>two", "one"),
        ("one <p never closed", "one"),
        ("<script src=x /><p>two", "two"),
        ("</script>one", "one"),
        ("<select><option>a</select><textarea>b</textarea>one", "one"),
        ("<noscript>Turn it on</noscript>", ""),
        ("", ""),
        ("<", "<"),
    ],
)
def test_what_is_seen_is_kept(html: str, text: str) -> None:
    assert visible_text(html) == text


def test_the_time_grows_with_the_page_and_no_faster() -> None:
    pieces = ["<", "<!--", "<div>", "<div ", "&", "</", "<script>", "</script>", "<p a='", "x<b>"]
    assert growing_faster(visible_text, pieces) == []


@given(st.text(alphabet="<>/!-abpscrit &;\"'= \n\x00é"))
def test_any_text_is_read(html: str) -> None:
    assert all(line == " ".join(line.split()) != "" for line in visible_text(html).splitlines())
