"""The panes on terminals of every size: everything that matters can be seen or is one key away."""

from __future__ import annotations

import pytest

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.tui.layout import classes_for
from tests.tui.sample import SENTENCES, Bench, article_of, claim_of
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("size", "classes"),
    [
        ((80, 24), {"-narrow", "-tabs"}),
        ((99, 60), {"-narrow"}),
        ((120, 24), {"-tabs"}),
        ((120, 40), set()),
        ((150, 40), {"-columns"}),
        ((200, 24), {"-tabs"}),
    ],
)
def test_the_size_decides_the_arrangement(size: tuple[int, int], classes: set[str]) -> None:
    assert {name for name, holds in classes_for(*size).items() if holds} == classes


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (80, 60), (100, 30), (120, 24), (120, 40), (150, 45), (250, 70)])
def test_every_pane_can_be_seen_and_its_words_read(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        wanted = {
            "1": "The Harbour Bridge",
            "2": "machine (trained cross-encoder)",
            "3": "Harbour bridge reopens",
            "4": "City of Harbour, 2024-03-05",
        }
        for key, words in wanted.items():
            await seat.press(key)
            assert words in seat.text
        # The claim in full beside its evidence, whatever the size.
        panes = seat.review.panes.region
        lines = [line[panes.x : panes.right].strip("│ ") for line in seat.text.split("\n")[panes.y : panes.bottom]]
        assert SENTENCES[0] in " ".join(" ".join(lines).split())

    stage.play(play, size=size)


def test_the_panes_follow_when_the_terminal_is_resized(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        assert "2 Claim" in seat.text
        await seat.press("j")
        for size in ((80, 24), (200, 50), (60, 18), (120, 40)):
            await seat.pilot.resize_terminal(*size)
            await seat.settle()
            assert "The works cost 48 million crowns" in seat.text
        await seat.press("j", "a")
        assert len(stage.bench.attached(2)) == 1

    stage.play(play)


def test_tabs_are_chosen_with_keys_and_with_the_mouse(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        assert "[4 Evidence (3)]" in seat.text
        await seat.press("tab")
        assert "[2 Claim]" in seat.text
        row = next(number for number, line in enumerate(seat.text.split("\n")) if "[2 Claim]" in line)
        await seat.pilot.click(offset=(14, row))
        await seat.settle()
        assert "[3 Article]" in seat.text
        await seat.press("shift+tab", "shift+tab")
        assert seat.review.focused is seat.review.queue

    stage.play(play, size=(80, 24))


def test_the_claim_is_marked_in_its_article_and_scrolled_to(empty_bench: Bench) -> None:
    filler = "Something else was said here as well, at some length.\n\n" * 300
    text = f"{filler}{SENTENCES[0]}\n\n{filler}{SENTENCES[1]}\n\n{filler}"
    article = article_of(text, (Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),))
    empty_bench.claims = [claim_of(article, sentence) for sentence in SENTENCES[:2]]
    with empty_bench.open() as bench, bench.database.transaction():
        bench.articles.add(article, text.encode())
        bench.claims.add(empty_bench.claims)

    async def play(seat: Seat) -> None:
        for sentence in SENTENCES[:2]:
            pane = seat.review.query_one("#article").region
            lines = [line[pane.x + 1 : pane.right - 1] for line in seat.text.split("\n")[pane.y : pane.bottom]]
            assert sentence[:40] in " ".join(lines)
            await seat.press("j")

    Stage(empty_bench).play(play)


def test_an_article_of_one_huge_line_is_shown_around_the_claim(empty_bench: Bench) -> None:
    text = f"{'word ' * 400_000}{SENTENCES[0]} {'word ' * 400_000}"
    article = article_of(text, (Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),))
    empty_bench.claims = [claim_of(article, SENTENCES[0])]
    with empty_bench.open() as bench, bench.database.transaction():
        bench.articles.add(article, text.encode())
        bench.claims.add(empty_bench.claims)

    async def play(seat: Seat) -> None:
        await seat.press("3")
        assert "The Harbour Bridge reopened" in seat.text
        await seat.press("home")
        assert "characters before" in seat.text
        await seat.press("end")
        assert "characters after" in seat.text

    Stage(empty_bench).play(play)


def test_an_empty_workbench_says_how_to_begin(empty_bench: Bench) -> None:
    async def play(seat: Seat) -> None:
        assert "No articles yet." in seat.text
        assert "factcheck add FILE" in seat.text
        # No key does harm where there is nothing.
        await seat.press(
            "j", "k", "n", "a", "t", "o", "s", "w", "u", "m", "h", "y", "v", "S", "pagedown", "end", "home"
        )
        assert seat.is_back

    Stage(empty_bench).play(play, size=(80, 24))


def test_several_articles_are_told_apart_in_the_queue(stage: Stage) -> None:
    other = article_of("Another story. It says one thing.", (), title="Another story")
    claim = claim_of(other, "It says one thing.")
    with stage.bench.open() as bench, bench.database.transaction():
        bench.articles.add(other, b"Another story. It says one thing.")
        bench.claims.add([claim])

    async def play(seat: Seat) -> None:
        text = seat.text
        assert "── Harbour bridge reopens" in text
        assert "── Another story" in text
        place = seat.review.state.place(claim.id)
        assert place in (0, 6)
        await seat.press("end" if place else "home")
        assert "3 Article · Another story" in seat.text

    stage.play(play)


def test_only_one_article_can_be_asked_for(stage: Stage) -> None:
    import asyncio

    from factcheck.tui.app import ReviewApp

    other = article_of("Another story. It says one thing.", (), title="Another story")
    claim = claim_of(other, "It says one thing.")
    with stage.bench.open() as bench, bench.database.transaction():
        bench.articles.add(other, b"Another story. It says one thing.")
        bench.claims.add([claim])

    async def run() -> None:
        app = ReviewApp(stage.bench.settings, reviewer="Ana", article_id=other.id)
        async with app.run_test(size=(120, 40)) as pilot:
            seat = Seat(pilot, stage.bench)
            await seat.settle()
            assert "1 Claims 1/1" in seat.text
            assert seat.marked == claim.id

    asyncio.run(run())


@pytest.mark.parametrize(
    "theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light", "nord", "solarized-light"]
)
def test_status_and_marks_are_told_without_colours_in_every_theme(stage: Stage, theme: str) -> None:
    async def play(seat: Seat) -> None:
        seat.app.theme = theme
        await seat.press("a", "j", "x", "ctrl+s")
        text = seat.text
        assert "▌" in text
        assert "– not checkable" in text
        assert "… in review" in text

    stage.play(play)


def test_no_color_is_respected(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def play(seat: Seat) -> None:
        assert seat.app.no_color
        for strip in seat.screen._compositor.render_strips():
            for segment in strip.apply_filter(seat.app._filters[-1], seat.screen.background_colors[1]):
                colours = [segment.style.color, segment.style.bgcolor] if segment.style else []
                for colour in colours:
                    if colour is not None and colour.triplet is not None:
                        assert len(set(colour.triplet)) == 1, "a shade of grey"
        assert "▌· unreviewed" in seat.text

    stage.play(play)
