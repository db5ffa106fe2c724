"""Reads claims that stand ready in a file: JSON Lines with `claim` (FEVER's too), and AVeriTeC's JSON list.

Of an object `claim` is needed; `id`, `speaker`, and the day as `said_on` or AVeriTeC's `claim_date` are taken where
they stand. Labels and evidence of the sets are passed over: they are what is to be found out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from factcheck.domain.scores import GivenClaim
from factcheck.domain.sources import ReadFailure
from factcheck.errors import InputError
from factcheck.ingest.json_lines import numbered_lines
from factcheck.ingest.material import ending_of
from factcheck.ingest.opening import STANDARD_INPUT, Opener, shown
from factcheck.ingest.told import day_of, fact
from factcheck.language.display import one_line

_LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_LIST: Final = ".json"
_FORM: Final = 'Each is an object such as {"id": "1", "claim": "…"}.'
_LONGEST: Final = 5000
"""Code points of a claim; a longer text is an article."""
_DAY_FIRST: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def holds_ready_claims(source: str, *, max_bytes: int) -> bool:
    """Whether the first object of a file is a claim and no text. What can't be read at all is left to other readers."""
    ending = ending_of(source)
    if source == STANDARD_INPUT or ending not in (*_LINES, _LIST):
        return False
    try:
        first = next(_objects(source, max_bytes), (0, None))[1]
    except InputError:
        return False
    return isinstance(first, dict) and "claim" in first and "text" not in first


def read_ready_claims(source: str, *, max_bytes: int) -> Iterator[GivenClaim | ReadFailure]:
    """The claims of a file in their order; each that is wrong is one failure, and the others go on.

    Args:
        max_bytes: Of a list the whole file, of JSON Lines the longest line.
    """
    try:
        for place, row in _objects(source, max_bytes):
            try:
                yield _claim(source, place, row)
            except InputError as error:
                wrong = InputError(f"{shown(source)}, claim {place}, {error.message}", hint=error.hint)
                yield ReadFailure(address=f"{_name(source)}:{place}", error=wrong)
    except InputError as error:
        yield ReadFailure(address=_name(source), error=error)


def _objects(source: str, max_bytes: int) -> Iterator[tuple[int, object]]:
    """What stands in the file with its place from 1 on, of lines the line's number; None for what is no JSON."""
    opener = Opener(max_bytes)
    if ending_of(source) == _LIST:
        whole = _parsed(opener.bytes_of(source))
        if not isinstance(whole, list):
            raise InputError(f"{shown(source)} is no list of claims.", hint=_FORM)
        yield from enumerate(whole, 1)
        return
    with opener.file(source) as file:
        for number, line in numbered_lines(file, longest=max_bytes):
            yield number, None if line is None else _parsed(line)


def _parsed(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _claim(source: str, place: int, row: object) -> GivenClaim:
    if not isinstance(row, dict):
        raise InputError("is no JSON object that can be read.", hint=_FORM)
    text = row.get("claim")
    if not isinstance(text, str) or not any(each.isprintable() and not each.isspace() for each in text):
        raise InputError("has no claim.", hint=_FORM)
    if len(text) > _LONGEST:
        raise InputError(
            f"is longer than {_LONGEST} characters.", hint='Give it as an article: an object with "text" for "claim".'
        )
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InputError("has half a character in its claim.", hint="Write the file again, in UTF-8.")
    key = row.get("id")
    speaker = row.get("speaker")
    return GivenClaim(
        address=f"{_name(source)}:{place}",
        key=str(key) if isinstance(key, str | int) and not isinstance(key, bool) else str(place),
        text=text,
        said_on=_day(row),
        speaker=fact(speaker) if isinstance(speaker, str) else None,
    )


def _day(row: Mapping[str, Any]) -> date | None:
    """The day that is told, as YYYY-MM-DD or, in AVeriTeC's way, D-M-YYYY."""
    told = row.get("said_on") or row.get("claim_date")
    if not told:
        return None
    if not isinstance(told, str):
        raise InputError("has a day that is no text.", hint='Write it as "YYYY-MM-DD".')
    found = _DAY_FIRST.fullmatch(told.strip())
    day = day_of("-".join((found[3], found[2].zfill(2), found[1].zfill(2))) if found else told)
    if day is None:
        raise InputError(f"has the day {one_line(told)[:40]!r}, which is none.", hint='Write it as "YYYY-MM-DD".')
    return day


def _name(source: str) -> str:
    """The file's name as it can be stored; the folders of one machine say nothing to the next reader."""
    return PurePath(source.encode("utf-8", "replace").decode("utf-8")).name
