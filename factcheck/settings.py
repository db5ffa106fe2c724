"""Settings: flags, then FACTCHECK_* variables, then factcheck.toml of the current folder, then the defaults."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final

from factcheck.errors import UsageError

FILE_NAME: Final = "factcheck.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every value that a desk can set. The field names are the keys of factcheck.toml.

    Attributes:
        db: The workbench.
        reviewer: Who signs, where neither `--by` nor FACTCHECK_BY says it.
        encoder: Name or folder of a sentence-transformers model; `default` is the one that was installed.
        download: Whether a model that is not on this machine may be fetched.
        max_input_mb: Largest source that is read, in MB of 10^6 bytes.
        busy_seconds: How long to wait for another program that is writing to the database.
        top_k: Passages kept per claim.
        came_from: For each value that is not the default: `flag`, the variable's name, or the file's.
    """

    db: str = "claims.db"
    reviewer: str = ""
    encoder: str = "default"
    download: bool = False
    max_input_mb: float = 25.0
    busy_seconds: float = 10.0
    top_k: int = 8
    came_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def db_path(self) -> Path:
        return Path(self.db)


KEYS: Final = tuple(each.name for each in fields(Settings) if each.name != "came_from")
"""The names of all settings."""

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
    for key, value in _file_values(path).items():
        values[key], came_from[key] = _typed(key, value, where=FILE_NAME), FILE_NAME
    for variable, key in VARIABLES.items():
        if environment.get(variable):
            values[key], came_from[key] = _typed(key, environment[variable], where=variable), variable
    for key, value in (flags or {}).items():
        if value is not None:
            values[key], came_from[key] = value, "flag"
    return Settings(**values, came_from=came_from)  # type: ignore[arg-type]  # `_typed` checked each value


def _file_values(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            values = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}.", hint="Mend the file, or move it away.") from error
    for key in values:
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            meant = f"Did you mean {near[0]!r}? " if near else ""
            raise UsageError(f"{path} holds the unknown key {key!r}.", hint=f"{meant}The keys are: {', '.join(KEYS)}.")
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
    raise UsageError(f"{key} must be {expected}, but {where} has {value!r}.", hint=f"The default is {default!r}.")
