"""Clauses and verb phrases that stand side by side: `A, and B`, `A; B`, `X did A and did B`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clause_rules import (
    SUBORDINATORS,
    Clause,
    depth,
    finite_places,
    first_finite,
    is_clause,
    starts_clause,
    starts_verb_phrase,
    trimmed,
    verb_group_start,
)
from factcheck.claims.words import listed
from factcheck.language.closed_words import FINITE
from factcheck.language.tagging import Token

_CONTRASTS: Final = frozenset({"while", "although", "though", "whereas"})


_SPEAKING: Final = listed("""
    said says say told tells added adds wrote writes explained argued claimed thinks believes
""")


def at_semicolons(clause: Clause) -> list[Clause] | None:
    ends = [place for place, token in enumerate(clause) if token.text == ";" and depth(clause, place) == 0]
    if not ends:
        return None
    starts = [0, *(end + 1 for end in ends)]
    return [trimmed(clause[start:end]) for start, end in zip(starts, [*ends, len(clause)], strict=True)]


def contrast(clause: Clause) -> list[Clause] | None:
    """`Although A, B` and `A, while B` → `A`, `B`."""
    if clause[0].lower in _CONTRASTS:
        for place in range(3, len(clause) - 2):
            if (
                clause[place].text == ","
                and starts_clause(clause, place + 1) is not None
                and is_clause(clause[1:place])
            ):
                return [trimmed(clause[1:place]), trimmed(clause[place + 1 :])]
        return None
    for place in range(3, len(clause) - 3):
        joins = clause[place].lower in _CONTRASTS and clause[place - 1].text == "," and not depth(clause, place)
        if joins and starts_clause(clause, place + 1) is not None:
            return [trimmed(clause[:place]), trimmed(clause[place + 1 :])]
    return None


def coordination(clause: Clause) -> list[Clause] | None:
    """`A, and B` → `A`, `B`, where both have a subject and a verb; what `that` governs governs both."""
    for place in range(3, len(clause) - 2):
        if clause[place].lower not in {"and", "but", "so", "yet"} or depth(clause, place):
            continue
        left = trimmed(clause[:place])
        again = clause[place + 1].lower == "that"  # `found that A and that B`
        start = place + 2 if again else place + 1
        if starts_clause(clause, start) is None or not is_clause(left) or (_is_list(clause, place) and not again):
            continue
        if clause[place - 1].text != "," and _joins_nouns(clause, place):
            continue
        right = clause[start:]
        governor = _governor(left)
        if right[0].lower in {"that", "who", "which"} or (again and not governor):
            continue
        if governor and clause[place].lower == "and" and clause[place - 1].text != ",":
            right = (*governor, *right)
        return [left, trimmed(right)]
    return None


def _joins_nouns(clause: Clause, place: int) -> bool:
    """`his television and film career`, `North and South Korea`, `posts 542 and 543`, `because A and B`."""
    before, after = clause[place - 1].tag, clause[place + 1].tag
    if after in {"NN", "JJ", "VBG", "VBN"} or (before == after and after in {"NNP", "CD"}):
        return True
    verb = first_finite(clause[:place]) or 0
    return any(
        token.lower in {"because", "if", "when", "after", "before", "until", "unless"} for token in clause[verb:place]
    )


def _is_list(clause: Clause, place: int) -> bool:
    """Whether the conjunction joins nouns and not clauses: `met Ann and the men who …`, `… and a fall and rose`."""
    verb = starts_clause(clause, place + 1)
    if verb is None or clause[verb_group_start(clause, verb) - 1].tag == "CC":
        return True
    if any(token.tag in {"WDT", "WP"} for token in clause[place + 1 : verb]):
        return True
    last = finite_places(clause[:place])
    return not last or (place - last[-1] == 1 and clause[place - 1].text != ",")


def side_by_side(clause: Clause) -> list[Clause] | None:
    """`A, B` and `A – B` with a subject and a verb on both sides, and `A, where B`."""
    for place in range(3, len(clause) - 3):
        token = clause[place]
        if token.text not in {",", "–", "—", ":", "however"} or depth(clause, place):
            continue
        start = place + 1
        while start < len(clause) and clause[start].lower in {
            "where",
            "however",
            "then",
            "instead",
            "therefore",
            "and",
            "but",
        }:
            start += 1
        left, right = trimmed(clause[:place]), trimmed(clause[start:])
        begins = {"DT", "PRP", "PRP$", "NNP", "NNS", "EX", "PRP+VBZ"} | ({"JJ", "NN"} if token.text == ":" else set())
        if not right or right[0].tag not in begins or not is_clause(left):
            continue
        verb = starts_clause(clause, start)
        if verb is None or any(each.text == "," for each in clause[start:verb]) or clause[0].lower in SUBORDINATORS:
            continue
        if _speaks(clause, verb) or clause[verb_group_start(clause, verb) - 1].tag == "CC":
            continue
        return [left, right]
    return None


def _speaks(clause: Clause, verb: int) -> bool:
    """`A, the minister said`: whether the verb reports what stands before it."""
    return clause[verb].lower in _SPEAKING


def _governor(left: Clause) -> Clause:
    """`X found that` of `X found that A`: the words up to the last `that` after a verb; empty where there is none."""
    for place in range(len(left) - 1, 0, -1):
        if left[place].lower == "that" and left[place - 1].tag in FINITE | {"VBN", "VB"}:
            return left[: place + 1]
    return ()


def verb_phrases(clause: Clause) -> list[Clause] | None:
    """`X did A and did B` → `X did A`, `X did B`; what stands before the first verb is kept before the second."""
    for place in range(2, len(clause) - 1):
        token = clause[place]
        joins = token.lower in {"and", "but"} or (token.text == "," and clause[place + 1].lower == "then")
        if not joins or depth(clause, place):
            continue
        verb = starts_verb_phrase(clause, place + 1)
        if verb is None or len(clause) - verb < 2:
            continue
        first = _matching_verb(clause, place, clause[verb])
        if first is None:
            continue
        shared = clause[: verb_group_start(clause, first)]
        auxiliary: tuple[Token, ...] = ()
        if clause[verb].tag == "VBN":
            auxiliary = tuple(
                each for each in clause[first:place] if each.tag in FINITE or each.lower in {"been", "be", "being"}
            )[:2]
        return [trimmed(clause[:place]), trimmed((*shared, *auxiliary, *clause[place + 1 :]))]
    return None


_SUBORDINATE: Final = listed("because if when after before since until as")


def _matching_verb(clause: Clause, conjunction: int, verb: Token) -> int | None:
    """The verb before the conjunction that shares its subject with `verb`; None where a relative clause is between."""
    for place in range(conjunction - 1, 0, -1):
        token = clause[place]
        if token.text in {";", ":"} or (token.lower in {"who", "which"} and clause[place - 1].text != ","):
            return None
        governs = any(each.tag in FINITE for each in clause[place + 1 : conjunction])
        if (token.tag == "WDT" or token.lower in _SUBORDINATE) and (governs or token.tag != "IN"):
            return None
        if token.tag not in FINITE:
            continue
        if verb.tag == "VBN":
            # A participle needs the auxiliary of the first: `was found and taken`.
            return place if any(each.tag == "VBN" for each in clause[place + 1 : conjunction]) else None
        if (token.tag == "VBD") == (verb.tag == "VBD") or place == finite_places(clause)[0]:
            return place
        if not any(each.lower == "that" for each in clause[:place]):
            return place
    return None


def infinitives(clause: Clause) -> list[Clause] | None:
    """`X voted to do A and to do B` → `X voted to do A`, `X voted to do B`."""
    for place in range(4, len(clause) - 2):
        if (
            clause[place].lower != "and"
            or clause[place + 1].tag != "TO"
            or clause[place + 2].tag != "VB"
            or depth(clause, place)
        ):
            continue
        verb = first_finite(clause)
        first = next(
            (at for at in range(verb or 0, place) if clause[at].tag == "TO" and clause[at + 1].tag == "VB"), None
        )
        if verb is not None and first is not None:
            return [trimmed(clause[:place]), trimmed((*clause[:first], *clause[place + 1 :]))]
    return None
