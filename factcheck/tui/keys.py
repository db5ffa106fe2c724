"""Every key of the terminal UI, in one table: the bindings, the footer, the help screen and the guide come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from textual.binding import Binding

Where = Literal["review", "decision", "conflict", "passage", "search", "name", "dialog"]

PLACES: Final[dict[Where, str]] = {
    "review": "The reviewer",
    "decision": "Signing a decision, writing a draft",
    "conflict": "When someone else decided first",
    "passage": "A passage in its document",
    "search": "Searching the evidence",
    "name": "Saying who you are",
    "dialog": "Lists and help",
}
"""Where keys work, as people read it, in the order of the help screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One thing that keys do.

    Attributes:
        id: Stable name of the binding, by which a keymap could change it.
        keys: Textual's names of the keys, with commas between them.
        shown: The keys as people read them.
        label: A word or two, for the footer.
        tooltip: One sentence: what it does.
        footer: Whether the footer shows it.
        group: The footer shows keys of one group together under this word.
    """

    id: str
    where: Where
    keys: str
    shown: str
    action: str
    label: str
    tooltip: str
    footer: bool = False
    group: str = ""


def _key(name: str, keys: str, shown: str, action: str, words: tuple[str, str], *, footer: bool = False) -> Key:
    where, _, _ = name.partition(".")
    label, tooltip = words
    group = "Decide" if action.startswith("decide(") else ""
    assert where in PLACES
    return Key(
        id=name,
        where=where,
        keys=keys,
        shown=shown,
        action=action,
        label=label,
        tooltip=tooltip,
        footer=footer,
        group=group,
    )


KEYS: Final[tuple[Key, ...]] = (
    _key("review.next", "j", "j ↓", "next", ("Next", "Go to the next claim, or passage in the evidence pane.")),
    _key("review.previous", "k", "k ↑", "previous", ("Previous", "Go to the claim or passage before.")),
    _key("review.next-open", "n", "n", "next_open", ("Next open", "Go to the next undecided claim."), footer=True),
    _key("review.pane-next", "tab", "Tab", "pane(1)", ("Next pane", "Go to the next pane.")),
    _key("review.pane-previous", "shift+tab", "Shift+Tab", "pane(-1)", ("Pane before", "Go to the pane before.")),
    _key("review.pane-claims", "1", "1", "show_pane('queue')", ("Claims", "Go to the queue of claims.")),
    _key("review.pane-claim", "2", "2", "show_pane('claim')", ("Claim", "Go to the claim and its decision.")),
    _key("review.pane-article", "3", "3", "show_pane('article')", ("Article", "Go to the article.")),
    _key("review.pane-evidence", "4", "4", "show_pane('evidence')", ("Evidence", "Go to the evidence.")),
    _key(
        "review.attach",
        "a,space",
        "a Space",
        "attach",
        ("Attach", "Attach the marked passage to the claim, or detach it."),
        footer=True,
    ),
    _key(
        "review.stance", "t", "t", "stance", ("Stance", "Record your own reading of an attached passage: next stance.")
    ),
    _key("review.open", "o", "o Enter", "open", ("Open", "Read the marked passage in its document."), footer=True),
    _key("review.supported", "s", "s", "decide('supported')", ("Supported", "Sign: supported."), footer=True),
    _key("review.refuted", "r", "r", "decide('refuted')", ("Refuted", "Sign: refuted."), footer=True),
    _key("review.conflicting", "c", "c", "decide('conflicting')", ("Conflicting", "Sign: conflicting."), footer=True),
    _key(
        "review.not-enough",
        "e",
        "e",
        "decide('not_enough_evidence')",
        ("Not enough evidence", "Sign: not enough evidence."),
        footer=True,
    ),
    _key(
        "review.not-checkable",
        "x",
        "x",
        "decide('not_checkable')",
        ("Not checkable", "Sign: not checkable."),
        footer=True,
    ),
    _key("review.write", "w", "w", "write", ("Write", "Write a draft of the rationale without deciding.")),
    _key("review.undo", "u", "u", "undo", ("Undo", "Withdraw your last decision; nothing is erased."), footer=True),
    _key("review.match", "m", "m", "match", ("Match", "Look for evidence for this claim again."), footer=True),
    _key("review.match-all", "M", "M", "match_all", ("Match all", "Look for evidence for every undecided claim.")),
    _key("review.search", "slash", "/", "search", ("Search", "Search the evidence in your own words."), footer=True),
    _key("review.filter", "f", "f", "filter", ("Filter", "Show only claims of one status.")),
    _key("review.sort", "S", "S", "sort", ("Sort", "Order by check-worthiness, or as in the article.")),
    _key("review.machine", "v", "v", "machine", ("Machine", "Hide or show what the machine suggests.")),
    _key("review.history", "h", "h", "history", ("History", "Show who did what on this claim, and when.")),
    _key("review.copy", "y", "y", "copy", ("Copy", "Copy the claim with its evidence to the clipboard.")),
    _key("review.reload", "R,f5", "R F5", "reload", ("Reload", "Read everything again from the database.")),
    _key("review.stop", "escape", "Esc", "stop", ("Stop", "Stop the matching that is running, or show all claims.")),
    _key("review.help", "question_mark,f1", "? F1", "help", ("Help", "Show all keys."), footer=True),
    _key(
        "review.quit", "q", "q Ctrl+Q", "quit", ("Quit", "Leave; everything signed and written is stored."), footer=True
    ),
    _key(
        "decision.sign",
        "ctrl+s,f2",
        "Ctrl+S F2",
        "sign",
        ("Sign", "Sign the decision, or store the draft."),
        footer=True,
    ),
    _key(
        "decision.close",
        "escape",
        "Esc",
        "close",
        ("Keep draft", "Close without signing; the draft is kept."),
        footer=True,
    ),
    _key("conflict.theirs", "t", "t", "theirs", ("Keep theirs", "Leave their decision; yours stays a draft.")),
    _key("conflict.mine", "m", "m", "mine", ("Sign mine", "Sign yours over theirs; both stay in the history.")),
    _key("conflict.back", "escape", "Esc", "back", ("Back", "Go back to what you were writing.")),
    _key(
        "passage.attach", "a,space", "a Space", "attach", ("Attach", "Attach the passage, or detach it."), footer=True
    ),
    _key("passage.down", "j", "j ↓", "down", ("Down", "Read on.")),
    _key("passage.up", "k", "k ↑", "up", ("Up", "Read back.")),
    _key("passage.close", "escape,q,o", "Esc q o", "close", ("Close", "Back to the claim."), footer=True),
    _key("search.run", "enter", "Enter", "run", ("Search", "In the field: search. In the list: read the passage.")),
    _key("search.attach", "a,space", "a Space", "attach", ("Attach", "Attach the marked passage."), footer=True),
    _key("search.next", "j", "j ↓", "next", ("Next", "Go to the next passage.")),
    _key("search.previous", "k", "k ↑", "previous", ("Previous", "Go to the passage before.")),
    _key("search.open", "o", "o", "open", ("Open", "Read the marked passage in its document."), footer=True),
    _key("search.words", "slash", "/", "words", ("Other words", "Back to the field."), footer=True),
    _key("search.close", "escape", "Esc", "close", ("Close", "Back to the claim."), footer=True),
    _key("name.close", "escape", "Esc", "close", ("Only look", "Go on without a name: nothing can be signed then.")),
    _key("dialog.next", "j", "j ↓", "next", ("Next", "Go down.")),
    _key("dialog.previous", "k", "k ↑", "previous", ("Previous", "Go up.")),
    _key("dialog.close", "escape,q", "Esc q", "close", ("Close", "Back to the claim.")),
)
"""The table. The arrow keys, Page Up and Page Down, Home and End move inside every list and text as well."""


def bindings(where: Where) -> list[Binding]:
    """The bindings of one place, for a screen's BINDINGS."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.footer,
            key_display=key.shown.split()[0],
            tooltip=key.tooltip,
            id=key.id,
            group=Binding.Group(key.group, compact=True) if key.group else None,
        )
        for key in KEYS
        if key.where == where
    ]
