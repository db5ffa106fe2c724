"""The forms of verbs whose past is not formed with -ed."""

from __future__ import annotations

from factcheck.language.irregular_verbs import PARTICIPLES, PAST_OF, PASTS


def test_irregular_forms_lead_to_their_base_and_back() -> None:
    assert PASTS["took"] == PARTICIPLES["taken"] == "take"
    assert PAST_OF["take"] == "took"
    assert "walked" not in PASTS
