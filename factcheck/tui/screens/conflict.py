"""Someone else decided between the reading and the signing: both decisions side by side, and the choice."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from factcheck.domain.reviews import Act, NewDecision, ReviewEvent
from factcheck.tui.keys import bindings
from factcheck.tui.safe import safe, safe_line
from factcheck.tui.screens.base import Dialog
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.decision_text import media_content, verdict_content
from factcheck.tui.work import Conflict

Choice = Literal["theirs", "mine"]


class ConflictScreen(Dialog[Choice | None]):
    """Gives whose decision is to stand; None goes back to the writing."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("conflict")]

    def __init__(self, mine: NewDecision, conflict: Conflict) -> None:
        super().__init__()
        self._mine = mine
        self._conflict = conflict

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog large") as dialog:
            dialog.border_title = "Someone else decided first"
            yield Static(safe(self._conflict.error.message, "bold"))
            with Horizontal(id="sides"):
                with VerticalScroll(classes="side") as theirs:
                    theirs.border_title = "Theirs"
                    yield Static(self._theirs())
                with VerticalScroll(classes="side") as mine:
                    mine.border_title = "Yours, not signed"
                    yield Static(_side(self._mine))
            yield Static(Content.styled("Theirs stays in the history. Yours stays a draft until it is signed.", FAINT))
            with Horizontal(classes="buttons"):
                yield Button(Content("Keep theirs (t)"), id="theirs", compact=True)
                yield Button(Content("Sign mine over it (m)"), id="mine", variant="primary", compact=True)
                yield Button(Content("Back (Esc)"), id="back", compact=True)

    @on(Button.Pressed, "#theirs")
    def action_theirs(self) -> None:
        self.dismiss("theirs")

    @on(Button.Pressed, "#mine")
    def action_mine(self) -> None:
        self.dismiss("mine")

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        self.dismiss(None)

    def _theirs(self) -> Content:
        decision = self._conflict.view.state.decision
        if decision is not None:
            rests = Content.styled(f"\nsigned with {len(decision.quotes)} passages", FAINT)
            return Content.assemble(_who(decision), "\n", _side(decision), rests)
        view = self._conflict.view
        changed = next((step for step in reversed(view.lineage) if step.revision == view.state.revision), None)
        if changed is not None and changed.after is not None:
            words = safe_line(f"{changed.by} changed the wording, {changed.at:%Y-%m-%d %H:%M:%S} UTC. It is now:")
            return Content.assemble(words, "\n", safe(changed.after.checked, "bold"))
        last = next((event for event in reversed(self._conflict.view.history) if event.act is Act.WITHDRAW), None)
        if last is None:
            return Content("No decision is in force.")
        return Content.assemble(_who(last), "\nwithdrew the decision; none is in force now.")


def _who(event: ReviewEvent) -> Content:
    return Content.assemble(safe_line(event.by, "bold", most=120), f", {event.at:%Y-%m-%d %H:%M:%S} UTC")


def _side(decision: NewDecision | ReviewEvent) -> Content:
    rating = decision.rating.name if decision.rating else ""
    lines = [verdict_content(decision.status, rating)] if decision.status else []
    lines.append(safe(decision.rationale) if decision.rationale else Content.styled("no rationale", FAINT))
    if decision.without_evidence:
        lines.append(Content.assemble(("without evidence, because ", FAINT), safe(decision.without_evidence)))
    if decision.media is not None:
        lines.append(media_content(decision.media))
    return Content("\n").join(lines)
