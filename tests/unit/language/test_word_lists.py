"""Word lists that read like text."""

from __future__ import annotations

from factcheck.language.word_lists import word_list


def test_a_list_is_cut_at_white_space() -> None:
    assert word_list("  one two\n three ") == ("one", "two", "three")
    assert word_list("") == ()
