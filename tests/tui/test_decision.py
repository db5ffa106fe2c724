"""Signing, drafts, and that what was typed is never lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from textual.widgets import Input, Select, TextArea

from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating, Organisation, Rating
from factcheck.domain.reviews import NewDecision
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.tui import drafts
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.name import NameScreen
from factcheck.workbench.deciding import decide
from tests.patience import PATIENCE, wait_until
from tests.tui.sample import Bench
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow

SIZES = [(80, 24), (120, 40)]


def field(seat: Seat) -> TextArea:
    return seat.screen.query_one(TextArea)


def words(seat: Seat) -> str:
    """What is to be read, however it is wrapped in the dialog."""
    return " ".join(seat.text.replace("│", " ").split())


def draft(bench: Bench, claim: int = 0, *, by: str = "Ana") -> str | None:
    found = bench.view(claim, by=by).draft
    return found.rationale if found else None


@contextmanager
def locked(bench: Bench) -> Iterator[None]:
    """Another program is writing, and doesn't end."""
    other = sqlite3.connect(bench.settings.db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_dialog_says_what_is_signed_on_what_and_by_whom(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "r")
        text = seat.text
        assert "Sign: ✘ refuted" in text
        assert "The Harbour Bridge reopened to traffic" in text
        assert "Rests on 1 passage:" in text
        assert "City of Harbour, 2024-03-05" in text
        assert "signed by Ana" in text
        assert "Sign (Ctrl+S)" in text
        assert "Keep draft (Esc)" in text

    stage.play(play, size=size)


@pytest.mark.parametrize("size", SIZES)
def test_without_a_rationale_nothing_is_signed_and_the_field_says_so(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s", "ctrl+s")
        assert "Supported needs a rationale" in seat.text
        assert stage.bench.status() is Status.IN_REVIEW
        assert seat.screen.focused is field(seat)

    stage.play(play, size=size)


@pytest.mark.parametrize("size", SIZES)
def test_without_evidence_the_dialog_asks_why_and_stores_the_reason(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("r")
        await seat.type("They never did.")
        await seat.press("ctrl+s")
        assert "Refuted needs evidence." in seat.text
        assert seat.screen.focused is seat.screen.query_one(Input)
        await seat.type("the archive is closed")
        await seat.press("ctrl+s")
        decision = stage.bench.decision()
        assert decision.status is Status.REFUTED
        assert decision.without_evidence == "the archive is closed"

    stage.play(play, size=size)


@pytest.mark.parametrize("size", SIZES)
def test_conflicting_with_one_side_is_refused_with_the_keys_that_mend_it(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("4", "a", "t", "c")
        assert not seat.screen.query(Input)
        assert "there is none that refutes the claim" in words(seat)
        await seat.type("They differ.")
        await seat.press("ctrl+s")
        assert isinstance(seat.screen, DecisionScreen)
        assert stage.bench.status() is Status.IN_REVIEW
        # What the message says is what helps, and what was written is still there.
        await seat.press("escape", "j", "a", "t", "t", "c")
        assert "there is none that" not in words(seat)
        await seat.press("ctrl+s")
        decision = stage.bench.decision()
        assert (decision.status, decision.rationale) == (Status.CONFLICTING, "They differ.")
        assert [quote.stance for quote in decision.quotes] == [StanceLabel.SUPPORTS, StanceLabel.REFUTES]

    stage.play(play, size=size)


SCALE = Organisation(
    ratings=(
        Rating(name="[bold]False", status=Status.REFUTED, value=1),
        Rating(name="Mostly false", status=Status.REFUTED, value=2),
        Rating(name="True", status=Status.SUPPORTED, value=5),
    )
)


@pytest.mark.parametrize("size", SIZES)
def test_a_rating_of_the_house_is_picked_among_those_of_the_status(stage: Stage, size: tuple[int, int]) -> None:
    stage.bench.settings = replace(stage.bench.settings, organisation=SCALE)

    async def play(seat: Seat) -> None:
        await seat.press("a", "r")
        await seat.type("Not by half.")
        await seat.press("tab", "enter")
        assert "[bold]False" in seat.text
        assert "Mostly false" in seat.text
        assert "True" not in seat.text
        await seat.press("down", "down", "enter", "ctrl+s")
        rating = stage.bench.decision().rating
        assert rating == GivenRating(name="Mostly false", value=2, worst=1, best=5)
        assert "refuted (Mostly false)" in seat.text
        # The only one that stands for a status is taken with it; another status has none of its own.
        await seat.press("1", "k", "s", "ctrl+s")
        assert stage.bench.decision().rating == GivenRating(name="True", value=5, worst=1, best=5)
        await seat.press("e")
        assert not seat.screen.query(Select)

    stage.play(play, size=size)


def test_what_a_decision_is_about_is_kept_when_the_same_person_signs_again(stage: Stage) -> None:
    media = Media(address="https://pictures.example/1.jpg", kind=MediaKind.IMAGE, category=Authenticity.STAGED)
    with stage.bench.open() as bench:
        wanted = NewDecision(status=Status.NOT_ENOUGH_EVIDENCE, media=media)
        for claim in stage.bench.claims[:2]:
            decide(bench, claim.id, wanted, by="Ana" if claim is stage.bench.claims[0] else "Ben")

    async def play(seat: Seat) -> None:
        assert "about the image, staged: https://pictures.example/1.jpg" in seat.text
        await seat.press("x")
        assert "https://pictures.example/1.jpg" in seat.text
        await seat.press("ctrl+s")
        assert (stage.bench.decision(0).status, stage.bench.decision(0).media) == (Status.NOT_CHECKABLE, media)

    stage.play(play)

    async def other(seat: Seat) -> None:
        await seat.press("j", "x", "ctrl+s")
        assert (stage.bench.decision(1).by, stage.bench.decision(1).media) == ("Ana", None)

    stage.play(other)


def test_the_reason_is_not_asked_for_where_it_is_not_needed(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("e")
        assert not seat.screen.query(Input)
        await seat.press("escape", "a", "s")
        assert not seat.screen.query(Input)

    stage.play(play)


def test_escape_keeps_the_draft_and_the_next_dialog_begins_with_it(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("s")
        await seat.type("It was so")
        await seat.press("escape")
        assert draft(stage.bench) == "It was so"
        assert stage.bench.status() is Status.IN_REVIEW
        assert "your draft" in seat.text
        await seat.press("r")
        assert field(seat).text == "It was so"

    stage.play(play)


def test_a_dialog_that_was_only_looked_at_leaves_no_draft(stage: Stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ana", rationale="No, never.")

    async def play(seat: Seat) -> None:
        await seat.press("r")
        assert field(seat).text == "No, never."
        await seat.press("escape", "j", "s", "escape")
        assert draft(stage.bench) is None
        assert stage.bench.status(1) is Status.UNREVIEWED

    stage.play(play)


def test_another_persons_words_are_shown_but_never_put_into_my_field(stage: Stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="Ben's own words.")

    async def play(seat: Seat) -> None:
        await seat.press("s")
        assert field(seat).text == ""
        assert "now ✘ refuted by Ben" in seat.text
        assert "because Ben's own words." in seat.text

    stage.play(play)


def test_after_an_undo_the_withdrawn_rationale_is_there_to_go_on_with(stage: Stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ana", rationale="No, never.")

    async def play(seat: Seat) -> None:
        await seat.press("u", "s")
        assert field(seat).text == "No, never."

    stage.play(play)


def test_w_writes_a_draft_without_deciding(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("w")
        assert "Draft of a rationale" in seat.text
        await seat.type("To be asked again")
        await seat.press("ctrl+s")
        assert seat.is_back
        assert draft(stage.bench) == "To be asked again"
        assert stage.bench.view().state.decision is None

    stage.play(play)


def test_signing_takes_the_draft_away(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("w")
        await seat.type("So it was")
        await seat.press("escape", "e", "ctrl+s")
        assert stage.bench.decision().rationale == "So it was"
        # A draft that came too late would be stored at the next look.
        seat.review._save_drafts_when_due()
        await seat.settle()
        assert draft(stage.bench) is None

    monkeypatch.setattr(drafts, "PAUSE", 0.0)
    stage.play(play)


def test_drafts_of_two_reviewers_do_not_mix(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("w")
        await seat.type("Mine")
        await seat.press("escape")

    stage.play(play, reviewer="Ana")

    async def play_ben(seat: Seat) -> None:
        await seat.press("w")
        assert field(seat).text == ""

    stage.play(play_ben, reviewer="Ben")


def test_a_draft_is_stored_while_it_is_being_written(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("s")
        await seat.type("Half a thought")
        await seat.until(lambda: draft(stage.bench) == "Half a thought")
        assert isinstance(seat.screen, DecisionScreen)
        assert "draft stored" in seat.text

    stage.play(play)


def test_a_draft_survives_kill_9(bench: Bench) -> None:
    """A real process, killed in the middle of writing."""
    program = (
        "import asyncio, sys\n"
        "from factcheck.settings import Settings\n"
        "from factcheck.tui.app import ReviewApp\n"
        "from factcheck.tui.screens.decision import DecisionScreen\n"
        "async def main():\n"
        "    app = ReviewApp(Settings(db=sys.argv[1]), reviewer='Ana')\n"
        "    async with app.run_test(size=(120, 40)) as pilot:\n"
        "        while app.screen_stack[0].loaded is None:\n"
        "            await pilot.pause(0.05)\n"
        "        await pilot.press('s')\n"
        "        while not isinstance(app.screen, DecisionScreen):\n"
        "            await pilot.pause(0.05)\n"
        "        await pilot.press(*'unfinished')\n"
        "        print('written', flush=True)\n"
        f"        await pilot.pause({PATIENCE})\n"
        "asyncio.run(main())\n"
    )
    command = [sys.executable, "-c", program, bench.settings.db]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "written"
        # A part of it may be stored before: letters can come slowly.
        wait_until(lambda: draft(bench) == "unfinished")
        os.kill(process.pid, signal.SIGKILL)
    assert draft(bench) == "unfinished"


@pytest.mark.parametrize("size", SIZES)
def test_a_locked_database_keeps_the_dialog_open_and_the_text_and_then_signs(
    hasty_stage: Stage, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("Not to be lost")
        with locked(hasty_stage.bench):
            await seat.press("ctrl+s")
            assert isinstance(seat.screen, DecisionScreen)
            assert "Not saved." in seat.text
            assert "is locked" in seat.text
            assert field(seat).text == "Not to be lost"
            assert not field(seat).read_only
            # Pressing again fails again, and harms nothing.
            await seat.press("ctrl+s")
            assert field(seat).text == "Not to be lost"
        await seat.press("ctrl+s")
        assert seat.is_back
        assert hasty_stage.bench.decision().rationale == "Not to be lost"

    hasty_stage.play(play, size=size)


def test_a_draft_that_could_not_be_stored_is_stored_as_soon_as_possible(hasty_stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("s")
        with locked(hasty_stage.bench):
            await seat.type("Later is fine")
            await seat.press("escape")
            assert "not stored yet" in seat.text
            # It can be gone on with although it isn't stored.
            await seat.press("s")
            assert field(seat).text == "Later is fine"
            await seat.press("escape")
        await seat.until(lambda: draft(hasty_stage.bench) == "Later is fine")

    hasty_stage.play(play)


def test_an_act_on_a_locked_database_fails_with_the_next_step_and_leaves_the_keys_working(hasty_stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        with locked(hasty_stage.bench):
            await seat.press("a")
            assert "is locked: another program is writing to" in seat.toasts
            assert "Wait for the other command to end" in seat.toasts
            assert "Saving…" not in seat.text
            await seat.press("j")
            assert seat.marked == hasty_stage.bench.claims[1].id
        await seat.press("a")
        assert len(hasty_stage.bench.attached(1)) == 1

    hasty_stage.play(play)


def test_q_does_not_leave_an_unstored_draft_behind_unless_it_is_told_twice(hasty_stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("s")
        with locked(hasty_stage.bench):
            await seat.type("Precious")
            await seat.press("ctrl+q")
            assert seat.app.is_running
            assert "Press again to leave without it" in seat.review.query_one("#status").render().plain  # type: ignore[union-attr]
            await seat.press("ctrl+q")

    hasty_stage.play(play)
    assert hasty_stage.result == 0


def test_q_stores_the_draft_first(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("s")
        await seat.type("At the last moment")
        await seat.press("ctrl+q")

    stage.play(play)
    assert draft(stage.bench) == "At the last moment"


def test_the_name_is_asked_for_once_and_signs(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        assert isinstance(seat.screen, NameScreen)
        await seat.type("Eva Berg")
        await seat.press("enter", "a")
        assert seat.is_back
        with stage.bench.open() as bench:
            assert bench.reviews.history(stage.bench.claims[0].id)[0].by == "Eva Berg"

    stage.play(play, reviewer="")


def test_without_a_name_one_can_look_and_is_asked_again_before_anything_is_recorded(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("enter")
        assert isinstance(seat.screen, NameScreen)
        await seat.press("escape")
        assert "only looking" in seat.text
        await seat.press("j", "a")
        assert isinstance(seat.screen, NameScreen)
        await seat.press("escape")
        assert stage.bench.attached(1) == []
        await seat.press("s")
        await seat.type("Eva")
        await seat.press("enter")
        assert isinstance(seat.screen, DecisionScreen)
        assert "signed by Eva" in seat.text

    stage.play(play, reviewer="")


def test_what_is_typed_while_a_slow_step_delays_the_dialog_is_no_command(stage: Stage) -> None:
    stage.bench.decide(4, Status.NOT_CHECKABLE, by="Ana")

    async def play(seat: Seat) -> None:
        # The dialog can open only after the attaching; what follows its key holds u, x and others.
        await seat.pilot.press("a", "s", "u", "x", "a")
        await seat.settle()
        assert isinstance(seat.screen, DecisionScreen)
        await seat.press("escape")
        assert seat.is_back
        assert stage.bench.status(4) is Status.NOT_CHECKABLE
        assert len(stage.bench.attached()) == 1

    stage.play(play)


def test_a_status_that_cannot_be_stored_for_a_full_disk_keeps_the_text(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite itself reports a full disk once the file may not grow."""
    from factcheck.store.database import Database

    connect = Database._connect

    def full(self: Database, *args: object) -> sqlite3.Connection:
        connection = connect(self, *args)  # type: ignore[arg-type]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        return connection

    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("x" * 60)
        field(seat).text = "long " * 4_000
        monkeypatch.setattr(Database, "_connect", full)
        await seat.press("ctrl+s")
        assert "The disk is full" in seat.text
        assert len(field(seat).text) == 20_000
        monkeypatch.setattr(Database, "_connect", connect)
        await seat.press("ctrl+s")
        assert len(stage.bench.decision().rationale) == 19_999

    stage.play(play)


def test_the_database_stays_whole_after_all_of_it(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        for key in ("a", "s"):
            await seat.press(key)
        await seat.type("Yes")
        await seat.press("ctrl+s", "u", "x", "ctrl+s")

    stage.play(play)
    with sqlite3.connect(stage.bench.settings.db) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
