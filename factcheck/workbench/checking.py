"""Is the installation whole, and the workbench what it was when it was written?"""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from factcheck import __version__
from factcheck.domain.organisation import Rating
from factcheck.domain.statuses import Status
from factcheck.errors import DamageError, FactcheckError, ModelError
from factcheck.files import left_over, remove_left_over
from factcheck.models.pipelines import NONE, find_pipeline
from factcheck.models.precision import Chosen, of_encoder, of_stance_model
from factcheck.models.stance_weights import load_stance_weights
from factcheck.models.weights import find_weights
from factcheck.settings import Settings
from factcheck.store.database import sqlite_version
from factcheck.store.schema_check import schema_faults
from factcheck.store.snapshots import count_without_bytes, damaged_snapshots
from factcheck.store.vectors import IndexRecord, VectorKind
from factcheck.workbench.bench import Bench
from factcheck.workbench.indexing import index_path, open_index
from factcheck.workbench.ranking import embed_and_rank, unranked
from factcheck.workbench.reading import report_rows

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
    yield Check(name="scale", detail=_scale(settings.organisation.ratings))
    yield _checked("parser", lambda: _parser(settings))
    yield _checked("model", lambda: _encoder(settings))
    yield _checked("stance model", lambda: _stance_model(settings))


def check_workbench(bench: Bench, *, fix: bool = False) -> Iterator[Check]:
    """The file, its schema and rows, its text search, indexes and ranks; `fix` makes these three again and tidies."""
    yield _checked("database", lambda: _whole(bench))
    yield _checked("schema", lambda: _none(schema_faults(bench.database), "parts of the schema are wrong"))
    yield _checked("snapshots", lambda: _snapshots(bench))
    yield _checked("passages", lambda: _none(list(bench.documents.misquoted()), "aren't in their document"))
    yield _checked("decisions", lambda: _readable(bench))
    yield _checked("text search", lambda: _text_search(bench, fix=fix))
    yield _checked("claim index", lambda: _index(bench, "claim", fix=fix))
    yield _checked("passage index", lambda: _index(bench, "passage", fix=fix))
    yield _checked("ranks", lambda: _ranks(bench, fix=fix))
    yield _checked("unfinished files", lambda: _unfinished(bench, fix=fix))


def _checked(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name=name, detail=check())
    except FactcheckError as error:
        return Check(name=name, error=error)


def _scale(ratings: Sequence[Rating]) -> str:
    """The ratings by their status: where one has several, whoever is told the status alone can't tell them apart."""
    if not ratings:
        return "no ratings of the house's own: decisions carry their status"
    by_status: dict[Status, list[str]] = {}
    for each in ratings:
        by_status.setdefault(each.status, []).append(each.name)
    told = "; ".join(f"{status.words}: {', '.join(names)}" for status, names in by_status.items())
    alike = sum(len(names) for names in by_status.values() if len(names) > 1)
    return f"{told}" + (f". {alike} of them share a status, so that it can't tell them apart" if alike else "")


def _parser(settings: Settings) -> str:
    if settings.parser == NONE:
        return "none: no grammar is read, each sentence is one claim"
    found = find_pipeline(settings.parser)
    known = "digest is right" if found.is_default else "not the one that ships, known by its digest"
    return f"{found.label} ({found.sha256[:12]}): {known}; reads {found.language}"


def _encoder(settings: Settings) -> str:
    return _sound(find_weights(settings.encoder).label, of_encoder(settings.precision))


def _stance_model(settings: Settings) -> str:
    ships = settings.stance_model == "default"
    label = f"stance@{load_stance_weights().digest[:12]}" if ships else find_weights(settings.stance_model).label
    return _sound(label, of_stance_model(settings.precision, ships=ships))


def _sound(label: str, chosen: Chosen) -> str:
    return f"{label}: digest is right; computes in {chosen.precision} ({chosen.why})"


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
    with suppress(PackageNotFoundError):  # without it no grammar is read, and all else goes on
        found["spacy"] = version("spacy")
    return {**found, "SQLite": sqlite_version}


def _packages() -> str:
    return ", ".join(f"{name} {found}" for name, found in package_versions().items())


def _whole(bench: Bench) -> str:
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


def _snapshots(bench: Bench) -> str:
    told = _none(list(damaged_snapshots(bench.database)), "snapshots changed")
    missing = count_without_bytes(bench.database)
    return f"{told}; of {missing} only the digest is here: a report was imported without them" if missing else told


def _text_search(bench: Bench, *, fix: bool) -> str:
    try:
        bench.lexical.check()
    except DamageError:
        if not fix:
            raise
        bench.lexical.rebuild()
        bench.lexical.check()
        return "built again from the passages"
    return "agrees with the passages"


def _ranks(bench: Bench, *, fix: bool) -> str:
    waiting = unranked(bench)
    if not waiting:
        return "every claim has its own"
    if not fix:
        return f"{waiting} claims wait for theirs; the next add or match gives it"
    for _ in embed_and_rank(bench):
        pass
    return f"{waiting - unranked(bench)} of {waiting} claims that waited for theirs have it now"


def _index(bench: Bench, kind: VectorKind, *, fix: bool) -> str:
    record = bench.vectors.index_record(kind)
    if record is None:
        return "not built yet; the next search builds it"
    last_number, count = bench.vectors.state(kind, record.encoder)
    if not count:
        return f"no vectors of {record.encoder}, so that there is nothing to be found in it"
    built = ""
    try:
        _load(bench, kind, record)
    except ModelError:
        if not fix:
            raise
        open_index(bench, kind, record.encoder)
        record = bench.vectors.index_record(kind) or record
        # It is used where it can't be written too, so that only a look tells whether it was.
        _load(bench, kind, record)
        built = "built again; "
    if (record.last_number, record.count) != (last_number, count):
        return f"{count - record.count} vectors behind; the next search adds them"
    return f"{built}{count} vectors of {record.encoder}: agrees with the database"


def _load(bench: Bench, kind: VectorKind, record: IndexRecord) -> None:
    bench.parts.load_index(index_path(bench, kind, record.sha256), record.sha256)


def _readable(bench: Bench) -> str:
    """Reads what a report would: claims, decisions with their quotes, steps and suggestions."""
    decided = sum(view.state.decision is not None for view in report_rows(bench).claims)
    return f"every claim can be read, with what was done to it; {decided} decided"


def _unfinished(bench: Bench, *, fix: bool) -> str:
    folders = (bench.database.path.absolute().parent, bench.index_folder)
    if fix:
        return f"{sum(map(remove_left_over, folders))} removed"
    found = sum(len(left_over(folder)) for folder in folders)
    return f"{found} of killed programs; the next file that is written beside them removes them" if found else "none"
