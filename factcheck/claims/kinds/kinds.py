"""Of which kind a claim is. `docs/claims.md` says what each kind means; the first that fits is taken.

*Question* and *not a claim* are found by `assertions`, before any of these. Then: a report of words is a *quotation*,
whatever they say; what will or might be is a *prediction*; what values or demands is an *opinion*; what says that one
thing brought about another is *causal*; what sets two things or times against each other, or ranks one, is a
*comparison*; what counts is a *statistic*; who holds what position is *office*; what happened is an *event*; and
everything else, with whatever is in doubt, is a *statement*: predictions and opinions are listed as not checkable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.kinds.comparisons import compares
from factcheck.claims.kinds.cues import explains, foretells, values
from factcheck.claims.kinds.figures import is_statistic
from factcheck.claims.kinds.main_clause import MainClause, main_clause
from factcheck.claims.kinds.positions import tells_position
from factcheck.domain.claims import ClaimKind
from factcheck.domain.parsed_text import ParsedText, Token
from factcheck.language.word_lists import word_list

_TELLING: Final = frozenset(
    word_list(
        """accuse acknowledge admit announce apologise apologize ask believe call claim condemn confirm criticise
        criticize demand deny describe emphasise emphasize insist note pledge praise promise recommend reiterate reject
        say state stress tell thank think tweet urge vow warn write"""
    )
)
"""Verbs of saying and believing: with them words are reported also where these are no clause, as in `urged calm`."""
_EVIDENCE: Final = frozenset(
    word_list("analysis data estimate evidence figure finding picture poll report research result study survey trial")
)
"""What shows something speaks for nobody."""
_NO_SPEAKERS: Final = _EVIDENCE | {"it", "that", "this", "i", "we"}
"""What `I` and `we` think is the author's own view."""
_LASTING: Final = frozenset(
    word_list(
        """be belong consist contain cost deserve depend exist have include know lack lie like live love mean need own
        keep maintain possess remain resemble seem show stand tend want weigh"""
    )
)
"""Verbs of states, which don't happen at a time (after R. Quirk and others, A Comprehensive Grammar of the English
Language, 4.29)."""
_LASTING_PASSIVE: Final = frozenset(word_list("base call design know locate make mean situate surround use"))
"""Those whose participle tells of a state: `is based in`, `was known as`."""


def kind_of(text: str, tokens: Sequence[Token] = (), *, reports: bool = False) -> ClaimKind:
    """The kind of the claim `text`, one sentence in plain words that asserts something; any text has one.

    Args:
        tokens: Those of its parse, in order; some may be put in or rewritten. Without them it is a statement.
        reports: Whether it is known to report words.
    """
    clause = main_clause(tokens)
    if reports or (clause is not None and _tells(clause)):
        return ClaimKind.QUOTATION
    if clause is None:
        return ClaimKind.STATEMENT
    outer, clause = clause, main_clause(_shown(clause)) or clause
    if foretells(clause):
        return ClaimKind.PREDICTION
    if values(outer, text) or values(clause, text):
        return ClaimKind.OPINION
    if explains(clause, text):
        return ClaimKind.CAUSAL
    if compares(clause):
        return ClaimKind.COMPARISON
    happened = _happened(clause)
    if is_statistic(clause, happened=happened):
        return ClaimKind.STATISTIC
    if tells_position(clause):
        return ClaimKind.OFFICE
    return ClaimKind.EVENT if happened else ClaimKind.STATEMENT


def kind_of_text(parsed: ParsedText) -> ClaimKind:
    """The kind of a text that is meant as one claim: that of its first sentence."""
    first = parsed.sentences[0].tokens if parsed.sentences else ()
    return kind_of(parsed.text, first)


def _tells(clause: MainClause) -> bool:
    """Whether somebody is told to have said or thought something: `she urged them to go`."""
    subject = clause.subject
    if clause.lemma not in _TELLING or clause.is_passive or subject is None:
        return False
    says_something = clause.children(clause.verb, "dobj", "dative", "ccomp", "xcomp", "prep", "oprd")
    return bool(says_something) and clause.tokens[subject].lemma.lower() not in _NO_SPEAKERS


def _shown(clause: MainClause) -> tuple[Token, ...]:
    """The clause of what a study or poll shows, or of what the author thinks: that is what is claimed."""
    subject = clause.subject
    shows = subject is not None and clause.tokens[subject].lemma.lower() in _EVIDENCE | {"i", "we"}
    contents = clause.children(clause.verb, "ccomp") if shows else []
    return clause.subtree(contents[0]) if contents else ()


def _happened(clause: MainClause) -> bool:
    """Whether it tells of something that took place, and not of a state."""
    if clause.modal and clause.is_perfect:
        return True  # `may have left`
    if clause.is_passive:
        return clause.is_past and clause.lemma not in _LASTING_PASSIVE
    if clause.is_progressive:
        return True
    return (clause.is_past or clause.modal == "could") and clause.lemma not in _LASTING
