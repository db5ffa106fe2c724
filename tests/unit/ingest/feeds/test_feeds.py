"""A feed gives a text for each of its items, with the item's own facts; nothing in a feed is asked for or obeyed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.document_readers import read_feed
from factcheck.ingest.feeds.items import feed_items
from factcheck.ingest.material import Material

Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>The Gazette</title><language>en-gb</language>
<item><title>Bread &amp;amp; budget</title><link>https://gazette.example/a</link><guid>g1</guid>
<pubDate>Sat, 03 May 2025 00:30:00 +0200</pubDate><dc:creator>Ruth Okafor</dc:creator>
<slash:comments>COUNT</slash:comments><description>Short.</description>
<content:encoded><![CDATA[<h2>The vote</h2><p>The council met <b>on</b> Monday.<br>Then&nbsp;it left.</p>
<ul><li>A school.</li></ul><script>no()</script>]]></content:encoded></item>
<item><title>Only a title</title><guid>urn:x/2</guid></item>
<item><description>First.

Second.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Herald</title><entry>
<title type="html">&lt;b&gt;The&lt;/b&gt; vote</title><id>urn:1</id><updated>2025-05-03T23:30:00-05:00</updated>
<author><name>Ruth Okafor</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>It rained &amp; snowed.</p></div></content></entry></feed>"""


def items(raw: str) -> Sequence[SourceText | ReadFailure]:
    return read_feed(Material(address="news.rss", raw=raw.encode()))


def test_each_item_is_a_text_with_its_own_facts(kinds: Kinds) -> None:
    first, second, third = items(RSS)
    assert isinstance(first, SourceText)
    assert kinds(first.text, first.blocks) == [
        ("heading", "The vote"),
        ("paragraph", "The council met on Monday.\nThen it left."),
        ("list_item", "A school."),
    ]
    assert first.address == "https://gazette.example/a"
    assert first.facts == SourceFacts(
        title="Bread & budget",
        author="Ruth Okafor",
        url="https://gazette.example/a",
        publisher="The Gazette",
        language="en-gb",
        published_on=date(2025, 5, 3),  # where it was published; in UTC it was still the day before
        date_inferred=False,
    )
    assert first.reader.startswith("feed/2 (feedparser 6.")
    assert isinstance(second, ReadFailure)
    assert second.address == "news.rss#urn:x%2F2"
    assert "has no text" in second.error.message
    assert isinstance(third, SourceText)
    assert third.address == "news.rss#3"
    assert kinds(third.text, third.blocks) == [("paragraph", "First."), ("paragraph", "Second.")]


def test_atom_is_read_and_the_day_of_an_update_counts_as_inferred() -> None:
    (item,) = items(ATOM)
    assert isinstance(item, SourceText)
    assert item.text == "It rained & snowed."
    assert (item.facts.title, item.facts.author, item.facts.publisher) == ("The vote", "Ruth Okafor", "The Herald")
    assert (item.facts.published_on, item.facts.date_inferred) == (date(2025, 5, 3), True)


def test_the_bytes_of_an_item_are_its_own_and_do_not_change_with_its_readers() -> None:
    one, other = items(RSS.replace("COUNT", "1"))[0], items(RSS.replace("COUNT", "2"))[0]
    assert isinstance(one, SourceText)
    assert isinstance(other, SourceText)
    assert one.raw == other.raw
    assert json.loads(one.raw)["url"] == "https://gazette.example/a"
    edited = items(RSS.replace("on</b> Monday", "on</b> Tuesday"))[0]
    assert isinstance(edited, SourceText)
    assert edited.raw != one.raw


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "no items"),
        ("<a><b/></a>", "no RSS or Atom feed"),
        (RSS.replace('xmlns:dc="http:', 'xmlns:dc="http\xa0:'), "damaged beyond"),
        ("nothing of a feed", "no RSS or Atom feed"),
        ("file:///etc/passwd", "no RSS or Atom feed"),
        ("https://gazette.example/feed", "no RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_is_one_clear_failure(raw: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        items(raw)


def test_entities_are_neither_read_from_files_nor_multiplied() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    words = f"A word. &x; {'&b;' * 1000}"
    (item,) = items(
        f"{bomb}<rss version='2.0'><channel><item><description>{words}</description></item></channel></rss>"
    )
    assert isinstance(item, SourceText)
    assert "root:" not in item.text
    assert "hahaha" not in item.text


def test_a_link_that_is_no_web_address_is_not_taken() -> None:
    (item,) = items(
        "<rss version='2.0'><channel><item><link>javascript:alert(1)</link><description>Text.</description></item>"
        "</channel></rss>"
    )
    assert isinstance(item, SourceText)
    assert item.facts.url is None
    assert item.address == "news.rss#javascript:alert%281%29"


def test_an_item_too_deep_for_a_tree_loses_no_word() -> None:
    deep = "&lt;div>" * 2000 + "Deep down." + "&lt;/div>" * 2000
    (item,) = items(f"<rss version='2.0'><channel><item><description>{deep}</description></item></channel></rss>")
    assert isinstance(item, SourceText)
    assert item.text == "Deep down."


@settings(max_examples=150)
@given(st.integers(0, len(RSS) - 1), st.text(max_size=12))
def test_a_damaged_feed_gives_items_or_a_clear_failure(place: int, damage: str) -> None:
    raw = (RSS[:place] + damage + RSS[place + len(damage) :]).encode("utf-8", "replace")
    try:
        found = feed_items(raw)
    except InputError as error:
        assert error.hint  # noqa: PT017  # either way is right
    else:
        assert found
        json.dumps(found)
