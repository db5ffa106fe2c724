"""Who holds an office."""

from __future__ import annotations

import pytest

from factcheck.language.names.names import names
from factcheck.language.offices.office_holders import holder_of, is_title_of
from factcheck.language.offices.office_phrases import phrase_at
from factcheck.language.parsing.parses import Parses


def holder(parses: Parses, text: str, head: str = "mayor") -> str | None:
    parsed = parses.of(text)
    (read,) = parsed.sentences
    people = {token.place: each for each in names(parsed) for token in each.tokens if each.kind == "person"}
    phrase = phrase_at(read, next(each for each in read.tokens if each.text == head), people.keys())
    assert phrase is not None
    found = holder_of(read, phrase, people)
    return found.span.of(text) if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "They met mayor Ann Lee.", "They met the mayor, Ann Lee.", "Ann Lee, the mayor of York, left.",
        "The mayor, Ann Lee said he left.", "Ann Lee is mayor of York.", "Ann Lee became mayor in 2019.",
        "Ann Lee, who was mayor of York, left.", "Ann Lee has been mayor since May.", "Ann Lee served as mayor.",
        "They named Ann Lee as mayor.", "Ann Lee succeeded Tom Berg as mayor.", "Ann Lee, elected as mayor, left.",
        "Ann Lee was sworn in as mayor.", "Ann Lee was elected mayor of York.",
    ],
)  # fmt: skip
def test_a_holder_stands_beside_the_office_or_it_is_said_of_one(parses: Parses, text: str) -> None:
    assert holder(parses, text) == "Ann Lee"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met the mayor.", "Ann Lee is not the mayor.", "Ann Lee may become mayor.",
        "Ann Lee hopes to be mayor.", "Ann Lee will be mayor.", "The mayor of York left.", "Ann Lee likes the mayor.",
        "The mayor left with Ann Lee.", "Ann Lee spoke for the mayor.", "It was the mayor.",
        "Ann Lee said the mayor left.", "The mayor, they say, knows Ann Lee.",
    ],
)  # fmt: skip
def test_nobody_else_is_its_holder(parses: Parses, text: str) -> None:
    assert holder(parses, text) is None


def test_the_title_of_a_name_holds_its_office(parses: Parses) -> None:
    parsed = parses.of("They met the mayor and Minister Ann Lee.")
    (name,) = names(parsed)
    inside = {each.text: is_title_of(each, name) for each in parsed.tokens}
    assert inside["Minister"]
    assert not inside["mayor"]
    assert not inside["Ann"]
