"""A line is told by its form."""

from __future__ import annotations

import pytest

from factcheck.ingest.structure.line_kinds import could_be_heading, is_byline, is_dateline, is_divider, is_list_item


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2021",
        "May 3, 2021",
        "Monday, 3 May 2021, 10:30 GMT",
        "Mon 03 May 2021 at 10.30 am",
        "2021-05-03",
        "2021-05-03T10:30:00Z",
        "03/05/2021 10:30",
        "3rd of May 2021",
        "Published: 3 May 2021",
        "Published on May 3, 2021 | Updated: May 4, 2021 10:15 a.m. EST",
        "Last updated at 14:05",
        "Updated 3 hours ago",
        "Posted Monday",
        "PARIS, May 3 —",
        "WASHINGTON, D.C., May 3, 2021 –",
        "LONDON, May 3 (Reuters) —",
        "Rio de Janeiro, 3 May 2021",
        "May 2021",
        "May 3, 2021 · 4 min read",
    ],
)
def test_a_date_alone_is_a_dateline(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "The dam broke on 3 May 2021",
        "On 3 May 2021 the dam broke.",
        "PARIS, May 3 — The dam broke.",
        "Marching on",
        "May Day",
        "Monday",
        "2021",
        "Updated rules",
        "Published works of the poet",
        "Smith, Jones and May",
        "May 3 people enter?",
        "10:30",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Ruth Okafor",
        "BY RUTH OKAFOR",
        "by Ruth Okafor and Jean-Luc d'Arc",
        "Written by Ludwig van Beethoven",
        "By Ruth Okafor, BBC News",
        "By Ruth Okafor | Staff Writer",
        "By Ruth Okafor for The Gazette",
        "By Ş. Öztürk",
        "By: Ruth Okafor",
    ],
)
def test_by_and_a_name_is_a_byline(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the water had risen.",
        "By Monday",
        "By the Aln",
        "By May 2021",
        "By the time the Council met, it was late",
        "By 2021",
        "By",
        "Byzantine Art",
        "Stand by Me",
        "By Ruth Okafor. The council met on Monday in the hall.",
    ],
)
def test_by_and_anything_else_is_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize("line", ["- a", "* a", "• a", "– a", "1. a", "12) a", "a) b"])
def test_a_marker_and_a_space_begin_a_list_item(line: str) -> None:
    assert is_list_item(line)


@pytest.mark.parametrize("line", ["-a", "1.5 million", "2021. It", "*bold* text", "—a dash", "-", "1.", "A. Smith"])
def test_a_sign_in_a_sentence_is_no_list_marker(line: str) -> None:
    assert not is_list_item(line)


def test_a_line_without_a_letter_or_digit_is_a_divider() -> None:
    assert all(map(is_divider, ["---", "* * *", "…", "~~~", "§"]))
    assert not any(map(is_divider, ["a", "1", "字", "— a —"]))


@pytest.mark.parametrize("line", ["Background", "What “peace” means", "3 things to know", "Kurz & gut", "字体"])
def test_a_short_line_without_an_end_could_be_a_heading(line: str) -> None:
    assert could_be_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "Is it?",
        "He said:",
        "one, two,",
        "and then",
        "“We won”",
        "2021",
        "W" * 101,
        "“It’s over.”",
        "(End.)",
    ],
)
def test_a_sentence_or_a_part_of_one_could_not(line: str) -> None:
    assert not could_be_heading(line)
