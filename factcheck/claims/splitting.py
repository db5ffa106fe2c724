"""Several claims out of one sentence: its coordinated, relative, participle and appositive parts, each for itself.

Each rule takes a clause apart where it is sure of both halves, or leaves it whole: a sentence that stays together costs
a person one edit, a fragment that lost its subject misleads. What a rule must put in or change (`is`, `this`, `marked`
for `marking`) is a token of its own and is shown as a substitution.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.claims.appositions import ages, apposition, loose_apposition, ranking, title_first
from factcheck.claims.clause_rules import (
    Clause,
    is_clause,
    put_in,
    trimmed,
)
from factcheck.claims.coordination import at_semicolons, contrast, coordination, infinitives, side_by_side, verb_phrases
from factcheck.claims.counts import counts
from factcheck.claims.participles import participle
from factcheck.claims.relatives import of_whom, participial_insert, predicate_relative, relative
from factcheck.claims.reports import Report

_MOST: Final = 12
"""A sentence gives at most so many claims; one with more is a list, and stays whole from there on."""


def split(clause: Clause) -> list[Clause]:
    """The parts of `clause`, all tokens of a sentence, in the order of the text; itself alone where it stays whole."""
    return sorted(_parts(trimmed(clause), _MOST), key=_place)


def _place(clause: Clause) -> int:
    return min((token.start for token in clause if token.end > token.start), default=0)


def _parts(clause: Clause, most: int) -> list[Clause]:
    if most > 1 and len(clause) > 5:
        for rule in _RULES:
            found = rule(clause)
            if found and len(found) > 1 and all(is_clause(part) for part in found):
                parts: list[Clause] = []
                for number, part in enumerate(found, 1):
                    still_to_come = len(found) - number
                    parts += _parts(part, max(1, most - len(parts) - still_to_come))
                return parts
    return [clause]


def explained(clause: Clause, said: Report) -> tuple[Clause, list[Clause]]:
    """A report without what its head explains about the speaker, and each of those explanations for itself.

    `Ann Lee, the mayor, said A` → `Ann Lee said A`, `Ann Lee is the mayor`.
    """
    head = said.head
    comma, spoke = put_in(",", at=head[-1].end, tag=","), put_in("spoke", at=head[-1].end, tag="VBD")
    # `said Ann Lee, the mayor` has its verb first: without it, and with one behind, it is like the others.
    inverted = head[0].is_finite
    padded = (*head[1:], comma, spoke) if inverted else head
    for rule in (ages, relative, title_first, apposition, loose_apposition):
        found = rule(padded) if len(padded) > 3 else None
        facts = [part for part in (found or ())[1:] if is_clause(part)]
        if found and facts:
            kept = set(found[0])
            gone = {token for token in head[inverted:] if token not in kept}
            return trimmed(tuple(token for token in clause if token not in gone)), facts
    return clause, []


_RULES: Final[tuple[Callable[[Clause], list[Clause] | None], ...]] = (
    at_semicolons,
    ages,
    relative,
    participial_insert,
    predicate_relative,
    title_first,
    of_whom,
    apposition,
    ranking,
    contrast,
    coordination,
    side_by_side,
    participle,
    verb_phrases,
    infinitives,
    counts,
)
