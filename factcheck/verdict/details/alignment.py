"""Whether two details of two texts stand in the same place of the same statement.

Two years or two names are two answers to one question only where they depend on the same word in the same way, and
the other words of the claim are there too: all that differs between the sentences is then the detail itself. Words that
only the passage has don't count, for passages say more.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.language.parsing.parses import KEPT
from factcheck.language.stems import stem
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.details import Details

_AGENT: Final = "agent"
_PATIENT: Final = "patient"
_ROLES: Final = {"nsubj": _AGENT, "agent": _AGENT, "nsubjpass": _PATIENT, "dobj": _PATIENT}
"""Relations by which one statement in the active and in the passive voice have their parts alike."""
_ALIKE: Final = frozenset({"conj", "appos"})
"""What is joined to a word, or stands beside it for the same, has its place in the sentence."""
_SAME_TIME: Final = frozenset(word_list("in on of at during npadvmod nummod"))
"""Ways of giving a date that make no difference to it: `born in 1962`, `born on 3 May 1962`, `(born 3 May 1962)`."""
_UNTELLING: Final = frozenset(map(stem, word_list("year date day month time total")))
"""Words that a claim may have where the passage has only the detail: `1962 was the year in which …`."""


class Governor(NamedTuple):
    """What a detail depends on in its sentence.

    Attributes:
        stem: Of the word that it depends on; "" where nothing is known, for want of a parse.
        role: How it does: `agent` or `patient` of a verb in either voice, a preposition (`by`, `out of`), or else the
            parser's relation.
        is_verb: Whether that word is a verb.
    """

    stem: str
    role: str
    is_verb: bool


_UNKNOWN: Final = Governor("", "", False)


@lru_cache(maxsize=4 * KEPT)
def governor(details: Details, span: Span) -> Governor:
    """What the detail at `span` depends on: (`direct`, `agent`) for Lee in `the film was directed by Lee`."""
    found = details.head_at(span)
    return _governor(*found) if found is not None else _UNKNOWN


def _governor(sentence: ParsedSentence, token: Token) -> Governor:
    links: list[str] = []
    while token.head != token.place:
        head = sentence.head(token)
        if token.relation == "pobj" or (token.relation == "prep" and head.word_class == "ADP"):
            links.insert(0, head.lower)
        elif token.relation not in _ALIKE:
            role = _ROLES.get(token.relation) or " ".join(links) or token.relation
            return Governor(stem(head.lemma), role, head.word_class == "VERB")
        token = head
    return Governor(stem(token.lemma), "ROOT", token.word_class == "VERB")


def same_governor(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether both depend on the same word in the same way."""
    mine = governor(claim, ours)
    return bool(mine.stem) and mine == governor(passage, theirs)


def same_time_governor(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether two dates are said of the same word in the same way: `since` is not `in`, and `in` is `on`."""
    mine, other = governor(claim, ours), governor(passage, theirs)
    alike = mine.role == other.role or (mine.role in _SAME_TIME and other.role in _SAME_TIME)
    return bool(mine.stem) and mine.stem == other.stem and alike


def coverage(claim: Details, ours: Span, passage: Details, theirs: Span) -> tuple[float, int]:
    """The share of the other words of the claim's sentence that the passage's sentence has, and how many they are.

    A capitalised word may stand anywhere in the passage: what a sentence names is often called `he` in the next.
    """
    own = [
        word
        for word in claim.words_in(claim.sentence_at(ours.start))
        if not ours.start <= word.span.start < ours.end and word.stem not in _UNTELLING
    ]
    sentence = passage.sentence_at(theirs.start)
    here = {(word.stem, word.is_tail) for word in passage.words_in(sentence)}
    counted = [each.noun for each in passage.quantities if each.noun and sentence.covers(each.span)]
    here.update((stem(noun), False) for each in counted for noun in each.split())
    held = sum(
        (word.stem, word.is_tail) in here or (word.is_capitalised and word.stem in passage.capitalised) for word in own
    )
    return (held / len(own) if own else 0.0), len(own)


def denied(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether either text denies something that the detail is a part of, as far as it can be told."""
    return claim.may_deny(ours) or passage.may_deny(theirs)
