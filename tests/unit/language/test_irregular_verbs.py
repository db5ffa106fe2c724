"""Pasts of participles in -ing, and the forms that the rules look up."""

from __future__ import annotations

import pytest

from factcheck.language.irregular_verbs import BASES, PARTICIPLES, PASTS, past_of_gerund
from factcheck.language.lexicon import has_past, lexicon


@pytest.mark.parametrize(
    ("gerund", "past"),
    [
        ("marking", "marked"),
        ("making", "made"),
        ("planning", "planned"),
        ("replacing", "replaced"),
        ("studying", "studied"),
        ("playing", "played"),
        ("running", "ran"),
        ("lying", "lay"),
        ("putting", "put"),
        ("leaving", "left"),
    ],
)
def test_the_past_of_a_participle(gerund: str, past: str) -> None:
    assert past_of_gerund(gerund) == past


def test_irregular_forms_lead_to_their_base() -> None:
    assert PASTS["took"] == PARTICIPLES["taken"] == BASES["takes"] == "take"
    assert BASES["flies"] == "fly"
    assert BASES["teaches"] == "teach"


def test_the_lexicon_knows_words_and_which_of_them_are_verbs() -> None:
    assert lexicon()["council"] == "NN"
    assert has_past("plan")
    assert has_past("carry")
    assert not has_past("council")
    assert "|" not in "".join(lexicon().values())
