"""Which passages of a claim count, and for which side."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.matches import Match
from factcheck.domain.reasons import ReasonCode
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.verdict.suggestion.suggestion import suggest
from factcheck.verdict.suggestion.thresholds import Grounds, Source, Thresholds
from tests.contracts.word_reader import word_stances
from tests.parsing import compared, details
from tests.unit.verdict.conftest import Made, scores_of

SUPPORTS, REFUTES, NEUTRAL = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
DAY = date(2019, 5, 20)
Told = tuple[str, date | None, StanceLabel]


def suggested(made: Made, claim: str, *told: Told) -> Suggestion:
    """What comes out for a claim of 20 May 2019; the passages are `p-0`, `p-1` …, each of its own origin."""
    weighed, sources = [], {}
    for at, (text, on, label) in enumerate(told):
        found = compared(claim, text, claim_on=DAY, passage_on=on)
        stance = Stance(passage_id=f"p-{at}", label=label, scores=scores_of(label, 0.9), differences=found)
        match = Match(passage_id=f"p-{at}", fused=0.1, lexical_score=None, vector_score=0.5)
        weighed.append(WeighedPassage(match=match, stance=stance))
        sources[f"p-{at}"] = Source(details=details(text), origin=f"p-{at}", published_on=on)
    grounds = Grounds(basis="b", at=made.at, thresholds=Thresholds(), claim_on=DAY)
    model = word_stances()
    return suggest(made.claim(claim), details(claim), weighed, sources, model=model, grounds=grounds)


SILENT = "Icelandic officials have not yet made an official statement on the eruption."
ANNOUNCED = "Iceland's minister Anna Jons announced that the eruption had ended."


@pytest.mark.parametrize(
    ("on", "remark"),
    [
        (DAY, "announced; the same day (2019-05-20), order unknown"),
        (date(2019, 5, 22), "announced; later (2019-05-22)"),
        (None, "announced; order unknown, for it has no date"),
    ],
)
@pytest.mark.parametrize("label", [NEUTRAL, REFUTES, SUPPORTS])
def test_an_announcement_does_not_settle_that_none_was_made_yet(
    made: Made, on: date | None, remark: str, label: StanceLabel
) -> None:
    silent = ("Icelandic officials have not made a statement on the eruption.", DAY, SUPPORTS)
    found = suggested(made, SILENT, (ANNOUNCED, on, label), silent)
    assert (found.status, found.deciding_passage_id) == (Status.NOT_ENOUGH_EVIDENCE, None)
    assert found.counter_passage_id == "p-0"
    assert str(found.passages[0].remark) == remark
    assert any(remark in each.words and ANNOUNCED in each.words for each in found.reasons)
    assert ReasonCode.ANNOUNCED in found.codes


def test_an_announcement_without_a_date_of_its_own_has_the_day_it_names(made: Made) -> None:
    found = suggested(made, SILENT, (ANNOUNCED.replace(" that", " on 20 May 2019 that"), None, NEUTRAL))
    assert str(found.passages[0].remark) == "announced; the same day (2019-05-20), order unknown"


def test_an_announcement_of_before_refutes_that_none_was_made_yet(made: Made) -> None:
    found = suggested(made, SILENT, (ANNOUNCED, date(2019, 5, 18), REFUTES))
    assert (found.status, found.deciding_passage_id) == (Status.REFUTED, "p-0")


def test_that_nothing_was_said_is_supported_only_by_a_passage_that_denies_something(made: Made) -> None:
    found = suggested(made, SILENT, ("Icelandic officials met to discuss the eruption.", DAY, SUPPORTS))
    assert found.status is Status.NOT_ENOUGH_EVIDENCE
    found = suggested(made, SILENT, (SILENT, DAY, SUPPORTS))
    assert found.status is Status.SUPPORTED


def test_an_older_passage_does_not_refute_a_claim_about_later(made: Made) -> None:
    claim = "The bridge of Alba opened on 18 May 2019."
    found = suggested(made, claim, ("The bridge of Alba stays shut.", date(2019, 5, 2), REFUTES))
    assert (found.status, found.counter_passage_id) == (Status.NOT_ENOUGH_EVIDENCE, "p-0")
    assert str(found.passages[0].remark) == "older than what the claim is about (2019-05-02)"
    found = suggested(made, claim, ("The bridge of Alba stays shut.", date(2019, 5, 19), REFUTES))
    assert found.status is Status.REFUTED


def test_a_number_that_differs_among_the_same_words_refutes_whatever_the_model_reads(made: Made) -> None:
    claim, other = "The mill of Orlo sold 40 looms.", "The mill of Orlo sold 90 looms."
    found = suggested(made, claim, (other, None, NEUTRAL))
    assert (found.status, found.deciding_passage_id, found.confidence) == (Status.REFUTED, "p-0", None)
    assert found.reasons[0].words.startswith(
        "A compared detail refutes it: 40 looms in the claim, 90 looms in the passage."
    )
    assert found.codes[0] is ReasonCode.NUMBER_DIFFERS


def test_a_number_that_another_passage_confirms_does_not_lead(made: Made) -> None:
    claim, other = "The mill of Orlo sold 40 looms.", "The mill of Orlo sold 90 looms."
    assert suggested(made, claim, (other, None, NEUTRAL), (claim, None, SUPPORTS)).status is Status.SUPPORTED
    assert suggested(made, claim, (other, None, REFUTES), (claim, None, SUPPORTS)).status is Status.CONFLICTING


def test_support_that_is_silent_on_the_detail_does_not_make_a_conflict(made: Made) -> None:
    claim = "The mill of Orlo sold 40 looms."
    differs = ("The mill of Orlo sold 90 looms.", None, NEUTRAL)
    found = suggested(made, claim, differs, ("The mill of Orlo sold its looms.", None, SUPPORTS))
    assert (found.status, found.counter_passage_id) == (Status.REFUTED, "p-1")
    assert "1 passage, 1 origin: support for the rest, and silent on that." in [each.words for each in found.reasons]


def test_the_year_of_a_war_is_refuted_by_the_day_it_began(made: Made) -> None:
    claim = "The war in Alba is now in its third year."
    found = suggested(made, claim, ("The war in Alba began on 3 March 2015.", date(2015, 4, 1), NEUTRAL))
    assert (found.status, found.deciding_passage_id) == (Status.REFUTED, "p-0")


def test_an_office_that_is_still_held_refutes_former(made: Made) -> None:
    claim = "Former President Ida Falk praised the treaty."
    text = "Ida Falk took the oath as President of Norway on 3 March 2019."
    found = suggested(made, claim, (text, date(2019, 5, 19), NEUTRAL), ("Ida Falk praised it.", DAY, SUPPORTS))
    assert (found.status, found.deciding_passage_id) == (Status.REFUTED, "p-0")


def test_a_reading_of_another_day_refutes_nothing_and_a_difference_does(made: Made) -> None:
    claim = "The islands exchanged 12 prisoners of war on Monday 20 May 2019."
    other_day = "Some days earlier, on 2 May 2019, both sides had released fishermen whom they held."
    found = suggested(made, claim, (other_day, DAY, REFUTES))
    assert found.status is Status.NOT_ENOUGH_EVIDENCE
    assert str(found.passages[0].remark) == "about another time (2 May 2019)"
    changed = "The islands exchanged 90 prisoners of war on Monday 20 May 2019."
    assert suggested(made, claim, (changed, DAY, REFUTES)).status is Status.REFUTED
