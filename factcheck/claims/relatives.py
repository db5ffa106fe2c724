"""Relative clauses and participles that tell more of a noun: `X, who runs Y, left`, `X, born in Y, left`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clause_rules import (
    SUBORDINATORS,
    Clause,
    depth,
    first_finite,
    noun_phrase_before,
    put_in,
    starts_clause,
    starts_verb_phrase,
    trimmed,
)
from factcheck.claims.participles import subject_of
from factcheck.claims.words import listed

_EFFECTS: Final = listed("""
    affected caused prompted meant surprised angered forced triggered sparked means
""")


_STATES: Final = listed("""
    located based known owned situated intended meant used designed called named
""")


def relative(clause: Clause) -> list[Clause] | None:
    """`X, who runs Y, left` → `X left`, `X runs Y`."""
    for place in range(1, len(clause) - 2):
        if clause[place].text != "," or clause[place + 1].lower not in {"who", "which"} or depth(clause, place):
            continue
        antecedent = noun_phrase_before(clause, place)
        verb = starts_verb_phrase(clause, place + 2)
        if not antecedent or verb is None or clause[verb].tag == "VBN":
            continue
        end = insert_end(clause, place)
        if end is None:
            continue
        main = (*clause[:place], *clause[end:])
        subject = predicated(clause, place - len(antecedent)) or antecedent
        if clause[place + 1].lower == "which" and _is_effect(clause, verb) and first_finite(clause[:place]) is not None:
            subject = (put_in("This", at=clause[place + 1].start, tag="DT"),)
        return [trimmed(main), trimmed((*subject, *clause[place + 2 : end]))]
    return None


def insert_end(clause: Clause, start: int) -> int | None:
    """Where what begins with the comma at `start` ends: before the verb of the main clause, or at the end of all.

    None where that isn't plain.
    """
    # `He says that X, who …, left`: the verb that is still to come is the one of the innermost clause.
    inner = max(
        (at + 1 for at in range(start) if clause[at].lower in SUBORDINATORS and clause[at].tag == "IN"), default=0
    )
    has_verb = first_finite(clause[inner:start]) is not None
    for place in range(start + 2, len(clause)):
        if clause[place].text != "," or depth(clause, place):
            continue
        if not has_verb and starts_verb_phrase(clause, place + 1) is not None:
            return place + 1
        if has_verb and place + 1 < len(clause) and clause[place + 1].lower in {"and", "but"}:
            follows = place + 2
            if starts_verb_phrase(clause, follows) is not None or starts_clause(clause, follows) is not None:
                return place
    return len(clause) if has_verb else None


def predicated(clause: Clause, start: int) -> Clause:
    """`X` of `X is a Y`, where `a Y` begins at `start`: what is said of the one is said of the other; else nothing."""
    if (
        start < 2
        or clause[start].lower not in {"a", "an", "the"}
        or clause[start - 1].lower not in {"is", "was", "are", "were"}
    ):
        return ()
    return subject_of(clause, start - 1)


def _is_effect(clause: Clause, verb: int) -> bool:
    """`A, which surprised B`: whether the verb says what the whole of A did."""
    return any(token.lower in _EFFECTS for token in clause[verb : verb + 3])


def participial_insert(clause: Clause) -> list[Clause] | None:
    """`X, born in Y, left` → `X left`, `X was born in Y`."""
    for place in range(1, len(clause) - 3):
        token = clause[place + 1]
        if (
            clause[place].text != ","
            or token.tag != "VBN"
            or depth(clause, place)
            or token.lower in {"compared", "followed"}
        ):
            continue
        named = noun_phrase_before(clause, place)
        end = insert_end(clause, place)
        if not named or end is None or end == len(clause) or (len(named) == place and place > 12):
            continue
        plural = named[-1].tag in {"NNS", "NNPS"} or any(each.lower == "and" for each in named)
        word = ("are" if plural else "is") if token.lower in _STATES else ("were" if plural else "was")
        verb = put_in(word, at=token.start, tag="VBD")
        return [trimmed((*clause[:place], *clause[end:])), trimmed((*named, verb, *clause[place + 1 : end]))]
    return None


def predicate_relative(clause: Clause) -> list[Clause] | None:
    """`X is a Y who runs Z` → `X is a Y`, `X runs Z`."""
    for place in range(4, len(clause) - 2):
        if clause[place].lower not in {"who", "which"} or clause[place - 1].text == "," or depth(clause, place):
            continue
        named = noun_phrase_before(clause, place)
        start = place - len(named)
        subject = predicated(clause, start)
        verb = starts_verb_phrase(clause, place + 1)
        if not subject or clause[start].lower not in {"a", "an"} or verb is None or clause[verb].tag == "VBN":
            continue
        return [trimmed(clause[:place]), trimmed((*subject, *clause[place + 1 :]))]
    return None


def of_whom(clause: Clause) -> list[Clause] | None:
    """`A hit 60 people, of whom 12 died` → `A hit 60 people`, `of 60 people, 12 died`."""
    for place in range(3, len(clause) - 4):
        if (
            clause[place].text != ","
            or clause[place + 1].lower != "of"
            or clause[place + 2].lower not in {"whom", "which"}
        ):
            continue
        antecedent = noun_phrase_before(clause, place) or clause[: first_finite(clause) or 0]
        if clause[place - 1].is_noun and not any(token.tag in {"CD", "NNS"} for token in antecedent):
            antecedent = clause[: first_finite(clause) or 0]
        if antecedent and not depth(clause, place):
            comma = put_in(",", at=clause[place + 2].end, tag=",")
            return [trimmed(clause[:place]), trimmed((clause[place + 1], *antecedent, comma, *clause[place + 3 :]))]
    return None
