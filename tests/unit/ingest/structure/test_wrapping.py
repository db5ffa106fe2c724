"""The width of wrapped text is found, and no width where there is none."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from factcheck.ingest.structure.lines import lines_of
from factcheck.ingest.structure.wrapping import is_joined, wrapped_width

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


def test_an_indented_line_begins_a_paragraph_even_behind_a_full_line() -> None:
    text = (
        textwrap.fill(PROSE, 60)
        + "\nIt was, all who were there agree, a night to be remembered.\n   The end came at nine."
    )
    lines = lines_of(text)
    width = wrapped_width(text, lines)
    assert len(lines[-2]) + len(" The") > width
    assert not is_joined(text, lines[-2], lines[-1], width)


def test_one_long_line_does_not_hide_the_width() -> None:
    text = "A title that is so long that it is wider than all of the wrapped lines below it, and touches them\n"
    lines = lines_of(text + textwrap.fill(PROSE, 60))
    assert 50 <= wrapped_width(text + textwrap.fill(PROSE, 60), lines) <= 60


def test_sentences_of_a_script_without_capitals_stay_apart() -> None:
    line = "市议会在经过九个小时的辩论后批准了预算市长表示形势非常严峻明年将需要进一步削减开支。"
    text = "\n".join([line] * 5)
    assert wrapped_width(text, lines_of(text)) == 0


def test_one_sentence_per_line_has_no_width() -> None:
    text = PROSE.replace(". ", ".\n")
    assert wrapped_width(text, lines_of(text)) == 0
    assert wrapped_width("", []) == 0


def test_a_break_before_a_small_letter_is_no_end_even_in_unwrapped_text() -> None:
    text = "The council met\nand went home. It was late.\nthen it rained"
    above, below, last = lines_of(text)
    assert is_joined(text, above, below, 0)
    assert not is_joined(text, below, last, 0)
