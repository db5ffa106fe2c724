from __future__ import annotations

from factcheck.domain.organisation import Organisation
from factcheck.domain.statuses import Status
from factcheck.report.verdict import verdict

NOBODY = Organisation()


def test_it_counts_what_was_decided_and_by_whom_for_which_desk() -> None:
    counts = ((Status.REFUTED, 2), (Status.NOT_ENOUGH_EVIDENCE, 1), (Status.UNREVIEWED, 4))
    desk = Organisation(name="Elbmark Desk")
    assert verdict(counts, ("Ana", "Ben", "Cai"), desk, of="this article") == (
        "A person decided on 3 of the 7 claims of this article: 2 are refuted and 1 has not enough evidence.",
        "Decided by Ana, Ben and Cai for Elbmark Desk.",
        "4 claims are not reviewed. Nothing beside them is a verdict.",
    )


def test_nothing_decided_is_no_verdict() -> None:
    assert verdict(((Status.IN_REVIEW, 1), (Status.UNREVIEWED, 2)), (), NOBODY, of="this article") == (
        "No person has decided on any of the 3 claims of this article yet.",
        "3 claims are not reviewed. Nothing here is a verdict.",
    )


def test_all_decided_leaves_nothing_open() -> None:
    assert verdict(((Status.SUPPORTED, 2),), ("Ana",), NOBODY, of="these articles") == (
        "A person decided on all 2 claims of these articles: 2 are supported.",
        "Decided by Ana.",
    )


def test_one_claim_and_none_are_told_as_such() -> None:
    assert verdict(((Status.REFUTED, 1),), ("Ana",), NOBODY, of="this report")[0] == (
        "A person decided on the one claim of this report: it is refuted."
    )
    assert verdict(((Status.UNREVIEWED, 1),), (), NOBODY, of="this article")[0] == (
        "No person has decided on the one claim of this article yet."
    )
    assert verdict((), (), NOBODY, of="this article") == ("No claims of this article are in this report.",)
