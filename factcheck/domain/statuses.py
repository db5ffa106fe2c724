"""The statuses of a claim: one vocabulary for the machine's suggestion and the person's decision."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The four of AVeriTeC (Schlichtkrull et al. 2023), `not_checkable`, and the two open ones."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKABLE = "not_checkable"
    IN_REVIEW = "in_review"
    UNREVIEWED = "unreviewed"

    @property
    def is_decision(self) -> bool:
        """True for those that a person can sign."""
        return self not in (Status.IN_REVIEW, Status.UNREVIEWED)

    @property
    def needs_evidence(self) -> bool:
        """True for those that say something about the world, and so need a rationale and a quoted passage."""
        return self in (Status.SUPPORTED, Status.REFUTED, Status.CONFLICTING)

    @property
    def words(self) -> str:
        """As people read it."""
        return self.value.replace("_", " ")
