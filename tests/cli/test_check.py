"""`factcheck check`: real processes for the first look, and one with the real models."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from factcheck.report.records.score_rows import SCHEMA_FILE
from tests.unit.report.json_schema import faults

# Each process loads the models for itself.
pytestmark = [pytest.mark.timeout(900), pytest.mark.xdist_group("score")]

BOARD = """\
---
publisher: Tarn Water Board
title: Report of the water board
url: https://board.example/report
published-on: 2024-06-02
kind: official
---
The reservoir of Tarn held 40 million litres in May 2024, the water board said. It was built in 1961.

The old pumping station was closed by the board on 3 May 2024. Repairs cost the board 24 million euros.
"""
NOTE = "Ivo Lange, who runs the swimming pool of Tarn, sold 812 tickets on Sunday.\n"
ARTICLE = """\
The reservoir of Tarn held 55 million litres in May 2024. Repairs cost the board 31 million euros.

The old pumping station was closed by the board on 3 May 2024. Snow fell on the moon of Grell.

The pool will be closed in winter.
"""
DIFFERING = [
    "The reservoir of Tarn held 55 million litres in May 2024.",
    "Repairs cost the board 31 million euros.",
]


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(folder: Path) -> Mapping[str, str]:
    path = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    return {**os.environ, "PYTHONPATH": path, "TMPDIR": str(folder)}


def factcheck(folder: Path, *arguments: str, given: str | None = None) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        check=False,
        input=None if given is None else given.encode(),
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def check(folder: Path, *arguments: str, given: str | None = None) -> Ended:
    return factcheck(folder, "check", *arguments, given=given)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("checking")
    (made / "sources").mkdir()
    (made / "sources" / "board.md").write_text(BOARD)
    (made / "sources" / "pool.txt").write_text(NOTE)
    (made / "story.txt").write_text(ARTICLE)
    return made


LOOK = ("story.txt", "--against", "sources", "--no-model", "--quiet")


def test_what_differs_comes_first_with_its_quote_and_where_that_stands(folder: Path) -> None:
    done = check(folder, *LOOK)
    assert (done.code, done.err) == (0, "")
    head, *blocks = done.out.split("\n\n")
    assert "Nothing has been read yet" in " ".join(head.split())
    assert blocks[0].splitlines() == [
        "≠ differs  The reservoir of Tarn held 55 million litres in May 2024.",
        "    FC111 compared: 55 million litres in the claim, 40 million litres in the passage",
        "    “The reservoir of Tarn held 40 million litres in May 2024, the water board said.”",
        "    Tarn Water Board, 2024-06-02, https://board.example/report",
    ]
    assert "refuted" not in done.out


def test_the_rest_is_told_in_one_line_each_and_then_what_it_comes_to(folder: Path) -> None:
    *_, rest, summary = check(folder, *LOOK).out.split("\n\n")
    assert rest.splitlines() == [
        "? nothing found  Snow fell on the moon of Grell.",
        "= same words     The old pumping station was closed by the board on 3 May 2024.",
        "– not checkable  The pool will be closed in winter.",
    ]
    assert summary == "5 claims: 2 differing, 1 nothing found, 1 in the same words, 1 not checkable.\n"


def test_equal_input_gives_equal_bytes(folder: Path) -> None:
    assert check(folder, *LOOK).out == check(folder, *LOOK).out
    assert check(folder, *LOOK, "--json").out == check(folder, *LOOK, "--json").out


def test_the_json_holds_every_claim_with_its_place_and_says_that_nothing_was_read(folder: Path) -> None:
    found = check(folder, *LOOK, "--json").json
    assert found["rows"] is None
    assert found["evidence"] == {"documents": 2, "passages": 3}
    assert all(ARTICLE[each["start"] : each["end"]] == each["said"] for each in found["first_look"])
    differing = [each for each in found["first_look"] if each["outcome"] == "differs"]
    assert [each["checked"] for each in differing] == DIFFERING
    assert [each["code"] for look in differing for each in look["differences"]] == ["FC111", "FC111"]
    start, end = differing[0]["passage"]["sentence"]
    assert differing[0]["passage"]["text"][start:end].startswith("The reservoir of Tarn held 40")
    assert found["outcomes"] == {"differs": 2, "nothing": 1, "partly": 0, "same_words": 1, "not_checkable": 1}
    assert (found["failures"], found["warnings"]) == ([], [])


def test_nothing_is_left_behind(folder: Path) -> None:
    before = sorted(each.name for each in folder.iterdir())
    check(folder, *LOOK)
    assert sorted(each.name for each in folder.iterdir()) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["story.txt", "--against", "sources/board.md", "sources/pool.txt"],
        ["story.txt", "--against", "sources/board.md", "--against", "sources/pool.txt"],
        ["story.txt", "--against=sources/board.md", "sources/pool.txt"],
        ["story.txt", "--no-model", "--against", "sources/board.md", "sources/pool.txt", "--top-k", "3"],
        ["--top-k", "3", "story.txt", "--against", "sources"],
        ["--against", "sources", "--", "story.txt"],
    ],
)
def test_evidence_is_all_that_stands_behind_the_option(folder: Path, arguments: list[str]) -> None:
    more = [each for each in ("--no-model",) if each not in arguments]
    done = check(folder, *more, "--json", *arguments)
    assert done.code == 0, done.err
    assert done.json["evidence"]["documents"] == 2


def test_an_article_behind_the_evidence_is_missed_and_not_mistaken(folder: Path) -> None:
    done = check(folder, "--no-model", "--against", "sources/board.md", "story.txt")
    assert done.code == 2
    assert "ARTICLE" in done.err


def test_the_article_comes_from_standard_input(folder: Path) -> None:
    done = check(folder, "-", *LOOK[1:], "--json", given=ARTICLE)
    assert sum(each["outcome"] == "differs" for each in done.json["first_look"]) == 2


def test_standard_input_is_not_read_twice(folder: Path) -> None:
    done = check(folder, "-", "--against", "-", "--no-model", given=ARTICLE)
    assert (done.code, "only once" in done.err) == (2, True)


def test_the_date_that_is_given_explains_friday(folder: Path) -> None:
    story = "The old pumping station was closed by the board on Friday."
    made = {
        on: check(folder, "-", *LOOK[1:], "--json", "--published-on", on, given=story).json["first_look"][0]
        for on in ("2024-05-04", "2024-05-13")
    }
    assert [each["outcome"] for each in made.values()] == ["same_words", "differs"]
    assert "Friday 10 May 2024" in made["2024-05-13"]["checked"]


def test_only_claims_of_a_kind_or_worth_are_looked_at(folder: Path) -> None:
    kinds = {each["kind"] for each in check(folder, *LOOK, "--json", "--kind", "statistic").json["first_look"]}
    assert kinds == {"statistic"}
    worth = check(folder, *LOOK, "--json", "--min-check-worthiness", "0.5").json["first_look"]
    assert 0 < len(worth) < 5
    assert all(each["check_worthiness"] >= 0.5 for each in worth)


def test_the_gate_of_a_first_look_is_what_differs(folder: Path) -> None:
    shut = check(folder, *LOOK[:-1], "--fail-on", "differs")
    assert (shut.code, "The gate (differs) stops 2 claims." in shut.err) == (1, True)
    open_one = check(folder, "-", *LOOK[1:], "--fail-on", "differs", given="Snow fell on the moon of Grell.")
    assert (open_one.code, open_one.err) == (0, "")


@pytest.mark.parametrize("more", [["--fail-on", "refuted"], ["--baseline", "known.jsonl"], ["--fail-on", "nonsense"]])
def test_without_models_no_gate_can_ask_what_they_suggest(folder: Path, more: list[str]) -> None:
    done = check(folder, *LOOK, *more)
    assert (done.code, done.out) == (2, "")
    assert "--fail-on differs" in done.err


@pytest.mark.parametrize(
    ("more", "words"), [(["--baseline", "known.jsonl"], "nothing fails"), (["--fail-on", "wrong"], "no gate")]
)
def test_a_wrong_gate_is_refused_before_anything_is_read(folder: Path, more: list[str], words: str) -> None:
    done = check(folder, "missing.txt", "--against", "missing", *more)
    assert (done.code, words in done.err) == (2, True)


def test_evidence_that_cant_be_read_is_named_and_the_rest_is_compared(folder: Path) -> None:
    done = check(folder, "story.txt", "--against", "sources", "gone.md", "--no-model")
    assert done.code == 7
    assert "gone.md" in done.err
    assert "2 differing" in done.out


def test_a_shut_gate_says_more_than_evidence_that_cant_be_read(folder: Path) -> None:
    done = check(folder, "story.txt", "--against", "sources", "gone.md", "--no-model", "--fail-on", "differs")
    assert done.code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["gone.txt", "--against", "sources"], 3),
        (["story.txt", "--against", "gone.md"], 3),
        (["story.txt", "--against", "gone.md", "lost.md"], 3),
        (["story.txt", "--against", "empty"], 3),
        (["story.txt", "--against", ""], 2),
        (["story.txt"], 2),
        (["", "--against", "sources"], 2),
        (["sources", "--against", "sources"], 2),
        (["blank.txt", "--against", "sources"], 3),
        (["story.txt", "--against", "headings.md"], 3),
        (["story.txt", "--against", "sources", "--published-on", "May"], 2),
        (["story.txt", "--against", "sources", "--date-inferred"], 2),
    ],
)
def test_bad_input_gets_an_error_with_a_next_step(folder: Path, arguments: list[str], code: int) -> None:
    (folder / "empty").mkdir(exist_ok=True)
    (folder / "blank.txt").write_text(" \n \n")
    (folder / "headings.md").write_text("# Only a heading\n")
    done = check(folder, *arguments, "--no-model")
    assert (done.code, done.out) == (code, ""), done.err
    assert "Error: " in done.err
    assert "Traceback" not in done.err
    (folder / "blank.txt").unlink()
    (folder / "headings.md").unlink()
    (folder / "empty").rmdir()


def test_an_article_without_a_claim_is_checked_and_nothing_is_found(folder: Path) -> None:
    done = check(folder, "-", *LOOK[1:], given="Who knows?\n")
    assert done.code == 0
    assert done.out.endswith("0 claims.\n")


def test_hostile_text_stays_text(folder: Path) -> None:
    hostile = (
        "The pool of Tarn sold 640 tickets on Sunday\x1b]0;owned\x07 \u202e [red]'; DROP TABLE passages_text; --[/].\n"
    )
    (folder / "hostile.txt").write_text(
        "The pool\x1b[2J of Tarn sold 999 \u2066tickets\u2069 on Sunday. <script>x</script>\n"
    )
    done = check(folder, "-", "--against", "hostile.txt", "--no-model", given=hostile)
    (folder / "hostile.txt").unlink()
    assert done.code == 0, done.err
    assert "640 tickets" in done.out
    assert not set("\x1b\x07\u202e\u2066") & set(done.out)
    as_json = check(folder, "-", *LOOK[1:], "--json", given=hostile)
    assert not set("\x1b\x07\u202e") & set(as_json.out)


@pytest.fixture(scope="module")
def read(folder: Path) -> tuple[Ended, Ended]:
    """The same article, checked, and scored against the same evidence."""
    checked = check(folder, "story.txt", "--against", "sources", "--json", "--fail-on", "refuted", "--top-k", "3")
    scored = factcheck(
        folder, "score", "story.txt", "--evidence", "sources", "--top-k", "3", "--workers", "1", "--quiet"
    )
    return checked, scored


@pytest.mark.model
@pytest.mark.slow
def test_the_rows_are_those_of_score(read: tuple[Ended, Ended]) -> None:
    checked, scored = read
    assert checked.json["rows"] == [json.loads(line) for line in scored.out.splitlines()]
    schema = json.loads(SCHEMA_FILE.read_bytes())
    assert [fault for each in checked.json["rows"] for fault in faults(schema, each)] == []
    assert [each["id"] for each in checked.json["rows"]] == [each["id"] for each in checked.json["first_look"]]


@pytest.mark.model
@pytest.mark.slow
def test_the_gate_stops_what_the_models_refute(read: tuple[Ended, Ended]) -> None:
    refuted = [each for each in read[0].json["rows"] if each["status"] == "refuted"]
    assert refuted
    assert read[0].code == 1
    assert f"The gate (refuted) stops {len(refuted)} claim" in read[0].err


@pytest.mark.model
@pytest.mark.slow
def test_what_was_known_doesnt_fail_again_and_in_a_pipe_only_the_completed_table_is_printed(
    folder: Path, read: tuple[Ended, Ended]
) -> None:
    (folder / "known.jsonl").write_text(read[1].out)
    done = check(
        folder, "story.txt", "--against", "sources", "--top-k", "3", "--fail-on", "refuted", "--baseline", "known.jsonl"
    )
    (folder / "known.jsonl").unlink()
    assert done.code == 0
    assert "known from the baseline" in done.err
    assert "First look" not in done.out
    refuted = [each for each in read[0].json["rows"] if each["status"] == "refuted"]
    assert done.out.count("✘ refuted") == len(refuted)
    assert done.out.strip().splitlines()[-1].startswith("5 claims: ")
    assert "Tarn Water Board, 2024-06-02, https://board.example/report" in done.out
