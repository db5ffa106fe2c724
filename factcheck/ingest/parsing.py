"""Has bytes parsed in a process of its own: see `child`. Native parsers meet hostile input there and nowhere else."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from factcheck.errors import InputError

SECONDS: Final = 60.0
"""Processor time given to parse one source. An HTML page of 1 MB takes about 2 s."""

_WAIT: Final = 10
"""Times its processor time that a parser is waited for: on a busy machine it gets the processor only now and then, and
what can be read must not depend on that."""

_IN_CHILD: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.ingest.child import main; main(sys.argv[2], float(sys.argv[3]))"
)


class _ParserDiedError(Exception):
    """The process ended without an answer."""


def parsed(task: str, raw: bytes, *, what: str, seconds: float = SECONDS) -> Any:  # noqa: ANN401  # of JSON
    """What the parser of `task` makes of `raw`, as JSON carries it.

    Args:
        what: The format as a message names it, such as `PDF document`.

    Raises:
        InputError: If the parser refuses it, dies of it or takes more than `seconds` of the processor, or if a library
            is missing.
    """
    try:
        return _answer(task, raw, what, seconds)
    except subprocess.TimeoutExpired:
        raise InputError(
            f"Reading it as {what} takes longer than {seconds:g} seconds.",
            hint="Divide it, or save its text as a text file.",
        ) from None
    except _ParserDiedError:
        raise InputError(
            f"It can't be read as {what}: it is damaged, or made to use up the parser's memory.",
            hint="Open it in the program it belongs to and save it again, or save its text as a text file.",
        ) from None


def parsed_or_none(task: str, raw: bytes, *, what: str, seconds: float = SECONDS) -> Any:  # noqa: ANN401  # of JSON
    """The same, and None where the parser dies or takes too long, for a caller that has another way.

    Raises:
        InputError: If the parser refuses it, or if a library is missing.
    """
    try:
        return _answer(task, raw, what, seconds)
    except (subprocess.TimeoutExpired, _ParserDiedError):
        return None


def _answer(task: str, raw: bytes, what: str, seconds: float) -> Any:  # noqa: ANN401  # of JSON
    # The child finds its modules where this process does, and nowhere else: `-I` shuts out the current folder.
    path = [str(Path(entry).absolute()) for entry in sys.path]
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _IN_CHILD, json.dumps(path), task, str(seconds)],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_WAIT * seconds,
            check=False,
        )
        if child.returncode == -signal.SIGXCPU:
            raise subprocess.TimeoutExpired(task, seconds)
        answer = json.loads(child.stdout) if child.returncode == 0 else None
    except (OSError, ValueError):
        answer = None
    if not isinstance(answer, dict):
        raise _ParserDiedError
    if "refused" in answer:
        message, hint = answer["refused"]
        raise InputError(message, hint=hint)
    if "missing" in answer:
        raise InputError(
            f"It can't be read as {what}, because a library is missing: {answer['missing']}.",
            hint="Install factcheck again, with a current pip.",
        )
    return answer["answer"]
