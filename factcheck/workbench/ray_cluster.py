"""Does tasks on a Ray cluster: an actor for each core, which makes its resource once. The only module that loads Ray.

The driver gives tasks out and takes the answers, in order, as it does with processes of its own. An actor that is
ended, or whose machine is, is replaced, and its task done again. Files are put into Ray's object store once, and
written to the disk once on each machine.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Generic

from factcheck import __version__
from factcheck.errors import ModelError, UsageError
from factcheck.workbench.crew import (
    ONE_THREAD,
    TRIES,
    Crew,
    Done,
    Ended,
    Failed,
    Fault,
    Outcome,
    Resource,
    Task,
    given_up,
)
from factcheck.workbench.ray_actor import actor_class
from factcheck.workbench.ray_address import CHECK_HINT, LOCAL, Head, check_address, found_address
from factcheck.workbench.ray_surroundings import QUIET, Termination, own_token, short_folder
from factcheck.workbench.scratch import kept_folder, locked, new_name, no_room, remove_shared, scratch_folder
from factcheck.workbench.workers import default_workers

# Before Ray is imported, which looks once.
os.environ |= QUIET

try:
    import ray
    from ray.exceptions import ObjectLostError, OwnerDiedError, RayActorError, RayError, RayTaskError
except ImportError as error:
    raise UsageError(
        "Ray is not installed." if find_spec("ray") is None else f"Ray can't be loaded: {error}.",
        hint="Install it with pip install 'factcheck[ray]'; or leave --ray out: --workers takes this machine's cores.",
    ) from error

if TYPE_CHECKING:
    from ray.actor import ActorHandle

    from factcheck.store.database import Database

_OLDEST: Final = (2, 50)
_CHUNK: Final = 64 * 1_000_000
"""Bytes of a file that are one object."""
_MEMORY: Final = 1_000_000_000
"""Bytes that an actor asks for: the models, and what it computes with them."""
_PATIENCE: Final = 5.0
"""Seconds that actors are given to tidy up."""
_SCARCE: Final = 30.0
"""Seconds without any core after which that is said."""


class Cluster:
    """A Ray cluster, as `factcheck.workbench.workers.Machines`. Use it in a `with` statement.

    Args:
        address: Of a cluster (`host:port`, `ray://host:port`), `auto` for the one of this machine or of RAY_ADDRESS,
            `local` for a new one of this machine alone; empty for `auto` where there is one, else `local`.
        cores: Of a new one; by itself those of this machine, at most four.
        say: Is told what a person has to know who waits.

    Raises:
        UsageError: If it doesn't answer, can't be used, or isn't there.
    """

    def __init__(self, address: str, *, cores: int | None, say: Callable[[str], None]) -> None:
        self._wanted = address
        self._local_cores = cores or default_workers()
        self._say = say
        self._stack = ExitStack()
        self._folder = f"{new_name()}-ray"
        self._termination = Termination()
        self.words = ""

    def __enter__(self) -> Cluster:
        with ExitStack() as stack:
            self._connect(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()
        remove_shared(self._folder)

    @cached_property
    def cores(self) -> int:
        there = ray.cluster_resources()
        return max(1, int(min(there.get("CPU", 1), there.get("memory", _MEMORY) // _MEMORY)))

    def share(self, path: Path) -> os.PathLike[str]:
        """See `Machines.share`; the file is in the object store when this ends."""
        whole = hashlib.sha256()
        chunks = []
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                whole.update(chunk)
                chunks.append(ray.put(chunk))
        return _Shared(path.name, whole.hexdigest(), self._folder, tuple(chunks))

    def share_database(self, database: Database) -> os.PathLike[str]:
        """See `Machines.share_database`; as it is now."""
        with scratch_folder() as folder:
            copy = folder / database.path.name
            database.copy_to(copy)
            return self.share(copy)

    def workers(self, make: Callable[[], Resource], most: int, *, alike: Task[Resource, Any]) -> RayWorkers[Resource]:
        return RayWorkers(make, most, alike=alike, folder=self._folder, watch=self._watch(), say=self._say)

    def _watch(self) -> Callable[[], None]:
        head = Head(_head())

        def watch() -> None:
            self._termination.check()
            head.check()

        return watch

    def _connect(self, stack: ExitStack) -> None:
        if tuple(map(int, ray.__version__.split(".")[:2])) < _OLDEST:
            raise UsageError(
                f"Ray {ray.__version__} is too old.", hint="Install a newer one: pip install 'factcheck[ray]'."
            )
        if ray.is_initialized():  # by whoever calls, who also ends it
            self.words = _shape()
            return
        address = found_address(self._wanted)
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
        if address == LOCAL:
            folder = stack.enter_context(short_folder())
            stack.enter_context(own_token())
            quiet |= {"include_dashboard": False, "num_cpus": self._local_cores, "_temp_dir": str(folder)}
            quiet["_memory"] = self._local_cores * _MEMORY  # as with --workers, whoever calls knows how many fit
        else:
            check_address(address)
        stack.enter_context(self._termination)
        stack.callback(ray.shutdown)
        try:
            _init(address, quiet)
            self._termination.take()
        except Exception as error:
            is_own = address == LOCAL
            raise UsageError(
                f"Ray can't be {'begun on this machine' if is_own else f'used at {address}'}: {_first_line(error)}",
                hint="Wait until less runs on it, or leave --ray out." if is_own else CHECK_HINT,
            ) from error
        self.words = "a Ray of this machine" if address == LOCAL else _shape()


@dataclass(frozen=True, slots=True)
class _Shared:
    """A file of the driver. Its path is asked for in an actor, and leads to a copy for all actors of that machine."""

    name: str
    sha256: str
    folder: str
    chunks: tuple[Any, ...]

    def __fspath__(self) -> str:
        folder = kept_folder(self.folder)
        path = folder / f"{self.sha256[:16]}-{self.name}"
        with locked(folder / f"{path.name}.lock"):
            if not path.exists():
                try:
                    self._write(folder / f"{path.name}.new", path)
                except OSError as error:
                    raise no_room(path, error) from error
        return str(path)

    def _write(self, new: Path, path: Path) -> None:
        whole = hashlib.sha256()
        with new.open("wb") as file:
            for each in self.chunks:
                chunk = ray.get(each)
                whole.update(chunk)
                file.write(chunk)
        if whole.hexdigest() != self.sha256:
            raise ModelError(f"{self.name} came over damaged.", hint="Run the same command again.")
        new.replace(path)


@dataclass(slots=True, eq=False)
class _Hired:
    """An actor, and what was last asked of it.

    Attributes:
        asked: `versions`, `begin` or `do`.
    """

    actor: ActorHandle[Any]
    asked: str
    answer: Any = None
    host: str = ""

    @property
    def is_ready(self) -> bool:
        return self.asked == "do"


class RayWorkers(Crew[Resource, _Hired], Generic[Resource]):
    """At most `most` actors, each begun when there is a task for it. Use it in a `with` statement.

    Raises, while it answers, besides what `Crew.answers` raises:
        ModelError: If an actor has no factcheck, another version, or gives another answer to `alike` than the first.
    """

    def __init__(
        self,
        make: Callable[[], Resource],
        most: int,
        *,
        alike: Task[Resource, Any],
        folder: str,
        watch: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(most)
        self._make = make
        self._alike = alike
        self._folder = folder
        self._watch = watch
        self._say = say
        self._class = ray.remote(actor_class()).options(
            num_cpus=1,
            memory=_MEMORY,
            max_restarts=0,
            max_task_retries=0,
            scheduling_strategy="SPREAD",
            runtime_env={"env_vars": ONE_THREAD},
        )
        self._actors: list[_Hired] = []
        self._first: Any = None
        self._lost = 0
        self._was_said = False

    def __enter__(self) -> RayWorkers[Resource]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        # Those at work can't hear: their machines are tidied by an idle one, or else by the next run there.
        idle = [each for each in self._actors if each.is_ready and each not in self._at_work]
        with suppress(RayError):
            left = [each.actor.leave.remote(self._folder) for each in idle]
            if left:
                ray.wait(left, num_returns=len(left), timeout=_PATIENCE)
        for each in self._actors:
            with suppress(RayError):
                ray.kill(each.actor)
        self._actors.clear()

    def _free(self, waiting: int) -> _Hired | None:
        for each in self._actors:
            if each.is_ready and each not in self._at_work:
                return each
        beginning = sum(not each.is_ready for each in self._actors)
        if len(self._actors) < self._most and beginning < waiting:
            hired = _Hired(self._class.remote(), "versions")
            hired.answer = hired.actor.versions.remote()
            self._actors.append(hired)
        return None

    def _give(self, worker: _Hired, task: Task[Resource, Any]) -> None:
        worker.answer = worker.actor.do.remote(task)

    def _heard(self, seconds: float | None) -> Sequence[tuple[_Hired, Outcome]]:
        """An actor that has begun is news too, though nothing came of any task."""
        asked = {each.answer: each for each in self._actors if not each.is_ready or each in self._at_work}
        began = time.monotonic()
        ready: list[Any] = []
        while asked and not ready:
            # Many short waits: Python hears of signals between them.
            ready, _ = ray.wait(list(asked), timeout=1.0 if seconds is None else seconds)
            self._watch()
            if seconds is not None:
                break
            if not any(each.is_ready for each in self._actors) and time.monotonic() - began > _SCARCE:
                self._tell_scarce()
        heard = []
        for reference in ready:
            worker = asked[reference]
            outcome = self._outcome(worker)
            if worker in self._at_work:
                heard.append((worker, outcome))
            else:
                self._go_on(worker, outcome)
        return heard

    def _outcome(self, worker: _Hired) -> Outcome:
        try:
            outcome = ray.get(worker.answer)
        except RayTaskError as error:  # before it came to our code: what was sent can't be read there, say
            return Fault(str(error))
        except (RayActorError, ObjectLostError, OwnerDiedError) as error:
            self._actors.remove(worker)
            with suppress(RayError):
                ray.kill(worker.actor)
            return Ended(_first_line(error))
        assert isinstance(outcome, Done | Failed | Fault | Ended | tuple)
        return outcome  # type: ignore[return-value]  # a tuple is what `versions` answers

    def _go_on(self, worker: _Hired, outcome: Outcome) -> None:
        """The next step of an actor that begins: versions, then the resource, then tasks."""
        match outcome:
            case Ended(how):
                self._lost += 1
                if self._lost == TRIES:
                    raise given_up("was to load the models", how)
            case Failed(error):
                raise error
            case Fault(traceback):
                raise RuntimeError(f"in an actor that begins:\n{traceback}")
            case Done(answer):
                self._compare(worker, answer)
                worker.asked = "do"
                self._lost = 0
            case (host, version):
                worker.host = host
                if version != __version__:
                    raise ModelError(
                        f"{host} has {f'factcheck {version}' if version else 'no factcheck'}, "
                        f"and this machine factcheck {__version__}.",
                        hint="Install the same version on all machines of the cluster.",
                    )
                worker.asked = "begin"
                worker.answer = worker.actor.begin.remote(self._make, self._alike)

    def _compare(self, worker: _Hired, answer: Any) -> None:  # noqa: ANN401  # of whatever task `alike` is
        if self._first is None:
            self._first = answer, worker.host
        first, host = self._first
        if answer == first:
            return
        keys = sorted(first.keys() | answer.keys())
        told = [
            f"{key} is {answer.get(key)} there and {first.get(key)} on {host}"
            for key in keys
            if answer.get(key) != first.get(key)
        ]
        raise ModelError(
            f"{worker.host} would give other rows: {'; '.join(told)}.",
            hint="Install the same versions and the same models on all machines of the cluster.",
        )

    def _tell_scarce(self) -> None:
        if not self._was_said and not any(each.asked == "begin" for each in self._actors):
            self._say("No core of the cluster is free yet: waiting for one. Ctrl-C ends that; what is scored is kept.")
            self._was_said = True


def _init(address: str, quiet: Mapping[str, Any]) -> None:
    try:
        ray.init(address, **quiet)
    except Exception:
        if address != LOCAL:
            raise
        # It gives its own processes half a minute to begin, which is short where much else runs.
        ray.shutdown()
        ray.init(address, **quiet)


def _shape() -> str:
    nodes = sum(bool(node["Alive"]) for node in ray.nodes())
    cores = int(ray.cluster_resources().get("CPU", 0))
    counted = f"{nodes} {'machine' if nodes == 1 else 'machines'} with {cores} {'core' if cores == 1 else 'cores'}"
    return f"the Ray cluster at {_head() or 'another address'}: {counted}"


def _head() -> str:
    """Its address; empty where this machine is no part of the cluster."""
    try:
        return str(ray.get_runtime_context().gcs_address)
    except (AttributeError, RuntimeError):  # Ray Client has none
        return ""


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
