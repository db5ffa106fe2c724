"""Actors of a real Ray cluster: two nodes on this machine, of which one is killed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck import wiring
from factcheck.domain.scores import ScoreRow
from factcheck.errors import ModelError, PartialError, UsageError
from factcheck.settings import Settings
from factcheck.workbench.adding import add_evidence
from factcheck.workbench.bench import Workbench
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

    def connected(self) -> Cluster:
        from factcheck.workbench.ray_cluster import Cluster

        return Cluster(self.address, cores=None, say=print)

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
        from ray.cluster_utils import Cluster as TestCluster

        (Path(folder) / "ray").mkdir()
        there = TestCluster()
        node = {"num_cpus": 1, "memory": 2 * 10**9, "include_dashboard": False}
        there.add_node(**node)
        there.add_node(**node)
        yield Nodes(there.address, there)
        there.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


def alike(_: Bench) -> dict[str, str]:
    return {"model": "one"}


def unlike(_: Bench) -> dict[str, str]:
    return {"model": str(os.getpid())}


def test_answers_come_in_order_from_actors_of_all_machines_with_one_thread_each(nodes: Nodes) -> None:
    with nodes.connected() as there:
        assert there.words == f"the Ray cluster at {nodes.address}: 2 machines with 2 cores"
        assert there.cores == 2
        with there.workers(Bench, 2, alike=alike) as pool:
            answers = list(pool.answers(Square(number) for number in range(12)))
            assert list(pool.answers([Threads()])) == ["1"]
    assert [square for square, _, _ in answers] == [number**2 for number in range(12)]
    processes = {process for _, process, _ in answers}
    assert os.getpid() not in processes
    assert sum(max(asked for _, each, asked in answers if each == process) for process in processes) == 12
