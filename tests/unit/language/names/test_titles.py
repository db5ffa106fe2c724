"""The list of titles."""

from __future__ import annotations

import pytest

from factcheck.language.names.titles import OFFICES, PERSONAL, STYLES, TITLES, WEAK_OFFICES, is_title


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Mr.", True), ("Gen", True), ("mayor", True), ("COACH", True), ("Torvik", False), ("", False), (".", False)],
)
def test_a_title_is_known_in_any_case_and_with_its_full_stop(word: str, expected: bool) -> None:
    assert is_title(word) is expected


def test_the_lists_are_in_small_letters_and_none_of_the_offices_is_sure_and_unsure_at_once() -> None:
    assert all(each == each.lower() for each in TITLES)
    assert not OFFICES & WEAK_OFFICES
    assert PERSONAL < TITLES
    assert STYLES["mr"] == "he"
