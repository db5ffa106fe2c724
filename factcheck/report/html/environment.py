"""Where templates run: with the report and a few functions at hand, and nothing else.

A template folder can come from anywhere. Its templates see no module, no file outside the folder and no attribute that
begins with an underscore; they can't change what they are given, and they can't switch the escaping off.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Final

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from factcheck.domain.lineage import STANDING_WORDS
from factcheck.errors import UsageError
from factcheck.report import method, words
from factcheck.report.compared import COMPARISON_SIGNS
from factcheck.report.marked_text import marked_blocks
from factcheck.report.verdict import verdict

# One by one, and never a module: through its imports a template would get at the whole of Python.
_WORDS: Final = (
    "ALTERED", "COMPARISON_WORDS", "LIMITS", "NO_SOURCE", "STANCE_SIGNS", "STANCE_WORDS", "STATUS_MEANINGS",
    "STATUS_SIGNS", "UNCITED", "UNSAID", "compared_detail", "confidence", "counted", "day", "ended", "folded",
    "gap_words", "is_web_address", "limits", "listed", "parts_played", "published", "reasoned", "reused", "searched",
    "signed_with", "stamp", "standing_alone", "status_words",
)  # fmt: skip


def environment_for(folder: Path | None, *, zone: str) -> Environment:
    """The environment of one report.

    Args:
        folder: Templates that take the place of those that ship.
        zone: The time zone in which times are told.
    """
    # The templates that ship are compiled once for each zone; a folder may change between two reports.
    return _shipped(zone) if folder is None else _made(_OwnFolder(folder), zone)


@lru_cache(maxsize=8)
def _shipped(zone: str) -> Environment:
    return _made(None, zone)


def _made(own: BaseLoader | None, zone: str) -> Environment:
    shipped = PackageLoader("factcheck.report.html")
    # Our own templates need no watching, which takes half of the time.
    kind = ImmutableSandboxedEnvironment if own else Environment
    environment = kind(
        loader=ChoiceLoader([own, shipped]) if own else shipped,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        extensions=[_AlwaysEscaped],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    del environment.filters["safe"]
    environment.globals.update(
        words=SimpleNamespace(**{name: getattr(words, name) for name in _WORDS}, COMPARISON_SIGNS=COMPARISON_SIGNS),
        standing_words=STANDING_WORDS,
        steps=method.STEPS,
        marked_blocks=marked_blocks,
        verdict=verdict,
        moment=lambda when: words.moment(when, zone),
        ended_by_rewording=lambda step: words.ended_by_rewording(step, zone),
    )
    return environment


@contextmanager
def naming_the_line(folder: Path | None) -> Iterator[None]:
    """Let what a template of `folder` does wrong be told with its name and line.

    Raises:
        UsageError: In place of the template engine's own errors. A fault of ours stays what it is.
    """
    try:
        yield
    except UsageError:
        raise
    except Exception as error:
        if folder is None:
            raise
        where = _where(error, folder)
        if where is None and not isinstance(error, TemplateError):
            raise
        raise UsageError(
            f"The template {where or 'page.html.j2'} is wrong: {_what(error)}.",
            hint="Nothing was written. docs/report-templates.md says what a template can use.",
        ) from error


class _AlwaysEscaped(Extension):
    """Refuses `{% autoescape %}`: what a report quotes must stay text in every template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        after = ""
        for token in stream:
            if after == "block_begin" and token.value == "autoescape":
                raise TemplateSyntaxError("a report always escapes", token.lineno, stream.name, stream.filename)
            after = token.type
            yield token


class _OwnFolder(FileSystemLoader):
    """The files of one folder; a link that leads out of it is none of them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            found = super().get_source(environment, template)
        except TemplateNotFound:  # an OSError too: the next loader may have it
            raise
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"The template {template} can't be read: {error}.", hint="Save it as UTF-8, where it can be read."
            ) from error
        if not Path(found[1]).resolve().is_relative_to(self._folder):
            raise UsageError(
                f"The template {template} is a link that leads out of its folder.", hint="Copy the file to its place."
            )
        return found


def _visible(value: object) -> object:
    """What the template prints, made visible; the template's own markup (from its macros) as it is."""
    return words.shown(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _where(error: Exception, folder: Path) -> str | None:
    """`claim.html.j2, line 7`: the innermost place in a template; None where none took part."""
    if isinstance(error, TemplateSyntaxError) and error.name:
        return f"{error.name}, line {error.lineno}"
    places = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.endswith((".j2", ".css"))]
    if not places:
        return None
    path, line = Path(places[-1].filename), places[-1].lineno
    return (
        f"{path.name}, line {line}" if path.is_relative_to(folder) else f"{path.name} (the one that ships), line {line}"
    )


def _what(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}"
    said = error.message if isinstance(error, TemplateError) else str(error)
    return " ".join((said or type(error).__name__).split()).rstrip(".")
