"""Which noun a number counts: `270 Norwegian servicemen` counts servicemen, `the third anniversary` anniversaries.

There is no tagger here, only the order of English: what is counted is the first plural after the number, before any
word that joins. An ordinal's noun is in the singular and can't be told from what follows by its form, so all words up
to the next joining word are taken: a noun that is too long meets fewer others, which costs a comparison and never
makes a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.stems import is_plural, singular
from factcheck.language.word_lists import word_list

_MOST_WORDS: Final = 6
_FATE: Final = frozenset(
    {"dead", "wounded", "injured", "missing", "killed", "arrested", "hospitalised", "hospitalized"}
)
_MEASURES: Final = frozenset({"percent", "times", "points"})
VERBS: Final = frozenset(
    word_list(
        """said says told came went took began became got made gave found held won lost left saw ran met led sent
        kept fell rose grew stood paid brought thought felt knew wrote put set let cut hit read spent spoke"""
    )
)
"""Forms that end the run of words which may be a noun."""
_ADJECTIVE_ENDINGS: Final = ("al", "ive", "ous", "ic", "able", "ible", "ful", "less", "est", "ary", "ed", "ing")
_ADJECTIVES: Final = frozenset(
    word_list(
        """new old big small large great major minor main direct key full large-scale young long short high low
        good bad late early whole single top prime senior junior joint mass chief"""
    )
)


class Counted(NamedTuple):
    """What stands after a number. `end` is the token after the noun; `noun` is "" where none could be told."""

    noun: str
    modifiers: tuple[str, ...]
    end: int


def counted_noun(words: Sequence[Lexeme], at: int) -> Counted:
    """The plural that a number before token `at` counts."""
    nothing, modifiers = Counted("", (), at), list[str]()
    at = _past_partitive(words, at)
    for step in range(at, min(at + _MOST_WORDS, len(words))):
        token = words[step]
        if _is_inside_name(words, step, modifiers):
            continue
        if not token.is_word:
            return nothing
        if token.lower in FUNCTION_WORDS or token.lower in _MEASURES:
            return nothing
        if is_plural(token.text) and not _is_possessive(token):
            last = step
            while last + 1 < len(words) and _is_next_plural(words[last + 1]):
                last += 1
            modifiers += [each.lower for each in words[step:last]]
            return Counted(singular(words[last].text), tuple(modifiers), last + 1)
        if token.lower in _FATE and _ends_run(words, step + 1):
            return Counted(token.lower, tuple(modifiers), step + 1)
        modifiers.append(token.lower)
    return nothing


def single_noun(words: Sequence[Lexeme], at: int) -> Counted:
    """The singular after an ordinal, or after `one`: every word that isn't an adjective, up to a joining word."""
    modifiers: list[str] = []
    nouns: list[str] = []
    step = at
    while step < min(at + _MOST_WORDS, len(words)) and not _ends_run(words, step):
        token = words[step]
        low = token.lower
        if nouns and (low in VERBS or low.endswith("ed") or is_plural(low)):
            break  # a verb: "the first phase took", "the first exchange signals"
        adjective = low in _ADJECTIVES or low.endswith(_ADJECTIVE_ENDINGS)
        (modifiers if adjective and not nouns else nouns).append(singular(token.text))
        step += 1
    if not nouns and modifiers and modifiers[-1] not in _ADJECTIVES and not modifiers[-1].endswith(("ed", "ing")):
        nouns = [modifiers.pop()]  # "the third festival": an ending of adjectives, and yet the noun
    return Counted(" ".join(nouns), tuple(modifiers), step) if nouns else Counted("", (), at)


def ends_noun(token: Lexeme) -> bool:
    """Whether a word behind a noun looks like the verb of its sentence: `the company said`, `the war ended`."""
    low = token.lower
    return low in VERBS or low == "begins" or (low.endswith("ed") and len(low) > 3)


def _past_partitive(words: Sequence[Lexeme], at: int) -> int:
    """Past `of`, `of the`, `of its`: `thousands of people`, `12 of the soldiers`, `30% of all voters`."""
    if at < len(words) and words[at].lower == "of":
        at += 1
        if at < len(words) and words[at].lower in ("the", "its", "his", "her", "their", "our", "these", "those", "all"):
            at += 1
    return at


def _is_inside_name(words: Sequence[Lexeme], at: int, modifiers: Sequence[str]) -> bool:
    """Whether token `at` is the hyphen of `full-scale attacks`, or a letter or full stop of `U.S. soldiers`."""
    token, next_text = words[at], words[at + 1].text if at + 1 < len(words) else ""
    if token.text == "-":
        return bool(modifiers)
    if token.text == ".":
        return len(words[at - 1].text) == 1 and words[at - 1].is_capitalised
    return len(token.text) == 1 and token.is_capitalised and next_text == "."


def _is_next_plural(token: Lexeme) -> bool:
    return token.is_word and is_plural(token.text) and token.lower not in FUNCTION_WORDS and not _is_possessive(token)


def _is_possessive(token: Lexeme) -> bool:
    return "'" in token.text or "’" in token.text


def _ends_run(words: Sequence[Lexeme], at: int) -> bool:
    if at >= len(words) or not words[at].is_word or words[at].lower in FUNCTION_WORDS:
        return True
    return words[at].lower.endswith(("n't", "n’t"))
