"""Runs of capitalised words: where a name may stand, before anything is said of what it names."""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.names import name_words
from factcheck.language.names.headlines import headlines
from factcheck.language.names.office_words import HEADS, PORTFOLIOS
from factcheck.language.names.people import FIRST_NAMES
from factcheck.language.numbers.lexemes import Lexeme, lexemes

_MOST_PARTICLES: Final = 3
_SENTENCE_ENDS: Final = frozenset('.!?:;•*"“‘([')
_NO_PERSON_ENDS: Final = name_words.ORGANISATION_ENDS | name_words.PLACE_ENDS
_SHORT_NAMES: Final = frozenset({"US", "UK", "UN", "EU"})
"""Acronyms that are other words in lower case."""


class Run(NamedTuple):
    """Tokens `first` to `last`, both included."""

    first: int
    last: int


class Capitals:
    """One text read for its capitalised runs."""

    def __init__(self, text: str, known: frozenset[str] = frozenset()) -> None:
        """Args: `known` are acronyms that are names wherever they stand."""
        self.text = text
        self._known = known | _SHORT_NAMES
        self.words = lexemes(text)
        self.ordinary = frozenset(each.text for each in self.words if each.is_word and each.text.islower())
        self._headlines = headlines(text)

    def runs(self) -> list[Run]:
        """Every run that may be a name, in order, without overlap."""
        found: list[Run] = []
        at, line = 0, 0
        while at < len(self.words):
            while line < len(self._headlines) and self._headlines[line][1] <= self.words[at].start:
                line += 1
            in_headline = line < len(self._headlines) and self._headlines[line][0] <= self.words[at].start
            if in_headline or not self._begins(at):
                at += 1
                continue
            run = Run(at, self._end(at))
            found.extend(self._split(run))
            at = run.last + 1
        return found

    def _split(self, run: Run) -> list[Run]:
        """`European Commission President Ann Lee` and `(mayor of) Leeds Ann Lee` hold two names each."""
        for at in range(run.last - 1, run.first, -1):
            if self.words[at].lower in name_words.OFFICES_INSIDE and self.words[run.last].text not in _NO_PERSON_ENDS:
                start = at
                while start > run.first and self.words[start - 1].lower in PORTFOLIOS:
                    start -= 1
                return [Run(run.first, start - 1), Run(start, run.last)] if start > run.first else [run]
        if not self._follows_office(run.first):
            return [run]
        for at in range(run.first + 1, run.last):
            if self.words[at].text in FIRST_NAMES:
                return [Run(run.first, at - 1), Run(at, run.last)]
        return [run]

    def _follows_office(self, at: int) -> bool:
        """Whether `mayor of` or `chancellor of the` stands before token `at`."""
        before = [each.lower for each in self.words[max(0, at - 3) : at]]
        while before and before[-1] in ("of", "the"):
            before.pop()
        return bool(before) and before[-1] in HEADS

    def opens_sentence(self, at: int) -> bool:
        if at == 0:
            return True
        before = self.words[at - 1]
        return before.text in _SENTENCE_ENDS or "\n" in self.text[before.end : self.words[at].start]

    def _begins(self, at: int) -> bool:
        token = self.words[at]
        if not token.is_word or not token.is_capitalised or token.lower in name_words.TIMES:
            return False
        if token.text.isupper() and len(token.text) > 1:
            return token.text in self._known or token.lower not in FUNCTION_WORDS | self.ordinary
        if _is_function_word(token) or token.text == "I":
            return False
        return not (self.opens_sentence(at) and self._is_opener(token))

    def _is_opener(self, token: Lexeme) -> bool:
        """Whether a sentence may begin with this word without any name beginning there."""
        low = token.lower
        if low in name_words.OPENERS or low.endswith("ly"):
            return token.text not in FIRST_NAMES
        return low in self.ordinary and token.text not in FIRST_NAMES

    def _end(self, at: int) -> int:
        """The last token of the run that begins at `at`."""
        last = self._past_full_stop(at)
        while not self._is_owner(last):
            following = self._next(at, last)
            if following is None:
                break
            last = self._past_full_stop(following)
        return last

    def _is_owner(self, at: int) -> bool:
        """Whether a name ends with `'s` here; `People's Army` goes on."""
        word = self.words[at].text
        return word.endswith(("'s", "’s")) and word[:-2] not in name_words.OWNERS

    def _past_full_stop(self, at: int) -> int:
        """The full stop of `J.`, `Mr.` or `U.S.`, which belongs to what it stands behind."""
        if (
            at + 1 >= len(self.words)
            or self.words[at + 1].text != "."
            or self.words[at + 1].start != self.words[at].end
        ):
            return at
        word = self.words[at].text
        initial = len(word) == 1 and word.isupper()
        return at + 1 if initial or word in name_words.ABBREVIATIONS else at

    def _next(self, first: int, last: int) -> int | None:
        """The next capitalised token of the run that goes from `first` to `last`; None where it ends."""
        step = last + 1
        if step >= len(self.words) or self._breaks_line(step):
            return None
        token = self.words[step]
        if self._goes_on(step):
            return step
        if token.text in ("-", "&"):
            return step + 1 if self._goes_on(step + 1) else None
        if token.text in name_words.PARTICLES:
            return self._past_particles(step)
        if token.lower in ("of", "for"):
            return self._past_of(first, last, step)
        if token.lower == "and" and self._joins_subjects(last, step + 1):
            return step + 1
        return None

    def _goes_on(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        token = self.words[at]
        if not token.is_word or not token.is_capitalised or self._breaks_line(at):
            return False
        if token.lower in name_words.TIMES:
            return token.lower in name_words.MONTHS_AND_NAMES and not self._is_before_number(at + 1)
        return token.text in self._known or not _is_function_word(token)

    def _is_before_number(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].is_number

    def _breaks_line(self, at: int) -> bool:
        """Whether an empty line or the end of a sentence stands before token `at`."""
        before = self.words[at - 1]
        ended = before.text == "." and len(self.words[at - 2].text) > 1
        ended = ended and self.words[at - 2].text not in name_words.ABBREVIATIONS
        return ended or self.text.count("\n", before.end, self.words[at].start) > 1

    def _past_particles(self, at: int) -> int | None:
        for step in range(at, min(at + _MOST_PARTICLES + 2, len(self.words))):
            if self._goes_on(step):
                return step
            if self.words[step].text not in name_words.PARTICLES and self.words[step].text != "-":
                return None
        return None

    def _past_of(self, first: int, last: int, at: int) -> int | None:
        """`Ministry of Health`, `Bank of the North`, `Gulf of Aden`."""
        heads = name_words.ORGANISATION_HEADS | name_words.PLACE_HEADS
        head = self.words[last].text in heads or (first == last - 1 and self.words[first].text in heads)
        step = at + 2 if at + 1 < len(self.words) and self.words[at + 1].lower == "the" else at + 1
        return step if head and self._goes_on(step) else None

    def _joins_subjects(self, last: int, at: int) -> bool:
        after = self.words[at].text if at < len(self.words) else ""
        return self.words[last].text in name_words.SUBJECTS and after in name_words.SUBJECTS


def _is_function_word(token: Lexeme) -> bool:
    """Also with its verb: `What's`, `I'm`."""
    stem = token.lower.replace("’", "'").partition("'")[0]
    return stem in FUNCTION_WORDS
