"""Singulars and stems."""

from __future__ import annotations

import pytest

from factcheck.language.stems import is_plural, singular, stem


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("servicemen", "serviceman"), ("people", "person"), ("women", "woman"), ("children", "child"),
        ("cities", "city"), ("boxes", "box"), ("houses", "house"), ("churches", "church"), ("losses", "loss"),
        ("prisoners", "prisoner"), ("aircraft", "aircraft"), ("Goals", "goal"), ("bus", "bus"), ("glass", "glass"),
        ("specimen", "specimen"), ("news", "news"), ("crisis", "crisis"),
    ],
)  # fmt: skip
def test_a_plural_is_brought_to_its_singular(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize("word", ["is", "glass", "previous", "its", "crisis", "John's", "men's"])
def test_words_in_s_that_are_no_plurals(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    "forms", [("released", "releases", "releasing"), ("stopped", "stopping", "stop"), ("cities", "city")]
)
def test_forms_of_one_word_meet_in_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1
