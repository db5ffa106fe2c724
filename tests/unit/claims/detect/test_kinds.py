"""The order of the kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.detect.kinds import kind_of
from factcheck.domain.claims import ClaimKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam broke.", ClaimKind.EVENT),
        ("The dam broke on 4 May 2021.", ClaimKind.EVENT),
        ("Two engineers were arrested.", ClaimKind.STATISTIC),
        ("Police arrested nine men in the harbour.", ClaimKind.EVENT),
        ("31 people died.", ClaimKind.STATISTIC),
        ("Tens of thousands of people fled.", ClaimKind.STATISTIC),
        ("Exports fell by 6 per cent in May.", ClaimKind.STATISTIC),
        ("The board confirmed the leak.", ClaimKind.QUOTATION),
        ("31 people died, the board said.", ClaimKind.QUOTATION),
        ("The board said the dam will break.", ClaimKind.QUOTATION),
        ("“We must leave this valley,” she said.", ClaimKind.QUOTATION),
        ("According to engineers, the dam should be closed.", ClaimKind.QUOTATION),
        ("The mayor urged people to leave.", ClaimKind.QUOTATION),
        ("The dam will break.", ClaimKind.PREDICTION),
        ("The dam will cost £40 million.", ClaimKind.PREDICTION),
        ("The road is set to open in June.", ClaimKind.PREDICTION),
        ("Had it rained, the dam would have broken.", ClaimKind.PREDICTION),
        ("The dam should be closed.", ClaimKind.OPINION),
        ("The dam should cost less than £40 million.", ClaimKind.OPINION),
        ("The plan is a waste of money.", ClaimKind.OPINION),
        ("The flood was caused by a blocked drain.", ClaimKind.CAUSAL),
        ("Trains were late because a signal failed.", ClaimKind.CAUSAL),
        ("Rents rose faster than wages.", ClaimKind.COMPARISON),
        ("It is the longest tunnel in the country.", ClaimKind.COMPARISON),
        ("The rate fell from 6 to 4 per cent.", ClaimKind.COMPARISON),
        ("More than 300 people live there.", ClaimKind.STATISTIC),
        ("Nadia Blum is the director of the museum.", ClaimKind.OFFICE),
        ("He succeeded Peter Haas as treasurer.", ClaimKind.OFFICE),
        ("Copper conducts electricity.", ClaimKind.STATEMENT),
        ("The town lies on the river Orr.", ClaimKind.STATEMENT),
        ("", ClaimKind.STATEMENT),
    ],
)
def test_kinds_follow_their_order(text: str, kind: ClaimKind) -> None:
    assert kind_of(text) is kind


@given(text=st.text())
def test_any_text_has_a_kind(text: str) -> None:
    assert kind_of(text) in ClaimKind
