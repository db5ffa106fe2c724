"""The vote of each passage: what leads, and what its time keeps from counting."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.reasons import ReasonCode
from factcheck.domain.stances import StanceLabel
from factcheck.verdict.suggestion.thresholds import Source, Thresholds
from factcheck.verdict.suggestion.votes import Vote, votes
from tests.parsing import details
from tests.unit.verdict.conftest import Made

SUPPORTS, REFUTES, NEUTRAL = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
CLAIM, OTHER = "The mill of Orlo sold 40 looms.", "The mill of Orlo sold 90 looms."
DAY = date(2019, 5, 20)


def voted(
    made: Made, claim: str, *passages: tuple[str, StanceLabel], score: float = 0.9, on: date | None = None
) -> list[Vote]:
    weighed = [made.weighed(f"p-{at}", label, score, (claim, text)) for at, (text, label) in enumerate(passages)]
    sources = {
        f"p-{at}": Source(details=details(text), origin=f"o-{at}", published_on=on)
        for at, (text, _) in enumerate(passages)
    }
    return votes(details(claim), weighed, sources, thresholds=Thresholds(), claim_on=DAY)


@pytest.mark.parametrize(
    ("label", "score", "leads"),
    [(NEUTRAL, 0.9, True), (SUPPORTS, 0.9, False), (REFUTES, 0.9, False), (REFUTES, 0.4, True)],
)
def test_a_number_that_differs_leads_where_the_model_does_not_decide(
    made: Made, label: StanceLabel, score: float, leads: bool
) -> None:
    [vote] = voted(made, CLAIM, (OTHER, label), score=score)
    assert bool(vote.led) is leads


def test_it_does_not_lead_where_another_passage_has_the_claims_own(made: Made) -> None:
    first, _ = voted(made, CLAIM, (OTHER, NEUTRAL), (CLAIM, SUPPORTS))
    assert first.led == ()


def test_it_does_not_lead_where_too_few_words_stand_beside_it(made: Made) -> None:
    [vote] = voted(made, "The mill sold 40 looms.", ("The mill sold 90 looms.", NEUTRAL))
    assert vote.differing
    assert vote.led == ()


def test_an_office_leads_whatever_stands_beside_it(made: Made) -> None:
    claim, passage = "Former President Ann Vale spoke.", "Ann Vale took the oath as President on 20 January 2019."
    weighed = made.weighed("p-0", SUPPORTS)
    from tests.parsing import compared

    found = compared(claim, passage, claim_on=DAY)
    stance = weighed.stance.__class__(passage_id="p-0", label=SUPPORTS, scores=(0.9, 0.0, 0.1), differences=found)
    weighed = weighed.__class__(match=weighed.match, stance=stance)
    sources = {"p-0": Source(details=details(passage), origin="o")}
    [vote] = votes(details(claim), [weighed], sources, thresholds=Thresholds(), claim_on=DAY)
    assert [each.aspect for each in vote.led] == ["office"]


def test_a_refuting_passage_of_before_the_claims_day_is_remarked(made: Made) -> None:
    claim, passage = "The bridge opened on 18 May 2019.", ("The bridge stays shut.", REFUTES)
    [old] = voted(made, claim, passage, on=date(2019, 5, 2))
    assert old.weighed.remark is not None
    assert old.weighed.remark.code is ReasonCode.OLDER_THAN_CLAIM
    [new] = voted(made, claim, passage, on=date(2019, 5, 19))
    assert new.weighed.remark is None


def test_a_supporting_passage_is_not_too_old(made: Made) -> None:
    [vote] = voted(made, "The bridge opened on 18 May 2019.", ("The bridge is open.", SUPPORTS), on=date(2019, 5, 2))
    assert vote.weighed.remark is None


def test_support_for_a_denial_needs_a_passage_that_denies(made: Made) -> None:
    claim = "The council has not yet opened the bridge."
    silent, saying = voted(
        made, claim, ("The council met.", SUPPORTS), ("The council has not opened the bridge.", SUPPORTS), on=DAY
    )
    assert silent.weighed.remark is not None
    assert silent.weighed.remark.code is ReasonCode.SILENT_ON_YET
    assert saying.weighed.remark is None


def test_reprints_share_an_origin_and_others_do_not(made: Made) -> None:
    report = "The harbour of Alba will close for six weeks while divers mend the northern wall."
    found = voted(made, CLAIM, (report, NEUTRAL), (report, NEUTRAL), (OTHER, NEUTRAL))
    assert [each.origin for each in found] == [0, 0, 1]
