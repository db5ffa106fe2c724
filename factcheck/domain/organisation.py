"""Who publishes the verdicts, and the words that the house rates with."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

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
class GivenRating:
    """A step of the scale as it was when a decision was signed with it: a house may change its scale later.

    Attributes:
        value: Its place from `worst` to `best`; all three are None where it had none.
    """

    name: str
    value: int | None = None
    worst: int | None = None
    best: int | None = None


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

    def rating(self, name: str) -> Rating | None:
        """The step of this name, however it is capitalised; None where the scale has none."""
        wanted = " ".join(name.split()).casefold()
        return next((each for each in self.ratings if each.name.casefold() == wanted), None)

    def given(self, rating: Rating) -> GivenRating:
        """The step together with the ends of today's scale."""
        if rating.value is None:
            return GivenRating(name=rating.name)
        values = [rating.value, *(each.value for each in self.ratings if each.value is not None)]
        return GivenRating(name=rating.name, value=rating.value, worst=min(values), best=max(values))

    def review_address(self, article_id: str, claim_id: str) -> str:
        """Where the verdict on a claim is published; empty where the settings don't say it."""
        address = self.review_url.replace("{article}", quote(article_id, safe="", errors="replace"))
        return address.replace("{claim}", quote(claim_id, safe="", errors="replace"))
