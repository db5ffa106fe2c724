"""What is known about a source, put together from several places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.sources import SourceFacts

WORDS = st.one_of(st.none(), st.just(""), st.text(max_size=3))
DATES = st.one_of(st.none(), st.dates())
FACTS = st.builds(
    SourceFacts,
    title=WORDS,
    author=WORDS,
    url=WORDS,
    published_on=DATES,
    date_inferred=st.sampled_from([None, True, False]),
    language=WORDS,
    publisher=WORDS,
    owner=WORDS,
    kind=WORDS,
)


def test_what_is_said_counts_and_what_is_not_comes_from_the_other() -> None:
    line = SourceFacts(title="Mine", kind="note")
    page = SourceFacts(title="Theirs", author="Ruth Okafor", publisher="Aln Herald")
    assert line.over(page) == SourceFacts(title="Mine", author="Ruth Okafor", publisher="Aln Herald", kind="note")


def test_what_is_said_to_be_empty_is_said() -> None:
    assert SourceFacts(title="").over(SourceFacts(title="Theirs")).title == ""


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        # A date with what was said of it; never one's date with the other's word on it.
        (
            SourceFacts(published_on=date(2025, 1, 1)),
            SourceFacts(published_on=date(2024, 1, 1), date_inferred=True),
            None,
        ),
        (SourceFacts(date_inferred=True), SourceFacts(published_on=date(2024, 1, 1)), None),
        (SourceFacts(), SourceFacts(published_on=date(2024, 1, 1), date_inferred=True), True),
        (SourceFacts(published_on=date(2025, 1, 1), date_inferred=True), SourceFacts(date_inferred=False), True),
    ],
)
def test_whether_a_date_was_inferred_stays_with_that_date(
    mine: SourceFacts, theirs: SourceFacts, found: bool | None
) -> None:
    assert mine.over(theirs).date_inferred is found


@given(facts=FACTS)
def test_knowing_nothing_more_changes_nothing(facts: SourceFacts) -> None:
    nothing = SourceFacts()
    assert nothing.over(facts) == facts
    with_its_date = facts if facts.published_on is not None else replace(facts, date_inferred=None)
    assert facts.over(nothing) == with_its_date


@given(mine=FACTS, theirs=FACTS)
def test_every_fact_is_one_of_the_two(mine: SourceFacts, theirs: SourceFacts) -> None:
    merged = mine.over(theirs)
    for name, value in _values(merged).items():
        if name == "date_inferred":
            owner = mine if mine.published_on is not None else theirs
            assert value == owner.date_inferred
        else:
            assert value == (getattr(theirs, name) if getattr(mine, name) is None else getattr(mine, name))


def _values(facts: SourceFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in SourceFacts.__slots__}
