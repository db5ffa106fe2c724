"""Names by their capitals: where they begin and end, and what they name where that is sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.names.names import Name, names
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(
        ["Ann", "Lee", "Mr", ".", "President", "of", "the", "Bank", "Health", "and", "-", "'s", " ", "\n", "J",
        "van", "(WHO)",
         "World Health Organization", ",", "45", "May", "Friday", "I", "NOT", "said", "“", "é", "\ud800", "&", "for"]
    ),
    max_size=30,
)  # fmt: skip
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES.map(" ".join) | PIECES.map("".join)


def said(text: str) -> list[str]:
    return [each.span.of(text) for each in names(text)]


def only(text: str) -> Name:
    found = names(text)
    assert len(found) == 1, [each.span.of(text) for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Jan van der Berg there.", ["Jan van der Berg"]), ("They met J. K. Olsen there.", ["J. K. Olsen"]),
        ("He met Jean-Claude Petit there.", ["Jean-Claude Petit"]), ("He met Omar al-Masri there.", ["Omar al-Masri"]),
        ("in the U.S. Army now", ["U.S. Army"]), ("at the Bank of England now", ["Bank of England"]),
        ("the Department of Health and Human Services said", ["Department of Health and Human Services"]),
        ("Yesterday Ann Lee left.", ["Ann Lee"]), ("She left Oslo's port.", ["Oslo"]),
        ("She met Theresa May.", ["Theresa May"]),
        ("He said NATO was NOT there, and not here.", ["NATO"]), ("on Friday in May", []), ("The dog and I ate.", []),
        ("Police said so.", []), ("Officially, it rained. What's new?", []), ("Rain fell. The rain stopped.", []),
        ("She saw European Commission President Ann Lee.", ["European Commission", "Ann Lee"]),
        ("It ended.\n\nBerg left with Berg.", ["Berg", "Berg"]), ("He met Ann\nLee there.", ["Ann\nLee"]),
        ("They asked the Prime Minister.", []), ("It was in St. Louis.", ["St. Louis"]),
        ("the Secretary of State left", []),
        ("the Women's Institute met", ["Women's Institute"]),
    ],
)  # fmt: skip
def test_a_name_is_as_long_as_its_capitals_go(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met Ms Berg.", "person"), ("They met Ann Olsen.", "person"), ("They met Odd Berg, 45, there.", "person"),
        ("They met Odd Berg (45) there.", "person"), ("They met the mayor Odd Berg there.", "person"),
        ("They met Defence Minister Odd Berg.", "person"), ("They met Widget Ltd there.", "organisation"),
        ("at the University of Leeds", "organisation"), ("at the Gulf of Aden", "place"),
        ("on Lake Mjosa now", "place"),
        ("in Cook County now", "place"), ("in the town of Ely now", "place"), ("in the Finnmark region now", "place"),
        ("They met Odd Berg.", None), ("They left Oslo.", None), ("They left General Motors Street.", "place"),
    ],
)  # fmt: skip
def test_a_kind_is_given_only_where_something_says_so(text: str, kind: str | None) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "title", "name", "pronoun"),
    [
        ("They met Ms. Berg.", "Ms.", "Berg", "she"),
        ("They met Defence Minister Odd Berg.", "Defence Minister", "Odd Berg", None),
        ("They met Vice President Ann Lee's dog.", "Vice President", "Ann Lee", "she"),
        ("They met King Charles III there.", "King", "Charles III", "he"), ("They met Dr. Berg.", "Dr.", "Berg", None),
    ],
)  # fmt: skip
def test_a_title_stands_beside_the_name_and_not_in_it(text: str, title: str, name: str, pronoun: str | None) -> None:
    found = only(text)
    assert found.title is not None
    assert (found.title.of(text), found.span.of(text), found.pronoun) == (title, name, pronoun)


def test_a_last_name_alone_is_the_person_it_belongs_to() -> None:
    text = "Ann Lee left Oslo. Later, Lee came back."
    assert [(each.span.of(text), each.kind, each.pronoun) for each in names(text)] == [
        ("Ann Lee", "person", "she"), ("Oslo", None, None), ("Lee", "person", "she"),
    ]  # fmt: skip


def test_a_last_name_of_two_people_with_different_pronouns_has_none() -> None:
    text = "Ann Lee met Tom Lee. Later, Lee came back."
    assert names(text)[-1].pronoun is None


def test_an_acronym_that_was_introduced_is_a_name_wherever_it_stands() -> None:
    text = "The World Health Organization (WHO) met. WHO staff left."
    assert [(each.span.of(text), each.kind) for each in names(text)] == [
        ("World Health Organization", "organisation"), ("WHO", "organisation"), ("WHO", "organisation"),
    ]  # fmt: skip


def test_a_headline_names_nobody_and_a_sentence_below_it_does() -> None:
    text = "Prices Rise Again After Harsh Winter\n\nPrices rose, Ann Lee said."
    assert said(text) == ["Ann Lee"]


@given(HOSTILE)
def test_any_text_gives_names_in_order_inside_it_without_overlap(text: str) -> None:
    found = names(text)
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
    assert all(each.title is None or each.title.end <= each.span.start for each in found)


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = [
        "Ann ",
        "Ann Lee said. ",
        "J. ",
        "de ",
        "A",
        "(WHO) ",
        "\n\nA b",
        "Ministry of Health and Health ",
        "A B (AB) ",
        "of ",
    ]
    assert growing_faster(names, pieces) == []
