"""How fast this machine scores: by its last run with the same models, or else by a multiplication that is timed.

The last runs are kept in a small file of the user's, for that is what a later run goes like most.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from factcheck.files import regular_bytes, replacing
from factcheck.settings import Settings
from factcheck.workbench.crew import ONE_THREAD

_CLAIMS_OF_ARTICLE: Final = 13
"""Of one of ten sentences, as `benchmarks.score_speed` makes them."""
_STEPS_OF_TOKEN: Final = 2 * 6 * (4 * 384**2 + 2 * 384 * 1536)
"""Multiplications and additions of a network of six layers with 384 places, which both models are."""
_TOKENS: Final = 50
"""Of a claim with a passage."""
_MORE_PAIRS: Final = 3
"""Beside the passages of a claim: what counter-queries find, and what is embedded."""
_TIMED: Final = """
import time, numpy
texts, weights = numpy.ones((512, 384), numpy.float32), numpy.ones((384, 1536), numpy.float32)
best = 1e9
for _ in range(20):
    began = time.perf_counter()
    texts @ weights
    best = min(best, time.perf_counter() - began)
print(2 * 512 * 384 * 1536 / best)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Seconds of one process on one core.

    Attributes:
        loading: To load the models; None where that isn't known.
        article: For an article.
        claim: For a ready claim.
        claims: How many the run had that this was measured in; 0 for none.
    """

    loading: float | None
    article: float
    claim: float
    claims: int = 0


def speed_of(seconds: float, *, processes: int, articles: int, claims: int) -> Speed | None:
    """What a run says of the next one; None where it scored nothing.

    Args:
        seconds: Of the clock, for the scoring alone.
        processes: That had something to do.
        articles: Among its inputs.
        claims: In articles and ready ones.
    """
    if not claims or seconds <= 0:
        return None
    claim = seconds * processes / claims
    article = seconds * processes / articles if articles else _CLAIMS_OF_ARTICLE * claim
    return Speed(loading=None, article=article, claim=claim, claims=claims)


def keep(speed: Speed, settings: Settings, folder: Path) -> None:
    """Remember it for these models; where nothing can be written, nothing is remembered."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        kept = _kept(folder) | {_key(settings): asdict(speed)}
        with replacing(_file(folder)) as file:
            file.write(json.dumps(kept, indent=1).encode() + b"\n")


def kept(settings: Settings, folder: Path) -> Speed | None:
    """That of the last run with these models."""
    found = _kept(folder).get(_key(settings))
    if not isinstance(found, dict):
        return None
    with suppress(TypeError, ValueError):
        speed = Speed(**found)
        if min(speed.loading or 0, speed.article, speed.claim, speed.claims) >= 0:
            return speed
    return None


def measured(settings: Settings) -> Speed | None:
    """By what the models multiply, and how fast this machine does that now; None where that can't be measured."""
    done = subprocess.run(
        [sys.executable, "-c", _TIMED],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **ONE_THREAD},
    )
    try:
        a_second = float(done.stdout)
    except ValueError:
        return None
    claim = (settings.top_k + _MORE_PAIRS) * _TOKENS * _STEPS_OF_TOKEN / a_second
    return Speed(loading=None, article=_CLAIMS_OF_ARTICLE * claim, claim=claim)


def _file(folder: Path) -> Path:
    return folder / "score-speed.json"


def _kept(folder: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(regular_bytes(_file(folder)))
        if isinstance(found, dict):
            return found
    return {}


def _key(settings: Settings) -> str:
    return f"{settings.parser} {settings.encoder} {settings.stance_model} {settings.precision} {settings.top_k}"
