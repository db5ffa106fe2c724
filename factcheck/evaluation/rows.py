"""Labelled rows, one JSON object a line, plain or gzipped: read as a stream, and a wrong one named by its line."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from factcheck.errors import InputError

Parsed = TypeVar("Parsed")

_GZIP: Final = b"\x1f\x8b"
_LONGEST_LINE: Final = 16_000_000
"""Bytes. A longer line is no row of anything, and a file that unpacks without end must not fill the memory."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_GO_ON: Final = "The rows before it are of the right form; fix or remove this one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One JSON object of a file; each accessor refuses what has another form and names file, line and key.

    Attributes:
        path: The file, as it was given.
        line: Counted from 1, blank lines too.
        values: What the object holds.
        inside: The keys that lead to this object, where it stands in another one: `propositions[2]`.
    """

    path: str
    line: int
    values: Mapping[str, object]
    inside: str = ""

    def wrong(self, why: str) -> InputError:
        """What is raised for this row."""
        where = f" {self.inside}:" if self.inside else ""
        return InputError(f"{self.path}, line {self.line}:{where} {why}.", hint=_GO_ON)

    def has(self, key: str) -> bool:
        return self.values.get(key) is not None

    def text(self, key: str) -> str:
        """A text with something visible in it."""
        return self._visible(self._value(key), f'"{key}"')

    def optional_text(self, key: str) -> str | None:
        """A text, or None where the key is missing or null."""
        return self.text(key) if self.has(key) else None

    def any_text(self, key: str) -> str:
        """A text, which may be empty."""
        value = self._value(key)
        if not isinstance(value, str):
            raise self.wrong(f'"{key}" is {_shown(value)}, not a text')
        return self._sound(value, f'"{key}"')

    def one_of(self, key: str, words: Sequence[str]) -> str:
        """One of these words."""
        value = self._value(key)
        if not isinstance(value, str) or value not in words:
            raise self.wrong(f'"{key}" is {_shown(value)}, not one of {", ".join(words)}')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each with something visible in it; the list may be empty."""
        return tuple(self._visible(each, f'"{key}"[{place}]') for place, each in enumerate(self._list(key)))

    def flag(self, key: str) -> bool:
        """True or false; 1 and 0 are taken for them."""
        return self._flag(self._value(key), f'"{key}"')

    def flags(self, key: str) -> tuple[bool, ...]:
        """A list of true and false; 1 and 0 are taken for them."""
        return tuple(self._flag(each, f'"{key}"[{place}]') for place, each in enumerate(self._list(key)))

    def number(self, key: str) -> int:
        """A whole number of at least 0."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(f'"{key}" is {_shown(value)}, not a whole number from 0 on')
        return value

    def label(self, key: str) -> bool:
        """1 or 0; true and false are no labels."""
        value = self._value(key)
        if isinstance(value, bool):
            raise self.wrong(f'"{key}" is {_shown(value)}, not 0 or 1')
        return self._flag(value, f'"{key}"')

    def name(self, *keys: str) -> str:
        """The first of `keys` that is there, a text or a number, as a text; the line where none is."""
        for key in keys:
            value = self.values.get(key)
            if isinstance(value, int | str) and not isinstance(value, bool) and value != "":
                return self._sound(str(value), f'"{key}"')
        return f"line {self.line}"

    def rows(self, key: str) -> list[Row]:
        """A list of objects, each a row of its own; empty where the key is missing."""
        if not self.has(key):
            return []
        inner = []
        for place, each in enumerate(self._list(key)):
            if not isinstance(each, dict):
                raise self.wrong(f'"{key}"[{place}] is not an object')
            inner.append(Row(path=self.path, line=self.line, values=each, inside=f"{key}[{place}]"))
        return inner

    def _value(self, key: str) -> object:
        if key not in self.values:
            raise self.wrong(f'there is no "{key}"')
        return self.values[key]

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if not isinstance(value, list):
            raise self.wrong(f'"{key}" is {_shown(value)}, not a list')
        return value

    def _flag(self, value: object, what: str) -> bool:
        if not isinstance(value, int) or value not in (0, 1):
            raise self.wrong(f"{what} is {_shown(value)}, not 0 or 1")
        return value == 1

    def _visible(self, value: object, what: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{what} is {_shown(value)}, not a text with something in it")
        return self._sound(value, what)

    def _sound(self, value: str, what: str) -> str:
        if _SURROGATE.search(value):
            raise self.wrong(f"{what} holds half of a surrogate pair, which is no character")
        return value


def read_all(path: Path, parse: Callable[[Row], Parsed], *, limit: int | None = None) -> list[Parsed]:
    """Every row of a file, or the first `limit`, as `parse` reads it.

    Raises:
        InputError: As `read_rows` and `parse` do, and where the file holds no row.
    """
    parsed = [parse(row) for row in read_rows(path, limit=limit)]
    if not parsed:
        raise InputError(f"{path} holds no rows.", hint="One JSON object stands on each line, plain or gzipped.")
    return parsed


def read_rows(path: Path, *, limit: int | None = None) -> Iterator[Row]:
    """The rows of a file in their order, at most `limit`; blank lines are passed over. Never holds more than one line.

    Raises:
        InputError: Where the file can't be read, or a line is no JSON object; it names the line.
    """
    given = 0
    for number, line in _lines(path):
        if limit is not None and given >= limit:
            return
        text = _decoded(path, number, line)
        if text.strip():
            given += 1
            yield Row(path=str(path), line=number, values=_object(path, number, text))


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    number = 0
    try:
        with path.open("rb") as raw, _unpacked(raw) as file:
            while line := file.readline(_LONGEST_LINE + 1):
                number += 1
                if len(line) > _LONGEST_LINE:
                    raise _wrong(path, number, f"is longer than {_LONGEST_LINE // 1_000_000} MB")
                yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(
            f"{path} is damaged after line {number}: {error}.", hint="Unpack it with gzip -t to see where it ends."
        ) from error
    except OSError as error:
        raise InputError(
            f"{path} can't be read: {error.strerror or error}.", hint="Give a file of JSON lines, plain or gzipped."
        ) from error


def _unpacked(raw: io.BufferedReader) -> BinaryIO:
    # The content says whether it is packed: a name may have lost its ending.
    return gzip.GzipFile(fileobj=raw) if raw.peek(2)[:2] == _GZIP else raw  # type: ignore[return-value]


def _decoded(path: Path, number: int, line: bytes) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise _wrong(path, number, f"is not UTF-8 at its byte {error.start}") from error


def _object(path: Path, number: int, text: str) -> Mapping[str, object]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise _wrong(path, number, f"is not JSON: {error.msg} at character {error.pos + 1}") from error
    except (RecursionError, ValueError) as error:  # nested without end; a number of thousands of digits
        raise _wrong(
            path, number, "is not JSON that can be read: it is nested too deeply or a number is too long"
        ) from (error)
    if not isinstance(value, dict):
        raise _wrong(path, number, f"is {_shown(value)}, not a JSON object")
    return value


def _wrong(path: Path, number: int, why: str) -> InputError:
    return InputError(f"{path}, line {number} {why}.", hint="One JSON object stands on each line, plain or gzipped.")


def _shown(value: object) -> str:
    """A value short enough for a message."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    shown = json.dumps(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
