"""Charts of evaluations to files, under names that any file system takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from factcheck.errors import StoreError
from factcheck.evaluation.charts import CHARTS
from factcheck.evaluation.results import JudgedResult
from factcheck.files import replacing
from factcheck.workbench.targets import check_target

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_ENDINGS: Final = re.compile(r"(\.jsonl?|\.ndjson|\.gz)+$", re.IGNORECASE)
_LONGEST: Final = 80


class Charts:
    """Draws into one folder, which is made if it isn't there.

    Raises:
        StoreError: If the folder can't be made or written to; also by `draw`.
        UsageError: By `draw`, if something else than a file stands where a chart belongs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(folder, error) from error

    def draw(self, result: JudgedResult) -> Iterator[Path]:
        """One file for each chart of a result, replacing those of an earlier run; gives them as they are written."""
        name = self._name(result.file)
        for chart, draw in CHARTS.items():
            path = self._folder / f"{name}-{chart}.svg"
            check_target(path, option="--plot")
            try:
                with replacing(path) as file:
                    file.write(draw(result).encode())
            except OSError as error:
                raise _unwritable(path, error) from error
            yield path

    def _name(self, file: str) -> str:
        """What the labelled file is called, in letters, digits, `-` and `_`; numbered where two have one name."""
        stem = _UNSAFE.sub("-", _ENDINGS.sub("", Path(file).name)).strip("-")[:_LONGEST] or "rows"
        name, number = stem, 1
        while name.lower() in self._names:
            number += 1
            name = f"{stem}-{number}"
        self._names.add(name.lower())
        return name


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(f"{path} can't be written: {error.strerror or error}.", hint="Name another folder with --plot.")
