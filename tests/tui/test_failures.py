"""When the workbench can't be read: a sentence and the next step, no traceback, and the keys go on working."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import StoreError
from factcheck.tui import work
from factcheck.tui.screens import reading
from factcheck.tui.widgets.queue import Queue
from tests.tui.sample import AT, Bench, article_of, claim_of
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow


def test_a_workbench_that_is_damaged_is_said_and_can_be_read_again_once_it_is_mended(stage: Stage) -> None:
    path = Path(stage.bench.settings.db)
    whole = path.read_bytes()

    def put(content: bytes) -> None:
        path.write_bytes(content)

    async def play(seat: Seat) -> None:
        put(b"no database at all, but text of some length " * 200)
        await seat.press("R")
        assert "is not a factcheck workbench" in seat.toasts
        assert "Traceback" not in seat.text
        await seat.press("j")
        assert "is not a factcheck workbench" in seat.text.replace("\n", " ")
        put(whole)
        await seat.press("R")
        assert seat.shown.claim.id == seat.marked
        await seat.press("a")
        assert len(stage.bench.attached(1)) == 1

    stage.play(play)


def test_a_workbench_that_cannot_be_read_at_the_start_says_so_in_the_queue(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> work.Overview:
        raise StoreError("It is locked.", hint="Close the other one.")

    monkeypatch.setattr(reading, "load_overview", fails)

    async def play(seat: Seat) -> None:
        text = seat.text
        assert "It is locked." in text
        assert "Close the other one." in text
        assert "R tries again." in text
        monkeypatch.setattr(reading, "load_overview", work.load_overview)
        await seat.press("R")
        assert "1 Claims 1/6" in seat.text

    stage.play(play)


def test_a_claim_that_vanished_is_said_and_the_others_stay_usable(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = stage.bench.claims[1].id
    load = work.load_claim

    def fails(desk: object, claim_id: str, *more: object) -> work.LoadedClaim:
        if claim_id == gone:
            raise StoreError("[/] can't be read: \x1b[2J.", hint="Look at it.")
        return load(desk, claim_id, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "load_claim", fails)

    async def play(seat: Seat) -> None:
        await seat.press("j")
        assert "[/] can't be read: ␛[2J." in seat.toasts
        assert "[/] can't be read: ␛[2J." in seat.text
        await seat.press("a", "s")
        assert seat.is_back, "nothing acts on a claim that isn't shown"
        assert "This claim couldn't be read. R tries again." in seat.text
        await seat.press("j", "a")
        assert len(stage.bench.attached(2)) == 1

    stage.play(play)


def test_a_key_in_a_queue_of_many_thousand_claims_draws_two_cards_and_reads_one_claim(
    empty_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not timed: counted. What a key costs must not grow with the queue."""
    sentences = [f"In the year {number} there were {number * 7} bridges." for number in range(5_000)]
    article = article_of("\n".join(sentences), (), at=AT)
    empty_bench.claims = [claim_of(article, sentence) for sentence in sentences]
    with empty_bench.open() as bench, bench.database.transaction():
        bench.articles.add(article, article.text.encode())
        bench.claims.add(empty_bench.claims)
    drawn: list[int] = []
    card = Queue.card

    def counting(queue: Queue, index: int, width: int) -> object:
        drawn.append(index)
        return card(queue, index, width)

    monkeypatch.setattr(Queue, "card", counting)
    asked: list[int] = []
    load = work.load_suggestions

    def counted(desk: object, claim_ids: list[str]) -> object:
        asked.append(len(claim_ids))
        return load(desk, claim_ids)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "load_suggestions", counted)

    async def play(seat: Seat) -> None:
        assert "1 Claims 1/5000" in seat.text
        assert len(set(drawn)) <= seat.app.size.height, "only what is on the screen is drawn"
        assert sum(asked) <= 4 * seat.app.size.height, "and only its suggestions are read"
        drawn.clear()
        await seat.press("j")
        assert set(drawn) == {0, 1}
        await seat.press("end")
        assert "1 Claims 5000/5000" in seat.text
        assert seat.shown.claim.id == empty_bench.claims[-1].id

    Stage(empty_bench).play(play)


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (30, 8), (40, 12)])
def test_a_terminal_that_is_far_too_small_does_no_harm(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("j", "4", "j", "o", "escape", "s", "escape", "question_mark", "escape")
        await seat.pilot.resize_terminal(120, 40)
        await seat.settle()
        assert "The works cost 48 million crowns" in seat.text

    stage.play(play, size=size)
