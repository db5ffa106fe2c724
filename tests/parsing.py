"""The parser that ships, loaded once for all tests of a process, for those that can't take a fixture."""

from __future__ import annotations

from datetime import date
from functools import cache

from factcheck import wiring
from factcheck.domain.stances import Difference
from factcheck.interfaces import TextParser
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.verdict.details.details import Details, details_of
from factcheck.verdict.differences.comparing import differences


@cache
def shared_parses() -> Parses:
    return wiring.parses(Settings())


@cache
def shared_parser() -> TextParser:
    return wiring.parts(Settings()).make_parser()


def details(text: str) -> Details:
    """The details of a text, parsed."""
    return details_of(shared_parses().of(text))


def compared(
    claim: str, passage: str, *, claim_on: date | None = None, passage_on: date | None = None
) -> tuple[Difference, ...]:
    """The details of two texts, parsed and compared."""
    return differences(details(claim), details(passage), claim_on=claim_on, passage_on=passage_on)
