"""What the pages name is there: modules, functions, files, layers; and no version is named in two ways."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import factcheck

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PACKAGE = ROOT / "factcheck"

FOLDERS = "factcheck|tests|benchmarks|training|docs|seeds|" + "|".join(
    path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("_")
)
DOTTED = re.compile(r"(?<![\w./-])(?:factcheck|benchmarks|training|tests)(?:\.\w+)+(?!\w)")
PATH = re.compile(rf"(?<![\w./-])(?:{FOLDERS})/(?:[\w.-]+/)*[\w.-]*")
BARE_MODULE = re.compile(r"`(\w+\.py)`")
CLASS = re.compile(r"`((?:[A-Z][a-z]+){2,})`")

MADE_UP = {
    "factcheck.toml",  # a file, and no module
    "factcheck/language/mark_splitter.py",  # what the guide builds
    "factcheck.language.mark_splitter.MarkSplitter",
    "factcheck.language.mark_splitter",
}


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def defined_in(module: Path) -> frozenset[str]:
    """The names at the top of a module, those that it imports included, and `Class.method` of its classes."""
    names: set[str] = set()
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {each.id for each in targets if isinstance(each, ast.Name)}
    return frozenset(names)


def is_public(dotted: str) -> bool:
    """Whether it is a name that `import factcheck` offers, or an attribute of one."""
    _, name, *more = dotted.split(".")
    if not dotted.startswith("factcheck.") or name not in factcheck.__all__:
        return False
    return not more or (len(more) == 1 and hasattr(getattr(factcheck, name), more[0]))


def exists(dotted: str) -> bool:
    """Whether a dotted name leads to a package, a module, something at the top of one, or to a public name."""
    if is_public(dotted):
        return True
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:cut])
        rest = ".".join(parts[cut:])
        module = place.with_suffix(".py") if place.with_suffix(".py").is_file() else place / "__init__.py"
        if module.is_file() or place.is_dir():
            return not rest or (module.is_file() and rest in defined_in(module))
    return False


def all_classes() -> Iterator[str]:
    for folder in ("factcheck", "tests"):
        for path in (ROOT / folder).rglob("*.py"):
            yield from (name for name in defined_in(path) if name[0].isupper())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_and_functions_that_a_page_names_exist(page: Path) -> None:
    named = set(DOTTED.findall(text_of(page))) - MADE_UP
    assert [name for name in sorted(named) if not exists(name)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_and_folders_that_a_page_names_exist(page: Path) -> None:
    named = {match.group().rstrip(".") for match in PATH.finditer(text_of(page))} - MADE_UP
    missing = [name for name in sorted(named) if not any((base / name).exists() for base in (ROOT, PACKAGE))]
    files = {
        path.name
        for folder in ("factcheck", "tests", "training", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert missing + [name for name in BARE_MODULE.findall(text_of(page)) if name not in files] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_classes_that_a_page_names_exist(page: Path) -> None:
    there = set(all_classes())
    assert [name for name in CLASS.findall(text_of(page)) if name not in there] == []


def test_this_way_of_looking_sees_what_is_missing() -> None:
    assert exists("factcheck.workbench.adding.add_articles")
    assert exists("factcheck.store.database.Database.query")
    assert not exists("factcheck.workbench.adding.add_nothing")
    assert not exists("factcheck.claims.sentence_detector")
    assert exists("factcheck.Workbench.decide")
    assert not exists("factcheck.Workbench.guess")
    assert not exists("factcheck.opne")
    assert DOTTED.findall("`factcheck.domain.ids`, factcheck.toml") == ["factcheck.domain.ids", "factcheck.toml"]
    assert PATH.findall("see `claims/sentence_detector.py` and https://example.org/docs/x") == [
        "claims/sentence_detector.py"
    ]


def test_the_architecture_page_has_the_layers_of_the_contract() -> None:
    options = tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]["importlinter"]
    (contract,) = [each for each in options["contracts"] if each["type"] == "layers"]
    assert f"```\n{chr(10).join(contract['layers'])}\n```" in text_of(ROOT / "docs" / "architecture.md")


def test_the_architecture_page_names_every_folder_and_module_of_the_package() -> None:
    rows = re.findall(r"^\| `([\w.]+/?)` \|", text_of(ROOT / "docs" / "architecture.md"), re.MULTILINE)
    folders = {f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")}
    modules = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py"}
    assert {row for row in rows if (PACKAGE / row).exists()} == folders | modules


def test_the_hooks_run_the_tools_that_the_lint_extra_installs() -> None:
    """Versions of tools stand in constraints.txt and nowhere else."""
    hooks = text_of(ROOT / ".pre-commit-config.yaml")
    extra = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]["optional-dependencies"]["lint"]
    tools = {"import-linter": "lint-imports"}
    wanted = {tools.get(name, name) for name in (Requirement(each).name for each in extra)}
    assert set(re.findall(r"entry: \.venv/bin/([\w-]+)", hooks)) == wanted
    assert re.findall(r"^ *- repo: *(\S+)|^ *(rev:)", hooks, re.MULTILINE) == [("local", "")]
    assert hooks.count("language: system") == hooks.count("entry:")


def test_the_locked_versions_are_ones_that_the_project_allows() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    lines = (line.partition("#")[0].strip() for line in text_of(ROOT / "constraints.txt").splitlines())
    locked = {
        name.lower().replace("_", "-"): version for name, _, version in (line.partition("==") for line in lines if line)
    }
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    wrong = [
        each
        for each in map(Requirement, asked)
        if not each.specifier.contains(locked.get(each.name.lower().replace("_", "-"), "0"))
    ]
    assert wrong == []
