"""Whose words the quoted sentences are: a quotation may run over several sentences, and is attributed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.claims.clause_rules import first_finite, noun_phrase_before, verb_group_start
from factcheck.claims.context.name_mentions import TITLES
from factcheck.claims.reports import report
from factcheck.claims.words import listed
from factcheck.language.tagging import Token

_LINKS: Final = listed("of for the and al de van von bin la el")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard in one sentence.

    Attributes:
        speaker: The noun phrase or pronoun to which the sentence itself attributes words.
        is_quoted: Whether all of it stands inside a quotation that another sentence attributes.
        attributed_by: The number of that other sentence; None where none does.
    """

    speaker: tuple[Token, ...] = ()
    is_quoted: bool = False
    attributed_by: int | None = None


def voices(sentences: Sequence[tuple[Token, ...]]) -> list[Voice]:
    """Who is heard in each sentence of one paragraph."""
    speakers = [_speaker(tokens) for tokens in sentences]
    inside, states = False, []
    for tokens in sentences:
        before = inside
        for token in tokens:
            inside = {"“": True, "”": False}.get(token.tag, inside)
        states.append((before, inside))
    result = []
    for number, tokens in enumerate(sentences):
        starts, ends = states[number]
        quoted = not speakers[number] and (starts or _opens(tokens)) and _nothing_outside(tokens, starts)
        by = _attribution(number, speakers, states, ends=ends) if quoted else None
        result.append(Voice(speaker=speakers[number], is_quoted=quoted, attributed_by=by))
    return result


def _speaker(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Who says it; of `according to the Mail, Ann Lee said`, Ann Lee."""
    found = report(tokens)
    if found is None:
        return ()
    deeper = report(found.contents[0]) if found.head[0].lower == "according" else None
    return deeper.speaker if deeper else found.speaker


def _opens(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].tag == "“"


def _nothing_outside(tokens: Sequence[Token], starts: bool) -> bool:
    """Whether no word of the sentence stands outside its quotation."""
    inside = starts
    for token in tokens:
        if token.tag in {"“", "”"}:
            inside = token.tag == "“"
        elif not inside and not token.is_sign:
            return False
    return True


def _attribution(
    number: int, speakers: Sequence[tuple[Token, ...]], states: Sequence[tuple[bool, bool]], *, ends: bool
) -> int | None:
    """The sentence that says whose the words are: the next while the quotation is open, else the last one before."""
    at = number
    while ends and at + 1 < len(speakers):
        at += 1
        if speakers[at]:
            return at
        ends = states[at][1]
    return next((back for back in range(number - 1, -1, -1) if speakers[back]), None)


def teller_of(clause: Sequence[Token]) -> str:
    """Who tells, where the words told are not given: `the council` of `the council denied it`; empty where unclear."""
    verb = first_finite(clause)
    subject = noun_phrase_before(clause, verb_group_start(clause, verb)) if verb else ()
    return name_of(subject) if subject else ""


def name_of(speaker: Sequence[Token]) -> str:
    """The name in `speaker`, without title, rank and office; the words themselves where no name ends them."""
    end = len(speaker)
    start = end
    while start and (
        speaker[start - 1].tag in {"NNP", "NNPS"} or (speaker[start - 1].lower in _LINKS - {"the", "of", "and", "for"})
    ):
        start -= 1
    start = max((at + 1 for at in range(start, end - 1) if speaker[at].lower in TITLES), default=start)
    named = speaker[start:end]
    outside = [token for token in speaker[:start] if token.lower not in TITLES]
    if (
        not named
        or (speaker[0].tag in {"DT", "PRP$"} and len(named) < 2)
        or any(token.lower in {"of", "the"} for token in outside[-1:])
    ):
        named = speaker
    return " ".join(token.text for token in named).replace(" '", "'")
