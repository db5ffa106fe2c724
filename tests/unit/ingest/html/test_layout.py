"""What is one paragraph to the eye is one element of the tree, and what is apart is apart."""

from __future__ import annotations

import pytest

from factcheck.ingest.html.layout import arrange
from factcheck.ingest.html.loss import blocks_of
from factcheck.ingest.html.tree import Element, page_tree


def arranged(body: str) -> Element:
    tree = page_tree(f"<html><body>{body}</body></html>")
    assert tree is not None
    arrange(tree)
    return tree


def blocks(body: str) -> list[str]:
    tree = arranged(body)
    return [words for words, _ in blocks_of(tree)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The board<br>closed the gate<br/>of the weir.</p>", ["The board closed the gate of the weir."]),
        ("<p>The gate fell.<br><br>Nobody was hurt.</p>", ["The gate fell.", "Nobody was hurt."]),
        ("<div>The gate fell.<br>\n<br>\nNobody was hurt.</div>", ["The gate fell.", "Nobody was hurt."]),
        ("<p>The gate fell in the night.<br>Nobody was hurt.</p>", ["The gate fell in the night. Nobody was hurt."]),
        ("<p>By Ada Moss<br>Harle Herald</p>", ["By Ada Moss", "Harle Herald"]),
        ("<p>Fees for a night:<br>nine crowns</p>", ["Fees for a night:", "nine crowns"]),
        ("<p><b>The board<br>closed</b> it.</p>", ["The board closed it."]),
        ("<h1>Flood in<br>Harle</h1>", ["Flood in Harle"]),
        ("<div>One gate fell.<h2>Why</h2>It was old.<br><br>It was rusty.</div>",
         ["One gate fell.", "Why", "It was old.", "It was rusty."]),
        ("<ul><li>One<br>gate</li></ul>", ["One gate"]),
        ("<center><font size=2>One gate fell.<br><br>It was old.</font></center>", ["One gate fell.", "It was old."]),
        ("<div><br></div><p>One gate fell.</p>", ["One gate fell."]),
    ],
)  # fmt: skip
def test_line_breaks(body: str, expected: list[str]) -> None:
    assert blocks(body) == expected


def test_a_text_that_was_wrapped_by_hand_is_one_paragraph() -> None:
    lines = [
        "The board of the weir met on Monday in the hall of",
        "Harle, and decided by nine votes to four that the",
        "gate is to be closed until the flood has passed and",
        "the river is low again.",
    ]
    assert blocks(f"<div>{'<br>'.join(lines)}</div>") == [" ".join(lines)]


def test_breaks_in_code_stay() -> None:
    tree = arranged("<pre>a = 1<br>b = 2</pre>")
    assert tree.find(".//pre/br") is not None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div><span>The gate</span><span>was built in 1911</span><span>by a firm.</span></div>",
         ["The gate was built in 1911 by a firm."]),
        ("<p><span>It has 300 passen</span><span>gers</span><span>, said Ada.</span></p>",
         ["It has 300 passengers, said Ada."]),
        ("<p><span>The </span><span>gate</span></p>", ["The gate"]),
        ("<p><span>T</span><span>he gate</span></p>", ["The gate"]),
        ("<p>The <span>ga</span><span>te</span></p>", ["The gate"]),
    ],
)  # fmt: skip
def test_spans_that_are_boxes_are_apart_and_spans_inside_a_word_are_not(body: str, expected: list[str]) -> None:
    assert blocks(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p><span class="dropcap">T</span>he gate fell.</p>', ["The gate fell."]),
        ('<p><span class="drop-cap">T</span>\n he gate fell.</p>', ["The gate fell."]),
        ('<p><span class="drop-cap">A</span> gate fell.</p>', ["A gate fell."]),
        ('<p><b class="first-letter">“T</b> he gate fell.”</p>', ["“The gate fell.”"]),
        ('<div class="dropcap">T</div><p>he gate fell.</p>', ["The gate fell."]),
        ('<p><span class="grade">B</span> is a good mark.</p>', ["B is a good mark."]),
    ],
)
def test_a_drop_cap_is_joined_to_its_word(body: str, expected: list[str]) -> None:
    assert blocks(body) == expected


def test_a_table_that_lays_out_the_page_is_taken_apart() -> None:
    menu = "<td><a href=/>Home</a> | <a href=/m>Members of the club</a></td>"
    body = f"<table><tr>{menu}<td><h1>The weir</h1><p>It was built in 1911.<p>It was raised in 1926.</td></tr></table>"
    tree = arranged(body)
    assert [words for words, _ in blocks_of(tree)][1:] == [
        "The weir",
        "It was built in 1911.",
        "It was raised in 1926.",
    ]
    assert tree.find(".//nav") is not None
    assert tree.find(".//table") is None


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Year</th><th>Height</th></tr><tr><td>1911</td><td>3 m</td></tr></table>",
        "<table><tr><td>1911</td><td>3 m</td></tr><tr><td><p>1926</p></td><td><p>4 m</p></td></tr></table>",
    ],
)
def test_a_table_of_data_stays_a_table(table: str) -> None:
    tree = arranged(table)
    assert tree.find(".//table") is not None


def test_a_table_of_data_in_a_table_for_layout_stays() -> None:
    data = "<table><tr><th>Year</th></tr><tr><td>1911</td></tr></table>"
    tree = arranged(f"<table><tr><td><p>One.</p><p>Two.</p>{data}</td></tr></table>")
    assert len(tree.findall(".//table")) == 1


def test_ten_thousand_breaks_take_no_longer_than_their_number() -> None:
    assert len(blocks(f"<div>{'The gate fell.<br><br>' * 10_000}</div>")) == 10_000
