"""Words that can't both be said of one thing at one time: `open` and `closed`, `rose` and `fell`.

Only pairs that are opposites in nearly every sentence; `old` and `new` are not, for a town has both. Collected by hand.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from factcheck.language.stems import stem

_PAIRS: Final = """
open | close shut; win | lose; rise increase grow climb | fall decrease decline drop shrink; raise | lower cut reduce;
more | fewer less; higher | lower; highest most | lowest least; largest biggest | smallest; longest tallest | shortest;
oldest earliest | youngest newest latest; strongest | weakest; fastest | slowest; best | worst; widest | narrowest;
deepest | shallowest; heaviest | lightest; hottest warmest | coldest; easiest | hardest; nearest | farthest;
richest | poorest; gain | lose; approve accept back | reject refuse veto; allow permit legalise legalize | ban forbid
prohibit outlaw; compulsory mandatory obligatory | voluntary optional; legal lawful | illegal unlawful;
guilty | innocent; convict | acquit; alive survive | dead die; praise welcome applaud | criticise criticize condemn;
arrive | leave depart; buy | sell; begin start | end finish stop; before | after; north northern | south southern;
east eastern | west western; primary | secondary; public | private; urban | rural; male | female; man | woman;
majority | minority; profit | loss; surplus | deficit; import | export; hire appoint | dismiss fire sack;
build | demolish; safe | unsafe dangerous; full | empty; present | absent; positive | negative;
free | imprison jail; married | divorced unmarried; signed | unsigned; true | false; double triple | halve
"""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _PAIRS.split(";"):
        one, other = ({stem(word) for word in side.split()} for side in pair.split("|"))
        for word in one:
            found[word] |= other
        for word in other:
            found[word] |= one
    return {word: frozenset(others) for word, others in found.items()}


_OPPOSITES: Final = _table()


def opposites_of(word: str) -> frozenset[str]:
    """The stems that say the opposite of what has the stem `word`; none for most."""
    return _OPPOSITES.get(word, frozenset())
