"""Rationales that are being written, until they are in the database.

What was typed is kept here from the first letter on and is let go only once it is stored, so that a locked database or
a full disk costs a reviewer nothing but a message.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from time import monotonic

from factcheck.tui.desk import Desk

PAUSE = 0.7
"""Seconds without a key after which a draft is worth a write."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that is not stored yet, and when it last changed."""

    by: str
    text: str
    at: float


class DraftKeeper:
    """Unsaved drafts by claim. `keep` and `forget` are for the screen's thread, `save` and `lock` for others too."""

    def __init__(self) -> None:
        self.lock = Lock()
        """Held while drafts or decisions are written, so that a late draft can't follow the decision it became."""
        self._unsaved: dict[str, Unsaved] = {}

    def keep(self, claim_id: str, *, by: str, text: str) -> None:
        """Remember what was typed; the latest counts."""
        self._unsaved[claim_id] = Unsaved(by, text, monotonic())

    def text(self, claim_id: str) -> str | None:
        """What is unsaved on this claim."""
        unsaved = self._unsaved.get(claim_id)
        return unsaved.text if unsaved else None

    def forget(self, claim_id: str) -> None:
        """Let go of what is unsaved: it was signed, or is as it was stored before."""
        self._unsaved.pop(claim_id, None)

    @property
    def waiting(self) -> list[str]:
        """The claims whose drafts aren't stored yet."""
        return list(self._unsaved)

    def is_due(self) -> bool:
        """True where something has been left alone long enough to be written."""
        now = monotonic()
        return any(now - unsaved.at >= PAUSE for unsaved in list(self._unsaved.values()))

    def save(self, desk: Desk) -> list[str]:
        """Store all that is unsaved; gives the claims. Runs in a thread.

        Raises:
            FactcheckError: If it can't be stored now; everything is still kept here then.
        """
        saved = []
        with self.lock:
            if not self._unsaved:
                return []
            with desk.open() as bench:
                for claim_id, unsaved in list(self._unsaved.items()):
                    bench.save_draft(claim_id, unsaved.text, by=unsaved.by)
                    saved.append(claim_id)
                    # Typed on in the meantime: the newer text stays for the next time.
                    if self._unsaved.get(claim_id) is unsaved:
                        del self._unsaved[claim_id]
        return saved
