"""The errors and their exit codes, which scripts are written against."""

from __future__ import annotations

import inspect

import pytest

from factcheck import errors
from factcheck.errors import FactcheckError

CODES = {
    "UsageError": 2,
    "InputError": 3,
    "StoreError": 4,
    "DamageError": 5,
    "ModelError": 6,
    "PartialError": 7,
    "ConflictError": 8,
}


def kinds() -> dict[str, type[FactcheckError]]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: each for name, each in found if issubclass(each, FactcheckError) and each is not FactcheckError}


def test_every_error_has_the_exit_code_that_is_documented() -> None:
    assert {name: kind.exit_code for name, kind in kinds().items()} == CODES
    assert FactcheckError.exit_code == 70


def test_every_error_has_a_code_of_its_own_and_none_of_those_with_another_meaning() -> None:
    codes = [kind.exit_code for kind in kinds().values()]
    assert len(set(codes)) == len(codes)
    assert not {0, 1, 70, 130, 143}.intersection(codes)


def test_the_tree_at_the_top_of_the_file_is_what_the_file_holds() -> None:
    assert errors.__doc__
    for name, code in CODES.items():
        (line,) = [line for line in errors.__doc__.splitlines() if name in line]
        assert str(code) in line.split()


@pytest.mark.parametrize("kind", kinds().values())
def test_an_error_is_a_sentence_and_a_next_step(kind: type[FactcheckError]) -> None:
    error = kind("There is no claim c-1.", hint="`factcheck claims` lists them.")
    assert str(error) == error.message == "There is no claim c-1."
    assert error.hint == "`factcheck claims` lists them."
    assert kind("No hint.").hint == ""
    assert kind.__doc__
    assert isinstance(error, Exception)
