"""The main clause of a sentence, or of a part of one: its verb with its auxiliaries, and what depends on it.

Of a part some words were put in or rewritten, and what its root depended on may be missing. So a head counts only where
it stands in the part itself, and where the tree says nothing, the order of the words does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.domain.parsed_text import Token
from factcheck.language.parsing.tags import FINITE

VERBS: Final = FINITE | {"VB", "VBN", "VBG"}
_HELPERS: Final = frozenset({"be", "have", "do", "get", "'s", "'ve", "'re", "'m", "'d"})
_BE: Final = frozenset({"be", "am", "is", "are", "was", "were", "been", "being"})
"""Forms that were put in bring no lemma."""
_BETWEEN: Final = frozenset({"RB", "RBR", "RBS"})
"""What may stand between an auxiliary and its verb."""
_NOMINAL: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "EX"})
_ASIDE: Final = frozenset({"relcl", "acl", "ccomp"})
"""Clauses whose words the main clause doesn't say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainClause:
    """Places are those in `tokens`.

    Attributes:
        heads: The place of what each token depends on; None where that isn't among the tokens, and for the root.
        below: The places of what depends on each, in order.
        finite: The place of the word that carries tense or mood: `was` in `was built`.
        verb: The place of the word that carries the meaning: `built` there. The same where there is one word only.
        auxiliaries: The verbs before it in the order of the text, the finite one first.
    """

    tokens: tuple[Token, ...]
    heads: tuple[int | None, ...]
    below: tuple[tuple[int, ...], ...]
    finite: int
    verb: int
    auxiliaries: tuple[Token, ...]

    @property
    def lemma(self) -> str:
        return _lemma(self.tokens[self.verb])

    @property
    def modal(self) -> str:
        """`will`, `'ll`, `wo` of `won't`; empty where there is none."""
        first = self.tokens[self.finite]
        return first.lower if first.tag == "MD" else ""

    @property
    def is_negated(self) -> bool:
        return any(each.relation == "neg" for each in self.tokens[self.finite : self.verb])

    @property
    def is_perfect(self) -> bool:
        return any(_lemma(each) == "have" for each in self.auxiliaries)

    @property
    def is_passive(self) -> bool:
        return self.tokens[self.verb].tag in {"VBN", "VBD"} and bool(self.auxiliaries) and _is_be(self.auxiliaries[-1])

    @property
    def is_progressive(self) -> bool:
        goes_on = self.tokens[self.verb].tag == "VBG" or any(each.lower == "being" for each in self.auxiliaries)
        return goes_on and any(_is_be(each) for each in self.auxiliaries)

    @property
    def is_past(self) -> bool:
        """Whether it is told as over: in the past, or in the perfect."""
        finite = self.tokens[self.finite]
        return finite.tag in {"VBD", "VBN"} or finite.lower in {"was", "were"} or (self.is_perfect and not self.modal)

    @property
    def subject(self) -> int | None:
        """The head of the subject; of a part without one in its tree, the nearest noun phrase before the verb."""
        found = self.children(self.verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
        if found:
            return found[-1]
        before = [
            at
            for at in range(self.finite)
            if self.tokens[at].tag in _NOMINAL and ((head := self.heads[at]) is None or head >= self.finite)
        ]
        return before[-1] if before else None

    @property
    def complement(self) -> int | None:
        """What a linking verb says its subject is: a noun or an adjective."""
        found = self.children(self.verb, "attr", "acomp", "oprd")
        if found:
            return found[0]
        # `X is the mayor`, made of `X, the mayor, …`: nothing depends on a word that was put in.
        after = range(self.verb + 1, len(self.tokens) if self.verb not in self.heads[self.verb :] else 0)
        return next((at for at in after if (head := self.heads[at]) is None or head < self.verb), None)

    def children(self, at: int, *relations: str) -> list[int]:
        below = self.below[at]
        return [each for each in below if self.tokens[each].relation in relations] if relations else list(below)

    def subtree(self, at: int) -> tuple[Token, ...]:
        return tuple(token for each, token in enumerate(self.tokens) if each == at or at in self.ancestors(each))

    def ancestors(self, at: int) -> Iterator[int]:
        """What it depends on within the tokens, and so on; each once."""
        return _ancestors(self.heads, at)

    def says(self, at: int) -> bool:
        """Whether the word at this place belongs to the main clause, and not to one about a noun or of what is said."""
        chain = [at, *self.ancestors(at)]
        upto = chain.index(self.verb) if self.verb in chain else len(chain) - 1
        return all(self.tokens[each].relation not in _ASIDE for each in chain[:upto])

    def preposition(self, at: int, *words: str) -> bool:
        """Whether one of these words depends on the token, or follows it."""
        follows = at + 1 < len(self.tokens) and self.tokens[at + 1].lower in words
        return follows or any(self.tokens[each].lower in words for each in self.children(at, "prep", "agent", "prt"))

    def infinitive(self, at: int) -> bool:
        """Whether `to` with a verb depends on it: `expected to win`."""
        return any(
            self.tokens[to].tag == "TO"
            for each in self.children(at, "xcomp", "ccomp", "advcl", "acl")
            for to in self.children(each, "aux")
        )


def main_clause(tokens: Sequence[Token]) -> MainClause | None:
    """The first clause with a finite verb that depends on no other verb; None where there is no finite verb."""
    place_of: dict[int, int] = {}
    for at, token in enumerate(tokens):
        if token.start < token.end:  # what was put in stands nowhere, and has the place of a neighbour
            place_of.setdefault(token.place, at)
    heads = tuple(
        head if token.start < token.end and (head := place_of.get(token.head)) != at else None
        for at, token in enumerate(tokens)
    )
    # A parser may take a past for a participle, but then it still gives it a subject.
    spoken = {head for token, head in zip(tokens, heads, strict=True) if token.relation == "nsubj"}
    found = [
        at
        for at, token in enumerate(tokens)
        if token.tag in FINITE or (token.tag == "VBN" and token.relation == "ROOT" and at in spoken)
    ]
    if not found:
        return None
    verbs = [(at, _verb(tokens, heads, at)) for at in found]
    free = (each for each in verbs if not any(tokens[up].tag in VERBS for up in _ancestors(heads, each[1])))
    finite, verb = next(free, verbs[0])
    auxiliaries = tuple(each for each in tokens[finite:verb] if each.tag in VERBS)
    below: list[list[int]] = [[] for _ in tokens]
    for at, head in enumerate(heads):
        if head is not None:
            below[head].append(at)
    return MainClause(
        tokens=tuple(tokens),
        heads=heads,
        below=tuple(map(tuple, below)),
        finite=finite,
        verb=verb,
        auxiliaries=auxiliaries,
    )


def _verb(tokens: Sequence[Token], heads: Sequence[int | None], finite: int) -> int:
    """The verb that a finite one helps; itself where it helps none."""
    head = heads[finite]
    if tokens[finite].relation in {"aux", "auxpass"} and head is not None and head > finite:
        return head
    verb = finite
    for at in range(finite + 1, len(tokens)):
        helps = tokens[verb].tag == "MD" or _lemma(tokens[verb]) in _HELPERS
        if helps and tokens[at].tag in {"VB", "VBN", "VBG"} and tokens[at].relation != "xcomp":
            verb = at
        elif tokens[at].tag not in _BETWEEN:
            break
    return verb


def _ancestors(heads: Sequence[int | None], at: int) -> Iterator[int]:
    seen = {at}
    up = heads[at]
    while up is not None and up not in seen:
        yield up
        seen.add(up)
        up = heads[up]


def _lemma(token: Token) -> str:
    return "be" if token.lower in _BE else token.lemma.lower()


def _is_be(token: Token) -> bool:
    return _lemma(token) in {"be", "get"}
