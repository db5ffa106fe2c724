"""Modules that are kept from being imported, for a while and for one thread."""

from __future__ import annotations

import importlib
import sys
import threading
from pathlib import Path

import pytest

from factcheck.language.parsing.late_import import kept_out, stood_in_for


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package with a module in it, which nothing has imported."""
    (tmp_path / "heavy").mkdir()
    (tmp_path / "heavy" / "__init__.py").write_text("")
    (tmp_path / "heavy" / "part.py").write_text("thing = 3\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    for name in ("heavy", "heavy.part"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def test_a_module_that_is_kept_out_is_not_installed_until_the_block_ends() -> None:
    with kept_out({"heavy"}), pytest.raises(ModuleNotFoundError, match="heavy"):
        importlib.import_module("heavy")
    assert importlib.import_module("heavy.part").thing == 3


def test_it_is_kept_out_of_this_thread_only() -> None:
    found = []
    with kept_out({"heavy"}):
        thread = threading.Thread(target=lambda: found.append(importlib.import_module("heavy")))
        thread.start()
        thread.join()
    assert [each.__name__ for each in found] == ["heavy"]


def test_others_are_imported_as_ever() -> None:
    with kept_out({"light"}):
        assert importlib.import_module("heavy").__name__ == "heavy"


def test_nothing_is_left_behind_when_the_block_fails() -> None:
    before = list(sys.meta_path)
    with pytest.raises(ValueError, match="no"), kept_out({"heavy"}), stood_in_for("heavy.part", "thing"):
        raise ValueError("no")
    assert sys.meta_path == before
    assert not {"heavy", "heavy.part"} & sys.modules.keys()


def test_a_name_is_stood_in_for_without_its_module_and_can_be_had_afterwards() -> None:
    with stood_in_for("heavy.part", "thing"):
        assert importlib.import_module("heavy.part").thing is None
    assert importlib.import_module("heavy.part").thing == 3


def test_what_was_loaded_before_stays_as_it_is() -> None:
    before = importlib.import_module("heavy.part")
    with stood_in_for("heavy.part", "thing"):
        assert importlib.import_module("heavy.part").thing == 3
    assert sys.modules["heavy.part"] is before
