"""What foretells, values and explains, with what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.kinds.cues import explains, foretells, values
from factcheck.claims.kinds.main_clause import MainClause

Clause = Callable[[str], MainClause]


@pytest.mark.parametrize(
    "text",
    [
        "The bank will cut rates.",
        "They won't return.",
        "It could rise by 40 cm before Friday.",
        "He may need a month.",
        "She is expected to win.",
        "Prices are likely to rise.",
        "It is widely expected to fail.",
        "If the rain stops, residents will return.",
        "If elected, she would cut taxes.",
        "As prices rise, the bank will act.",
        "The talks, scheduled for May, will resume.",
        "We'll win.",
        "Had it rained, the dam would have broken.",
        "With more rain the dam might have broken.",
        "The road is set to open in June.",
        "The vote is scheduled for June.",
        "They are going to sell it.",
        "The mill is to close.",
        "The firm plans to sell the mill.",
        "It could have been worse.",
        "She would not return.",
        "He would say more tomorrow.",
    ],
)
def test_what_will_or_might_be_is_foretold(clause: Clause, text: str) -> None:
    assert foretells(clause(text))


@pytest.mark.parametrize(
    "text",
    [
        "The club sold him and will buy another.",
        "The company, which will close its mill, employs 500 people.",
        "It is unclear whether it will rain.",
        "He may have left.",
        "They could not reach him.",
        "The will of the people counts.",
        "It rained in May.",
        "They are set in stone.",
        "It is easy to win.",
        "They refused to go.",
        "The bridge was planned by Ann Lee.",
        "They are asking to go.",
        "The boat is due.",
        "She would not comment on it.",
    ],
)
def test_a_future_aside_and_a_past_possibility_foretell_nothing(clause: Clause, text: str) -> None:
    assert not foretells(clause(text))


@pytest.mark.parametrize(
    "text",
    [
        "The council should act.",
        "The council should spend £4 million.",
        "The board ought to resign.",
        "We must stop this.",
        "We need to stop this.",
        "We urge the council to act.",
        "In my opinion it leaked.",
        "Hopefully, it holds.",
        "Nurses deserve more.",
        "This is a disgrace.",
        "It was truly awful.",
        "The plan is unfair.",
        "It is a stupid plan.",
        "It is too late to act.",
        "I think it leaked.",
        "He is the best player of all.",
        "It is one of the most beautiful towns.",
    ],
)
def test_what_values_or_demands_is_an_opinion(clause: Clause, text: str) -> None:
    assert values(clause(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Drivers must wear seat belts.",
        "They need to go.",
        "They urge the council to act.",
        "It should be noted that it leaked.",
        "It was a terrible accident.",
        "It is a red plan.",
        "It is late.",
        "I think 40 people died.",
        "I think it broke in May 2021.",
        "He thinks it leaked.",
        "It was the worst flood since 1954.",
        "He is best known for that.",
        "It is one of the oldest towns.",
        "The unfair plan failed.",
    ],
)
def test_duties_facts_and_views_beside_a_figure_are_none(clause: Clause, text: str) -> None:
    assert not values(clause(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Trains were late because a signal failed.",
        "Trains were late because of a signal.",
        "The road is closed, as it is under water.",
        "The flood was caused by a blocked drain.",
        "The rain triggered a landslide.",
        "The rain led to a landslide.",
        "The fire resulted from a fault.",
        "The losses stem from the war.",
        "The rise is due to the war.",
        "The rise is due mainly to the war.",
        "The driver was responsible for the crash.",
        "The reason for the delay was a storm.",
        "Smoking is its main cause.",
        "The storm hit, causing floods.",
        "He died from an infection.",
        "The drug cuts deaths by a third.",
        "This has affected the harvest.",
    ],
)
def test_what_brought_something_about_explains(clause: Clause, text: str) -> None:
    assert explains(clause(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "The train left as it began to rain.",
        "Police met the man who had caused the flood.",
        "The train is due to leave.",
        "She led the party.",
        "The cause is unknown.",
        "The cause of the fire is unknown.",
        "The council cut its budget.",
        "Ann Lee cuts hair.",
        "The river slows.",
        "He is a responsible man.",
    ],
)
def test_what_only_stands_beside_something_explains_nothing(clause: Clause, text: str) -> None:
    assert not explains(clause(text), text)
