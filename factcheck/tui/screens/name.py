"""Asks who is at work. Never takes the login name: a signature is given, not assumed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from factcheck.errors import UsageError
from factcheck.review.rules import check_signature
from factcheck.tui.keys import bindings
from factcheck.tui.safe import safe
from factcheck.tui.screens.base import Dialog
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.fields import LineField


class NameScreen(Dialog[str | None]):
    """Gives the name, or None where the reviewer only wants to look."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("name")]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog small") as dialog:
            dialog.border_title = "Who are you?"
            yield Static(Content("Your decisions are signed with this name."))
            yield LineField(placeholder="Your name", max_length=80, id="name")
            yield Static(Content(""), id="problem")
            yield Static(Content.styled("Enter goes on. Esc: only look; nothing can be signed then.", FAINT))

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        try:
            self.dismiss(check_signature(message.value))
        except UsageError as error:
            self.query_one("#problem", Static).update(safe(error.message, "$text-error"))

    def action_close(self) -> None:
        self.dismiss(None)
