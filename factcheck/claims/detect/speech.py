"""Who says what in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.grammar import subject
from factcheck.domain.parsed_text import ParsedSentence, Token

_SAYING: Final = frozenset(
    """say tell add announce state claim note explain argue believe think write report warn insist admit confirm estimate
    deny acknowledge stress suggest""".split()
)


@dataclass(frozen=True, slots=True)
class Speech:
    """That somebody said something."""

    verb: Token
    speaker: tuple[Token, ...]
    contents: tuple[Token, ...]
    asserts: bool = True


@lru_cache(maxsize=4096)
def speeches(sentence: ParsedSentence) -> tuple[Speech, ...]:
    """All of the sentence, in order."""
    found = []
    for verb in sentence.tokens:
        if verb.lower == "according" and (to := sentence.child(verb, "prep")) and (noun := sentence.child(to, "pobj")):
            content = sentence.head(verb)
            found.append(Speech(verb, phrase(sentence, noun), (content,)))
        who = subject(sentence, verb)
        if verb.lemma not in _SAYING or who is None:
            continue
        said = tuple(each for each in sentence.children(verb, "ccomp") if subject(sentence, each))
        if not said and verb.relation in {"ccomp", "parataxis"}:
            said = (sentence.head(verb),)
        negated = sentence.child(verb, "neg") is not None or verb.lemma == "deny" or who.lower in {"nobody", "none"}
        if said:
            found.append(Speech(verb, phrase(sentence, who), said, not negated))
    return tuple(found)
