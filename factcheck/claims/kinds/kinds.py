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
from factcheck.claims.kinds.cues import explains, foretells, is_own_view, values
from factcheck.claims.kinds.figures import is_statistic
from factcheck.claims.kinds.main_clause import MainClause, main_clause
from factcheck.claims.kinds.positions import tells_position
from factcheck.domain.claims import ClaimKind
from factcheck.domain.parsed_text import ParsedText, Token
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.speech.speech import main_speech
from factcheck.language.speech.speech_verbs import ACCUSING, SHOWING
from factcheck.language.word_lists import word_list

LANGUAGE: Final = "en"
"""The only language that these rules know."""
_LASTING: Final = frozenset(
    word_list(
        """be belong consist contain cost deserve depend exist have include know lack lie like live love mean need own
        keep maintain possess remain resemble seem stand tend want weigh"""
    )
)
"""Verbs of states, which don't happen at a time (after R. Quirk and others, A Comprehensive Grammar of the English
Language, 4.29)."""
_LASTING_PASSIVE: Final = frozenset(word_list("base call design fund know locate make mean own situate surround use"))
"""Those whose participle tells of a state: `is based in`, `was known as`."""


def kind_of(text: str, tokens: Sequence[Token] = (), *, reports: bool = False) -> ClaimKind:
    """The kind of the claim `text`, one sentence in plain words that asserts something; any text has one.

    Args:
        tokens: Those of its parse, in order; some may be put in or rewritten. Without them it is a statement.
        reports: Whether it is known to report words.
    """
    clause = main_clause(tokens)
    if reports and (clause is None or not is_own_view(clause)):
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
    """The kind of a text that is meant as one claim: that of its first sentence; in English alone anything is told."""
    first = parsed.sentences[0] if parsed.sentences else None
    if first is None or not first.is_parsed or parsed.language != LANGUAGE:
        return ClaimKind.STATEMENT
    return kind_of(parsed.text, first.tokens, reports=main_speech(first) is not None)


def _shown(clause: MainClause) -> tuple[Token, ...]:
    """The clause of what a study or poll shows, or of what the author thinks: that is what is claimed."""
    subject = clause.subject
    shows = subject is not None and clause.tokens[subject].lemma.lower() in SHOWING
    contents = clause.children(clause.verb, "ccomp") if shows or is_own_view(clause) else []
    return clause.subtree(contents[0]) if contents else ()


def _happened(clause: MainClause) -> bool:
    """Whether it tells of something that took place, and not of a state."""
    subject = clause.subject
    shows = subject is not None and clause.tokens[subject].lemma.lower() in SHOWING
    if shows or _lasts(clause):
        return False
    if clause.is_progressive:
        return not clause.is_past  # `are searching the woods`; `was weeping` tells how things stood
    if clause.modal:
        # `may have left`, `could not reach him`, `would not comment`
        return clause.is_perfect or clause.is_negated
    if clause.is_passive:
        return clause.lemma in ACCUSING or (clause.is_past and clause.lemma not in _LASTING_PASSIVE)
    return clause.is_past and clause.lemma not in _LASTING


def _lasts(clause: MainClause) -> bool:
    """`ignored her for years`: what went on for a time has no time of its own."""
    return any(
        clause.tokens[time].lemma.lower() in TIME_UNITS
        for over in clause.children(clause.verb, "prep")
        if clause.tokens[over].lower == "for"
        for time in clause.children(over, "pobj")
    )
