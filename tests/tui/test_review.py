"""What each key of the reviewer does, asserted in the database."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from factcheck.domain.reviews import Act
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.lists import FilterScreen, TextDialog
from factcheck.tui.screens.passage import PassageScreen
from factcheck.tui.screens.review import ReviewScreen

SIZES = [(80, 24), (120, 40)]


def review(pilot: Pilot[int]) -> ReviewScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReviewScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_shows_claim_article_and_evidence_with_both_scores(stage, size) -> None:
    async def play(pilot: Pilot[int]) -> None:
        text = screen_text(pilot.app)
        assert "1 Claims 1/6" in text
        assert "The Harbour Bridge reopened" in text
        assert "City of Harbour, 2024-03-05" in text
        assert "words 9.5" in text
        assert "meaning 0.80" in text
        assert "0 of 6 decided" in text
        await press(pilot, "3")
        assert "Harbour bridge reopens after two years of repairs" in screen_text(pilot.app)
        await press(pilot, "2")
        text = screen_text(pilot.app)
        assert "machine (similarity only): ✔ supported" in text
        assert "The best passage names the same day." in text
        assert "not covered: 26 months" in text

    stage.play(play, size=size)


def test_a_note_is_shown_as_a_note_and_without_quotation_marks(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        text = screen_text(pilot.app)
        assert "note on Road Agency, 2024-03-05" in text
        assert "“The agency counted" not in text
        assert "“The bridge was opened" in text

    stage.play(play, size=(120, 50))


@pytest.mark.parametrize("size", SIZES)
def test_j_and_k_and_the_arrows_move_from_claim_to_claim(stage, size) -> None:
    async def play(pilot: Pilot[int]) -> None:
        for key, place in (("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0), ("end", 5), ("home", 0)):
            await press(pilot, key)
            assert review(pilot).queue.marked == place
            assert review(pilot).loaded.view.claim.id == stage.bench.claims[place].id

    stage.play(play, size=size)


def test_in_the_evidence_pane_the_same_keys_move_from_passage_to_passage(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "tab", "tab", "tab", "j", "down")
        assert review(pilot).panes.evidence.marked == 2
        assert review(pilot).queue.marked == 0
        await press(pilot, "k", "shift+tab", "shift+tab", "shift+tab", "j")
        assert review(pilot).panes.evidence.marked == 0
        assert review(pilot).queue.marked == 1

    stage.play(play)


@pytest.mark.parametrize("size", SIZES)
def test_a_attaches_the_marked_passage_and_detaches_it_again(stage, size) -> None:
    async def play(pilot: Pilot[int]) -> None:
        second = stage.bench.passages[1].id
        await press(pilot, "4", "j", "a")
        assert stage.bench.attached() == [second]
        assert "attached p-" in screen_text(pilot.app)
        assert "● attached" in screen_text(pilot.app)
        # The card stays where it was, so that the next key acts on the same passage.
        assert review(pilot).panes.passage.passage.id == second
        assert stage.bench.status() is Status.IN_REVIEW
        await press(pilot, "space")
        assert stage.bench.attached() == []

    stage.play(play, size=size)


def test_keys_pressed_faster_than_the_database_act_on_the_claim_under_the_mark(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        # No waiting in between: the view of each claim isn't there yet when its key comes.
        await pilot.press("a", "j", "a", "j", "a")
        await settle(pilot)
        assert [len(stage.bench.attached(claim)) for claim in range(4)] == [1, 1, 1, 0]

    stage.play(play)


def test_t_records_what_the_reviewer_reads_in_a_passage(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "t")
        assert "Attach the passage first" in screen_text(pilot.app)
        await press(pilot, "a")
        assert stage.bench.view().state.attached[0].stance is StanceLabel.SUPPORTS
        await press(pilot, "t")
        assert stage.bench.view().state.attached[0].stance is StanceLabel.REFUTES
        assert "(machine: supports)" in screen_text(pilot.app)

    stage.play(play)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("s", Status.SUPPORTED),
        ("r", Status.REFUTED),
        ("c", Status.CONFLICTING),
        ("e", Status.NOT_ENOUGH_EVIDENCE),
        ("x", Status.NOT_CHECKABLE),
    ],
)
def test_a_status_is_signed_with_its_evidence_and_the_mark_goes_on_to_the_next_open_claim(
    stage, size, key, status
) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "a", key)
        assert isinstance(pilot.app.screen, DecisionScreen)
        assert f"Sign: {'✔✘≠?–'['srcex'.index(key)]} {status.words}" in screen_text(pilot.app)
        await type_text(pilot, "The city says so.")
        await press(pilot, "ctrl+s")
        decision = stage.bench.view().state.decision
        assert decision.status is status
        assert decision.by == "Ana"
        assert decision.rationale == "The city says so."
        assert [quote.passage_id for quote in decision.quotes] == [stage.bench.passages[0].id]
        text = screen_text(pilot.app)
        assert f"Saved {decision.at:%H:%M:%S} UTC · {decision.claim_id}" in text
        assert "1 of 6 decided" in text
        assert review(pilot).queue.marked == 1

    stage.play(play, size=size)


def test_the_screen_says_saved_only_after_the_decision_is_stored(stage, monkeypatch) -> None:
    from factcheck.tui.widgets.status_line import StatusLine

    said: list[tuple[str, Status]] = []
    say = StatusLine.say

    def listening(line: StatusLine, message) -> None:
        if "Saved" in message.plain and "supported" in message.plain:
            said.append((message.plain, stage.bench.status()))
        say(line, message)

    monkeypatch.setattr(StatusLine, "say", listening)

    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "a", "s")
        await type_text(pilot, "So.")
        await press(pilot, "f2")

    stage.play(play)
    assert [status for _, status in said] == [Status.SUPPORTED]


def test_n_passes_over_decided_claims_and_comes_round(stage) -> None:
    stage.bench.decide(1, Status.REFUTED, by="Ben", rationale="No.")
    stage.bench.decide(5, Status.NOT_CHECKABLE, by="Ben")

    async def play(pilot: Pilot[int]) -> None:
        places = []
        for _ in range(5):
            await press(pilot, "n")
            places.append(review(pilot).queue.marked)
        assert places == [2, 3, 4, 0, 2]

    stage.play(play)


def test_u_withdraws_the_last_decision_says_which_and_goes_to_its_claim(stage) -> None:
    stage.bench.decide(3, Status.REFUTED, by="Ana", rationale="No.")

    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "u")
        assert stage.bench.status(3) is Status.UNREVIEWED
        assert [event.act for event in stage.bench.view(3).history] == [Act.DECIDE, Act.WITHDRAW]
        text = screen_text(pilot.app)
        assert f"✘ refuted on {stage.bench.claims[3].id} (kept in its history)" in text
        assert "0 of 6 decided" in text
        assert review(pilot).queue.marked == 3
        await press(pilot, "u")
        assert "There is no decision of Ana to undo." in screen_text(pilot.app)
        assert len(stage.bench.view(3).history) == 2

    stage.play(play)


def test_undo_never_withdraws_what_someone_else_signed(stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="No.")

    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "u")
        assert stage.bench.status(0) is Status.REFUTED

    stage.play(play)


@pytest.mark.parametrize("size", SIZES)
def test_o_opens_the_passage_in_its_document_and_a_there_attaches_it(stage, size) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, PassageScreen)
        text = screen_text(pilot.app)
        assert "What City of Harbour says" in text
        assert "official · owner City of Harbour" in text
        assert "The bridge was opened to all traffic" in text
        await press(pilot, "a")
        assert stage.bench.attached() == [stage.bench.passages[0].id]
        await press(pilot, "4", "enter", "escape")
        assert pilot.app.screen is review(pilot)

    stage.play(play, size=size)


def test_the_filter_shows_claims_of_one_status_and_escape_shows_all(stage) -> None:
    stage.bench.decide(2, Status.REFUTED, by="Ben", rationale="No.")

    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, FilterScreen)
        text = screen_text(pilot.app)
        assert "6  all" in text
        assert "5  undecided" in text
        assert "1  refuted" in text
        await press(pilot, "j", "j", "j", "enter")
        screen = review(pilot)
        assert [row.claim.id for row in screen.state.shown] == [stage.bench.claims[2].id]
        assert "1 Claims 1/1 · refuted" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert len(screen.state.shown) == 6

    stage.play(play)


def test_an_empty_filter_says_how_to_get_out_of_it(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "f", "j", "j", "j", "enter")
        assert "No claim is refuted." in screen_text(pilot.app)
        await press(pilot, "a", "s", "j", "k", "o", "y", "h", "m")
        assert pilot.app.screen is review(pilot)

    stage.play(play)


def test_deciding_within_a_filter_moves_on_to_the_next_claim_of_it(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "f", "j", "enter", "j")
        await press(pilot, "x", "ctrl+s")
        screen = review(pilot)
        assert len(screen.state.shown) == 5
        assert screen.queue.current.claim.id == stage.bench.claims[2].id

    stage.play(play)


def test_s_orders_by_check_worthiness_and_keeps_the_mark_on_its_claim(stage, bench) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "end", "S")
        screen = review(pilot)
        worths = [row.claim.check_worthiness for row in screen.state.shown]
        assert worths == sorted(worths, reverse=True)
        assert screen.queue.current.claim.id == bench.claims[5].id
        assert "most check-worthy first" in screen_text(pilot.app)

    stage.play(play)


def test_v_hides_everything_that_the_machine_thinks(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        assert "machine" in screen_text(pilot.app)
        await press(pilot, "v", "j")
        text = screen_text(pilot.app).replace("machine: hidden; v shows it", "")
        assert "machine" not in text.replace("What the machine suggests is hidden.", "")
        for word in ("▲ supports", "▼ refutes", "decided the suggestion", "quantity"):
            assert word not in text
        await press(pilot, "v")
        assert "▼ refutes" in screen_text(pilot.app)

    stage.play(play)


def test_h_shows_who_did_what_and_when(stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="It isn't so.")

    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, TextDialog)
        text = screen_text(pilot.app)
        assert "Ben" in text
        assert "decided ✘ refuted" in text
        assert "because It isn't so." in text
        assert "without evidence, because seen with my own eyes" in text
        await press(pilot, "q")
        assert pilot.app.screen is review(pilot)

    stage.play(play)


def test_y_copies_the_claim_with_its_attached_evidence_and_citation(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "4", "j", "j", "a", "1", "y")
        copied = pilot.app.clipboard
        assert "Claim: “The Harbour Bridge reopened to traffic" in copied
        assert "Status: not reviewed" in copied
        assert "[1] (neutral) The agency counted 20,800 vehicles" in copied
        assert "note on Road Agency, 2024-03-05, https://roads.example/counts" in copied
        assert "City of Harbour" not in copied
        assert "similarity only" not in copied

    stage.play(play)


def test_reload_shows_what_another_program_stored(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        stage.bench.decide(4, Status.NOT_CHECKABLE, by="Ben")
        assert "0 of 6 decided" in screen_text(pilot.app)
        await press(pilot, "R")
        assert "1 of 6 decided" in screen_text(pilot.app)
        await press(pilot, "f5")
        assert "– not checkable" in screen_text(pilot.app)

    stage.play(play)


def test_q_ends_the_program_with_exit_code_0(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        await press(pilot, "q")

    stage.play(play)
    assert stage.app.return_value == 0


def test_the_command_palette_offers_every_act_of_the_reviewer(stage) -> None:
    from factcheck.tui.keys import KEYS

    async def play(pilot: Pilot[int]) -> None:
        titles = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        for key in KEYS:
            if key.where == "review" and key.id not in ("review.quit", "review.stop"):
                assert f"{key.label} ({key.shown})" in titles
        command = next(
            each for each in pilot.app.get_system_commands(pilot.app.screen) if each.title.startswith("Attach")
        )
        await command.callback()
        await settle(pilot)
        assert len(stage.bench.attached()) == 1

    stage.play(play)


def test_the_mouse_marks_a_claim_and_a_second_click_goes_to_its_evidence(stage) -> None:
    async def play(pilot: Pilot[int]) -> None:
        screen = review(pilot)
        line = screen.queue._tops[2]
        await pilot.click("#queue", offset=(5, line + 1))
        await settle(pilot)
        assert screen.queue.marked == 2
        await pilot.click("#queue", offset=(5, line + 1), times=2)
        await settle(pilot)
        assert screen.focused is screen.panes.evidence
        await pilot.click("#evidence", offset=(5, screen.panes.evidence._tops[1] + 1))
        assert screen.panes.evidence.marked == 1

    stage.play(play)
