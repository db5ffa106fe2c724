"""How single readings become a stance: windows, opposite windows, the sentence that decided, nothing read twice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from factcheck.domain.spans import Span
from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
from tests.contracts.word_reader import WordReader, sentence_bounds

CLAIM = "The dam holds 40 tons."
SAME = "The old dam holds 40 tons."
OTHER = "The old dam holds 55 tons."
FILLER = "Rain fell on the hills for days. Nobody lives in the valley now. "


def model(reader: WordReader | None = None) -> CrossEncoderStance:
    return CrossEncoderStance(reader or WordReader(), sentence_bounds, name="words", version="1", calibrated=True)


@pytest.mark.parametrize(("decisive", "column"), [(SAME, 0), (OTHER, 1)])
def test_it_makes_no_difference_where_the_decisive_sentence_stands(decisive: str, column: int) -> None:
    rows = []
    for before in range(21):
        passage = FILLER * before + decisive + " " + FILLER * (20 - before)
        scores, [span], _ = model().judge([(CLAIM, passage)])
        assert span is not None
        assert span.of(passage) == decisive
        rows.append(scores[0])
    assert {int(row.argmax()) for row in rows} == {column}
    assert np.allclose(rows, rows[0], atol=1e-6)


def test_a_long_passage_that_says_nothing_of_it_is_neutral_and_tells_no_sentence() -> None:
    scores, spans, _ = model().judge([(CLAIM, FILLER * 30)])
    assert scores[0].argmax() == 2
    assert spans == [None]


def test_opposite_windows_leave_the_stronger_ahead_but_unsure() -> None:
    passage = SAME + " " + FILLER * 10 + OTHER
    scores, [span], _ = model().judge([(CLAIM, passage)])
    assert scores[0] == pytest.approx([(0.9 + 0.05) / 2, (0.04 + 0.8) / 2, (0.06 + 0.15) / 2])
    assert span is not None
    assert span.of(passage) == SAME


def test_the_sentence_is_the_one_that_says_it_by_itself() -> None:
    passage = "Rain fell. The old dam holds 40 tons. Nobody lives there."
    _, [span], _ = model().judge([(CLAIM, passage)])
    assert span == Span(11, 37)


def test_a_passage_of_one_sentence_is_read_once() -> None:
    reader = WordReader()
    _, [span], _ = model(reader).judge([(CLAIM, f"  {SAME}\n")])
    assert span is not None
    assert span.of(f"  {SAME}\n") == SAME
    assert sum(map(len, reader.read)) == 1


def test_equal_pairs_are_read_once_and_all_pairs_in_one_call() -> None:
    reader = WordReader()
    pairs = [(CLAIM, SAME), (CLAIM, OTHER), (CLAIM, SAME), (SAME, SAME), (CLAIM, FILLER)]
    scores = model(reader).score(pairs)
    assert [sorted(each) for each in reader.read] == [sorted(set(pairs))]
    assert np.array_equal(scores[0], scores[2])


def test_the_sentences_of_a_passage_are_found_once_however_many_claims_meet_it() -> None:
    asked = []

    def split(text: str) -> list[Span]:
        asked.append(text)
        return sentence_bounds(text)

    stance = CrossEncoderStance(WordReader(), split, name="words", version="1", calibrated=True)
    first = stance.score([(CLAIM, FILLER + SAME)])
    second = stance.score([(OTHER, FILLER + SAME), (CLAIM, FILLER + SAME)])
    assert asked == [FILLER + SAME]
    assert np.array_equal(first[0], second[1])


@pytest.mark.parametrize("text", ["", " \n", "\x00", "7", "?!", "٣"])
def test_texts_without_a_letter_are_neutral_without_the_model(text: str) -> None:
    reader = WordReader()
    assert model(reader).score([(text, SAME), (SAME, text)]).tolist() == [[0, 0, 1], [0, 0, 1]]
    assert reader.read == []


def test_of_a_very_long_claim_the_first_half_of_a_window_is_read() -> None:
    reader = WordReader(longest=32)
    model(reader).score([("dam " * 5_000, SAME)])
    assert {claim for call in reader.read for claim, _ in call} == {("dam " * 16).strip()}


def test_a_sentence_longer_than_a_window_tells_its_part() -> None:
    passage = "rain fell on " * 200 + "the old dam that holds 40 tons of " + "mud and stones and " * 200
    scores, [span], _ = model().judge([("dam holds 40 tons", passage)])
    assert scores[0].argmax() == 0
    assert span is not None
    assert "dam that holds 40 tons" in span.of(passage)
    assert len(span.of(passage).split()) <= 64


def test_half_of_a_character_raises_nothing() -> None:
    assert model().score([("\ud800 dam", "dam \udfff")]).shape == (1, 3)


@pytest.mark.slow
def test_a_long_passage_is_read_window_by_window() -> None:
    reader = WordReader()
    words = [f"W{number}" for number in range(18_000)]
    filler = " ".join(" ".join(words[start : start + 15]) + "." for start in range(0, len(words), 15))
    passage = f"{filler} {SAME}"
    assert len(passage) > 100_000
    scores, [span], _ = model(reader).judge([(CLAIM, passage)])
    assert scores[0].argmax() == 0
    assert span is not None
    assert span.of(passage) == SAME
    calls: Sequence[tuple[str, str]] = [pair for call in reader.read for pair in call]
    assert sum(len(text.split()) for _, text in calls) < 2 * len(passage.split())


def test_no_pairs_are_no_rows() -> None:
    scores, spans, _ = model().judge([])
    assert scores.shape == (0, 3)
    assert list(spans) == []


def test_in_float32_no_other_part_may_decide() -> None:
    passage = SAME + " " + FILLER * 10 + OTHER
    assert not model(WordReader()).judge([(CLAIM, passage)]).rivals
    assert not model(WordReader(margin=0.1)).judge([(CLAIM, passage)], exact=True).rivals


def test_in_fewer_bits_the_parts_that_may_decide_in_float32_are_told() -> None:
    far = SAME + " " + FILLER * 10
    near = far + OTHER
    rivals = model(WordReader(margin=0.1)).judge([(CLAIM, SAME), (CLAIM, FILLER), (CLAIM, near)]).rivals
    # Of one part there is no other, and of those that say nothing only what is as strong is told.
    assert 0 not in rivals
    assert any(row == pytest.approx((0.05, 0.8, 0.15)) for row in rivals[2].tolist())
