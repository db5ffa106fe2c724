"""One table of keys: what is bound, what the footer and the help show, and what the guide says agree with it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from factcheck.tui.keys import KEYS, PLACES, Key, Where, bindings
from factcheck.tui.screens.conflict import ConflictScreen
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.lists import FilterScreen, TextDialog
from factcheck.tui.screens.name import NameScreen
from factcheck.tui.screens.passage import PassageScreen
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.search import SearchScreen
from tests.tui.stage import Seat, Stage

SCREENS: dict[Where, list[type]] = {
    "review": [ReviewScreen],
    "decision": [DecisionScreen],
    "conflict": [ConflictScreen],
    "passage": [PassageScreen],
    "search": [SearchScreen],
    "name": [NameScreen],
    "dialog": [TextDialog, FilterScreen],
}


def test_every_id_is_given_once() -> None:
    assert [name for name, count in Counter(key.id for key in KEYS).items() if count > 1] == []


@pytest.mark.parametrize("where", PLACES)
def test_no_key_does_two_things_in_one_place(where: Where) -> None:
    names = [name for key in KEYS if key.where == where for name in key.keys.split(",")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_has_an_action_a_label_and_a_sentence(key: Key) -> None:
    action = key.action.partition("(")[0]
    for screen in SCREENS[key.where]:
        assert callable(getattr(screen, f"action_{action}", None)), f"{screen.__name__} has no action {action}"
    assert key.label
    assert key.tooltip.endswith(".")
    assert "[" not in key.label + key.tooltip


@pytest.mark.parametrize("where", PLACES)
def test_each_screen_binds_exactly_its_part_of_the_table(where: Where) -> None:
    wanted = {(binding.key, binding.action) for binding in bindings(where)}
    for screen in SCREENS[where]:
        own = screen.BINDINGS  # type: ignore[attr-defined]
        assert {(binding.key, binding.action) for binding in own} == wanted


def test_the_help_shows_every_key_of_the_table(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("question_mark")
        shown = ""
        for _ in range(4):
            shown += seat.text
            await seat.press("pagedown")
        for key in KEYS:
            assert key.tooltip in shown, key.id

    stage.play(play, size=(120, 40))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_the_footer_shows_what_is_needed_most_also_on_a_small_screen(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        footer = seat.text.rsplit("\n", 1)[1]
        for words in ("n Next open", "a Attach", "srcex Decide", "u Undo", "/ Search", "? Help", "q Quit"):
            assert words in footer

    stage.play(play, size=size)


def test_the_guide_documents_every_key_as_the_table_has_it(repository: Path) -> None:
    text = (repository / "docs" / "reviewer-guide.md").read_text("utf-8")
    rows = [f"| `{key.shown}` | {key.label} | {key.tooltip} |" for key in KEYS]
    assert [row for row in rows if row not in text] == []
