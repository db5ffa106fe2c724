"""One sentence, taken apart: what each part says, in the order of the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.clauses.mending import mended
from factcheck.claims.clauses.wording import worded
from factcheck.claims.detect.propositions import propositions
from factcheck.domain.parsed_text import ParsedSentence


@pytest.fixture(scope="session")
def apart(sentence: Callable[[str], ParsedSentence]) -> Callable[[str], list[str]]:
    """The sentences that a sentence is taken apart into; itself alone where it stays whole."""

    def taken_apart(text: str) -> list[str]:
        return [worded(each.words, text) for each in propositions(mended(sentence(text)))]

    return taken_apart
