"""What a date says as it is written."""

from __future__ import annotations

from factcheck.domain.spans import Span
from factcheck.language.times.date_mentions import DateMention


def test_a_mention_says_no_more_than_what_it_is_given() -> None:
    mention = DateMention(span=Span(0, 4))
    assert (mention.start, mention.end, mention.year, mention.month, mention.day) == (None,) * 5
    assert (mention.relative, mention.ambiguous, mention.readings, mention.part, mention.season) == (
        None,
        False,
        (),
        "",
        "",
    )
