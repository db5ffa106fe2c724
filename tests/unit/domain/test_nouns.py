"""The words of the domain: statuses, kinds, labels, citations; and that nouns never change."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from datetime import UTC, date, datetime

import pytest

import factcheck.domain
from factcheck.domain.articles import BlockKind
from factcheck.domain.citations import Citation
from factcheck.domain.claims import ClaimKind
from factcheck.domain.documents import DocumentKind
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status

MODULES = [
    importlib.import_module(f"factcheck.domain.{each.name}") for each in pkgutil.iter_modules(factcheck.domain.__path__)
]
NOUNS = [
    each
    for module in MODULES
    for each in vars(module).values()
    if dataclasses.is_dataclass(each) and isinstance(each, type) and each.__module__ == module.__name__
]


def test_there_are_nouns_to_look_at() -> None:
    assert len(NOUNS) > 20


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: str(noun.__name__))
def test_a_noun_is_frozen_has_slots_and_is_described(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(noun)
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")  # what dataclass writes where nobody did
    # Positional only where the order is plain: a range, and an id with its score.
    positional = [field.name for field in dataclasses.fields(noun) if not field.kw_only]
    assert positional in ([], ["start", "end"], ["id", "score"])


def test_the_words_of_a_status_are_those_of_the_command_line() -> None:
    assert [status.value for status in Status] == [
        *("supported", "refuted", "conflicting", "not_enough_evidence", "not_checkable", "in_review", "unreviewed")
    ]
    assert Status.NOT_ENOUGH_EVIDENCE.words == "not enough evidence"
    assert Status.IN_REVIEW.words == "in review"


def test_what_can_be_signed_and_what_needs_evidence() -> None:
    assert {status for status in Status if not status.is_decision} == {Status.IN_REVIEW, Status.UNREVIEWED}
    assert {status for status in Status if status.needs_evidence} == {
        Status.SUPPORTED,
        Status.REFUTED,
        Status.CONFLICTING,
    }


def test_stances_stand_in_the_order_of_a_model_s_columns() -> None:
    assert [label.value for label in StanceLabel] == ["supports", "refutes", "neutral"]


def test_predictions_and_opinions_are_not_checkable() -> None:
    listed = {kind for kind in ClaimKind if kind.is_claim}
    assert set(ClaimKind) - listed == {ClaimKind.QUESTION, ClaimKind.NOT_A_CLAIM}
    assert {kind for kind in listed if not kind.is_checkable} == {ClaimKind.PREDICTION, ClaimKind.OPINION}


def test_only_paragraphs_list_items_and_quotations_are_prose() -> None:
    assert {kind for kind in BlockKind if kind.is_prose} == {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
    }


# Citations


def citation(kind: DocumentKind = DocumentKind.NEWS, **more: object) -> Citation:
    return Citation(
        document_id="d-1",
        kind=kind,
        title="Ferry log",
        address="https://ferry.example/log",
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        sha256="0" * 64,
        **more,  # type: ignore[arg-type]
    )


def test_a_citation_says_publisher_date_and_address() -> None:
    full = citation(publisher="Aln Herald", published_on=date(2025, 5, 23))
    assert full.line == "Aln Herald, 2025-05-23, https://ferry.example/log"
    assert citation(published_on=date(2025, 5, 23), published_on_inferred=True).line == (
        "Ferry log, 2025-05-23 (inferred), https://ferry.example/log"
    )
    assert citation().line == "Ferry log, no date, https://ferry.example/log"
    assert "inferred" not in citation(published_on_inferred=True).line


@pytest.mark.parametrize("kind", DocumentKind)
def test_only_a_note_is_called_one_and_always(kind: DocumentKind) -> None:
    line = citation(kind, publisher="Aln Herald").line
    assert line.startswith("note on Aln Herald, ") == (kind is DocumentKind.NOTE)
    assert ("note" in line) == (kind is DocumentKind.NOTE)
