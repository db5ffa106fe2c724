"""Pairs that are made where the sets are thin, from the training pairs alone: nothing of a development file enters.

A detail that claim and evidence share is changed in the claim, in the evidence, and in both. Claims then stand with
two labels and passages too, so that neither tells the label by itself (after Schuster et al. 2019, who built
FeverSymmetric by hand in this way).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from factcheck import wiring
from factcheck.domain.stances import Comparison
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.verdict.details.details import details_of_each
from factcheck.verdict.differences.comparing import differences
from training.stance.changing import Change, Pool, date_change, denied, name_change, names_in, number_change
from training.stance.data import LABELS, Pair

_T = TypeVar("_T")
SUPPORTED, REFUTED, NEI = range(len(LABELS))
SEED: Final = 2024
_LONGEST: Final = 700
"""Characters of a passage that is put together from several."""
_NEAR: Final = 20
"""Passages that are looked at for each claim, the nearest first."""
_NEAR_SIMILAR: Final = 0.4
_DECIDES: Final = (Comparison.AGREES, Comparison.DIFFERS)
_SIMILAR: Final = 0.5
"""A wrong passage shares at most this much of the claim's longer words: with more it might be a right one."""

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32]]
"""Texts to unit vectors, shape (n, d)."""


def made_pairs(pairs: Sequence[Pair], encode: Encode) -> dict[str, list[Pair]]:
    """The made pairs by their kind, the same on every run; `encode` finds passages that are near a claim."""
    chance = random.Random(SEED)
    backed = [pair for pair in pairs if pair.label == SUPPORTED]
    pool = pool_of(pairs)
    return {
        "number": [each for pair in backed for each in _changed(pair, number_change, chance)],
        "date": [each for pair in backed for each in _changed(pair, date_change, chance)],
        "name": [
            each
            for pair in _some(backed, 9_000, chance)
            for each in _changed(pair, lambda a, b, c: name_change(a, b, pool, c), chance)
        ],
        "negation": [
            each
            for label, opposite in ((SUPPORTED, REFUTED), (REFUTED, SUPPORTED))
            for pair in _some([pair for pair in pairs if pair.label == label], 5_000, chance)
            for each in _denied(pair, opposite)
        ],
        "said itself": list(_said_itself(pairs, chance)),
        "wrong passage": list(_wrong_passages(pairs, chance)),
        "surrounded": list(_surrounded(pairs, chance)),
        "near passage": list(near_passages(pairs, encode, wiring.parses(Settings()), chance)),
    }


Changing = Callable[[str, str, random.Random], Change | None]


def _changed(pair: Pair, change_of: Changing, chance: random.Random) -> list[Pair]:
    change = change_of(pair.claim, pair.evidence, chance)
    if change is None:
        return []
    claim, evidence = change.of(pair.claim), change.of(pair.evidence)
    if claim == pair.claim or evidence == pair.evidence or change.new in pair.evidence:
        return []
    # Who the claim is about begins it: of somebody else the evidence says nothing.
    differs = NEI if change.kind == "name" and change.at_start else REFUTED
    made = [
        Pair(claim, pair.evidence, differs, f"made: {change.kind}"),
        Pair(claim, evidence, SUPPORTED, f"made: {change.kind}"),
        Pair(pair.claim, evidence, differs, f"made: {change.kind}"),
    ]
    return [made[0], chance.choice(made[1:])]


def _denied(pair: Pair, label: int) -> Iterator[Pair]:
    claim = denied(pair.claim)
    if claim is not None:
        yield Pair(claim, pair.evidence, label, "made: negation")


def _said_itself(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    """A claim in a passage that says it, or says that it is not so; whatever the claim's label elsewhere."""
    passages = [pair.evidence for pair in pairs if len(pair.evidence) < 250]
    for pair in _some([each for each in pairs if each.label == REFUTED], 3_000, chance):
        yield Pair(pair.claim, _among(pair.claim, [chance.choice(passages)], chance), SUPPORTED, "made: said itself")
    for pair in _some(pairs, 3_000, chance):
        claim = denied(pair.claim)
        if claim is None:
            continue
        around = [chance.choice(passages)] if chance.random() < 0.5 else []
        said, evidence, label = chance.choice(
            [(pair.claim, claim, REFUTED), (claim, pair.claim, REFUTED), (claim, claim, SUPPORTED)]
        )
        yield Pair(said, _among(evidence, around, chance), label, "made: said itself")


def _wrong_passages(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    """Claims with a passage that shares words with them and is about something else."""
    passages = list(dict.fromkeys(pair.evidence for pair in pairs if 40 < len(pair.evidence) < 400))
    holding: dict[str, list[int]] = defaultdict(list)
    words = [_words(each) for each in passages]
    for place, each in enumerate(words):
        for word in each:
            holding[word].append(place)
    for pair in _some([each for each in pairs if not each.source.startswith("nli")], 7_000, chance):
        own = _words(pair.claim)
        rare = sorted(own, key=lambda word: (len(holding.get(word, ())), word))
        near = [place for word in rare[:4] for place in holding.get(word, ())[:40]]
        chance.shuffle(near)
        for place in near[:12]:
            shared = len(own & words[place]) / max(1, len(own))
            if passages[place] != pair.evidence and shared <= _SIMILAR and not own & words[place] >= _words(pair.claim):
                yield Pair(pair.claim, passages[place], NEI, "made: wrong passage")
                break


def _is_decided(claim: str, passage: str, parses: Parses) -> bool:
    details = details_of_each((claim, passage), parses)
    return any(each.comparison in _DECIDES for each in differences(details[claim], details[passage]))


def near_passages(pairs: Sequence[Pair], encode: Encode, parses: Parses, chance: random.Random) -> Iterator[Pair]:
    """Claims with the passages of others that stand nearest: one, or some together. They speak of the same and don't
    decide, as most of what a search finds; where a number or date of theirs can be compared, they might."""
    about = [pair for pair in pairs if not pair.source.startswith(("nli", "snli"))]
    passages = list(dict.fromkeys(pair.evidence for pair in about if 40 < len(pair.evidence) < 400))
    words = [_words(each) for each in passages]
    own: dict[str, set[str]] = defaultdict(set)
    for pair in about:
        own[pair.claim].add(pair.evidence)
    claims = _some(own, 6_000, chance)
    stored = encode(passages)
    for claim, vector in zip(claims, encode(claims), strict=True):
        asked = _words(claim)
        near = [
            passages[place]
            for place in np.argsort(-(stored @ vector), kind="stable")[:_NEAR].tolist()
            if passages[place] not in own[claim]
            and len(asked & words[place]) <= _NEAR_SIMILAR * len(asked)
            and not any(
                each.comparison in _DECIDES
                for each in differences(*details_of_each((claim, passages[place]), parses).values())
            )
        ]
        if near:
            first, *others = near
            around = chance.sample(others, min(len(others), chance.choice((0, 0, 1, 2))))
            yield Pair(claim, _among(first, around, chance), NEI, "made: near passage")


def _surrounded(pairs: Sequence[Pair], chance: random.Random) -> Iterator[Pair]:
    """Pairs whose evidence stands somewhere in a longer passage."""
    passages = [pair.evidence for pair in pairs if 40 < len(pair.evidence) < 250]
    for pair in _some([each for each in pairs if len(each.evidence) < 300], 8_000, chance):
        around = [chance.choice(passages) for _ in range(chance.randint(1, 3))]
        yield Pair(pair.claim, _among(pair.evidence, around, chance), pair.label, "made: surrounded")


def _among(text: str, around: Sequence[str], chance: random.Random) -> str:
    """`text` at any place among the others, as one passage."""
    parts = list(around)
    place = chance.randint(0, len(parts))
    while parts and sum(map(len, parts)) + len(text) > _LONGEST:
        parts.pop()
        place = min(place, len(parts))
    return " ".join(part if part.rstrip().endswith((".", "!", "?")) else f"{part.rstrip()}." for part in
                    [*parts[:place], text, *parts[place:]])  # fmt: skip


def pool_of(pairs: Sequence[Pair]) -> Pool:
    """The names in `pairs`, for `name_change`."""
    found: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for pair in pairs:
        for text in (pair.claim, pair.evidence):
            for name, before, _ in names_in(text):
                found[before, len(name.split())][name] = None
    return {key: list(names) for key, names in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in "".join(c if c.isalnum() else " " for c in text.lower()).split() if len(word) > 3)


def _some(each: Iterable[_T], most: int, chance: random.Random) -> list[_T]:
    found = list(each)
    return found if len(found) <= most else chance.sample(found, most)
