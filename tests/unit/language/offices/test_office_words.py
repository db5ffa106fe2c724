"""The words around an office."""

from __future__ import annotations

from factcheck.language.offices.office_words import HEADS, MODIFIERS, OF_STATE, SENT_TO, STANDING


def test_words_that_say_whether_an_office_is_held_are_modifiers() -> None:
    assert STANDING <= MODIFIERS
    assert not MODIFIERS & HEADS - {"deputy"}


def test_what_is_sent_somewhere_or_has_an_end_of_state_heads_an_office() -> None:
    assert SENT_TO - {"envoy", "adviser"} <= HEADS
    assert OF_STATE.keys() - {"member"} <= HEADS
