"""The main clause of a sentence in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.kinds.main_clause import MainClause, main_clause
from factcheck.domain.parsed_text import ParsedSentence

Clause = Callable[[str], MainClause]


@pytest.fixture(scope="session")
def clause(sentence: Callable[[str], ParsedSentence]) -> Clause:
    def of(text: str) -> MainClause:
        found = main_clause(sentence(text).tokens)
        assert found is not None
        return found

    return of
