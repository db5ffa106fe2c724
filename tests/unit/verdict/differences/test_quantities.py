"""Numbers of a claim beside those of a passage."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import Comparison, Difference
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM


def outcomes(claim: str, passage: str, aspect: str) -> list[Comparison]:
    return [each.comparison for each in compared(claim, passage) if each.aspect == aspect]


def only(claim: str, passage: str, aspect: str) -> Difference:
    [found] = [each for each in compared(claim, passage) if each.aspect == aspect]
    return found


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        # the same value, unit and noun
        ("Okafor scored 31 goals for Leeds.", "Leeds got 31 goals out of Okafor.", AGREES),
        ("The mill hired 270 students at Ostrow.", "The mill at Ostrow has 270 looms.", OPEN),
        ("Some 2,000 people marched.", "In Lyon 2,000 persons marched.", AGREES),
        ("Vesta earned $3.5 million in the quarter.", "Vesta earned $3,512,000 in the quarter.", AGREES),
        ("Vesta earned $3.5 million.", "Vesta earned €3.5 million.", OPEN),
        ("Unemployment fell to 4.2%.", "Unemployment fell to 4.2 percent.", AGREES),
        ("Unemployment fell by 2 percent.", "Unemployment fell by 2 percentage points.", OPEN),
        ("Twenty-five thousand homes lost power.", "The storm cut power to 25,000 homes.", AGREES),
        # bounds and ranges
        ("More than 300 miners struck.", "At the pit 307 miners struck.", AGREES),
        ("More than 300 miners struck.", "At the pit 300 miners struck.", OPEN),
        ("Up to 500 seats were sold.", "In all 450 seats were sold.", AGREES),
        ("Between 30 and 40 ships sank.", "A count gave 34 ships.", AGREES),
        ("About 400 ships sank.", "A count gave 410 ships that sank.", OPEN),
        ("Tens of thousands of horses died.", "Tens of thousands of horses died.", AGREES),
        # another value in the same place
        ("Okafor scored 31 goals for Leeds.", "Okafor scored 24 goals for Leeds.", DIFFERS),
        ("Vesta cut 1,200 jobs in Cork.", "Vesta cut 900 jobs in Cork, the firm said.", DIFFERS),
        ("The treaty of Orlo gave Vesta $40 million.", "The treaty of Orlo gave Vesta $4 million.", DIFFERS),
        ("Duarte was the third president of the union.", "Duarte was the fourth president of the union.", DIFFERS),
        ("The siege of Orlo is now in its second year.", "By June the siege of Orlo was in its third year.", DIFFERS),
        # another value that answers another question
        ("In the raid 20 people died.", "In the raid 30 people were hurt.", OPEN),
        ("Vesta freed 307 captives on 24 May.", "Vesta freed 270 captives on 23 May.", OPEN),
        ("She won five gold medals.", "She won three silver medals.", OPEN),
        ("The first round was played in Rome.", "The second round was played in Rome.", OPEN),
        ("Duarte was not the third president of the union.", "Duarte was the fourth president of the union.", OPEN),
        ("Vesta did not cut 1,200 jobs in Cork.", "Vesta cut 900 jobs in Cork.", OPEN),
        ("Vesta cut 1,200 jobs in Cork.", "Vesta never cut 900 jobs in Cork.", OPEN),
        ("The fair drew 1,000 farmers.", "The fair drew 1,000 people for 1,000 turned away.", OPEN),
        ("One judge left the court of Orlo.", "Two judges left the court of Orlo.", OPEN),
        # nothing to compare
        ("The fair drew 1,000 farmers.", "The fair was held in Orlo.", ALONE),
        ("The hall seats 3 judges.", "There were 3 of them.", ALONE),
        ("He came third in 12 races.", "", ALONE),
    ],
)  # fmt: skip
def test_quantities_are_compared(claim: str, passage: str, expected: Comparison) -> None:
    assert outcomes(claim, passage, "quantity")[-1:] == [expected]


def test_the_spans_are_those_of_the_two_texts() -> None:
    claim, passage = "Kyrene received 270 Dorian pupils.", "In all, 270 pupils came home to Kyrene."
    found = only(claim, passage, "quantity")
    assert found.passage_span is not None
    assert found.claim_span.of(claim) == "270 Dorian pupils"
    assert found.passage_span.of(passage) == "270 pupils"
    assert found.note == "270 Dorian pupils = 270 pupils"


def test_a_number_that_answers_one_part_of_a_claim_does_not_contradict_another() -> None:
    claim = "The league sold 120 players and 45 players of Leeds."
    found = outcomes(claim, "The league sold 120 players.", "quantity")
    assert found[0] is AGREES
    assert found[1] is not DIFFERS


def test_of_two_rivals_the_one_among_the_same_words_is_shown() -> None:
    found = only("The dam cost $40 million.", "The dam was planned for $60 million and cost $48 million.", "quantity")
    assert found.note == "$40 million in the claim, $48 million in the passage"
