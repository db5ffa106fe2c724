"""An `add` that was interrupted or ran out of disk says what is stored, and the next command does what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import StoreError
from factcheck.store.articles import ArticleRepository
from factcheck.store.vectors import VectorRepository
from factcheck.workbench import ranking

TEXTS = ("The weir at Tolm was built in 1911.", "The mill at Brae was sold in 1954.", "The lock at Sund shut in 1978.")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = ["weir.txt", "mill.txt", "lock.txt"]
    for name, text in zip(names, TEXTS, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return names


def scorers(run: Any) -> set[str]:
    return {claim["worthiness_by"].partition("/")[0] for claim in run("claims", "--json").json["claims"]}


@pytest.mark.model
@pytest.mark.parametrize("stage", ["rank", "embed"])
@pytest.mark.parametrize("healing", [["add", "weir.txt"], ["match"], ["doctor", "--fix"]])
def test_claims_of_an_interrupted_add_are_ranked_by_the_next_command(
    run: Any, quick: None, files: list[str], monkeypatch: pytest.MonkeyPatch, stage: str, healing: list[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if stage == "rank":
            patched.setattr(ranking, "rank", interrupted)
        else:
            patched.setattr(VectorRepository, "add", interrupted)
        assert run("add", "weir.txt").code == 130
    assert scorers(run) == {"rules"}
    told = next(each for each in run("doctor", "--json").json["checks"] if each["name"] == "ranks")
    assert told["detail"] == "1 claims wait for theirs; the next add or match gives it"
    answer = run(*healing)
    assert answer.code == 0, answer.err
    assert scorers(run) == {"head"}
    if healing[0] == "doctor":
        assert "1 of 1 claims that waited for theirs have it now" in answer.out


@pytest.mark.model
def test_a_reworded_claim_is_ranked_by_the_next_match(run: Any, quick: None, files: list[str]) -> None:
    assert run("add", "weir.txt").code == 0
    (claim,) = run("claims", "--json").json["claims"]
    assert run("claims", "edit", claim["id"], "--checked", "The weir was built in 1912.", "--by", "Ana").code == 0
    assert scorers(run) == {""}
    assert run("match").code == 0
    assert scorers(run) == {"head"}


@pytest.mark.parametrize("command", [["add"], ["evidence", "add"]])
def test_a_full_disk_says_which_sources_are_stored_and_which_are_not(
    run: Any, files: list[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    from factcheck.store.documents import DocumentRepository

    repository: type = ArticleRepository if command == ["add"] else DocumentRepository
    store = repository.add  # type: ignore[attr-defined]
    stored: list[object] = []

    def filling(self: object, *arguments: object) -> None:
        if stored:
            raise StoreError("The disk is full; nothing of this step was stored.", hint="Free some space.")
        stored.append(self)
        store(self, *arguments)

    monkeypatch.setattr(repository, "add", filling)
    answer = run(*command, *files)
    assert answer.code == 4
    assert "The disk is full" in answer.err
    assert "Stored before that: weir.txt. Not stored: mill.txt, lock.txt." in answer.err
    assert "→ Free some space." in answer.err


@pytest.mark.model
def test_a_disk_that_fills_up_while_claims_are_embedded_says_that_the_sources_are_stored(
    run: Any, quick: None, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full; nothing of this step was stored.", hint="Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr(VectorRepository, "add", full)
        answer = run("add", *files)
    assert answer.code == 4
    assert "3 sources of this command stored, but not all of it is embedded and ranked." in answer.err
    assert run("add", files[0]).code == 0
    assert scorers(run) == {"head"}
