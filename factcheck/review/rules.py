"""What a decision must have before it can be signed."""

from __future__ import annotations

import unicodedata
from typing import Final

from factcheck.domain.reviews import NewDecision
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError

DECISIONS: Final = tuple(status for status in Status if status.is_decision)
"""The five statuses that a person can sign."""


def check_signature(by: str) -> str:
    """The reviewer's name, trimmed.

    Raises:
        UsageError: If nothing in it is visible, since it would sign for nobody, or if it holds control characters.
    """
    name = " ".join(by.split())
    if not any(character.isprintable() and not character.isspace() for character in name):
        raise UsageError(
            "Nobody is named as the reviewer.",
            hint="Say who you are with --by NAME, with FACTCHECK_BY, or with `reviewer` in factcheck.toml.",
        )
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        raise UsageError(
            f"The reviewer's name {name!r} holds characters that are not text.", hint="Type the name in plain letters."
        )
    return name


def check_decision(wanted: NewDecision, *, passages: int) -> None:
    """Accept only a decision that says enough for others to check it.

    Args:
        passages: How many passages it is based on.

    Raises:
        UsageError: If the status can't be signed, or lacks the rationale or the evidence that it needs.
    """
    status = wanted.status
    if not status.is_decision:
        names = ", ".join(each.value for each in DECISIONS)
        raise UsageError(f"{status.value} is not a decision.", hint=f"Choose one of: {names}.")
    if not status.needs_evidence:
        return
    if not wanted.rationale.strip():
        raise UsageError(
            f"{status.words.capitalize()} needs a rationale: why the evidence says so.",
            hint='Give it with --because "…" (in the reviewer: write it in the field).',
        )
    if not passages and not wanted.without_evidence.strip():
        raise UsageError(
            f"{status.words.capitalize()} needs at least one attached passage.",
            hint='Attach one with --evidence PASSAGE, or say why there is none with --without-evidence "…".',
        )
