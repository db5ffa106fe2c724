"""What a command loads: in a process of its own, by what is in `sys.modules` afterwards."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CLUSTER = {"ray", "pyarrow"}
MODELS = CLUSTER | {
    "torch",
    "faiss",
    "sentence_transformers",
    "transformers",
    "tokenizers",
    "safetensors",
    "huggingface_hub",
    "spacy",
    "thinc",
}
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


@pytest.mark.parametrize("name", ["report.json", "report.html"])
def test_a_report_is_verified_without_a_model_a_reader_or_a_database(sample: Path, name: str) -> None:
    subprocess.run([sys.executable, "-m", "factcheck", "report", "--out", name, "--db", str(sample)], check=True)
    sample.unlink()
    found = loaded("verify", name)
    assert found & (MODELS | READERS | (REST - {"jinja2"})) == set()
    assert "msgspec" in found


@pytest.mark.parametrize("arguments", [[], ["--json"], ["--ranked"], ["--status", "unreviewed"]])
def test_the_list_of_claims_is_read_without_sqlalchemy(sample: Path, arguments: list[str]) -> None:
    """Its import takes longer than everything else that the list needs."""
    assert loaded("claims", *arguments, "--db", str(sample)) & {"sqlalchemy", "asyncio"} == set()


def test_a_first_look_loads_the_parser_of_sentences_and_no_other_model_no_tables_and_no_reader(
    repository: Path,
) -> None:
    """Each takes longer to import than all else of it."""
    folder = repository / "benchmarks" / "one_line" / "harbour"
    found = loaded("check", str(folder / "article.md"), "--against", str(folder / "evidence"), "--no-model")
    # The weights that find sentences are a file of safetensors; what reads them is spaCy, which brings asyncio.
    needed = {"safetensors", "spacy", "thinc", "numpy", "asyncio"}
    assert found & ((MODELS | READERS | REST) - needed) == set()


def test_import_factcheck_loads_nothing_but_itself_and_looking_at_its_names_no_more() -> None:
    program = (
        "import sys; before = set(sys.modules); import factcheck; dir(factcheck)\n"
        "new = set(sys.modules) - before\n"
        "print(sorted(name for name in new if name.partition('.')[0] not in sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['factcheck']"
    assert done.stderr == ""


def test_a_program_that_only_reads_a_workbench_loads_no_model_and_no_terminal(sample: Path) -> None:
    program = (
        "import json, sys, factcheck\n"
        "with factcheck.open(sys.argv[1], mode='read') as bench:\n"
        "    assert bench.claim(bench.claims()[0].claim.id).evidence\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(sample)], capture_output=True, text=True, check=True)
    found = set(json.loads(done.stdout))
    assert found & (MODELS | READERS | {"textual", "rich", "click", "alembic", "numpy"}) == set()
    assert "sqlite3" in found


def test_importing_the_package_or_any_seam_loads_nothing_heavy() -> None:
    """Every module that the commands share, and the terminal UI's, without a call to anything."""
    program = (
        "import json, sys, factcheck, factcheck.interfaces, factcheck.settings, factcheck.wiring\n"
        "[getattr(factcheck, name) for name in factcheck.__all__]\n"
        "import factcheck.workbench.matching, factcheck.workbench.checking, factcheck.api.sample\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout)) & (MODELS | READERS | {"textual", "rich", "click", "alembic"}) == set()
