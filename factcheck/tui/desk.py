"""Opens the workbench for one piece of work in one thread, and keeps the loaded model from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from factcheck.settings import Settings
from factcheck.wiring import open_workbench

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.interfaces import Encoder
    from factcheck.store.database import Mode
    from factcheck.workbench.bench import Workbench


class Desk:
    """Shared by all screens. Every opening has its own connection; the encoder is made once.

    Attributes:
        model_lock: To be held while the encoder is used: one search at a time is as fast as two.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.model_lock = Lock()
        self._making = Lock()
        self._encoder: Encoder | None = None

    @property
    def model_is_loaded(self) -> bool:
        return self._encoder is not None

    @contextmanager
    def open(self, mode: Mode = "write") -> Iterator[Workbench]:
        """A workbench for this thread, closed at the end.

        Raises:
            UsageError, StoreError, DamageError: As `Database` does.
        """
        bench = open_workbench(self.settings, mode=mode)
        make = bench.parts.make_encoder
        # Loading takes seconds, so what one opening has loaded is lent to the next.
        bench.parts = replace(bench.parts, make_encoder=lambda: self._lend(make))
        with bench.database:
            yield bench

    def _lend(self, make: Callable[[], Encoder]) -> Encoder:
        with self._making:
            if self._encoder is None:
                self._encoder = make()
            return self._encoder
