"""How a command ends: what a person is told, and the exit code."""

from __future__ import annotations

import errno

import click

from factcheck import __version__
from factcheck.errors import FactcheckError

UNHEARD = 9
_OUR_FAULT = 70
_INTERRUPTED = 130
_TERMINATED = 143


class Terminated(BaseException):
    """SIGTERM arrived. Not an `Exception`, so that nothing on the way swallows it and every transaction rolls back."""


def ended_by(error: BaseException) -> int:  # one way out for each way to end
    """Say what a person needs to know of an error, and give the exit code that stands for it."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.ClickException():
            error.show()
            return error.exit_code
        case FactcheckError():
            _show(error)
            return error.exit_code
        case KeyboardInterrupt() | click.Abort():
            _say("Interrupted. What was saved before is kept.")
            return _INTERRUPTED
        case Terminated():
            _say("Terminated. What was saved before is kept.")
            return _TERMINATED
        case SystemExit() | GeneratorExit():
            raise error
        case _:
            return _report_fault(error)


def unheard(code: int, error: OSError | None) -> int:
    """The exit code where `error` kept standard output from being written: the work was done all the same."""
    # The reader of a pipe has seen enough (`factcheck claims | head`); a command that gives this code has said why.
    if error is None or error.errno == errno.EPIPE or code == UNHEARD:
        return code
    done = "" if code else " All else is done, and what the command stores is stored."
    _say(f"Error: Standard output can't be written to: {error.strerror}.{done}")
    _say("  → `factcheck claims` and `factcheck history CLAIM` show what is stored.")
    return code or UNHEARD


def _show(error: FactcheckError) -> None:
    from factcheck.language.display import visible

    _say(f"Error: {visible(error.message)}")
    if error.hint:
        _say(f"  → {visible(error.hint)}")


def _say(line: str) -> None:
    click.echo(line, err=True)


def _report_fault(error: BaseException) -> int:
    """Keep the details in a file and say where: they are for whoever mends it, not for the reviewer."""
    import tempfile
    import traceback
    from datetime import UTC, datetime
    from pathlib import Path

    import platformdirs

    now = datetime.now(UTC)
    name = f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    details = f"factcheck {__version__}, {now.isoformat()}\n{''.join(traceback.format_exception(error))}"
    for folder in (platformdirs.user_state_path("factcheck"), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(details, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        _say(f"Error: factcheck met a fault of its own ({type(error).__name__}). Nothing half-done was stored.")
        _say(f"  → The details are in {folder / name}; send that file with a report of what you did.")
        return _OUR_FAULT
    _say(details)
    return _OUR_FAULT
