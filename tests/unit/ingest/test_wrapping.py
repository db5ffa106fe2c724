"""The width of wrapped text is found, and no width where there is none."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from factcheck.ingest.lines import lines_of
from factcheck.ingest.wrapping import is_joined, wrapped_width

PROSE = (
    "The council met on Monday in the town hall and approved the budget for next year after a debate that lasted nine "
    "hours. Nobody spoke against it, though the mayor of Leeds had asked for a delay. The bridge over the river Aln "
    "cost 62 million pounds, which is more than any other bridge of its kind, and it was opened on the third of May."
)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_what_a_program_wrapped_is_put_together_again(width: int) -> None:
    text = textwrap.fill(PROSE, width)
    lines = lines_of(text)
    found = wrapped_width(text, lines)
    assert width - 12 <= found <= width
    assert all(is_joined(text, above, below, found) for above, below in pairwise(lines))


def test_paragraphs_without_a_blank_line_between_them_stay_apart() -> None:
    text = textwrap.fill(PROSE, 60) + "\n" + textwrap.fill(PROSE, 60)
    lines = lines_of(text)
    width = wrapped_width(text, lines)
    apart = [n for n in range(1, len(lines)) if not is_joined(text, lines[n - 1], lines[n], width)]
    assert apart == [len(lines) // 2]


def test_one_sentence_per_line_has_no_width() -> None:
    text = PROSE.replace(". ", ".\n")
    assert wrapped_width(text, lines_of(text)) == 0
    assert wrapped_width("", []) == 0


def test_a_break_before_a_small_letter_is_no_end_even_in_unwrapped_text() -> None:
    text = "The council met\nand went home. It was late.\nthen it rained"
    above, below, last = lines_of(text)
    assert is_joined(text, above, below, 0)
    assert not is_joined(text, below, last, 0)
