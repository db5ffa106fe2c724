"""The order of the kinds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.kinds import kind_of
from factcheck.domain.claims import ClaimKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam broke.", ClaimKind.STATEMENT),
        ("The dam broke on 4 May 2021.", ClaimKind.STATEMENT),
        ("The board confirmed the leak.", ClaimKind.STATEMENT),
        ("31 people died.", ClaimKind.STATISTIC),
        ("Tens of thousands of people fled.", ClaimKind.STATISTIC),
        ("31 people died, the board said.", ClaimKind.QUOTATION),
        ("The board said the dam will break.", ClaimKind.QUOTATION),
        ("“We must leave this valley,” she said.", ClaimKind.QUOTATION),
        ("According to engineers, the dam should be closed.", ClaimKind.QUOTATION),
        ("The dam will break.", ClaimKind.PREDICTION),
        ("The dam will cost £40 million.", ClaimKind.PREDICTION),
        ("The dam should be closed.", ClaimKind.OPINION),
        ("The dam should cost less than £40 million.", ClaimKind.OPINION),
        ("", ClaimKind.STATEMENT),
    ],
)
def test_kinds_follow_their_order(text: str, kind: ClaimKind) -> None:
    assert kind_of(text) is kind


@settings(deadline=None)
@given(text=st.text())
def test_any_text_has_a_kind(text: str) -> None:
    assert kind_of(text) in ClaimKind
