"""What words of an article stand for outside it, and the words that are better left alone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from factcheck.language.tagging import tagged
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.context.context import Context, Read
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.spans import Span

ON = date(2025, 5, 24)
"""A Saturday."""


def explained(*sentences: str, on: date | None = ON, inferred: bool = False) -> list[Substitution | Ambiguity]:
    """What the words of the last sentence stand for, the others standing before it."""
    context, start = Context(on, inferred), 0
    found: list[Substitution | Ambiguity] = []
    for number, said in enumerate(sentences):
        span = Span(start, start + len(said))
        found = context.explain(Read(span, said, tuple(tagged(said)), "", number))
        start = span.end + 1
    return found


def put(*sentences: str, on: date | None = ON) -> dict[str, str]:
    return {each.said: each.written for each in explained(*sentences, on=on) if isinstance(each, Substitution)}


def unclear(*sentences: str, on: date | None = ON) -> dict[str, tuple[str, ...]]:
    return {each.said: each.candidates for each in explained(*sentences, on=on) if isinstance(each, Ambiguity)}


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["The dam broke on Friday."], {"Friday": "Friday 23 May 2025"}),
        (["The dam broke yesterday."], {"yesterday": "on 23 May 2025"}),
        (["The road will open on 3 June."], {"3 June": "3 June 2025"}),
        (["Ann Lee runs the shop.", "Lee left on foot."], {"Lee": "Ann Lee"}),
        (["Mayor Ann Lee runs the shop.", "Ms Lee left on foot."], {"Ms Lee": "Ann Lee"}),
        (["Mary Lee runs the shop.", "She left on foot."], {"She": "Mary Lee"}),
        (["Mary Lee runs the shop.", "The guests liked her cakes."], {"her": "Mary Lee's"}),
        (
            ["The Leeds City Council met at noon.", "The mayor left the room.", "Then the council voted."],
            {"the council": "the Leeds City Council"},
        ),
        (
            ["The World Health Organization (WHO) met at noon.", "WHO sent a note."],
            {"WHO": "World Health Organization"},
        ),
    ],
)
def test_words_with_one_meaning_are_explained(sentences: list[str], expected: dict[str, str]) -> None:
    assert put(*sentences) == expected


def test_each_explanation_says_where_it_comes_from() -> None:
    first = "Mary Lee runs the shop."
    (found,) = explained(first, "She left on foot.")
    assert isinstance(found, Substitution)
    assert found.source is not None
    assert found.source.of(first) == "Mary Lee"
    (day,) = explained("The dam broke on Friday.")
    assert isinstance(day, Substitution)
    assert (day.source, day.why) == (None, "the article is of 24 May 2025")


def test_a_date_that_is_only_inferred_is_told_as_such() -> None:
    (day,) = explained("The dam broke on Friday.", inferred=True)
    assert day.why == "the article is of 24 May 2025, a date that is only inferred"


@pytest.mark.parametrize(
    ("sentences", "said", "candidates"),
    [
        (["Mary Lee met Jane Brandt.", "She left on foot."], "She", ("Mary Lee", "Jane Brandt")),
        (["Ann Lee met Bob Lee.", "Lee left on foot."], "Lee", ("Ann Lee", "Bob Lee")),
        (
            ["The Leeds City Council met the Hull City Council.", "Then the council voted."],
            "the council",
            ("the Leeds City Council", "the Hull City Council"),
        ),
    ],
)
def test_words_with_several_meanings_are_left_and_told(
    sentences: list[str], said: str, candidates: tuple[str, ...]
) -> None:
    assert put(*sentences) == {}
    assert unclear(*sentences) == {said: candidates}


@pytest.mark.parametrize(
    "sentences",
    [
        ["The dam broke in May 2021."],
        ["It is raining in Leeds."],
        ["The council of Leeds met at noon.", "The council of Hull met too."],
        ["Prices rose in Spain.", "The Bank of Spain met.", "Spain is large."],
        ["Leaving his office, Bob Lee smiled."],
        ["Dozens dead in Leeds stampede", "The stampede began at noon."],
    ],
)
def test_nothing_is_put_where_nothing_is_sure(sentences: list[str]) -> None:
    assert explained(*sentences) == []


def test_without_the_articles_date_no_day_is_guessed() -> None:
    assert put("The dam broke on Friday.", on=None) == {}
    assert unclear("The dam broke on Friday.", on=None) == {"Friday": ()}


@settings(max_examples=150)
@given(sentences=st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_any_text_is_explained_at_its_own_places_without_overlap(sentences: list[str]) -> None:
    found = explained(*sentences)
    start = sum(len(each) + 1 for each in sentences[:-1])
    for each in found:
        assert start <= each.span.start < each.span.end <= start + len(sentences[-1])
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
