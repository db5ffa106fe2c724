"""What a decision must have before it can be signed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from factcheck.domain.addresses import is_web_address
from factcheck.domain.organisation import Organisation, Rating
from factcheck.domain.reviews import NewDecision, Quote, sides_missing
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError
from factcheck.language.display import one_line

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


def check_decision(wanted: NewDecision, quotes: Sequence[Quote]) -> None:
    """Accept only a decision that says enough for others to check it.

    Args:
        quotes: The passages that it is based on, with what the person who signs read in each.

    Raises:
        UsageError: If the status can't be signed, or lacks the rationale or the evidence that it needs, if its rating
            stands for another status, or if what it is about has no web address.
    """
    status = wanted.status
    if not status.is_decision:
        names = ", ".join(each.value for each in DECISIONS)
        raise UsageError(f"{status.value} is not a decision.", hint=f"Choose one of: {names}.")
    if wanted.rating is not None and wanted.rating.status is not status:
        raise UsageError(
            f"The rating {wanted.rating.name!r} stands for {wanted.rating.status.words}, not for {status.words}.",
            hint="Leave the status out, or give another rating.",
        )
    if wanted.media is not None and not is_web_address(wanted.media.address):
        raise UsageError(
            f"{one_line(wanted.media.address)[:80]!r} is no web address of a picture, a video or a recording.",
            hint="Give the address at which it was published, such as https://example.org/photo.jpg.",
        )
    if not status.needs_evidence:
        return
    if not wanted.rationale.strip():
        raise UsageError(
            f"{status.words.capitalize()} needs a rationale: why the evidence says so.",
            hint='Give it with --because "…" (in the reviewer: write it in the field).',
        )
    if status is Status.CONFLICTING:
        check_sides(quotes)
    elif not quotes and not wanted.without_evidence.strip():
        raise UsageError(
            f"{status.words.capitalize()} needs at least one attached passage.",
            hint='Attach one with --evidence PASSAGE, or say why there is none with --without-evidence "…".',
        )


def check_sides(quotes: Sequence[Quote]) -> None:
    """Accept only evidence on both sides: what is called conflicting is shown to be so.

    Raises:
        UsageError: Says which side lacks a passage.
    """
    missing = sides_missing(quotes)
    if not missing:
        return
    lacks = " and none that ".join(each.value for each in missing)
    raise UsageError(
        f"Conflicting needs attached passages on both sides; there is none that {lacks} the claim, in your reading.",
        hint="Say what you read with "
        + " ".join(f"--evidence PASSAGE:{each.value}" for each in missing)
        + " (in the reviewer: a attaches the marked passage, t says what it says), or sign not_enough_evidence.",
    )


def rating_named(organisation: Organisation, name: str) -> Rating:
    """The step of the house's scale that is called `name`.

    Raises:
        UsageError: If there is none; its hint lists the names.
    """
    found = organisation.rating(name)
    if found is not None:
        return found
    if not organisation.ratings:
        raise UsageError("No ratings are set.", hint="Set the house's scale as [[ratings]] in factcheck.toml.")
    names = ", ".join(each.name for each in organisation.ratings)
    raise UsageError(f"There is no rating {one_line(name)[:80]!r}.", hint=f"The ratings are: {names}.")
