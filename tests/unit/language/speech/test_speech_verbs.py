"""The lists of verbs and nouns of saying stand once, and don't contradict each other."""

from __future__ import annotations

from factcheck.language.speech import speech_verbs
from factcheck.language.speech.speech_verbs import (
    ACCUSING,
    BELIEVING,
    CALLING,
    DENYING,
    SAYING,
    SHOWING,
    STATEMENTS,
    TEXTS,
    WEIGHING,
    WITHHOLDING,
)


def test_a_verb_is_held_denied_or_withheld() -> None:
    groups = (SAYING, BELIEVING, DENYING, WITHHOLDING, WEIGHING, CALLING, ACCUSING)
    assert sum(map(len, groups)) == len(frozenset().union(*groups)) + len(SAYING & (BELIEVING | WITHHOLDING))
    assert {"suggest"} <= SAYING & WITHHOLDING
    assert not (SAYING | BELIEVING) & (DENYING | WEIGHING | CALLING | ACCUSING)


def test_what_states_is_a_text_and_what_shows_may_be() -> None:
    assert STATEMENTS <= TEXTS
    assert "study" in TEXTS & SHOWING
    assert "letter" not in SHOWING


def test_words_are_dictionary_forms_in_small_letters() -> None:
    lists = [each for name, each in vars(speech_verbs).items() if name.isupper()]
    assert len(lists) > 5
    assert all(word.islower() and word.isalpha() for each in lists for word in each)
