"""Offices of a parsed text: who is or was what, of what: `President Ann Lee`, `the former mayor of Leeds, Tom Berg`.

An office is found by the noun that heads it. Words with other meanings (`head`, `chief`, `director`) head one only
where what they lead or a person's name depends on them. Plurals name no single holder and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.domain.parsed_text import ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.language.names.name_places import head_of
from factcheck.language.names.names import Name, names
from factcheck.language.names.titles import WEAK_OFFICES
from factcheck.language.offices.office_holders import holder_of, is_title_of
from factcheck.language.offices.office_phrases import Phrase, phrase_at
from factcheck.language.offices.office_words import SENT_TO, STANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One mention of an office.

    Attributes:
        span: From the first modifier to the last word of the office: `former defence minister`.
        words: The office in lower case, without modifiers: `defence minister`.
        modifiers: In lower case and in order: `former`, `acting`, `deputy`, `47th`, and `elect` of `president-elect`.
        of: What it is an office of, as it stands there: `Leeds` in `the mayor of Leeds` and in `Leeds mayor`.
        holder: The name of its holder: beside it, or of whom it is said; None where there is none.
    """

    span: Span
    words: str
    modifiers: tuple[str, ...] = ()
    of: Span | None = None
    holder: Span | None = None


def offices(parsed: ParsedText, named: Sequence[Name] | None = None) -> list[Office]:
    """The offices of a text, in order, without overlap; none in sentences that weren't parsed.

    Args:
        named: The text's `names`, where they are known already.
    """
    found = names(parsed) if named is None else named
    by_sentence = {number: list(group) for number, group in groupby(found, key=lambda each: each.sentence)}
    return [
        office
        for number, sentence in enumerate(parsed.sentences)
        for office in _of_sentence(sentence, by_sentence.get(number, []))
    ]


def _of_sentence(sentence: ParsedSentence, named: Sequence[Name]) -> Iterator[Office]:
    at = {token.place: each for each in named for token in each.tokens}
    end = 0
    for token in sentence.tokens:
        phrase = phrase_at(sentence, token, at.keys())
        office = _office(sentence, phrase, at) if phrase is not None and phrase.first >= end else None
        if phrase is not None and office is not None:
            yield office
            end = phrase.last + 1


def _office(sentence: ParsedSentence, phrase: Phrase, at: Mapping[int, Name]) -> Office | None:
    people = {place: name for place, name in at.items() if name.kind in ("person", "other")}
    holder = holder_of(sentence, phrase, people)
    behind, before = _behind(sentence, phrase, at), _before(sentence, phrase, at)
    if holder is None and phrase.head.relation == "compound":
        return None  # "the team bus", "head start"
    weak = phrase.head.lower in WEAK_OFFICES and phrase.core == phrase.core_last
    titled = holder is not None and is_title_of(phrase.head, holder)
    if weak and behind is None and not titled and (before is None or holder is None):
        return None  # "his head", "the chief"
    first, modifiers = phrase.first, phrase.modifiers
    front = before.first if before is not None else first
    if front > 0 and sentence.tokens[front - 1].lower in STANDING and front < first:
        first, modifiers = front - 1, (sentence.tokens[front - 1].lower, *modifiers)
    of = behind or (before.span if before is not None else None)
    words = " ".join(each.lower for each in sentence.tokens[phrase.core : phrase.core_last + 1])
    return Office(
        span=Span(sentence.tokens[first].start, sentence.tokens[phrase.last].end),
        words=words.replace(" - ", "-"),
        modifiers=modifiers,
        of=of,
        holder=holder.span if holder is not None else None,
    )


@dataclass(frozen=True, slots=True)
class _Owner:
    """What stands before an office that it is an office of; `first` is its first token."""

    first: int
    span: Span


def _behind(sentence: ParsedSentence, phrase: Phrase, at: Mapping[int, Name]) -> Span | None:
    """What follows `of`, `for` or `to` behind the office."""
    step = phrase.last + 1
    link = sentence.tokens[step] if step < len(sentence.tokens) else None
    if link is None or not (link.lower in ("of", "for") or (link.lower == "to" and phrase.head.lower in SENT_TO)):
        return None
    noun = sentence.child(link, "pobj")
    if noun is None or noun.tag == "PRP":
        return None
    last = at[noun.place].tokens[-1] if noun.place in at else noun
    inside = [each for each in sentence.subtree(noun) if link.place < each.place <= last.place]
    return Span(inside[0].start, last.end) if inside else None


def _before(sentence: ParsedSentence, phrase: Phrase, at: Mapping[int, Name]) -> _Owner | None:
    """`Norway's`, `its`, `Leeds` or `French` before the office."""
    owner = sentence.child(phrase.head, "poss")
    if owner is None and phrase.head.relation == "compound":
        owner = sentence.child(sentence.head(phrase.head), "poss")  # "Norway's President Ann Lee"
    if owner is not None and owner.place > phrase.first:
        owner = None
    if owner is not None:
        return _Owner(owner.place, _whole(sentence, owner, at))
    step = phrase.first - 1
    name = at.get(step)
    if name is None or name.kind == "person" or sentence.head(head_of(name.tokens)).place < phrase.core:
        return None
    return _Owner(name.tokens[0].place, name.span)


def _whole(sentence: ParsedSentence, owner: Token, at: Mapping[int, Name]) -> Span:
    if owner.place in at:
        return at[owner.place].span
    inside = [each for each in sentence.subtree(owner) if each.place <= owner.place]
    return Span(inside[0].start, owner.end)
