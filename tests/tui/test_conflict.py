"""Two people decide on one claim: each sees the other's decision, and nothing is overruled unseen."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from factcheck.domain.statuses import Status
from factcheck.tui.screens.conflict import ConflictScreen
from factcheck.workbench.editing import Change, edit
from tests.tui.sample import Bench
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow

SIZES = [(80, 24), (120, 40)]


def field(seat: Seat) -> TextArea:
    return seat.screen.query_one(TextArea)


def draft(bench: Bench, claim: int = 0, *, by: str = "Ana") -> str | None:
    found = bench.view(claim, by=by).draft
    return found.rationale if found else None


@pytest.mark.parametrize("size", SIZES)
def test_a_conflict_shows_both_decisions_and_mine_can_be_signed_over_theirs(
    stage: Stage, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("I say yes")
        stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="Ben says no.")
        await seat.press("ctrl+s")
        assert isinstance(seat.screen, ConflictScreen)
        text = seat.text
        for words in ("Someone else decided first", "Ben", "✘ refuted", "Ben says no.", "✔ supported", "I say yes"):
            assert words in text
        assert stage.bench.status() is Status.REFUTED
        await seat.press("m")
        decision = stage.bench.decision()
        assert (decision.by, decision.status, decision.rationale) == ("Ana", Status.SUPPORTED, "I say yes")
        assert [event.by for event in stage.bench.view().history if event.status] == ["Ben", "Ana"]
        assert seat.is_back

    stage.play(play, size=size)


def test_keeping_theirs_leaves_mine_as_a_draft(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("I say yes")
        stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="Ben says no.")
        await seat.press("ctrl+s", "t")
        assert seat.is_back
        assert stage.bench.decision().by == "Ben"
        assert draft(stage.bench) == "I say yes"
        assert "✘ refuted" in seat.text

    stage.play(play)


def test_going_back_from_a_conflict_keeps_the_text_and_asks_again(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("I say yes")
        stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="Ben says no.")
        await seat.press("ctrl+s", "escape")
        assert field(seat).text == "I say yes"
        await seat.press("ctrl+s")
        assert isinstance(seat.screen, ConflictScreen)
        assert stage.bench.decision().by == "Ben"

    stage.play(play)


def test_signing_over_theirs_is_refused_where_they_decided_once_more(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("I say yes")
        stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="Ben says no.")
        await seat.press("ctrl+s")
        stage.bench.decide(0, Status.NOT_CHECKABLE, by="Cem", rationale="Neither.", based_on=1)
        await seat.press("m")
        assert isinstance(seat.screen, ConflictScreen)
        assert "Cem" in seat.text
        assert stage.bench.decision().by == "Cem"

    stage.play(play)


def test_words_that_someone_changed_meanwhile_are_shown_before_anything_is_signed(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("I say yes")
        with stage.bench.open() as bench:
            edit(bench, stage.bench.claims[0].id, Change(checked="Quite another claim."), by="Ben")
        await seat.press("ctrl+s")
        assert isinstance(seat.screen, ConflictScreen)
        assert "Ben changed the wording" in seat.text
        assert "Quite another claim." in seat.text
        assert not stage.bench.status().is_decision
        await seat.press("escape", "escape", "2")
        assert f"Ben edited {stage.bench.claims[0].id}" in seat.text

    stage.play(play, size=(160, 50))
