"""The process that parses one HTML page, so that a page made to hang or crash the parser can't take factcheck with it.

It gets the page on standard input and writes one JSON document on standard output: a `Page`, `null` where nothing was
found, or `{"missing": ...}` where a library can't be loaded.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from typing import Final

_MOST_MEMORY: Final = 4 << 30
"""Bytes of address space. A page of 25 MB of nothing but short tags takes about 2 GB as a tree."""


def main(seconds: float) -> None:
    """Read the page and answer. `seconds`: processor time after which the system ends the process."""
    _limit(seconds)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    html = sys.stdin.buffer.read().decode("utf-8")
    try:
        from factcheck.ingest.html_page import extract_page

        answer: object = extract_page(html)
    except ImportError as error:
        answer = {"missing": str(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit(seconds: float) -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the parent's clock has to do
        return
    whole = int(seconds) + 1
    for what, most in ((resource.RLIMIT_CPU, whole), (resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):  # a system may refuse a limit, or have set a lower one
            continue
