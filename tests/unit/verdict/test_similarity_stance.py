"""The stance by likeness: what it takes, what it leaves alone, and that it encodes each text once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.domain.spans import Span
from factcheck.domain.stances import StanceLabel
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.interfaces import Encoder
from factcheck.models.weights import find_weights
from factcheck.verdict.similarity_stance import LIMITS, Reading, SimilarityStance, judge
from factcheck.verdict.stances import Pair, weigh
from tests.contracts.word_encoder import WordEncoder

SUPPORTS, REFUTES, NEUTRAL = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
CLEAR = Reading(cosine=1.0, covered=1.0, names_covered=True, denial_agrees=True, agreeing=1, differing=0, open=0)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, SUPPORTS),
        ({"agreeing": 0}, SUPPORTS),
        ({"cosine": LIMITS.supports_with_detail}, SUPPORTS),
        ({"cosine": LIMITS.supports_with_detail - 0.01}, NEUTRAL),
        ({"cosine": LIMITS.supports_with_detail, "agreeing": 0}, NEUTRAL),
        ({"cosine": LIMITS.supports_by_wording, "agreeing": 0}, SUPPORTS),
        ({"covered": LIMITS.covered - 0.01}, NEUTRAL),
        ({"names_covered": False}, NEUTRAL),
        ({"denial_agrees": False}, NEUTRAL),
        ({"open": 1}, NEUTRAL),
        ({"differing": 1}, REFUTES),
        ({"differing": 1, "cosine": LIMITS.refutes}, REFUTES),
        ({"differing": 1, "cosine": LIMITS.refutes - 0.01}, NEUTRAL),
        ({"differing": 1, "open": 1}, NEUTRAL),
        ({"differing": 1, "denial_agrees": False}, NEUTRAL),
    ],
)
def test_a_stance_is_taken_only_when_everything_speaks_for_it(change: dict[str, Any], expected: StanceLabel) -> None:
    assert judge(replace(CLEAR, **change)) is expected


def label(encoder: Encoder, claim: str, passage: str) -> StanceLabel:
    [stance] = weigh([Pair(claim, "p-1", passage)], SimilarityStance(encoder))
    return stance.label


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The dam of Orlo holds 40 million litres.", "The dam of Orlo holds 40 million litres.", SUPPORTS),
        ("The dam of Orlo holds 40 million litres.", "The dam of Orlo holds 90 million litres.", REFUTES),
        ("The dam of Orlo was built in 1931.", "The dam of Orlo was built in 1958.", REFUTES),
        ("The dam of Orlo holds 40 million litres.", "The mayor likes the dam of Orlo.", NEUTRAL),
        ("The mayor of Orlo has not paid the builders.", "The mayor of Orlo has paid the builders.", NEUTRAL),
        ("The mayor of Orlo has paid the builders.", "The mayor of Orlo has not paid the builders.", NEUTRAL),
        ("The mayor of Orlo has not paid the builders.", "The mayor of Orlo has not paid the builders.", SUPPORTS),
        ("The mayor of Orlo has paid the builders.", "The mayor of Trent has paid the builders.", NEUTRAL),
        ("The former mayor of Orlo paid the builders.", "The mayor of Orlo paid the builders.", NEUTRAL),
        ("All builders of the dam were paid by Orlo.", "The builders of the dam were paid by Orlo.", NEUTRAL),
        ("Vesta paid men of the dam and the mill.", "Vesta never fully paid men of the dam and the mill.", NEUTRAL),
        ("The dam has 4 gates and holds 40 million litres.", "The dam has gates and holds 40 million litres.", NEUTRAL),
    ],
)  # fmt: skip
def test_pairs_are_judged(encoder: WordEncoder, claim: str, passage: str, expected: StanceLabel) -> None:
    assert label(encoder, claim, passage) is expected


def test_the_scores_are_the_cosine_and_what_is_left_of_one(encoder: WordEncoder) -> None:
    claim = "The dam of Orlo holds 40 million litres."
    same, changed, foreign = SimilarityStance(encoder).score(
        [(claim, claim), (claim, claim.replace("40", "90")), (claim, "The mayor sang.")]
    )
    assert same == pytest.approx([1, 0, 0], abs=1e-6)
    assert changed == pytest.approx([0, 7 / 8, 1 / 8], abs=1e-6)  # seven of eight words are the same
    assert foreign == pytest.approx([0, 0, 1])


def test_every_text_is_encoded_once_in_one_batch(encoder: WordEncoder) -> None:
    passage = "The dam holds. The mayor sang."
    SimilarityStance(encoder).score([("A dam.", passage), ("A mayor.", passage), ("A dam.", "A dam.")])
    [batch] = encoder.batches
    assert sorted(batch) == ["A dam.", "A mayor.", "The dam holds.", passage, "The mayor sang."]


def test_sentences_come_from_the_splitter_it_is_given(encoder: WordEncoder) -> None:
    def halves(text: str) -> list[Span]:
        return [Span(0, len(text) // 2), Span(len(text) // 2, len(text))]

    SimilarityStance(encoder, split=halves).score([("ab", "abcdefgh")])
    assert set(encoder.batches[0]) == {"ab", "abcdefgh", "abcd", "efgh"}


def test_a_sentence_that_is_too_long_for_an_encoder_is_read_in_windows(encoder: WordEncoder) -> None:
    passage = " ".join(f"word{number}" for number in range(900)) + " the dam of Orlo fell"
    SimilarityStance(encoder).score([("x", passage)])
    windows = [text for text in encoder.batches[0] if text not in ("x", passage)]
    assert max(map(len, windows)) <= 600
    assert any(text.endswith("the dam of Orlo fell") for text in windows)
    assert all(passage[place : place + 100] in " ".join(windows) for place in range(0, len(passage) - 100, 50))


@pytest.fixture(scope="module")
def real() -> TransformerEncoder:
    """The real model, loaded once."""
    return TransformerEncoder(find_weights())


@pytest.mark.model
@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The ferry Aurora sank off Bergen on 3 May 1921.", "The ferry Aurora sank on 3 May 1921 off Bergen", SUPPORTS),
        ("The ferry Aurora sank off Bergen in 1921.", "The ferry Aurora sank off Bergen in 1934.", REFUTES),
        ("Vesta cut 1,200 jobs in Cork.", "The firm said that Vesta would cut 900 jobs in Cork.", REFUTES),
        ("Vesta has not yet spoken about the 1,200 jobs.", "Vesta announced the end of 1,200 jobs.", NEUTRAL),
        ("Vesta freed 307 captives on 24 May.", "Vesta freed 270 captives on 23 May.", NEUTRAL),
        ("In the raid 20 people died.", "In the raid 30 people were hurt.", NEUTRAL),
        ("Leeds beat York.", "York beat Leeds, and the city sang all night in the rain.", NEUTRAL),
    ],
)  # fmt: skip
def test_pairs_are_judged_with_the_real_model(real: Encoder, claim: str, passage: str, expected: StanceLabel) -> None:
    assert label(real, claim, passage) is expected


@pytest.mark.model
@pytest.mark.parametrize("before", [0, 25, 50])
def test_the_place_of_the_sentence_in_a_long_passage_does_not_matter(real: Encoder, before: int) -> None:
    filler = "The harbour has a long quay. Fishing boats land their catch there. "
    claim = "The ferry Aurora sank off Bergen on 3 May 1921."
    passage = filler * before + claim + " " + filler * (50 - before)
    assert label(real, claim, passage) is SUPPORTS
