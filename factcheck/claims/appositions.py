"""What stands beside a noun and is said of it: `X, the head of Y, left`, `Ann Lee, 45, left`."""

from __future__ import annotations

from factcheck.claims.clause_rules import (
    SUBORDINATORS,
    Clause,
    depth,
    first_finite,
    is_clause,
    noun_phrase_before,
    put_in,
    starts_verb_phrase,
    trimmed,
)
from factcheck.language.closed_words import FINITE


def apposition(clause: Clause) -> list[Clause] | None:
    """`X, the head of Y, left` → `X left`, `X is the head of Y`."""
    for place in range(1, len(clause) - 2):
        if clause[place].text != "," or depth(clause, place):
            continue
        named = noun_phrase_before(clause, place)
        end = _noun_phrase_end(clause, place + 1)
        if not named or end is None or not _is_apposition(clause, named, place, end):
            continue
        is_plural = named[-1].tag in {"NNS", "NNPS"} or any(token.lower == "and" for token in named)
        verb = put_in("are" if is_plural else "is", at=clause[place].start, tag="VBZ")
        rest = clause[end + 1 :] if end < len(clause) else ()
        return [trimmed((*clause[:place], *rest)), trimmed((*named, verb, *clause[place + 1 : end]))]
    return None


def _noun_phrase_end(clause: Clause, start: int) -> int | None:
    """Where the noun phrase at `start` ends: at a comma or the end of the clause, with no verb in it."""
    if (
        start >= len(clause)
        or clause[start].tag not in {"DT", "JJ", "NN", "PRP$"}
        or clause[start].lower in {"this", "that", "each", "both", "all", "same"}
    ):
        return None
    for place in range(start, min(len(clause), start + 16)):
        token = clause[place]
        if token.text == ",":
            return place
        if (
            token.tag in FINITE | {"WDT", "WP", "WRB", "VBG", "CC", "PRP", "EX", "MD"}
            or token.lower in SUBORDINATORS
            or token.text in {";", ":"}
            or token.tag == "“"
        ):
            return None
    return len(clause) if len(clause) - start <= 16 else None


def _is_apposition(clause: Clause, named: Clause, place: int, end: int) -> bool:
    inner = clause[place + 1 : end]
    titled = inner[0].tag == "DT" and named[-1].tag == "NNP"
    if not (titled or any(token.tag in {"NN", "NNS"} for token in inner)) or not any(
        token.tag == "NNP" for token in (*named, *inner)
    ):
        return False
    if clause[place + 1].tag == "JJ" and not any(token.tag == "NN" for token in inner[:4]):
        return False
    if end == len(clause):
        # At the end: only a proper name, explained with an article, and no list before it.
        return (
            named[-1].tag == "NNP"
            and inner[0].lower in {"the", "a", "an"}
            and not any(token.text == "," for token in clause[:place])
        )
    follows = clause[end + 1 :] if end < len(clause) else ()
    before_verb = first_finite(clause[:place]) is None
    if before_verb:
        return bool(follows) and starts_verb_phrase(clause, end + 1) is not None
    return (
        named[-1].tag == "NNP"
        and bool(follows)
        and follows[0].lower not in {"and", "or"}
        and inner[0].tag == "DT"
        and follows[0].tag not in {"DT", "NNP", "JJ"}
    )


def title_first(clause: Clause) -> list[Clause] | None:
    """`their solicitor, Ann Lee, left` → `Ann Lee left`, `Ann Lee is their solicitor`."""
    for place in range(1, len(clause) - 3):
        if clause[place].text != "," or clause[place + 1].tag != "NNP" or depth(clause, place):
            continue
        end = place + 1
        while end < len(clause) and clause[end].tag == "NNP":
            end += 1
        title = noun_phrase_before(clause, place)
        start = place - len(title)
        if end - place - 1 < 2 or end >= len(clause) - 1 or clause[end].text != "," or not title:
            continue
        if title[-1].tag != "NN" and not (title[-1].tag == "NNP" and title[0].tag in {"DT", "POS", "PRP$"}):
            continue
        if (
            title[0].tag not in {"DT", "PRP$", "POS", "NNP"}
            or title[0].lower == "this"
            or starts_verb_phrase(clause, end + 1) is None
            or start > 6
        ):
            continue
        name = clause[place + 1 : end]
        verb = put_in("is", at=clause[place].start, tag="VBZ")
        return [trimmed((*clause[:start], *name, *clause[end + 1 :])), (*name, verb, *title)]
    return None


def ages(clause: Clause) -> list[Clause] | None:
    """`Ann Lee, 45, left` → `Ann Lee left`, `Ann Lee is 45`."""
    for place in range(1, len(clause) - 3):
        age = clause[place + 1]
        if (
            clause[place].text == ","
            and clause[place + 2].text == ","
            and age.text.isdigit()
            and 0 < int(age.text) < 120
        ):
            named = noun_phrase_before(clause, place)
            if named and named[-1].tag == "NNP" and not depth(clause, place):
                verb = put_in("is", at=age.start, tag="VBZ")
                goes_on = place + 2 if clause[place + 3].lower in {"who", "which"} else place + 3
                return [trimmed((*clause[:place], *clause[goes_on:])), (*named, verb, age)]
    return None


def ranking(clause: Clause) -> list[Clause] | None:
    """`A rose by 3 %, the largest rise since May` → `A rose by 3 %`, `this was the largest rise since May`."""
    for place in range(4, len(clause) - 3):
        after = clause[place + 1 : place + 4]
        if (
            clause[place].text != ","
            or after[0].lower != "the"
            or depth(clause, place)
            or not is_clause(clause[:place])
        ):
            continue
        ranks = any(
            token.tag in {"JJS", "RBS"} or token.lower in {"first", "second", "third", "last", "only"}
            for token in after[1:]
        )
        if not ranks or any(token.text == "," or token.is_finite for token in clause[place + 1 :]):
            continue
        this = put_in("This", at=clause[place].start, tag="DT")
        return [trimmed(clause[:place]), (this, put_in("was", at=clause[place].start, tag="VBD"), *clause[place + 1 :])]
    return None


def loose_apposition(clause: Clause) -> list[Clause] | None:
    """`Ann Lee, the doctor who led the study, spoke`: as `apposition`, with a clause in it."""
    place = next((at for at, token in enumerate(clause) if token.text == ","), 0)
    if (
        not place
        or clause[-2].text != ","
        or clause[place + 1].lower not in {"the", "a", "an"}
        or clause[place - 1].tag != "NNP"
    ):
        return None
    named, inner = clause[:place], clause[place + 1 : -2]
    if any(token.text == "," for token in inner) or not inner:
        return None
    return [(*named, clause[-1]), (*named, put_in("is", at=clause[place].start, tag="VBZ"), *inner)]
