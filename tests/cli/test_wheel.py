"""The package as others get it: built as a wheel, installed outside of the checkout, with the seeds inside."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest


@pytest.mark.model
@pytest.mark.slow
def test_the_wheel_runs_the_demo_outside_of_the_checkout(repository: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(repository)]
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(tmp_path.glob("factcheck-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert "factcheck/seeds/sample.toml" in names
    assert "factcheck/store/migrations/env.py" in names
    assert any(name.endswith(".tcss") for name in names)
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)

    # A new environment that has the wheel, and what it depends on from this one.
    place = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    site = next(place.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    run = [str(place / "bin" / "python"), "-m", "factcheck", "demo", "--json", "--no-review"]
    where = subprocess.run(
        [run[0], "-c", "import factcheck; print(factcheck.__file__)"],
        cwd=empty,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
    answer = subprocess.run(run, cwd=empty, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    document = json.loads(answer.stdout)
    assert len(document["claims"]) >= 14
    assert all(claim["suggestion"]["passages"] for claim in document["claims"])
    assert {path.name for path in empty.iterdir()} == {"demo.db", "demo.db.index"}
