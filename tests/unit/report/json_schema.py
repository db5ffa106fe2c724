"""What of a value isn't as a JSON Schema has it, as the jsonschema library says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator


def faults(schema: Mapping[str, Any], value: Any) -> Iterator[str]:
    """Each fault with its place."""
    Draft202012Validator.check_schema(schema)
    for error in Draft202012Validator(schema).iter_errors(value):
        yield f"{error.json_path}: {error.message}"
