"""The form of a noun in JSON is its fields, in their order; this is the one place that turns one into the other.

Two rules beside what msgspec does with dataclasses, enums, dates and times: a place in a text is `[start, end]`, and
of a noun that has one place of its own, `start` and `end` stand among its keys.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, Final, NoReturn, TypeVar

from factcheck.errors import DamageError
from factcheck.language.display import escaped_json

Noun = TypeVar("Noun")

DECIMALS: Final = 4
"""Of ranks and likenesses that commands print, and of all numbers in rows; a report has every digit."""


def form(noun: object) -> Any:  # noqa: ANN401  # JSON
    """A noun, or several of them, as lists, mappings and plain values of JSON."""
    # Imported here: what prints no JSON needn't wait for it.
    import msgspec

    return _published(msgspec.to_builtins(noun, enc_hook=_plain))


def noun_of(kind: type[Noun], value: object, at: str = "") -> Noun:
    """The noun that has this form.

    Args:
        at: Where the form stands in its document, for the message.

    Raises:
        DamageError: If it is none; names the place.
    """
    import msgspec

    try:
        return msgspec.convert(_natural(value), kind)
    except msgspec.ValidationError as error:
        what, _, inner = str(error).partition(" - at `$")
        place = inner.rstrip("`").replace(".span.", ".").removesuffix(".span")
        wrong(f"{at}{place}", what.replace("`span`", "`start` and `end`"))
    except UnicodeError:
        wrong(at, "it holds half of a character")
    except (RecursionError, OverflowError) as error:
        raise DamageError(f"{at}: it is nested too deep, or a number is too large.", hint=_HINT) from error


_HINT: Final = "Ask for the report once more."


def wrong(at: str, what: str) -> NoReturn:
    """Refuse what stands at this place."""
    raise DamageError(f"{at.removeprefix('.') or 'the document'}: {what[:300].rstrip('.')}.", hint=_HINT)


def rounded(value: Any) -> Any:  # noqa: ANN401  # JSON
    """The same form with four decimals in each number that isn't whole."""
    match value:
        case float():
            # Adding nothing turns -0.0 into 0.0.
            return round(value, DECIMALS) + 0.0
        case dict():
            return {key: rounded(each) for key, each in value.items()}
        case list():
            return [rounded(each) for each in value]
    return value


def text_of(document: object, *, indent: int | None = None) -> str:
    """A form as JSON on one line, or indented. It reads back as it was, and holds nothing that a terminal obeys.

    Raises:
        ValueError: If a number is none that JSON has: a fault here is better than a file that no program reads.
    """
    separators = (",", ":") if indent is None else None
    encoded = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return escaped_json(encoded)


def document_of(text: str | bytes) -> Any:  # noqa: ANN401  # JSON
    """What JSON holds, read strictly: no key twice, no number that JSON doesn't have.

    Raises:
        ValueError: If it is none.
    """
    try:
        return json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_float=_finite)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _plain(value: object) -> object:
    """What msgspec doesn't know: mappings that are no dictionaries."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"there is no form for {type(value).__name__}")


def _published(value: Any) -> Any:  # noqa: ANN401  # JSON
    if isinstance(value, list | tuple):
        return [_published(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end"}:
        return [value["start"], value["end"]]
    found: dict[str, Any] = {}
    for key, each in value.items():
        if key == "span" and isinstance(each, dict):
            found |= each
        else:
            found[key] = _published(each)
    return found


def _natural(value: Any) -> Any:  # noqa: ANN401  # JSON
    """The opposite of `_published`: no noun has a list of two whole numbers that is no place."""
    if isinstance(value, list):
        if len(value) == 2 and all(type(each) is int for each in value):
            return {"start": value[0], "end": value[1]}
        return [_natural(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: _natural(each) for key, each in value.items() if key not in ("start", "end")}
    if "start" in value and "end" in value:
        found["span"] = {"start": value["start"], "end": value["end"]}
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key {next(name for name in names if names.count(name) > 1)!r} stands there twice")
    return found


def _finite(text: str) -> float:
    if math.isinf(value := float(text)):
        raise ValueError(f"{text[:40]} is too large a number")
    return value


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
