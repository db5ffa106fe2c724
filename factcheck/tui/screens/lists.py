"""The dialogs that only show something or let one thing be picked: help, history, filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from factcheck.domain.lineage import ClaimStep
from factcheck.domain.reviews import Act, ReviewEvent
from factcheck.domain.views import ClaimView
from factcheck.tui.keys import KEYS, PLACES, bindings
from factcheck.tui.queue_state import ClaimFilter
from factcheck.tui.safe import safe, safe_line
from factcheck.tui.screens.base import Dialog
from factcheck.tui.signs import FAINT, stance_content
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.decision_text import media_content, signed_content
from factcheck.tui.widgets.text_pane import TextPane


class TextDialog(Dialog[None]):
    """A text to read, and then to close."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(self, title: Content, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog large") as dialog:
            dialog.border_title = self._title
            dialog.border_subtitle = Content("Esc closes")
            yield TextPane(id="text")

    def on_mount(self) -> None:
        self.query_one(TextPane).show(self._content)

    def action_next(self) -> None:
        self.query_one(TextPane).scroll_down(animate=False)

    def action_previous(self) -> None:
        self.query_one(TextPane).scroll_up(animate=False)

    def action_close(self) -> None:
        self.dismiss(None)


def help_content() -> Content:
    """Every key, from the table."""
    lines: list[Content] = []
    for where, words in PLACES.items():
        lines += [Content(""), Content.styled(words, "bold underline")] if lines else [Content.styled(words, "bold")]
        lines += [
            Content.assemble((f"  {key.shown:<12}", "bold $text-accent"), f" {key.tooltip}")
            for key in KEYS
            if key.where == where
        ]
    lines += [
        Content(""),
        Content.styled("Arrow keys, Page Up, Page Down, Home and End move in every list and text.", FAINT),
        Content.styled("Ctrl+P: all of this by name, and themes. Shift+drag: mark text with the terminal's own", FAINT),
        Content.styled(
            "mouse. Times are UTC. A status marked `machine`, or ~ where it is narrow, is a suggestion:", FAINT
        ),
        Content.styled("it decides nothing.", FAINT),
    ]
    return Content("\n").join(lines)


def history_content(view: ClaimView) -> Content:
    """Who did what, and when; the oldest first. Nothing of it is ever erased."""
    acts: list[ReviewEvent | ClaimStep] = [*view.lineage, *view.history]
    if not acts:
        return Content("Nothing was done to this claim yet.")
    withdrawn = {event.withdraws for event in view.history if event.act is Act.WITHDRAW}
    # Two logs, each in its own order; time puts one beside the other.
    return Content("\n").join(
        line
        for act in sorted(acts, key=lambda each: each.at)
        for line in (_step(act) if isinstance(act, ClaimStep) else _event(act, act.number in withdrawn))
    )


def _step(step: ClaimStep) -> Iterator[Content]:
    yield Content.assemble(
        (f"step {step.number}  {step.at:%Y-%m-%d %H:%M:%S} UTC  ", FAINT),
        safe_line(step.by, "bold", most=120),
        safe_line(f"  {step.words}"),
    )
    if step.reason:
        yield Content.assemble(("    because ", FAINT), safe(step.reason))
    for change in step.changes:
        yield Content.assemble("    ", safe_line(change))
    yield Content("")


def _event(event: ReviewEvent, withdrawn: bool) -> Iterator[Content]:
    head = Content.assemble(
        (f"#{event.number}  {event.at:%Y-%m-%d %H:%M:%S} UTC  ", FAINT), safe_line(event.by, "bold", most=120), "  "
    )
    if event.act is Act.DECIDE and event.status is not None:
        taken_back = Content.styled("  (withdrawn later)", FAINT) if withdrawn else Content("")
        yield Content.assemble(head, "decided ", signed_content(event), taken_back)
    elif event.act is Act.WITHDRAW:
        yield Content.assemble(head, f"withdrew #{event.withdraws}")
    else:
        yield Content.assemble(head, "attached" if event.act is Act.ATTACH else "detached")
    if event.rationale:
        yield Content.assemble(("    because ", FAINT), safe(event.rationale))
    if event.without_evidence:
        yield Content.assemble(("    without evidence, because ", FAINT), safe(event.without_evidence))
    if event.media is not None:
        yield Content.assemble("    ", media_content(event.media))
    if event.reuses is not None:
        yield Content.styled(f"    the same as decision #{event.reuses} on another claim", FAINT)
    for quote in event.quotes:
        said = Content.assemble(" as ", stance_content(quote.stance)) if quote.stance else Content("")
        yield Content.assemble((f"    ● {quote.passage_id}", FAINT), said, " ", safe_line(quote.text, most=160))
    yield Content("")


class _Filters(CardList[tuple[ClaimFilter, int]]):
    """Filters with how many claims each shows."""

    def card(self, index: int, width: int) -> Content:
        which, count = self.items[index]
        return Content.assemble(f"{count:>6}  ", which.name.ljust(max(0, width - 8)))


class FilterScreen(Dialog[ClaimFilter | None]):
    """Picks which claims are shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(self, filters: Sequence[tuple[ClaimFilter, int]], chosen: ClaimFilter) -> None:
        super().__init__()
        self._filters = filters
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog small") as dialog:
            dialog.border_title = "Show claims that are"
            dialog.border_subtitle = "Enter picks · Esc closes"
            yield _Filters(id="filters")

    def on_mount(self) -> None:
        names = [which.name for which, _ in self._filters]
        filters = self.query_one(_Filters)
        filters.styles.height = len(names)
        filters.show(self._filters, marked=names.index(self._chosen.name))

    @on(CardList.Chosen)
    def _picked(self) -> None:
        current = self.query_one(_Filters).current
        self.dismiss(current[0] if current else None)

    def action_next(self) -> None:
        self.query_one(_Filters).action_move(1)

    def action_previous(self) -> None:
        self.query_one(_Filters).action_move(-1)

    def action_close(self) -> None:
        self.dismiss(None)
