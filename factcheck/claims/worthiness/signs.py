"""All that the rules for kind and worth ask of one sentence, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.claims.detect import cues
from factcheck.claims.speaker import Attribution, attribution
from factcheck.claims.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a sentence holds.

    Attributes:
        number: It counts, measures, or gives a score.
        name: It names a person, a body or a place.
        attribution: Whom it attributes something to; None where nobody.
        quotes: Words stand in quotation marks.
        past: It says what happened.
        forecast: Its main clause is about the future or about what might be.
        opinion: It values or demands, beside nothing that can be checked.
    """

    number: bool
    date: bool
    name: bool
    attribution: Attribution | None
    quotes: bool
    past: bool
    comparison: bool
    hedge: bool
    forecast: bool
    opinion: bool

    @property
    def reports_speech(self) -> bool:
        return self.quotes or (self.attribution is not None and self.attribution.of_speech)


# A detector asks three times for each sentence of an article; 8,192 of them take about 8 MB.
@lru_cache(maxsize=8192)
def signs_of(text: str) -> Signs:
    """The signs of `text`, one sentence in plain words; any text has some answer."""
    read = words(text)
    number, date = cues.names_number(text), cues.names_date(text)
    return Signs(
        number=number,
        date=date,
        name=cues.names_someone(read),
        attribution=attribution(text),
        quotes=cues.quotes_words(text),
        past=cues.reports_past(read),
        comparison=cues.compares(text),
        hedge=cues.is_hedged(text),
        forecast=cues.is_forecast(read),
        opinion=cues.is_opinion(text, particular=number or date),
    )
