"""Names of a parsed text: what they name, and the titles before them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.names.names import Name, names
from factcheck.language.parsing.parses import Parses
from tests.growth import grows_in_proportion


def only(parses: Parses, text: str) -> Name:
    found = names(parses.of(text))
    assert len(found) == 1, [each.span.of(text) for each in found]
    return found[0]


def told(parses: Parses, text: str) -> list[tuple[str, str, str | None]]:
    return [(each.span.of(text), each.kind, each.pronoun) for each in names(parses.of(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met Ms Berg.", "person"), ("They met Ann Olsen.", "person"), ("They met Odd Berg, 45, there.", "person"),
        ("They met the mayor Odd Berg there.", "person"), ("They met Defence Minister Odd Berg.", "person"),
        ("They met Widget Ltd there.", "body"), ("They met at the University of Leeds.", "body"),
        ("They sailed to the Gulf of Aden.", "place"), ("They met in Cook County now.", "place"),
        ("They met in the town of Ely.", "place"), ("They left Oslo.", "place"),
        ("Many Norwegians left.", "other"),
    ],
)  # fmt: skip
def test_a_name_has_the_kind_that_grammar_its_words_or_the_parser_say(parses: Parses, text: str, kind: str) -> None:
    assert only(parses, text).kind == kind


@pytest.mark.parametrize(
    ("text", "title", "name", "pronoun"),
    [
        ("They met Ms. Berg.", "Ms.", "Berg", "she"),
        ("They met Defence Minister Odd Berg.", "Defence Minister", "Odd Berg", None),
        ("They met Vice President Ann Lee's dog.", "Vice President", "Ann Lee", "she"),
        ("They met King Charles III there.", "King", "Charles III", "he"), ("They met Dr. Berg.", "Dr.", "Berg", None),
    ],
)  # fmt: skip
def test_a_title_stands_beside_the_name_and_not_in_it(
    parses: Parses, text: str, title: str, name: str, pronoun: str | None
) -> None:
    found = only(parses, text)
    assert found.title is not None
    assert (found.title.of(text), found.span.of(text), found.pronoun) == (title, name, pronoun)
    assert found.sure


def test_a_name_knows_its_words_its_sentence_and_the_parsers_own_label(parses: Parses) -> None:
    found = only(parses, "It rained. Later they met Jean-Luc Petit.")
    assert (found.words, found.sentence) == (("Jean", "-", "Luc", "Petit"), 1)
    assert found.label == "PERSON"
    assert not found.sure


def test_a_last_name_alone_is_the_person_it_belongs_to(parses: Parses) -> None:
    assert told(parses, "Ann Lee left Oslo. Later, Lee came back.") == [
        ("Ann Lee", "person", "she"), ("Oslo", "place", None), ("Lee", "person", "she"),
    ]  # fmt: skip


def test_a_last_name_of_two_people_with_different_pronouns_has_none(parses: Parses) -> None:
    assert told(parses, "Ann Lee met Tom Lee. Later, Lee came back.")[-1] == ("Lee", "person", None)


def test_what_grammar_is_sure_of_once_holds_for_all_mentions(parses: Parses) -> None:
    text = "Torvik hired Bo Xyrk. Bo Xyrk, 40, was glad. It let Bo Xyrk work. The rest is up to Bo Xyrk."
    assert {kind for name, kind, _ in told(parses, text) if name == "Bo Xyrk"} == {"person"}


def test_a_word_of_a_place_of_the_text_is_not_turned_into_a_person(parses: Parses) -> None:
    text = "Ann York was born in New York. She loves York."
    assert told(parses, text)[-1][1] != "person"


def test_what_names_no_person_has_no_pronoun(parses: Parses) -> None:
    assert told(parses, "They met at Maria College.") == [("Maria College", "body", None)]


def test_a_sentence_that_was_not_parsed_names_nobody() -> None:
    assert names(ParsedText(text="They met Ann Lee.", sentences=())) == []


@settings(max_examples=60)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
    | st.lists(
        st.sampled_from(
            ["Ann", "Lee", "Mr", ".", "President", "of", "the", "Bank", "Health", "and", "-", "'s", "\n", "J", "van",
             "(WHO)", "World Health Organization", ",", "45", "May", "Friday", "I", "NOT", "said", "“", "é", "&", "for"]
        ),
        max_size=30,
    ).map(" ".join)
)  # fmt: skip
def test_any_text_gives_names_in_order_inside_it_without_overlap(parses: Parses, text: str) -> None:
    found = names(parses.of(text))
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
    assert all(each.title is None or each.title.end <= each.span.start for each in found)


def test_the_time_grows_with_the_number_of_sentences_alone(parses: Parses) -> None:
    (sentence,) = parses.of("President Ann Lee, 45, met Lee of the Bank of Oslo (BO) in York.").sentences
    assert grows_in_proportion(lambda count: names(ParsedText(text="", sentences=(sentence,) * count)))
