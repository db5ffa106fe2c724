"""The tables of factcheck.toml: what a desk wants checked first, who it is, and the scale that it rates with.

`factcheck.domain.priorities` and `factcheck.domain.organisation` show what becomes of them.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.domain.addresses import is_web_address
from factcheck.domain.claims import ClaimKind
from factcheck.domain.organisation import Organisation, Rating
from factcheck.domain.priorities import Priorities, Recency, Topic
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError

FILE_NAME: Final = "factcheck.toml"

PRIORITIES: Final = "priorities"
ORGANISATION: Final = "organisation"
RATINGS: Final = "ratings"
TABLES: Final = (PRIORITIES, ORGANISATION, RATINGS)
"""The keys of the file that hold tables."""

_RATING: Final = (
    'Write: [[ratings]], and below it name = "Mostly false", status = "refuted" and, if it has one, value = 2'
)


def read_tables(tables: Mapping[str, object]) -> tuple[dict[str, object], list[str]]:
    """The values of the settings that the tables make, by field; and each rule, key and rating that was set, with its
    tables.

    Raises:
        UsageError: If a table holds an unknown key or a value of the wrong form.
    """
    values: dict[str, object] = {}
    named: list[str] = []
    if PRIORITIES in tables:
        values[PRIORITIES] = priorities = _priorities(tables[PRIORITIES])
        named += _rules(priorities)
    if ORGANISATION in tables or RATINGS in tables:
        parts = _organisation(tables.get(ORGANISATION, {}))
        ratings = _ratings(tables.get(RATINGS, []))
        values[ORGANISATION] = Organisation(**parts, ratings=ratings)
        named += [f"{ORGANISATION}.{key}" for key in parts]
        named += [f"{RATINGS}.{rating.name}" for rating in ratings]
    return values, named


def check_known(values: Iterable[str], keys: tuple[str, ...], *, where: str) -> None:
    """Refuse a key that isn't one of `keys`, and name the one that was probably meant."""
    for key in values:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1)
            meant = f"Did you mean {near[0]!r}? " if near else ""
            raise UsageError(f"{where} holds the unknown key {key!r}.", hint=f"{meant}The keys are: {', '.join(keys)}.")


def _organisation(value: object) -> dict[str, str]:
    parts = _table(value, ORGANISATION, keys=("name", "url", "review_url"))
    return {key: _organisation_part(key, each) for key, each in parts.items()}


def _organisation_part(key: str, value: object) -> str:
    where = f"{ORGANISATION}.{key}"
    if key == "name":
        return _name(value, where, hint='Write: name = "Example Desk"')
    if key == "url":
        if not isinstance(value, str) or not is_web_address(value):
            raise _not(where, "a web address", value, hint='Write: url = "https://example.org"')
        return value
    if not isinstance(value, str) or not is_web_address(Organisation(review_url=value).review_address("a", "c")):
        raise _not(
            where,
            "a web address in which {article} and {claim} may stand for their ids",
            value,
            hint='Write: review_url = "https://example.org/checks/{article}#{claim}"',
        )
    return value


def _ratings(value: object) -> tuple[Rating, ...]:
    if not isinstance(value, list):
        raise _not(RATINGS, "a list of tables", value, hint=_RATING)
    ratings = tuple(_rating(each, f"{RATINGS}, number {number},") for number, each in enumerate(value, 1))
    for name in (each.name for each in ratings):
        if sum(each.name.casefold() == name.casefold() for each in ratings) > 1:
            raise UsageError(
                f"{RATINGS} in {FILE_NAME} has {name!r} twice.",
                hint="Each rating stands for one status: give each a name of its own.",
            )
    return ratings


def _rating(value: object, where: str) -> Rating:
    parts = _table(value, where, keys=("name", "status", "value"))
    missing = [key for key in ("name", "status") if key not in parts]
    if missing:
        raise UsageError(f"{where} in {FILE_NAME} has no {' and no '.join(missing)}.", hint=_RATING)
    status, place = parts["status"], parts.get("value")
    decisions = [each.value for each in Status if each.is_decision]
    if status not in decisions:
        raise _not(f"{where} status", f"one of {', '.join(decisions)}", status, hint=_RATING)
    if place is not None and (isinstance(place, bool) or not isinstance(place, int) or place < 1):
        raise _not(f"{where} value", "a whole number from 1, the worst, upwards", place, hint=_RATING)
    return Rating(name=_name(parts["name"], f"{where} name", hint=_RATING), status=Status(str(status)), value=place)


def _name(value: object, where: str, *, hint: str) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise _not(where, "a text on one line", value, hint=hint)
    return " ".join(value.split())


def _priorities(value: object) -> Priorities:
    parts = _table(value, PRIORITIES, keys=("topics", "kinds", "speakers", "recency"))
    kinds = _weights(parts.get("kinds", {}), "kinds", keys=tuple(kind.value for kind in ClaimKind if kind.is_claim))
    return Priorities(
        topics={name: _topic(name, each) for name, each in _table(parts.get("topics", {}), "topics").items()},
        kinds={ClaimKind(name): weight for name, weight in kinds.items()},
        speakers=_weights(parts.get("speakers", {}), "speakers"),
        recency=_recency(parts["recency"]) if "recency" in parts else None,
    )


def _topic(name: str, value: object) -> Topic:
    where = f"topics.{name}"
    parts = _table(value, where, keys=("words", "weight"), needed=True)
    words = parts["words"]
    # A word without a letter or digit would never be found.
    if not isinstance(words, list) or not words or not all(isinstance(w, str) and re.search(r"\w", w) for w in words):
        raise _not(f"{where}.words", "a list of words", words, hint='Write: words = ["vaccine", "waiting list"]')
    return Topic(words=tuple(words), weight=_weight(parts["weight"], f"{where}.weight"))


def _recency(value: object) -> Recency:
    parts = _table(value, "recency", keys=("days", "weight"), needed=True)
    days = parts["days"]
    if isinstance(days, bool) or not isinstance(days, int | float) or not days > 0 or math.isinf(days):
        raise _not("recency.days", "a number above 0", days, hint="Write: days = 7")
    return Recency(days=days, weight=_weight(parts["weight"], "recency.weight"))


def _weights(value: object, where: str, *, keys: tuple[str, ...] = ()) -> dict[str, float]:
    return {name: _weight(each, f"{where}.{name}") for name, each in _table(value, where, keys=keys).items()}


def _weight(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1 <= value <= 1:
        raise _not(where, "a number from -1 to 1", value, hint="0.2 moves a claim up by a fifth of the scale.")
    return float(value)


def _table(value: object, where: str, *, keys: tuple[str, ...] = (), needed: bool = False) -> dict[str, object]:
    """`value`, if it is a table with no other keys than `keys`, where there are any, and all of them if `needed`."""
    hint = f"Its keys are: {', '.join(keys)}." if keys else "Write a name, =, and a value on each line."
    if not isinstance(value, dict):
        raise _not(where, "a table", value, hint=hint)
    if keys:
        check_known(value, keys, where=f"{FILE_NAME}, at {where},")
    missing = [key for key in keys if key not in value] if needed else []
    if missing:
        raise UsageError(f"{where} in {FILE_NAME} has no {' and no '.join(missing)}.", hint=hint)
    return value


def _not(where: str, expected: str, value: object, *, hint: str) -> UsageError:
    return UsageError(f"{where} must be {expected}, but {FILE_NAME} has {value!r}.", hint=hint)


def _rules(priorities: Priorities) -> list[str]:
    """Each rule that is set, with its tables."""
    parts = {
        "topics": list(priorities.topics),
        "kinds": [kind.value for kind in priorities.kinds],
        "speakers": list(priorities.speakers),
    }
    rules = [f"{PRIORITIES}.{part}.{name}" for part, names in parts.items() for name in names]
    return [*rules, f"{PRIORITIES}.recency"] if priorities.recency else rules
