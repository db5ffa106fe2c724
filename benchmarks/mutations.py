"""Whether the tests notice a condition that was turned: mutants of the packages that decide, one condition each.

Run: python -m benchmarks.mutations [--count 40] [--seed 9] [--package FOLDER ...] [--only TEXT ...] [--near]

Of each package the same number of conditions is drawn with a fixed seed: a comparison gets its opposite or its
neighbour (`<` for `<=`), `and` becomes `or`, the test of an `if` is denied. Each mutant stands in a copy of the
checkout and is met by the test of its module; where it lives, by the tests that name the module, then by all tests of
its package that load no model, and where it lives still, by those of the other parts that show the package's work. One
that lives through all of these is listed with its place, for a person to say whether it changes anything that can be
seen.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.machine import machine_lines
from benchmarks.wilson import wilson

ROOT: Final = Path(__file__).parent.parent
PACKAGES: Final = ("review", "store", "workbench", "verdict", "claims")
WIDER: Final = {
    "review": ["tests/unit/store", "tests/unit/workbench", "tests/tui"],
    "store": ["tests/unit/workbench", "tests/contracts", "tests/cli"],
    "workbench": ["tests/unit/store", "tests/cli", "tests/tui"],
    "verdict": ["tests/unit/workbench", "tests/contracts", "tests/cli"],
    "claims": ["tests/unit/workbench", "tests/contracts", "tests/cli"],
    "language": ["tests/unit/claims", "tests/unit/verdict", "tests/contracts"],
}
"""Where else a package's work is seen."""
NEAR_SECONDS: Final = 600
WIDE_SECONDS: Final = 1200
"""Processor seconds that the tests may take. A mutant that uses them up hangs, which somebody would notice: killed."""
_NO_TESTS: Final = 5
"""How pytest ends where every test that was asked for is left out."""
TURNED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One condition of one module, turned.

    Attributes:
        path: Of the module, from the checkout's root.
        line: Where the condition begins, from 1.
        was, now: The condition's source.
        content: The module's whole source with it.
    """

    path: Path
    line: int
    was: str
    now: str
    content: str

    @property
    def module(self) -> str:
        return ".".join(self.path.with_suffix("").parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--package", action="append", help="a folder of factcheck/ to draw from, such as claims/detect")
    parser.add_argument("--only", action="append", help="run only those whose line in the list holds this text")
    parser.add_argument("--near", action="store_true", help="meet only the tests of the mutant's own package")
    wanted = parser.parse_args()
    for line in machine_lines():
        print(line)
    only = wanted.only or [""]
    packages = wanted.package or PACKAGES
    drawn = [each for each in draw(packages, wanted.count, wanted.seed) if any(text in shown(each) for text in only)]
    print(f"conditions: {len(drawn)}, drawn with seed {wanted.seed}", flush=True)
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "checkout"
        copied(tree)
        for number, mutant in enumerate(drawn, 1):
            ended = meet(tree, mutant, near=wanted.near)
            killed += ended != "LIVES"
            print(f"{number:>3}  {shown(mutant)}\n     {ended}", flush=True)
    low, high = wilson(killed, len(drawn))
    print(f"killed: {killed} of {len(drawn)} ({killed / max(1, len(drawn)):.3f}; Wilson 95 %: {low:.3f} to {high:.3f})")


def shown(mutant: Mutant) -> str:
    was, now = (" ".join(each.split()) for each in (mutant.was, mutant.now))
    return f"{mutant.path}:{mutant.line}: `{was}` → `{now}`"


def draw(packages: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Mutants in equal numbers from each package, each of another condition, in the order of the packages."""
    chance = random.Random(seed)
    found = []
    for place, package in enumerate(packages):
        # What doesn't divide evenly goes to the first ones.
        share = (count + len(packages) - 1 - place) // len(packages)
        paths = sorted(each for each in (ROOT / "factcheck" / package).rglob("*.py") if "migrations" not in each.parts)
        places = [(path, at) for path in paths for at in range(len(list(conditions(ast.parse(path.read_text())))))]
        for path, at in sorted(chance.sample(places, share)):
            found.append(mutant_of(path, at, chance))
    return found


def conditions(tree: ast.AST) -> Iterator[ast.expr]:
    """Comparisons, `and`s and `or`s, and the tests of `if`, `while` and comprehensions that are neither."""
    tests = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            tests.add(node.test)
        elif isinstance(node, ast.comprehension):
            tests.update(node.ifs)
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare | ast.BoolOp) or (isinstance(node, ast.expr) and node in tests):
            yield node


def mutant_of(path: Path, at: int, chance: random.Random) -> Mutant:
    source = path.read_text(encoding="utf-8")
    node = list(conditions(ast.parse(source)))[at]
    was = ast.get_source_segment(source, node)
    assert was is not None
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    now = f"({ast.unparse(turned(node, chance))})"
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    head = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    tail = lines[node.end_lineno - 1][node.end_col_offset :] + b"".join(lines[node.end_lineno :])
    return Mutant(
        path=path.relative_to(ROOT),
        line=node.lineno,
        was=was,
        now=now,
        content=(head + now.encode() + tail).decode(),
    )


def turned(node: ast.expr, chance: random.Random) -> ast.expr:
    node = copy.deepcopy(node)
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.Compare):
        place = chance.randrange(len(node.ops))
        node.ops[place] = chance.choice(TURNED[type(node.ops[place])])()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node = node.operand
    else:
        node = ast.UnaryOp(op=ast.Not(), operand=node)
    return node


def copied(tree: Path) -> None:
    """The files that the checkout's version control knows, as they are now."""
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tree / name)


def meet(tree: Path, mutant: Mutant, *, near: bool) -> str:
    """What became of a mutant: which test killed it, or LIVES."""
    whole = (tree / mutant.path).read_bytes()
    (tree / mutant.path).write_text(mutant.content, encoding="utf-8")
    try:
        mirror = Path("tests", "unit", *mutant.path.parts[1:-1], f"test_{mutant.path.name}")
        named = tests_that_name(tree, mutant.module)
        own = ["-m", "not model and not slow", str(mirror.parent)]
        wide = [] if near else ["-m", "not slow", *WIDER[mutant.path.parts[1]]]
        first = [str(mirror)] if (tree / mirror).is_file() else []
        for asked, seconds in (
            (first, NEAR_SECONDS),
            (named, NEAR_SECONDS),
            (own, NEAR_SECONDS),
            (wide, WIDE_SECONDS),
        ):
            if asked and (killer := run(tree, asked, seconds)):
                return f"killed by {killer}"
    finally:
        (tree / mutant.path).write_bytes(whole)
    return "LIVES"


def tests_that_name(tree: Path, module: str) -> list[str]:
    """The tests of units and contracts that import the module."""
    package, _, name = module.rpartition(".")
    found = set()
    for path in [*(tree / "tests" / "unit").rglob("test_*.py"), *(tree / "tests" / "contracts").glob("test_*.py")]:
        text = path.read_text(encoding="utf-8")
        if f"from {module} import" in text or f"from {package} import {name}\n" in text:
            found.add(path)
    return [str(path.relative_to(tree)) for path in sorted(found)]


def run(tree: Path, asked: list[str], seconds: int) -> str:
    """The first test that failed; empty where all passed."""
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, *asked],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_CPU, (seconds, seconds)),
    )
    if done.returncode in (0, _NO_TESTS):
        return ""
    if done.returncode < 0:
        return f"its hanging: {seconds} processor seconds were used up"
    for line in done.stdout.splitlines():
        if line.startswith(("FAILED ", "ERROR ")):
            return line.split(" - ")[0].split(" ", 1)[1]
    raise RuntimeError(f"pytest ended with {done.returncode}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
