"""Python's values as they stand in columns, for the queries that are sent to SQLite as SQL.

The columns of `schema.py` write these forms, and the repositories' tests read back what was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any


def listed(values: Iterable[object]) -> str:
    """Values for `IN (SELECT value FROM json_each(:name))`, which takes any number of them."""
    return json.dumps(list(dict.fromkeys(values)))


def json_of(stored: str | None) -> Any:  # noqa: ANN401  # whatever was stored
    """None where there is nothing. Raises ValueError or TypeError where the column holds no JSON."""
    return None if stored is None else json.loads(stored)


def date_of(stored: str | None) -> date | None:
    """None where there is nothing. Raises ValueError or TypeError where the column holds no date."""
    return None if stored is None else date.fromisoformat(stored)


def time_of(stored: str) -> datetime:
    """Raises ValueError or TypeError where the column holds no time."""
    return datetime.fromisoformat(stored)


def time_text(moment: datetime) -> str:
    """ISO 8601 in UTC to the microsecond, so that it sorts and reads the same everywhere."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
