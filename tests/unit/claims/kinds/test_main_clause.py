"""Which clause of a sentence speaks, and by which verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.claims.clauses.part import put_in
from factcheck.claims.kinds.main_clause import MainClause, main_clause
from factcheck.domain.parsed_text import ParsedSentence

Clause = Callable[[str], MainClause]
Sentence = Callable[[str], ParsedSentence]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The dam broke.", "break"),
        ("The dam was built in May.", "build"),
        ("The dam has never been repaired.", "repair"),
        ("The dam will not be repaired.", "repair"),
        ("The dam is old.", "be"),
        ("When it rained, the dam broke.", "break"),
        ("The dam broke and flooded the valley.", "break"),
        ("The man who had built the dam has retired.", "retire"),
        ("The man who built the dam retired in May.", "retire"),
        ("The board said that the dam had broken.", "say"),
    ],
)
def test_the_verb_is_that_of_the_first_clause_that_depends_on_no_other(clause: Clause, text: str, lemma: str) -> None:
    assert clause(text).lemma == lemma


def test_without_a_finite_verb_there_is_no_main_clause(sentence: Sentence) -> None:
    assert main_clause(sentence("A rare moment of peace.").tokens) is None
    assert main_clause(sentence("Founded in Leeds by a farmer.").tokens) is None
    assert main_clause(()) is None


@pytest.mark.parametrize(
    ("text", "passive", "progressive", "perfect", "past"),
    [
        ("The dam was built.", True, False, False, True),
        ("The dam is built of stone.", True, False, False, False),
        ("They were leaving.", False, True, False, True),
        ("They are leaving.", False, True, False, False),
        ("They are being sued.", True, True, False, False),
        ("They have left.", False, False, True, True),
        ("They may have left.", False, False, True, False),
        ("They left.", False, False, False, True),
        ("They leave.", False, False, False, False),
        ("They had been arrested.", True, False, True, True),
        ("He was old.", False, False, False, True),
    ],
)
def test_the_forms_of_a_verb_tell_voice_and_tense(
    clause: Clause, text: str, passive: bool, progressive: bool, perfect: bool, past: bool
) -> None:
    found = clause(text)
    assert (found.is_passive, found.is_progressive, found.is_perfect, found.is_past) == (
        passive,
        progressive,
        perfect,
        past,
    )


@pytest.mark.parametrize(("text", "modal"), [("It will break.", "will"), ("It won't.", "wo"), ("It broke.", "")])
def test_a_modal_verb_is_told(clause: Clause, text: str, modal: str) -> None:
    assert clause(text).modal == modal


def test_a_denial_of_the_verb_is_told(clause: Clause) -> None:
    assert clause("They did not reach him.").is_negated
    assert not clause("They reached no agreement, not even a small one.").is_negated


def test_the_subject_is_the_noun_that_the_verb_speaks_of(clause: Clause) -> None:
    found = clause("The owner of the old mill sold it.")
    assert found.subject is not None
    assert found.tokens[found.subject].text == "owner"


def test_a_relative_clause_of_its_own_has_the_noun_before_it_as_subject(sentence: Sentence) -> None:
    whole = sentence("The owner, who runs a mill, left.").tokens
    part = main_clause((*whole[:2], *whole[4:7]))
    assert part is not None
    assert part.lemma == "run"
    assert part.subject is not None
    assert part.tokens[part.subject].text == "owner"


def test_an_apposition_made_a_sentence_has_its_noun_as_complement(sentence: Sentence) -> None:
    whole = sentence("Ann Lee, the mayor of Leeds, left.").tokens
    part = main_clause((*whole[:2], put_in("was", "VBZ", at=whole[1], after=True), *whole[3:7]))
    assert part is not None
    assert part.lemma == "be"
    assert part.is_past
    assert part.complement is not None
    assert part.tokens[part.complement].text == "mayor"


def test_a_word_that_was_put_in_stands_for_no_other(sentence: Sentence) -> None:
    whole = sentence("Smoke rose, closing the road.").tokens
    made = (put_in("This", "DT", at=whole[3]), replace(whole[3], text="closed", tag="VBD"), *whole[4:])
    part = main_clause(made)
    assert part is not None
    assert part.verb == 1
    assert part.heads[0] is None
    assert part.tokens[part.children(1, "dobj")[0]].text == "road"


def test_a_clause_about_a_noun_is_not_what_the_main_clause_says(clause: Clause) -> None:
    found = clause("Police met the man who had caused the flood.")
    words = [token.text for token in found.tokens]
    assert not found.says(words.index("caused"))
    assert found.says(words.index("man"))


def test_prepositions_are_found_where_they_depend_on_a_word_or_follow_it(clause: Clause) -> None:
    found = clause("The policy led directly to a shortage.")
    assert found.preposition(found.verb, "to")
    assert not found.preposition(found.verb, "from")


@pytest.mark.parametrize(("text", "expected"), [("They hope to win.", True), ("They hope for rain.", False)])
def test_an_infinitive_that_depends_on_a_word_is_told(clause: Clause, text: str, expected: bool) -> None:
    found = clause(text)
    assert found.infinitive(found.verb) is expected


def test_a_subtree_is_a_word_with_all_that_depends_on_it(clause: Clause) -> None:
    found = clause("A study shows that many bees die.")
    content = found.children(found.verb, "ccomp")[0]
    assert [token.text for token in found.subtree(content)] == ["that", "many", "bees", "die"]
