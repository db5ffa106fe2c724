"""The reviewer in a real terminal: tmux shows what a person would see."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.statuses import Status
from tests.patience import PATIENCE, wait_until
from tests.tui.sample import Bench, article_of, claim_of

pytestmark = [pytest.mark.terminal, pytest.mark.slow]


class Terminal:
    """One tmux session with its own server, so that no other session is touched."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._tmux = ["tmux", "-f", "/dev/null", "-S", str(folder / "tmux")]
        self._size = size

    def start(self, command: list[str], **environment: str) -> None:
        width, height = map(str, self._size)
        names = [argument for name, value in environment.items() for argument in ("-e", f"{name}={value}")]
        # The shell stays when the program ends, so that its exit code can be read.
        # COLUMNS and LINES of whoever runs the tests would hide the size of this terminal.
        line = f"unset COLUMNS LINES; {shlex.join(command)}; echo ended with $?; sleep {PATIENCE:.0f}"
        self._run("new-session", "-d", "-x", width, "-y", height, *names, "sh", "-c", line)

    def stop(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)

    def press(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        self._run("send-keys", "-l", text)

    def screen(self) -> str:
        return self._run("capture-pane", "-p")

    def pid(self) -> int:
        """The process of the reviewer: the shell's child."""
        shell = self._run("display-message", "-p", "#{pane_pid}").strip()
        children = subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=True)
        return int(children.stdout.split()[0])

    def wait_for(self, words: str) -> str:
        """The screen once it shows these words."""
        deadline = time.monotonic() + PATIENCE
        while words not in (screen := self.screen()):
            assert time.monotonic() < deadline, f"{words!r} never came:\n{screen}"
            time.sleep(0.1)
        return screen

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=True, timeout=PATIENCE)
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    size = request.param if hasattr(request, "param") else (120, 40)
    terminal = Terminal(tmp_path, size)
    yield terminal
    terminal.stop()


def review(bench: Bench, *more: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", "review", "--db", bench.settings.db, *more]


@pytest.mark.parametrize("terminal", [(80, 24), (120, 40), (200, 50)], indirect=True)
def test_a_decision_from_the_first_screen_to_the_database(bench: Bench, terminal: Terminal) -> None:
    terminal.start(review(bench, "--by", "Ana"))
    screen = terminal.wait_for("City of Harbour")
    assert "The Harbour Bridge reopened" in screen
    assert "? Help q Quit" in screen.rstrip("\n").rsplit("\n", 1)[1], "the last line of the terminal"
    terminal.press("a")
    terminal.wait_for("● attached")
    terminal.press("s")
    terminal.wait_for("Sign: ✔ supported")
    terminal.type("The city's own page says so.")
    terminal.wait_for("own page says so.")
    terminal.press("C-s")
    terminal.wait_for("1 of 6 decided")
    assert bench.decision().rationale == "The city's own page says so."
    assert bench.status() is Status.SUPPORTED
    terminal.press("q")
    terminal.wait_for("ended with 0")


def test_the_terminal_is_left_as_it_was(bench: Bench, terminal: Terminal) -> None:
    terminal.start(review(bench, "--by", "Ana"))
    terminal.wait_for("City of Harbour")
    terminal.press("C-q")
    screen = terminal.wait_for("ended with 0")
    assert "Claims" not in screen


def test_the_name_is_asked_for_where_nothing_says_it(bench: Bench, terminal: Terminal) -> None:
    terminal.start(review(bench), FACTCHECK_BY="", USER="login-name", LOGNAME="login-name")
    screen = terminal.wait_for("Who are you?")
    assert "login-name" not in screen
    terminal.type("Eva")
    terminal.press("Enter")
    terminal.wait_for("Eva · 0 of 6 decided")


def test_without_colours_everything_is_still_told(bench: Bench, terminal: Terminal) -> None:
    terminal.start(review(bench, "--by", "Ana"), NO_COLOR="1")
    terminal.wait_for("City of Harbour")
    terminal.press("x")
    terminal.wait_for("Sign: – not checkable")
    terminal.press("F2")
    terminal.wait_for("Saved ")
    terminal.press("f")
    terminal.wait_for("undecided")


def test_a_draft_is_there_again_after_kill_9_in_a_real_terminal(bench: Bench, terminal: Terminal) -> None:
    terminal.start(review(bench, "--by", "Ana"))
    terminal.wait_for("City of Harbour")
    terminal.press("w")
    terminal.wait_for("Draft of a rationale")
    terminal.type("half a sentence")
    terminal.wait_for("draft stored")
    # A part of it may have been stored first.
    wait_until(lambda: (draft := bench.view().draft) is not None and draft.rationale == "half a sentence")
    os.kill(terminal.pid(), signal.SIGKILL)
    draft = bench.view().draft
    assert draft is not None
    assert draft.rationale == "half a sentence"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_closed_terminal_a_shutdown_or_an_interrupt_stores_what_was_typed_up_to_then(
    bench: Bench, terminal: Terminal, number: signal.Signals
) -> None:
    terminal.start(review(bench, "--by", "Ana"))
    terminal.wait_for("City of Harbour")
    terminal.press("w")
    terminal.wait_for("Draft of a rationale")
    terminal.type("to the last letter")
    terminal.wait_for("to the last letter")
    os.kill(terminal.pid(), number)
    screen = terminal.wait_for(f"ended with {128 + number}")
    assert "Draft of a rationale" not in screen
    assert "Traceback" not in screen
    draft = bench.view().draft
    assert draft is not None
    assert draft.rationale == "to the last letter"


def test_a_terminal_that_is_gone_leaves_the_draft_and_no_process_behind(bench: Bench, terminal: Terminal) -> None:
    terminal.start(review(bench, "--by", "Ana"))
    terminal.wait_for("City of Harbour")
    terminal.press("w")
    terminal.wait_for("Draft of a rationale")
    terminal.type("the line was cut")
    terminal.wait_for("the line was cut")
    process = terminal.pid()
    terminal.stop()
    wait_until(lambda: not Path(f"/proc/{process}").exists())
    draft = bench.view().draft
    assert draft is not None
    assert draft.rationale == "the line was cut"


def test_a_fault_of_the_program_is_one_sentence_and_costs_no_word(bench: Bench, terminal: Terminal) -> None:
    program = (
        "import sys\n"
        "from factcheck.__main__ import main\n"
        "from factcheck.tui.screens.decision import DecisionScreen\n"
        "def planted(self):\n"
        "    raise RuntimeError('planted [/]')\n"
        "DecisionScreen.action_close = planted\n"
        "sys.argv[1:] = ['review', '--db', sys.argv[1], '--by', 'Ana']\n"
        "sys.exit(main())\n"
    )
    terminal.start([sys.executable, "-c", program, bench.settings.db])
    terminal.wait_for("City of Harbour")
    terminal.press("w")
    terminal.wait_for("Draft of a rationale")
    terminal.type("not a word less")
    terminal.wait_for("not a word less")
    terminal.press("Escape")
    screen = terminal.wait_for("ended with 70")
    assert "factcheck met a fault of its own (RuntimeError)" in screen
    assert "Traceback" not in screen
    draft = bench.view().draft
    assert draft is not None
    assert draft.rationale == "not a word less"


def test_escape_sequences_of_an_article_do_not_reach_the_terminal(empty_bench: Bench, terminal: Terminal) -> None:
    said = "It said \x1b]0;taken over\x07 and \x1b[2J and \x9b31m here."
    article = article_of(f"{said} [/] [@click=app.quit]x[/]", (), title="\x1b]0;title\x07 [/]")
    empty_bench.claims = [claim_of(article, said)]
    with empty_bench.open() as bench, bench.database.transaction():
        bench.articles.add(article, article.text.encode())
        bench.claims.add(empty_bench.claims)
    terminal.start(review(empty_bench, "--by", "Ana"))
    screen = terminal.wait_for("[@click=app.quit]x[/]")
    assert "␛]0;taken over␇" in screen
    assert "1 Claims 1/1" in screen
    assert "taken over" not in terminal._run("display-message", "-p", "#{pane_title}")
