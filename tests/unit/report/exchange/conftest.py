"""The report of the invented city, as a house with a scale of its own publishes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.domain.media import Media
from factcheck.domain.organisation import GivenRating, Organisation, Rating
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows

SCALE = (
    Rating(name="False", status=Status.REFUTED, value=1),
    Rating(name="Mostly false", status=Status.REFUTED, value=2),
    Rating(name="True", status=Status.SUPPORTED, value=5),
)
HOUSE = Organisation(
    name="Elbmark <Checks> & Co",
    url="https://checks.example",
    review_url="https://checks.example/{article}#{claim}",
    ratings=SCALE,
)

Resigned = Callable[..., ReportRows]


@pytest.fixture
def published(rows: ReportRows) -> ReportRows:
    """The rows with the settings of the house."""
    return replace(rows, organisation=HOUSE)


@pytest.fixture
def resigned(published: ReportRows) -> Resigned:
    """The rows with another rating, or with a medium, in the decision of one status."""

    def sign(status: Status, *, rating: GivenRating | None = None, media: Media | None = None) -> ReportRows:
        views = []
        for view in published.claims:
            decision = view.state.decision
            if decision is not None and decision.status is status:
                state = replace(view.state, decision=replace(decision, rating=rating, media=media))
                view = replace(view, state=state)  # the one that was changed
            views.append(view)
        return replace(published, claims=tuple(views))

    return sign
