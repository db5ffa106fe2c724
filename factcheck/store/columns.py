"""Column types: how Python values stand in the database."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Dialect, Text, TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO 8601 text to the microsecond so that it sorts and reads the same everywhere."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)
