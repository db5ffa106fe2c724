"""Keeps from being imported what a library would load and isn't needed here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def kept_out(names: Collection[str]) -> Iterator[None]:
    """A `with` block in which these top-level modules aren't installed, to this thread's imports."""
    finder = _NotHere(frozenset(names), threading.get_ident())
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@contextmanager
def stood_in_for(module: str, name: str) -> Iterator[None]:
    """A `with` block in which `from module import name` gives None without loading anything.

    What was loaded before stays as it is, and afterwards the module itself can be imported.
    """
    package = module.rpartition(".")[0]
    put = [each for each in (package, module) if each not in sys.modules]
    for each in put:
        sys.modules[each] = ModuleType(each)
    if module in put:
        setattr(sys.modules[module], name, None)
    try:
        yield
    finally:
        for each in put:
            sys.modules.pop(each, None)


class _NotHere:
    """A finder that says that some modules aren't installed, to one thread."""

    def __init__(self, names: frozenset[str], thread: int) -> None:
        self._names = names
        self._thread = thread

    def find_spec(self, name: str, *_: object) -> None:
        if name in self._names and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
