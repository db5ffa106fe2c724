"""The `---` block in which a text or Markdown file says what it is.

Read by hand and line by line: YAML would turn `no` into false and dates into objects, and has ways to hang.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from factcheck.domain.documents import DocumentKind
from factcheck.domain.sources import SourceFacts
from factcheck.domain.spans import Span
from factcheck.errors import InputError
from factcheck.language.display import one_line

_FENCE: Final = "---"
_LONGEST_BLOCK: Final = 20
"""Lines. Between two rules that stand further apart, a line like `Author: ...` may be a part of the text."""

_PAIR: Final = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_YES_OR_NO: Final = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class _NumberedLine:
    number: int
    text: str
    end: int


def parse(text: str) -> tuple[SourceFacts, Span | None]:
    """Read the front matter of `text`, if it begins with one.

    The keys are those of `KEYS`, in any case, with hyphens or underscores. A value may stand in quotes; an empty one
    says nothing. Blank lines and lines that begin with `#` are passed over. A `---` block without one `key: value`
    line is no front matter but a rule of Markdown, and so is a `---` that no line of it follows.

    Returns:
        What it says, and its place from the first `---` to the last; `(SourceFacts(), None)` where there is none.

    Raises:
        InputError: With the number of the line: for an unknown key, a key given twice, a value that can't be, a line
            that is no `key: value`, and a block that is never closed. Without one, where nothing stands below it.
    """
    if not text.startswith(_FENCE):
        return SourceFacts(), None
    inside, closed_at = _inside(text)
    if not _is_front_matter(inside, closed=closed_at is not None):
        return SourceFacts(), None
    if closed_at is None:
        raise InputError(
            "Line 1 opens front matter with `---`, and no later line closes it.",
            hint="Put `---` alone on the line below it.",
        )
    values: dict[str, object] = {}
    seen: dict[str, int] = {}
    for line in inside:
        if line.text and not line.text.startswith("#"):
            _take(line, values, seen)
    if not text[closed_at:].strip():
        raise InputError("It holds nothing below its front matter.", hint="Write the text below the second `---`.")
    return SourceFacts(**values), Span(0, closed_at)  # type: ignore[arg-type]  # each reader gives its key's type


def _inside(text: str) -> tuple[list[_NumberedLine], int | None]:
    """The lines between the fences, and where the second ends; without a second one, all lines and None."""
    inside: list[_NumberedLine] = []
    place = 0
    for number, raw in enumerate(text.splitlines(keepends=True), start=1):
        place += len(raw)
        line = _NumberedLine(number, raw.strip(), place - len(raw) + len(raw.rstrip()))
        if number == 1 and line.text != _FENCE:
            return [], None
        if number > 1 and raw.rstrip() == _FENCE:
            return inside, line.end
        if number > 1:
            inside.append(line)
    return inside, None


def _is_front_matter(inside: list[_NumberedLine], *, closed: bool) -> bool:
    said = [line.text for line in inside if line.text and not line.text.startswith("#")]
    if not said:
        return False
    # Without an end, only a key that we know tells front matter from a rule and a text below it.
    if not closed:
        return _key_of(said[0]) in KEYS
    if _key_of(said[0]) is not None:
        return True
    return len(said) <= _LONGEST_BLOCK and any(_key_of(line) in KEYS for line in said)


def _key_of(line: str) -> str | None:
    pair = _PAIR.match(line)
    return pair[1].lower().replace("_", "-") if pair else None


def _take(line: _NumberedLine, values: dict[str, object], seen: dict[str, int]) -> None:
    pair = _PAIR.match(line.text)
    key = _key_of(line.text)
    if pair is None or key is None:
        raise InputError(
            f"Line {line.number} of the front matter is no `key: value`: {_shown(line.text)}.",
            hint=f"The keys are: {', '.join(KEYS)}.",
        )
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        meant = f"Did you mean {near[0]!r}? " if near else ""
        raise InputError(
            f"Line {line.number} of the front matter has the unknown key {_shown(pair[1])}.",
            hint=f"{meant}The keys are: {', '.join(KEYS)}.",
        )
    if key in seen:
        raise InputError(
            f"Line {line.number} of the front matter gives {key!r} again, after line {seen[key]}.",
            hint="Keep one of them.",
        )
    seen[key] = line.number
    value = _unquoted(pair[2] or "")
    if value:
        try:
            values[key.replace("-", "_")] = KEYS[key](value)
        except _ValueRefusedError as error:
            raise InputError(
                f"Line {line.number} of the front matter has {_shown(value)} for {key!r}, not {error.expected}.",
                hint=error.hint,
            ) from None


class _ValueRefusedError(Exception):
    def __init__(self, expected: str, hint: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self.hint = hint


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def _shown(value: str) -> str:
    line = one_line(value)
    return repr(line if len(line) <= 80 else line[:79] + "…")


def _day(value: str) -> date:
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    partial = "If only a part of the date is known, leave the key out and say it in the text."
    raise _ValueRefusedError("a day of the calendar as YYYY-MM-DD", partial)


def _address(value: str) -> str:
    if not re.match(r"https?://[^\s/]", value, re.IGNORECASE) or any(map(str.isspace, value)):
        raise _ValueRefusedError("a web address", "Begin it with https:// or http://.")
    return value


def _kind(value: str) -> str:
    if value.lower() not in set(DocumentKind):
        raise _ValueRefusedError("a kind of document", f"The kinds are: {', '.join(DocumentKind)}.")
    return value.lower()


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise _ValueRefusedError("a language tag", "Write it as in `en` or `pt-BR`.")
    return value


def _yes_or_no(value: str) -> bool:
    if value.lower() not in _YES_OR_NO:
        raise _ValueRefusedError("true or false", "Write true where the date was worked out from the text.")
    return _YES_OR_NO[value.lower()]


KEYS: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "title": str,
        "author": str,
        "url": _address,
        "published-on": _day,
        "publisher": str,
        "owner": str,
        "kind": _kind,
        "language": _language,
        "date-inferred": _yes_or_no,
    }
)
"""Every key of front matter, and what reads its value."""
