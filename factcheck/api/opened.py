"""An open workbench: in which thread it may be used, until when, and how ids and names are taken."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.api.models import Models
    from factcheck.domain.ids import IdKind
    from factcheck.settings import Settings
    from factcheck.workbench.bench import Bench


def several(given: Iterable[str]) -> tuple[str, ...]:
    """What was given; a text alone is one, and not its letters."""
    return (given,) if isinstance(given, str) else tuple(given)


class Opened:
    """What every verb of a workbench stands on."""

    def __init__(self, bench: Bench, models: Models) -> None:
        self._opened = bench
        self._models = models
        self._thread = threading.get_ident()
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<factcheck.Workbench {str(self.path)!r}{', closed' if self._is_closed else ''}>"

    def close(self) -> None:
        """Let go of the file; all that was done is in it already. Closing twice is fine."""
        if not self._is_closed:
            self._is_closed = True
            self._opened.database.close()

    @property
    def path(self) -> Path:
        """The workbench's file."""
        return self._opened.database.path

    @property
    def settings(self) -> Settings:
        """What it was opened with."""
        return self._opened.settings

    def snapshot(self) -> AbstractContextManager[None]:
        """A `with` block in which all reading sees the workbench as it was at one moment."""
        return self._bench.database.snapshot()

    @property
    def _bench(self) -> Bench:
        if self._is_closed:
            raise UsageError(f"The workbench {self.path} is closed.", hint="Open it again: factcheck.open(path).")
        if threading.get_ident() != self._thread:
            raise UsageError(
                f"The workbench {self.path} was opened in another thread.",
                hint="Open it in this one too: factcheck.open(path), with models= to share what is loaded.",
            )
        return self._opened

    def _ids(self, kind: IdKind, typed: Iterable[str]) -> list[str]:
        """The whole ids, each once."""
        return list(dict.fromkeys(self._id(kind, each) for each in several(typed)))

    def _id(self, kind: IdKind, typed: str) -> str:
        """The whole id.

        Raises:
            UsageError: If there is none that begins so, or more than one.
        """
        from factcheck.store.lookup import resolve

        return resolve(self._bench.database, kind, typed)

    def _signer(self, by: str | None) -> str:
        return self.settings.reviewer if by is None else by

    def _seen(self, claim_id: str, based_on: int | None, *, supersede: bool) -> int | None:
        """The revision that an act is based on; `supersede` stands for the present one."""
        if based_on is not None or not supersede:
            return based_on
        from factcheck.workbench.stepping import state_now

        return state_now(self._bench, claim_id).revision
