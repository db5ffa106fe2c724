"""The process that parses one source, so that bytes made to hang or crash a parser can't take factcheck with it.

It gets the bytes on standard input and writes one JSON document on standard output: `{"answer": ...}`, or
`{"refused": [message, hint]}` for a source that can't be read, or `{"missing": ...}` where a library can't be loaded.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

_MOST_MEMORY: Final = 4 << 30
"""Bytes of address space. A page of 25 MB of nothing but short tags takes about 2 GB as a tree."""


def main(task: str, seconds: float) -> None:
    """Do one task of `TASKS` and answer. `seconds`: processor time after which the system ends the process."""
    _limit(seconds)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    raw = sys.stdin.buffer.read()
    from factcheck.errors import InputError
    from factcheck.ingest.structure.lines import refuse_lines

    try:
        found = TASKS[task](raw)
        refuse_lines(_pieces_in(found))
        answer: object = {"answer": found}
    except InputError as error:
        answer = {"refused": [error.message, error.hint]}
    except ImportError as error:
        answer = {"missing": str(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _pieces_in(found: object) -> int:
    """Of how many pieces the texts of an answer are made; see `told`. Too many are refused and never handed over."""
    if isinstance(found, list):
        return sum(map(_pieces_in, found))
    if not isinstance(found, dict):
        return 0
    return len(found["pieces"]) if "pieces" in found else _pieces_in(found.get("told"))


def _html(raw: bytes) -> object:
    from factcheck.ingest.html.page import extract_page

    return extract_page(raw.decode("utf-8"))


def _pdf(raw: bytes) -> object:
    from factcheck.ingest.pdf.text import pdf_text

    return pdf_text(raw)


def _package(raw: bytes) -> object:
    from factcheck.ingest.office.packages import package_text

    return package_text(raw)


def _feed(raw: bytes) -> object:
    from factcheck.ingest.feeds.items import feed_items

    return feed_items(raw)


TASKS: Final[Mapping[str, Callable[[bytes], object]]] = MappingProxyType(
    {"html": _html, "pdf": _pdf, "package": _package, "feed": _feed}
)
"""What can be asked of the process; each loads its own libraries and gives what JSON can carry."""


def _limit(seconds: float) -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the parent's clock has to do
        return
    whole = int(seconds) + 1
    limits = {
        # At the first number it is told apart from a crash, by its signal; at the second nothing can catch it.
        resource.RLIMIT_CPU: (whole, whole + 1),
        resource.RLIMIT_AS: (_MOST_MEMORY, _MOST_MEMORY),
        resource.RLIMIT_CORE: (0, 0),
    }
    for what, most in limits.items():
        try:
            resource.setrlimit(what, most)
        except (OSError, ValueError):  # a system may refuse a limit, or have set a lower one
            continue
