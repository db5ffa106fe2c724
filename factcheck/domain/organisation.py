"""Who publishes the verdicts, and the words that the house rates with."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.domain.statuses import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One step of a house's own scale.

    Attributes:
        name: As the house publishes it: `Mostly false`.
        status: The one status that it stands for.
        value: Its place on the scale, from 1, the worst; None where the scale has no order.
    """

    name: str
    status: Status
    value: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A desk as its reports name it; each value is empty where the settings don't say it.

    Attributes:
        name: Of the organisation that signs the reports.
        url: Its own address.
        review_url: Where a verdict is published; `{claim}` and `{article}` in it stand for their ids.
        ratings: The house's scale.
    """

    name: str = ""
    url: str = ""
    review_url: str = ""
    ratings: tuple[Rating, ...] = ()
