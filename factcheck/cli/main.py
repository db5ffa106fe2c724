"""The `factcheck` command: which commands there are, and what becomes of an error.

Commands are imported when they are called, so that `factcheck --help` costs what click costs.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from keyword import iskeyword
from types import FrameType
from typing import Final, NoReturn

import click

from factcheck import __version__
from factcheck.cli.ending import Terminated, ended_by, unheard
from factcheck.cli.options import everywhere
from factcheck.cli.streams import sinks

COMMANDS: Final = {
    "demo": "Build a workbench from the sample article and show it.",
    "add": "Take in articles and find their claims.",
    "evidence": "Add evidence; attach it to claims or detach it.",
    "match": "Find evidence for claims and suggest a status.",
    "check": "Check one article against evidence, without a workbench.",
    "score": "Score many articles or claims at once; rows for programs.",
    "search": "Find evidence for a text.",
    "claims": "List the claims.",
    "show": "Show one claim with all that is known of it.",
    "history": "Show what was decided on a claim, by whom and when.",
    "decide": "Sign a decision on a claim.",
    "undo": "Withdraw your last decision.",
    "review": "Open the reviewer in this terminal.",
    "report": "Write a report: HTML, Markdown or JSON.",
    "verify": "Check a report: its quotes, counts and decisions, and every word of a page.",
    "import": "Take in what a report in JSON holds.",
    "eval": "Measure factcheck on labelled rows.",
    "doctor": "Check the installation, the database and the indexes.",
}
"""Every command with its one-line help, in the order of the work."""

# The variable by which a shell asks for completions; the name is click's convention.
_COMPLETION: Final = "_FACTCHECK_COMPLETE"


class LazyGroup(click.Group):
    """Knows its commands by name, and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        # No module can have the name of a keyword, as `import` is one.
        command = import_module(f"factcheck.cli.{cmd_name}{'_' * iskeyword(cmd_name)}").command
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
    with sinks() as stdout:
        code = _invoke(arguments)
        sys.stdout.flush()
        return unheard(code, stdout.error)


def _invoke(arguments: Sequence[str]) -> int:
    try:
        with factcheck.make_context("factcheck", list(arguments), obj={}) as context:
            code = factcheck.invoke(context)
    except BaseException as error:  # noqa: BLE001  # the last line of defence: a person never meets a traceback
        return ended_by(error)
    return code if isinstance(code, int) else 0


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated
