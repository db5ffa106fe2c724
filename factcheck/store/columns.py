"""Column types: how Python values stand in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Dialect, Text, TypeDecorator

from factcheck.store.values import time_of, time_text


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC, kept as `values.time_text` writes it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else time_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else time_of(value)
