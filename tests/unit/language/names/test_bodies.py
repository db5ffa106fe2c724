"""Whether the words of a name say that it is a body's."""

from __future__ import annotations

import pytest

from factcheck.language.names.bodies import is_body


@pytest.mark.parametrize(
    "name",
    ["Widget Ltd", "Widget Inc.", "The Ministry of Health", "Leeds University", "Fund for Peace", "Lindqvist United"],
)
def test_a_body_is_told_by_its_last_word_or_by_what_stands_before_of(name: str) -> None:
    assert is_body(name.split())


@pytest.mark.parametrize("name", ["Ltd", "Ann Lee", "The Ministry", "Gulf of Aden", "Charlotte Church", ""])
def test_other_names_are_not_told_to_be_bodies(name: str) -> None:
    assert not is_body(name.split())
