"""What compares, with what only gives an amount its bound or names something by its rank."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.kinds.comparisons import compares
from factcheck.claims.kinds.main_clause import MainClause

Clause = Callable[[str], MainClause]


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose faster than wages.",
        "Prices rose, compared with 2020.",
        "The town has 40 fewer shops.",
        "Food cost 5 per cent more.",
        "The tower is as high as the church.",
        "She has the same rank as he.",
        "The rate fell from 6 to 4 per cent.",
        "Profits were 5 million, up from 3 million.",
        "This is a rise on last year.",
        "It is the longest tunnel in the country.",
        "Prices are highest in May.",
        "It is the country's biggest mill.",
        "It is the only bridge.",
        "It is the third leading cause of death.",
        "It flooded for the first time.",
        "She won her first title.",
        "She finished second.",
        "The club set a record.",
        "The firm made a record profit.",
        "The deadliest fire was in May.",
        "They are among the world's poorest people.",
        "The town ranks high.",
        "She is the lone dissenter.",
        "Rents are twice what they were.",
        "Nine is five times the usual number.",
    ],
)
def test_two_things_two_times_or_a_rank_are_compared(clause: Clause, text: str) -> None:
    assert compares(clause(text))


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "More than 300 people live there.",
        "It cost more than £300.",
        "More than half of the residents fled.",
        "More than a dozen people fled.",
        "He stayed rather than leave.",
        "Countries other than Norway left.",
        "Five more people arrived.",
        "As many as 40 people arrived.",
        "She left as well as he.",
        "It ran from 1990 to 2000.",
        "They went from Leeds to York.",
        "He drove from 12 Hill Road.",
        "Most people left.",
        "The rain fell at the oldest bridge.",
        "The first boat sank.",
        "He met the First Minister.",
        "He spent the last week there.",
        "He has a criminal record.",
        "She came home.",
        "He left twice.",
        "He ate five times a day.",
        "She spent a lot of the last five months there.",
        "They arrested the man who had built the longest tunnel.",
    ],
)
def test_bounds_times_and_names_compare_nothing(clause: Clause, text: str) -> None:
    assert not compares(clause(text))
