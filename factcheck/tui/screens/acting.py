"""Acting as a reviewer: who signs, one stored act at a time, drafts that are never lost, and leaving.

Each act runs in a thread and is one transaction; the screen says "saved" after it is on the disk, reads the claim
again, and only then lets the next key act.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import TypeVar

from textual.content import Content

from factcheck.tui.desk import Desk
from factcheck.tui.drafts import DraftKeeper
from factcheck.tui.safe import safe_line
from factcheck.tui.screens.base import Failure
from factcheck.tui.screens.browsing import BrowsingScreen
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.name import NameScreen
from factcheck.tui.signs import FAINT

Result = TypeVar("Result")

_DRAFTS_EVERY = 0.5
"""Seconds between two looks at whether a draft is due."""


class ActingScreen(BrowsingScreen):
    """What every act of a person has in common."""

    def __init__(self, desk: Desk, *, reviewer: str, article_id: str | None) -> None:
        super().__init__(desk, reviewer=reviewer, article_id=article_id)
        self.keeper = DraftKeeper()
        self.matching: Event | None = None
        self._saving_drafts = False
        self._may_leave = False

    def on_mount(self) -> None:
        # Textual calls this beside the base's own.
        self.set_interval(_DRAFTS_EVERY, self._save_drafts_when_due)
        if not self.reviewer:
            self.app.push_screen(NameScreen(), self._named)

    def show_failure(self, failure: Failure) -> None:
        super().show_failure(failure)
        self.say(safe_line(f"✘ {failure.message}", "$text-error", most=300))

    def as_reviewer(self, step: Callable[[], None]) -> None:
        """Do this, after asking for a name where none was given."""
        if self.reviewer:
            step()
            return

        def named(name: str | None) -> None:
            self._named(name)
            if name:
                step()

        self.app.push_screen(NameScreen(), named)

    def _named(self, name: str | None) -> None:
        if name is None:
            self.say(Content("Only looking: nothing is signed until you say who you are."))
            return
        self.reviewer = name
        self.refresh_facts()
        # This person may have drafts.
        self.read_claim()

    def act(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Store something, then say so, then read the claim again."""
        self.is_acting = True
        self.say(Content.styled("Saving…", FAINT))

        def stored(result: Result) -> None:
            self.is_acting = False
            done(result)
            self.read_claim()

        self.in_thread(work, stored, group="act", failed=self._act_failed)

    def _act_failed(self, failure: Failure) -> None:
        self.is_acting = False
        # What was to come after it was meant for a claim on which it had succeeded.
        self.forget_steps()
        self.show_failure(failure)
        self.read_claim()

    def _save_drafts_when_due(self) -> None:
        if self.keeper.is_due():
            self.save_drafts()

    def save_drafts(self) -> None:
        """Store what is unsaved, unless that is under way."""
        if self._saving_drafts or not self.keeper.waiting:
            return
        self._saving_drafts = True
        self.in_thread(
            lambda: self.keeper.save(self.desk), self._drafts_saved, group="drafts", failed=self._drafts_failed
        )

    def _drafts_saved(self, claim_ids: list[str]) -> None:
        self._saving_drafts = False
        if isinstance(self.app.screen, DecisionScreen):
            if self.app.screen.claim_id in claim_ids:
                self.app.screen.draft_stored(now())
        elif claim_ids:
            self.say(Content(f"Saved {now()} · draft of {', '.join(claim_ids)}"))
            self.read_claim()

    def _drafts_failed(self, failure: Failure) -> None:
        """Nothing is lost: the text waits and is tried again at every turn until it is stored."""
        self._saving_drafts = False
        if isinstance(self.app.screen, DecisionScreen):
            self.app.screen.draft_failed(failure)
        else:
            self.say(safe_line(f"Draft not stored yet, trying again. {failure.message}", "$text-warning", most=300))

    def action_quit(self) -> None:
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Store what is unsaved, then end with this exit code.

        If it can't be stored, stay: a second time leaves anyway, and so does a signal, which can't wait.
        """
        if self.matching is not None:
            self.matching.set()
        if not self.keeper.waiting or self._may_leave:
            self.app.exit(code)
            return
        self.in_thread(
            lambda: self.keeper.save(self.desk),
            lambda _: self.app.exit(code),
            group="leave",
            failed=lambda failure: self.app.exit(code) if code else self._cannot_leave(failure),
        )

    def _cannot_leave(self, failure: Failure) -> None:
        self._may_leave = True
        self.show_failure(failure)
        self.say(Content.styled("A draft isn't stored. Press again to leave without it.", "bold $text-error"))


def now() -> str:
    """The time, as the status line shows it."""
    return f"{datetime.now(UTC):%H:%M:%S} UTC"
