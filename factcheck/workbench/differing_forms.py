"""Where two forms of a report differ: each place with what stands in one and in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_SHOWN: Final = 200
_MISSING: Final = "nothing"


@dataclass(frozen=True, slots=True)
class Changed:
    """A place, `.claims[3].status`, with what should stand there and what does."""

    at: str
    was: str
    now: str


def differing(was: Any, now: Any, at: str = "") -> Iterator[Changed]:  # noqa: ANN401  # JSON
    """Every place at which `now` isn't what `was` is."""
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*was, *now]):
            if key not in was or key not in now:
                yield Changed(f"{at}.{key}", _told(was.get(key, _MISSING)), _told(now.get(key, _MISSING)))
            else:
                yield from differing(was[key], now[key], f"{at}.{key}")
    elif isinstance(was, list) and isinstance(now, list):
        if len(was) != len(now):
            yield Changed(at, f"{len(was)} of them", f"{len(now)} of them")
        for number, (one, other) in enumerate(zip(was, now, strict=False)):
            yield from differing(one, other, f"{at}[{number}]")
    elif type(was) is not type(now) or was != now:
        yield Changed(at, _told(was), _told(now))


def _told(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
