"""What the rules for splitting ask of a run of tokens: its verbs, its subject, the noun phrase before a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from factcheck.claims.words import listed
from factcheck.language.closed_words import FINITE
from factcheck.language.tagging import Token, token_of

Clause: TypeAlias = tuple[Token, ...]
"""Tokens of one sentence in order. Those in between may be missing; one of no length was put in."""

_NOMINAL: Final = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "DT", "POS", "PRP$", "FW", "VBN", "VBG", "%", "$", "£", "€"}
)
_SUBJECTS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD", "VBG", "FW", "PRP+VBZ"})
_EDGES: Final = frozenset({",", ";", ":", "–", "—", "-", ".", "!", "?", "…"})
_STARTERS: Final = frozenset({"and", "but", "so", "yet", "or", "nor"})
_NO_SPACE_BEFORE: Final = frozenset({",", ";", ":", ".", "!", "?", ")", "”", "’", "%", "…"})
_NO_SPACE_AFTER: Final = frozenset({"(", "“", "‘", "$", "£", "€"})
SUBORDINATORS: Final = listed("""
    that who whom which whose where when while because if as since although though whereas unless until after before
""")


def depth(clause: Clause, place: int) -> int:
    """How many brackets and quotation marks are open before `place`; marks that only close were open before.

    The rules ask for one place of a clause after the other, so all places of the last clause are kept.
    """
    global _counted  # a memory of one clause, which changes no answer
    asked, depths = _counted
    if asked is not clause:
        depths = _depths(clause)
        _counted = clause, depths
    return depths[place]


def _depths(clause: Clause) -> tuple[int, ...]:
    """The depth before each token, and behind the last: one walk over the clause."""
    brackets = 0
    quotes = 1 if next((token.tag for token in clause if token.tag in {"“", "”"}), "") == "”" else 0
    found = [quotes]
    for token in clause:
        if token.text in {"(", "["}:
            brackets += 1
        elif token.text in {")", "]"}:
            brackets = max(0, brackets - 1)
        elif token.tag == "“":
            quotes += 1
        elif token.tag == "”":
            quotes = max(0, quotes - 1)
        found.append(brackets + quotes)
    return tuple(found)


_counted: tuple[Clause, tuple[int, ...]] = (), (0,)
"""A clause and its depths: set as one, so that each always belongs to the other, in whatever thread."""


def put_in(text: str, *, at: int, tag: str) -> Token:
    """A word that doesn't stand in the sentence, at a place in it."""
    return token_of(at, at, text, tag)


def rewritten(token: Token, text: str, tag: str) -> Token:
    """A word of the sentence in another form."""
    return token_of(token.start, token.end, text, tag)


def trimmed(clause: Sequence[Token]) -> Clause:
    """`clause` without the signs and conjunctions at its ends; quotation marks stay."""
    start, end = 0, len(clause)
    while start < end and (clause[start].text in _EDGES or clause[start].lower in _STARTERS):
        start += 1
    while end > start and (clause[end - 1].text in _EDGES - {"."} or clause[end - 1].lower in _STARTERS | {"then"}):
        end -= 1
    while end > start and clause[end - 1].text in {".", "!", ",", ";"}:
        end -= 1
    return tuple(clause[start:end])


def finite_places(clause: Sequence[Token]) -> list[int]:
    """Where the finite verbs stand."""
    return [place for place, token in enumerate(clause) if token.tag in FINITE]


def first_finite(clause: Sequence[Token]) -> int | None:
    """Where the verb of the main clause stands: the first finite one outside of a relative clause or a fronted one."""
    relative = False
    for place, token in enumerate(clause):
        if token.text == ",":
            relative = False
        elif token.tag in {"WDT", "WP", "WP$"} and place:
            relative = True
        elif token.tag in FINITE:
            if not relative:
                return place
            relative = False
    return None


def is_clause(clause: Sequence[Token]) -> bool:
    """Whether `clause` can stand alone: three words, and a finite verb with a subject before it."""
    if sum(not token.is_sign for token in clause) < 3:
        return False
    verb = first_finite(clause)
    if verb is None:
        return False
    if clause[verb].tag == "PRP+VBZ":
        return True
    if verb == 0 and clause[0].lower in {"had", "were", "should"}:
        return len(finite_places(clause)) > 1  # `had it rained, they would …`
    subordinate = clause[0].lower in SUBORDINATORS - {"that"}
    if subordinate and (clause[0].tag != "IN" or not any(token.text == "," for token in clause[:verb])):
        return False  # but `After the fire, the club left` stands alone
    return any(token.tag in _SUBJECTS for token in clause[:verb])


def verb_group_start(clause: Sequence[Token], verb: int) -> int:
    """Where the words that belong to the verb before it begin: `also`, `never`."""
    while verb and clause[verb - 1].tag in {"RB", "RBR", "RBS"}:
        verb -= 1
    return verb


def starts_verb_phrase(clause: Sequence[Token], place: int) -> int | None:
    """Where the verb stands if a verb phrase begins at `place`, adverbs passed over; None where none does."""
    while place < len(clause) and (clause[place].tag in {"RB", "RBR", "RBS"} or clause[place].lower == "then"):
        place += 1
    return place if place < len(clause) and clause[place].tag in FINITE | {"VBN"} else None


def starts_clause(clause: Sequence[Token], place: int) -> int | None:
    """Where the finite verb stands if a subject and a verb begin at `place`; None where none do.

    What stands between must be noun phrases, joined by prepositions: no sign but a possible comma after a fronted time.
    """
    seen_subject = False
    for at in range(place, min(len(clause), place + 24)):
        token = clause[at]
        if token.tag in FINITE:
            if token.tag == "PRP+VBZ":
                return at
            return at if seen_subject and not _is_fronted(clause, place, at) else None
        if token.tag == "PRP" and at > place and clause[at - 1].is_noun and clause[place].tag not in {"IN", "RB"}:
            return None  # `the firm they founded`
        if token.tag in _SUBJECTS or token.is_noun:
            seen_subject = True
        elif token.text == ",":
            # `and in 2019, the club left`: one comma after what is fronted, before the subject proper
            if clause[place].tag not in {"IN", "RB"} or at - place > 10:
                return None
            seen_subject = False
        elif token.tag not in _NOMINAL | {"IN", "RB", "TO", "CC", "RBR", "RBS", "(", ")", "“", "”", "PRP$"}:
            return None
        if token.lower in SUBORDINATORS and at > place and token.tag != "IN":
            return None
    return None


def _is_fronted(clause: Sequence[Token], place: int, verb: int) -> bool:
    """Whether what stands between `place` and the verb is no subject, only what is fronted: `during his life was …`."""
    if clause[place].tag not in {"IN", "RB", "TO"}:
        return False
    if any(token.text == "," for token in clause[place:verb]):
        return False
    end = verb_group_start(clause, verb)
    if clause[end - 1].tag in {"PRP", "EX"}:
        return False
    start = end - len(noun_phrase_before(clause, end))
    return start <= place + 1 or clause[start - 1].tag in {"IN", "TO"}


def noun_phrase_before(clause: Sequence[Token], place: int) -> Clause:
    """The noun phrase that ends just before `place`, with what `of` adds to it; empty where none does.

    An acronym in brackets after it is passed over: `the World Bank (WB), which …`.
    """
    if place > 3 and clause[place - 1].text == ")" and clause[place - 3].text == "(":
        place -= 3
    start = place
    while start:
        token = clause[start - 1]
        if (
            (token.tag in _NOMINAL and not _is_verbal(clause, start - 1))
            or (token.lower == "of" and start < place and start > 1 and clause[start - 2].is_noun)
            or token.text == "&"
            or (token.lower == "and" and _joins_names(clause, start - 1))
        ):
            start -= 1
        else:
            break
        if token.tag in {"DT", "PRP$"} and start and clause[start - 1].lower != "of":
            break
    found = tuple(clause[start:place])
    return found if any(token.is_noun for token in found) else ()


def _is_verbal(clause: Sequence[Token], place: int) -> bool:
    """Whether a participle is no part of the noun phrase after it: `agreed in Oslo`, `while leaving Rome`."""
    if clause[place].tag not in {"VBN", "VBG"}:
        return False
    after = clause[place + 1].tag if place + 1 < len(clause) else ""
    before = clause[place - 1].tag if place else ""
    return not (after in {"NN", "NNS", "JJ", "VBG"} and before in {"DT", "PRP$", "JJ", "POS", "IN", "CC", "NN"})


def _joins_names(clause: Sequence[Token], place: int) -> bool:
    around = (*clause[place - 1 : place], *clause[place + 1 : place + 2]) if place else ()
    return len(around) == 2 and all(token.tag == "NNP" for token in around)


def worded(clause: Sequence[Token], sentence: str) -> str:
    """The words of `clause`, as a sentence of its own: the white space as it was, a capital, a full stop."""
    pieces: list[str] = []
    for place, token in enumerate(clause):
        word = token.text
        if place:
            before = clause[place - 1]
            gap = sentence[before.end : token.start] if before.end <= token.start else None
            if gap is not None and not gap.strip() and before.start < before.end and token.start < token.end:
                pieces.append(gap)
            elif word not in _NO_SPACE_BEFORE and before.text not in _NO_SPACE_AFTER:
                pieces.append(" ")
            if gap is None and token.tag in {"DT", "PRP", "PRP$", "JJ", "JJR", "IN", "NN", "NNS"} and word != "I":
                word = word[0].lower() + word[1:]  # it began the sentence, and doesn't any more
        pieces.append(word)
    text = " ".join("".join(pieces).split())
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" or text.endswith((".”", '."', ".’", "!”", "?”", ".'")) else text + "."
