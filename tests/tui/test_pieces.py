"""The parts without a screen: wrapping, windows, the queue's state, the clipboard, opening the workbench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.cli.output import GLYPHS
from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.domain.statuses import Status
from factcheck.tui.clipboard import claim_citation
from factcheck.tui.desk import Desk
from factcheck.tui.queue_state import ALL, FILTERS, QueueState, row_of
from factcheck.tui.safe import safe, safe_line
from factcheck.tui.signs import COMPARISON_SIGNS, STANCE_SIGNS, STATUS_SIGNS
from factcheck.tui.widgets.article_text import AROUND, CURRENT, WHOLE, text_around
from factcheck.tui.work import load_overview, load_suggestions
from factcheck.tui.wrapping import wrapped
from tests.patience import PATIENCE
from tests.tui.sample import Bench


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Mn", "Me", "Cf", "Sk", "So"])),
    st.integers(2, 40),
)
def test_wrapped_lines_fit_lose_nothing_but_where_they_were_broken(text: str, width: int) -> None:
    lines = wrapped(text, width)
    at = 0
    for line in lines:
        assert line.start - at <= 1
        assert text[at : line.start].strip(" \n") == ""
        assert line.end - line.start <= 1 or sum(map(cell_len, line.of(text))) <= width
        assert "\n" not in line.of(text)
        at = line.end
    assert text[at:] == ""
    assert len(lines) >= text.count("\n") + 1


def test_lines_are_broken_at_spaces_and_long_words_inside() -> None:
    text = "one two three\n\nincomprehensibilities x"
    assert [line.of(text) for line in wrapped(text, 8)] == [
        "one two", "three", "", "incompre", "hensibil", "ities x"
    ]  # fmt: skip
    assert [line.of("漢字漢字") for line in wrapped("漢字漢字", 5)] == ["漢字", "漢字"]


def test_a_megabyte_without_a_space_is_wrapped() -> None:
    assert len(wrapped("a" * 1_000_000, 80)) == 12_500


@pytest.mark.parametrize("at", [0, 1_000, AROUND, 5 * AROUND + 17, 40 * AROUND])
def test_a_long_text_is_cut_to_a_window_around_the_place_that_keeps_its_words(at: int) -> None:
    text = "".join(f"Sentence {number} of many.\n" for number in range(80_000))
    current = Span(at, at + 30)
    content, place = text_around(text, (Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),), current)
    assert len(content) <= WHOLE + 200
    assert place.of(content.plain) == current.of(text)
    marked = [span for span in content.spans if span.style == CURRENT]
    assert [(span.start, span.end) for span in marked] == [(place.start, place.end)]


def test_neighbouring_claims_have_the_same_window_so_that_it_is_wrapped_once() -> None:
    text = "word " * 200_000
    first, _ = text_around(text, (), Span(500_000, 500_010))
    second, _ = text_around(text, (), Span(500_300, 500_320))
    assert first.plain == second.plain


def test_offsets_hold_for_texts_with_control_characters() -> None:
    text = "a\x07\x0b\r\n\x1b[1m\u2028claim"
    place = Span(text.index("claim"), len(text))
    content, shown = text_around(text, (), place)
    assert shown == place
    assert shown.of(content.plain) == "claim"


def test_safe_keeps_lengths_and_a_line_is_never_longer_than_asked() -> None:
    text = "x\x00[\r\n]\u202e\ud800"
    assert len(safe(text)) == len(text)
    assert safe(text).plain == "x␀[ \n]��"
    assert len(safe_line("word " * 10_000, most=40)) == 40
    assert safe_line(" a \n b\t[c] ").plain == "a b [c]"
    assert safe_line("").plain == ""


def test_every_status_stance_and_comparison_has_a_sign_of_its_own() -> None:
    for signs in (STATUS_SIGNS, STANCE_SIGNS, COMPARISON_SIGNS):
        assert len(set(signs.values())) == len(signs)
    assert set(STATUS_SIGNS) == set(Status)
    assert STATUS_SIGNS == GLYPHS, "the command line shows the same signs"


def test_the_queue_reads_suggestions_only_for_what_is_asked(bench: Bench) -> None:
    desk = Desk(bench.settings)
    state = QueueState()
    state.load(load_overview(desk, None).rows)
    assert all(row.suggestion is None for row in state.rows)
    assert state.without_suggestion(range(-5, 2)) == [claim.id for claim in bench.claims[:2]]
    assert state.without_suggestion(range(3)) == [bench.claims[2].id], "what was asked for isn't asked for again"
    assert state.suggest(load_suggestions(desk, [bench.claims[0].id]))
    suggestion = state.rows[0].suggestion
    assert suggestion is not None
    assert suggestion.status is Status.SUPPORTED
    assert suggestion.passages == ()
    assert not state.suggest(load_suggestions(desk, [bench.claims[0].id])), "nothing changed"


def test_a_row_stays_in_a_filter_until_the_queue_is_arranged_again(bench: Bench) -> None:
    state = QueueState()
    state.load(load_overview(Desk(bench.settings), None).rows)
    state.filter = next(each for each in FILTERS if each.name == "undecided")
    state.arrange()
    row = state.shown[2]
    assert state.replace(row_of(row.claim, Status.REFUTED, None))
    assert state.place(row.claim.id) == 2
    assert state.decided == 1
    assert state.next_open(1) == 3
    state.arrange()
    assert state.place(row.claim.id) is None
    counts = {each.name: count for each, count in state.counts()}
    assert (counts["all"], counts["undecided"], counts["refuted"]) == (6, 5, 1)
    state.filter = ALL
    state.arrange()
    assert [state.next_open(place) for place in (5, 0, 1)] == [0, 1, 3]


def test_there_is_no_next_open_claim_where_all_are_decided() -> None:
    state = QueueState()
    assert state.next_open(0) is None


def test_a_decided_claim_is_copied_with_who_when_and_why(bench: Bench) -> None:
    bench.decide(0, Status.REFUTED, by="Ben\u202e", rationale="No \x1b[2J.")
    with bench.open() as opened:
        article = opened.articles.get(bench.claims[0].article_id)
    assert article is not None
    copied = claim_citation(bench.view(0), article)
    assert "Status: refuted (Ben�, 20" in copied
    assert "Because: No ␛[2J." in copied
    assert "Without evidence, because: seen with my own eyes" in copied
    assert "In: Harbour bridge reopens after two years of repairs, 2024-03-05 (inferred), bridge.txt" in copied


def test_the_reviewer_loads_neither_torch_nor_faiss_nor_numpy_before_it_matches(bench: Bench) -> None:
    program = (
        "import asyncio, sys\n"
        "from factcheck.settings import Settings\n"
        "from factcheck.tui.app import ReviewApp\n"
        "async def main():\n"
        "    app = ReviewApp(Settings(db=sys.argv[1]), reviewer='Ana')\n"
        "    async with app.run_test(size=(120, 40)) as pilot:\n"
        "        await pilot.pause(1.0)\n"
        "        await pilot.press('j', 'a')\n"
        "        await pilot.pause(1.0)\n"
        "asyncio.run(main())\n"
        "heavy = ('torch', 'faiss', 'numpy', 'sentence_transformers', 'transformers', 'alembic', 'jinja2')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, bench.settings.db], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stdout.strip() == "[]"
    assert len(bench.attached(1)) == 1


def test_widgets_know_no_workbench() -> None:
    import factcheck.tui.widgets

    for path in sorted(Path(factcheck.tui.widgets.__path__[0]).glob("*.py")):
        text = path.read_text("utf-8")
        for package in ("workbench", "store", "wiring", "desk", "tui.work", "tui.screens"):
            assert f"factcheck.{package}" not in text, f"{path.name} knows {package}"
            assert f"factcheck.tui.{package}" not in text, f"{path.name} knows {package}"
