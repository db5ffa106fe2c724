"""Models that several workbenches share: loading one takes seconds, and most of the memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock, RLock
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.workbench.bench import Parts

Model = TypeVar("Model")


class Models:
    """What workbenches that were opened with it have loaded: each model once. For any number of threads.

    While one workbench computes with them, the others wait: two at a time are no faster than one after the other.
    """

    def __init__(self) -> None:
        self.lock = RLock()
        """Held while a workbench computes."""
        self._loading = Lock()
        self._loaded: dict[tuple[str, ...], object] = {}

    @property
    def are_loaded(self) -> bool:
        """Whether anything is, so that the next search answers at once."""
        return bool(self._loaded)

    def lent_to(self, parts: Parts, settings: Settings) -> Parts:
        """These parts, with the models of this one."""
        encoder = (settings.encoder, settings.precision)
        stance = (settings.stance_model, settings.stance_labels, settings.precision)
        return replace(
            parts,
            make_parser=lambda: self._once(("parser", settings.parser), parts.make_parser),
            make_encoder=lambda: self._once(("encoder", settings.encoder), parts.make_encoder),
            make_passage_encoder=lambda made: self._once(
                ("passages", *encoder), lambda: parts.make_passage_encoder(made)
            ),
            make_stance_model=lambda splitter: self._once(
                ("stance", *stance), lambda: parts.make_stance_model(splitter)
            ),
        )

    def _once(self, key: tuple[str, ...], make: Callable[[], Model]) -> Model:
        with self._loading:
            if key not in self._loaded:
                self._loaded[key] = make()
            return cast("Model", self._loaded[key])
