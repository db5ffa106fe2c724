"""The sample's reports that the README links are those that this version makes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = (
    "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import make; make.make(Path(sys.argv[2]))"
)


@pytest.mark.slow
def test_the_committed_reports_are_what_the_sample_gives(repository: Path, tmp_path: Path) -> None:
    folder = repository / "docs" / "sample"
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), str(tmp_path)], check=True, env={**os.environ, "TZ": "UTC"}
    )
    names = [each.name for each in folder.glob("report.*")]
    assert len(names) == 4
    for name in names:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), f"{name}: python docs/sample/make.py"
