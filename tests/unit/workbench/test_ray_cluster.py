"""Actors of a real Ray cluster: two nodes on this machine, of which one is killed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import wiring
from factcheck.errors import ModelError, PartialError
from factcheck.settings import Settings
from factcheck.workbench.adding import add_evidence
from factcheck.workbench.bench import Bench as OpenBench
from factcheck.workbench.crew import Task
from factcheck.workbench.part_file import PartFile
from factcheck.workbench.score_inputs import Sources
from factcheck.workbench.score_run import Job, index_evidence, run
from factcheck.workbench.scoring import Evidence, Scorer, Wanted
from factcheck.workbench.workers import InThisProcess, Pool
from tests.unit.workbench.small_tasks import Bench, KilledAtFirst, Square, Threads, failing, raising

if TYPE_CHECKING:
    from factcheck.workbench.ray_cluster import Cluster

pytestmark = [
    pytest.mark.ray,
    pytest.mark.slow,
    pytest.mark.xdist_group("ray"),
    # Ray leaves sockets and files to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@dataclass(slots=True)
class Nodes:
    """A Ray of two nodes with a core each."""

    address: str
    cluster: Any

    def add(self) -> Any:
        return self.cluster.add_node(num_cpus=1, memory=2 * 10**9)


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    # The names of Ray's sockets must be short.
    folder = tempfile.mkdtemp(prefix="fc-ray-", dir="/tmp")
    with pytest.MonkeyPatch.context() as patch:
        for name in [each for each in os.environ if each.startswith("RAY_")]:
            patch.delenv(name)
        patch.setenv("RAY_TMPDIR", folder)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_AUTH_MODE", "disabled")
        patch.setenv("OMP_NUM_THREADS", "7")
        # Ours first: it loads Ray, quietly.
        import_module("factcheck.workbench.ray_cluster")
        from ray.cluster_utils import Cluster as TestCluster

        (Path(folder) / "ray").mkdir()
        there = TestCluster()
        node = {"num_cpus": 1, "memory": 2 * 10**9, "include_dashboard": False}
        there.add_node(**node)
        there.add_node(**node)
        yield Nodes(there.address, there)
        there.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def there(nodes: Nodes) -> Iterator[Cluster]:
    """A connection to them."""
    from factcheck.workbench.ray_cluster import Cluster

    with Cluster(nodes.address, cores=None, say=print) as connected:
        yield connected


def alike(_: Bench) -> dict[str, str]:
    return {"model": "one"}


def unlike(_: Bench) -> dict[str, str]:
    return {"model": str(os.getpid())}


def test_answers_come_in_order_from_actors_of_all_machines_with_one_thread_each(nodes: Nodes, there: Cluster) -> None:
    assert there.words == f"the Ray cluster at {nodes.address}: 2 machines with 2 cores"
    assert there.cores == 2
    with there.workers(Bench, 2, alike=alike) as pool:
        answers = list(pool.answers(Square(number) for number in range(12)))
        assert list(pool.answers([Threads()])) == ["1"]
    assert [square for square, _, _ in answers] == [number**2 for number in range(12)]
    processes = {process for _, process, _ in answers}
    assert os.getpid() not in processes
    assert sum(max(asked for _, each, asked in answers if each == process) for process in processes) == 12


def test_a_task_whose_actor_is_killed_is_done_again_and_one_that_is_killed_thrice_is_named(
    there: Cluster, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tasks: list[Task[Bench, Any]] = [Square(1), KilledAtFirst(1, tmp_path / "tries"), Square(3)]
    with there.workers(Bench, 2, alike=alike) as pool:
        answers = list(pool.answers(tasks))
        assert (answers[0][0], answers[1], answers[2][0]) == (1, "done", 9)
        with pytest.raises(PartialError, match="scored the third chapter was ended 3 times"):
            list(pool.answers([KilledAtFirst(9, tmp_path / "others")]))
    # Ray would tell of them on standard output, where rows may go.
    assert capfd.readouterr() == ("", "")


@dataclass(frozen=True, slots=True)
class Read:
    """Answers with what stands in a file of the driver, and where the actor found it."""

    path: os.PathLike[str]

    def __call__(self, _: Bench) -> tuple[bytes, str]:
        path = Path(self.path)
        return path.read_bytes(), str(path)


def test_a_file_of_the_driver_stands_once_on_each_machine_and_is_gone_in_the_end(
    there: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.workbench.ray_cluster._CHUNK", 1000)
    content = bytes(range(256)) * 20
    (tmp_path / "evidence").write_bytes(content)
    shared = there.share(tmp_path / "evidence")
    (tmp_path / "evidence").unlink()
    with there.workers(Bench, 2, alike=alike) as pool:
        answers = list(pool.answers([Read(shared)] * 6))
    assert {read for read, _ in answers} == {content}
    (place,) = {where for _, where in answers}
    assert not Path(place).parent.exists()


def test_errors_come_through_and_machines_that_would_give_other_rows_are_refused(
    there: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    with there.workers(Bench, 1, alike=alike) as pool, pytest.raises(ModelError, match=r"The model is gone\."):
        list(pool.answers([raising]))
    with there.workers(Bench, 1, alike=alike) as pool, pytest.raises(RuntimeError, match="in failing"):
        list(pool.answers([failing]))
    with (
        there.workers(Bench, 2, alike=unlike) as pool,
        pytest.raises(ModelError, match="would give other rows: model is"),
    ):
        list(pool.answers(Square(number) for number in range(1000)))
    monkeypatch.setattr("factcheck.workbench.ray_cluster.__version__", "0.0.1")
    with (
        there.workers(Bench, 1, alike=alike) as pool,
        pytest.raises(ModelError, match=r"has factcheck .*, and this machine"),
    ):
        list(pool.answers([Square(1)]))


MOST = 1_000_000
NOTE = "The mill at Varn burned down on 4 March 2024. Nobody was hurt, the fire service said.\n"
ARTICLE = "The mill at Varn burned down on {0} March 2024. The fire service counted {0} engines at the place.\n"


def small_scorer(folder: Path, db: os.PathLike[str] | None) -> Scorer:
    """What scores without the real models; in an actor where a database is given."""
    from tests.contracts.word_encoder import WordEncoder
    from tests.unit.workbench.test_scoring import ByWord

    bench = wiring.open_workbench(Settings(db=os.fspath(db or folder / "evidence.db")), mode="create")
    bench.encoder, bench.stance_model = WordEncoder(), ByWord()
    return Scorer(bench, Wanted())


def test_rows_are_those_of_one_process_though_a_machine_is_lost_in_the_middle(
    nodes: Nodes, there: Cluster, tmp_path: Path
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(1, 29):
        (news / f"{number:02}.txt").write_text(ARTICLE.format(number))
    (tmp_path / "note.txt").write_text(NOTE)
    alone = small_scorer(tmp_path, None)
    bench = alone._bench
    list(add_evidence(bench, [str(tmp_path / "note.txt")]))
    *_, evidence = index_evidence(bench, InThisProcess(alone), tmp_path)
    assert isinstance(evidence, Evidence)
    assert evidence.path is not None
    rows = tmp_path / "rows.jsonl"
    scored(bench, InThisProcess(alone), evidence, news, rows)
    other = nodes.add()
    shared = replace(evidence, path=there.share(Path(evidence.path)))
    make = partial(small_scorer, tmp_path / "nowhere", there.share_database(bench.database))
    with there.workers(make, 3, alike=signature) as pool:
        list(pool.answers([signature] * 12))  # until all three machines have begun
        steps = scored(
            bench,
            pool,
            shared,
            news,
            tmp_path / "ray.jsonl",
            lose=partial(nodes.cluster.remove_node, other, allow_graceful=False),
        )
    bench.database.close()
    assert steps == 7
    assert (tmp_path / "ray.jsonl").read_bytes() == rows.read_bytes() != b""


def signature(scorer: Scorer) -> dict[str, str]:
    return scorer.models


def scored(
    bench: OpenBench,
    pool: Pool[Scorer],
    evidence: Evidence,
    news: Path,
    out: Path,
    *,
    lose: Callable[[], None] | None = None,
) -> int:
    """Score, and lose what is lost after the second of all batches; gives how many there were."""
    job = Job(
        sources=(str(news),),
        evidence=(),
        db="evidence.db",
        wanted=Wanted(),
        top_k=3,
        max_bytes=MOST,
        max_blocks=1000,
        max_sentences=1000,
    )
    sources = Sources(names=job.sources, reader=bench.reader, max_bytes=MOST, files_in=wiring.files_in_folder)
    done = 0
    with PartFile(out, job.identity) as part:
        for _ in run(sources, pool, evidence, part):
            done += 1
            if done == 2 and lose is not None:
                lose()
        part.finish({}, None)
    return done
