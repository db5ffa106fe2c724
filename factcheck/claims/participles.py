"""What a participle at the end of a clause adds: `the talks failed, leaving both sides without a plan`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clause_rules import (
    Clause,
    depth,
    first_finite,
    put_in,
    rewritten,
    starts_verb_phrase,
    trimmed,
    verb_group_start,
)
from factcheck.claims.words import listed
from factcheck.language.irregular_verbs import past_of_gerund, present_of_gerund
from factcheck.language.tagging import Token

_OF_THE_EVENT: Final = listed("""
    marking prompting sparking triggering meaning resulting raising bringing underscoring highlighting signalling
    signaling suggesting indicating reflecting causing
""")
"""Participles whose subject is what the main clause says: `the talks failed, leaving both sides …`."""


_PREPOSITIONS: Final = listed("""
    including according following regarding concerning depending excluding during pending owing notwithstanding
    considering barring starting beginning
""")


def participle(clause: Clause) -> list[Clause] | None:
    """`A, leaving B` → `A`, `this left B`; `X ran, becoming Y` → `X ran`, `X became Y`."""
    verb = first_finite(clause)
    if verb is None or clause[verb].tag == "MD":
        return None
    for place in range(verb + 1, len(clause) - 2):
        if not _adds(clause, place):
            continue
        token, rest = clause[place + 1], clause[place + 2 :]
        who = subject_of(clause, verb)
        acts = bool(who) and (who[-1].tag == "PRP" or any(each.tag == "NNP" for each in who[-2:]))
        # `making it hard` is about the event, `making a speech` about who makes it.
        whole = token.lower in _OF_THE_EVENT or (token.lower == "making" and rest[0].tag == "PRP")
        subject = who if acts and not whole else (put_in("This", at=token.start, tag="DT"),)
        in_present = clause[verb].tag in {"VBZ", "VBP"} and clause[verb].lower not in {"has", "have"}
        plural = in_present and subject is who and clause[verb].tag == "VBP"
        forms = tuple(
            _finite(each, in_present=in_present, plural=plural)
            if each.tag == "VBG" and (at == 0 or clause[place + at].lower == "and")
            else each
            for at, each in enumerate((token, *rest))
        )
        return [trimmed(clause[:place]), trimmed((*subject, *forms))]
    return None


def _adds(clause: Clause, place: int) -> bool:
    """Whether a participle after the comma at `place` adds something, up to the end of the clause."""
    token, rest = clause[place + 1], clause[place + 2 :]
    if clause[place].text != "," or token.tag != "VBG" or token.lower in _PREPOSITIONS or depth(clause, place):
        return False
    if rest[0].is_sign and rest[0].tag != "“":
        return False
    commas = (place + 2 + at for at, each in enumerate(rest) if each.text == ",")
    return not any(starts_verb_phrase(clause, comma + 1) is not None for comma in commas)


def _finite(token: Token, *, in_present: bool, plural: bool) -> Token:
    """A participle in -ing as a verb of its own; those joined to it by `and` too, so that they can be taken apart."""
    if in_present:
        return rewritten(token, present_of_gerund(token.lower, plural=plural), "VBP" if plural else "VBZ")
    return rewritten(token, past_of_gerund(token.lower), "VBD")


def subject_of(clause: Clause, verb: int) -> Clause:
    """The subject of the verb at `verb`, without what is fronted before a comma."""
    end = verb_group_start(clause, verb)
    commas = [place for place in range(end) if clause[place].text == ","]
    start = commas[-1] + 1 if commas and clause[0].tag in {"IN", "RB", "TO", "VBG", "VBN"} else 0
    return clause[start:end]
