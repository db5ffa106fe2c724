"""What each key of the reviewer does, asserted in the database."""

from __future__ import annotations

import pytest
from textual.content import Content

from factcheck.domain.reviews import Act
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.lists import FilterScreen, TextDialog
from factcheck.tui.screens.passage import PassageScreen
from tests.tui.stage import Seat, Stage

pytestmark = pytest.mark.slow

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_shows_claim_article_and_evidence_with_both_scores(
    stage: Stage, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        text = seat.text
        assert "1 Claims 1/6" in text
        assert "The Harbour Bridge reopened" in text
        assert "City of Harbour, 2024-03-05" in text
        assert "words 9.5" in text
        assert "meaning 0.80" in text
        assert "0 of 6 decided" in text
        await seat.press("3")
        assert "Harbour bridge reopens after two years of repairs" in seat.text
        await seat.press("2")
        text = seat.text
        assert "machine (trained cross-encoder): ✔ supported" in text
        assert "The best passage names the same day." in text
        assert "not covered: 26 months" in text

    stage.play(play, size=size)


def test_a_note_is_shown_as_a_note_and_without_quotation_marks(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        text = seat.text
        assert "note on Road Agency, 2024-03-05" in text
        assert "“The agency counted" not in text
        assert "“The bridge was opened" in text

    stage.play(play, size=(120, 50))


@pytest.mark.parametrize("size", SIZES)
def test_j_and_k_and_the_arrows_move_from_claim_to_claim(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        for key, place in (("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0), ("end", 5), ("home", 0)):
            await seat.press(key)
            assert seat.review.queue.marked == place
            assert seat.shown.claim.id == stage.bench.claims[place].id

    stage.play(play, size=size)


def test_in_the_evidence_pane_the_same_keys_move_from_passage_to_passage(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("tab", "tab", "tab", "j", "down")
        assert seat.review.panes.evidence.marked == 2
        assert seat.review.queue.marked == 0
        await seat.press("k", "shift+tab", "shift+tab", "shift+tab", "j")
        assert seat.review.panes.evidence.marked == 0
        assert seat.review.queue.marked == 1

    stage.play(play)


@pytest.mark.parametrize("size", SIZES)
def test_a_attaches_the_marked_passage_and_detaches_it_again(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        second = stage.bench.passages[1].id
        await seat.press("4", "j", "a")
        assert stage.bench.attached() == [second]
        assert "attached p-" in seat.text
        assert "● attached" in seat.text
        # The card stays where it was, so that the next key acts on the same passage.
        assert seat.passage == second
        assert stage.bench.status() is Status.IN_REVIEW
        await seat.press("space")
        assert stage.bench.attached() == []

    stage.play(play, size=size)


def test_keys_pressed_faster_than_the_database_act_on_the_claim_under_the_mark(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        # No waiting in between: the view of each claim isn't there yet when its key comes.
        await seat.pilot.press("a", "j", "a", "j", "a")
        await seat.settle()
        assert [len(stage.bench.attached(claim)) for claim in range(4)] == [1, 1, 1, 0]

    stage.play(play)


def test_t_records_what_the_reviewer_reads_in_a_passage(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("t")
        assert "Attach the passage first" in seat.text
        await seat.press("a")
        assert stage.bench.view().state.attached[0].stance is None
        await seat.press("t", "t")
        assert stage.bench.view().state.attached[0].stance is StanceLabel.REFUTES
        assert "● attached as ▼ refutes machine: ▲ supports" in seat.text

    stage.play(play)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("s", Status.SUPPORTED),
        ("r", Status.REFUTED),
        # Conflicting needs passages on both sides: see test_decision.
        ("e", Status.NOT_ENOUGH_EVIDENCE),
        ("x", Status.NOT_CHECKABLE),
    ],
)
def test_a_status_is_signed_with_its_evidence_and_the_mark_goes_on_to_the_next_open_claim(
    stage: Stage, size: tuple[int, int], key: str, status: Status
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("a", key)
        assert isinstance(seat.screen, DecisionScreen)
        assert f"Sign: {'✔✘≠?–'['srcex'.index(key)]} {status.words}" in seat.text
        await seat.type("The city says so.")
        await seat.press("ctrl+s")
        decision = stage.bench.decision()
        assert decision.status is status
        assert decision.by == "Ana"
        assert decision.rationale == "The city says so."
        assert [quote.passage_id for quote in decision.quotes] == [stage.bench.passages[0].id]
        text = seat.text
        assert f"Saved {decision.at:%H:%M:%S} UTC · {decision.claim_id}" in text
        assert "1 of 6 decided" in text
        assert seat.review.queue.marked == 1

    stage.play(play, size=size)


def test_the_screen_says_saved_only_after_the_decision_is_stored(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.tui.widgets.status_line import StatusLine

    said: list[tuple[str, Status]] = []
    say = StatusLine.say

    def listening(line: StatusLine, message: Content) -> None:
        if "Saved" in message.plain and "supported" in message.plain:
            said.append((message.plain, stage.bench.status()))
        say(line, message)

    monkeypatch.setattr(StatusLine, "say", listening)

    async def play(seat: Seat) -> None:
        await seat.press("a", "s")
        await seat.type("So.")
        await seat.press("f2")

    stage.play(play)
    assert [status for _, status in said] == [Status.SUPPORTED]


def test_n_passes_over_decided_claims_and_comes_round(stage: Stage) -> None:
    stage.bench.decide(1, Status.REFUTED, by="Ben", rationale="No.")
    stage.bench.decide(5, Status.NOT_CHECKABLE, by="Ben")

    async def play(seat: Seat) -> None:
        places = []
        for _ in range(5):
            await seat.press("n")
            places.append(seat.review.queue.marked)
        assert places == [2, 3, 4, 0, 2]

    stage.play(play)


def test_u_withdraws_the_last_decision_says_which_and_goes_to_its_claim(stage: Stage) -> None:
    stage.bench.decide(3, Status.REFUTED, by="Ana", rationale="No.")

    async def play(seat: Seat) -> None:
        await seat.press("u")
        assert stage.bench.status(3) is Status.UNREVIEWED
        assert [event.act for event in stage.bench.view(3).history] == [Act.DECIDE, Act.WITHDRAW]
        text = seat.text
        assert f"✘ refuted on {stage.bench.claims[3].id}" in text
        assert "0 of 6 decided" in text
        assert seat.review.queue.marked == 3
        await seat.press("u")
        assert "There is no decision of Ana to undo." in seat.text
        assert len(stage.bench.view(3).history) == 2

    stage.play(play)


def test_undo_never_withdraws_what_someone_else_signed(stage: Stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="No.")

    async def play(seat: Seat) -> None:
        await seat.press("u")
        assert stage.bench.status(0) is Status.REFUTED

    stage.play(play)


@pytest.mark.parametrize("size", SIZES)
def test_o_opens_the_passage_in_its_document_and_a_there_attaches_it(stage: Stage, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("o")
        assert isinstance(seat.screen, PassageScreen)
        text = seat.text
        assert "What City of Harbour says" in text
        assert "official · owner City of Harbour" in text
        assert "The bridge was opened to all traffic" in text
        await seat.press("a")
        assert stage.bench.attached() == [stage.bench.passages[0].id]
        await seat.press("4", "enter", "escape")
        assert seat.is_back

    stage.play(play, size=size)


def test_the_filter_shows_claims_of_one_status_and_escape_shows_all(stage: Stage) -> None:
    stage.bench.decide(2, Status.REFUTED, by="Ben", rationale="No.")

    async def play(seat: Seat) -> None:
        await seat.press("f")
        assert isinstance(seat.screen, FilterScreen)
        text = seat.text
        assert "6  all" in text
        assert "5  undecided" in text
        assert "1  refuted" in text
        await seat.press("j", "j", "j", "enter")
        screen = seat.review
        assert [row.claim.id for row in screen.state.shown] == [stage.bench.claims[2].id]
        assert "1 Claims 1/1 · refuted" in seat.text
        await seat.press("escape")
        assert len(screen.state.shown) == 6

    stage.play(play)


def test_an_empty_filter_says_how_to_get_out_of_it(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("f", "j", "j", "j", "enter")
        assert "No claim is refuted." in seat.text
        await seat.press("a", "s", "j", "k", "o", "y", "h", "m")
        assert seat.is_back

    stage.play(play)


def test_deciding_within_a_filter_moves_on_to_the_next_claim_of_it(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("f", "j", "enter", "j")
        await seat.press("x", "ctrl+s")
        screen = seat.review
        assert len(screen.state.shown) == 5
        assert seat.marked == stage.bench.claims[2].id

    stage.play(play)


def test_s_orders_by_check_worthiness_and_keeps_the_mark_on_its_claim(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("end", "S")
        screen = seat.review
        worths = [row.claim.check_worthiness for row in screen.state.shown]
        assert worths == sorted(worths, reverse=True)
        assert seat.marked == stage.bench.claims[5].id
        assert "most check-worthy first" in seat.text

    stage.play(play)


def test_v_hides_everything_that_the_machine_thinks(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        assert "machine" in seat.text
        await seat.press("v", "j")
        text = seat.text.replace("machine: hidden; v shows it", "")
        assert "machine" not in text.replace("What the machine suggests is hidden.", "")
        for word in ("▲ supports", "▼ refutes", "★ decided", "quantity"):
            assert word not in text
        await seat.press("v")
        assert "▼ refutes" in seat.text

    stage.play(play)


def test_h_shows_who_did_what_and_when(stage: Stage) -> None:
    stage.bench.decide(0, Status.REFUTED, by="Ben", rationale="It isn't so.")

    async def play(seat: Seat) -> None:
        await seat.press("h")
        assert isinstance(seat.screen, TextDialog)
        text = seat.text
        assert "Ben" in text
        assert "decided ✘ refuted" in text
        assert "because It isn't so." in text
        assert "without evidence, because seen with my own eyes" in text
        await seat.press("q")
        assert seat.is_back

    stage.play(play)


def test_y_copies_the_claim_with_its_attached_evidence_and_citation(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("4", "j", "j", "a", "1", "y")
        copied = seat.app.clipboard
        assert "Claim: “The Harbour Bridge reopened to traffic" in copied
        assert "Status: not reviewed" in copied
        assert "[1] The agency counted 20,800 vehicles" in copied
        assert "note on Road Agency, 2024-03-05, https://roads.example/counts" in copied
        assert "City of Harbour" not in copied
        assert "trained cross-encoder" not in copied

    stage.play(play)


def test_reload_shows_what_another_program_stored(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        stage.bench.decide(4, Status.NOT_CHECKABLE, by="Ben")
        assert "0 of 6 decided" in seat.text
        await seat.press("R")
        assert "1 of 6 decided" in seat.text
        await seat.press("f5")
        assert "– not checkable" in seat.text

    stage.play(play)


def test_q_ends_the_program_with_exit_code_0(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("q")

    stage.play(play)
    assert stage.result == 0


def test_the_command_palette_offers_every_act_of_the_reviewer(stage: Stage) -> None:
    from factcheck.tui.keys import KEYS

    async def play(seat: Seat) -> None:
        titles = {command.title for command in seat.app.get_system_commands(seat.screen)}
        for key in KEYS:
            if key.where == "review" and key.id not in ("review.quit", "review.stop"):
                assert f"{key.label} ({key.shown})" in titles
        command = next(each for each in seat.app.get_system_commands(seat.screen) if each.title.startswith("Attach"))
        await command.callback()
        await seat.settle()
        assert len(stage.bench.attached()) == 1

    stage.play(play)


def test_the_mouse_marks_a_claim_and_a_second_click_goes_to_its_evidence(stage: Stage) -> None:
    async def play(seat: Seat) -> None:
        screen = seat.review
        line = screen.queue._tops[2]
        await seat.pilot.click("#queue", offset=(5, line + 1))
        await seat.settle()
        assert screen.queue.marked == 2
        await seat.pilot.click("#queue", offset=(5, line + 1), times=2)
        await seat.settle()
        assert screen.focused is screen.panes.evidence
        await seat.pilot.click("#evidence", offset=(5, screen.panes.evidence._tops[1] + 1))
        assert screen.panes.evidence.marked == 1

    stage.play(play)
