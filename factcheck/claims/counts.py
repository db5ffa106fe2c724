"""Counts of different things in one clause: `freed 27 soldiers and 12 civilians`."""

from __future__ import annotations

from factcheck.claims.clause_rules import (
    Clause,
    first_finite,
    noun_phrase_before,
    trimmed,
)


def counts(clause: Clause) -> list[Clause] | None:
    """`freed 27 soldiers and 12 civilians` → one for each count, where each can be checked alone."""
    verb = first_finite(clause)
    if verb is None:
        return None
    for place in range(verb + 2, len(clause) - 2):
        if clause[place].lower != "and" or clause[place + 1].tag != "CD":
            continue
        left = noun_phrase_before(clause, place)
        while left and left[0].tag != "CD":
            left = left[1:]
        end = place + 2
        while (
            end < len(clause)
            and clause[end].tag in {"NN", "NNS", "JJ", "NNP", "VBN"}
            and not (clause[end].tag == "VBN" and clause[end - 1].is_noun)
        ):
            end += 1
        right = clause[place + 1 : end]
        if (
            len(left) < 2
            or len(right) < 2
            or not left[-1].is_noun
            or left[-1].tag == "CD"
            or right[-1].tag in {"CD", "JJ"}
        ):
            continue
        start = place - len(left)
        before = clause[start - 1].lower if start else ""
        if before in {"between", "from", "of", "to"} or any(token.lower == "respectively" for token in clause):
            continue
        return [trimmed((*clause[:place], *clause[end:])), trimmed((*clause[:start], *clause[place + 1 :]))]
    return None
