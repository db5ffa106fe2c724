"""What every `Encoder` promises. A backend subclasses this with one method."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.interfaces import Encoder

TEXTS = (
    "The ferry carried 4,100 people in 2025.",
    "Fog stopped the boats on 3 May, the harbour office said.",
    "She sings.",
    "",
    "a" * 20_000,
    "word " * 4_000,
    "\x00\x1b[2J\u202e\ufeff",
    "Zoë 🛳 字",
)
# Encoding is slow, and a contract is one class that several classes inherit.
few_texts = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow], max_examples=15)


class EncoderContract:
    within = 1e-5
    """By how much a text's components may differ with its neighbours; lengths are those of float32 in any precision."""

    def make(self) -> Encoder:
        """The backend, ready to use."""
        raise NotImplementedError

    def test_it_has_a_name_and_a_dimension(self) -> None:
        encoder = self.make()
        assert encoder.name
        assert encoder.dimension > 0

    def test_no_texts_give_no_rows_of_the_right_width(self) -> None:
        encoder = self.make()
        rows = encoder.encode([])
        assert rows.shape == (0, encoder.dimension)
        assert rows.dtype == np.float32

    @pytest.mark.parametrize("count", [1, 2, len(TEXTS)])
    def test_there_is_one_row_of_length_1_for_each_text(self, count: int) -> None:
        encoder = self.make()
        rows = encoder.encode(TEXTS[:count])
        assert rows.shape == (count, encoder.dimension)
        assert rows.dtype == np.float32
        assert rows.flags.c_contiguous
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)

    def test_the_order_of_the_texts_is_kept_whatever_their_lengths(self) -> None:
        encoder = self.make()
        forward, backward = encoder.encode(TEXTS), encoder.encode(TEXTS[::-1])
        assert np.allclose(forward, backward[::-1], atol=self.within)
        alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
        assert np.allclose(forward, alone, atol=self.within)

    def test_more_texts_than_a_batch_keep_their_order(self) -> None:
        encoder = self.make()
        texts = [f"{'x' * (number % 7)} ferry {number}" for number in range(150)]
        rows = encoder.encode(texts)
        assert rows.shape == (150, encoder.dimension)
        for number in (0, 31, 32, 97, 149):
            assert np.allclose(rows[number], encoder.encode([texts[number]])[0], atol=self.within)

    def test_equal_texts_are_equal_and_different_ones_are_not(self) -> None:
        first, second, again = self.make().encode([TEXTS[0], TEXTS[1], TEXTS[0]])
        assert np.allclose(first, again, atol=self.within)
        assert float(first @ second) < 0.999

    @pytest.mark.parametrize("text", ["\ud800", "half \udcff a character", "\udfff" * 100])
    def test_half_of_a_character_is_encoded_like_any_other_sign(self, text: str) -> None:
        rows = self.make().encode([text, TEXTS[0]])
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
        assert np.allclose(rows[1], self.make().encode([TEXTS[0]])[0], atol=self.within)

    @few_texts
    @given(texts=st.lists(st.text(alphabet=st.characters(exclude_categories=[])), min_size=1, max_size=4))
    def test_any_texts_have_rows_of_length_1(self, texts: list[str]) -> None:
        rows = self.make().encode(texts)
        assert rows.shape == (len(texts), self.make().dimension)
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
