"""What people did to the claims themselves: an append-only log of edits, splits and merges.

What a claim said, and where, never changes. What is checked of it can, and every change is a step that names who,
when and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from factcheck.domain.claims import Ambiguity, Claim, ClaimKind, Standing, Substitution

BY_HAND: Final = "person"
"""`Claim.detector` of what a person made by a split or a merge."""


class StepAct(StrEnum):
    """What a person can do to a claim itself."""

    EDIT = "edit"
    SPLIT = "split"
    MERGE = "merge"
    DROP = "drop"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The parts of a claim that a person can change."""

    checked: str
    kind: ClaimKind
    speaker: str | None = None
    substitutions: tuple[Substitution, ...] = ()


def wording_of(claim: Claim) -> Wording:
    """The wording that a claim has now."""
    return Wording(checked=claim.checked, kind=claim.kind, speaker=claim.speaker, substitutions=claim.substitutions)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStep:
    """One step of one person on one claim. Stored once, never changed.

    Attributes:
        number: Position in the log of the whole workbench, from 1.
        revision: Count of decisions, withdrawals and steps of this claim up to and with this one.
        before: The wording that the step found; set where it changed the wording.
        after: The wording that it left.
        related_ids: The parts of a split; the one claim that a merge made; of a restored claim, what it gave way to.
        takes_back: Number of the step that a restoration takes back; None where there is none to name.
    """

    number: int
    claim_id: str
    act: StepAct
    by: str
    at: datetime
    revision: int
    reason: str = ""
    before: Wording | None = None
    after: Wording | None = None
    related_ids: tuple[str, ...] = ()
    takes_back: int | None = None

    @property
    def words(self) -> str:
        """What was done, in words, without who and when."""
        related = ", ".join(self.related_ids)
        if self.act is StepAct.SPLIT:
            return f"split {self.claim_id} into {related}"
        if self.act is StepAct.MERGE:
            return f"merged {self.claim_id} into {related}"
        if self.act is StepAct.EDIT:
            return f"edited {self.claim_id}"
        if self.act is StepAct.DROP:
            return f"dropped {self.claim_id}"
        if self.takes_back is not None:
            return f"restored {self.claim_id}, taking step {self.takes_back} back"
        return f"gave {self.claim_id} up for {related}" if related else f"restored {self.claim_id}"

    @property
    def changes(self) -> tuple[str, ...]:
        """What it changed in the wording, old and new; empty where it changed nothing."""
        before, after = self.before, self.after
        if before is None or after is None:
            return ()
        pairs = (
            (f"“{before.checked}”", f"“{after.checked}”"),
            (before.kind.value, after.kind.value),
            (f"said by {before.speaker or 'the article'}", f"said by {after.speaker or 'the article'}"),
        )
        return tuple(f"{old} → {new}" for old, new in pairs if old != new)


def substitution_words(made: Substitution) -> str:
    """`“he” → “Ann Lee”: named in the sentence before`."""
    said = f"“{made.said}” → “{made.written}”" if made.said else f"put in “{made.written}”"
    return f"{said}: {made.why}"


def ambiguity_words(unclear: Ambiguity) -> str:
    """`unclear “they”: may be two (perhaps the miners, the owners)`."""
    candidates = f" (perhaps {', '.join(unclear.candidates)})" if unclear.candidates else ""
    return f"unclear “{unclear.said}”: {unclear.why}{candidates}"


STANDING_WORDS: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        Standing.LISTED: "",
        Standing.WITHDRAWN: "not listed: no longer found by the claim detector",
        Standing.DROPPED: "not listed: dropped by a person",
        Standing.REPLACED: "not listed: split or merged by a person, or given up for what it was made of",
    }
)
"""Why a claim isn't listed; empty for one that is."""
