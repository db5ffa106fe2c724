"""From passages to a suggestion."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.domain.claims import ClaimKind
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.verdict.similarity_stance import SimilarityStance
from factcheck.verdict.stances import Pair, weigh
from factcheck.verdict.suggestion import suggest
from tests.contracts.word_encoder import WordEncoder
from tests.unit.verdict.conftest import Made

CLAIM = "The mill of Orlo sold 40 looms in 1912."
SAME, CHANGED = CLAIM, "The mill of Orlo sold 90 looms in 1912."
TEXTS = {"p-same": SAME, "p-changed": CHANGED, "p-other": "The mayor sang."}
SUPPORTS, REFUTES, NEUTRAL = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL


class Calibrated(SimilarityStance):
    name, calibrated = "a calibrated one", True


def suggestion(
    made: Made, weighed: Sequence[WeighedPassage], kind: ClaimKind = ClaimKind.STATEMENT, calibrated: bool = False
) -> Suggestion:
    model = Calibrated(WordEncoder()) if calibrated else SimilarityStance(WordEncoder())
    return suggest(made.claim(CLAIM, kind), weighed, TEXTS, model=model, basis="b-1", at=made.at)


def test_one_passage_that_supports_makes_it_supported(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-other", NEUTRAL), made.weighed("p-same", SUPPORTS, 0.81, (CLAIM, SAME))])
    assert (found.status, found.deciding_passage_id) == (Status.SUPPORTED, "p-same")
    assert found.reasons == (
        "“similarity only” supports: wording close (0.81), 40 looms agree, 1912 agrees."
        " It says: “The mill of Orlo sold 40 looms in 1912.”",
    )


def test_one_passage_that_refutes_makes_it_refuted(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-changed", REFUTES, 0.7, (CLAIM, CHANGED))])
    assert (found.status, found.deciding_passage_id) == (Status.REFUTED, "p-changed")
    assert found.reasons == (
        "“similarity only” refutes: wording close (0.70), 1912 agrees,"
        " but 40 looms in the claim, 90 looms in the passage. It says: “The mill of Orlo sold 90 looms in 1912.”",
    )


def test_passages_on_both_sides_are_conflicting_and_both_are_named(made: Made) -> None:
    weak, strong = made.weighed("p-same", SUPPORTS, 0.6, (CLAIM, SAME)), made.weighed("p-changed", REFUTES, 0.9)
    found = suggestion(made, [weak, strong])
    assert (found.status, found.deciding_passage_id) == (Status.CONFLICTING, "p-changed")
    assert [reason.split(":")[0] for reason in found.reasons] == [
        "“similarity only” refutes",
        "“similarity only” supports",
    ]


def test_the_strongest_passage_of_a_side_decides_and_of_equal_ones_the_better_match(made: Made) -> None:
    passages = [
        made.weighed("p-1", SUPPORTS, 0.7),
        made.weighed("p-2", SUPPORTS, 0.9),
        made.weighed("p-3", SUPPORTS, 0.9),
    ]
    assert suggestion(made, passages).deciding_passage_id == "p-2"


def test_neutral_passages_are_not_enough_and_what_agrees_in_them_is_told(made: Made) -> None:
    found = suggestion(
        made, [made.weighed("p-same", NEUTRAL, compared=(CLAIM, SAME)), made.weighed("p-other", NEUTRAL)]
    )
    assert (found.status, found.deciding_passage_id, found.confidence) == (Status.NOT_ENOUGH_EVIDENCE, None, None)
    assert found.reasons == (
        "None of the 2 passages clearly supports or refutes it.",
        "Details that agree: 40 looms agree, 1912 agrees.",
    )


def test_a_detail_that_differs_in_a_neutral_passage_is_shown(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-changed", NEUTRAL, compared=(CLAIM, CHANGED))])
    assert "Details to look at: 40 looms in the claim, 90 looms in the passage." in found.reasons


def test_no_passages_are_not_enough_and_every_detail_is_a_gap(made: Made) -> None:
    found = suggestion(made, [])
    assert (found.status, found.reasons) == (Status.NOT_ENOUGH_EVIDENCE, ("No passage was found for it.",))
    assert [gap.span.of(CLAIM) for gap in found.gaps] == ["40 looms", "1912"]


def test_support_is_refused_while_a_compared_number_differs(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-changed", SUPPORTS, 0.99, (CLAIM, CHANGED))])
    assert (found.status, found.deciding_passage_id) == (Status.NOT_ENOUGH_EVIDENCE, None)
    assert found.reasons[-1] == (
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
    assert word in found.reasons[0]


def test_only_a_calibrated_model_gives_a_confidence(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS, 0.81)]
    assert suggestion(made, weighed).confidence is None
    found = suggestion(made, weighed, calibrated=True)
    assert found.confidence == pytest.approx(0.81)
    assert "probability (0.81)" in found.reasons[0]


def test_what_it_rests_on_is_kept(made: Made) -> None:
    weighed = [made.weighed("p-same", SUPPORTS)]
    found = suggestion(made, weighed)
    assert (found.model, found.version, found.basis) == ("similarity only", "similarity/1", "b-1")
    assert (found.passages, found.suggested_at) == (tuple(weighed), made.at)


def test_a_passage_whose_text_is_missing_is_only_not_quoted(made: Made) -> None:
    found = suggestion(made, [made.weighed("p-gone", SUPPORTS, 0.9, (CLAIM, SAME))])
    assert "It says" not in found.reasons[0]


def test_the_path_from_texts_to_a_suggestion(made: Made) -> None:
    model = SimilarityStance(WordEncoder())
    stances = weigh([Pair(CLAIM, name, text) for name, text in TEXTS.items() if name != "p-changed"], model)
    weighed = [WeighedPassage(match=made.weighed(each.passage_id, NEUTRAL).match, stance=each) for each in stances]
    found = suggest(made.claim(CLAIM), weighed, TEXTS, model=model, basis="b", at=made.at)
    assert (found.status, found.deciding_passage_id, found.gaps) == (Status.SUPPORTED, "p-same", ())
