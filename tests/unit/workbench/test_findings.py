"""What a person is told of scored claims, and in which order."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from factcheck.domain.citations import Citation
from factcheck.domain.documents import DocumentKind, Passage
from factcheck.domain.first_looks import Cited, FirstLook, LookOutcome
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.sentences.segmenter import BoundarySplitter
from factcheck.report.records.score_rows import json_line
from factcheck.workbench.findings import Finding, Rank, findings
from tests.unit.report.score_row import a_row

TEXT = "The tower of Melk fell."


def row(text: str = TEXT, **more: object) -> Any:
    return json.loads(json_line(a_row(text))) | more


def undecided(text: str = TEXT, leans: object = None) -> Any:
    return row(text, status="not_enough_evidence", confidence=None, deciding_passage_id=None, leans=leans)


def leaning(score: float, text: str = TEXT, to: str = "refuted") -> Any:
    return undecided(text, {"status": to, "score": score})


def only(one: Any, looks: list[FirstLook] | None = None) -> Finding:
    (made,) = findings([one], looks or [], split=BoundarySplitter().split)
    return made


def a_look(text: str = TEXT) -> FirstLook:
    """Another number in a note of the desk's own."""
    passage = Passage(id="p-2", document_id="d-2", span=Span(0, 24), text="It was a ruin. It stands.")
    citation = Citation(
        document_id="d-2", kind=DocumentKind.NOTE, title="Ruins", address="ruins.md", sha256="00" * 32,
        retrieved_at=datetime(2025, 5, 6, tzinfo=UTC),
    )  # fmt: skip
    return FirstLook(
        claim=a_row(text).claim,
        outcome=LookOutcome.DIFFERS,
        differences=(
            Difference(
                aspect="negation",
                comparison=Comparison.DIFFERS,
                claim_span=Span(0, 3),
                passage_span=Span(15, 17),
                note="fell in the claim, stands in the passage",
            ),
        ),
        evidence=Cited(passage=passage, citation=citation),
        sentence=Span(15, 25),
    )


def test_what_is_refuted_comes_first_the_surest_first_then_what_leans_to_it_then_conflicting_then_the_rest() -> None:
    rows = [
        row("A.", status="not_checkable", confidence=None),
        undecided("B."),
        row("C.", status="supported"),
        row("D.", status="conflicting"),
        leaning(0.75, "E."),
        leaning(0.85, "F."),
        row("G.", confidence=0.7),
        row("H.", confidence=0.9),
        row("I.", confidence=None),
        row("J.", status="supported", confidence=0.99),
    ]
    assert "".join(each.claim[0] for each in findings(rows, split=BoundarySplitter().split)) == "IHGFEDCJBA"


def test_a_status_is_told_with_how_sure_it_is_and_a_leaning_with_what_it_leans_to() -> None:
    assert only(row()).status == "refuted (0.67)"
    assert only(row(confidence=None)).status == "refuted"
    assert only(leaning(0.84)).status == "leans refuted (0.84)"
    assert only(leaning(0.52, to="supported")).status == "leans supported (0.52)"


def test_what_leans_to_refuted_is_told_in_full_and_what_leans_to_supported_is_not() -> None:
    assert only(leaning(0.84)).rank is Rank.LEANS_REFUTED
    assert only(leaning(0.5, to="supported")).rank is Rank.NOT_ENOUGH
    assert only(leaning(0.5, to="supported"), [a_look()]).rank is Rank.DIFFERS


def test_what_decided_is_told_with_its_code_and_quoted_with_where_it_stands() -> None:
    made = only(row())
    assert made.because == (
        "FC202 read by “trained cross-encoder”: refutes 0.91",
        "FC131 compared: The tower of Melk fell.",
    )
    assert [(each.words, each.source) for each in made.quotes] == [
        ("The", "The tower of Melk fell., 2025-05-04, The tower of Melk fell.")
    ]


def test_a_detail_that_decided_is_told_without_what_the_model_read() -> None:
    assert only(row(confidence=None)).because == ("FC131 compared: The tower of Melk fell.",)


def test_what_a_first_look_found_stays_where_the_models_decide_nothing() -> None:
    made = only(undecided(), [a_look()])
    assert made.rank is Rank.DIFFERS
    assert made.because == ("FC151 compared: fell in the claim, stands in the passage",)
    assert [(each.words, each.source) for each in made.quotes] == [("It stands.", "note on Ruins, no date, ruins.md")]


def test_what_a_first_look_found_never_outranks_what_the_models_decide() -> None:
    assert only(row(status="supported"), [a_look()]).rank is Rank.SUPPORTED
    assert only(row(status="not_checkable"), [a_look()]).rank is Rank.NOT_CHECKABLE
    refuted = only(row(), [a_look()])
    assert refuted.rank is Rank.REFUTED
    assert [each.words for each in refuted.quotes] == ["The"]
    assert refuted.because[0].startswith("FC151")


def test_of_conflicting_claims_both_sides_are_quoted() -> None:
    one = row(status="conflicting")
    other = one["passages"][0] | {"id": "p-other", "text": "It stands.", "deciding_sentence": None, "differences": []}
    made = only(one | {"passages": [*one["passages"], other], "counter_passage_id": "p-other"})
    assert [each.words for each in made.quotes] == ["The", "It stands."]


def test_no_rows_are_no_findings() -> None:
    assert findings([], split=BoundarySplitter().split) == []
