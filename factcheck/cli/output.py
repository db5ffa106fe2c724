"""What the commands print: results to stdout, all else to stderr, and text from outside always made visible."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import click

from factcheck.cli.options import is_quiet
from factcheck.domain.statuses import Status
from factcheck.errors import FactcheckError, PartialError
from factcheck.language.display import one_line, visible

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.settings import Settings

GLYPHS: Final = {
    Status.SUPPORTED: "✔",
    Status.REFUTED: "✘",
    Status.CONFLICTING: "≠",
    Status.NOT_ENOUGH_EVIDENCE: "?",
    Status.NOT_CHECKABLE: "–",
    Status.IN_REVIEW: "…",
    Status.UNREVIEWED: "·",
}
COLOURS: Final = {
    Status.SUPPORTED: "green",
    Status.REFUTED: "red",
    Status.CONFLICTING: "magenta",
    Status.NOT_ENOUGH_EVIDENCE: "yellow",
    Status.NOT_CHECKABLE: "cyan",
    Status.IN_REVIEW: "blue",
    Status.UNREVIEWED: "dim",
}


def print_json(document: Mapping[str, object]) -> None:
    """One JSON document on stdout, in UTF-8; characters that a terminal might obey are escaped, as JSON allows."""
    from factcheck.report.records.forms import text_of

    text = text_of(document, indent=2)
    print_bytes(lambda stream: stream.write(f"{text}\n".encode()))


def print_bytes(write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill stdout with bytes: what programs read is UTF-8, whatever the terminal has."""
    sys.stdout.flush()
    write(sys.stdout.buffer)
    sys.stdout.buffer.flush()


def console() -> Console:
    """Rich on stdout, with nothing of the text taken as markup, emoji or things to colour."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else 120
    return Console(markup=False, emoji=False, highlight=False, width=width, soft_wrap=False)


def say(context: click.Context, line: str) -> None:
    """A line for the person, on stderr, unless they asked for quiet."""
    if not is_quiet(context):
        click.echo(visible(line), err=True)


def warn(line: str) -> None:
    """A warning on stderr. It is said even to those who asked for quiet: it is about what the result is worth."""
    click.echo(f"  warning: {visible(line)}", err=True)


def warn_of_parser(settings: Settings) -> str:
    """Warn where the parser isn't installed; gives the words, empty where it is, or where none is wanted."""
    from factcheck.models.pipelines import INSTALL, is_missing

    if not is_missing(settings.parser):
        return ""
    words = f"the parser is not installed, so that each sentence is one claim. Run: {INSTALL}"
    warn(words)
    return words


def next_step(context: click.Context, command: str) -> None:
    """Name the command that usually comes next."""
    say(context, f"Next: {command}")


def status_words(status: Status) -> str:
    """Glyph and words: a status never depends on colour alone."""
    return f"{GLYPHS[status]} {status.words}"


def counted(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(text: str, most: int) -> str:
    """One visible line of at most `most` characters; what was cut off is marked."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def finish(failures: Sequence[FactcheckError], succeeded: int) -> None:
    """End a batch: quietly if all went well, else with the code that says how much did.

    Raises:
        FactcheckError: The only failure's own where nothing succeeded; a partial one where something did.
    """
    if not failures:
        return
    if succeeded:
        raise PartialError(
            f"{len(failures)} of {len(failures) + succeeded} sources failed; the others are stored.",
            hint="Fix what is named above and run the same command again: what is already stored is skipped.",
        )
    raise (
        failures[0]
        if len(failures) == 1
        else type(failures[0])(
            f"None of the {len(failures)} sources could be added.", hint="What was wrong with each stands above."
        )
    )


def failure_rows(failures: Sequence[tuple[str, FactcheckError]]) -> list[dict[str, Any]]:
    """Failures as JSON shows them."""
    return [{"address": address, "error": error.message, "hint": error.hint} for address, error in failures]
