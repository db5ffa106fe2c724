"""What is taken out of a text to be compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from tests.parsing import details as details_of

TEXT = "The mill did not burn in 1912. Its owner sold 40 looms to Anna Berg."


def test_words_inside_quantities_dates_and_denials_are_not_words_again() -> None:
    assert [word.text for word in details_of(TEXT).words] == ["mill", "burn", "owner", "sold", "Anna", "Berg"]


def test_a_single_letter_is_no_word_that_could_be_compared() -> None:
    assert [word.text for word in details_of("Vitamin C and plan B helped.").words] == ["Vitamin", "plan", "helped"]


def test_the_words_beside_a_place_are_those_of_its_sentence() -> None:
    details = details_of(TEXT)
    [looms] = details.quantities
    sentence = details.sentence_at(looms.span.start)
    assert sentence.of(TEXT) == "Its owner sold 40 looms to Anna Berg."
    assert details.stems_beside(looms.span, sentence) == ("sell", "anna")


def test_a_remark_between_commas_belongs_to_what_stands_before_it() -> None:
    text = "The bridge, now in its third year, has brought trade."
    details = details_of(text)
    [year] = details.quantities
    assert details.clause_at(year.span).of(text) == "The bridge, now in its third year"


def test_a_denial_counts_for_its_own_sentence_only() -> None:
    details = details_of(TEXT)
    assert details.denies(details.sentence_at(0))
    assert not details.denies(details.sentence_at(len(TEXT) - 1))


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_text_has_details_inside_it(text: str) -> None:
    details = details_of(text)
    assert all(word.span.of(text) == word.text for word in details.words)
    for place in range(0, len(text), 7):
        assert Span(0, len(text)).covers(details.sentence_at(place))


def test_of_a_sentence_that_was_not_parsed_nobody_can_tell_what_is_denied() -> None:
    assert details_of("Lee " * 400).may_deny(Span(0, 3))
    assert not details_of(TEXT).may_deny(Span(TEXT.index("sold"), TEXT.index("sold") + 4))
    assert details_of(TEXT).may_deny(Span(TEXT.index("burn"), TEXT.index("burn") + 4))
