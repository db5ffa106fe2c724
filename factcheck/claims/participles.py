"""What a participle at the end of a clause adds: `the talks failed, leaving both sides without a plan`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses import (
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
from factcheck.language.irregular_verbs import past_of_gerund

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
    if verb is None or clause[verb].tag == "MD" or clause[verb].lower in {"will", "would"}:
        return None
    for place in range(verb + 1, len(clause) - 2):
        token = clause[place + 1]
        if clause[place].text != "," or token.tag != "VBG" or token.lower in _PREPOSITIONS or depth(clause, place):
            continue
        rest = clause[place + 2 :]
        if (
            not rest
            or rest[0].is_sign
            or any(
                each.text == "," and starts_verb_phrase(clause, place + 2 + at + 1) is not None
                for at, each in enumerate(rest)
            )
        ):
            continue
        past = rewritten(token, past_of_gerund(token.lower), "VBD")
        rest = _in_the_past(rest)
        who = subject_of(clause, verb)
        acts = (
            bool(who)
            and (who[-1].tag == "PRP" or any(each.tag == "NNP" for each in who[-2:]))
            and token.lower not in _OF_THE_EVENT
        )
        if not acts or (token.lower == "making" and rest[0].tag == "PRP"):
            subject: Clause = (put_in("This", at=token.start, tag="DT"),)
        else:
            subject = who
        return [trimmed(clause[:place]), trimmed((*subject, past, *rest))]
    return None


def _in_the_past(rest: Clause) -> Clause:
    """`making it and serving it`: what follows `and` in -ing becomes past too, so that it can be taken apart."""
    return tuple(
        rewritten(token, past_of_gerund(token.lower), "VBD")
        if place and token.tag == "VBG" and rest[place - 1].lower == "and"
        else token
        for place, token in enumerate(rest)
    )


def subject_of(clause: Clause, verb: int) -> Clause:
    """The subject of the verb at `verb`, without what is fronted before a comma."""
    end = verb_group_start(clause, verb)
    commas = [place for place in range(end) if clause[place].text == ","]
    start = commas[-1] + 1 if commas and clause[0].tag in {"IN", "RB", "TO", "VBG", "VBN"} else 0
    return clause[start:end]
