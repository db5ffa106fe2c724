"""Quantities: what is read, what is passed over, and that no text breaks it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.parsing.parses import Parses
from factcheck.language.quantities.quantities import Quantity, quantities
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(
        ["3", "1,000", "2.5", "three", "third", "million", "of", "percent", "%", "$", "people", "men", "-", "–", "to",
         "between", "and", "over", "+", ".", "\n", " ", "U.S.", "a", "half", "hundreds", "in", "May", "2022", "47th",
         "é", "\ud800", "٣", "-old", "year", "or", "more", "°", "C", "#", "/",
         "each", "per", "½", "minus", "quarter", "square", "basis", "points", "times"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES | PIECES.map(lambda text: " ".join(text))


def only(parses: Parses, text: str) -> Quantity:
    found = quantities(parses.of(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "said", "value", "unit", "noun"),
    [
        ("They freed 270 military personnel.", "270 military personnel", 270, "", "personnel"),
        ("It received 270 Norwegian servicemen", "270 Norwegian servicemen", 270, "", "serviceman"),
        ("and 120 civilians each on Friday", "120 civilians", 120, "", "civilian"),
        ("about 1,000 U.S. soldiers", "about 1,000 U.S. soldiers", 1000, "", "soldier"),
        ("twenty-five thousand people", "twenty-five thousand people", 25_000, "", "person"),
        ("half a million homes", "half a million homes", 500_000, "", "home"),
        ("12 of the miners", "12 of the miners", 12, "", "miner"),
        ("It left 20 dead and more hurt.", "20 dead", 20, "", "dead"),
        ("one person was killed", "one person", 1, "", "person"),
        ("a five-star hotel", "five-star", 5, "", "star"),
        ("it paid $3.5 million", "$3.5 million", 3.5e6, "USD", ""),
        ("it paid £1.2bn", "£1.2bn", 1.2e9, "GBP", ""),
        ("it paid US$40 billion", "US$40 billion", 4e10, "USD", ""),
        ("it paid A$15", "A$15", 15, "AUD", ""),
        ("it paid NZ $ 26 million", "NZ $ 26 million", 2.6e7, "NZD", ""),
        ("a $15-an-hour wage", "$15", 15, "USD", ""),
        ("5 million euros", "5 million euros", 5e6, "EUR", ""),
        ("7 Canadian dollars", "7 Canadian dollars", 7, "CAD", ""),
        ("3 million U.S. dollars", "3 million U.S. dollars", 3e6, "USD", ""),
        ("USD 40", "USD 40", 40, "USD", ""),
        ("millions of dollars", "millions of dollars", 1e6, "USD", ""),
        ("it rose 3.5%", "3.5%", 3.5, "%", ""),
        ("three point five percent", "three point five percent", 3.5, "%", ""),
        ("30 per cent of voters", "30 per cent of voters", 30, "%", "voter"),
        ("up 12 percentage points", "12 percentage points", 12, "percentage point", ""),
        ("a 16-year-old boy", "16-year-old", 16, "year", "age"),
        ("a 15-year sentence", "15-year", 15, "year", ""),
        ("it lasted three days", "three days", 3, "day", ""),
        ("3 tonnes of grain", "3 tonnes of grain", 3, "tonne", "grain"),
        ("a 40 °C day", "40 °C", 40, "°C", ""),
        ("10km away", "10km", 10, "km", ""),
        ("three first-team players left", "three first-team players", 3, "", "player"),
        ("two and a half million people", "two and a half million people", 2.5e6, "", "person"),
        ("it took two-and-a-half years", "two-and-a-half years", 2.5, "year", ""),
        ("it took 2½ years", "2½ years", 2.5, "year", ""),
        ("it took half an hour", "half an hour", 0.5, "hour", ""),
        ("a quarter of a million homes", "a quarter of a million homes", 250_000, "", "home"),
        ("cut by half a percentage point", "half a percentage point", 0.5, "percentage point", ""),
        ("a 5-percentage-point rise", "5-percentage-point", 5, "percentage point", ""),
        ("a cut of 25 basis points", "25 basis points", 25, "basis point", ""),
        ("it burned 300 sq km", "300 sq km", 300, "square km", ""),
        ("it burned 40 square miles", "40 square miles", 40, "square mile", ""),
        ("a low of -3 °C", "-3 °C", -3, "°C", ""),
        ("it fell to minus 12 degrees", "minus 12 degrees", -12, "degree", ""),
        ("a 3,000-strong crowd", "3,000-strong", 3000, "", ""),
        ("It has 3.4m users.", "3.4m users", 3.4e6, "", "user"),
        ("it lent $1.234 million", "$1.234 million", 1.234e6, "USD", ""),
    ],
)  # fmt: skip
def test_a_quantity_has_its_value_unit_and_noun(
    parses: Parses, text: str, said: str, value: float, unit: str, noun: str
) -> None:
    found = only(parses, text)
    assert (found.span.of(text), found.value, found.unit, found.noun) == (said, value, unit, noun)
    assert not found.ordinal


@pytest.mark.parametrize(
    ("text", "said", "place", "unit", "noun"),
    [
        ("now in its third year, it", "third year", 3, "year", "year"),
        ("the 47th President of the republic", "47th President", 47, "", "president"),
        ("the first phase of a plan", "first phase", 1, "", "phase"),
        ("the 65th exchange of captives", "65th exchange", 65, "", "exchange"),
        ("their first direct talks in years", "first direct talks", 1, "", "talk"),
        ("the second exchange gave hope", "second exchange", 2, "", "exchange"),
        ("the 21st century", "21st century", 21, "century", "century"),
    ],
)
def test_a_place_in_a_row_has_its_noun(parses: Parses, text: str, said: str, place: int, unit: str, noun: str) -> None:
    found = next(each for each in quantities(parses.of(text)) if each.ordinal)
    assert (found.span.of(text), found.value, found.unit, found.noun) == (said, place, unit, noun)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 300 people", "at_least"), ("at least 20 people", "at_least"), ("300+ people", "at_least"),
        ("300 people or more", "at_least"), ("no fewer than 300 people", "at_least"), ("up to 500 people", "at_most"),
        ("fewer than 500 people", "at_most"), ("no more than 500 people", "at_most"), ("about 40 people", "about"),
        ("nearly 2,000 people", "about"), ("some 40 people", "about"), ("tens of thousands of people", "about"),
        ("as few as 20 people", "at_least"), ("300 people or fewer", "at_most"),
        ("300 people", "exact"), ("the 300 people", "exact"),
    ],
)  # fmt: skip
def test_a_bound_is_read_from_the_words_around_it(parses: Parses, text: str, bound: str) -> None:
    assert only(parses, text).bound == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3–4 weeks", 3, 4), ("between 3 and 4 dogs", 3, 4), ("3% to 4%", 3, 4), ("3 to 4 million people", 3e6, 4e6),
        ("$1 to $2 billion", 1e9, 2e9), ("a 10-12 per cent rise", 10, 12), ("3.5% to 4.1%", 3.5, 4.1),
        ("$3m–$4m", 3e6, 4e6), ("tens of thousands of deaths", 1e4, 1e5),
    ],
)  # fmt: skip
def test_a_range_has_two_ends(parses: Parses, text: str, low: float, high: float) -> None:
    found = only(parses, text)
    assert (found.value, found.upper) == (low, high)


@pytest.mark.parametrize(
    ("text", "inclusive"),
    [
        ("more than 300 people", False), ("over 300 people", False), ("fewer than 300 people", False),
        ("at least 300 people", True), ("no more than 300 people", True), ("up to 300 people", True),
        ("300 people or more", True), ("300 people", True), ("about 300 people", True),
    ],
)  # fmt: skip
def test_a_bound_says_whether_the_number_itself_is_allowed(parses: Parses, text: str, inclusive: bool) -> None:
    assert only(parses, text).inclusive is inclusive


def test_only_about_is_approximate(parses: Parses) -> None:
    assert only(parses, "about 300 people").approximate
    assert not only(parses, "more than 300 people").approximate


@pytest.mark.parametrize(
    ("text", "per", "number"),
    [
        ("12.3 per 100,000 people", "person", 100_000), ("it pays $40,000 a year", "year", 1),
        ("$15-an-hour", "hour", 1),
        ("100,000 deaths a year", "year", 1), ("50 miles per hour", "hour", 1), ("$80 a barrel", "barrel", 1),
        ("3 tonnes every day", "day", 1), ("$5 million annually", "year", 1), ("20 people a year later", "", 1),
        ("20 men a dog and", "", 1), ("20 people", "", 1), ("20 people per", "", 1),
    ],
)  # fmt: skip
def test_a_rate_says_what_it_is_counted_for(parses: Parses, text: str, per: str, number: float) -> None:
    found = only(parses, text)
    assert (found.per, found.per_count) == (per, number)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("swapped 40 guards and 12 cooks each on Friday", [True, True]), ("they got $5 apiece", [True]),
        ("for 40 guards, 12 cooks each", [True, True]), ("40 guards met 12 cooks each", [False, True]),
        ("40 guards each day", [False]), ("40 guards each of whom", [False]),
        ("40 guards and 12 cooks", [False, False]),
    ],
)  # fmt: skip
def test_each_holds_for_all_of_a_row(parses: Parses, text: str, each: list[bool]) -> None:
    assert [found.each for found in quantities(parses.of(text))] == each


def test_a_change_from_one_value_to_another_is_no_range(parses: Parses) -> None:
    assert [(each.value, each.upper) for each in quantities(parses.of("It rose from 3% to 4%."))] == [
        (3, None),
        (4, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "on 23 May 2025", "On 2025-05-23 and 03/04/2025", "in February 2022", "The 2024 election", "since 1999",
        "In 2022 people fled", "at 10:30 and at 5 pm", "at 1830 GMT", "call +1 555 123 4567", "call (555) 123-4567",
        "version 1.2.3", "Python 3.11", "AK-47", "an F-16 jet", "No. 10", "no. 7", "number 9", "COVID-19",
        "Flight 370", "a Boeing 747 crashed", "a B2 bomber",
        "H1N1", "mp3 files", "Article 5", "phase 3 trials", "page 12", "5G masts", "a 3D film",
        "won 3–2", "a 2-1 defeat", "50-50", "24/7", "9/11", "two thirds of voters", "one in five adults",
        "a third of women",
        "nine out of ten", "the Big Three", "nineteen eighty-four", "1 000 000", "192.168.0.1", "https://a.example/270",
        "a270@b.example", "#5", "in his 20s", "the 1990s", "one of them", "no one", "at first", "a second, please",
        "first, second-hand", "the two met", "5'11\"", "3x", "1/3", "1,5 percent", "Windows 11", "Seven Sisters",
        "12345678901234567890123 people", "€1.200", "€4,5 Mio", "2.5 times the size", "10-fold",
        "a third of a million homes",
        "minus 3 points", "won by 3 – 0", "a draw, 1 - 1", "either 1) stay or 2) go", "below 1990 levels",
        "3.4m away from it and 3.4m waves",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_quantity_is_passed_over(parses: Parses, text: str) -> None:
    assert quantities(parses.of(text)) == []


def test_numbers_of_people_beside_dates_and_names_are_still_read(parses: Parses) -> None:
    text = "On Friday 270 people and, in 2022, 1,500 others left Room 5 for the F-16 that 12 pilots flew."
    assert [each.value for each in quantities(parses.of(text))] == [270, 1500, 12]


@given(HOSTILE)
@example("300 +")
@example("0\rHUNDREDS")
@example("5 hundreds men")
@example("5 °")
@example("one in")
@example("$")
def test_any_text_gives_quantities_in_order_inside_it_without_overlap(parses: Parses, text: str) -> None:
    found = quantities(parses.of(text))
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end for end, each in zip(ends, found, strict=False))
    assert all(each.span.end <= len(text) for each in found)
    assert all(each.upper is None or each.upper > each.value for each in found)
    assert all(each.value >= 0 or each.unit for each in found)


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = [
        "1",
        "1,",
        "1.",
        "1-",
        "+1 ",
        "(1",
        "a@",
        "twenty ",
        "a hundred ",
        "of ",
        "tens of ",
        "U.S. ",
        "\n ",
        "$1-",
        "1 each, ",
        "per ",
        "1 and a half ",
    ]
    assert growing_faster(lambda text: quantities(ParsedText(text=text, sentences=())), pieces) == []


def test_in_a_sentence_that_was_not_parsed_nobody_can_tell_what_is_counted() -> None:
    found = quantities(ParsedText(text="It freed 1,500 men.", sentences=()))
    assert [(each.value, each.noun, each.modifiers) for each in found] == [(1500, "", ())]
