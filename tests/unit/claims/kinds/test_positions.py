"""Who holds, gained or lost a position."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.kinds.main_clause import MainClause
from factcheck.claims.kinds.positions import tells_position

Clause = Callable[[str], MainClause]


@pytest.mark.parametrize(
    "text",
    [
        "Nadia Blum is the director of the museum.",
        "He is a farmer.",
        "She became mayor in May.",
        "Nadia Blum is a chemist.",
        "He succeeded Peter Haas as treasurer.",
        "She was appointed to the board.",
        "She served as treasurer.",
        "He took over as manager.",
        "He stepped down.",
        "She was sworn in.",
        "She took office in May.",
        "He has led the party since May.",
        "She replaced Peter Haas.",
        "Nadia Blum is his deputy.",
        "Nadia Blum is a referee.",
    ],
)
def test_offices_professions_and_their_change_are_told(clause: Clause, text: str) -> None:
    assert tells_position(clause(text))


@pytest.mark.parametrize(
    "text",
    [
        "The dam is a wonder of the world.",
        "The Orr is a river.",
        "Leeds is a centre of trade.",
        "He is a brother of hers.",
        "He is tall.",
        "He led the party to the river.",
        "The road has led to ruin.",
        "He stepped back.",
        "She took the bus.",
        "The firm replaced the roof.",
        "The mill serves as a store.",
        "She swore loudly.",
        "The mayor left.",
    ],
)
def test_other_things_are_no_positions(clause: Clause, text: str) -> None:
    assert not tells_position(clause(text))
