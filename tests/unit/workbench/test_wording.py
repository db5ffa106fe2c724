"""Words of an edit: what is taken, what is put back, and where parts stand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.claims import Claim, ClaimKind, Substitution
from factcheck.domain.spans import Span
from factcheck.errors import UsageError
from factcheck.workbench.wording import MOST, checked_words, cut_spans, part_spans, united, without, words_of

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk


@pytest.mark.parametrize("typed", ["", " \n\t", "…", "!?", "x\x1b[2J", "a\udcff", "a\ue000", "a" * (MOST + 1)])
def test_rubbish_is_no_wording(typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked_words(typed)
    assert caught.value.hint
    assert len(caught.value.message) < 300


def test_a_wording_is_one_line() -> None:
    assert checked_words("  The pier\r\n was\tclosed. ") == "The pier was closed."
    assert checked_words("Zoë — 31 Menschen, 四") == "Zoë — 31 Menschen, 四"


def test_said_words_come_back_in_their_place(desk: Desk) -> None:
    claim = desk.claims[1]
    words, left = without(claim, "friday")
    assert words.startswith("On Friday Ann Lee closed")
    assert [each.said for each in left] == ["she", "she"]
    words, left = without(claim, "she")
    assert (
        words
        == "On 30 January 2026 she closed the northern pier, and the ferry lost 31 passengers, and she left the town."
    )
    assert [each.said for each in left] == ["Friday"]


def test_what_was_put_in_is_named_by_what_was_written(desk: Desk) -> None:
    claim = desk.claims[0]
    put_in = Substitution(span=Span(8, 8), said="", written="of Aln", why="the town's name")
    claim = replace(claim, checked="Ann Lee of Aln ran the harbour.", substitutions=(put_in,))
    assert without(claim, "of  Aln") == ("Ann Lee ran the harbour.", ())


def test_one_of_two_that_are_written_alike_is_told_apart_by_the_order(desk: Desk) -> None:
    claim = desk.claims[1]
    first, second, third = claim.substitutions
    claim = replace(claim, substitutions=(first, second, replace(third, said="her")))
    words, left = without(claim, "her")
    assert words.endswith("and her left the town.")
    assert "Ann Lee closed" in words
    assert left == (first, second)


@pytest.mark.parametrize("typed", ["they", "", "s", "she closed", "Ann"])
def test_words_that_nothing_stands_for_are_refused_with_those_that_are(desk: Desk, typed: str) -> None:
    with pytest.raises(UsageError, match="No substitution") as caught:
        without(desk.claims[1], typed)
    assert "“Friday”, “she”" in caught.value.hint


def test_a_place_that_cannot_be_told_is_refused(desk: Desk) -> None:
    claim = replace(desk.claims[1], checked="Ann Lee closed it.")
    with pytest.raises(UsageError, match="1 times"):
        without(claim, "she")


def test_a_part_is_found_whatever_the_white_space(desk: Desk) -> None:
    claim, text = desk.claims[1], desk.article.text
    (span,) = part_spans(claim, "she closed the northern  pier")
    assert span.of(text) == "she closed the\n  northern pier"
    first, second = part_spans(claim, "she closed … the town.")
    assert (first.of(text), second.of(text)) == ("she closed", "the town.")
    assert part_spans(claim, "On Friday...she left")[1].of(text) == "she left"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "is not in what"),
        ("she went", "is not in what"),
        ("Ann Lee", "is not in what"),  # only what is said counts, not what stands for it
        ("harbour", "is not in what"),  # in the article, and not in this claim
        ("she left … she closed", "is not in what"),  # in this order
        ("he closed", "is not in what"),  # within a word
        ("she", "occurs 2 times"),
        ("x" * 100_000, "is not in what"),
        (".*", "is not in what"),
    ],
)
def test_a_part_that_is_not_said_is_refused(desk: Desk, typed: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        part_spans(desk.claims[1], typed)
    assert len(caught.value.message) < 200


def test_cuts_give_all_parts_without_what_joins_them(desk: Desk) -> None:
    claim, text = desk.claims[1], desk.article.text
    parts = cut_spans(claim, ["and she left", "and the ferry"])
    assert [[span.of(text) for span in part] for part in parts] == [
        ["On Friday she closed the\n  northern pier"],
        ["and the ferry lost 31 passengers"],
        ["and she left the town."],
    ]
    offset = str(text.index("and the ferry"))
    assert cut_spans(claim, [offset]) == cut_spans(claim, ["and the ferry", offset])


def test_a_cut_leaves_out_what_the_claim_leaves_out(desk: Desk) -> None:
    text = desk.article.text
    spans = (Span(text.index("she closed"), text.index(", and the")), Span(text.index("she left"), text.index("town")))
    claim = replace(desk.claims[1], spans=spans)
    parts = cut_spans(claim, ["the ferry"])
    assert parts == [(spans[0],), (Span(spans[1].start, spans[1].end - 1),)]


@pytest.mark.parametrize("place", ["On Friday", "0", "999999", "-5", "١", "", "she went", "town.x", "9" * 30, "she"])
def test_a_cut_at_no_place_inside_is_refused(desk: Desk, place: str) -> None:
    with pytest.raises(UsageError):
        cut_spans(desk.claims[1], [place])


def test_a_cut_that_leaves_nothing_is_refused(desk: Desk) -> None:
    comma = desk.article.text.index(", and the")
    with pytest.raises(UsageError, match="without words"):
        cut_spans(desk.claims[1], [str(comma), str(comma + 1)])


def test_substitutions_are_made_where_they_stand(desk: Desk) -> None:
    claim, text = desk.claims[1], desk.article.text
    assert words_of(text, claim.spans, claim.substitutions) == claim.checked
    assert words_of(text, claim.spans) == " ".join(claim.said.split())


SAID = st.text(alphabet="ab ,\n.", min_size=1, max_size=30)


@given(said=SAID, places=st.lists(st.one_of(SAID, st.integers(-3, 40).map(str)), min_size=1, max_size=3))
def test_any_cuts_give_parts_in_order_inside_the_claim_or_are_refused(said: str, places: list[str]) -> None:
    claim = Claim(
        id="c-1",
        article_id="a-1",
        span=Span(3, 3 + len(said)),
        spans=(Span(3, 3 + len(said)),),
        said=said,
        checked=said,
        kind=ClaimKind.EVENT,
        check_worthiness=0.5,
        detector="x",
    )
    try:
        parts = cut_spans(claim, places)
    except UsageError:
        return
    spans = [span for part in parts for span in part]
    assert len(parts) >= 2
    assert spans == sorted(spans)
    assert all(claim.span.covers(span) and len(span) for span in spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
    between = {place for span in spans for place in range(span.start, span.end)}
    left_out = "".join(said[place - 3] for place in range(claim.span.start, claim.span.end) if place not in between)
    assert not left_out.strip(" ,\n")


@given(spans=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)).map(lambda at: Span(at[0], at[0] + at[1]))))
def test_united_spans_hold_the_same_places_once(spans: list[Span]) -> None:
    found = united(spans)
    places = [place for span in found for place in range(span.start, span.end)]
    assert places == sorted({place for span in spans for place in range(span.start, span.end)})
    assert all(one.end < other.start for one, other in pairwise(found))
