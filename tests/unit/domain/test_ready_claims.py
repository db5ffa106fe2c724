"""A ready claim is taken as it is."""

from __future__ import annotations

import pytest

from factcheck.domain.claims import ClaimKind
from factcheck.domain.ready_claims import claim_of
from factcheck.domain.scores import GivenClaim


@pytest.mark.parametrize("text", ["Did the mill burn?", "The mill burned.\nIt is gone.", "mill"])
def test_a_ready_claim_is_one_claim_whatever_it_looks_like(text: str) -> None:
    claim = claim_of(GivenClaim(address="x:1", key="1", text=text, speaker="Lee"), ClaimKind.EVENT)
    assert claim.kind is ClaimKind.EVENT
    assert claim.checked == " ".join(text.split())
    assert claim.said == text
    assert claim.speaker == "Lee"


def test_ready_claims_of_other_words_keys_or_days_have_other_ids() -> None:
    ids = {
        claim_of(GivenClaim(address="x:1", key=key, text=text), ClaimKind.EVENT).id
        for key, text in (("1", "It burned."), ("2", "It burned."), ("1", "It sank."))
    }
    assert len(ids) == 3
