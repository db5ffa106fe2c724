"""Where names begin and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.domain.parsed_text import Entity, ParsedSentence
from factcheck.language.names.name_places import Place, head_of, is_common, is_headline, name_places

Sentence = Callable[[str], ParsedSentence]


def said(sentence: ParsedSentence) -> list[str]:
    tokens = sentence.tokens
    return [" ".join(each.text for each in tokens[place.first : place.last + 1]) for place in name_places(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Jan van der Berg there.", ["Jan van der Berg"]),
        ("He met Omar al-Masri there.", ["Omar al - Masri"]), ("They saw the U.S. Army.", ["U.S. Army"]),
        ("It is run by the Bank of England.", ["Bank of England"]), ("She left Oslo's port.", ["Oslo"]),
        ("The Department of Health and Human Services said so.", ["Department of Health and Human Services"]),
        ("She met Mrs Brandt's deputy.", ["Brandt"]), ("She met Councillor Ann Lee.", ["Ann Lee"]),
        ("The World Health Organization (WHO) met.", ["World Health Organization", "WHO"]),
        ("She saw European Commission President Ann Lee.", ["European Commission", "Ann Lee"]),
        ("The Saudi Interior Ministry said so.", ["Saudi Interior Ministry"]),
        ("They drove through the Plains of Arafat.", ["Plains of Arafat"]),
        ("The Women's Institute met.", ["Women 's Institute"]),
        ("She saw French President Ann Lee.", ["French", "Ann Lee"]),
        ("They asked the Prime Minister.", []), ("They met the Defence Secretary.", []),
        ("The Secretary of State left.", []), ("He met the Norwegian chief of staff.", ["Norwegian"]),
        ("They left on Friday in May.", []), ("The dog and I ate.", []), ("Police said so.", []),
        ("Library visits fell in Leeds.", ["Leeds"]), ("Leeds mayor Tom Berg left.", ["Leeds", "Tom Berg"]),
        ("It cost NZ $ 26 million.", []), ("They spoke with IAEA Director Ann Lee.", ["IAEA", "Ann Lee"]),
    ],
)  # fmt: skip
def test_a_name_holds_what_belongs_to_it_and_nothing_else(sentence: Sentence, text: str, expected: list[str]) -> None:
    assert said(sentence(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices Rise Again After Harsh Winter", True), ("PRICES RISE AGAIN AFTER HARSH WINTER", True),
        ("Prices rise again after harsh winter", False), ("Prices Rise", False),
        ("Ann Lee Met Tom Berg In North Dakota.", False), ("Prices Rise in the Far North of Norway", True),
    ],
)  # fmt: skip
def test_a_headline_has_capitals_that_tell_nothing(sentence: Sentence, text: str, expected: bool) -> None:
    assert is_headline(sentence(text)) is expected


def test_a_headline_names_only_what_the_parser_is_sure_of(sentence: Sentence) -> None:
    assert said(sentence("Prices Rise Again After Harsh Winter")) == []
    assert said(sentence("NORTH KOREA SAYS IT TESTED MISSILE")) == ["NORTH KOREA"]


def test_a_headline_is_no_name_from_end_to_end(sentence: Sentence) -> None:
    text = "Many Towns Receive Equal Number of Captives"
    read = sentence(text)
    whole = Entity(label="ORG", first=0, last=len(read.tokens) - 1)
    assert name_places(replace(read, entities=(whole,))) == []
    part = Entity(label="ORG", first=0, last=1)
    assert name_places(replace(read, entities=(part,))) == [Place(0, 1, "ORG")]


def test_the_head_of_a_name_is_what_its_other_words_depend_on(sentence: Sentence) -> None:
    read = sentence("They met at the Bank of England.")
    assert head_of(read.tokens[4:7]).text == "Bank"
    read = sentence("They met Jan van der Berg.")
    assert head_of(read.tokens[2:6]).text == "Berg"


def test_a_common_word_is_one_of_the_lexicon_in_small_letters(sentence: Sentence) -> None:
    read = sentence("Library Defence Torvik xyrk")
    assert [is_common(each) for each in read.tokens] == [True, True, False, True]


def test_a_name_that_is_joined_is_what_its_last_part_is_and_a_person_stays_one(sentence: Sentence) -> None:
    def labels(text: str, *entities: Entity) -> list[tuple[int, int, str]]:
        read = replace(sentence(text), entities=entities)
        return [(each.first, each.last, each.label) for each in name_places(read)]

    text = "They met Odd Berg there."
    assert labels(text, Entity(label="PERSON", first=2, last=2)) == [(2, 3, "PERSON")]
    assert labels(text, Entity(label="ORG", first=3, last=3)) == [(2, 3, "ORG")]
    assert labels(text, Entity(label="NORP", first=2, last=2)) == [(2, 3, "")]
    assert labels(text) == [(2, 3, "")]
    two = (Entity(label="ORG", first=2, last=2), Entity(label="PERSON", first=3, last=3))
    assert labels(text, *two) == [(2, 2, "ORG"), (3, 3, "PERSON")]
