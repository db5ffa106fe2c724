"""Shares of a whole: `one in ten`, `3 out of 5`, `two thirds`, `a quarter of`, `more than half`, `a ratio of 3 to 1`.

They are no quantities: `one in ten adults` counts no adults. What might as well be a count (`12 in 14 games`), a part
of a season (`the third quarter`) or a place in a row (`a third man`) is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.numbers.bounds import Bound, bound_before
from factcheck.language.numbers.lexemes import Lexeme, lexemes
from factcheck.language.numbers.numbers import is_number_word
from factcheck.language.quantities.counted_nouns import Counted, counted_noun
from factcheck.language.quantities.ratio_forms import share_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One ratio as it is written.

    Attributes:
        span: From the bound to the last word of the ratio, and to the noun right behind `one in ten`.
        part: `1` of `one in ten`, `2` of `two thirds`.
        whole: `10` of the first, `3` of the second; above 0.
        kind: `share` of a whole, or `to`, where both stand side by side (`3 to 1`).
        noun: What there is a share of, in the singular and lower case; `""` where that can't be told.
        inclusive: Whether the ratio itself is allowed: False for `more than half`.
    """

    span: Span
    part: float
    whole: float
    kind: Literal["share", "to"] = "share"
    noun: str = ""
    bound: Bound = "exact"
    inclusive: bool = True

    @property
    def value(self) -> float:
        return self.part / self.whole


def ratios(parsed: ParsedText) -> list[Ratio]:
    """The ratios of a text, in order, without overlap; without nouns in sentences that weren't parsed."""
    words = lexemes(parsed.text)
    found: list[Ratio] = []
    at = 0
    while at < len(words):
        read = None if _touched(words, at) else share_at(words, at)
        if read is None:
            at += 1
            continue
        bounded = bound_before(words, at)
        place = Span(words[at].start, words[read.end - 1].end)
        last = words[read.end - 1]
        # "A two-thirds majority" is no share of a majority.
        named = not (last.is_number or is_number_word(last) or last.lower == "half")
        counted = counted_noun(parsed, place, measure=named) if read.kind == "share" else Counted("", (), place.end)
        partitive = read.end < len(words) and words[read.end].lower == "of"
        span = Span(words[bounded.at].start, place.end if partitive else counted.end)
        if not found or found[-1].span.end <= span.start:
            found.append(
                Ratio(
                    span=span,
                    part=read.part,
                    whole=read.whole,
                    kind=read.kind,
                    noun=counted.noun,
                    bound=bounded.bound,
                    inclusive=bounded.inclusive,
                )
            )
        at = read.end
    return found


def _touched(words: Sequence[Lexeme], at: int) -> bool:
    """Whether something stands right before token `at` that makes it a part of more: `2-1 in 5`, `A1`, `$1`."""
    return at > 0 and words[at - 1].end == words[at].start and words[at - 1].text not in "([“\"'‘—"
