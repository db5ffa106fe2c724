"""Reads sentences one after another, as an article's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from factcheck.claims.context.context import Context
from factcheck.claims.context.scene import Found
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.parsing.parses import Parses

ON = date(2025, 5, 24)
"""A Saturday."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the last of some sentences."""

    found: list[Found]

    @property
    def put(self) -> dict[str, str]:
        return {each.said: each.written for each in self.found if isinstance(each, Substitution)}

    @property
    def unclear(self) -> dict[str, tuple[str, ...]]:
        return {each.said: each.candidates for each in self.found if isinstance(each, Ambiguity)}


@pytest.fixture(scope="session")
def parsed(parses: Parses) -> Callable[..., ParsedText]:
    """Sentences as they stand in one text, each parsed by itself."""

    def of(*sentences: str) -> ParsedText:
        text, spans = "", []
        for said in sentences:
            start = len(text) + bool(text)
            text = f"{text} {said}" if text else said
            spans.append(Span(start, start + len(said)))
        return parses._parse_each([(text, spans)])[0]

    return of


@pytest.fixture(scope="session")
def told(parsed: Callable[..., ParsedText]) -> Callable[..., Told]:
    """What is told of the last of these sentences, the others standing before it in the same paragraph."""

    def of(*sentences: str, on: date | None = ON, inferred: bool = False, speaker: str = "") -> Told:
        context = Context(on, inferred)
        found: list[Found] = []
        for each in parsed(*sentences).sentences:
            last = each.span.end == parsed(*sentences).sentences[-1].span.end
            found = context.explain(each, speaker=speaker if last else "", paragraph=0)
        return Told(found)

    return of
