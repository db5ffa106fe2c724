"""The form of a noun is its fields, and it reads back as the same noun."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Document
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.organisation import Organisation
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.spans import Span
from factcheck.domain.stances import Difference
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import EvidenceView
from factcheck.errors import DamageError
from factcheck.language.display import visible
from factcheck.report.records.forms import document_of, form, noun_of, rounded, text_of
from factcheck.report.records.published import evidence_of, placed_form
from tests.unit.report.score_row import a_row

HOSTILE = st.text(st.sampled_from("a<\"'&\\/\x00\x1b\x7f\x9b\u2028\u202e\ufeff\ufffe\ud83d😀é\r\n\t=\x85"), max_size=8)
PLACES = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: Span(min(pair), max(pair)))

st.register_type_strategy(Span, PLACES)
st.register_type_strategy(str, HOSTILE)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(
    Difference,
    st.builds(Difference, aspect=st.sampled_from(["quantity", "date", "name", "negation", "speaker"])),
)


@pytest.mark.parametrize("kind", [Article, Claim, ClaimStep, Document, Organisation, ReviewEvent, Suggestion])
def test_every_noun_reads_back_from_its_form(kind: type[Any]) -> None:
    @settings(max_examples=60)
    @given(st.from_type(kind))
    def check(noun: object) -> None:
        text = text_of(form(noun))
        assert noun_of(kind, document_of(text)) == noun
        assert visible(text) == text
        assert text.encode()

    check()


@settings(max_examples=60)
@given(st.from_type(EvidenceView), st.none() | st.builds(Reason, code=st.sampled_from(ReasonCode)))
def test_a_passage_beside_a_claim_reads_back_from_its_form(view: EvidenceView, remark: Reason | None) -> None:
    found = document_of(text_of(placed_form(view, remark)))
    back, its_remark = evidence_of(found, "")
    assert (back.passage.text, back.passage.span, its_remark) == (view.passage.text, view.passage.span, remark)
    assert (back.match is None, back.stance is None, back.quote is None) == (
        view.match is None,
        view.stance is None,
        view.quote is None,
    )
    # Of ids that should be one and aren't, the passage's own stand in the form.
    assert placed_form(back, its_remark) == placed_form(view, remark) | {
        "document": placed_form(view)["document"] | {"id": view.citation.document_id}
    }


def test_the_keys_of_a_noun_are_its_fields_and_a_place_is_its_start_and_end() -> None:
    row = a_row()
    found = form(row.claim)
    assert list(found)[:5] == ["id", "article_id", "start", "end", "spans"]
    assert (found["start"], found["end"], found["spans"]) == (3, 26, [[3, 26]])
    assert (found["kind"], found["said_on"], found["speaker"]) == ("event", "2025-05-05", row.claim.speaker)
    assert form(row.suggestion)["suggested_at"] == "2025-05-06T00:00:00Z"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"start": 9, "end": 3}, "claims[1]: a span needs 0 <= start <= end, got [9, 3)"),
        ({"kind": "rumour"}, "claims[1].kind: Invalid enum value 'rumour'"),
        ({"said": 3}, "claims[1].said: Expected `str`, got `int`"),
        ({"check_worthiness": "0.5"}, "claims[1].check_worthiness: Expected `float`, got `str`"),
        ({"spans": [[1, 2], [1]]}, "claims[1].spans[1]: Expected `object`, got `array`"),
        ({"said_on": "2025-02-30"}, "claims[1].said_on: Invalid RFC3339 encoded date"),
    ],
    ids=lambda value: "" if isinstance(value, str) else "-".join(value),
)
def test_what_is_no_noun_is_refused_with_its_place(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(DamageError) as caught:
        noun_of(Claim, {**form(a_row().claim), **wrong}, ".claims[1]")
    assert caught.value.message.removesuffix(".") == told


@pytest.mark.parametrize(
    "text", ['{"a": 1, "a": 2}', "NaN", "[Infinity]", "1e999", "[" * 100_000, "{", "", '"\x00"'], ids=lambda t: t[:8]
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        document_of(text)


def test_a_number_that_json_lacks_is_a_fault() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        text_of({"score": math.nan})


def test_rows_have_four_decimals_and_no_negative_zero() -> None:
    assert rounded({"a": [0.123456, -0.00001], "b": 3, "c": True}) == {"a": [0.1235, 0.0], "b": 3, "c": True}
    assert str(rounded(-0.00001)) == "0.0"
