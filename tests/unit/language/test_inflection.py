"""Participles in -ing as finite verbs."""

from __future__ import annotations

import pytest

from factcheck.language.inflection import past, present


@pytest.mark.parametrize(
    ("gerund", "base", "expected"),
    [
        ("marking", "mark", "marked"),
        ("making", "make", "made"),
        ("planning", "plan", "planned"),
        ("replacing", "replace", "replaced"),
        ("agreeing", "agree", "agreed"),
        ("studying", "study", "studied"),
        ("playing", "play", "played"),
        ("dying", "die", "died"),
        ("putting", "put", "put"),
    ],
)
def test_the_past_of_a_participle(gerund: str, base: str, expected: str) -> None:
    assert past(gerund, base, plural=False) == past(gerund, base, plural=True) == expected


@pytest.mark.parametrize(
    ("base", "singular"),
    [("plan", "plans"), ("pass", "passes"), ("go", "goes"), ("study", "studies"), ("play", "plays"), ("have", "has")],
)
def test_the_present(base: str, singular: str) -> None:
    assert present(base, plural=False) == singular
    assert present(base, plural=True) == base


def test_to_be_is_like_no_other() -> None:
    assert [past("being", "be", plural=each) for each in (False, True)] == ["was", "were"]
    assert [present("be", plural=each) for each in (False, True)] == ["is", "are"]
