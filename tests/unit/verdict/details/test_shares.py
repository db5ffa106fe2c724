"""Shares as percent among the quantities."""

from __future__ import annotations

from factcheck.verdict.details.shares import quantities_and_shares
from tests.parsing import shared_parses


def read(text: str) -> list[tuple[float, str, str]]:
    return [(each.value, each.unit, each.noun) for each in quantities_and_shares(shared_parses().of(text))]


def test_a_share_is_so_many_percent_of_what_it_is_a_share_of() -> None:
    assert read("One in five pupils walks to school.") == [(20.0, "%", "pupil")]


def test_shares_and_quantities_stand_in_their_order() -> None:
    assert [value for value, _, _ in read("In 12 towns one in four voters stayed at home for 3 days.")] == [12, 25, 3]


def test_a_ratio_of_two_parts_is_no_share() -> None:
    assert all(unit != "%" for _, unit, _ in read("The vote went three to one against the plan."))


def test_a_text_without_shares_has_its_quantities() -> None:
    assert read("The mill sold 40 looms.") == [(40.0, "", "loom")]
