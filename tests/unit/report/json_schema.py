"""As much of JSON Schema 2020-12 as the shipped schemas use; a word that it doesn't know is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "null": lambda value: value is None,
}
KNOWN = {
    "$schema", "title", "description", "type", "const", "enum", "pattern", "minimum", "maximum", "items", "minItems",
    "maxItems", "properties", "required", "additionalProperties",
}  # fmt: skip


def faults(schema: Mapping[str, Any], value: Any, at: str = "row") -> Iterator[str]:
    """What of `value` isn't as `schema` has it, each with its place."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    types = schema.get("type", list(TYPES))
    if not any(TYPES[name](value) for name in ([types] if isinstance(types, str) else types)):
        yield f"{at} is {value!r}, not {types}"
        return
    if value != schema.get("const", value) or value not in schema.get("enum", [value]):
        yield f"{at} is {value!r}, not {schema.get('const', schema.get('enum'))!r}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{at} is {value!r}, not as {schema['pattern']}"
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at} is {value!r}, out of range"
    if isinstance(value, list):
        yield from _in_list(schema, value, at)
    if isinstance(value, dict):
        yield from _in_object(schema, value, at)


def _in_list(schema: Mapping[str, Any], value: list[Any], at: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at} has {len(value)} items"
    for place, each in enumerate(value):
        yield from faults(schema.get("items", {}), each, f"{at}[{place}]")


def _in_object(schema: Mapping[str, Any], value: dict[str, Any], at: str) -> Iterator[str]:
    properties, rest = schema.get("properties", {}), schema.get("additionalProperties", {})
    yield from (f"{at} has no {name}" for name in schema.get("required", []) if name not in value)
    for name, each in value.items():
        if name not in properties and rest is False:
            yield f"{at} has the unknown key {name}"
        else:
            yield from faults(properties.get(name, rest), each, f"{at}.{name}")
