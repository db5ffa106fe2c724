"""The words of an edit, a split or a merge: found in the claim, put together, and held to what can be stored. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from factcheck.claims.detect.plain_words import plain_words
from factcheck.domain.claims import Claim, Substitution
from factcheck.domain.spans import Span
from factcheck.errors import UsageError

MOST: Final = 5_000
"""Characters of the longest wording: a claim is a sentence or two, and a slip of the clipboard isn't one."""

_ELLIPSIS: Final = re.compile(r"\s*(?:…|\.\.\.)\s*")
# What joins two parts belongs to neither.
_JOINTS: Final = " \t\r\n,;:–—-"


def checked_words(typed: str, what: str = "wording") -> str:
    """What a person typed, on one line.

    Raises:
        UsageError: If it says nothing, is longer than `MOST`, or holds characters that are not text.
    """
    if len(typed) > MOST:
        raise UsageError(f"A {what} of {len(typed)} characters is too long.", hint=f"The limit is {MOST}.")
    words = " ".join(typed.split())
    if not any(character.isalnum() for character in words):
        raise UsageError(f"The {what} {shortened(typed)!r} says nothing.", hint="Write it in words.")
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") for character in words):
        raise UsageError(
            f"The {what} holds characters that are not text: {shortened(typed)!r}.", hint="Type it in plain letters."
        )
    return words


def words_of(text: str, spans: Iterable[Span], substitutions: Iterable[Substitution] = ()) -> str:
    """The words that stand at `spans` of an article, on one line, with these substitutions made."""
    made = sorted(substitutions, key=lambda each: (each.span.start, each.span.end))
    pieces = []
    for span in spans:
        at, piece = span.start, []
        for each in made:
            if at <= each.span.start and each.span.end <= span.end:
                piece += [text[at : each.span.start], each.written if each.said else f" {each.written} "]
                at = each.span.end
        pieces.append("".join(piece) + text[at : span.end])
    return plain_words(" ".join(pieces))


def inside(substitutions: Iterable[Substitution], spans: Sequence[Span]) -> tuple[Substitution, ...]:
    """Those that stand in one of `spans`."""
    return tuple(each for each in substitutions if any(span.covers(each.span) for span in spans))


def still_written(substitutions: Iterable[Substitution], checked: str) -> tuple[Substitution, ...]:
    """Those whose words still stand in a new wording."""
    return tuple(each for each in substitutions if each.written in checked)


def without(claim: Claim, typed: str) -> tuple[str, tuple[Substitution, ...]]:
    """The wording with the said words back in the place of what was written for them, and the other substitutions.

    Args:
        typed: The words as they were said, or, where something was put in, as they were written.

    Raises:
        UsageError: If nothing was written for them, or the place can't be told.
    """
    wanted = " ".join(typed.split()).casefold()
    undone = [
        each for each in claim.substitutions if " ".join((each.said or each.written).split()).casefold() == wanted
    ]
    if not undone:
        known = ", ".join(f"“{each.said or each.written}”" for each in claim.substitutions) or "none was made"
        raise UsageError(
            f"No substitution was made for {shortened(typed)!r} in {claim.id}.",
            hint=f"The claim's substitutions: {known}.",
        )
    places: dict[int, Substitution] = {}
    for written in {each.written for each in undone}:
        alike = [each for each in claim.substitutions if each.written == written]
        found = [match.start() for match in re.finditer(re.escape(written), claim.checked)]
        if len(found) != len(alike):
            raise UsageError(
                f"“{written}” occurs {len(found)} times in the wording of {claim.id}, so it isn't clear which.",
                hint="Give the whole wording with --checked.",
            )
        # Both are in the order of the text.
        places |= {place: each for place, each in zip(found, alike, strict=True) if each in undone}
    words = claim.checked
    for place, each in sorted(places.items(), reverse=True):
        words = words[:place] + each.said + words[place + len(each.written) :]
    return " ".join(words.split()), tuple(each for each in claim.substitutions if each not in undone)


def part_spans(claim: Claim, typed: str) -> tuple[Span, ...]:
    """Where the words of one part stand in the article; an ellipsis stands for words of the claim that are left out.

    Raises:
        UsageError: If they don't stand in what the claim says, or stand there twice.
    """
    found = _places(claim.said, typed)
    if len(found) > 1:
        raise UsageError(
            f"{typed!r} occurs {len(found)} times in {claim.id}.", hint="Give more of the words around it."
        )
    pieces = [piece for piece in _ELLIPSIS.split(typed) if piece.strip()]
    if not found and len(pieces) > 1:
        at = 0
        for piece in pieces:
            later = [span for span in _places(claim.said, piece) if span.start >= at]
            if not later:
                raise _not_said(claim, piece)
            found.append(later[0])
            at = later[0].end
    if not found:
        raise _not_said(claim, typed)
    return tuple(span.shifted(claim.span.start) for span in found)


def cut_spans(claim: Claim, places: Sequence[str]) -> list[tuple[Span, ...]]:
    """The parts between cuts; each place is words of the claim with which a part begins, or an article's offset.

    Raises:
        UsageError: If a place isn't inside the claim, or nothing is left on one side of it.
    """
    cuts = sorted({_cut(claim, place) for place in places})
    bounds = [claim.span.start, *cuts, claim.span.end]
    parts = []
    for start, end in pairwise(bounds):
        between = Span(start, end)
        overlaps = [span for span in claim.spans if span.overlaps(between)]
        spans = [_trimmed(claim, Span(max(start, span.start), min(end, span.end))) for span in overlaps]
        spans = [span for span in spans if len(span)]
        if not spans:
            raise UsageError(
                f"A cut of {claim.id} at {start} leaves a part without words.",
                hint="Cut where a part begins: --at takes its first words.",
            )
        parts.append(tuple(spans))
    return parts


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """All places of `spans` in order, those that overlap or touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _cut(claim: Claim, place: str) -> int:
    found = _places(claim.said, place)
    if len(found) > 1:
        raise UsageError(f"{place!r} occurs {len(found)} times in {claim.id}.", hint="Give more of the words after it.")
    if found:
        at = claim.span.start + found[0].start
    elif place.strip().isdecimal() and len(place) < 12:
        at = int(place)
    else:
        raise _not_said(claim, place)
    if not claim.span.start < at < claim.span.end:
        raise UsageError(
            f"{place!r} is not a place inside {claim.id}, which runs from {claim.span.start} to {claim.span.end}.",
            hint="Cut at the first words of the second part, or at an offset between the two.",
        )
    return at


def _places(said: str, typed: str) -> list[Span]:
    """Where `typed` stands in `said`, whatever the white space between its words; at most a few are looked for."""
    words = typed.split() if len(typed) <= MOST else []
    if not words:
        return []
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    pattern = re.compile(before + r"\s+".join(map(re.escape, words)) + after)
    return [Span(match.start(), match.end()) for match in pattern.finditer(said)]


def _trimmed(claim: Claim, span: Span) -> Span:
    words = claim.said[span.start - claim.span.start : span.end - claim.span.start]
    kept = words.strip(_JOINTS)
    start = span.start + len(words) - len(words.lstrip(_JOINTS))
    return Span(start, start + len(kept))


def shortened(typed: str) -> str:
    """The beginning of what was typed, for a message."""
    return typed if len(typed) <= 80 else f"{typed[:79]}…"


def _not_said(claim: Claim, typed: str) -> UsageError:
    return UsageError(
        f"{shortened(typed)!r} is not in what {claim.id} says.",
        hint="Copy the words from the line in quotation marks of `factcheck show CLAIM`.",
    )
