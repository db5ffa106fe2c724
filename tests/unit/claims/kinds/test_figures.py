"""Where the figure is the point, and where it only stands beside what happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.kinds.figures import in_date, is_statistic
from factcheck.claims.kinds.main_clause import MainClause
from factcheck.domain.parsed_text import ParsedSentence

Clause = Callable[[str], MainClause]


@pytest.mark.parametrize(
    "text",
    [
        "31 people died.",
        "Two engineers were arrested.",
        "Tens of thousands of people fled.",
        "More than 4,000 people watched the match.",
        "A third of the women supported it.",
        "Forty per cent of the voters chose the plan.",
        "Exports fell by 6 per cent.",
        "The mill cost 6 million pounds.",
        "Visits dropped by a fifth.",
        "She has scored eleven goals.",
        "This killed 107.",
        "One in five women supported it.",
        "Sales doubled.",
    ],
)
def test_a_counted_subject_a_measure_and_a_total_are_statistics_of_what_happened(clause: Clause, text: str) -> None:
    assert is_statistic(clause(text), happened=True)


@pytest.mark.parametrize(
    "text",
    [
        "The firm employs 40 people.",
        "There are 40 schools in the town.",
        "The rate is 4 per cent.",
        "The town has 40 shops and 12 pubs.",
        "The team consists of 12 men.",
        "This is a margin of 40 votes.",
        "It is closer to seven in 10.",
    ],
)
def test_a_lasting_state_with_a_figure_is_a_statistic(clause: Clause, text: str) -> None:
    assert is_statistic(clause(text), happened=False)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested nine men in the harbour.",
        "Two men robbed a bank.",
        "The two men were arrested.",
        "It opened in 2022.",
        "It opened on 4 May.",
        "He left after 40 days.",
        "The shop at 12 Hill Road burned.",
        "He had sold 40 cars.",
        "One of the men fled.",
        "The council voted 4-1 to sell the mill.",
        "The firm cut its forecast by a fifth.",
        "The firm was founded by two brothers.",
        "The driver who had killed 12 people was arrested.",
    ],
)
def test_acts_days_and_addresses_are_none(clause: Clause, text: str) -> None:
    assert not is_statistic(clause(text), happened=True)


@pytest.mark.parametrize(
    "text", ["He is 45.", "It is in Leeds.", "The trip on 4 May is long.", "Orr is a town of 40 people."]
)
def test_ages_and_states_without_a_figure_are_none(clause: Clause, text: str) -> None:
    assert not is_statistic(clause(text), happened=False)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("It opened in 2022.", "2022", True),
        ("It opened on 4 May.", "4", True),
        ("It opened at 10:30 there.", "10:30", True),
        ("It sold 2,022 cars.", "2,022", False),
    ],
)
def test_years_days_and_hours_are_dates(
    sentence: Callable[[str], ParsedSentence], text: str, number: str, expected: bool
) -> None:
    tokens = sentence(text).tokens
    assert in_date(tokens, [token.text for token in tokens].index(number)) is expected
