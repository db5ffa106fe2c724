"""Stops that end no sentence because what they shorten goes on."""

from __future__ import annotations

import pytest

from factcheck.language.sentences.boundary_features import words_of
from factcheck.language.sentences.boundary_references import acronyms_before_names, references


def joined(text: str) -> list[str]:
    """The words behind which a reference goes on."""
    words = words_of(text)
    assert words is not None
    return [words.word(text, place) for place, is_end in references(text, words) if not is_end]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orr et al. [2004] read it.", ["al.", "[2004]"]),
        ("Orr et al. 2004 read it.", ["al."]),
        ("Orr et al. read it.", []),
        ("Orr and al. [2004] read it.", ["[2004]"]),
        ("as was shown [12] before", ["[12]"]),
        ("as was shown [12] Before", []),
        ("Docket No. FAA-2020-12 was closed.", ["No."]),
        ("Regulation No. 12 was kept.", ["No."]),
        ("there is no. 12 of them", []),
        ("see no. AB 12 there", ["no."]),
        ("No. 12 came.", []),
        ("He came. No. 12 left.", []),
        ("See Pub. L. No. 116-136 there.", ["No.", "Pub.", "L."]),
        ("under 15 U.S.C. § 78 it", ["U.S.C."]),
        ("as in Fig. 4 there", ["Fig."]),
        ("as in Fig. Then it", []),
    ],
)
def test_a_stop_goes_on_before_what_it_introduces(text: str, words: list[str]) -> None:
    assert joined(text) == words


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("The director of the F.B.I. James Merton was dismissed.", True),
        ("She worked for the F.B.I. James Merton was dismissed.", False),
        ("A letter to the F.B.I. James Merton, a lawyer", True),
        ("She worked for the F.B.I. The letter was lost.", False),
    ],
)
def test_an_acronym_goes_on_before_the_name_of_who_holds_the_office(text: str, goes_on: bool) -> None:
    words = words_of(text)
    assert words is not None
    found = [words.word(text, place) for place, _ in acronyms_before_names(text, words)]
    assert found == (["F.B.I."] if goes_on else [])
