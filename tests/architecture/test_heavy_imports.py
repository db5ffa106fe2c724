"""What a command loads: in a process of its own, by what is in `sys.modules` afterwards."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MODELS = {"torch", "faiss", "sentence_transformers", "transformers", "tokenizers", "safetensors", "huggingface_hub"}
READERS = {"trafilatura", "lxml", "charset_normalizer", "sentencex", "syntok"}
REST = {"sqlalchemy", "alembic", "numpy", "textual", "rich", "jinja2", "asyncio", "docx", "weasyprint"}

RUN = """
import json, sys
from factcheck.cli.main import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(json.dumps({"code": code, "modules": sorted({name.partition(".")[0] for name in sys.modules})}), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The top-level modules that `factcheck ARGUMENTS` loads; it must succeed."""
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    answer = json.loads(done.stderr.splitlines()[-1])
    assert answer["code"] == 0, done.stderr
    assert done.stdout
    return set(answer["modules"])


@pytest.fixture
def sample(repository: Path, tmp_path: Path) -> Path:
    """A copy of the sample workbench: with claims, suggestions and evidence to read."""
    return Path(shutil.copy(repository / "claims.db", tmp_path / "claims.db"))


def test_this_way_of_looking_sees_what_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import faiss\n{RUN}", "--version"], capture_output=True, text=True, check=True
    )
    assert "faiss" in json.loads(done.stderr.splitlines()[-1])["modules"]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["claims", "--help"], ["review", "--help"], ["report", "--help"]]
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(*arguments) & (MODELS | READERS | REST) == set()


@pytest.mark.parametrize("arguments", [["claims"], ["claims", "--json"], ["report", "--format", "json"]])
def test_commands_that_only_read_the_database_load_no_model_library(sample: Path, arguments: list[str]) -> None:
    found = loaded(*arguments, "--db", str(sample))
    assert found & (MODELS | READERS) == set()
    assert "numpy" not in found
    assert "alembic" not in found
    assert "sqlite3" in found  # or it would not have read anything


@pytest.mark.parametrize("arguments", [[], ["--json"], ["--ranked"], ["--status", "unreviewed"]])
def test_the_list_of_claims_is_read_without_sqlalchemy(sample: Path, arguments: list[str]) -> None:
    """Its import takes longer than everything else that the list needs."""
    assert loaded("claims", *arguments, "--db", str(sample)) & {"sqlalchemy", "asyncio"} == set()


def test_importing_the_package_or_any_seam_loads_nothing_heavy() -> None:
    """Every module that the commands share, and the terminal UI's, without a call to anything."""
    program = (
        "import json, sys, factcheck, factcheck.interfaces, factcheck.settings, factcheck.wiring\n"
        "import factcheck.workbench.matching, factcheck.workbench.checking, factcheck.workbench.sample\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout)) & (MODELS | READERS | {"textual", "rich", "click", "alembic"}) == set()
