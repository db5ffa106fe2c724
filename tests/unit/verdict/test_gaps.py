"""The parts of a claim that nothing covers."""

from __future__ import annotations

from factcheck.domain.stances import StanceLabel
from factcheck.verdict.gaps import gaps
from tests.unit.verdict.conftest import Made

CLAIM = "On Friday, in 1912, the mill sold 40 looms and 1,000 spools."


def test_what_no_passage_confirms_or_contradicts_is_a_gap(made: Made) -> None:
    seen = [
        made.weighed("p-1", StanceLabel.NEUTRAL, compared=(CLAIM, "The mill sold 40 looms.")),
        made.weighed("p-2", StanceLabel.NEUTRAL, compared=(CLAIM, "It has 1,000 workers.")),
    ]
    found = gaps(CLAIM, [each.stance for each in seen])
    assert [(gap.span.of(CLAIM), gap.note) for gap in found] == [
        ("1912", "no passage has “1912”"),
        ("1,000 spools", "no passage has “1,000 spools”: 1,000 spools and 1,000 workers may not count the same"),
    ]


def test_a_detail_that_differs_is_covered(made: Made) -> None:
    claim = "The mill of Orlo sold 40 looms."
    stance = made.weighed("p-1", StanceLabel.NEUTRAL, compared=(claim, "The mill of Orlo sold 90 looms.")).stance
    assert gaps(claim, [stance]) == ()


def test_without_passages_every_detail_is_a_gap_but_words_that_need_a_date() -> None:
    assert [gap.span.of(CLAIM) for gap in gaps(CLAIM, [])] == ["1912", "40 looms", "1,000 spools"]


def test_a_claim_without_details_has_no_gaps() -> None:
    assert gaps("The mill burned.", []) == ()
