"""Details side by side. The pairs are about people, wars, firms and games that no sample of the project names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("The mill hired 270 students at Ostrow.", "The mill said that 270 pupils were hired at Ostrow.", AGREES),
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


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The fort fell on 3 May 1808.", "On May 3, 1808 the fort was taken.", AGREES),
        ("The fort fell in May 1808.", "On 3 May 1808 the fort was taken.", AGREES),
        ("The fort fell on 3 May 1808.", "The fort was taken in May 1808.", OPEN),
        ("Under the May 16 accord they met.", "They met under the accord of 16 May 2019.", AGREES),
        ("Duarte was born on 5 June 1961.", "The judge Inês Duarte was born on 6 June 1961.", DIFFERS),
        ("Vesta was founded in 1998.", "Vesta was founded in 1987 in Cork.", DIFFERS),
        ("Vesta was founded in 1998.", "Vesta moved its seat in 1987.", ALONE),
        ("Vesta was founded before 1998.", "Vesta was founded in 1987 in Cork.", ALONE),
        ("Vesta was not founded in 1998.", "Vesta was founded in 1987 in Cork.", ALONE),
        ("Vesta was founded in 1998.", "", ALONE),
        ("They meet on Friday.", "They met on Friday 23 May 2025.", OPEN),
        ("They met on 03/04/2019.", "They met on 3 April 2019.", OPEN),
    ],
)  # fmt: skip
def test_dates_are_compared(claim: str, passage: str, expected: Comparison) -> None:
    assert outcomes(claim, passage, "date") == [expected]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The club has not released a statement.", "The club has yet to release a statement.", [AGREES]),
        ("The club has not released a statement.", "The club released a statement at noon.", [DIFFERS]),
        ("The club has not released a statement.", "The stadium is being rebuilt.", [ALONE]),
        ("The club has not released a statement.", "The club, which never sold, released a statement.", [DIFFERS]),
        ("The club has not released a statement.", "A label released the songs of a singer.", [ALONE]),
        ("The club released a statement.", "A label has not released the songs of a singer.", []),
        ("The club released a statement.", "The club has not released a statement.", [DIFFERS]),
        ("The club released a statement.", "The club released a statement.", []),
        ("The club released a statement.", "Its rivals never spoke of the stadium.", []),
        ("The club sold not only Okafor.", "The club sold Okafor.", []),
        ("The club is not called Vesta Leeds.", "The club is known as Vesta Leeds.", [ALONE]),
        ("The old club is not called Vesta Leeds.", "The old club is known as Vesta Leeds.", [DIFFERS]),
        ("He sat because he could not hit a ball in Leeds.", "In Leeds he sat and watched a ball.", [ALONE]),
        ("Okafor starred in the film I'm Not There.", "Okafor was a star of the film I'm Not There.", []),
    ],
)  # fmt: skip
def test_denials_are_compared(claim: str, passage: str, expected: list[Comparison]) -> None:
    assert outcomes(claim, passage, "negation") == expected


def test_the_spans_are_those_of_the_two_texts() -> None:
    claim, passage = "Kyrene received 270 Dorian pupils.", "In all, 270 students came home to Kyrene."
    found = only(claim, passage, "quantity")
    assert found.passage_span is not None
    assert found.claim_span.of(claim) == "270 Dorian pupils"
    assert found.passage_span.of(passage) == "270 students"
    assert found.note == "270 Dorian pupils = 270 students"


def test_notes_read_as_phrases() -> None:
    assert only("It sold 40 looms.", "It sold 40 looms.", "quantity").note == "40 looms agree"
    assert only("It lasted 3 days.", "It rained.", "quantity").note == "3 days is not in the passage"
    assert only("In 1912 it burned.", "In 1912 it burned.", "date").note == "1912 agrees"


def test_a_number_that_answers_one_part_of_a_claim_does_not_contradict_another() -> None:
    claim = "The league sold 120 players and 45 players of Leeds."
    found = outcomes(claim, "The league sold 120 players.", "quantity")
    assert found[0] is AGREES
    assert found[1] is not DIFFERS


def test_of_two_rivals_the_one_among_the_same_words_is_shown() -> None:
    found = only("The dam cost $40 million.", "The dam was planned for $60 million and cost $48 million.", "quantity")
    assert found.note == "$40 million in the claim, $48 million in the passage"


def test_differences_stand_in_the_order_of_the_claim() -> None:
    claim = "In 1912 the mill, which had 40 looms, did not burn."
    found = compared(claim, "In 1912 the mill with its 40 looms was spared.")
    assert [each.aspect for each in found] == ["date", "quantity", "negation"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1912 the mill sold 40 looms, more than 30% of its stock, for $3.5 million.",
        "Between 3 and 4 ships sank on 3 May 1808, and at least 12 sailors died.",
        "It was the third year of the siege and tens of thousands of people starved.",
    ],
)
def test_nothing_differs_between_a_text_and_itself(text: str) -> None:
    assert {each.comparison for each in compared(text, text)} == {AGREES}


TEXTS = st.text(alphabet=st.characters(exclude_categories=[])) | st.lists(
    st.sampled_from(["270", "men", "not", "1912", "in", "the", "third", "year", "May", "$", "million", ".", ",", "was"])
).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_two_texts_are_compared_with_spans_inside_them(claim: str, passage: str) -> None:
    for each in compared(claim, passage):
        assert each.claim_span.end <= len(claim)
        assert each.passage_span is None or each.passage_span.end <= len(passage)
        assert each.note
        assert each.comparison is not ALONE or each.passage_span is None
