"""Words that can't both be said of one thing at one time: `open` and `closed`, `rose` and `fell`.

Only pairs that are opposites in nearly every sentence; `old` and `new` are not, for a town has both.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

_PAIRS: Final = """
open opened | closed shut
won | lost
win wins | lose loses
rose risen increased grew climbed | fell fallen decreased declined dropped shrank
rise rises increase increases grow grows | fall falls decrease decreases decline declines drop drops shrink shrinks
raised | lowered cut reduced
raise raises | lower lowers cut cuts reduce reduces
more | fewer less
higher | lower
highest | lowest
largest biggest | smallest
longest | shortest
oldest earliest | youngest newest latest
strongest | weakest
fastest | slowest
best | worst
gained | lost
approved accepted backed | rejected refused vetoed
approve accept | reject refuse veto
allowed legalised legalized permitted | banned forbidden prohibited outlawed
allows permits | bans forbids prohibits
compulsory mandatory obligatory | voluntary optional
legal lawful | illegal unlawful
guilty | innocent
convicted | acquitted
alive survived | dead died
praised welcomed applauded | criticised criticized condemned
praises welcomes | criticises criticizes condemns
arrived | left departed
bought | sold
began started | ended finished stopped
before | after
north northern | south southern
east eastern | west western
primary | secondary
public | private
urban | rural
male | female
men | women
majority | minority
profit | loss
surplus | deficit
import imports imported | export exports exported
buy | sell
hired | dismissed fired sacked
appointed | dismissed sacked
built | demolished
safe | unsafe dangerous
full | empty
present | absent
positive | negative
free | imprisoned jailed
married | divorced unmarried
signed | unsigned
true | false
doubled tripled | halved
"""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _PAIRS.strip().splitlines():
        one, other = (side.split() for side in line.split("|"))
        for word in one:
            found[word].update(other)
        for word in other:
            found[word].update(one)
    return {word: frozenset(others) for word, others in found.items()}


_OPPOSITES: Final = _table()


def opposite_of(word: str) -> frozenset[str]:
    """The words, in lower case, that say the opposite of `word`; none for most."""
    return _OPPOSITES.get(word.lower(), frozenset())
