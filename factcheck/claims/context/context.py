"""What a sentence needs to be checked outside its article: whom and what its words mean, as far as that is sure.

Precision before recall. A word is explained only where one explanation fits; where several do it is told as ambiguous,
and where none does it is left as it stands. The article is read once, in order; only what stands before a word, or in
its own sentence, explains it, but for the name of who speaks, which may follow the words that are quoted.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from factcheck.claims.context.descriptions import MOST_ALIKE, Descriptions
from factcheck.claims.context.name_mentions import GROUPS, Name, names_in
from factcheck.claims.context.pronouns import pronouns
from factcheck.claims.context.times import times
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.spans import Span
from factcheck.language.tagging import Token

_NAMES_KEPT: Final = 60
"""Mentions of names that a pronoun may go back to; more of them than any two sentences hold."""


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence as it was read.

    Attributes:
        span: Where it stands in the article.
        tokens: Counted from the beginning of the sentence.
        speaker: Who speaks where all of it is quoted, or the parts of it that are; empty where nobody is named.
        paragraph: The number of its block.
    """

    span: Span
    said: str
    tokens: tuple[Token, ...]
    speaker: str
    paragraph: int


@dataclass(slots=True)
class Context:
    """What has been read of one article so far. Feed it the sentences in order."""

    published_on: date | None
    inferred: bool
    _recent: deque[Name] = field(default_factory=lambda: deque(maxlen=_NAMES_KEPT))
    _known: dict[tuple[str, ...], Name] = field(default_factory=dict)
    descriptions: Descriptions = field(default_factory=Descriptions)
    _full: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _alone: set[str] = field(default_factory=set)
    _count: int = 0

    def explain(self, read: Read) -> list[Substitution | Ambiguity]:
        """What the next sentence's words stand for, in the order of the text, without overlap."""
        number = self._count
        self._count += 1
        mine = list(names_in(read.tokens, sentence=number, offset=read.span.start))
        found: list[Substitution | Ambiguity] = []
        found += times(
            read.said, read.tokens, offset=read.span.start, published_on=self.published_on, inferred=self.inferred
        )
        found += self._short_names(mine)
        found += self.descriptions.explain(read.tokens, offset=read.span.start)
        found += pronouns(
            read.tokens, offset=read.span.start, speaker=read.speaker, sentence=number, mine=mine, before=self._recent
        )
        for name in mine:
            self._remember(name)
        self.descriptions.remember(read.tokens, mine, offset=read.span.start)
        return _apart(found)

    def _remember(self, name: Name) -> None:
        full = self._full_name(name)
        known = self._known.get(full or name.words)
        whole = Name(
            words=full or name.words,
            span=name.span,
            sentence=name.sentence,
            is_person=name.is_person or bool(known and known.is_person),
            is_sure=name.is_sure or bool(known and known.is_sure),
            gender=name.gender or (known.gender if known else ""),
            is_subject=name.is_subject,
            title=name.title,
        )
        self._recent.append(whole)
        # The first mention is where the name is explained; what is learned of it later counts from then on.
        self._known[whole.words] = replace(whole, span=known.span) if known else whole
        if len(name.words) == 1 and full is None:
            self._alone.add(name.words[0])
        if len(name.words) > 1:
            forms = self._full.setdefault(name.words[-1], [])
            if len(forms) < MOST_ALIKE and name.words not in forms:
                forms.append(name.words)

    def _full_name(self, name: Name) -> tuple[str, ...] | None:
        """The one longer name that ends with the words of `name`; None where there is none, or several."""
        if name.words[0] in self._alone and len(name.words) == 1:
            return None  # it stood alone before any longer name: `Spain`, and then `Bank of Spain`
        longer = [
            each
            for each in self._full.get(name.words[-1], ())
            if len(each) > len(name.words) and each[-len(name.words) :] == name.words
        ]
        # `Grand Mosque` of `Mecca's Grand Mosque`; a single word only of a person's name.
        if len(longer) > 1:
            longest = max(longer, key=len)
            if not all(each == longest[-len(each) :] for each in longer):
                return None
            longer = [longest]
        return longer[0] if longer else None

    def _short_names(self, mine: Sequence[Name]) -> Iterator[Substitution | Ambiguity]:
        told: set[tuple[str, ...]] = set()
        for name in mine:
            longer = [
                each
                for each in self._full.get(name.words[-1], ())
                if len(each) > len(name.words) and each[-len(name.words) :] == name.words
            ]
            full = self._full_name(name)
            if full in told or name.words in told or any(each.words == full for each in mine):
                continue
            known = self._known.get(full) if full is not None else None
            if full is not None and known is not None and _completes(name, known):
                yield Substitution(
                    span=name.span,
                    said=_said(name),
                    written=" ".join(full),
                    why="the full name stands earlier",
                    source=known.span,
                )
                told.add(full)
            elif full is None and len(longer) > 1 and len(name.words) == 1:
                yield Ambiguity(
                    span=name.span,
                    said=_said(name),
                    why="several of that name are mentioned",
                    candidates=tuple(" ".join(each) for each in longer),
                )


def _completes(name: Name, known: Name) -> bool:
    """Whether the longer name says more than `name` does: the whole name of a person, or of a body.

    A single word is taken for a last name only where something says that a person is named: `Firefox` needs no
    `Mozilla` before it, and neither does a product its maker (`Acme's Widget Two`).
    """
    if len(known.words) > len(name.words) + 3:
        return False
    if len(name.words) == 1:
        return known.is_person and (known.is_sure or name.is_sure)
    owned = known.words[-len(name.words) - 1].endswith(("'s", "’s"))
    return not owned or name.words[-1].lower() in GROUPS


def _said(name: Name) -> str:
    return f"{name.title.capitalize()} {name.text}" if name.title and len(name.span) > len(name.text) else name.text


def _apart(found: Sequence[Substitution | Ambiguity]) -> list[Substitution | Ambiguity]:
    """In the order of the text; of two that overlap, the longer."""
    kept: list[Substitution | Ambiguity] = []
    for each in sorted(found, key=lambda each: (each.span.start, -len(each.span))):
        if not kept or not kept[-1].span.overlaps(each.span):
            kept.append(each)
    return kept
