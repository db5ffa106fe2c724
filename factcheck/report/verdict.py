"""The verdict on an article in words: how many claims of which status, and who decided. A count, and no rating."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain.organisation import Organisation
from factcheck.domain.statuses import Status
from factcheck.report.words import counted, listed, status_words


def verdict(
    counts: Sequence[tuple[Status, int]], deciders: Sequence[str], organisation: Organisation, *, of: str
) -> tuple[str, ...]:
    """The verdict, one sentence each; the first can stand alone.

    Args:
        counts: Claims by status, without zeros.
        deciders: Who made the decisions in force.
        of: What the claims are of: `this article`.
    """
    total = sum(count for _, count in counts)
    decided = [(status, count) for status, count in counts if status.is_decision]
    done = sum(count for _, count in decided)
    if not total:
        return (f"No claims of {of} are in this report.",)
    if not done:
        return (f"No person has decided on {_all(total)} of {of} yet.", _open(total, total))
    share = _all(total, every=True) if done == total else f"{done} of the {total} claims"
    shares = (
        f"it {_share(*decided[0]).partition(' ')[2]}" if total == 1 else listed([_share(*each) for each in decided])
    )
    told = [f"A person decided on {share} of {of}: {shares}."]
    for_whom = f" for {organisation.name}" if organisation.name else ""
    told.append(f"Decided by {listed(deciders)}{for_whom}.")
    if done < total:
        told.append(_open(total - done, total))
    return tuple(told)


def _all(total: int, *, every: bool = False) -> str:
    if total == 1:
        return "the one claim"
    return f"all {total} claims" if every else f"any of the {total} claims"


def _share(status: Status, count: int) -> str:
    if status is Status.NOT_ENOUGH_EVIDENCE:
        return f"{count} {'has' if count == 1 else 'have'} not enough evidence"
    return f"{count} {'is' if count == 1 else 'are'} {status_words(status)}"


def _open(count: int, total: int) -> str:
    what = "Nothing here is a verdict" if count == total else "Nothing beside them is a verdict"
    return f"{counted(count, 'claim')} {'is' if count == 1 else 'are'} not reviewed. {what}."
