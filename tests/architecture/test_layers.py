"""Who may import whom: import-linter's contracts of pyproject.toml, and that they name every package there is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import lint_imports


def test_imports_go_one_way(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert lint_imports(config_filename=str(repository / "pyproject.toml"), cache_dir=None)


def test_the_contracts_would_notice_a_break(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The layers upside down must fail, or the test above proves nothing."""
    monkeypatch.chdir(repository)
    text = (repository / "pyproject.toml").read_text(encoding="utf-8")
    layers = tomllib.loads(text)["tool"]["importlinter"]["contracts"][0]["layers"]
    assert read_configuration(str(repository / "pyproject.toml"))["contracts_options"][0]["layers"] == layers
    broken = tmp_path / "pyproject.toml"
    broken.write_text(
        "[tool.importlinter]\nroot_package = 'factcheck'\n[[tool.importlinter.contracts]]\nname = 'upside down'\n"
        f"type = 'layers'\ncontainers = ['factcheck']\nlayers = {layers[::-1]!r}\n"
    )
    assert not lint_imports(config_filename=str(broken), cache_dir=None)
    assert "upside down BROKEN" in capsys.readouterr().out


def test_the_layers_are_those_of_the_design_and_all_of_them(repository: Path) -> None:
    options = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = [each for each in options["contracts"] if each["type"] == "layers"]
    assert contract["exhaustive"] is True
    assert contract["layers"] == [
        "__main__",
        "cli",
        "tui",
        "api",
        "wiring",
        "workbench",
        "ingest | claims | evidence | verdict | review | report | evaluation | store",
        "interfaces | settings | models | language | files",
        "desk_tables",
        "domain",
        "errors",
    ]
    named = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    there = {
        path.stem
        for path in (repository / "factcheck").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").is_file()) and path.stem != "__init__"
    }
    assert there == named
