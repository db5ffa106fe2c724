"""Matching and searching from the reviewer, with a small real encoder, real FAISS and the real stance model."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pytest

from factcheck import wiring
from factcheck.domain.statuses import Status
from factcheck.errors import ModelError
from factcheck.interfaces import Encoder
from factcheck.settings import Settings
from factcheck.tui.screens.passage import PassageScreen
from factcheck.tui.screens.search import SearchScreen
from factcheck.workbench.indexing import update_index
from tests.patience import PATIENCE
from tests.tui.sample import SENTENCES, Bench, article_of, claim_of
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow


class WordEncoder:
    """Each word is a direction: texts with the same words are near. Loads nothing."""

    name = "words/1"
    dimension = 256

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[crc32(word.encode()) % self.dimension] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows /= np.maximum(lengths, 1e-9)
        return rows


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The small encoder in the place of the big one; gives a list that grows with every loading."""
    made: list[str] = []

    def make(settings: Settings) -> Encoder:
        made.append(settings.encoder)
        return WordEncoder()

    monkeypatch.setattr(wiring, "_encoder", make)
    return made


def test_m_matches_the_claim_anew_and_says_what_was_saved(stage: Stage, loads: list[str]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("end")
        assert "Not matched yet: press m" in seat.text
        assert stage.bench.view(5).suggestion is None
        await seat.press("m")
        assert stage.bench.view(5).suggestion is not None
        assert stage.bench.view(4).suggestion is None
        assert "matched 1 claim" in seat.text
        assert "Not matched yet" not in seat.text
        await seat.press("k", "m")
        assert loads == ["default"], "the model is loaded once and kept"

    stage.play(play)


def test_matching_never_stops_the_keys(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the model is loading, claims can be moved through, evidence attached and decisions signed."""
    go_on = threading.Event()

    def slow(_: Settings) -> Encoder:
        assert go_on.wait(PATIENCE)
        return WordEncoder()

    monkeypatch.setattr(wiring, "_encoder", slow)

    async def play(seat: Seat) -> None:
        await seat.pilot.press("m")
        await seat.settle(but="match")
        assert "Loading the model…" in seat.text
        for key in ("j", "a", "x"):
            await seat.pilot.press(key)
            await seat.settle(but="match")
        await seat.pilot.press("ctrl+s")
        await seat.settle(but="match")
        assert stage.bench.status(1) is Status.NOT_CHECKABLE
        await seat.pilot.press("m")
        await seat.settle(but="match")
        assert "Matching is under way" in seat.text
        go_on.set()
        await seat.settle()
        assert "matched 1 claim" in seat.text

    stage.play(play)


def test_upper_case_m_matches_every_undecided_claim(stage: Stage, loads: list[str]) -> None:
    stage.bench.decide(3, Status.NOT_CHECKABLE, by="Ben")

    async def play(seat: Seat) -> None:
        await seat.press("M")
        assert "matched 5 claims" in seat.text
        assert stage.bench.view(3).suggestion is None
        assert stage.bench.view(4).suggestion is not None
        assert "machine" in seat.text

    stage.play(play)


def test_escape_stops_the_matching_of_many(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(_: Settings) -> Encoder:
        assert go_on.wait(PATIENCE)
        return WordEncoder()

    monkeypatch.setattr(wiring, "_encoder", slow)

    async def play(seat: Seat) -> None:
        await seat.pilot.press("M")
        await seat.settle(but="match")
        await seat.pilot.press("escape")
        await seat.settle(but="match")
        assert "Stopping" in seat.text
        go_on.set()
        await seat.settle()
        assert "what was matched so far is stored" in seat.text

    stage.play(play)


def test_a_model_that_is_missing_is_said_with_the_next_step_and_nothing_spins_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: Settings) -> Encoder:
        raise ModelError("The model is not on this machine.", hint="Run once with --download.")

    monkeypatch.setattr(wiring, "_encoder", missing)

    async def play(seat: Seat) -> None:
        await seat.press("m")
        assert "The model is not on this machine." in seat.toasts
        assert "Run once with --download." in seat.toasts
        assert "Loading the model" not in seat.text
        await seat.press("slash")
        await seat.type("bridge")
        await seat.press("enter")
        assert "Run once with --download." in seat.text
        assert "Loading the model" not in seat.text

    stage.play(play)


def test_a_fault_of_ours_is_one_sentence_and_no_traceback(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Settings) -> Encoder:
        raise ValueError("[/] \x1b[2J of all things")

    monkeypatch.setattr(wiring, "_encoder", broken)

    async def play(seat: Seat) -> None:
        await seat.press("m")
        assert "A fault of factcheck itself: ValueError: [/] ␛[2J of all things" in seat.toasts
        assert "Traceback" not in seat.text

    stage.play(play)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_slash_searches_in_own_words_and_a_attaches_what_was_found(
    stage: Stage, loads: list[str], size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("end", "slash")
        assert isinstance(seat.screen, SearchScreen)
        await seat.type("agency counted vehicles")
        await seat.press("enter")
        text = seat.text
        assert "note on Road Agency" in text
        assert "words" in text
        assert "meaning" in text
        await seat.press("a")
        road = stage.bench.passages[2].id
        assert stage.bench.attached(5) == [road]
        assert "● attached" in seat.text
        await seat.press("a")
        assert stage.bench.attached(5) == [road]
        await seat.press("o")
        assert isinstance(seat.screen, PassageScreen)
        await seat.press("escape", "slash")
        await seat.type(" treasurer")
        await seat.press("enter", "escape")
        assert seat.is_back
        # It stands beside the claim although the machine didn't find it.
        assert "chosen by hand" in seat.text

    stage.play(play, size=size)


def test_passages_found_can_be_attached_as_fast_as_keys_are_pressed(stage: Stage, loads: list[str]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("end", "slash")
        await seat.type("bridge crowns vehicles")
        await seat.press("enter")
        await seat.pilot.press("a", "j", "a", "j", "a")
        await seat.settle()
        assert sorted(stage.bench.attached(5)) == sorted(passage.id for passage in stage.bench.passages)

    stage.play(play)


def test_a_search_that_finds_nothing_says_what_to_do(empty_bench: Bench, loads: list[str]) -> None:
    article = article_of("One claim.", ())
    empty_bench.claims = [claim_of(article, "One claim.")]
    with empty_bench.open() as bench, bench.database.transaction():
        bench.articles.add(article, b"One claim.")
        bench.claims.add(empty_bench.claims)

    async def play(seat: Seat) -> None:
        assert "factcheck evidence add FILE" in seat.text
        await seat.press("slash")
        await seat.type("anything")
        await seat.press("enter")
        assert "Nothing was found." in seat.text

    Stage(empty_bench).play(play)


def test_the_same_claim_in_another_article_is_shown_with_it(stage: Stage, loads: list[str]) -> None:
    said = SENTENCES[0]
    other = article_of(f"Elsewhere. {said}", (), title="Elsewhere")
    twin = claim_of(other, said)
    with stage.bench.open() as bench, bench.database.transaction():
        bench.articles.add(other, other.text.encode())
        bench.claims.add([twin])

    async def play(seat: Seat) -> None:
        await seat.press("M", "R")
        with stage.bench.open() as bench:
            for _ in update_index(bench, "claim"):
                pass
        await seat.press("end" if seat.marked != twin.id else "home", "home")
        for _ in range(7):
            if seat.marked == stage.bench.claims[0].id:
                break
            await seat.press("j")
        await seat.press("2", "end")
        assert f"seen before (1.00) {twin.id}" in seat.text

    stage.play(play)


def test_only_looking_searches_but_attaches_nothing(stage: Stage, loads: list[str]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("escape", "end", "slash")
        await seat.type("bridge")
        await seat.press("enter", "a", "escape")
        assert stage.bench.attached(5) == []
        assert isinstance(seat.screen, SearchScreen)

    stage.play(play, reviewer="")
