"""What words of an article stand for outside it, read sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.context.context import Context
from factcheck.domain.claims import Substitution
from factcheck.domain.parsed_text import ParsedSentence, ParsedText
from factcheck.domain.spans import Span
from factcheck.language.parsing.parses import Parses
from factcheck.language.word_lists import word_list
from tests.unit.claims.context.conftest import Told

Tell = Callable[..., Told]
Parsed = Callable[..., ParsedText]


def test_every_explanation_says_where_it_comes_from(told: Tell) -> None:
    first = "Mary Lee runs the shop."
    (found,) = told(first, "She left on foot.").found
    assert isinstance(found, Substitution)
    assert found.source is not None
    assert found.source.of(first) == "Mary Lee"


def test_explanations_come_in_the_order_of_the_text(told: Tell) -> None:
    found = told("Mary Lee runs the shop.", "On Friday she sold her car.").found
    assert [each.said for each in found] == ["Friday", "she", "her"]


def test_of_two_explanations_that_overlap_the_longer_stands(told: Tell) -> None:
    found = told("Ann May Lee runs the shop.", "Ms Lee left.").found
    assert [each.said for each in found] == ["Ms Lee"]


def test_a_quotation_stays_open_until_its_mark_closes_it(parsed: Parsed) -> None:
    context = Context(None, False)
    first, second, third = parsed("Lee said: “I ran.", "I fell.”", "I watched.").sentences
    context.explain(first, speaker="Ann Lee", paragraph=0)
    (inside,) = context.explain(second, speaker="Ann Lee", paragraph=0)
    assert isinstance(inside, Substitution)
    assert inside.written == "I [Ann Lee]"
    assert context.explain(third, speaker="", paragraph=0) == []


def test_a_quotation_that_nobody_closed_ends_with_its_paragraph(parsed: Parsed) -> None:
    context = Context(None, False)
    first, second = parsed("Lee said: “I ran.", "Lee said that “it” was fine and I knew.").sentences
    context.explain(first, speaker="Ann Lee", paragraph=0)
    found = context.explain(second, speaker="Ann Lee", paragraph=1)
    assert "I" not in {each.said for each in found}


def test_a_sentence_that_was_not_parsed_explains_nothing_and_counts(parsed: Parsed) -> None:
    context = Context(date(2025, 5, 24), False)
    (first,) = parsed("Mary Lee runs the shop.").sentences
    context.explain(first, speaker="", paragraph=0)
    for number in range(5):
        assert context.explain(ParsedSentence(span=Span(30 + number, 31 + number)), speaker="", paragraph=0) == []
    (last,) = parsed("She left on foot.").sentences
    assert context.explain(last, speaker="", paragraph=0) == []


@settings(max_examples=20)
@given(sentences=st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_any_text_is_explained_at_its_own_places_without_overlap(sentences: list[str], parses: Parses) -> None:
    context = Context(date(2025, 5, 24), False)
    text = "\n".join(sentences)
    for each in parses.of(text).sentences:
        found = context.explain(each, speaker="Ann Lee", paragraph=0)
        assert all(each.span.covers(one.span) for one in found)
        assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@settings(max_examples=20)
@given(
    words=st.lists(
        st.sampled_from(
            word_list("Ann Lee Mr he she it they the council of said “ ” I we Monday . , ( ) NATO two both")
        ),
        min_size=1,
        max_size=30,
    )
)
def test_any_row_of_words_that_are_explained_is_read(words: list[str], parses: Parses) -> None:
    context = Context(date(2025, 5, 24), False)
    for each in parses.of(" ".join(words)).sentences:
        for one in context.explain(each, speaker="Ann Lee", paragraph=0):
            assert one.span.of(" ".join(words)) == one.said
