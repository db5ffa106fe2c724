"""Is the installation whole, and the workbench what it was when it was written?"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from factcheck import __version__
from factcheck.errors import DamageError, FactcheckError, ModelError
from factcheck.models.stance_weights import load_stance_weights
from factcheck.models.weights import find_weights
from factcheck.settings import Settings
from factcheck.store.database import sqlite_version
from factcheck.store.snapshots import damaged_snapshots
from factcheck.store.vectors import VectorKind
from factcheck.workbench.bench import Workbench
from factcheck.workbench.indexing import index_path, open_index

_PACKAGES = ("sentence-transformers", "torch", "faiss-cpu", "textual", "sqlalchemy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at: what was found, or the error that says what to do."""

    name: str
    detail: str = ""
    error: FactcheckError | None = None


def check_machine(settings: Settings) -> Iterator[Check]:
    """Versions, settings and the model. Needs no workbench."""
    yield Check(name="factcheck", detail=f"{__version__}, Python {platform.python_version()}")
    yield _checked("packages", _packages)
    yield Check(name="settings", detail=", ".join(f"{k} from {v}" for k, v in settings.came_from.items()) or "defaults")
    yield _checked("model", lambda: f"{find_weights(settings.encoder).label}: digest is right")
    yield _checked("stance model", lambda: _stance_model(settings))


def check_workbench(bench: Workbench, *, fix: bool = False) -> Iterator[Check]:
    """The file, its rows, its quotes, its text search and its indexes; `fix` makes the last two again."""
    yield _checked("database", lambda: _whole(bench))
    yield _checked("snapshots", lambda: _none(list(damaged_snapshots(bench.database)), "snapshots changed"))
    yield _checked("quotes", lambda: _none(list(bench.documents.misquoted()), "passages don't stand in their document"))
    yield _checked("text search", lambda: _text_search(bench, fix=fix))
    yield _checked("claim index", lambda: _index(bench, "claim", fix=fix))
    yield _checked("passage index", lambda: _index(bench, "passage", fix=fix))


def _checked(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name=name, detail=check())
    except FactcheckError as error:
        return Check(name=name, error=error)


def _stance_model(settings: Settings) -> str:
    if settings.stance_model != "default":
        return f"{find_weights(settings.stance_model).label}: digest is right"
    return f"stance@{load_stance_weights().digest[:12]}: digest is right"


def package_versions() -> dict[str, str]:
    """The versions of what results depend on, by name.

    Raises:
        ModelError: If one of the packages isn't installed.
    """
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError as error:
            raise ModelError(
                f"{package} is not installed.", hint="Install factcheck again: pip install factcheck."
            ) from error
    return {**found, "SQLite": sqlite_version}


def _packages() -> str:
    return ", ".join(f"{name} {found}" for name, found in package_versions().items())


def _whole(bench: Workbench) -> str:
    problems = [str(row[0]) for row in bench.database.pragma("integrity_check(5)") if row[0] != "ok"]
    problems += [f"row {row[1]} of {row[0]} refers to nothing" for row in bench.database.pragma("foreign_key_check")][
        :5
    ]
    _none(problems, "problems")
    return f"{bench.database.path}: whole"


def _none(found: list[str], what: str) -> str:
    if found:
        shown = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
        raise DamageError(f"{len(found)} {what}: {shown}.", hint="Put a backup in its place, or add the sources again.")
    return "as they were stored"


def _text_search(bench: Workbench, *, fix: bool) -> str:
    try:
        bench.lexical.check()
    except DamageError:
        if not fix:
            raise
        bench.lexical.rebuild()
        bench.lexical.check()
        return "built again"
    return "agrees with the passages"


def _index(bench: Workbench, kind: VectorKind, *, fix: bool) -> str:
    record = bench.vectors.index_record(kind)
    if record is None:
        return "not built yet; the next search builds it"
    path = index_path(bench, kind, record.sha256)
    last_number, count = bench.vectors.state(kind, record.encoder)
    try:
        bench.parts.load_index(path, record.sha256)
    except ModelError:
        if not fix:
            raise
        open_index(bench, kind, record.encoder)
        return f"built again from {count} stored vectors"
    if (record.last_number, record.count) != (last_number, count):
        return f"{count - record.count} vectors behind; the next search adds them"
    return f"{count} vectors of {record.encoder}: agrees with the database"
