"""What a sentence needs to be checked outside its article: whom and what its words mean, as far as that is sure.

Precision before recall. A word is explained only where one explanation outweighs the others; where several do it is told as
ambiguous, and where none does it is left as it stands. The article is read once, in order; only what stands before a
word explains it, but for the name of who speaks, which may follow the words that are quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from factcheck.claims.context import descriptions, naming, people, pronouns
from factcheck.claims.context.brackets import put
from factcheck.claims.context.mentions import Mention, mentions, text_of
from factcheck.claims.context.quoted import quoted
from factcheck.claims.context.referents import NEAR, Referent, Referents
from factcheck.claims.context.salience import PARALLEL, role_of, weight
from factcheck.claims.context.times import times
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.language.names.people import pronoun_of

MARGIN: Final[dict[str, float]] = {"he": 1.3, "she": 1.3, "it": 2.0, "they": 1.6, "description": 1.3}
_OWN: Final = frozenset({"i", "me", "my", "mine"})
_OPEN: Final = frozenset({"we", "us", "our", "ours"})

Found = Substitution | Ambiguity


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

    def explain(self, sentence: ParsedSentence, *, speaker: str = "", paragraph: int = 0) -> list[Found]:
        """What the next sentence's words stand for, in the order of the text, without overlap."""
        number = self._count
        self._count += 1
        found: list[Found] = [*times(sentence, published_on=self.published_on, inferred=self.inferred)]
        reading = _Reading(self._memory, sentence, number, speaker)
        found += reading.read()
        return _apart(found)


class _Reading:
    """One sentence, read in the light of those before it."""

    def __init__(self, memory: Referents, sentence: ParsedSentence, number: int, speaker: str) -> None:
        self._memory = memory
        self._sentence = sentence
        self._number = number
        self._speaker = speaker
        self._chosen: dict[pronouns.Sort, Referent] = {}
        self._here: dict[Referent, list[Mention]] = {}
        self._in_full: set[Referent] = set()
        self._quoted = quoted(sentence)

    def read(self) -> Iterator[Found]:
        found: list[Found] = []
        for mention in mentions(self._sentence, self._memory):
            if mention.kind == "name":
                found += self._name(mention)
            elif mention.kind == "noun":
                found += self._noun(mention)
            else:
                found += self._pronoun(mention)
        yield from found
        yield from self._own_words(found)

    def _name(self, name: Mention) -> Iterator[Found]:
        sentence, memory = self._sentence, self._memory
        words = naming.words_of(sentence, name)
        known = naming.known_as(memory, sentence, name)
        if len(known) > 1:
            yield Ambiguity(
                span=name.span(sentence),
                said=name.text(sentence),
                why="several of that name are mentioned",
                candidates=tuple(each.name for each in known),
            )
        referent = known[0] if len(known) == 1 else naming.part_of(memory, words) or self._spelled_out(name)
        if referent is None:
            referent = Referent(
                name=naming.written(sentence, name),
                words=words,
                source=name.span(sentence),
                is_plural=name.is_plural and name.has_determiner,
            )
            memory.add(referent)
        if len(naming.written(sentence, name)) >= len(referent.name):
            self._in_full.add(referent)
        elif known and referent not in self._in_full:
            yield self._full_name(name, referent)
        naming.learn(memory, sentence, name, referent)
        self._count(referent, name)

    def _spelled_out(self, acronym: Mention) -> Referent | None:
        """What the words right before an acronym stand for, if it is theirs."""
        end = naming.spelled_out(self._sentence, acronym)
        for referent, mentioned in self._here.items():
            for each in mentioned:
                if each.last == end and naming.is_acronym_of(
                    acronym.text(self._sentence), each.tokens(self._sentence)
                ):
                    self._memory.also(referent, naming.words_of(self._sentence, acronym))
                    self._in_full.add(referent)
                    return referent
        return None

    def _full_name(self, name: Mention, referent: Referent) -> Substitution:
        called = naming.honorific(name)
        first = called[0].place if called else name.first
        if referent.is_place and name.has_determiner:
            first -= 1  # `the South`
        tokens = self._sentence.tokens[first : name.last + 1]
        said = text_of(tokens)
        return Substitution(
            span=Span(tokens[0].start, tokens[-1].end),
            said=said,
            written=referent.name,
            why="the full name stands earlier",
            source=referent.source,
        )

    def _noun(self, noun: Mention) -> Iterator[Found]:
        sentence = self._sentence
        if descriptions.says_what(sentence, noun):
            return
        if descriptions.is_short(sentence, noun):
            fitting = descriptions.described(self._memory, sentence, noun)
            best = self._best(fitting, MARGIN["description"])
            said = text_of(noun.tokens(sentence))
            if best is not None:
                self._count(best, noun)
                yield Substitution(
                    span=noun.span(sentence),
                    said=said,
                    written=_cased(best.name, said),
                    why="the name stands earlier",
                    source=self._source(best),
                )
                return
            if fitting:
                yield Ambiguity(
                    span=noun.span(sentence), said=said, why="several fit", candidates=tuple(each.name for each in fitting)
                )
                return
        if descriptions.is_pair(sentence, noun):
            yield from self._pair(noun)
        self._count(self._unnamed(noun), noun)

    def _pair(self, noun: Mention) -> Iterator[Found]:
        both = descriptions.pair(self._memory, noun, self._number)
        if both:
            said = text_of(noun.tokens(self._sentence))
            yield Substitution(
                span=noun.span(self._sentence),
                said=said,
                written=_cased(" and ".join(each.name for each in both), said),
                why="the only two who fit",
                source=both[0].source,
            )

    def _unnamed(self, noun: Mention) -> Referent:
        """What a noun phrase without a name describes: what was described so before, or something new."""
        sentence = self._sentence
        text = noun.text(sentence)
        named = any(each.word_class == "PROPN" for each in sentence.tokens[noun.first : noun.head.place])
        lemma = noun.head.lemma.lower()
        words = tuple(text.lower().split()) if named and not noun.is_plural else ()
        known = self._memory.named(words) if words else None
        if known is not None:
            return known
        for each in self._memory.near(self._number):
            if not words and noun.has_determiner and any(head == lemma for head, _ in each.phrases) and each.is_plural == noun.is_plural:
                return each
        referent = Referent(
            name=_definite(noun, sentence),
            words=words,
            source=noun.span(sentence),
            is_plural=noun.is_plural,
            is_person=pronouns.is_person_noun(noun),
            gender=pronoun_of(lemma) or "",
            is_name=False,
        )
        referent.phrases.add((lemma, frozenset({lemma})))
        if words:
            self._memory.add(referent)
            referent.phrases.clear()
            self._memory.call(referent, lemma, (each.lemma.lower() for each in noun.tokens(sentence)))
        return referent

    def _pronoun(self, mention: Mention) -> Iterator[Found]:
        token = mention.head
        sort = pronouns.sort_of(token)
        if sort is None or pronouns.is_empty(self._sentence, token):
            return
        fitting = self._fitting(token, sort)
        if pronouns.may_follow(self._sentence, token) and sort not in self._chosen:
            return
        role = role_of(self._sentence, token)
        best = self._again(sort, fitting)
        if best is None:
            best = self._best(fitting, MARGIN[sort], role)
            if best is not None and not pronouns.is_sure(best, sort, role, self._number):
                best = None
        known = [each for each in fitting if each.name]
        if best is None or not best.is_explaining:
            if known:
                yield Ambiguity(
                    span=mention.span(self._sentence),
                    said=token.text,
                    why="several fit",
                    candidates=tuple(each.name for each in known[:5]),
                )
            best = best or self._nobody(sort, mention)
            self._count(best, mention)
            self._chosen[sort] = best
            return
        self._chosen[sort] = best
        is_sure = len(fitting) == 1 or best.salience(self._number) >= pronouns.SPOKEN_OF
        self._count(best, mention)
        if sort in {"he", "she"} and is_sure:
            best.gender, best.is_person = sort, True  # type: ignore[assignment]
        yield Substitution(
            span=mention.span(self._sentence),
            said=token.text,
            written=_cased(put(token, best.name), token.text),
            why="the only one who fits" if len(fitting) == 1 else "the one who is spoken of",
            source=self._source(best),
        )

    def _fitting(self, token: Token, sort: pronouns.Sort) -> list[Referent]:
        return [
            each
            for each in self._memory.near(self._number)
            if pronouns.fits(each, sort)
            and not any(pronouns.is_ruled_out(self._sentence, token, other) for other in self._here.get(each, ()))
            and not (token.place in self._quoted and self._speaker and self._speaker == each.name)
        ]

    def _again(self, sort: pronouns.Sort, fitting: Sequence[Referent]) -> Referent | None:
        """What the same pronoun meant before in this sentence."""
        before = self._chosen.get(sort)
        return before if before in fitting else None

    def _nobody(self, sort: pronouns.Sort, mention: Mention) -> Referent:
        """Whoever a pronoun means that isn't explained: those that follow most likely mean the same."""
        return Referent(
            name="",
            words=(),
            source=mention.span(self._sentence),
            is_person=sort in {"he", "she"},
            gender=sort if sort in {"he", "she"} else "",  # type: ignore[arg-type]
            is_plural=sort == "they",
            is_name=False,
        )

    def _best(self, fitting: Sequence[Referent], margin: float, role: str = "") -> Referent | None:
        def weighed(each: Referent) -> float:
            return each.salience(self._number) + PARALLEL * (bool(role) and each.role == role)

        ranked = sorted(fitting, key=weighed, reverse=True)
        if len(ranked) == 1 or (len(ranked) > 1 and weighed(ranked[0]) >= margin * weighed(ranked[1])):
            return ranked[0]
        return None

    def _count(self, referent: Referent, mention: Mention) -> None:
        head = mention.head
        referent.mentioned(
            self._number, weight(self._sentence, head), role_of(self._sentence, head), mention.span(self._sentence)
        )
        self._memory.touch(referent)
        self._here.setdefault(referent, []).append(mention)

    def _source(self, referent: Referent) -> Span:
        """Where it is named in the sentence itself, or else where it was named first."""
        here = [each for each in self._here.get(referent, ()) if each.kind == "name"]
        return here[0].span(self._sentence) if here else referent.source

    def _own_words(self, found: Sequence[Found]) -> Iterator[Found]:
        """What the first person stands for where somebody is quoted."""
        for token in self._sentence.tokens:
            if token.word_class != "PRON" or not token.has("Person=1"):
                continue
            if not (self._speaker and (token.place in self._quoted or not self._quoted)):
                continue
            if token.lower in _OWN:
                yield Substitution(
                    span=token.span, said=token.text, written=put(token, self._whole_speaker(found), agrees=False), why="who is quoted"
                )
            elif token.lower in _OPEN:
                yield Ambiguity(span=token.span, said=token.text, why="nothing says who is meant", candidates=(self._speaker,))

    def _whole_speaker(self, found: Sequence[Found]) -> str:
        for each in found:
            if isinstance(each, Substitution) and each.said.lower() == self._speaker.lower():
                return each.written
        words = tuple(self._speaker.lower().split())
        known = [each for each in self._memory.with_word(words[-1]) if each.words[-len(words):] == words]
        return known[0].name if len(known) == 1 else self._speaker


def _definite(noun: Mention, sentence: ParsedSentence) -> str:
    """How a noun phrase is written where it explains a later word."""
    text = noun.text(sentence)
    first, _, rest = text.partition(" ")
    if first.lower() in {"a", "an"} and rest:
        return f"the {rest}"
    starts = noun.first == 0 and sentence.tokens[0].word_class != "PROPN" and text[1:2].islower()
    return text[0].lower() + text[1:] if starts else text


def _cased(written: str, said: str) -> str:
    return written[0].upper() + written[1:] if said[:1].isupper() else written


def _apart(found: Sequence[Found]) -> list[Found]:
    """In the order of the text; of two that overlap, the longer."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (each.span.start, -len(each.span))):
        if not kept or not kept[-1].span.overlaps(each.span):
            kept.append(each)
    return kept
