"""One sentence as it is read, in the light of those before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from factcheck.claims.context.mentions import Mention
from factcheck.claims.context.referents import Gender, Referent, Referents
from factcheck.claims.context.salience import PARALLEL, role_of, weight
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span
from factcheck.language.speech.quotations import Quotations

Found: TypeAlias = Substitution | Ambiguity


@dataclass(slots=True)
class Scene:
    """A sentence, and what of it has been read so far.

    Attributes:
        number: The number of the sentence in its article.
        speaker: Who speaks where it is quoted; empty where nobody is named.
        here: What it mentions, with the mentions.
        in_full: Those that it names in full.
    """

    memory: Referents
    sentence: ParsedSentence
    number: int
    speaker: str
    quotations: Quotations
    here: dict[Referent, list[Mention]] = field(default_factory=dict)
    in_full: set[Referent] = field(default_factory=set)

    def count(self, referent: Referent, mention: Mention) -> None:
        """Keep in mind that it was mentioned."""
        role = role_of(self.sentence, mention.head)
        referent.mentioned(self.number, weight(self.sentence, mention.head), role)
        self.memory.touch(referent)
        self.here.setdefault(referent, []).append(mention)

    def best(self, fitting: Sequence[Referent], *, margin: float, role: str = "") -> Referent | None:
        """The one that outweighs each of the others so many times; None where none does.

        Args:
            role: The grammatical role of the word that it is to explain; those with the same weigh more.
        """

        def weighed(each: Referent) -> float:
            return each.salience(self.number) + PARALLEL * (bool(role) and each.role == role)

        first, *others = sorted(fitting, key=weighed, reverse=True) or [None]
        if first is None or (others and weighed(first) < margin * weighed(others[0])):
            return None
        return first

    def nobody(
        self, mention: Mention, same: Referent | None = None, *, gender: Gender = "", is_plural: bool = False
    ) -> Referent:
        """Keep in mind that something was mentioned that isn't known: words that follow most likely mean the same.

        Args:
            same: What was mentioned so before, and isn't known either.
        """
        unknown = same or Referent(
            name="",
            words=(),
            source=mention.span(self.sentence),
            is_person=bool(gender),
            gender=gender,
            is_plural=is_plural,
            is_name=False,
        )
        self.count(unknown, mention)
        return unknown

    def source(self, referent: Referent) -> Span:
        """Where it is named in the sentence itself, or else where it was named first."""
        here = [each for each in self.here.get(referent, ()) if each.kind == "name"]
        return here[0].span(self.sentence) if here else referent.source


def cased(written: str, said: str) -> str:
    """With a capital where the words that it stands for have one."""
    return written[0].upper() + written[1:] if said[:1].isupper() else written


def unclear(mention: Mention, sentence: ParsedSentence, why: str, fitting: Sequence[Referent]) -> Ambiguity:
    """That several may be meant, in the order that they are given."""
    return Ambiguity(
        span=mention.span(sentence),
        said=mention.text(sentence),
        why=why,
        candidates=tuple(each.name for each in fitting[:_MOST_TOLD]),
    )


_MOST_TOLD = 5
"""Candidates that a person is shown."""
