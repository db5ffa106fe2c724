"""The lexicon is looked up in its file's own lines, so what every reader of a table may ask of it is asked here."""

from __future__ import annotations

import pytest

from factcheck.language.lexicon import lexicon


def test_a_form_has_its_commonest_tag() -> None:
    assert lexicon()["council"] == "NN"
    assert lexicon().get("said", "").startswith("VB")


@pytest.mark.parametrize(
    "form", ["qwrtzk", "", " ", "council NN", ";;;", ";;; ", "councilZ", "Ω", "\ud800", "\0", "♥ SYM"]
)
def test_what_is_no_form_is_not_in_it(form: str) -> None:
    assert lexicon().get(form) is None
    assert form not in lexicon()


def test_every_form_that_it_lists_is_found_with_a_tag_of_its_own() -> None:
    forms = list(lexicon())
    assert len(forms) == len(set(forms)) > 90_000
    assert all(lexicon()[form] for form in forms[::50])


def test_forms_beyond_ascii_are_found() -> None:
    assert lexicon()["♥"] == "SYM"
