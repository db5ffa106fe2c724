"""Opens the workbench for one piece of work in one thread, and keeps the loaded models from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import factcheck
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.store.database import Mode


class Desk:
    """Shared by all screens. Every opening has its own connection; each model is loaded once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._models = factcheck.Models()

    @property
    def model_is_loaded(self) -> bool:
        return self._models.are_loaded

    def open(self, mode: Mode = "write") -> factcheck.Workbench:
        """A workbench for this thread, to be closed by a `with` statement.

        Raises:
            UsageError, StoreError, DamageError: As `factcheck.open` does.
        """
        return factcheck.open(mode=mode, settings=self.settings, models=self._models)
