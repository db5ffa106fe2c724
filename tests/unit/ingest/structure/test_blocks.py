"""Plain text is divided by its form: real articles, wrapped text, and every trap that we know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.ingest.structure.blocks import kind_of_line, text_blocks, title_of
from tests.growth import growing_faster

Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

FLOOD = """Share | Tweet

FLOODS
River bursts its banks for the second time in a month
By Ruth Okafor, Northern Desk
Published: 3 May 2021, 10:30 GMT

LEEDS, May 3 — The river rose by 4 metres in one night and flooded 300 homes, the water board said on Monday.
Nobody was hurt. The mayor called it “a night to forget”.

What happened
At 2 a.m. the dam at Aln overflowed. These three towns were hit:
- Alnmouth, where 200 homes were flooded
- Warkworth, where the bridge was closed
1. The first warning came at 1 a.m.

> We had ten minutes to leave, said a resident.
> Nobody told us anything.

* * *

Updated: 4 May 2021
The report into the minister's e-mail scandal is due on Friday.
Related articles
Reporting by Ruth Okafor; editing by Jean Roy
Contact: desk@gazette.example
© 2021 The Gazette
"""


def test_an_article_is_divided_as_a_reader_would(kinds: Kinds) -> None:
    assert [(kind, words[:24]) for kind, words in kinds(FLOOD, text_blocks(FLOOD))] == [
        ("boilerplate", "Share | Tweet"),
        ("heading", "FLOODS"),
        ("heading", "River bursts its banks f"),
        ("byline", "By Ruth Okafor, Northern"),
        ("dateline", "Published: 3 May 2021, 1"),
        ("paragraph", "LEEDS, May 3 — The river"),
        ("paragraph", "Nobody was hurt. The may"),
        ("heading", "What happened"),
        ("paragraph", "At 2 a.m. the dam at Aln"),
        ("list_item", "- Alnmouth, where 200 ho"),
        ("list_item", "- Warkworth, where the b"),
        ("list_item", "1. The first warning cam"),
        ("quotation", "> We had ten minutes to "),
        ("heading", "* * *"),
        ("dateline", "Updated: 4 May 2021"),
        ("paragraph", "The report into the mini"),
        ("boilerplate", "Related articles"),
        ("boilerplate", "Reporting by Ruth Okafor"),
        ("boilerplate", "Contact: desk@gazette.ex"),
        ("boilerplate", "© 2021 The Gazette"),
    ]


def test_the_sample_article_has_five_headings_and_five_lines_of_its_blog(repository: Path, kinds: Kinds) -> None:
    text = next((repository / "seeds").glob("*.txt")).read_bytes().decode()
    found = kinds(text, text_blocks(text))
    assert [kind for kind, _ in found] == (
        ["heading", "paragraph", "paragraph", "heading", "paragraph", "heading", "paragraph", "heading"]
        + ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]
        + ["boilerplate"] * 5
    )
    assert [words for _, words in found] == text.splitlines()


WRAPPED = """THE COUNCIL AND THE RIVER

The council met on Monday in the town hall and approved the
budget for next year after a debate that had lasted for nine
hours. Nobody spoke against it. The mayor, who had come from
Leeds, left early.
The next meeting is on 3 May 2021.
    An indented paragraph follows here, which goes on to the
second line.

Costs
The bridge cost 62 million pounds, which is more than any of
30. The two figures can't be compared.
- A list item that is so long that it had to be wrapped on to
  a second line
- Another one
"""


def test_hard_wrapped_lines_are_put_together(kinds: Kinds) -> None:
    assert [(kind, " ".join(words.split())[:30]) for kind, words in kinds(WRAPPED, text_blocks(WRAPPED))] == [
        ("heading", "THE COUNCIL AND THE RIVER"),
        ("paragraph", "The council met on Monday in t"),
        ("paragraph", "The next meeting is on 3 May 2"),
        ("paragraph", "An indented paragraph follows "),
        ("heading", "Costs"),
        ("paragraph", "The bridge cost 62 million pou"),
        ("list_item", "- A list item that is so long "),
        ("list_item", "- Another one"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0c", "\x85"])
def test_every_line_end_divides_alike(end: str, kinds: Kinds) -> None:
    text = FLOOD.replace("\n", end)
    found = kinds(text, text_blocks(text))
    assert [kind for kind, _ in found] == [kind for kind, _ in kinds(FLOOD, text_blocks(FLOOD))]
    wrapped = WRAPPED.replace("\n", end)
    assert len(text_blocks(wrapped)) == len(text_blocks(WRAPPED))


def test_two_wrapped_lines_are_one_paragraph(kinds: Kinds) -> None:
    for text in (
        "The council met on Monday in the town hall and approved\nthe budget.",
        "The council met on Monday in the hall, chaired by\nMayor Smith.",
        "The council met on Monday in the hall, and\nMayor Smith spoke.",
    ):
        assert kinds(text, text_blocks(text)) == [("paragraph", text)]


@pytest.mark.parametrize(
    "text",
    [
        "The council met.\nThe mayor spoke.\nThe river rose.",
        "The council met on Monday in the town hall of Leeds.\nThe mayor spoke for an hour about the river there.\n",
        "The council met on Monday in the town hall of Leeds and approved the budget of 62 million pounds at last.\n"
        * 3,
        "Council approves the budget for the year after nine hours\nMayor resigns after the debate on the river Aln\n"
        "River bursts its banks for the second time in a month\nBridge closed after the flood of the third of May",
    ],
)
def test_lines_of_sentences_and_lists_of_titles_are_blocks_of_their_own(text: str, kinds: Kinds) -> None:
    assert [words for _, words in kinds(text, text_blocks(text))] == text.splitlines()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("*Brackley, 12 September 2025* — By June Ade", BlockKind.DATELINE),
        ("By Dana Cole | 3 May 2021", BlockKind.BYLINE),
        ("**12 May 2024**", BlockKind.DATELINE),
        ("_By Dana Cole_", BlockKind.BYLINE),
        ("The vote — by Dana Cole — was close.", BlockKind.PARAGRAPH),
        ("Paris, 3 May 2021 — The mayor resigned.", BlockKind.PARAGRAPH),
        ("By June 2024 the dam had been mended.", BlockKind.PARAGRAPH),
    ],
)
def test_the_head_of_an_article_may_be_set_in_italics_and_tell_both(line: str, kind: BlockKind) -> None:
    assert kind_of_line(line) is kind


def test_a_single_line_is_never_a_heading(kinds: Kinds) -> None:
    assert kinds("Vaccines cause illness", text_blocks("Vaccines cause illness")) == [
        ("paragraph", "Vaccines cause illness")
    ]


def test_claims_pasted_one_per_line_are_not_headings(kinds: Kinds) -> None:
    text = "Vaccines cause illness\nThe earth is flat\nPrices rose by 5% in May\nThe moon is far away."
    assert [kind for kind, _ in kinds(text, text_blocks(text))] == ["paragraph", "heading", "heading", "paragraph"]
    without_end = text.rstrip(".")
    assert [kind for kind, _ in kinds(without_end, text_blocks(without_end))] == ["paragraph"] * 4


@pytest.mark.parametrize(
    "last",
    [
        "The minister's e-mail scandal cost her the election.",
        "Critics commented that the plan was too expensive.",
        "She can be reached at the ministry, and her address is minister@gov.example, the report says of her.",
        "Copyright law was reformed in 2019.",
        "Thanks for reading the bill, the senator said.",
        "No comments were made. " * 20,
        "Contact us. " + "The council met on Monday and spoke of the river for nine hours without a break. " * 12_000,
    ],
)
def test_the_last_paragraph_of_an_article_is_never_taken_for_the_sites(last: str, kinds: Kinds) -> None:
    text = f"The council met on Monday.\n\n{last}\n\nShare this\n"
    assert [kind for kind, _ in kinds(text, text_blocks(text))] == ["paragraph", "paragraph", "boilerplate"]


def test_boilerplate_in_the_middle_is_left_alone(kinds: Kinds) -> None:
    text = "The council met.\n\nRead more: Mayor resigns\n\nThe mayor spoke.\n"
    assert "boilerplate" not in [kind for kind, _ in kinds(text, text_blocks(text))]


def test_a_list_of_links_at_the_foot_is_boilerplate_too(kinds: Kinds) -> None:
    text = "The council met.\n\n- Share this\n- Contact us\n"
    assert [kind for kind, _ in kinds(text, text_blocks(text))] == ["paragraph", "boilerplate", "boilerplate"]


def test_lines_of_a_table_are_neither_joined_nor_headings(kinds: Kinds) -> None:
    text = "| Year | Rate |\n|---|---|\n| 2018 | four |\n| 2019 | five |\nThe rate rose."
    assert [kind for kind, _ in kinds(text, text_blocks(text))] == ["paragraph", "heading"] + ["paragraph"] * 3


def test_front_matter_is_a_block_of_its_own(kinds: Kinds) -> None:
    text = "---\ntitle: A\n---\nThe council met.\n"
    blocks = text_blocks(text, front_matter=Span(0, 16))
    assert kinds(text, blocks) == [("front_matter", "---\ntitle: A\n---"), ("paragraph", "The council met.")]


def test_what_the_format_says_of_a_line_is_kept(kinds: Kinds) -> None:
    text = "A heading.\nLine one\nline two.\n- an item\nx = 1"
    known = {"A heading.": BlockKind.HEADING, "Line one": BlockKind.PARAGRAPH, "x = 1": BlockKind.CODE}
    assert kinds(text, text_blocks(text, known=known)) == [
        ("heading", "A heading."),
        ("paragraph", "Line one"),
        ("paragraph", "line two."),
        ("list_item", "- an item"),
        ("code", "x = 1"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (FLOOD, "FLOODS"),
        ("The council met.\nIt rained.", None),
        ("", None),
        ("***\n\nA  Title\n\nIt rained.", "A Title"),
        ("3 May 2021\nA Title\nIt rained.", "A Title"),
    ],
)
def test_the_title_is_the_heading_at_the_top(text: str, title: str | None) -> None:
    assert title_of(text, text_blocks(text)) == title


def test_a_text_without_anything_visible_has_no_blocks() -> None:
    assert text_blocks("") == ()
    assert text_blocks(" \n\t\r\n\u2028") == ()


def test_time_grows_with_length_and_no_faster() -> None:
    pieces = [
        "word ",
        "w",
        "\n",
        "a\n",
        "Share this\n",
        "Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa Aaaaa, b\n",
        "By A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A A a\n",
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 May 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 x\n",
        "> ",
        "- ",
    ]
    assert growing_faster(text_blocks, pieces) == []


@pytest.mark.parametrize(
    "text",
    ["disclaimer: " * 60 + "\n" + "comments are " * 60, *("Reporting by " + "A and " * count for count in (20, 60))],
)
def test_a_line_that_nearly_is_the_site_s_is_not_tried_in_every_way(text: str) -> None:
    """Work that doubles with each word would never end."""
    assert text_blocks(text)


LINES = [
    "- a",
    "1. b",
    "> q",
    "---",
    "By Ann Lee",
    "3 May 2021",
    "Head",
    "It rained.",
    "and",
    "# x",
    "| a | b |",
    "```",
]
SIGNS = ["\n", "\r\n", "\x0c", "\u2028", "\x1b", " ", "\u200b", "\xa0", "字。", "w" * 120, "\U0001f600", "Share this"]
PIECES = st.sampled_from(LINES) | st.just("\n") | st.sampled_from(SIGNS)


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_blocks_of_any_text_hold_every_visible_character_once(text: str) -> None:
    place = 0
    for block in text_blocks(text):
        assert place <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert not text[place : block.span.start].strip()
        place = block.span.end
    assert not text[place:].strip()
