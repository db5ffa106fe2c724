"""Of which kind a claim is, by rules.

In this order, the first that fits:

1. *quotation*: words in quotation marks, reported speech, or "according to". Whether it was said can be checked, also
   where what was said is a forecast or an opinion.
2. *prediction*: the main clause is about the future or about what might be.
3. *opinion*: it values or demands.
4. *statistic*: it counts or measures.
5. *statement*: everything else, and whatever is in doubt, because predictions and opinions are listed as not checkable.
"""

from __future__ import annotations

from factcheck.claims.signs import signs_of
from factcheck.domain.claims import ClaimKind


def kind_of(text: str) -> ClaimKind:
    """The kind of the claim `text`, one sentence in plain words; any text has one."""
    signs = signs_of(text)
    if signs.reports_speech:
        return ClaimKind.QUOTATION
    if signs.forecast:
        return ClaimKind.PREDICTION
    if signs.opinion:
        return ClaimKind.OPINION
    return ClaimKind.STATISTIC if signs.number else ClaimKind.STATEMENT
