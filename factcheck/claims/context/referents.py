"""Whom and what an article has mentioned so far, as a reader keeps them in mind."""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from factcheck.claims.context.salience import FADING
from factcheck.domain.spans import Span

MOST_NAMED: Final = 2_000
"""Names that are remembered; the one that was mentioned longest ago goes first."""
MOST_ALIKE: Final = 50
"""Referents that are kept for one word: a word that so many share is as unclear as with all of them."""
NEAR: Final = 3
"""Sentences, this one included, in which a pronoun's referent was mentioned last; Lappin and Leass look four back."""
MOST_NEAR: Final = 60
"""Mentions that a pronoun may go back to; more than any three sentences hold."""

_NOT_EXPLAINING: Final = frozenset({"his", "her", "its", "their", "my", "our", "your"})

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
        labels: The parser's labels of its mentions.
        is_person: Whether something in the text says that it is a person; None where nothing says it is or isn't.
        gender: The pronoun that goes with it, where that is known.
        is_plural: Whether it is several.
        is_name: Whether it is called by a name, and not only by a description with a name in it: `the Leeds office`.
        sentence: The sentence that mentioned it last.
        role: How it stood there.
        noun: The lemma of the noun that it was described by, where it has no name.
    """

    name: str
    words: tuple[str, ...]
    source: Span
    is_person: bool | None = None
    gender: Gender = ""
    is_plural: bool = False
    is_name: bool = True
    has_article: bool = False
    phrases: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    labels: Counter[str] = field(default_factory=Counter)
    sentence: int = -1
    role: str = ""
    noun: str = ""
    _weight: float = 0.0
    _in_sentence: float = 0.0

    def salience(self, sentence: int) -> float:
        """Its weight at this sentence."""
        return self._weight * FADING ** (sentence - self.sentence)

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
    def is_explaining(self) -> bool:
        """Whether its words say by themselves who or what is meant: `his father` does not."""
        return bool(self.words) or (bool(self.name) and not _NOT_EXPLAINING & set(self.name.lower().split()))

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
    """The memory of one article; what it holds is bounded, and so is what is looked at for one word."""

    def __init__(self) -> None:
        self._named: OrderedDict[tuple[str, ...], Referent] = OrderedDict()
        self._by_word: dict[str, list[Referent]] = {}
        self._by_noun: dict[str, list[Referent]] = {}
        self._near: deque[Referent] = deque(maxlen=MOST_NEAR)

    def __contains__(self, word: object) -> bool:
        """Whether it is a word of a remembered name."""
        return word in self._by_word

    def named(self, words: tuple[str, ...]) -> Referent | None:
        """The one with just this name."""
        return self._named.get(words)

    def with_word(self, word: str) -> list[Referent]:
        """Those in whose names this word stands, in the order of the text."""
        return self._by_word.get(word, [])

    def with_noun(self, lemma: str) -> list[Referent]:
        """Those with a name that were called by this noun, in the order of the text."""
        return self._by_noun.get(lemma, [])

    def all_named(self) -> Iterator[Referent]:
        """The last named ones, latest first."""
        for number, each in enumerate(reversed(self._named.values())):
            if number == MOST_NEAR:
                return
            yield each

    def near(self, sentence: int) -> list[Referent]:
        """Those that the last sentences mentioned, each once, latest first."""
        found = dict.fromkeys(each for each in reversed(self._near) if each.sentence > sentence - NEAR)
        return list(found)

    def add(self, referent: Referent) -> None:
        """Remember a new one."""
        if not referent.words:
            return
        self._named[referent.words] = referent
        for word in set(referent.words) if referent.is_name else ():
            _keep(self._by_word.setdefault(word, []), referent)
        while len(self._named) > MOST_NAMED:
            _, old = self._named.popitem(last=False)
            for word in set(old.words):
                _drop(self._by_word, word, old)
            for noun, _ in old.phrases:
                _drop(self._by_noun, noun, old)

    def also(self, referent: Referent, words: tuple[str, ...]) -> None:
        """Learn that it goes by another name too: its acronym."""
        if len(self._named) < MOST_NAMED:
            self._named.setdefault(words, referent)

    def touch(self, referent: Referent) -> None:
        """Count it as mentioned just now."""
        self._near.append(referent)
        if referent.words in self._named:
            self._named.move_to_end(referent.words)

    def call(self, referent: Referent, head: str, words: Iterable[str]) -> None:
        """Learn that it goes by a common noun."""
        phrase = (head, frozenset(words) | {head})
        if referent.words and phrase not in referent.phrases and len(referent.phrases) < MOST_ALIKE:
            referent.phrases.add(phrase)
            _keep(self._by_noun.setdefault(head, []), referent)


def _keep(kept: list[Referent], referent: Referent) -> None:
    if len(kept) < MOST_ALIKE and referent not in kept:
        kept.append(referent)


def _drop(index: dict[str, list[Referent]], key: str, referent: Referent) -> None:
    kept = index.get(key, [])
    if referent in kept:
        kept.remove(referent)
    if not kept:
        index.pop(key, None)
