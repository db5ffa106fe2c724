"""A decision as text: its status with the house's rating, what it is about, and what a new one would rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from factcheck.domain.media import Media
from factcheck.domain.reviews import Act, Quote, ReviewEvent, sides_missing
from factcheck.domain.statuses import Status
from factcheck.domain.views import ClaimView, EvidenceView
from factcheck.tui.safe import safe_line
from factcheck.tui.signs import FAINT, STANCE_SIGNS, status_content


def verdict_content(status: Status, rating: str = "") -> Content:
    """The status, and the house's own word for it where there is one."""
    if not rating:
        return status_content(status)
    return Content.assemble(status_content(status), " (", safe_line(rating, "bold", most=120), ")")


def signed_content(decision: ReviewEvent) -> Content:
    """The verdict of a stored decision; empty for what is none."""
    if decision.status is None:
        return Content("")
    return verdict_content(decision.status, decision.rating.name if decision.rating else "")


def media_content(media: Media) -> Content:
    """What a decision is about, where that is a picture, a video or a recording."""
    return Content.assemble(("about the ", FAINT), safe_line(media.words, most=300))


def decided_before(view: ClaimView, by: str) -> Iterator[Content]:
    """The decision in force; why it was signed only where that was another person, whose words aren't in the field."""
    decision = view.state.decision
    if decision is not None and decision.status is not None:
        yield Content.assemble(
            ("now ", FAINT), signed_content(decision), (" by ", FAINT), safe_line(decision.by, most=120)
        )
        if decision.by != by and decision.rationale:
            yield Content.assemble(("because ", FAINT), safe_line(decision.rationale, most=300))


def rests_on(view: ClaimView, status: Status | None) -> Iterator[Content]:
    """The attached passages, and what the status still needs of them."""
    attached = [each for each in view.evidence if each.quote]
    # First, for a short screen shows no more of it.
    if status is Status.CONFLICTING and (lacks := side_lacking(view.state.attached)):
        yield safe_line(lacks, "$text-warning", most=400)
    if attached:
        yield Content.styled(f"Rests on {len(attached)} passage{'s' if len(attached) > 1 else ''}:", FAINT)
        yield from (_attached(each) for each in attached)
    else:
        yield Content.styled("Rests on nothing yet: no passage is attached.", "$text-warning")


def side_lacking(attached: Sequence[Quote]) -> str:
    """What the evidence of a conflict lacks, and the keys that mend it; empty where both sides are there."""
    missing = sides_missing(attached)
    if not missing:
        return ""
    lacks = " and none that ".join(each.value for each in missing)
    return (
        f"Conflicting needs passages on both sides; there is none that {lacks} the claim, in your reading. "
        "Press Esc: a attaches the marked passage, t says what it says."
    )


def my_last(view: ClaimView, by: str) -> ReviewEvent | None:
    """The last decision that this person signed on the claim, in force or not."""
    return next((event for event in reversed(view.history) if event.by == by and event.act is Act.DECIDE), None)


def _attached(view: EvidenceView) -> Content:
    stance = view.quote.stance if view.quote else None
    return Content.assemble(
        f"  {STANCE_SIGNS[stance]} {stance.value} " if stance else "  ● ",
        safe_line(view.citation.line, "$text-primary", most=60),
        " ",
        safe_line(view.passage.text, most=120),
    )
