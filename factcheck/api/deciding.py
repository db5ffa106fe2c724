"""What a person does about a claim: passages attached, decisions signed and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from factcheck.api.opened import Opened
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.lineage import ClaimStep
    from factcheck.domain.media import Media
    from factcheck.domain.reviews import NewDecision, ReviewEvent


class Deciding(Opened):
    """Decisions. Each act is one transaction, signed, and never changed afterwards.

    `by` is who acts; left out, it is the `reviewer` of the settings. `based_on` is the revision of the claim that
    this person looked at (`ReviewState.revision`): if somebody worked on the claim since, that is a `ConflictError`.
    Without it another person's decision isn't overruled, unless `supersede` says that it may be; both are kept.
    """

    def decide(  # noqa: PLR0913  # a decision has as many parts
        self,
        claim: str,
        status: Status | str | None = None,
        *,
        rationale: str = "",
        passages: Iterable[str] | Mapping[str, StanceLabel | str | None] = (),
        without_evidence: str = "",
        rating: str | None = None,
        media: Media | None = None,
        by: str | None = None,
        based_on: int | None = None,
        supersede: bool = False,
    ) -> ReviewEvent:
        """Sign a decision on a claim, on all passages that are attached and on those named.

        Args:
            status: `supported`, `refuted` and `conflicting` need a rationale and a passage; `not_enough_evidence` and
                `not_checkable` need neither.
                `conflicting` needs passages of both sides. Without a status it is that of the rating.
            passages: Ids; or ids with what this person reads in each.
            without_evidence: Why there is no passage, where the status needs one.
            rating: A step of the house's scale, by its name in the settings.
            media: The picture, video or recording that the claim is about.

        Raises:
            UsageError: If the decision lacks what its status needs, nobody signs it, or there is no such claim.
            ConflictError: If another person decided first.
            DamageError: If a quote no longer stands in its stored document.
        """
        from factcheck.domain.reviews import NewDecision as New
        from factcheck.review.rules import rating_named

        given = None if rating is None else rating_named(self._bench.settings.organisation, rating)
        if status is None and given is None:
            raise UsageError("A decision needs a status or a rating.", hint="Name one of them.")
        names = tuple(self._ids("p", passages))
        read = passages.items() if isinstance(passages, Mapping) else ()
        stances = {self._id("p", name): _stance(stance) for name, stance in read if stance is not None}
        wanted = New(
            status=given.status if given and status is None else _status(status or ""),
            rationale=rationale,
            passages=names,
            stances=stances,
            without_evidence=without_evidence,
            rating=given,
            media=media,
        )
        return self.sign(claim, wanted, by=by, based_on=based_on, supersede=supersede)

    def sign(
        self,
        claim: str,
        decision: NewDecision,
        *,
        by: str | None = None,
        based_on: int | None = None,
        supersede: bool = False,
    ) -> ReviewEvent:
        """The same for a decision that is put together already; its passages are named by their whole ids.

        Raises:
            UsageError, ConflictError, DamageError: As `decide` does.
        """
        from factcheck.workbench import deciding

        claim_id = self._id("c", claim)
        seen = self._seen(claim_id, based_on, supersede=supersede)
        return deciding.decide(self._bench, claim_id, decision, by=self._signer(by), based_on=seen)

    def decide_same_as(
        self, other: str, claims: Iterable[str], *, by: str | None = None, supersede: bool = False
    ) -> list[ReviewEvent]:
        """Sign the decision on another claim again for each of these, with its rationale and quotes: for all or none.

        Raises:
            UsageError: If nothing is decided there, or a claim says another number or date, or the contrary.
            ConflictError: If another person decided one of them.
            DamageError: If a quote no longer stands in its stored document.
        """
        from factcheck.workbench.reusing import reuse

        ids = self._ids("c", claims)
        seen = {each: revision for each in ids if (revision := self._seen(each, None, supersede=supersede)) is not None}
        return reuse(self._bench, ids, self._id("c", other), by=self._signer(by), based_on=seen)

    def attach(
        self, claim: str, passage: str, *, stance: StanceLabel | str | None = None, by: str | None = None
    ) -> ReviewEvent | None:
        """Attach a passage to a claim, which is in review from then on; None where it was attached so already.

        Args:
            stance: What this person reads in it: `supports`, `refutes` or `neutral`. What the machine reads is never
                taken for that.

        Raises:
            UsageError: If there is no such claim or passage, or nobody signs.
            DamageError: If the passage no longer stands in its stored document.
        """
        from factcheck.workbench import deciding

        label = None if stance is None else _stance(stance)
        return deciding.attach(
            self._bench, self._id("c", claim), self._id("p", passage), by=self._signer(by), stance=label
        )

    def detach(self, claim: str, passage: str, *, by: str | None = None) -> ReviewEvent:
        """Detach a passage from a claim. A decision that was signed with it keeps it.

        Raises:
            UsageError: If it isn't attached.
        """
        from factcheck.workbench import deciding

        return deciding.detach(self._bench, self._id("c", claim), self._id("p", passage), by=self._signer(by))

    def save_draft(self, claim: str, rationale: str, *, by: str | None = None) -> None:
        """Keep a rationale that is being written; an empty one removes the draft."""
        from factcheck.workbench import deciding

        deciding.save_draft(self._bench, self._id("c", claim), by=self._signer(by), rationale=rationale)

    def withdraw(self, *, by: str | None = None) -> ReviewEvent:
        """Withdraw this person's last decision that still stands; the one before it counts again.

        Raises:
            UsageError: If there is none.
        """
        from factcheck.workbench import deciding

        return deciding.undo(self._bench, by=self._signer(by))

    def undo(self, *, by: str | None = None) -> ReviewEvent | ClaimStep:
        """Take back what this person did last: a decision, or a change of a claim. Nothing is erased.

        Raises:
            UsageError: If there is nothing of theirs to take back, or something was built on it since.
        """
        from factcheck.workbench import editing

        return editing.undo_last(self._bench, by=self._signer(by))


def _status(name: Status | str) -> Status:
    signed = [each.value for each in Status if each.is_decision]
    if name not in signed:
        raise UsageError(f"{str(name)!r} can't be decided.", hint=f"Choose one of: {', '.join(signed)}.")
    return Status(name)


def _stance(name: StanceLabel | str) -> StanceLabel:
    if name not in list(StanceLabel):
        raise UsageError(f"There is no stance {str(name)!r}.", hint=f"Choose one of: {', '.join(StanceLabel)}.")
    return StanceLabel(name)
