"""Settings: flags, then FACTCHECK_* variables, then factcheck.toml of the current folder, then the defaults.

A desk's priorities, its organisation and its ratings are tables, so they can only be in the file;
`factcheck.desk_tables` reads them.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from factcheck.desk_tables import FILE_NAME, TABLES, check_known, read_tables
from factcheck.domain.organisation import Organisation
from factcheck.domain.precision import Precision
from factcheck.domain.priorities import Priorities
from factcheck.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every value that a desk can set. The field names are the keys of factcheck.toml.

    Attributes:
        db: The workbench.
        reviewer: Who signs, where neither `--by` nor FACTCHECK_BY says it.
        parser: Name or folder of a pipeline of spaCy; `default` is the one that was installed, `none` reads no grammar.
        encoder: Name or folder of a sentence-transformers model; `default` is the one that was installed.
        stance_model: Name or folder of a cross-encoder for NLI; `default` is the one that ships.
        stance_labels: What its columns mean, in its order, separated by commas; empty where its configuration says it.
        precision: What the models compute in; `factcheck.models.precision` says what each makes of it.
        download: Whether a model that is not on this machine may be fetched.
        fetch: Whether articles and evidence may be fetched from web addresses.
        max_input_mb: Largest source that is read, in MB of 10^6 bytes, and the largest text that may come out of one,
            in as many characters.
        max_blocks: Most paragraphs, headings and list items of one text; and a tenth of its most lines.
        max_sentences: Most sentences of one text.
        busy_seconds: How long to wait for another program that is writing to the database.
        top_k: Passages kept per claim.
        priorities: The desk's own rules beside check-worthiness.
        organisation: Who publishes the verdicts, and the house's own scale.
        came_from: For each value that is not the default: `flag`, the variable's name, or the file's. A rule of the
            priorities is named with its tables: `priorities.topics.health`; so are `organisation.name` and
            `ratings.False`.
    """

    db: str = "claims.db"
    reviewer: str = ""
    parser: str = "default"
    encoder: str = "default"
    stance_model: str = "default"
    stance_labels: str = ""
    precision: Precision = Precision.AUTO
    download: bool = False
    fetch: bool = False
    max_input_mb: float = 25.0
    max_blocks: int = 100_000
    max_sentences: int = 300_000
    busy_seconds: float = 10.0
    top_k: int = 8
    priorities: Priorities = field(default_factory=Priorities)
    organisation: Organisation = field(default_factory=Organisation)
    came_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def db_path(self) -> Path:
        return Path(self.db)


KEYS: Final = tuple(each.name for each in fields(Settings) if each.name not in (*TABLES, "came_from"))
"""The names of all settings that are one value."""

VARIABLES: Final = {"FACTCHECK_BY" if key == "reviewer" else f"FACTCHECK_{key.upper()}": key for key in KEYS}
"""Environment variable to setting."""


def load_settings(
    flags: Mapping[str, object] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """Put the settings together.

    Args:
        flags: Values given on the command line; None stands for "not given".

    Raises:
        UsageError: If a file or variable holds an unknown key or a value of the wrong form.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, object] = {}
    came_from: dict[str, str] = {}
    path = (folder or Path()) / FILE_NAME
    in_file = _file_values(path)
    tables, named = read_tables({name: in_file.pop(name) for name in TABLES if name in in_file})
    values |= tables
    came_from |= dict.fromkeys(named, FILE_NAME)
    for key, value in in_file.items():
        values[key], came_from[key] = _typed(key, value, where=FILE_NAME), FILE_NAME
    for variable, key in VARIABLES.items():
        if environment.get(variable):
            values[key], came_from[key] = _typed(key, environment[variable], where=variable), variable
    for key, value in (flags or {}).items():
        if value is not None:
            values[key], came_from[key] = _typed(key, value, where="the command line"), "flag"
    return Settings(**values, came_from=came_from)  # type: ignore[arg-type]  # `_typed` checked each value


def with_top_k(settings: Settings, top_k: int | None) -> Settings:
    """These settings with so many passages for each claim, where that is said.

    Raises:
        UsageError: If it is no number above 0.
    """
    if top_k is None:
        return settings
    _typed("top_k", top_k, where="the call")
    return replace(settings, top_k=top_k)


def _file_values(path: Path) -> dict[str, object]:
    try:
        if path.exists() and not path.is_file():
            # A pipe would wait for somebody to write to it.
            raise UsageError(f"{path} is no file.", hint="Move it away, or put a file in its place.")
        with path.open("rb") as file:
            values = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}.", hint="Mend the file, or move it away.") from error
    check_known(values, (*KEYS, *TABLES), where=str(path))
    return values


def _typed(key: str, value: object, *, where: str) -> object:
    """`value` in the type of the setting's default; text from a variable is converted."""
    default = getattr(Settings(), key)
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if isinstance(value, str) and value.lower() in words:
            return words[value.lower()]
        expected = "true or false"
    elif isinstance(default, StrEnum):
        choices = [str(each) for each in type(default)]
        if isinstance(value, str) and value.lower() in choices:
            return type(default)(value.lower())
        expected = f"one of {', '.join(choices)}"
    elif isinstance(default, str):
        if isinstance(value, str):
            return value
        expected = "text"
    else:
        expected = "a number above 0"
        try:
            number = type(default)(value)
        except (TypeError, ValueError, OverflowError):
            number = 0
        whole = not isinstance(value, float) or number == value
        if not isinstance(value, bool) and whole and number > 0 and number != float("inf"):
            return number
    shown = str(default) if isinstance(default, StrEnum) else default
    raise UsageError(f"{key} must be {expected}, but {where} has {value!r}.", hint=f"The default is {shown!r}.")
