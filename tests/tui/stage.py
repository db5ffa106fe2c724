"""The app over a workbench, headless: press keys, read the screen, look into the database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets._toast import Toast

from factcheck.domain.views import ClaimView
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.review import ReviewScreen
from tests.patience import PATIENCE
from tests.tui.sample import Bench


class Seat:
    """Where a reviewer sits: the keys and the screen of a running app."""

    def __init__(self, pilot: Pilot[int], bench: Bench) -> None:
        self.pilot = pilot
        self.bench = bench

    @property
    def app(self) -> ReviewApp:
        assert isinstance(self.pilot.app, ReviewApp)
        return self.pilot.app

    @property
    def screen(self) -> Screen[object]:
        """The screen or dialog on top."""
        return self.app.screen

    @property
    def review(self) -> ReviewScreen:
        """The reviewer itself, under whatever dialog."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReviewScreen)
        return screen

    @property
    def shown(self) -> ClaimView:
        """The claim in the panes."""
        assert self.review.loaded is not None
        return self.review.loaded.view

    @property
    def marked(self) -> str:
        """The id of the claim under the queue's mark."""
        return self.review.marked_id

    @property
    def passage(self) -> str:
        """The id of the marked passage."""
        view = self.review.panes.passage
        assert view is not None
        return view.passage.id

    @property
    def is_back(self) -> bool:
        """True where no dialog is open."""
        return len(self.app.screen_stack) == 1

    @property
    def text(self) -> str:
        """The screen as it is seen, without colours; no line is wider than the terminal."""
        width, height = self.app.size
        lines = self.screen._compositor.render_strips()
        assert all(strip.cell_length <= width for strip in lines)
        return "\n".join(strip.text.rstrip() for strip in lines[:height])

    @property
    def toasts(self) -> str:
        """What the notes in the corner say."""
        return "\n".join(toast.render().plain for toast in self.screen.query(Toast))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each after what the one before set off has ended."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        await self.pilot.press(*(_KEYS.get(character, character) for character in text))
        await self.pilot.pause()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what a timer of the app will do, and until it is shown."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while not is_so():
            assert asyncio.get_running_loop().time() < deadline, self.text
            await self.pilot.pause(0.02)
        await self.settle()

    async def settle(self, *, but: str = "") -> None:
        """Wait until no thread works for the app, `but` those of one group, and all that they found is shown."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        quiet = 0
        while quiet < 4:
            await self.pilot.pause()
            working = [worker for worker in self.app.workers if not worker.is_finished and worker.group != but]
            quiet = 0 if working else quiet + 1
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"still at work after {PATIENCE:.0f} s: {working}")
            await asyncio.sleep(0.005)


_KEYS = {" ": "space", "\n": "enter", ".": "full_stop", ",": "comma", "'": "apostrophe"}

Play: TypeAlias = Callable[[Seat], Awaitable[None]]


class Stage:
    """Runs the app over a workbench."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.result: int | None = None

    def play(self, play: Play, *, size: tuple[int, int] = (120, 40), reviewer: str = "Ana") -> None:
        """Start the app, wait until it shows the queue, run `play`, and stop it."""

        async def run() -> None:
            app = ReviewApp(self.bench.settings, reviewer=reviewer)
            async with app.run_test(size=size, notifications=True) as pilot:
                seat = Seat(pilot, self.bench)
                await seat.settle()
                await play(seat)
            self.result = app.return_value

        asyncio.run(run())
