"""Whom and what an article has mentioned so far, as a reader keeps them in mind."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from factcheck.claims.context.salience import FADING
from factcheck.domain.spans import Span

MOST_NAMED: Final = 300
"""Names that are remembered, the last ones: each is looked at for each name and each description that follows."""
MOST_PHRASES: Final = 20
"""Descriptions that are kept of one referent."""
NEAR: Final = 3
"""Sentences, this one included, in which a pronoun's referent was mentioned last; Lappin and Leass look four back."""
MOST_NEAR: Final = 60
"""Mentions that a pronoun may go back to; more than any three sentences hold."""

_NEVER_PEOPLE: Final = frozenset({"GPE", "LOC", "NORP", "FAC", "EVENT", "LAW"})
_LONGEST_PERSON: Final = 4
"""Words of the name of a person whom only the grammar of a sentence tells to be one."""

Gender = Literal["he", "she", ""]


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that was mentioned.

    Attributes:
        name: What it is called by, as it is written for its pronouns; of a name the longest form.
        words: The name in small letters, word by word; empty where it has none.
        source: Where that stands in the article.
        phrases: What it was called by common nouns, as sets of lemmas with the head: `(company, {shipping, company})`.
        has_article: Whether its name stands behind `the`: `the University of Leeds`.
        acronym: What it is called by for short, as `words`.
        labels: The parser's labels of its mentions.
        is_person: Whether something in the text says that it is a person; None where nothing says it is or isn't.
        gender: The pronoun that goes with it, where that is known.
        is_plural: Whether it is several.
        is_name: Whether it is called by a name, and not only by a description with a name in it: `the Leeds office`.
        sentence: The sentence that mentioned it last.
        role: How it stood there.
    """

    name: str
    words: tuple[str, ...]
    source: Span
    is_person: bool | None = None
    gender: Gender = ""
    is_plural: bool = False
    is_name: bool = True
    has_article: bool = False
    acronym: tuple[str, ...] = ()
    phrases: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    labels: Counter[str] = field(default_factory=Counter)
    sentence: int = -1
    role: str = ""
    _weight: float = 0.0
    _in_sentence: float = 0.0

    def salience(self, sentence: int) -> float:
        """Its weight at this sentence."""
        return self._weight * FADING ** (sentence - self.sentence)

    def called(self, head: str, words: Iterable[str]) -> None:
        """Learn that it goes by a common noun."""
        if len(self.phrases) < MOST_PHRASES:
            self.phrases.add((head, frozenset(words) | {head}))

    def mentioned(self, sentence: int, weight: float, role: str) -> None:
        """Count a mention: of several in one sentence the weightiest counts, as each factor does once."""
        if sentence != self.sentence:
            self._weight = self.salience(sentence) if self.sentence >= 0 else 0.0
            self._in_sentence = 0.0
        more = max(0.0, weight - self._in_sentence)
        if more or sentence != self.sentence:
            self.role = role
        self._weight += more
        self._in_sentence += more
        self.sentence = sentence

    @property
    def in_full(self) -> str:
        """How it is written in place of a pronoun or a description."""
        return f"the {self.name}" if self.has_article else self.name

    @property
    def is_place(self) -> bool:
        return self.labels["GPE"] + self.labels["LOC"] > sum(self.labels.values()) / 2

    @property
    def may_be_person(self) -> bool:
        """Whether nothing says that it isn't one: the parser takes rare names for those of bodies and places."""
        if self.is_person is not None or not self.is_name:
            return bool(self.is_person)
        plain = all(word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in self.words)
        acts = self.role == "nsubj" and not self.labels.keys() & _NEVER_PEOPLE
        return acts and plain and not self.is_plural and len(self.words) <= _LONGEST_PERSON

    @property
    def seems_person(self) -> bool:
        """Whether it is one by the text, or as far as the parser can tell."""
        if self.is_person is not None:
            return self.is_person
        return self.labels["PERSON"] * 2 > sum(self.labels.values())


class Referents:
    """The memory of one article: the last names, and what the last sentences mentioned."""

    def __init__(self) -> None:
        self._named: deque[Referent] = deque(maxlen=MOST_NAMED)
        self._near: deque[Referent] = deque(maxlen=MOST_NEAR)

    def __contains__(self, word: object) -> bool:
        """Whether it is a word of a remembered name, in small letters."""
        return any(word in each.words for each in self._named)

    def __iter__(self) -> Iterator[Referent]:
        """Those with a name, in the order of the text."""
        return iter(self._named)

    def named(self, words: tuple[str, ...]) -> Referent | None:
        """The one with just this name, or this acronym."""
        return next((each for each in self._named if words in (each.words, each.acronym)), None)

    def with_word(self, word: str) -> list[Referent]:
        """Those in whose names this word stands; not of those that are only described by a name."""
        return [each for each in self._named if each.is_name and word in each.words]

    def with_noun(self, lemma: str) -> list[Referent]:
        """Those with a name that were called by this noun."""
        return [each for each in self._named if any(lemma == head for head, _ in each.phrases)]

    def near(self, sentence: int) -> list[Referent]:
        """Those that the last sentences mentioned, each once, latest first."""
        return list(dict.fromkeys(each for each in reversed(self._near) if each.sentence > sentence - NEAR))

    def add(self, referent: Referent) -> None:
        """Remember one with a name."""
        self._named.append(referent)

    def touch(self, referent: Referent) -> None:
        """Count it as mentioned just now."""
        self._near.append(referent)
