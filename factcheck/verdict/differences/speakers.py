"""Who said it: the speaker of a claim beside the one to whom the passage gives the same words.

Two people may say one thing. So two speakers differ only where nearly all that was said stands in the other's mouth
and the passage never names the claim's; otherwise it is only shown that they are not the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import Token
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.names.names import Name
from factcheck.language.names.same_names import same_name
from factcheck.language.speech.speech import speeches
from factcheck.verdict.details.details import ContentWord, Details
from factcheck.verdict.differences.noted import noted, told_first

ASPECT: Final = "speaker"
LEAST_COVERED: Final = 0.75
"""Share of the words that were said in the claim that the passage's speaker must have said too."""
_LEAST_WORDS: Final = 2


class _Said(NamedTuple):
    """That somebody said something: where the speaker stands, and the words that were said."""

    speaker: Span
    words: tuple[ContentWord, ...]


def speaker_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each speaker of `claim` whose words the passage gives to somebody too."""
    found = []
    for ours in _said(claim):
        near = [theirs for theirs in _said(passage) if _is_same_matter(ours, theirs)]
        told = told_first((_comparison(claim, ours, passage, theirs), theirs.speaker) for theirs in near)
        if told is not None:
            comparison, theirs = told
            note = _note(ours.speaker.of(claim.text), theirs.of(passage.text), comparison)
            found.append(noted(ASPECT, comparison, ours.speaker, theirs, note))
    return found


def _said(details: Details) -> list[_Said]:
    """All that somebody said, held to be so, and gave words to."""
    return [
        _Said(
            _span(each.speaker), _words(details, (w for root in each.contents for w in each.words_of(sentence, root)))
        )
        for sentence in details.parsed.sentences
        for each in speeches(sentence)
        if each.asserts and each.contents
    ]


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _words(details: Details, tokens: Iterable[Token]) -> tuple[ContentWord, ...]:
    starts = {each.start for each in tokens}
    return tuple(each for each in details.words if each.span.start in starts)


def _is_same_matter(ours: _Said, theirs: _Said) -> bool:
    there = {each.stem for each in theirs.words}
    shared = sum(each.stem in there for each in ours.words)
    return len(ours.words) >= _LEAST_WORDS and shared >= LEAST_COVERED * len(ours.words)


def _comparison(claim: Details, ours: _Said, passage: Details, theirs: _Said) -> Comparison:
    mine, other = _name(claim, ours.speaker), _name(passage, theirs.speaker)
    if mine is None or other is None:
        same = _plain(claim, ours.speaker) == _plain(passage, theirs.speaker)
        return Comparison.AGREES if same else Comparison.NOT_COMPARABLE
    name = mine.span.of(claim.text)
    if same_name(name, other.span.of(passage.text)):
        return Comparison.AGREES
    are_people = {mine.kind, other.kind} <= {"person", "other"}
    is_named = name in passage.text or any(same_name(name, each.span.of(passage.text)) for each in passage.names)
    return Comparison.DIFFERS if are_people and not is_named else Comparison.NOT_COMPARABLE


def _name(details: Details, speaker: Span) -> Name | None:
    """The last name of those who speak: `Ida Falk` in `the coach of the team, Ida Falk`."""
    return next((each for each in reversed(details.names) if speaker.covers(each.span)), None)


def _plain(details: Details, speaker: Span) -> frozenset[str]:
    return frozenset(speaker.of(details.text).lower().split()) - FUNCTION_WORDS


def _note(mine: str, other: str, comparison: Comparison) -> str:
    return f"said by {mine}" if comparison is Comparison.AGREES else f"said by {mine} in the claim, by {other} there"
