"""What stands for short descriptions of what has a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.claims.context.conftest import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            ["The Leeds City Council met at noon.", "Rain fell.", "Then the council voted."],
            {"the council": "the Leeds City Council"},
        ),
        (
            ["The University of Tarn opened a lab.", "The university is old."],
            {"The university": "The University of Tarn"},
        ),
        (["Oden, a shipping company, lost money.", "The company closed."], {"The company": "Oden"}),
        (["Oden is a shipping company.", "The company closed."], {"The company": "Oden"}),
        (["Prime Minister Ann Lee spoke.", "The minister left."], {"The minister": "Ann Lee"}),
        (["The dam holds the Sund gas terminal.", "The terminal closed."], {"The terminal": "the Sund gas terminal"}),
    ],
)
def test_a_description_is_explained_by_what_was_called_so(
    told: Tell, sentences: list[str], expected: dict[str, str]
) -> None:
    put = told(*sentences).put
    assert {said: written.lower() for said, written in put.items()} == {
        said: written.lower() for said, written in expected.items()
    }


def test_an_explanation_at_the_beginning_has_a_capital(told: Tell) -> None:
    assert told("The Leeds City Council met.", "The council voted.").put == {"The council": "The Leeds City Council"}


def test_several_that_fit_alike_are_told(told: Tell) -> None:
    found = told("The Leeds City Council and the Hull City Council met.", "Then the council voted.")
    assert found.put == {}
    assert set(found.unclear["the council"]) == {"Leeds City Council", "Hull City Council"}


@pytest.mark.parametrize(
    "last",
    [
        "A council voted.",
        "The council of Hull voted.",
        "The council that met in Hull voted.",
        "The councils voted.",
        "The Hull council voted.",
        "The new council voted.",
        "This council voted.",
    ],
)
def test_a_description_that_says_more_or_less_is_left(told: Tell, last: str) -> None:
    assert told("The Leeds City Council met.", last).put == {}


def test_no_person_is_described_by_a_noun_for_things(told: Tell) -> None:
    assert told("Ann Lee is a rock.", "The rock fell.").put == {}


def test_a_body_that_acts_is_meant_by_a_noun_for_any_body(told: Tell) -> None:
    assert told("Google bought a plant in Leeds.", "The company paid in cash.").put == {"The company": "Google"}
