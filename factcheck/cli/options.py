"""Options that many commands share. They may stand before the command or after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.domain.precision import Precision
from factcheck.errors import UsageError
from factcheck.settings import KEYS, Settings, load_settings

if TYPE_CHECKING:
    from factcheck.api.sources import EvidenceFacts

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Keep a value that was given where `settings_of` finds it, wherever on the line it stood."""
    if value is not None and value is not False and parameter.name is not None:
        context.ensure_object(dict)[parameter.name] = value


def _kept(*names: str, **more: Any) -> Callable[[Decorated], Decorated]:  # noqa: ANN401  # click's own arguments
    return click.option(*names, expose_value=False, callback=_remember, **more)


def everywhere(command: Decorated) -> Decorated:
    """The options of every command: which workbench, and how much is said."""
    for option in (
        _kept("-v", "--verbose", is_flag=True, help="Say more along the way."),
        _kept("-q", "--quiet", is_flag=True, help="Say nothing but results and errors."),
        _kept("--db", metavar="PATH", help="The workbench.  [default: claims.db, or FACTCHECK_DB]"),
    ):
        command = option(command)
    return command


def all_named(_context: click.Context, _parameter: click.Parameter, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a source without a name: it would be the current folder, with all that is in it."""
    if not all(source.strip() for source in sources):
        raise UsageError(
            "A source has an empty name.",
            hint="Name a file, a folder (. is the current one), an address, or - for standard input.",
        )
    return sources


sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", callback=all_named)


def with_reader(command: Decorated) -> Decorated:
    """The options of commands that read sources."""
    for option in (
        _kept("--whole", is_flag=True, help="Take all the text of an HTML page, not just its article."),
        _kept("--fetch", is_flag=True, help="Fetch sources that are http or https addresses."),
    ):
        command = option(command)
    return command


def with_parser(command: Decorated) -> Decorated:
    """The option of commands that read the grammar of texts."""
    parser = _kept(
        "--parser",
        metavar="NAME|FOLDER|none",
        help="The pipeline of spaCy that reads grammar; none: claims are sentences.  [default: the installed one]",
    )
    return parser(command)


def with_model(command: Decorated) -> Decorated:
    """The options of commands that load a model."""
    for option in (
        _kept("--download", is_flag=True, help="Let a model that isn't on this machine be fetched."),
        _kept(
            "--precision",
            type=click.Choice([each.value for each in Precision], case_sensitive=False),
            help="What the models compute in.  [default: auto, the same answers on every processor]",
        ),
    ):
        command = option(command)
    return command


def with_encoder(command: Decorated) -> Decorated:
    """The options of commands that turn texts into vectors."""
    encoder = _kept(
        "--encoder", metavar="NAME|FOLDER", help="The sentence-transformers model.  [default: the installed one]"
    )
    return encoder(with_model(command))


def with_stance_model(command: Decorated) -> Decorated:
    """The options of commands that judge passages."""
    for option in (
        _kept(
            "--stance-labels",
            metavar="LABELS",
            help="What its labels mean, in its order, such as neutral,supports,refutes.",
        ),
        _kept(
            "--stance-model", metavar="NAME|FOLDER", help="The cross-encoder that reads stances.  [default: our own]"
        ),
    ):
        command = option(command)
    return command


def with_top_k(command: Decorated) -> Decorated:
    """The option of commands that search for evidence once and keep nothing."""
    top_k = _kept(
        "--top-k", type=click.IntRange(min=1), metavar="N", help="Passages per claim.  [default: top_k of the settings]"
    )
    return top_k(command)


def signed(command: Decorated) -> Decorated:
    """The option of commands that record a person's act."""
    return _kept("--by", "reviewer", metavar="NAME", help="Who you are.  [else FACTCHECK_BY, else settings]")(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")


def settings_of(context: click.Context, **defaults: object) -> Settings:
    """The settings of this call. `defaults` stand where neither a flag, a variable nor a file says otherwise."""
    given = context.ensure_object(dict)
    settings = load_settings({key: given.get(key) for key in KEYS})
    open_ones = {key: value for key, value in defaults.items() if key not in settings.came_from}
    return load_settings({**{key: given.get(key) for key in KEYS}, **open_ones}) if open_ones else settings


def is_quiet(context: click.Context) -> bool:
    return bool(context.ensure_object(dict).get("quiet"))


def takes_whole(context: click.Context) -> bool:
    return bool(context.ensure_object(dict).get("whole"))


def is_verbose(context: click.Context) -> bool:
    return bool(context.ensure_object(dict).get("verbose"))


class IsoDate(click.ParamType[date]):
    """A whole date, YYYY-MM-DD. Anything shorter would have to be guessed."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007  # a date has no zone
        except ValueError:
            self.fail(f"{value!r} is not a date of the form YYYY-MM-DD.", param, ctx)


def _remember_fact(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None and value is not False:
        context.ensure_object(dict).setdefault("facts", {})[parameter.name] = value


def fact(*names: str, **more: Any) -> Callable[[Decorated], Decorated]:  # noqa: ANN401  # click's own arguments
    """An option whose value is a fact about a source; its name is a key of `EvidenceFacts`."""
    return click.option(*names, expose_value=False, callback=_remember_fact, **more)


def source_facts(command: Decorated) -> Decorated:
    """The options that say what is known about a source."""
    for option in (
        fact("--language", metavar="CODE", help="Language of the text, such as en."),
        fact("--date-inferred", is_flag=True, help="The date was inferred: the source doesn't state it."),
        fact("--published-on", type=IsoDate(), help="When it was published."),
        fact("--url", metavar="ADDRESS", help="Where it was published."),
        fact("--author", metavar="NAME", help="Who wrote it."),
        fact("--title", metavar="TEXT", help="Its title.  [default: its first heading]"),
    ):
        command = option(command)
    return command


def facts_of(context: click.Context) -> EvidenceFacts:
    """What the options of `source_facts` said.

    Raises:
        UsageError: If a date is called inferred that isn't given.
    """
    facts: EvidenceFacts = context.ensure_object(dict).get("facts", {})
    if facts.get("date_inferred") and facts.get("published_on") is None:
        raise UsageError(
            "--date-inferred says how a date was found, and there is none.",
            hint="Give it with --published-on YYYY-MM-DD.",
        )
    return facts
