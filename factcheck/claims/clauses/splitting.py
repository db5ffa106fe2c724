"""A sentence, taken apart into the clauses that it holds: the rules, tried on every word from the root down."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.claims.clauses.appositions import apposition, of_the_event, phrase
from factcheck.claims.clauses.coordination import contrast, counts, first_of, infinitives, joined, side_by_side
from factcheck.claims.clauses.grammar import FINITE, SUBJECTS, WH, finite_form, is_balanced, is_verb, subject
from factcheck.claims.clauses.part import Part
from factcheck.claims.clauses.participles import joined_participle, of_a_clause, of_a_noun, with_phrase
from factcheck.claims.clauses.relatives import begins_with_pronoun, relative
from factcheck.domain.parsed_text import ParsedSentence, Token

CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
MOST: Final = 12
"""A sentence gives at most so many claims; one with more is a list, and stays whole from there on."""


@dataclass(slots=True)
class Split:
    """The parts of one sentence.

    Args:
        roots: The verbs of the clauses that are asserted, each with its places: that of the sentence, and of what is said in it.
    """

    sentence: ParsedSentence
    roots: dict[int, range]
    shut: Collection[int] = ()
    parts: list[Part] = field(default_factory=list)
    _of: dict[int, Part] = field(default_factory=dict)

    def find(self) -> None:
        """Try the rules on every word, heads before what depends on them; none where the parser found no main clause."""
        if not is_verb(self.sentence.root):
            return
        waiting = deque([self.sentence.root])
        while waiting and len(self.parts) < MOST:
            token = waiting.popleft()
            if token.place in self.shut:
                continue
            part = self._part(token)
            if part is not None and stands_alone(part.words) and token.place not in self.roots:
                self.parts.append(part)
                self._of[token.place] = part
            waiting.extend(self.sentence.children(token))

    def _part(self, token: Token) -> Part | None:
        sentence, relation = self.sentence, token.relation
        if relation == "conj":
            return self._joined(token)
        if relation == "relcl" or (relation == "advcl" and begins_with_pronoun(sentence, token)):
            return relative(sentence, token)
        if relation == "appos":
            return apposition(sentence, token) or of_the_event(sentence, token)
        if relation == "acl":
            return of_a_noun(sentence, token)
        if relation == "npadvmod":
            return of_the_event(sentence, token) if self._is_asserted(sentence.head(token)) else None
        if relation == "prep":
            return with_phrase(sentence, token)
        if relation == "advcl":
            return self._adverbial(token)
        if relation in {"ccomp", "parataxis"} and self._is_asserted(sentence.head(token)):
            return side_by_side(sentence, token)
        return None

    def _joined(self, token: Token) -> Part | None:
        sentence = self.sentence
        first = first_of(sentence, token)
        if not is_verb(token):
            clause = self._clause_around(first)
            return counts(sentence, token, clause) if clause else None
        if first.relation == "xcomp" and self._is_asserted(sentence.head(first)):
            clause = self._clause_around(first)
            return infinitives(sentence, token, clause) if clause else None
        if not self._is_asserted(sentence.head(token)):
            return None
        base = self._of.get(first.place)
        if base is not None and self._is_same_form(first, token):
            return joined_participle(sentence, token, base, sentence.head(first))
        return joined(sentence, token, self._who(sentence.head(token))) or side_by_side(sentence, token)

    def _is_same_form(self, participle: Token, token: Token) -> bool:
        """Whether a participle goes on in `token`: `built in 1901 and restored in 1988`."""
        if participle.relation not in {"advcl", "acl"} or self.sentence.child(token, *SUBJECTS, "aux", "auxpass"):
            return False
        return token.tag == participle.tag or {token.tag, participle.tag} == {"VBN", "VBD"}

    def _adverbial(self, token: Token) -> Part | None:
        verb = self._reached(token)
        if not self._is_asserted(verb):
            return None
        return contrast(self.sentence, token) or of_a_clause(self.sentence, token, verb, self._who(verb))

    def _reached(self, participle: Token) -> Token:
        """The verb that a participle behind a comma tells of: of an event within an event, that of the clause around."""
        verb = self.sentence.head(participle)
        if participle.tag != "VBG":
            return verb
        while not self._is_asserted(verb) and happens(self.sentence, verb) and verb.head != verb.place:
            verb = next(filter(is_verb, self.sentence.ancestors(verb)), verb)
        return verb

    def _is_asserted(self, verb: Token) -> bool:
        """Whether the clause of `verb` is said to be so: it is the sentence's own, or a part of it, or what somebody said."""
        return verb.place in self.roots or verb.place in self._of

    def _who(self, verb: Token) -> tuple[Token, ...]:
        """The subject of `verb`, or of what it is joined to."""
        part = self._of.get(verb.place)
        if part is not None and part.subject:
            return part.subject
        own = subject(self.sentence, verb)
        if own is not None:
            return phrase(self.sentence, own) if own.tag not in WH else ()
        return self._who(self.sentence.head(verb)) if verb.relation == "conj" else ()

    def _clause_around(self, token: Token) -> range | None:
        """The places of the asserted clause whose verb `token` depends on."""
        for each in self.sentence.ancestors(token):
            if each.place in self.roots:
                return self.roots[each.place]
            if is_verb(each):
                return None
        return None


def happens(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause inside another tells what happened: `when the roof fell`, and not `if it falls`, `to fall`."""
    marks = {each.lower for each in sentence.children(verb, "mark")}
    told = verb.relation in {"advcl", "relcl", "acl"} and finite_form(sentence, verb) is not None
    return (told and not marks & CONDITIONS) or (verb.relation == "acl" and verb.tag in {"VBG", "VBN"})


def without(words: Sequence[Token], gone: Collection[int]) -> tuple[Token, ...]:
    return tuple(token for token in words if token.place not in gone)


def stands_alone(words: Sequence[Token]) -> bool:
    """Whether `words` can be a sentence: a noun, then a finite verb, and every mark that opens is closed."""
    spoken = [token for token in words if token.word_class != "PUNCT"]
    start = 1 if spoken and spoken[0].lower in {"had", "were", "should"} else 0  # `had it rained, it would …`
    for tags in (FINITE, {"VBN", "VB"}):
        verb = next((at for at, token in enumerate(spoken) if at >= start and token.tag in tags), None)
        if verb is not None:
            break
    if not verb:
        return False
    if spoken[0].relation == "cc" or spoken[0].tag in {"WDT", "WP", "WP$"} or not is_balanced(words):
        return False
    return any(
        token.tag[:2] in {"NN", "PR", "DT", "CD", "EX", "VB", "FW"} or token.word_class == "NOUN"
        for token in spoken[:verb]
    )
