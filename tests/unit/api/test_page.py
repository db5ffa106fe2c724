"""docs/api.md: its examples run, in their order, as one program; and every public name is on it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import factcheck

PAGE = Path(__file__).parent.parent.parent.parent / "docs" / "api.md"


def program() -> str:
    return "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))


def named_for_checkers() -> set[str]:
    """What the package imports under TYPE_CHECKING."""
    (block,) = [
        node
        for node in ast.parse(Path(str(factcheck.__file__)).read_text(encoding="utf-8")).body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name)
    ]
    return {each.name for node in block.body if isinstance(node, ast.ImportFrom) for each in node.names}


def public_verbs() -> set[str]:
    return {name for name in dir(factcheck.Workbench) if not name.startswith("_")}


def test_the_examples_run_as_one_program(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(program(), str(PAGE), "exec"), {"__name__": "example"})  # our own page
    printed = capsys.readouterr()
    assert "matching" in printed.out
    assert printed.err == ""
    assert (newsroom / "report.html").is_file()


def test_every_public_name_is_on_the_page_and_there_is_no_other(newsroom: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"factcheck\.(\w+)", page.replace("factcheck.toml", "")))
    assert named == set(factcheck.__all__)


def test_every_verb_of_a_workbench_is_on_the_page_and_there_is_no_other() -> None:
    assert set(re.findall(r"bench\.(\w+)", PAGE.read_text(encoding="utf-8"))) | {"close"} == public_verbs()


def test_what_checkers_see_is_what_there_is() -> None:
    names = set(factcheck.__all__) - {"__version__"}
    assert named_for_checkers() == names
    assert {name for names in factcheck._MODULES.values() for name in names.split()} == names
    assert set(dir(factcheck)) >= set(factcheck.__all__)
    for name in names:
        assert getattr(factcheck, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        factcheck.opne  # type: ignore[attr-defined]  # noqa: B018


def test_every_public_function_says_what_it_takes_gives_and_raises() -> None:
    verbs = [getattr(factcheck.Workbench, name) for name in public_verbs() - {"path", "settings"}]
    for verb in (factcheck.open, factcheck.score, *verbs):
        assert verb.__doc__, verb
        hints = dict(verb.__annotations__)
        names = verb.__code__.co_varnames[: verb.__code__.co_argcount + verb.__code__.co_kwonlyargcount]
        assert "return" in hints, verb
        assert [name for name in names if name != "self" and name not in hints] == [], verb


WRONG = """\
import factcheck

with factcheck.opne("claims.db") as bench:
    bench.match()
with factcheck.open("claims.db") as bench:
    bench.add("story.html", published="2024-03-06")
    bench.claims()[0].claim.said = "other words"
    shown: int = bench.claims()[0].claim.said
"""


@pytest.mark.slow
def test_the_examples_pass_mypy_in_strict_mode_against_the_installed_package(repository: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(repository)]
    subprocess.run(build, check=True, capture_output=True)
    place = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    site = next(place.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(next(tmp_path.glob("factcheck-*.whl"))) as packed:
        assert "factcheck/py.typed" in packed.namelist()
        packed.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    (work / "example.py").write_text(program(), encoding="utf-8")
    (work / "wrong.py").write_text(WRONG, encoding="utf-8")
    check = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--python-executable"]
    told = subprocess.run(
        [*check, str(place / "bin" / "python"), "example.py", "wrong.py"],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    faults = [line for line in told.stdout.splitlines() if ": error:" in line]
    assert [line for line in faults if not line.startswith("wrong.py")] == [], told.stdout
    lines = {int(line.split(":")[1]) for line in faults}
    assert lines == {3, 6, 7, 8}, told.stdout
