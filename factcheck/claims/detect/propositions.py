"""What one sentence asserts: its parts, and what it reports, each with the words it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.claims.clauses import Clause, first_finite, is_clause, trimmed
from factcheck.claims.reports import Report, report
from factcheck.claims.splitting import explained, split
from factcheck.language.tagging import Token


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that a sentence asserts.

    Attributes:
        clause: Its words; some may be put in or rewritten.
        speaker: Who says it, by the words of the sentence, or who is reported to; empty for the author's own voice.
        reports: Whether it says that something was said: then the article says it, and `speaker` said the something.
    """

    clause: Clause
    speaker: Clause = ()
    reports: bool = False


LONGEST: Final = 300
"""Tokens of a sentence that is still taken apart: the rules look at each place of a clause for each of its places. In
news one sentence in many thousands is longer, and is a list."""


def propositions(tokens: tuple[Token, ...]) -> list[Proposition]:
    """What the sentence of these tokens asserts, in the order of the text; at least one, the sentence itself."""
    if len(tokens) > LONGEST:
        return [Proposition(tokens)]
    tokens = _without_dateline(tokens)
    whole = report(tokens)
    if whole is not None and (not whole.is_first or _begins(whole)):
        return _of_report(tokens, whole)
    found: list[Proposition] = []
    for part in split(tokens) if trimmed(tokens) else [tokens]:
        inner = report(part)
        found += [Proposition(part)] if inner is None else _of_report(part, inner)
    return found


def _begins(whole: Report) -> bool:
    """Whether the sentence begins with who says it, and not with a clause of its own before that."""
    place = next(at for at, token in enumerate(whole.head) if token is whole.speaker[0])
    return first_finite(whole.head[:place]) is None


def _without_dateline(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence without `LONDON —` before it."""
    for place, token in enumerate(tokens[:8]):
        if token.text in {"—", "–", "-"} and place and tokens[0].text.isupper() and len(tokens[0].text) > 2:
            return tokens[place + 1 :]
        if not (token.tag in {"NNP", "CD", ",", "(", ")"} or token.text.isupper()):
            break
    return tokens


def _of_report(clause: Clause, found: Report) -> list[Proposition]:
    outer, facts = explained(clause, found)
    inner: list[Proposition] = []
    for content in found.contents:
        deeper = report(content) if found.is_first else None
        if deeper is not None and _begins(deeper):
            # `According to the Mail, Ann Lee said A`: who said A is Ann Lee.
            _, more = explained(content, deeper)
            facts = [*facts, *more]
            # `Ann Lee said he believes that A`: whose belief it is is told by a name, where there is one.
            speaker = found.speaker if deeper.speaker[0].tag == "PRP" else deeper.speaker
            inner += [Proposition(part, speaker) for each in deeper.contents for part in split(each)]
        else:
            inner += [Proposition(part, found.speaker) for part in split(content)]
    said = [each for each in inner if is_clause(each.clause)]
    return [Proposition(outer, found.speaker, reports=True), *(Proposition(fact) for fact in facts), *said]
