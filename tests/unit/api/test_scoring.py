"""Scoring from a program: the rows of the command, one by one, and nothing else is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import factcheck
from factcheck import wiring
from factcheck.report.records.score_rows import json_line
from factcheck.workbench.part_file import PartFile
from factcheck.workbench.score_inputs import Sources
from factcheck.workbench.score_run import index_evidence, run
from factcheck.workbench.scoring import Evidence, Scorer, Wanted
from factcheck.workbench.workers import InThisProcess


@pytest.fixture
def news(newsroom: Path) -> list[str]:
    """Ten articles: three batches."""
    names = []
    for number in range(10, 20):
        text = f"The ferry Aurora carried {number} people on 4 March 2024.\n\nIt struck the pier of Port Lindal.\n"
        (newsroom / f"{number}.txt").write_text(text, encoding="utf-8")
        names.append(f"{number}.txt")
    return names


def test_rows_come_in_the_order_of_the_inputs_as_they_are_made(news: list[str]) -> None:
    rows = factcheck.score([*news, "missing.txt"], evidence=["notes/"])
    assert next(rows).article is not None, "before the last source was looked at"
    with pytest.raises(factcheck.InputError, match=r"missing\.txt"):
        list(rows)
    failures: list[factcheck.ReadFailure] = []
    steps: list[factcheck.Progress] = []
    rows = factcheck.score(
        ["missing.txt", *news], evidence="notes/", on_failure=failures.append, on_progress=steps.append
    )
    sources = [row.article.source.address for row in rows if row.article]
    assert list(dict.fromkeys(sources)) == news
    assert [each.address for each in failures] == ["missing.txt"]
    assert steps[-1].done == len(news)


def test_they_are_the_rows_that_the_command_writes(news: list[str], tmp_path: Path) -> None:
    with factcheck.open("evidence.db") as bench:
        bench.add_evidence("notes/")
        rows = list(bench.score(news, top_k=3))
    settings = factcheck.Settings(db="evidence.db", top_k=3)
    opened = wiring.open_workbench(settings, mode="read")
    with opened.database:
        scorer = Scorer(opened, Wanted())
        pool = InThisProcess(scorer)
        *_, evidence = index_evidence(opened, pool, tmp_path)
        assert isinstance(evidence, Evidence)
        sources = Sources(
            names=news, reader=wiring.make_reader(settings), max_bytes=10**6, files_in=wiring.files_in_folder
        )
        with PartFile(tmp_path / "rows.jsonl", {}) as part:
            for _ in run(sources, pool, evidence, part):
                pass
            part.finish({}, None)
    assert b"".join(map(json_line, rows)) == (tmp_path / "rows.jsonl").read_bytes()
    assert len(rows) >= 20


def test_ready_claims_are_scored_like_articles(newsroom: Path) -> None:
    lines = [{"id": 7, "claim": "The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024."}]
    (newsroom / "fever.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    (row,) = factcheck.score(newsroom / "fever.jsonl", evidence="notes/")
    assert row.given is not None
    assert row.given.key == "7"
    assert row.suggestion.status is factcheck.Status.SUPPORTED
    assert row.evidence[0].citation.publisher == "Lindal Coast Guard"


def test_no_workbench_and_no_file_is_touched_and_nothing_is_left(
    news: list[str], newsroom: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    with factcheck.open("claims.db") as bench:
        bench.add_evidence("statement.txt")
    before = {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}
    rows = factcheck.score(news, evidence="notes/")
    assert list(place.iterdir()) == [], "nothing is done before a row is asked for"
    assert {each.citation.publisher for each in next(rows).evidence} == {"Lindal Coast Guard"}
    assert list(place.iterdir()) != []
    del rows
    assert list(place.iterdir()) == []
    assert {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()} == before


def test_evidence_of_which_nothing_can_be_read_is_an_error_and_not_a_row(news: list[str]) -> None:
    failures: list[factcheck.ReadFailure] = []
    with pytest.raises(factcheck.InputError, match="Nothing of the evidence"):
        list(factcheck.score(news, evidence=["missing/"], on_failure=failures.append))
    assert len(failures) == 1
    with pytest.raises(factcheck.UsageError, match="no evidence"):
        factcheck.score(news, evidence=[])


def test_only_the_wanted_claims_are_scored(newsroom: Path) -> None:
    kinds = {row.claim.kind for row in factcheck.score("story.html", evidence="notes/")}
    assert len(kinds) > 1
    kind = sorted(kinds)[0]
    rows = list(factcheck.score("story.html", evidence="notes/", kinds=[kind], top_k=1))
    assert {row.claim.kind for row in rows} == {kind}
    least = max(row.claim.check_worthiness for row in rows)
    assert all(
        row.claim.check_worthiness >= least
        for row in factcheck.score("story.html", evidence="notes/", min_check_worthiness=least)
    )


@pytest.mark.model
@pytest.mark.slow
def test_with_the_real_models_they_are_the_command_s_to_the_byte(news: list[str], tmp_path: Path) -> None:
    program = (
        "import sys, factcheck\n"
        "from factcheck.report.records.score_rows import json_line\n"
        "for row in factcheck.score(sys.argv[1:], evidence='notes/'):\n"
        "    sys.stdout.buffer.write(json_line(row))\n"
    )
    paths = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    environment = {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "factcheck", "score", *news, "--evidence", "notes/", "--workers", "1", "--quiet"]
    ours, theirs = (
        subprocess.run(each, cwd=tmp_path, env=environment, capture_output=True, check=True).stdout
        for each in ([sys.executable, "-c", program, *news], command)
    )
    assert ours == theirs
    assert len(ours.splitlines()) >= 20
