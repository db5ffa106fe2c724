"""From passages to a suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from factcheck.domain.claims import ClaimKind
from factcheck.domain.reasons import ReasonCode
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.verdict.stance.stances import Pair, weigh
from factcheck.verdict.suggestion.suggestion import suggest
from factcheck.verdict.suggestion.thresholds import Grounds, Source, Thresholds
from tests.contracts.word_reader import word_stances
from tests.parsing import details
from tests.unit.verdict.conftest import Made

CLAIM = "The mill of Orlo sold 40 looms in 1912."
SAME, CHANGED = CLAIM, "The mill of Orlo sold 90 looms in 1912."
TEXTS = {"p-same": SAME, "p-changed": CHANGED, "p-other": "The mayor sang."}
PLAIN = Thresholds()
"""Limits and confidence without anything fitted."""
SUPPORTS, REFUTES, NEUTRAL = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL


@cache
def sources() -> dict[str, Source]:
    return {name: Source(details=details(text), origin=name) for name, text in TEXTS.items()}


def plain_grounds(made: Made) -> Grounds:
    return Grounds(basis="b", at=made.at, thresholds=PLAIN)


def suggestion(
    made: Made, weighed: Sequence[WeighedPassage], kind: ClaimKind = ClaimKind.STATEMENT, calibrated: bool = False
) -> Suggestion:
    model = word_stances(calibrated=calibrated)
    grounds = Grounds(basis="b-1", at=made.at, thresholds=PLAIN, index="words 3 2")
    return suggest(made.claim(CLAIM, kind), details(CLAIM), weighed, sources(), model=model, grounds=grounds)


def said(found: Suggestion) -> tuple[str, ...]:
    return tuple(each.words for each in found.reasons)


def test_one_passage_that_supports_makes_it_supported(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-other", NEUTRAL), made.weighed("p-same", SUPPORTS, 0.81, (CLAIM, SAME))])
    assert (found.status, found.deciding_passage_id) == (Status.SUPPORTED, "p-same")
    assert said(found) == (
        "“words” supports: not calibrated (0.81), 40 looms agree, 1912 agrees."
        " It says: “The mill of Orlo sold 40 looms in 1912.”",
    )


def test_one_passage_that_refutes_makes_it_refuted(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-changed", REFUTES, 0.7, (CLAIM, CHANGED))])
    assert (found.status, found.deciding_passage_id) == (Status.REFUTED, "p-changed")
    assert said(found) == (
        "“words” refutes: not calibrated (0.70), 1912 agrees,"
        " but 40 looms in the claim, 90 looms in the passage. It says: “The mill of Orlo sold 90 looms in 1912.”",
    )


def test_passages_on_both_sides_are_conflicting_and_both_are_named(made: Made) -> None:
    weak, strong = made.weighed("p-same", SUPPORTS, 0.6, (CLAIM, SAME)), made.weighed("p-changed", REFUTES, 0.9)
    found = suggestion(made, [weak, strong])
    assert (found.status, found.deciding_passage_id) == (Status.CONFLICTING, "p-changed")
    assert [reason.split(":")[0] for reason in said(found)] == [
        "“words” refutes",
        "“words” supports",
    ]


def test_the_strongest_passage_of_a_side_decides_and_of_equal_ones_the_better_match(made: Made) -> None:
    passages = [
        made.weighed("p-1", SUPPORTS, 0.7, (CLAIM, SAME)),
        made.weighed("p-2", SUPPORTS, 0.9, (CLAIM, SAME)),
        made.weighed("p-3", SUPPORTS, 0.9, (CLAIM, SAME)),
    ]
    assert suggestion(made, passages).deciding_passage_id == "p-2"


def test_neutral_passages_are_not_enough_and_what_agrees_in_them_is_told(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-same", NEUTRAL, texts=(CLAIM, SAME)), made.weighed("p-other", NEUTRAL)])
    assert (found.status, found.deciding_passage_id, found.confidence) == (Status.NOT_ENOUGH_EVIDENCE, None, None)
    assert said(found) == (
        "None of the 2 passages clearly supports or refutes it.",
        "Details that agree: 40 looms agree.",
        "Details that agree: 1912 agrees.",
    )
    assert found.codes == (ReasonCode.NOTHING_CLEAR, ReasonCode.NUMBER_AGREES, ReasonCode.DATE_AGREES)


def test_a_detail_that_differs_in_a_neutral_passage_is_shown(made: Made) -> None:
    weighed = [made.weighed("p-changed", NEUTRAL, texts=(CLAIM, CHANGED))]
    never_leads = Grounds(basis="b", at=made.at, thresholds=replace(PLAIN, leads=1.1))
    found = suggest(made.claim(CLAIM), details(CLAIM), weighed, sources(), model=word_stances(), grounds=never_leads)
    assert found.status is Status.NOT_ENOUGH_EVIDENCE
    assert "Details to look at: 40 looms in the claim, 90 looms in the passage." in said(found)


def test_no_passages_are_not_enough_and_every_detail_is_a_gap(made: Made) -> None:
    found = suggestion(made, [])
    assert (found.status, said(found)) == (Status.NOT_ENOUGH_EVIDENCE, ("No passage was found for it.",))
    assert [gap.span.of(CLAIM) for gap in found.gaps] == ["mill of Orlo sold 40 looms in 1912"]


def test_support_is_refused_while_a_compared_number_differs(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-changed", SUPPORTS, 0.99, (CLAIM, CHANGED))])
    assert (found.status, found.deciding_passage_id) == (Status.NOT_ENOUGH_EVIDENCE, None)
    assert said(found)[-1] == (
        "A passage that reads as support was set aside: 40 looms in the claim, 90 looms in the passage."
    )


def test_a_refused_passage_does_not_stand_in_the_way_of_a_weaker_one(made: Made) -> None:
    refused = made.weighed("p-changed", SUPPORTS, 0.99, (CLAIM, CHANGED))
    found = suggestion(made, [refused, made.weighed("p-same", SUPPORTS, 0.7, (CLAIM, SAME))])
    assert (found.status, found.deciding_passage_id) == (Status.SUPPORTED, "p-same")


@pytest.mark.parametrize(("kind", "word"), [(ClaimKind.PREDICTION, "forecast"), (ClaimKind.OPINION, "judgement")])
def test_what_can_t_be_checked_says_why_whatever_the_passages_say(made: Made, kind: ClaimKind, word: str) -> None:
    found = suggestion(made, [made.weighed("p-same", SUPPORTS)], kind)
    assert (found.status, found.deciding_passage_id, found.gaps) == (Status.NOT_CHECKABLE, None, ())
    assert word in said(found)[0]


def test_only_a_calibrated_model_gives_a_confidence(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS, 0.81, (CLAIM, SAME))]
    assert suggestion(made, weighed).confidence is None
    found = suggestion(made, weighed, calibrated=True)
    assert found.confidence == pytest.approx(0.81)
    assert "the passage alone (0.81)" in said(found)[0]


def test_of_two_sides_the_lower_score_is_the_confidence(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS, 0.6, (CLAIM, SAME)), made.weighed("p-changed", REFUTES, 0.9)]
    found = suggestion(made, weighed, calibrated=True)
    assert found.status is Status.CONFLICTING
    assert found.confidence == pytest.approx(0.6)
    assert found.counter_passage_id == "p-same"


def test_a_passage_below_the_threshold_is_thin_evidence(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS, 0.6, (CLAIM, SAME))]
    grounds = Grounds(basis="b", at=made.at, thresholds=replace(PLAIN, supports=0.61))
    model = word_stances(calibrated=True)
    found = suggest(made.claim(CLAIM), details(CLAIM), weighed, sources(), model=model, grounds=grounds)
    assert (found.status, found.deciding_passage_id, found.confidence) == (Status.NOT_ENOUGH_EVIDENCE, None, None)
    assert "The nearest to it supports it too weakly (0.60)." in said(found)
    assert found.leans is not None
    assert found.leans.status is Status.SUPPORTED
    assert found.leans.score == pytest.approx(0.6)
    assert (found.words, ReasonCode.TOO_WEAK in found.codes) == ("leans supported (0.60)", True)


def test_the_strongest_passage_of_the_side_that_lost_is_kept(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS, 0.9, (CLAIM, SAME)), made.weighed("p-changed", REFUTES, 0.4)]
    found = suggestion(made, weighed)
    assert (found.status, found.deciding_passage_id) == (Status.SUPPORTED, "p-same")
    assert found.counter_passage_id == "p-changed"
    weighed[1] = made.weighed("p-changed", REFUTES, 0.1)
    assert suggestion(made, weighed).counter_passage_id is None


def test_ten_reprints_are_one_origin_and_do_not_outweigh_another(made: Made) -> None:
    report = "The agency wrote on Monday from the yard that the mill of Orlo sold 40 looms in 1912, as clerks recall."
    texts = {f"p-{at}": f"Paper {at} had it too. {report}" for at in range(10)} | {
        "p-book": "In 1912 the Orlo mill sold 40 looms."
    }
    sources = {name: Source(details=details(text), origin=f"owner of {name}") for name, text in texts.items()}
    weighed = [made.weighed(name, SUPPORTS, 0.9, (CLAIM, text)) for name, text in texts.items()]
    weighed.append(made.weighed("p-changed", REFUTES, 0.7))
    model = word_stances(calibrated=True)
    found = suggest(
        made.claim(CLAIM),
        details(CLAIM),
        weighed,
        sources,
        model=model,
        grounds=Grounds(basis="b", at=made.at, thresholds=PLAIN),
    )
    assert found.status is Status.CONFLICTING
    assert "11 passages, 2 origins support it." in said(found)[0]
    assert {str(each.remark) for each in found.passages[1:10]} == {"of one origin with p-0"}


def test_support_without_the_claim_s_number_is_withheld(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-other", SUPPORTS, 0.9, (CLAIM, "The mill of Orlo sold looms in 1912."))])
    assert (found.status, found.deciding_passage_id) == (Status.NOT_ENOUGH_EVIDENCE, None)
    assert said(found)[0] == "Supported in part at most: no passage has “40 looms”."


def test_support_of_a_part_is_said_with_what_is_left(made: Made) -> None:
    claim, text = "The mill sold 40 looms and fed the orphans.", "The mill sold 40 looms."
    weighed = [made.weighed("p-1", SUPPORTS, 0.9, (claim, text))]
    model = word_stances()
    grounds = Grounds(basis="b", at=made.at, thresholds=PLAIN)
    found = suggest(
        made.claim(claim),
        details(claim),
        weighed,
        {"p-1": Source(details=details(text), origin="a")},
        model=model,
        grounds=grounds,
    )
    assert found.status is Status.SUPPORTED
    assert said(found)[0] == "It is supported in part only: no passage has “fed the orphans”."
    assert [gap.span.of(claim) for gap in found.gaps] == ["fed the orphans"]


def test_what_it_rests_on_is_kept(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS)]
    found = suggestion(made, weighed)
    assert (found.model, found.version, found.basis) == ("words", "words/1", "b-1")
    assert (found.passages, found.suggested_at) == (tuple(weighed), made.at)
    assert (found.index, found.thresholds) == ("words 3 2", PLAIN.by_name())


def test_a_passage_whose_text_is_missing_is_only_not_quoted(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-gone", SUPPORTS, 0.9, (CLAIM, SAME))])
    assert "It says" not in said(found)[0]


def test_the_path_from_texts_to_a_suggestion(made: Made) -> None:
    model = word_stances()
    stances = weigh(
        [Pair(details(CLAIM), name, details(text)) for name, text in TEXTS.items() if name != "p-changed"], model
    )
    weighed = [WeighedPassage(match=made.weighed(each.passage_id, NEUTRAL).match, stance=each) for each in stances]
    found = suggest(
        made.claim(CLAIM),
        details(CLAIM),
        weighed,
        sources(),
        model=model,
        grounds=Grounds(basis="b", at=made.at, thresholds=PLAIN),
    )
    assert (found.status, found.deciding_passage_id, found.gaps) == (Status.SUPPORTED, "p-same", ())


@pytest.mark.parametrize(
    ("label", "score", "words"),
    [
        (REFUTES, 0.84, "leans refuted (0.84)"),
        (REFUTES, 0.7, "not enough evidence"),
        (SUPPORTS, 0.5, "leans supported (0.50)"),
        (SUPPORTS, 0.36, "not enough evidence"),
    ],
)
def test_what_is_no_nearer_than_a_guess_leans_nowhere(made: Made, label: StanceLabel, score: float, words: str) -> None:
    """By the shipped limits, where refutations must be surer than support."""
    weighed = [made.weighed("p-same", label, score)]
    grounds = Grounds(basis="b", at=made.at)
    model = word_stances(calibrated=True)
    found = suggest(made.claim(CLAIM), details(CLAIM), weighed, sources(), model=model, grounds=grounds)
    assert (found.status, found.words) == (Status.NOT_ENOUGH_EVIDENCE, words)
    assert (ReasonCode.TOO_WEAK in found.codes) is bool(found.leans)
