"""What a person does to the claims themselves: reworded, split, merged, dropped, restored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.api.opened import Opened, several
from factcheck.domain.claims import ClaimKind
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.lineage import ClaimStep


class Editing(Opened):
    """Changes of claims. What an article said, and where, never changes; every change is a signed step that is kept.

    Each verb gives the step that it took. `by`, `based_on` and `supersede` are as in `Deciding`; `reason` is kept with
    the step. A decision on the old words stays in the history and counts again once they are back.
    """

    def edit(  # noqa: PLR0913  # what may change, and who, why and on what
        self,
        claim: str,
        *,
        checked: str | None = None,
        without: Iterable[str] = (),
        kind: ClaimKind | str | None = None,
        speaker: str | None = None,
        reason: str = "",
        by: str | None = None,
        based_on: int | None = None,
        supersede: bool = False,
    ) -> ClaimStep:
        """Reword what is verified, or say anew what kind of claim it is or who said it.

        Args:
            checked: The whole new wording.
            without: Words that are to stand again as they were said, where something was written for them.
            speaker: `""` for the article's own voice.

        Raises:
            UsageError: If the claim isn't listed, or the change is none or makes no claim.
            ConflictError: If it would put another person's decision out of force, or someone came first.
        """
        from factcheck.workbench import editing

        change = editing.Change(checked=checked, without=several(without), kind=_kind(kind), speaker=speaker)
        claim_id = self._id("c", claim)
        seen = self._seen(claim_id, based_on, supersede=supersede)
        return editing.edit(self._bench, claim_id, change, by=self._signer(by), reason=reason, based_on=seen)

    def split(  # noqa: PLR0913  # two ways to say where, and who, why and on what
        self,
        claim: str,
        *,
        at: Iterable[str] = (),
        parts: Iterable[str] = (),
        reason: str = "",
        by: str | None = None,
        based_on: int | None = None,
        supersede: bool = False,
    ) -> ClaimStep:
        """Put several claims in the place of one; their ids are the step's `related_ids`.

        Args:
            at: Words with which a part begins, or offsets in the article.
            parts: Instead of cuts: the words of each part, `…` for words left out; parts may share words.

        Raises:
            UsageError: If the claim isn't listed, the words don't stand in it, or make fewer than two parts.
            ConflictError: As `edit`.
        """
        from factcheck.workbench import splitting

        claim_id = self._id("c", claim)
        seen = self._seen(claim_id, based_on, supersede=supersede)
        splitting.split(
            self._bench,
            claim_id,
            at=several(at),
            parts=several(parts),
            by=self._signer(by),
            reason=reason,
            based_on=seen,
        )
        return self._bench.steps.of_claim(claim_id)[-1]

    def merge(
        self,
        claims: Iterable[str],
        *,
        checked: str | None = None,
        reason: str = "",
        by: str | None = None,
        supersede: bool = False,
    ) -> ClaimStep:
        """Put one claim in the place of several of one article; its id is the step's only `related_ids`.

        Args:
            checked: Its wording; theirs, one after the other, where it is left out.

        Raises:
            UsageError: If they are fewer than two, of several articles, or not listed.
            ConflictError: As `edit`.
        """
        from factcheck.workbench import splitting

        ids = self._ids("c", claims)
        seen = {each: revision for each in ids if (revision := self._seen(each, None, supersede=supersede)) is not None}
        made = splitting.merge(self._bench, ids, checked=checked, by=self._signer(by), reason=reason, based_on=seen)
        return self._bench.steps.of_claim(made.parent_ids[0])[-1]

    def drop(
        self,
        claim: str,
        *,
        reason: str = "",
        by: str | None = None,
        based_on: int | None = None,
        supersede: bool = False,
    ) -> ClaimStep:
        """Take a claim off the list. It stays stored with its history, and no detector brings it back.

        Raises:
            UsageError: If it isn't listed.
            ConflictError: If another person decided it, or someone came first.
        """
        from factcheck.workbench import editing

        claim_id = self._id("c", claim)
        seen = self._seen(claim_id, based_on, supersede=supersede)
        return editing.drop(self._bench, claim_id, by=self._signer(by), reason=reason, based_on=seen)

    def restore(
        self,
        claim: str,
        *,
        reason: str = "",
        by: str | None = None,
        based_on: int | None = None,
        supersede: bool = False,
    ) -> ClaimStep:
        """Take the last step on a claim back: list it again, or undo its split, its merge or its last edit.

        Raises:
            UsageError: If there is nothing to take back, or a person decided what a split or a merge made.
            ConflictError: As `edit`.
        """
        from factcheck.workbench import editing

        claim_id = self._id("c", claim)
        seen = self._seen(claim_id, based_on, supersede=supersede)
        return editing.restore(self._bench, claim_id, by=self._signer(by), reason=reason, based_on=seen)


def _kind(name: ClaimKind | str | None) -> ClaimKind | None:
    if name is None:
        return None
    kinds = [each.value for each in ClaimKind if each.is_claim]
    if name not in list(ClaimKind):
        raise UsageError(f"There is no kind of claim {str(name)!r}.", hint=f"Choose one of: {', '.join(kinds)}.")
    return ClaimKind(name)
