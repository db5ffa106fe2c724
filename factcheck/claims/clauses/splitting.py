"""A sentence, taken apart into the clauses that it holds: the rules, tried on every word from the root down."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from factcheck.claims.clauses.appositions import apposition, of_the_event, phrase
from factcheck.claims.clauses.coordination import contrast, counts, first_of, infinitives, joined, side_by_side
from factcheck.claims.clauses.grammar import (
    SUBJECTS,
    WH,
    clause_of,
    finite_form,
    is_balanced,
    is_verb,
    is_whole,
    region,
    subject,
)
from factcheck.claims.clauses.part import Part
from factcheck.claims.clauses.participles import joined_participle, of_a_clause, of_a_noun, with_phrase
from factcheck.claims.clauses.relatives import relative
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.parsing.tags import FINITE

MOST: Final = 12
"""A sentence gives at most so many claims; one with more is a list, and stays whole from there on."""
_OF_A_NOUN: Final = MappingProxyType({"relcl": relative, "acl": of_a_noun, "prep": with_phrase})
"""What tells more of a noun, or is hung on one."""
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_COMING_ABOUT: Final = frozenset({"be", "cause", "force", "lead", "make"})
"""Verbs with which what their infinitive says comes about: `caused it to fall`."""


def parts_of(sentence: ParsedSentence, roots: Mapping[int, range], shut: Collection[int] = ()) -> list[Part]:
    """What can be told apart in a sentence; nothing where the parser found no main clause.

    Args:
        roots: The verbs of the clauses that are asserted, each with its places: of the sentence's own, and of what is
            said in it.
        shut: Words beneath which nothing is asserted.
    """
    root = sentence.root
    subordinate = sentence.child(root, "mark") or next(
        (each for each in sentence.children(root) if each.tag == "WRB"), None
    )
    return [] if subordinate is not None or not is_verb(root) else _Finder(sentence, roots).find(shut)


class _Finder:
    def __init__(self, sentence: ParsedSentence, roots: Mapping[int, range]) -> None:
        self._sentence = sentence
        self._roots = roots
        self._found: dict[int, Part] = {}

    def find(self, shut: Collection[int]) -> list[Part]:
        """Try the rules on every word, heads before what depends on them."""
        waiting = deque([self._sentence.root])
        while waiting and len(self._found) < MOST:
            token = waiting.popleft()
            if token.place in shut:
                continue
            if token.place not in self._roots:
                part = self._part(token)
                if part is not None and stands_alone(part.words):
                    self._found[token.place] = part
            waiting.extend(self._sentence.children(token))
        return list(self._found.values())

    def _part(self, token: Token) -> Part | None:
        sentence, relation, around = self._sentence, token.relation, self._sentence.head(token)
        if relation == "appos":
            return apposition(sentence, token) or of_the_event(sentence, token)
        if not is_whole(sentence, token, region(sentence, token)):
            return None
        if relation in _OF_A_NOUN:
            return _OF_A_NOUN[relation](sentence, token)
        if relation == "advcl":
            return self._adverbial(token)
        if relation == "conj" and (not is_verb(token) or first_of(sentence, token).relation == "xcomp"):
            clause = self._clause_around(first_of(sentence, token))
            again = infinitives if is_verb(token) else counts
            return again(sentence, token, clause) if clause else None
        if not self._is_asserted(around):
            return None
        if relation in {"conj", "dep"}:
            return self._joined(token)
        if relation == "npadvmod":
            return of_the_event(sentence, token)
        return side_by_side(sentence, token) if relation in {"ccomp", "parataxis"} else None

    def _joined(self, token: Token) -> Part | None:
        """`built in 1901 and restored in 1988` goes on in the same form; else a clause or a predicate."""
        sentence, first = self._sentence, first_of(self._sentence, token)
        base = self._found.get(first.place)
        alike = token.tag == first.tag or {token.tag, first.tag} == {"VBN", "VBD"}
        bare = sentence.child(token, *SUBJECTS, "aux", "auxpass") is None
        if base is not None and alike and bare and first.relation in {"advcl", "acl"}:
            return joined_participle(sentence, token, base.subject, sentence.head(first))
        return joined(sentence, token, self._who(sentence.head(token))) or side_by_side(sentence, token)

    def _adverbial(self, token: Token) -> Part | None:
        """Of an event within an event, what a participle behind a comma tells is told of the clause around."""
        sentence, verb = self._sentence, self._sentence.head(token)
        while token.tag == "VBG" and not self._is_asserted(verb) and _happens(sentence, verb):
            verb = clause_of(sentence, verb) or sentence.root
        if not self._is_asserted(verb):
            return None
        if token.tag in {"VBG", "VBN"} and subject(sentence, token) is None:
            return of_a_clause(sentence, token, verb, self._who(verb))
        return contrast(sentence, token)

    def _is_asserted(self, verb: Token) -> bool:
        """Whether its clause is said to be so: it is the sentence's own, a part of it, or what somebody said."""
        return verb.place in self._roots or verb.place in self._found

    def _who(self, verb: Token) -> tuple[Token, ...]:
        """The subject of `verb`, or of what it is joined to."""
        part, own = self._found.get(verb.place), subject(self._sentence, verb)
        if part is not None and part.subject:
            return part.subject
        if own is not None:
            return phrase(self._sentence, own) if own.tag not in WH else ()
        return self._who(self._sentence.head(verb)) if verb.relation in {"conj", "dep"} else ()

    def _clause_around(self, token: Token) -> range | None:
        """The places of the asserted clause whose verb `token` depends on."""
        verb = clause_of(self._sentence, token)
        return self._roots.get(verb.place) if verb is not None else None


def _happens(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause inside another tells what happened: `when the roof fell`, and not `if it falls`."""
    if verb.relation in {"ccomp", "xcomp"} and sentence.children(verb, "aux")[:1]:
        return sentence.head(verb).lemma in _COMING_ABOUT
    marks = {each.lower for each in sentence.children(verb, "mark")}
    is_told = finite_form(sentence, verb) is not None or (verb.relation == "acl" and verb.tag in {"VBG", "VBN"})
    return is_told and verb.relation in {"advcl", "relcl", "acl"} and not marks & _CONDITIONS


def without(words: Sequence[Token], gone: Collection[int]) -> tuple[Token, ...]:
    return tuple(token for token in words if token.place not in gone)


def stands_alone(words: Sequence[Token]) -> bool:
    """Whether `words` can be a sentence: a noun, then a finite verb, and every mark that opens is closed."""
    spoken = [token for token in words if token.word_class != "PUNCT"]
    begin = bool(spoken) and spoken[0].lower in {"had", "were", "should"}  # `had it rained, it would …`
    places = [
        at for tags in (FINITE, {"VBN", "VB"}) for at, token in enumerate(spoken) if at >= begin and token.tag in tags
    ]
    if not places or not places[0] or not is_balanced(words):
        return False
    if spoken[0].relation == "cc" or spoken[0].tag in {"WDT", "WP", "WP$"}:
        return False
    nominal = {"NN", "PR", "DT", "CD", "EX", "VB", "FW"}
    return any(token.tag[:2] in nominal or token.word_class == "NOUN" for token in spoken[: places[0]])
