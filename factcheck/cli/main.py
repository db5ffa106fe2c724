"""The `factcheck` command: which commands there are, and what becomes of an error.

Commands are imported when they are called, so that `factcheck --help` costs what click costs.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Final, NoReturn

import click

from factcheck import __version__
from factcheck.cli.options import everywhere
from factcheck.errors import FactcheckError

COMMANDS: Final = {
    "demo": "Build a workbench from the sample article and show it.",
    "add": "Take in articles and find their claims.",
    "evidence": "Add evidence; attach it to claims or detach it.",
    "match": "Find evidence for claims and suggest a status.",
    "score": "Score many articles or claims at once; rows for programs.",
    "search": "Find evidence for a text.",
    "claims": "List the claims.",
    "show": "Show one claim with all that is known of it.",
    "history": "Show what was decided on a claim, by whom and when.",
    "decide": "Sign a decision on a claim.",
    "undo": "Withdraw your last decision.",
    "review": "Open the reviewer in this terminal.",
    "report": "Write a report: HTML, Markdown or JSON.",
    "eval": "Measure factcheck on labelled rows.",
    "doctor": "Check the installation, the database and the indexes.",
}
"""Every command with its one-line help, in the order of the work."""

# The variable by which a shell asks for completions; the name is click's convention.
_COMPLETION: Final = "_FACTCHECK_COMPLETE"
_OUR_FAULT: Final = 70
_INTERRUPTED: Final = 130
_TERMINATED: Final = 143


class Terminated(BaseException):
    """SIGTERM arrived. Not an `Exception`, so that nothing on the way swallows it and every transaction rolls back."""


class LazyGroup(click.Group):
    """Knows its commands by name, and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command = import_module(f"factcheck.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: factcheck demo. Exit codes and every option: docs/cli.md.",
)
@click.version_option(__version__, "-V", "--version", prog_name="factcheck")
@everywhere
def factcheck() -> None:
    """Check the facts of an article: its claims, evidence beside them, and decisions that a person signs.

    \b
    Example:
      factcheck add story.txt --published-on 2025-05-23
      factcheck evidence add sources/*.md
      factcheck match
      factcheck review
      factcheck report --out report.html
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code. Never raises, and never shows a traceback."""
    if instruction := os.environ.get(_COMPLETION):
        from click.shell_completion import shell_complete

        return shell_complete(factcheck, {}, "factcheck", _COMPLETION, instruction)
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        # A terminal in another encoding shows an escape where it has no letter, rather than ending the command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        with factcheck.make_context("factcheck", list(arguments), obj={}) as context:
            code = factcheck.invoke(context)
            sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001  # the last line of defence: a person never meets a traceback
        return _ended_by(error)
    return code if isinstance(code, int) else 0


def _ended_by(error: BaseException) -> int:  # one way out for each way to end
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
        case BrokenPipeError():
            # The reader of a pipe has seen enough (`factcheck claims | head`).
            _abandon_stdout()
            return 0
        case SystemExit() | GeneratorExit():
            raise error
        case _:
            return _report_fault(error)


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated


def _show(error: FactcheckError) -> None:
    from factcheck.language.display import visible

    _say(f"Error: {visible(error.message)}")
    if error.hint:
        _say(f"  → {visible(error.hint)}")


def _say(line: str) -> None:
    click.echo(line, err=True)


def _abandon_stdout() -> None:
    # Python flushes stdout once more when it ends, and would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
