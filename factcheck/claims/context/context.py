"""What a sentence needs to be checked outside its article: whom and what its words mean, as far as that is sure.

Precision before recall. A word is explained only where one explanation outweighs the others; where several fit it is
told as ambiguous, and where none does it is left as it stands. The article is read once, in order; only what stands
before a word explains it, but for the name of who speaks, which may follow the words that are quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from factcheck.claims.context.descriptions import description
from factcheck.claims.context.first_person import first_person
from factcheck.claims.context.mentions import mentions
from factcheck.claims.context.pronouns import Sort, pronoun
from factcheck.claims.context.referents import Referent, Referents
from factcheck.claims.context.scene import Found, Scene
from factcheck.claims.context.short_names import short_name
from factcheck.claims.context.times import times
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.speech.quotations import quotations


@dataclass(slots=True)
class Context:
    """What has been read of one article so far. Feed it the sentences in order.

    Attributes:
        published_on: The date of the article.
        inferred: Whether that date was worked out and not stated.
    """

    published_on: date | None
    inferred: bool
    _memory: Referents = field(default_factory=Referents)
    _count: int = 0
    _paragraph: int = 0
    _open_mark: str = ""

    def explain(self, sentence: ParsedSentence, *, speaker: str, paragraph: int) -> list[Found]:
        """What the next sentence's words stand for, in the order of the text, without overlap.

        Args:
            speaker: Who speaks where the sentence is quoted, a name or a pronoun of it; empty where nobody is named.
            paragraph: The number of its block: a quotation is closed at the end of one, or opened again in the next.
        """
        number, self._count = self._count, self._count + 1
        if paragraph != self._paragraph:
            self._paragraph, self._open_mark = paragraph, ""
        quoted = quotations(sentence.tokens, open_mark=self._open_mark)
        self._open_mark = quoted.open_mark
        scene = Scene(self._memory, sentence, number, speaker, quoted)
        found = list(times(sentence, published_on=self.published_on, inferred=self.inferred))
        found += _mentioned(scene)
        return _apart([*found, *first_person(scene, found)])


def _mentioned(scene: Scene) -> list[Found]:
    found: list[Found] = []
    meant: dict[Sort, Referent] = {}
    for mention in mentions(scene.sentence, scene.memory):
        if mention.kind == "name":
            found += short_name(scene, mention)
        elif mention.kind == "noun":
            found += description(scene, mention)
        else:
            found += pronoun(scene, mention, meant)
    return found


def _apart(found: Sequence[Found]) -> list[Found]:
    """In the order of the text; of two that overlap, the longer."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (each.span.start, -len(each.span))):
        if not kept or not kept[-1].span.overlaps(each.span):
            kept.append(each)
    return kept
