"""Why a suggestion is as it is, in sentences."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.verdict.suggestion.grouping import Grouped
from factcheck.verdict.suggestion.reasons import counted, excerpt, leaning, notes, set_aside, side_reason, why_open
from factcheck.verdict.suggestion.thresholds import Source, Thresholds
from factcheck.verdict.suggestion.votes import Vote
from tests.contracts.word_reader import word_stances
from tests.parsing import compared, details
from tests.unit.verdict.conftest import Made

SUPPORTS, REFUTES, NEUTRAL = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
CLAIM = "The mill of Orlo sold 40 looms."


def vote(made: Made, name: str, label: StanceLabel, text: str = "", *, score: float = 0.9, origin: int = 0) -> Vote:
    return Vote(weighed=made.weighed(name, label, score, (CLAIM, text) if text else None), origin=origin)


def grouped(**kinds: tuple[Vote, ...]) -> Grouped:
    empty = dict.fromkeys(("every", "supporting", "refuting", "silent", "weak", "set_aside"), ())
    return Grouped(**{**empty, **kinds})


def test_passages_and_origins_are_counted(made: Made) -> None:
    one = vote(made, "p-1", SUPPORTS)
    assert counted([one]) == "1 passage, 1 origin"
    assert counted([one, one]) == "2 passages, 1 origin"
    assert counted([one, vote(made, "p-2", SUPPORTS, origin=1)]) == "2 passages, 2 origins"


def test_a_name_that_agrees_is_no_news() -> None:
    found = compared("Ann Lee sold 40 looms.", "Ann Lee sold 40 looms.")
    assert {each.aspect for each in found} == {"name", "quantity"}
    assert notes(found) == ["40 looms agree"]


def test_the_sentence_with_the_detail_that_decides_is_quoted(made: Made) -> None:
    text = "The day was warm. The mill of Orlo sold 90 looms. Gulls came."
    refuting = vote(made, "p-1", REFUTES, text)
    assert excerpt(refuting, {"p-1": Source(details=details(text), origin="o")}) == "The mill of Orlo sold 90 looms."
    assert excerpt(refuting, {}) == ""


def test_a_side_is_told_with_the_model_its_score_and_how_many_others_there_are(made: Made) -> None:
    text = "The mill of Orlo sold 40 looms."
    first = vote(made, "p-1", SUPPORTS, text)
    sources = {"p-1": Source(details=details(text), origin="o")}
    alone = side_reason([first], sources, word_stances()).words
    assert (
        alone == "“words” supports: not calibrated (0.90), 40 looms agree. It says: “The mill of Orlo sold 40 looms.”"
    )
    both = side_reason([first, vote(made, "p-2", SUPPORTS, origin=1)], sources, word_stances()).words
    assert both == alone + " 2 passages, 2 origins support it."


@pytest.mark.parametrize(("score", "leans"), [(0.3, None), (0.5, Status.SUPPORTED)])
def test_a_weak_passage_is_a_leaning_where_it_is_more_than_a_guess(
    made: Made, score: float, leans: Status | None
) -> None:
    found = leaning(grouped(weak=(vote(made, "p-1", SUPPORTS, score=score),)), Thresholds())
    assert (found.status if found else None) is leans


def test_why_nothing_is_suggested(made: Made) -> None:
    assert [each.words for each in why_open(grouped(), None)] == ["No passage was found for it."]
    one = why_open(grouped(every=(vote(made, "p-1", NEUTRAL),)), None)
    assert one[0].words.startswith("The one passage")
    several = why_open(grouped(every=(vote(made, "p-1", NEUTRAL, "The mill of Orlo sold 90 looms."),) * 2), None)
    assert several[0].words.startswith("None of the 2 passages")
    assert several[-1].words == "Details to look at: 40 looms in the claim, 90 looms in the passage."


def test_a_passage_that_reads_as_support_and_differs_is_told_to_be_set_aside(made: Made) -> None:
    differing = vote(made, "p-1", SUPPORTS, "The mill of Orlo sold 90 looms.")
    [reason] = set_aside(grouped(set_aside=(differing,)), {})
    assert reason.words == (
        "A passage that reads as support was set aside: 40 looms in the claim, 90 looms in the passage."
    )
