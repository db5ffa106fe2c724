"""Rules of the code that no linter has: sizes, docstrings, who names implementations, which error has which code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from factcheck.errors import FactcheckError

PACKAGE = Path(__file__).parent.parent.parent / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400
IMPLEMENTATIONS = {
    # what stands behind a seam: only its own package and wiring may name it
    "factcheck.ingest.sources",
    "factcheck.language.sentences.sentencex_splitter",
    "factcheck.language.sentences.syntok_splitter",
    "factcheck.language.sentences.segmenter",
    "factcheck.language.parsing.no_parser",
    "factcheck.language.parsing.spacy_parser",
    "factcheck.claims.detect.detector",
    "factcheck.claims.worthiness.check_worthiness",
    "factcheck.claims.worthiness.trained",
    "factcheck.evidence.transformer_encoder",
    "factcheck.evidence.faiss_index",
    "factcheck.verdict.stance.cross_encoder",
    "factcheck.verdict.stance.hub_reader",
    "factcheck.verdict.stance.packed_bert",
    "factcheck.workbench.ray_cluster",
}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module that this one imports, at the top or late."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def test_there_is_a_package_to_look_at() -> None:
    assert len(MODULES) > 80


def test_every_module_is_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [name_of(path) for path in MODULES if not ast.get_docstring(tree_of(path))] == []


def test_every_module_with_code_begins_alike() -> None:
    first = "from __future__ import annotations"
    without = [
        name_of(path)
        for path in MODULES
        if any(not isinstance(node, ast.Expr) for node in tree_of(path).body)
        and path.name not in ("__init__.py", "v0001_first.py")
        and first not in path.read_text(encoding="utf-8")
    ]
    assert without == []


def test_every_public_class_says_what_it_is() -> None:
    missing = [
        f"{name_of(path)}.{node.name}"
        for path in MODULES
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and ast.get_docstring(node) is None
    ]
    assert missing == []


def test_a_folder_of_code_is_a_package(repository: Path) -> None:
    folders = {path.parent for path in MODULES if "migrations" not in path.parts}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_only_wiring_names_implementations() -> None:
    there = {name_of(path) for path in MODULES}
    assert there >= IMPLEMENTATIONS
    named: dict[str, set[str]] = {}
    for path in MODULES:
        importer = name_of(path)
        for module in IMPLEMENTATIONS.intersection(imported(path)):
            if importer.rpartition(".")[0] != module.rpartition(".")[0]:
                named.setdefault(importer, set()).add(module)
    assert set(named) == {"factcheck.wiring"}


def test_a_heavy_library_is_imported_in_one_module_or_late() -> None:
    """At the top of a module only where that module is the library's own place."""
    places = {
        "torch": set[str](),
        "sentence_transformers": set[str](),
        "transformers": set[str](),
        "spacy": set[str](),
        "thinc": set[str](),
        "tokenizers": set[str](),
        "faiss": {"factcheck.evidence.faiss_index"},
        "trafilatura": set[str](),
        "lxml": set[str](),
        "charset_normalizer": set[str](),
        "jinja2": {"factcheck.report.html.environment"},
        "sentencex": set[str](),
        "syntok": set[str](),
        # Ray's own module needs variables set before it, and an error where it is missing.
        "ray": set[str](),
        "pyarrow": set[str](),
    }
    found: dict[str, set[str]] = {library: set() for library in places}
    for path in MODULES:
        for node in tree_of(path).body:
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                if name.partition(".")[0] in found:
                    found[name.partition(".")[0]].add(name_of(path))
    assert found == places


def test_every_error_class_stands_in_errors_and_has_its_code() -> None:
    """So that `except FactcheckError` at the edge is all there is to catch. A module's own signals begin with `_`."""
    defined = {
        node.name: name_of(path)
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error") and not node.name.startswith("_")
    }
    assert set(defined.values()) == {"factcheck.errors"}
    kinds = {each.__name__: each.exit_code for each in FactcheckError.__subclasses__()}
    assert {"FactcheckError", *kinds} == set(defined)
    assert sorted(kinds.values()) == [2, 3, 4, 5, 6, 7, 8]


def test_every_deliberate_error_has_a_hint() -> None:
    """An error without a next step is half of one."""
    kinds = {each.__name__ for each in FactcheckError.__subclasses__()}
    without = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in kinds
        and "hint" not in {keyword.arg for keyword in node.keywords}
    ]
    assert without == []


def test_the_command_line_s_page_names_every_exit_code(repository: Path) -> None:
    page = (repository / "docs" / "cli.md").read_text(encoding="utf-8")
    section = page[page.index("xit code") :]
    for code in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 70, 130, 143):
        assert re.search(rf"(?<!\d){code}(?!\d)", section), code


def test_every_module_of_language_claims_and_verdict_has_its_tests_at_the_same_path() -> None:
    tests = PACKAGE.parent / "tests" / "unit"
    read = [path.relative_to(PACKAGE) for path in MODULES if path.name != "__init__.py"]
    asked = [path for path in read if path.parts[0] in {"language", "claims", "verdict"}]
    assert len(asked) > 100
    assert [str(path) for path in asked if not (tests / path.parent / f"test_{path.name}").exists()] == []


def test_no_folder_of_language_claims_and_verdict_holds_more_than_twelve_modules() -> None:
    folders = [
        path for name in ("language", "claims", "verdict") for path in (PACKAGE / name).rglob("*") if path.is_dir()
    ]
    assert [str(each) for each in folders if len([*each.glob("*.py")]) > 13] == []
