"""Short descriptions and acronyms that a longer name earlier in the article explains: `the council`, `WHO`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from factcheck.claims.context.name_mentions import Name
from factcheck.claims.words import listed
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.spans import Span
from factcheck.language.tagging import Token

_SKIPPED: Final = listed("""
    first same next last other two whole time day week month year country morning afternoon evening night hour minute
    moment spring summer autumn winter weekend market
""")
MOST_ALIKE: Final = 50
"""Names that one short form is kept for: it is as unclear with 50 as with 50,000, and each is looked at each time."""

_SMALL: Final = listed("of and for the in de la")


@dataclass(frozen=True, slots=True)
class _Named:
    words: str
    span: Span


@dataclass(slots=True)
class Descriptions:
    """Nouns and acronyms with the names that stood for them so far, distinct ones in the order of the text."""

    _by_noun: dict[str, list[_Named]] = field(default_factory=dict)
    _by_acronym: dict[str, _Named] = field(default_factory=dict)

    def remember(self, tokens: Sequence[Token], names: Sequence[Name], *, offset: int) -> None:
        """Learn from one sentence: its names that end in a common noun, its `Long Name (LN)`."""
        if not any(token.is_finite for token in tokens):
            return  # a headline: it shortens, and what it names is told again
        for name in names:
            if len(name.words) > 1:
                at = next((place for place, token in enumerate(tokens) if offset + token.start == name.span.start), 0)
                the = "the " if at and tokens[at - 1].lower == "the" else ""
                self._learn(name.words[-1].lower(), the + name.text, name.span)
            if name.title and name.is_person and len(name.words) > 1:
                self._learn(name.title.rstrip("."), name.text, name.span)
        for place, token in enumerate(tokens):
            if token.tag == "NN" and place and tokens[place - 1].tag in {"NNP", "POS", "NN", "JJ"}:
                start = _modified_from(tokens, place)
                words = tokens[start : place + 1]
                if any(each.tag == "NNP" for each in words) and not any(each.tag == "POS" for each in words):
                    text = " ".join(each.text for each in words)
                    self._learn(token.lower, text, Span(offset + words[0].start, offset + token.end))
            if (
                token.text == "("
                and place + 2 < len(tokens)
                and tokens[place + 2].text == ")"
                and tokens[place + 1].text.isupper()
            ):
                self._learn_acronym(tokens, place, offset)

    def _learn(self, noun: str, text: str, span: Span) -> None:
        known = self._by_noun.setdefault(noun, [])
        low = text.lower().removeprefix("the ")
        for at, each in enumerate(known):
            before = each.words.lower().removeprefix("the ")
            if low in before:
                return
            if before in low:
                known[at] = _Named(text, span)
                return
        if len(known) < MOST_ALIKE:
            known.append(_Named(text, span))

    def _learn_acronym(self, tokens: Sequence[Token], bracket: int, offset: int) -> None:
        """The words before the bracket whose initials spell what is in it."""
        letters = tokens[bracket + 1].text
        start, left = bracket, len(letters)
        while start and left:
            start -= 1
            word = tokens[start]
            if word.text[0].upper() == letters[left - 1]:
                left -= 1
            elif word.lower not in _SMALL:
                return
        if not left and len(letters) > 1:
            words = tokens[start:bracket]
            text = " ".join(each.text for each in words)
            self._by_acronym.setdefault(letters, _Named(text, Span(offset + words[0].start, offset + words[-1].end)))

    def explain(self, tokens: Sequence[Token], *, offset: int) -> Iterator[Substitution | Ambiguity]:
        """What stands for the short descriptions and acronyms of the next sentence."""
        sentence = " ".join(token.text for token in tokens).lower()
        for place, token in enumerate(tokens):
            known = self._by_acronym.get(token.text)
            if known and known.words.lower() not in sentence and not (place and tokens[place - 1].text == "("):
                yield Substitution(
                    span=Span(offset + token.start, offset + token.end),
                    said=token.text,
                    written=known.words,
                    why="it is spelled out earlier",
                    source=known.span,
                )
            if token.lower == "the" and place + 1 < len(tokens):
                yield from self._described(tokens, place, sentence=sentence, offset=offset)

    def _described(
        self, tokens: Sequence[Token], place: int, *, sentence: str, offset: int
    ) -> Iterator[Substitution | Ambiguity]:
        noun = tokens[place + 1]
        word = noun.lower.removesuffix("'s")
        if not (noun.text[0].islower() and (noun.tag == "NN" or noun.tag == "POS")) or word in _SKIPPED:
            return
        after = tokens[place + 2] if place + 2 < len(tokens) else None
        if (
            after is not None
            and noun.tag != "POS"
            and (after.is_noun or after.lower in {"of", "that", "who", "which", "for"} or after.tag in {"VBN", "VBG"})
        ):
            return
        named = self._by_noun.get(word, [])
        if not named or any(each.words.lower() in sentence for each in named):
            return
        cut = noun.end - (len(noun.text) - len(word))
        span = Span(offset + tokens[place].start, offset + cut)
        said = f"{tokens[place].text} {noun.text[: len(word)]}"
        if len(named) > 1:
            yield Ambiguity(span=span, said=said, why="several fit", candidates=tuple(each.words for each in named))
            return
        first = named[0].words.split()[0]
        bare = named[0].words.split()[-1][0].islower() and not first.endswith(("'s", "’s")) and first.lower() != "the"
        written = ("the " if bare else "") + named[0].words
        if tokens[place].text[0].isupper():
            written = written[0].upper() + written[1:]
        yield Substitution(span=span, said=said, written=written, why="the name stands earlier", source=named[0].span)


def _modified_from(tokens: Sequence[Token], place: int) -> int:
    start = place
    while start and tokens[start - 1].tag in {"NNP", "POS", "NN", "JJ"}:
        start -= 1
    return start
