"""Numbers below a thousand in words."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.numbers.number_words import below_thousand


@pytest.mark.parametrize(
    ("text", "value", "end", "ordinal"),
    [
        ("three", 3, 1, False), ("twenty", 20, 1, False), ("twenty-five", 25, 3, False), ("twenty five", 25, 2, False),
        ("twenty zero", 20, 1, False), ("twenty ten", 20, 1, False), ("twenty-first", 21, 3, True),
        ("twenty tenth", 20, 1, False), ("third", 3, 1, True), ("two hundred", 200, 2, False),
        ("two hundred and fifty", 250, 4, False), ("two hundred fifty", 250, 3, False),
        ("two hundred and fifth", 205, 4, True), ("two hundred fifth", 200, 2, False),
        ("two hundred and men", 200, 2, False), ("third hundred", 3, 1, True),
    ],
)  # fmt: skip
def test_a_number_is_read_up_to_its_last_word(text: str, value: float, end: int, ordinal: bool) -> None:
    assert below_thousand(lexemes(text), 0) == (value, end, ordinal)
