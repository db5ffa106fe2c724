"""Markdown is divided on its own source."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block
from factcheck.domain.spans import Span
from factcheck.ingest.structure.blocks import title_of
from factcheck.ingest.text.markdown_blocks import markdown_blocks
from tests.growth import growing_faster

Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

SOURCE = """# The *council* and the river

By Ruth Okafor
3 May 2021

The council met on Monday
and approved the budget, all
30. of them.

What happened
-------------
Short line without an end

* one item that goes
on here
  and here
* another

1. first
2. second

> A quotation
> of two lines
that goes on lazily

**Costs**

````python
```
x = 1

# no heading
````

~~~
y
~~~

<!-- a remark
that nobody sees -->

| Year | Rate |
|------|------|
| 2018 | 4    |
After the table.

A paragraph that is much too long to be the text of a heading, whatever the person who wrote it put on the line below.
---

[Share this](https://gazette.example)

Contact us
"""


def test_each_form_of_markdown_is_told(kinds: Kinds) -> None:
    found = kinds(SOURCE, markdown_blocks(SOURCE))
    assert [(kind, words.split("\n")[0][:20], words.count("\n")) for kind, words in found] == [
        ("heading", "# The *council* and ", 0),
        ("byline", "By Ruth Okafor", 0),
        ("dateline", "3 May 2021", 0),
        ("paragraph", "The council met on M", 2),
        ("heading", "What happened", 1),
        ("paragraph", "Short line without a", 0),
        ("list_item", "* one item that goes", 2),
        ("list_item", "* another", 0),
        ("list_item", "1. first", 0),
        ("list_item", "2. second", 0),
        ("quotation", "> A quotation", 2),
        ("heading", "**Costs**", 0),
        ("code", "````python", 5),
        ("code", "~~~", 2),
        ("code", "<!-- a remark", 1),
        ("paragraph", "| Year | Rate |", 0),
        ("heading", "|------|------|", 0),
        ("paragraph", "| 2018 | 4    |", 0),
        ("paragraph", "After the table.", 0),
        ("paragraph", "A paragraph that is ", 0),
        ("heading", "---", 0),
        ("paragraph", "[Share this](https:/", 0),
        ("boilerplate", "Contact us", 0),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *council*\n\nText.", "The *council"),
        ("## Title ##\nText.", "Title"),
        ("Title\n=====\nText.", "Title"),
        ("**Title**\n\nText.", "Title"),
        ("Text.\n\n# Later", None),
        ("```\ncode\n```\n# Later", None),
    ],
)
def test_the_title_is_the_first_heading_without_its_marks(text: str, title: str | None) -> None:
    assert title_of(text, markdown_blocks(text)) == title


def test_code_that_is_never_closed_goes_on_to_the_end(kinds: Kinds) -> None:
    text = "Text.\n\n```\na\n\nb\n~~~\n"
    assert [kind for kind, _ in kinds(text, markdown_blocks(text))] == ["paragraph", "code"]


def test_a_comment_on_one_line_ends_there(kinds: Kinds) -> None:
    text = "<!-- a --> \nText."
    assert [kind for kind, _ in kinds(text, markdown_blocks(text))] == ["code", "paragraph"]


def test_inline_code_opens_nothing(kinds: Kinds) -> None:
    text = "```x``` is code in a line.\nText."
    assert [kind for kind, _ in kinds(text, markdown_blocks(text))] == ["paragraph"]


def test_a_hash_without_a_space_is_text(kinds: Kinds) -> None:
    assert [kind for kind, _ in kinds("#tag of the day", markdown_blocks("#tag of the day"))] == ["paragraph"]


def test_front_matter_is_a_block_of_its_own(kinds: Kinds) -> None:
    text = "---\ntitle: A\n---\n# B\n"
    assert [kind for kind, _ in kinds(text, markdown_blocks(text, front_matter=Span(0, 16)))] == [
        "front_matter",
        "heading",
    ]


def test_time_grows_with_length_and_no_faster() -> None:
    assert growing_faster(markdown_blocks, ["`", "```\n", "# x\n", "> ", "<!--"]) == []


LINES = ["```", "~~~~", "# h", "===", "---", "> q", "- i", "2. n", "text", "**b**", "<!--", "-->", "|a|", "By Ann Lee"]
SIGNS = [" ", "\n\n", "\r\n", "    ", "\x0c", "字", "\u2028"]
PIECES = st.sampled_from(LINES) | st.just("\n") | st.sampled_from(SIGNS)


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_blocks_of_any_text_hold_every_visible_character_once(text: str) -> None:
    place = 0
    for block in markdown_blocks(text):
        assert place <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert not text[place : block.span.start].strip()
        place = block.span.end
    assert not text[place:].strip()
