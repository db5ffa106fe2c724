"""Who is what: the words of an office, what changes it, of what it is one, and who holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.names.offices import Office, offices
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(
        ["president", "President", "Ann Lee", "former", "vice", "of", "the", "Leeds", ",", "-", "elect", "47", "th",
        "'s", "its",
         "was", "head", "secretary", "state", "general", " ", "\n", ".", "45", "Mr", "who"]
    ),
    max_size=30,
)  # fmt: skip
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES.map(" ".join) | PIECES.map("".join)


def only(text: str) -> Office:
    found = offices(text)
    assert len(found) == 1, [each.span.of(text) for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "modifiers", "of", "holder"),
    [
        ("They met President Ann Lee.", "president", (), None, "Ann Lee"),
        ("They met the mayor of Leeds.", "mayor", (), "Leeds", None),
        ("the former defence minister, Tom Berg, left", "defence minister", ("former",), None, "Tom Berg"),
        ("Ann Lee, the acting mayor of Leeds, left.", "mayor", ("acting",), "Leeds", "Ann Lee"),
        ("Tom Berg was prime minister of Norway.", "prime minister", (), "Norway", "Tom Berg"),
        ("Ann Lee, who was mayor of York, left.", "mayor", (), "York", "Ann Lee"),
        ("Odd Berg, 45, the coach of the team, left.", "coach", (), "the team", "Odd Berg"),
        ("They met Norway's former Prime Minister Tom Berg.", "prime minister", ("former",), "Norway", "Tom Berg"),
        ("They met French President Marie Curie.", "president", (), "French", "Marie Curie"),
        ("They met US Vice President Bob Day.", "vice president", (), "US", "Bob Day"),
        ("the U.S. Secretary of State, Ms Lee, said", "secretary of state", (), "U.S.", "Lee"),
        ("They met president-elect Ann Lee.", "president", ("elect",), None, "Ann Lee"),
        ("They met ex-president Tom Berg.", "president", ("ex",), None, "Tom Berg"),
        ("the 47th president spoke", "president", ("47th",), None, None),
        ("Ann Lee became the first president of the club.", "president", ("first",), "the club", "Ann Lee"),
        ("its deputy prime minister said", "prime minister", ("deputy",), "its", None),
        ("the head of the company said", "head", (), "the company", None),
        ("They met police chief Ann Lee.", "police chief", (), None, "Ann Lee"),
        ("They met attorney general Tom Berg.", "attorney general", (), None, "Tom Berg"),
        ("They met Secretary-General Ann Lee.", "secretary-general", (), None, "Ann Lee"),
        ("the ambassador to Norway left", "ambassador", (), "Norway", None),
        ("Chancellor of the Exchequer Ann Lee said", "chancellor of the exchequer", (), None, "Ann Lee"),
        ("the director of the Dallas branch of it", "director", (), "the Dallas branch", None),
        ("They met King Charles III.", "king", (), None, "Charles III"),
    ],
)
def test_an_office_has_its_words_modifiers_body_and_holder(
    text: str, words: str, modifiers: tuple[str, ...], of: str | None, holder: str | None
) -> None:
    found = only(text)
    assert (found.words, found.modifiers) == (words, modifiers)
    assert (found.of.of(text) if found.of else None) == of
    assert (found.holder.of(text) if found.holder else None) == holder


def test_the_place_of_an_office_holds_its_modifiers_and_not_its_holder() -> None:
    text = "They met the former vice president-elect Ann Lee."
    assert only(text).span.of(text) == "former vice president-elect"


@pytest.mark.parametrize(
    "text",
    [
        "his head hurt", "the chief concern", "a general strike", "They met at Queen Mary University.",
        "Ministers met.",
        "two presidents", "to judge by it", "she will chair it", "the team bus", "Norway's head start", "they coach it",
    ],
)  # fmt: skip
def test_what_heads_no_office_is_passed_over(text: str) -> None:
    assert offices(text) == []


@given(HOSTILE)
def test_any_text_gives_offices_in_order_inside_it_without_overlap(text: str) -> None:
    found = offices(text)
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
    for each in found:
        for part in (each.of, each.holder):
            assert part is None or (part.start < part.end <= len(text) and not part.overlaps(each.span))


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = [
        "president ",
        "President Ann Lee, ",
        "former ",
        "mayor of ",
        "-president",
        "King ",
        "Ann Lee, ",
        "general ",
    ]
    assert growing_faster(offices, pieces) == []
