"""From sources to rows without storing them: a real database and index, and models that go by words."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from factcheck import wiring
from factcheck.domain.claims import ClaimKind
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import StoreError, UsageError
from factcheck.interfaces import Judged
from factcheck.settings import Settings
from factcheck.workbench.adding import add_articles, add_evidence
from factcheck.workbench.bench import Bench
from factcheck.workbench.matching import match
from factcheck.workbench.part_file import PartFile
from factcheck.workbench.score_inputs import Sources
from factcheck.workbench.score_run import Job, Step, index_evidence, run
from factcheck.workbench.scoring import Evidence, Scorer, Wanted
from factcheck.workbench.workers import InThisProcess
from tests.contracts.word_encoder import WordEncoder

MOST = 1_000_000
NOTE = """\
The mill at Varn burned down on 4 March 2024. Nobody was hurt, the fire service said.

The mayor Lea Brandt promised 300 new homes. Nothing of the sort was built by 2025.
"""
ARTICLE = """\
Fire at the mill number {0}

The mill at Varn burned down on 4 March 2024. The fire service counted {0} engines at the place.

Mayor Lea Brandt said the town would build 300 new homes. It will be a wonderful town.
"""


class ByWord:
    """A model that reads `nothing of the sort` as a refutation, and no other words."""

    name, version, calibrated, margin = "by word", "by word 1", True, 0.0

    def score(self, pairs: Sequence[tuple[str, str]]) -> Any:
        refuted = [(0.02, 0.96, 0.02) if "othing of the sort" in text else (0.1, 0.1, 0.8) for _, text in pairs]
        return np.array(refuted, dtype=np.float32).reshape(-1, 3)

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        return Judged(self.score(pairs), [None] * len(pairs))


@dataclass(slots=True)
class Place:
    """A workbench with evidence, and folders of articles."""

    folder: Path
    bench: Bench
    precision: str = "float32"

    def scorer(self, wanted: Wanted | None = None) -> Scorer:
        return Scorer(self.bench, wanted or Wanted(), precisions={"stance": self.precision})

    def evidence(self, scorer: Scorer) -> Evidence:
        *_, evidence = index_evidence(self.bench, InThisProcess(scorer), self.folder)
        assert isinstance(evidence, Evidence)
        return evidence

    def job(self, *sources: Path, wanted: Wanted | None = None) -> Job:
        return Job(
            sources=tuple(map(str, sources)),
            evidence=(),
            db="evidence.db",
            wanted=wanted or Wanted(),
            top_k=3,
            max_bytes=MOST,
            max_blocks=1000,
            max_sentences=1000,
        )

    def sources(self, job: Job) -> Sources:
        return Sources(names=job.sources, reader=self.bench.reader, max_bytes=MOST, files_in=wiring.files_in_folder)

    def steps(self, job: Job, out: Path, most: int | None = None) -> list[Step]:
        """Score, and finish; or stop behind `most` batches, as one who is killed does."""
        scorer = self.scorer(job.wanted)
        done = []
        with PartFile(out, job.identity) as part:
            for step in run(self.sources(job), InThisProcess(scorer), self.evidence(scorer), part):
                done.append(replace(step, counts=replace(step.counts)))
                if len(done) == most:
                    return done
            part.finish({}, None)
        return done


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    bench = wiring.open_workbench(Settings(db="evidence.db", top_k=3), mode="create")
    bench.encoder = WordEncoder()
    bench.stance_model = ByWord()
    note = tmp_path / "note.md"
    note.write_text(NOTE)
    with bench.database:
        list(add_evidence(bench, [str(note)]))
        yield Place(tmp_path, bench)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Ten articles in a folder: three batches."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(10, 20):
        (folder / f"{number}.txt").write_text(ARTICLE.format(number))
    return folder


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_row_says_what_a_stored_claim_s_suggestion_says(place: Place, articles: Path, tmp_path: Path) -> None:
    place.steps(place.job(articles / "10.txt"), tmp_path / "rows.jsonl")
    rows = {row["id"]: row for row in rows_of(tmp_path / "rows.jsonl")}
    list(add_articles(place.bench, [str(articles / "10.txt")]))
    claims = place.bench.claims.all()
    assert list(rows) == [claim.id for claim in claims]
    for suggestion in match(place.bench, claims):
        row = rows[suggestion.claim_id]
        assert row["status"] == suggestion.status
        assert [each["words"] for each in row["reasons"]] == [each.words for each in suggestion.reasons]
        assert [each["id"] for each in row["passages"]] == [each.match.passage_id for each in suggestion.passages]
    homes = next(row for row in rows.values() if "300" in row["checked"])
    assert homes["article"]["title"] == "Fire at the mill number 10"
    text = (articles / "10.txt").read_text()
    assert all(text[row["start"] : row["end"]] == row["said"] for row in rows.values())


def test_nothing_of_the_workbench_is_touched(place: Place, articles: Path, tmp_path: Path) -> None:
    before = (place.bench.database.path).read_bytes()
    place.steps(place.job(articles), tmp_path / "rows.jsonl")
    assert place.bench.database.path.read_bytes() == before
    assert not place.bench.index_folder.exists()


def test_a_run_that_is_ended_behind_any_batch_goes_on_to_the_same_bytes(
    place: Place, articles: Path, tmp_path: Path
) -> None:
    job = place.job(articles)
    whole = place.steps(job, tmp_path / "whole.jsonl")
    assert len(whole) == 3
    for most in (1, 2, 3):
        out = tmp_path / f"out{most}.jsonl"
        place.steps(job, out, most=most)
        assert not out.exists()
        with (tmp_path / f"out{most}.jsonl.part").open("ab") as file:
            file.write(b'{"half":')  # of a batch that was being written
        rest = place.steps(job, out)
        assert len(rest) == 3 - most
        assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
        assert {path.name for path in tmp_path.glob(f"out{most}*")} == {out.name, f"{out.name}.run.json"}
    assert whole[-1].counts.inputs == 10
    assert rest == []


def test_what_was_taken_is_compared_before_a_run_goes_on(place: Place, articles: Path, tmp_path: Path) -> None:
    job = place.job(articles)
    out = tmp_path / "rows.jsonl"
    place.steps(job, out, most=1)
    (articles / "11.txt").write_text("Another text stands here now.")
    with pytest.raises(UsageError, match=r"One of the first 3 sources, up to .*12\.txt, is no longer what it was"):
        place.steps(job, out)


def test_another_evidence_or_another_model_is_another_run(place: Place, articles: Path, tmp_path: Path) -> None:
    job = place.job(articles)
    out = tmp_path / "rows.jsonl"
    place.steps(job, out, most=1)
    more = tmp_path / "more.txt"
    more.write_text("The mill had burned before.")
    list(add_evidence(place.bench, [str(more)]))
    with pytest.raises(UsageError, match="belongs to another run: evidence_index is"):
        place.steps(job, out)
    with pytest.raises(UsageError, match="top_k is 5, was 3"):
        place.steps(replace(job, top_k=5), out)


def test_another_precision_is_another_run(place: Place, articles: Path, tmp_path: Path) -> None:
    job = place.job(articles)
    out = tmp_path / "rows.jsonl"
    place.steps(job, out, most=1)
    place.precision = "int8"
    with pytest.raises(UsageError, match='stance_precision is "int8", was "float32"'):
        place.steps(job, out)


def test_what_readers_warn_of_is_told_and_kept_with_the_rows(place: Place, articles: Path, tmp_path: Path) -> None:
    gate = "<div><p>Subscribe now to continue reading.</p></div>"
    page = f"<html><body><article><h1>Fire</h1><p>{NOTE}</p>{gate}</article></body></html>"
    (articles / "15.html").write_text(page)
    steps = place.steps(place.job(articles), tmp_path / "rows.jsonl")
    ((address, warning),) = [each for step in steps for each in step.warnings]
    assert address.endswith("15.html")
    assert "log in or pay" in warning
    assert (steps[-1].counts.warned, steps[-1].counts.warnings) == (1, [[address, warning]])


def test_a_text_with_more_sentences_than_allowed_is_named_and_the_others_have_their_rows(
    articles: Path, tmp_path: Path
) -> None:
    bench = wiring.open_workbench(Settings(db="small.db", max_sentences=10), mode="create")
    bench.encoder, bench.stance_model = WordEncoder(), ByWord()
    (articles / "11.txt").write_text(" ".join(f"The mill number {number} burned down." for number in range(11)))
    with bench.database:
        place = Place(tmp_path, bench)
        steps = place.steps(place.job(articles), tmp_path / "rows.jsonl")
    (failure,) = [each for step in steps for each in step.failures]
    assert "11.txt: It has more than 10 sentences." in failure.error.message
    assert (steps[-1].counts.inputs, steps[-1].counts.failed) == (9, 1)
    titles = {row["article"]["title"] for row in rows_of(tmp_path / "rows.jsonl")}
    assert titles == {f"Fire at the mill number {number}" for number in (10, *range(12, 20))}


def test_equal_texts_are_encoded_once(place: Place, tmp_path: Path) -> None:
    lines = tmp_path / "claims.jsonl"
    lines.write_text('{"claim": "The mill at Varn burned down."}\n' * 20)
    encoder = place.bench.encoder
    assert isinstance(encoder, WordEncoder)
    place.steps(place.job(lines), tmp_path / "rows.jsonl")
    assert all(len(batch) == len(set(batch)) for batch in encoder.batches)
    rows = rows_of(tmp_path / "rows.jsonl")
    assert [row["given_id"] for row in rows] == [str(number) for number in range(1, 21)]
    assert len({json.dumps(row["passages"]) for row in rows}) == 1


def test_only_the_kinds_that_are_wanted_are_scored_and_from_the_least_worth_on(
    place: Place, articles: Path, tmp_path: Path
) -> None:
    every = tmp_path / "every.jsonl"
    place.steps(place.job(articles / "10.txt"), every)
    worth = sorted(row["check_worthiness"] for row in rows_of(every))
    assert worth[0] < worth[-1]
    some = tmp_path / "some.jsonl"
    steps = place.steps(place.job(articles / "10.txt", wanted=Wanted(least=worth[-1] - 0.0001)), some)
    assert [row["check_worthiness"] for row in rows_of(some)] == [w for w in worth if w == worth[-1]]
    assert steps[-1].counts.claims == len(worth)
    events = tmp_path / "events.jsonl"
    place.steps(place.job(articles / "10.txt", wanted=Wanted(kinds=frozenset([ClaimKind.EVENT]))), events)
    assert {row["kind"] for row in rows_of(events)} == {"event"}


def test_without_evidence_there_is_a_row_all_the_same(articles: Path, tmp_path: Path) -> None:
    bench = wiring.open_workbench(Settings(db="empty.db"), mode="create")
    bench.encoder, bench.stance_model = WordEncoder(), ByWord()
    with bench.database:
        Place(tmp_path, bench).steps(Place(tmp_path, bench).job(articles / "10.txt"), tmp_path / "rows.jsonl")
    rows = rows_of(tmp_path / "rows.jsonl")
    assert rows
    assert {row["status"] for row in rows} <= {"not_enough_evidence", "not_checkable"}


def test_a_folder_is_read_a_few_articles_at_a_time(
    place: Place, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    reader = place.bench.reader
    look = reader.read

    def noted(source: str) -> Iterator[SourceText | ReadFailure]:
        read.append(source)
        return look(source)

    monkeypatch.setattr(reader, "read", noted)
    job = place.job(articles)
    scorer = place.scorer()
    with PartFile(tmp_path / "rows.jsonl", job.identity) as part:
        next(run(place.sources(job), InThisProcess(scorer), place.evidence(scorer), part))
    assert len(read) == 4


@pytest.mark.parametrize(
    "progress", [{"counts": {}, "place": {}}, {"counts": "many", "place": None}, {"place": {"files": "1"}}]
)
def test_progress_that_no_run_keeps_is_said_to_be_foreign(
    place: Place, articles: Path, tmp_path: Path, progress: dict[str, Any]
) -> None:
    job = place.job(articles)
    out = tmp_path / "rows.jsonl"
    place.steps(job, out, most=1)
    about = tmp_path / "rows.jsonl.part.json"
    kept = json.loads(about.read_bytes())
    about.write_text(json.dumps({**kept, "progress": kept["progress"] | progress}))
    with pytest.raises(UsageError, match="is not what a run of `factcheck score` writes"):
        place.steps(job, out)


def test_a_disk_that_is_full_in_the_middle_ends_the_run_and_it_goes_on_to_the_same_bytes(
    place: Place, articles: Path, tmp_path: Path
) -> None:
    """A limit on the size of files stands for the disk, lower than all rows and higher than those of a batch."""
    job = place.job(articles)
    place.steps(job, tmp_path / "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) * 2 // 3, hard))
    try:
        with pytest.raises(StoreError, match="The disk is full") as found:
            place.steps(job, tmp_path / "rows.jsonl")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "it goes on" in found.value.hint
    assert not (tmp_path / "rows.jsonl").exists()
    assert 0 < len(place.steps(job, tmp_path / "rows.jsonl")) < 3
    assert (tmp_path / "rows.jsonl").read_bytes() == whole
