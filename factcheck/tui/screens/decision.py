"""Signing a decision, or writing the rationale of one that is not signed yet."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label, Static, TextArea

from factcheck.domain.reviews import NewDecision, ReviewEvent
from factcheck.domain.statuses import Status
from factcheck.domain.views import ClaimView
from factcheck.tui.desk import Desk
from factcheck.tui.drafts import DraftKeeper
from factcheck.tui.keys import bindings
from factcheck.tui.safe import safe, safe_line
from factcheck.tui.screens.base import Dialog, Failure
from factcheck.tui.screens.conflict import Choice, ConflictScreen
from factcheck.tui.signs import FAINT, status_content
from factcheck.tui.widgets.decision_text import decided_before, media_content, my_last, rests_on, side_lacking
from factcheck.tui.widgets.fields import LineField, RatingField, RationaleField
from factcheck.tui.work import Conflict, sign


class DecisionScreen(Dialog[ReviewEvent | None]):
    """Gives the decision as it was stored, or None where nothing was signed.

    Args:
        status: What is signed; None to write a draft only.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("decision")]

    def __init__(self, desk: Desk, keeper: DraftKeeper, view: ClaimView, status: Status | None, *, by: str) -> None:
        super().__init__()
        self._desk = desk
        self._keeper = keeper
        self._view = view
        self._status = status
        self._by = by
        self._based_on = view.state.revision
        self._is_signing = False
        unsaved = keeper.text(view.claim.id)
        self._typed = unsaved if unsaved is not None else first_words(view, by)
        self._ratings = [each for each in desk.settings.organisation.ratings if each.status is status]
        mine = my_last(view, by)
        self._last_rating = mine.rating.name if mine and mine.rating else ""
        # What the reviewer doesn't ask for is kept, as long as it was this person who said it.
        in_force = view.state.decision
        self._media = in_force.media if in_force and in_force.by == by and status else None

    @property
    def claim_id(self) -> str:
        return self._view.claim.id

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog large") as dialog:
            dialog.border_title = self._title()
            dialog.border_subtitle = safe_line(f"{self.claim_id} · signed by {self._by}", most=120)
            with VerticalScroll(id="about", can_focus=False):
                yield Static(self._about())
            yield Label(self._label("Rationale", self._status is not None and self._status.needs_evidence))
            yield RationaleField(self._typed, id="rationale")
            if self._ratings:
                yield Label(Content.assemble(("Rating of the house", "bold"), (" (Tab, then Enter, picks one)", FAINT)))
                yield RatingField(self._ratings, self._last_rating, id="rating")
            if self._wants_reason:
                yield Label(self._label("Without evidence, because", True))
                yield LineField(placeholder="Why there is no passage to quote", id="without")
            yield Static(Content(""), id="problem")
            with Horizontal(classes="buttons"):
                words = "Sign (Ctrl+S)" if self._status else "Store draft (Ctrl+S)"
                yield Button(Content(words), id="sign", variant="primary", compact=True)
                yield Button(Content("Keep draft (Esc)"), id="close", compact=True)
                yield Static(Content(""), id="stored")

    def on_mount(self) -> None:
        field = self.query_one(RationaleField)
        field.focus()
        field.move_cursor(field.document.end)
        # What is written takes shape in the field before anything is stored.
        self._typed = field.text

    @on(TextArea.Changed)
    def keep(self) -> None:
        """Let the keeper have what was typed. It is called by itself after each key, a little later."""
        text = self.query_one(RationaleField).text
        if text != self._typed and not self._is_signing:
            self._typed = text
            self._keeper.keep(self.claim_id, by=self._by, text=text)
            self._say("#stored", Content(""))

    @on(Button.Pressed, "#sign")
    def action_sign(self) -> None:
        if self._status is None:
            self.action_close()
            return
        if self._is_signing:
            return
        problem = self._problem(self._status)
        if problem is None:
            self._sign()
            return
        words, field = problem
        self._say("#problem", Content.styled(words, "bold $text-error"))
        self.query_one(field).focus()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """What was typed is with the keeper already, and it sees to the storing."""
        if not self._is_signing:
            self.dismiss(None)

    def draft_stored(self, when: str) -> None:
        """The reviewer's screen stored the draft."""
        self._say("#stored", Content.styled(f"draft stored {when}", FAINT))

    def draft_failed(self, failure: Failure) -> None:
        """It couldn't, and goes on trying."""
        self._say("#stored", safe_line(f"draft not stored yet: {failure.message}", "$text-warning", most=120))

    @property
    def _wants_reason(self) -> bool:
        if self._status is None or self._status is Status.CONFLICTING:
            return False
        return self._status.needs_evidence and not self._view.state.attached

    def _wanted(self) -> NewDecision:
        assert self._status is not None
        reason = self.query_one(LineField).value if self._wants_reason else ""
        return NewDecision(
            status=self._status,
            rationale=self.query_one(RationaleField).text,
            without_evidence=reason.strip(),
            rating=self.query_one(RatingField).chosen if self._ratings else None,
            media=self._media,
        )

    def _problem(self, status: Status) -> tuple[str, str] | None:
        """What the rules will refuse, said before they do, and the field that mends it."""
        if not status.needs_evidence:
            return None
        if not self.query_one(RationaleField).text.strip():
            return f"{status.words.capitalize()} needs a rationale: why the evidence says so.", "#rationale"
        if self._wants_reason and not self.query_one(LineField).value.strip():
            return (
                f"{status.words.capitalize()} needs evidence. Say here why there is none, "
                "or press Esc and attach a passage with a.",
                "#without",
            )
        if status is Status.CONFLICTING and (lacks := side_lacking(self._view.state.attached)):
            return lacks, "#rationale"
        return None

    def _sign(self) -> None:
        wanted = self._wanted()
        self._set_signing(True)
        self._say("#problem", Content("Saving…"))
        self.in_thread(
            lambda: sign(self._desk, self._keeper, self.claim_id, wanted, by=self._by, based_on=self._based_on),
            lambda outcome: self._signed(wanted, outcome),
            group="sign",
        )

    def _signed(self, wanted: NewDecision, outcome: ReviewEvent | Conflict) -> None:
        self._set_signing(False)
        if isinstance(outcome, ReviewEvent):
            self.dismiss(outcome)
            return
        self._say("#problem", safe_line(outcome.error.message, "bold $text-error"))
        self.app.push_screen(ConflictScreen(wanted, outcome), lambda choice: self._chosen(choice, outcome))

    def _chosen(self, choice: Choice | None, conflict: Conflict) -> None:
        if choice == "mine":
            # Signed over what was just read, and over nothing that came after it.
            self._based_on = conflict.view.state.revision
            self._sign()
        elif choice == "theirs":
            self._keeper.keep(self.claim_id, by=self._by, text=self.query_one(RationaleField).text)
            self.dismiss(None)

    def show_failure(self, failure: Failure) -> None:
        """Nothing was signed: the text stays where it is, and with the keeper."""
        self._set_signing(False)
        self._keeper.keep(self.claim_id, by=self._by, text=self.query_one(RationaleField).text)
        self._say("#problem", safe_line(f"Not saved. {failure.words}", "bold $text-error"))

    def _set_signing(self, signing: bool) -> None:
        self._is_signing = signing
        # What would be typed now could not be part of what is being signed.
        self.query_one(RationaleField).read_only = signing
        self.query_one("#sign", Button).disabled = signing

    def _say(self, where: str, message: Content) -> None:
        self.query_one(where, Static).update(message)

    def _title(self) -> Content:
        if self._status is None:
            return Content("Draft of a rationale")
        return Content.assemble("Sign: ", status_content(self._status))

    def _label(self, words: str, needed: bool) -> Content:
        return Content.assemble((words, "bold"), (" (needed)" if needed else " (if there is something to say)", FAINT))

    def _about(self) -> Content:
        lines = [safe(self._view.claim.checked[:1_000], "bold"), *decided_before(self._view, self._by)]
        if self._media is not None:
            lines.append(media_content(self._media))
        return Content("\n").join([*lines, *rests_on(self._view, self._status)])


def first_words(view: ClaimView, by: str) -> str:
    """What the field begins with: this person's draft, else what they wrote in their last decision on the claim.

    Another person's words are never put under this one's name.
    """
    if view.draft is not None:
        return view.draft.rationale
    mine = my_last(view, by)
    return mine.rationale if mine else ""
