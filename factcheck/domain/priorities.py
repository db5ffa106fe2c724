"""What a desk wants to check first: its own rules beside a claim's check-worthiness.

As written in factcheck.toml; every part may be left out, and every weight is from -1 to 1::

    [priorities.topics.health]
    words = ["vaccine", "hospital", "waiting list"]
    weight = 0.2

    [priorities.kinds]
    statistic = 0.1

    [priorities.speakers]
    "Ana Ruiz" = 0.3

    [priorities.recency]
    days = 7
    weight = 0.1
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.domain.claims import ClaimKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that a desk follows, or leaves to others.

    Attributes:
        words: Words or phrases, any of which makes a claim one of this topic, as whole words, in either case.
        weight: How far such a claim's score is moved, in [-1, 1].
    """

    words: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recency:
    """Claims of articles published at most `days` days ago are moved by `weight`, in [-1, 1]."""

    days: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Priorities:
    """A desk's rules; none unless it sets some.

    Attributes:
        topics: By the name that the desk gives them.
        kinds: How far claims of a kind are moved, in [-1, 1].
        speakers: How far the claims of a speaker are moved, in [-1, 1], by name.
    """

    topics: Mapping[str, Topic] = field(default_factory=dict)
    kinds: Mapping[ClaimKind, float] = field(default_factory=dict)
    speakers: Mapping[str, float] = field(default_factory=dict)
    recency: Recency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A claim's place in the order of a desk.

    Attributes:
        score: In [0, 1]: the claim's check-worthiness, moved by the rules that fit it.
        reasons: Each rule that moved it and by how much, in the order topics, kinds, speakers, recency.
    """

    score: float
    reasons: tuple[str, ...]
