"""Who is what: the words of an office, what changes it, of what it is one, and who holds it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.names.names import names
from factcheck.language.offices.offices import Office, offices
from factcheck.language.parsing.parses import Parses
from tests.growth import grows_in_proportion


def only(parses: Parses, text: str) -> Office:
    found = offices(parses.of(text))
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
        ("Tom Berg served as mayor of Leeds until 2019.", "mayor", (), "Leeds", "Tom Berg"),
        ("They named Ann Lee as mayor of York.", "mayor", (), "York", "Ann Lee"),
        ("Ann Lee replaced Tom Berg as mayor of York.", "mayor", (), "York", "Ann Lee"),
        ("Ann Lee, elected as mayor of York, left.", "mayor", (), "York", "Ann Lee"),
        ("The mayor, Ann Lee said, is ill.", "mayor", (), None, None),
        ("Norway's President Ann Lee left.", "president", (), "Norway", "Ann Lee"),
        ("The former U.S. president Bob Day left.", "president", ("former",), "U.S.", "Bob Day"),
        ("Ann Lee was not mayor of York.", "mayor", (), "York", None),
        ("Ann Lee may become mayor of York.", "mayor", (), "York", None),
        ("Ann Lee wants to be mayor of York.", "mayor", (), "York", None),
        ("The town's popular mayor left.", "mayor", (), "The town", None),
        ("They met the chief of staff, Ann Lee.", "chief of staff", (), None, "Ann Lee"),
        ("They met director Ann Lee.", "director", (), None, "Ann Lee"),
        ("They met the first lady.", "first lady", (), None, None),
        ("They met First Minister Ann Lee.", "first minister", (), None, "Ann Lee"),
        ("They met the chief executive of the club.", "chief executive", (), "the club", None),
    ],
)
def test_an_office_has_its_words_modifiers_body_and_holder(
    parses: Parses, text: str, words: str, modifiers: tuple[str, ...], of: str | None, holder: str | None
) -> None:
    found = only(parses, text)
    assert (found.words, found.modifiers) == (words, modifiers)
    assert (found.of.of(text) if found.of else None) == of
    assert (found.holder.of(text) if found.holder else None) == holder


def test_the_place_of_an_office_holds_its_modifiers_and_not_its_holder(parses: Parses) -> None:
    text = "They met the former vice president-elect Ann Lee."
    assert only(parses, text).span.of(text) == "former vice president-elect"


@pytest.mark.parametrize(
    "text",
    [
        "his head hurt", "the chief concern", "a general strike", "They met at Queen Mary University.",
        "Ministers met.",
        "two presidents", "to judge by it", "she will chair it", "the team bus", "Norway's head start", "they coach it",
        "Ann Lee is the leader.",
    ],
)  # fmt: skip
def test_what_heads_no_office_is_passed_over(parses: Parses, text: str) -> None:
    assert offices(parses.of(text)) == []


def test_names_that_are_known_already_are_not_looked_for_again(parses: Parses) -> None:
    parsed = parses.of("They met President Ann Lee.")
    assert offices(parsed, names(parsed)) == offices(parsed)
    assert offices(parsed, []) == []


def test_a_sentence_that_was_not_parsed_has_no_offices() -> None:
    assert offices(ParsedText(text="They met President Ann Lee.", sentences=())) == []


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["president", "President", "Ann Lee", "former", "vice", "of", "the", "Leeds", ",", "-", "elect", "47th",
             "'s", "its", "was", "head", "secretary", "state", "general", ".", "45", "Mr", "who", "first", "lady"]
        ),
        max_size=30,
    ).map(" ".join)
)  # fmt: skip
def test_any_text_gives_offices_in_order_inside_it_without_overlap(parses: Parses, text: str) -> None:
    found = offices(parses.of(text))
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
    for each in found:
        for part in (each.of, each.holder):
            assert part is None or part.start < part.end <= len(text)


def test_the_time_grows_with_the_number_of_sentences_alone(parses: Parses) -> None:
    (sentence,) = parses.of("The former mayor of Leeds, Ann Lee, met its president.").sentences
    assert grows_in_proportion(lambda count: offices(ParsedText(text="", sentences=(sentence,) * count)))
