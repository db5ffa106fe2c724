"""Claims reworded, dropped and restored: signed, kept as steps, and never at the cost of a decision."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from factcheck import wiring
from factcheck.domain.claims import ClaimKind, Standing
from factcheck.domain.lineage import ClaimStep, StepAct
from factcheck.domain.matches import Match
from factcheck.domain.reviews import Act, NewDecision, ReviewEvent
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.errors import ConflictError, FactcheckError, StoreError, UsageError
from factcheck.settings import Settings
from factcheck.workbench.deciding import attach, decide, undo
from factcheck.workbench.editing import Change, drop, edit, restore, undo_last
from factcheck.workbench.indexing import embed_missing, open_index
from factcheck.workbench.matching import open_claims
from factcheck.workbench.reading import claim_rows, claim_view
from factcheck.workbench.stepping import state_now
from tests.patience import PATIENCE
from tests.unit.workbench.conftest import ENCODER

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk

NEW = "Ann Lee closed the northern pier in January."
UNSURE = NewDecision(status=Status.NOT_ENOUGH_EVIDENCE, rationale="The log is silent.")


def suggested(desk: Desk, number: int) -> Suggestion:
    """A suggestion on a claim as it is worded now, stored."""
    claim = desk.claim(number)
    weighed = WeighedPassage(
        match=Match(passage_id=desk.passages[0].id, fused=0.1, lexical_score=1.0, vector_score=None),
        stance=Stance(passage_id=desk.passages[0].id, label=StanceLabel.SUPPORTS, scores=(1.0, 0.0, 0.0)),
    )
    made = Suggestion(
        claim_id=claim.id,
        status=Status.SUPPORTED,
        confidence=None,
        model="trained cross-encoder",
        version="1",
        basis=claim.checked,
        passages=(weighed,),
        deciding_passage_id=desk.passages[0].id,
        reasons=(),
        gaps=(),
        suggested_at=desk.bench.now(),
    )
    with desk.bench.database.transaction():
        desk.bench.suggestions.add(made, checked=claim.checked)
    return made


def test_an_edit_changes_what_is_checked_and_never_what_was_said(desk: Desk) -> None:
    before = desk.claims[1]
    step = edit(desk.bench, before.id, Change(checked=f"  {NEW}\n"), by=" Ana ", reason="clearer")
    assert desk.claim(1) == replace(before, checked=NEW, substitutions=before.substitutions[1:], worthiness_by="")
    assert (step.act, step.by, step.revision, step.reason) == (StepAct.EDIT, "Ana", 1, "clearer")
    assert step.before is not None
    assert step.after is not None
    assert (step.before.checked, step.after.checked) == (before.checked, NEW)
    assert step.before.substitutions == before.substitutions
    assert claim_view(desk.bench, before.id).lineage == (step,)


def test_a_substitution_is_undone_and_the_edit_taken_back(desk: Desk) -> None:
    before = desk.claims[1]
    edit(desk.bench, before.id, Change(without=["Friday", "she"]), by="Ana")
    after = desk.claim(1)
    assert after.checked == " ".join(before.said.split())
    assert after.substitutions == ()
    step = restore(desk.bench, before.id, by="Ben")
    assert desk.claim(1) == replace(before, worthiness_by="")  # to be ranked again
    assert (step.act, step.takes_back) == (StepAct.RESTORE, 1)


def test_edits_are_taken_back_one_by_one_and_then_there_is_nothing_left(desk: Desk) -> None:
    before = desk.claims[0]
    edit(desk.bench, before.id, Change(kind=ClaimKind.OFFICE), by="Ana")
    edit(desk.bench, before.id, Change(speaker="the mayor"), by="Ben")
    edit(desk.bench, before.id, Change(speaker="", checked=NEW), by="Ana")
    assert (desk.claim(0).kind, desk.claim(0).speaker, desk.claim(0).checked) == (ClaimKind.OFFICE, None, NEW)
    restore(desk.bench, before.id, by="Ana")
    assert (desk.claim(0).speaker, desk.claim(0).checked) == ("the mayor", before.checked)
    restore(desk.bench, before.id, by="Ana")
    restore(desk.bench, before.id, by="Ana")
    assert desk.claim(0) == before
    with pytest.raises(UsageError, match="Nothing has been done"):
        restore(desk.bench, before.id, by="Ana")
    assert [step.takes_back for step in desk.bench.steps.of_claim(before.id)][3:] == [3, 2, 1]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(), "has this wording"),
        (Change(checked="Ann Lee ran  the harbour."), "has this wording"),
        (Change(checked=""), "says nothing"),
        (Change(checked="x", without=["she"]), "don't go together"),
        (Change(without=["she"]), "No substitution"),
        (Change(kind=ClaimKind.QUESTION), "asserts nothing"),
        (Change(kind=ClaimKind.NOT_A_CLAIM), "asserts nothing"),
        (Change(speaker="\x07\x07!a"), "not text"),
    ],
)
def test_an_edit_that_is_none_is_refused_and_nothing_stored(desk: Desk, change: Change, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        edit(desk.bench, desk.claims[0].id, change, by="Ana")
    assert caught.value.hint
    assert desk.claim(0) == desk.claims[0]
    assert desk.bench.steps.of_claims() == {}


@pytest.mark.parametrize("by", ["", " ", "\x1b", "\u200b"])
def test_nobody_edits_without_a_name(desk: Desk, by: str) -> None:
    for act in (edit, drop, restore):
        arguments = [Change(checked=NEW)] if act is edit else []
        with pytest.raises(UsageError):
            act(desk.bench, desk.claims[0].id, *arguments, by=by)
    assert desk.bench.steps.of_claims() == {}


def test_an_unknown_claim_is_a_usage_error(desk: Desk) -> None:
    for act in (drop, restore):
        with pytest.raises(UsageError, match="no claim"):
            act(desk.bench, "c-000000000000", by="Ana")


def test_an_edit_drops_the_vector_and_the_index_follows(desk: Desk) -> None:
    ids = [claim.id for claim in desk.claims]
    desk.embed({claim_id: [float(row == place) for row in range(8)] for place, claim_id in enumerate(ids)})
    edit(desk.bench, ids[0], Change(kind=ClaimKind.OFFICE), by="Ana")
    assert desk.bench.vectors.having("claim", ENCODER, ids) == ids
    edit(desk.bench, ids[0], Change(checked=NEW), by="Ana")
    assert desk.bench.vectors.having("claim", ENCODER, ids) == ids[1:]
    assert desk.bench.vectors.missing("claim", ENCODER) == [(ids[0], NEW)]
    index = open_index(desk.bench, "claim", ENCODER)
    assert index is not None
    assert len(index) == 2


def test_a_vector_of_words_that_were_changed_meanwhile_is_not_stored(desk: Desk) -> None:
    class Encoder:
        name, dimension = ENCODER, 8

        def encode(self, texts: list[str]) -> object:
            import numpy as np

            if NEW not in texts:
                edit(desk.bench, desk.claims[0].id, Change(checked=NEW), by="Ana")
            return np.eye(8, dtype=np.float32)[: len(texts)]

    desk.bench.encoder = Encoder()  # type: ignore[assignment]
    assert [*embed_missing(desk.bench, "claim")] == [(3, 3)]
    assert desk.bench.vectors.missing("claim", ENCODER) == [(desk.claims[0].id, NEW)]
    assert [*embed_missing(desk.bench, "claim")] == [(1, 1)]
    assert desk.bench.vectors.missing("claim", ENCODER) == []


def test_a_suggestion_on_other_words_is_not_shown(desk: Desk) -> None:
    made = suggested(desk, 0)
    edit(desk.bench, made.claim_id, Change(checked=NEW), by="Ana")
    assert claim_view(desk.bench, made.claim_id).suggestion is None
    assert all(row.suggestion is None for row in claim_rows(desk.bench))
    restore(desk.bench, made.claim_id, by="Ana")
    assert claim_view(desk.bench, made.claim_id).suggestion == made


def test_a_decision_on_other_words_stays_in_the_history_and_does_not_count(desk: Desk) -> None:
    claim_id = desk.claims[0].id
    decision = decide(desk.bench, claim_id, UNSURE, by="Ana")
    edit(desk.bench, claim_id, Change(checked=NEW), by="Ana")
    view = claim_view(desk.bench, claim_id)
    assert (view.state.status, view.state.decision, view.state.outdated) == (Status.IN_REVIEW, None, decision)
    assert view.history == (decision,)
    assert claim_id in [claim.id for claim in open_claims(desk.bench)]
    with pytest.raises(UsageError, match="no decision of Ana"):
        undo(desk.bench, by="Ana")
    again = decide(desk.bench, claim_id, UNSURE, by="Ben")
    assert again.revision == 3
    restore(desk.bench, claim_id, by="Ben")
    assert state_now(desk.bench, claim_id).decision == decision


def test_the_words_under_another_persons_decision_change_only_where_it_was_seen(desk: Desk) -> None:
    claim_id = desk.claims[0].id
    decide(desk.bench, claim_id, UNSURE, by="Ana")
    with pytest.raises(ConflictError, match="Ana decided"):
        drop(desk.bench, claim_id, by="Ben")
    with pytest.raises(ConflictError, match="Ana decided") as caught:
        edit(desk.bench, claim_id, Change(checked=NEW), by="Ben")
    assert "--supersede" in caught.value.hint
    edit(desk.bench, claim_id, Change(kind=ClaimKind.OFFICE), by="Ben")  # not the words
    with pytest.raises(ConflictError, match="while you were looking"):
        edit(desk.bench, claim_id, Change(checked=NEW), by="Ben", based_on=1)
    edit(desk.bench, claim_id, Change(checked=NEW), by="Ben", based_on=2)
    assert desk.claim(0).checked == NEW


def test_whoever_looked_at_the_old_words_cannot_sign_the_new_ones(desk: Desk) -> None:
    claim_id = desk.claims[0].id
    edit(desk.bench, claim_id, Change(checked=NEW), by="Ben")
    with pytest.raises(ConflictError, match="Ben changed the words") as caught:
        decide(desk.bench, claim_id, UNSURE, by="Ana", based_on=0)
    assert "Look at the claim again" in caught.value.hint
    assert decide(desk.bench, claim_id, UNSURE, by="Ana", based_on=1).revision == 2


def test_a_dropped_claim_is_off_the_list_with_its_decision_and_comes_back_with_it(desk: Desk) -> None:
    claim_id = desk.claims[2].id
    decision = decide(desk.bench, claim_id, UNSURE, by="Ana")
    drop(desk.bench, claim_id, by="Ana", reason="said twice")
    assert desk.claim(2).standing is Standing.DROPPED
    assert claim_id not in desk.listed
    assert claim_view(desk.bench, claim_id).history == (decision,)
    for act in (
        lambda: drop(desk.bench, claim_id, by="Ana"),
        lambda: edit(desk.bench, claim_id, Change(checked=NEW), by="Ana"),
        lambda: decide(desk.bench, claim_id, UNSURE, by="Ana"),
        lambda: attach(desk.bench, claim_id, desk.passages[0].id, by="Ana"),
    ):
        with pytest.raises(UsageError, match="was dropped by Ana") as caught:
            act()
        assert f"restore {claim_id}" in caught.value.hint
    restore(desk.bench, claim_id, by="Ben")
    assert claim_id in desk.listed
    assert state_now(desk.bench, claim_id).decision == decision


def test_what_the_detector_withdrew_can_be_brought_back_by_a_person(desk: Desk) -> None:
    claim_id = desk.claims[0].id
    with desk.bench.database.transaction():
        desk.bench.claims.set_standing([claim_id], Standing.WITHDRAWN)
    restore(desk.bench, claim_id, by="Ana")
    assert claim_id in desk.listed
    assert claim_id in desk.bench.claims.touched_by_people(desk.article.id)


def test_undo_takes_back_what_came_last_of_ones_own(desk: Desk) -> None:
    bench, (first, second, _) = desk.bench, [claim.id for claim in desk.claims]
    decision = decide(bench, first, UNSURE, by="Ana")
    edit(bench, second, Change(checked=NEW), by="Ana")
    drop(bench, second, by="Ana")
    edit(bench, first, Change(kind=ClaimKind.OFFICE), by="Ben")
    decide(bench, desk.claims[2].id, UNSURE, by="Ana")
    undone = [undo_last(bench, by="Ana") for _ in range(4)]
    assert [type(each) for each in undone] == [ReviewEvent, ClaimStep, ClaimStep, ReviewEvent]
    assert isinstance(undone[3], ReviewEvent)
    assert (undone[3].act, undone[3].withdraws) == (Act.WITHDRAW, decision.number)
    assert desk.claim(1) == replace(desk.claims[1], worthiness_by="")
    with pytest.raises(UsageError, match="of Ana to undo"):
        undo_last(bench, by="Ana")
    assert desk.claim(0).kind is ClaimKind.OFFICE


def test_undo_does_not_take_back_what_another_person_built_on(desk: Desk) -> None:
    claim_id = desk.claims[0].id
    edit(desk.bench, claim_id, Change(checked=NEW), by="Ana")
    edit(desk.bench, claim_id, Change(kind=ClaimKind.OFFICE), by="Ben")
    with pytest.raises(UsageError, match="Ben changed"):
        undo_last(desk.bench, by="Ana")
    assert desk.claim(0).checked == NEW


@pytest.mark.parametrize("based_on", [0, None])
def test_of_several_who_edit_at_once_nobody_overwrites_what_was_not_seen(desk: Desk, based_on: int | None) -> None:
    """Real threads on a real file. From one state one wins; without one each edit is a step on the last."""
    path, claim_id = desk.bench.database.path, desk.claims[0].id
    names = ("Ana", "Ben", "Cho")
    start = Barrier(len(names))

    def act(by: str) -> bool:
        bench = wiring.open_workbench(Settings(db=str(path), busy_seconds=PATIENCE))
        with bench.database:
            start.wait()
            try:
                edit(bench, claim_id, Change(checked=f"{by} wrote this."), by=by, based_on=based_on)
            except ConflictError:
                return False
        return True

    with ThreadPoolExecutor(len(names)) as pool:
        won = [*pool.map(act, names)]
    steps = desk.bench.steps.of_claim(claim_id)
    assert sum(won) == len(steps) == (1 if based_on == 0 else 3)
    assert [step.revision for step in steps] == [*range(1, len(steps) + 1)]
    words = [desk.claims[0].checked, *(step.after.checked for step in steps if step.after)]
    assert [step.before.checked for step in steps if step.before] == words[:-1]
    assert desk.claim(0).checked == words[-1]


def test_an_edit_that_is_killed_in_the_middle_leaves_nothing_of_it(desk: Desk) -> None:
    """Killed for certain between the new words and the line in the log."""
    program = (
        "import os, signal, sys\n"
        "from factcheck import wiring; from factcheck.settings import Settings\n"
        "from factcheck.store.steps import StepRepository; from factcheck.workbench.editing import Change, edit\n"
        "StepRepository.add = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "bench = wiring.open_workbench(Settings(db=sys.argv[1]))\n"
        "edit(bench, sys.argv[2], Change(checked='It sank.'), by='Ana')\n"
    )
    command = [sys.executable, "-c", program, str(desk.bench.database.path), desk.claims[0].id]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert desk.claim(0) == desk.claims[0]
    assert desk.bench.steps.of_claims() == {}


def test_a_locked_workbench_refuses_an_edit_whole(desk: Desk) -> None:
    other = wiring.open_workbench(Settings(db=str(desk.bench.database.path), busy_seconds=0.1))
    with other.database, desk.bench.database.transaction(), pytest.raises(StoreError, match="locked") as caught:
        edit(other, desk.claims[0].id, Change(checked=NEW), by="Ana")
    assert isinstance(caught.value, FactcheckError)
    assert desk.claim(0) == desk.claims[0]
