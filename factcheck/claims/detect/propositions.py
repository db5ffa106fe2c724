"""What one sentence asserts: its clauses, and what is said in it, each with the words it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.claims.clauses.grammar import DASHES, is_balanced, region
from factcheck.claims.clauses.part import Part
from factcheck.claims.clauses.splitting import Split, stands_alone, without
from factcheck.claims.clauses.wording import tidy
from factcheck.claims.detect.speech import Speech, speeches
from factcheck.domain.parsed_text import ParsedSentence, Token

_QUOTES: Final = frozenset({"“", "”", '"', "``", "''", "«", "»", "„"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that a sentence asserts.

    Attributes:
        words: Its words, in order; some may be put in or rewritten.
        speaker: Who says it, by the words of the sentence, or who is reported to; empty for the author's own voice.
        reports: Whether it says that something was said: then the article says it, and `speaker` said the something.
    """

    words: tuple[Token, ...]
    speaker: tuple[Token, ...] = ()
    reports: bool = False


def propositions(sentence: ParsedSentence, *, is_quoted: bool = False) -> list[Proposition]:
    """What the sentence asserts; none where it wasn't parsed. That which nothing was taken from is the sentence itself.

    Args:
        is_quoted: Whether all of it stands in a quotation, whose marks are no part of what it asserts.
    """
    if not sentence.is_parsed:
        return []
    said = _Said(sentence)
    body = _without_dateline(sentence)
    split = Split(sentence, {sentence.root.place: body, **said.places}, shut=said.denied)
    split.find()
    found: list[Proposition] = []
    main = without(sentence.tokens[body.start :], set(said.taken_from(None, split.parts)))
    if split.parts and not (stands_alone(main) or (not is_balanced(sentence.tokens) and sentence.root in main)):
        split.parts.clear()
        main = sentence.tokens
    whole = said.by_verb.get(sentence.root.place) or said.by_content.get(sentence.root.place)
    kept = sentence.tokens if len(main) == len(sentence.tokens) else tidy(main)
    found.append(
        Proposition(_unquoted(kept) if is_quoted else kept, whole.speaker if whole else (), reports=whole is not None)
    )
    for content in said.contents:
        gone = set(said.taken_from(content, split.parts))
        words = tidy(_unquoted(tidy(without(content.words, gone))))
        if stands_alone(words):
            found.append(Proposition(words, said.speaker_of(content)))
    for part in split.parts:
        words = tidy(without(part.words, set(said.taken_from(part, split.parts))))
        reported = said.by_verb.get(part.head.place)
        speaker = reported.speaker if reported else said.speaker_at(part)
        found.append(Proposition(_unquoted(words), speaker, reports=reported is not None))
    return found


class _Said:
    """What is said in a sentence, and which of its parts belong to that."""

    def __init__(self, sentence: ParsedSentence) -> None:
        self._sentence = sentence
        self._speeches = speeches(sentence)
        self.by_verb = {speech.verb.place: speech for speech in self._speeches}
        self.by_content = {
            content.place: speech for speech in self._speeches if speech.asserts for content in speech.contents
        }
        self.denied = frozenset(
            content.place for speech in self._speeches if not speech.asserts for content in speech.contents
        )
        self.contents = [
            self._content(sentence.tokens[place], speech)
            for place, speech in self.by_content.items()
            if place not in self.by_verb
        ]
        self.places = {part.head.place: self._range(part) for part in self.contents}

    def _content(self, root: Token, speech: Speech) -> Part:
        own = {each.place for each in self._sentence.subtree(root)}
        if speech.verb.place in own:
            own -= {each.place for each in self._sentence.subtree(speech.verb)}
        words = [self._sentence.tokens[place] for place in sorted(own)]
        words = [
            each for each in words if not (each.relation == "mark" and each.head == root.place and each.lower == "that")
        ]
        return Part(head=root, taken=frozenset(), words=tidy(words))

    def _range(self, part: Part) -> range:
        return range(part.words[0].place, part.words[-1].place + 1) if part.words else range(0)

    def _around(self, token: Token) -> Iterator[int]:
        """The roots of all that is said in which `token` stands."""
        passed = {token.place}
        for each in (token, *self._sentence.ancestors(token)):
            passed.add(each.place)
            speech = self.by_content.get(each.place)
            if speech is not None and speech.verb.place not in passed:
                yield each.place

    def _contents_of(self, part: Part | None) -> frozenset[int]:
        if part is None:
            return frozenset()
        around = frozenset(self._around(part.head))
        # What explains a name in words that aren't quoted is the article's own.
        if part.explains:
            around = frozenset(place for place in around if self._is_quoted(place))
        return around

    def _is_quoted(self, content: int) -> bool:
        places = region(self._sentence, self._sentence.tokens[content])
        first = self._sentence.tokens[places.start]
        sign = self._sentence.tokens[places.start - 1] if places.start else None
        return first.text in _QUOTES or (sign is not None and sign.text in _QUOTES)

    def taken_from(self, part: Part | None, others: Sequence[Part]) -> Iterator[int]:
        """The places that `others` take from `part`, or from the sentence itself.

        Not those in which it stands, and not those of what is only said in it: a report keeps that whole.
        """
        around = self._contents_of(part)
        for other in others:
            inside = part is not None and part.head.place in other.taken
            if other is not part and not inside and self._contents_of(other) <= around:
                yield from other.taken

    def speaker_at(self, part: Part) -> tuple[Token, ...]:
        inner = [place for place in self._around(part.head) if place in self._contents_of(part)]
        return self._of(inner)

    def speaker_of(self, content: Part) -> tuple[Token, ...]:
        return self._of(list(self._around(content.head)))

    def _of(self, around: Sequence[int]) -> tuple[Token, ...]:
        """The innermost speaker that is more than a pronoun; else the innermost."""
        speakers = [self.by_content[place].speaker for place in around]
        named = (each for each in speakers if any(token.word_class != "PRON" for token in each))
        return next(named, speakers[0] if speakers else ())


def _unquoted(words: Sequence[Token]) -> tuple[Token, ...]:
    """`words` without quotation marks around all of them, and without such as only open or only close."""
    marks = [at for at, token in enumerate(words) if token.text in _QUOTES]
    around = len(marks) == 2 and marks == [0, len(words) - 1]
    gone = set(marks) if around or len(marks) == 1 else set()
    return tuple(token for at, token in enumerate(words) if at not in gone)


def _without_dateline(sentence: ParsedSentence) -> range:
    """The places behind `LONDON —`."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens[:8]):
        if token.text in DASHES and place and tokens[0].text.isupper() and len(tokens[0].text) > 2:
            return range(place + 1, len(tokens))
        if not (token.tag in {"NNP", "CD", ",", "-LRB-", "-RRB-"} or token.text.isupper()):
            break
    return range(len(tokens))
