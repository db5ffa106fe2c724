"""The pasts of verbs that don't form them with -ed."""

from __future__ import annotations

from factcheck.language.irregular_verbs import PAST_OF


def test_a_base_leads_to_its_past() -> None:
    assert PAST_OF["take"] == "took"
    assert PAST_OF["cut"] == "cut"
    assert "walk" not in PAST_OF
