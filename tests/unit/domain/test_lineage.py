"""Steps, substitutions and standings in the words that people read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.domain.claims import Ambiguity, ClaimKind, Standing, Substitution
from factcheck.domain.lineage import STANDING_WORDS, ClaimStep, StepAct, Wording, ambiguity_words, substitution_words
from factcheck.domain.spans import Span

STEP = ClaimStep(number=7, claim_id="c-1", act=StepAct.EDIT, by="Ana", at=datetime(2026, 1, 1, tzinfo=UTC), revision=1)
OLD = Wording(checked="It ran.", kind=ClaimKind.EVENT)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (STEP, "edited c-1"),
        (replace(STEP, act=StepAct.SPLIT, related_ids=("c-2", "c-3")), "split c-1 into c-2, c-3"),
        (replace(STEP, act=StepAct.MERGE, related_ids=("c-2",)), "merged c-1 into c-2"),
        (replace(STEP, act=StepAct.DROP), "dropped c-1"),
        (replace(STEP, act=StepAct.RESTORE), "restored c-1"),
        (replace(STEP, act=StepAct.RESTORE, takes_back=3, related_ids=("c-2",)), "restored c-1, taking step 3 back"),
        (replace(STEP, act=StepAct.RESTORE, related_ids=("c-2",)), "gave c-1 up for c-2"),
    ],
)
def test_a_step_says_what_was_done(step: ClaimStep, words: str) -> None:
    assert step.words == words


def test_a_step_names_only_what_it_changed() -> None:
    assert STEP.changes == ()
    assert replace(STEP, before=OLD, after=OLD).changes == ()
    assert replace(STEP, before=OLD, after=replace(OLD, checked="It sank.")).changes == ("“It ran.” → “It sank.”",)
    other = replace(OLD, kind=ClaimKind.OPINION, speaker="Ana")
    assert replace(STEP, before=OLD, after=other).changes == ("event → opinion", "said by the article → said by Ana")


def test_substitutions_and_ambiguities_say_why() -> None:
    made = Substitution(span=Span(0, 2), said="he", written="Ann Lee", why="named before")
    assert substitution_words(made) == "“he” → “Ann Lee”: named before"
    assert substitution_words(replace(made, said="")) == "put in “Ann Lee”: named before"
    unclear = Ambiguity(span=Span(0, 4), said="they", why="two groups")
    assert ambiguity_words(unclear) == "unclear “they”: two groups"
    assert ambiguity_words(replace(unclear, candidates=("a", "b"))) == "unclear “they”: two groups (perhaps a, b)"


def test_every_standing_but_listed_says_why() -> None:
    assert {standing for standing in Standing if not STANDING_WORDS[standing]} == {Standing.LISTED}
