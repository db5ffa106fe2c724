"""Scoring without a workbench: articles or ready claims and evidence in, rows out."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import wiring
from factcheck.api.models import Models
from factcheck.api.opening import settings_for
from factcheck.api.sources import OnFailure, OnProgress, Source, names_of, without_reports
from factcheck.domain.claims import ClaimKind
from factcheck.domain.progress import Progress
from factcheck.domain.sources import ReadFailure
from factcheck.errors import InputError, UsageError
from factcheck.settings import with_top_k
from factcheck.workbench.adding import AddedDocument, add_evidence
from factcheck.workbench.jobs import read_each
from factcheck.workbench.score_inputs import Sources
from factcheck.workbench.score_stream import stream
from factcheck.workbench.scoring import Wanted

if TYPE_CHECKING:
    from factcheck.domain.scores import ScoreRow
    from factcheck.settings import Settings
    from factcheck.workbench.bench import Bench


def score(  # noqa: PLR0913  # as many options as the command has
    sources: Source | Iterable[Source],
    *,
    evidence: Source | Iterable[Source],
    top_k: int | None = None,
    kinds: Iterable[ClaimKind | str] = (),
    min_check_worthiness: float = 0.0,
    whole: bool = False,
    settings: Settings | None = None,
    models: Models | None = None,
    on_failure: OnFailure | None = None,
    on_progress: OnProgress | None = None,
) -> Iterator[ScoreRow]:
    """Score articles, or files of ready claims, against evidence: a row for each claim, in the order of the inputs.

    The rows are those of `factcheck score`, as they are made: a few articles are read ahead and no more. No workbench
    is touched; against the evidence of one, use its own `score`. A row is what the machine suggests and no decision.

    Args:
        sources: What `Workbench.add` takes, or JSON Lines with `claim`, or AVeriTeC's list.
        evidence: What `Workbench.add_evidence` takes.
        top_k: Passages for each claim; that of the settings where it is left out.
        kinds: Only claims of these; of all where there are none.
        min_check_worthiness: Only claims that are worth checking at least so much, in [0, 1].
        whole: Whether all of a web page is taken, and not only its article.
        settings: As `factcheck.open` takes them.
        models: Shared with others.
        on_failure: Called with each source that can't be read, while the others go on. Without it the first one
            raises its error.
        on_progress: Called along the way.

    Raises:
        UsageError: If an option is wrong; at once. All else is raised when rows are asked for:
        InputError: If a source can't be read, or nothing of the evidence.
        ModelError: If a model is missing.
    """
    names, against, wanted = names_of(sources), names_of(evidence), wanted_of(kinds, min_check_worthiness)
    if not against:
        raise UsageError("There is no evidence to score against.", hint="Name some: score(sources, evidence=[...]).")
    known = with_top_k(settings_for(None, settings), top_k)
    made = _against(names, against, wanted, known, models or Models(), whole=whole)
    return without_reports(made, on_failure, on_progress)


def wanted_of(kinds: Iterable[ClaimKind | str], least: float) -> Wanted:
    """Which claims are scored.

    Raises:
        UsageError: If there is no such kind, or no such probability.
    """
    known = [each.value for each in ClaimKind if each.is_claim]
    named = [kinds] if isinstance(kinds, str) else list(kinds)
    unknown = [str(each) for each in named if each not in known]
    if unknown:
        raise UsageError(f"There is no kind of claim {unknown[0]!r}.", hint=f"Choose among: {', '.join(known)}.")
    if not 0 <= least <= 1:
        raise UsageError(f"No check-worthiness is {least}.", hint="Give a number from 0 to 1.")
    return Wanted(kinds=frozenset(map(ClaimKind, named)), least=least)


def rows(
    bench: Bench, names: tuple[str, ...], wanted: Wanted, turn: AbstractContextManager[object], *, whole: bool
) -> Generator[ScoreRow | ReadFailure | Progress, None, None]:
    """The rows of these sources against the evidence of `bench`."""
    settings = bench.settings
    sources = Sources(
        names=names,
        reader=wiring.make_reader(settings, whole=whole),
        max_bytes=int(settings.max_input_mb * 1_000_000),
        files_in=wiring.files_in_folder,
    )
    yield from stream(bench, sources, wanted, turn)


def _against(  # what is scored, against what, and with what
    names: tuple[str, ...],
    evidence: tuple[str, ...],
    wanted: Wanted,
    settings: Settings,
    models: Models,
    *,
    whole: bool,
) -> Generator[ScoreRow | ReadFailure | Progress, None, None]:
    """The same against evidence given on the spot, in a workbench that is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="factcheck-evidence-") as folder:
        bench = wiring.open_workbench(replace(settings, db=str(Path(folder) / "evidence.db")), mode="create")
        bench.parts = models.lent_to(bench.parts, settings)
        bench.reader = wiring.make_reader(settings, whole=whole)
        with bench.database:
            added, failures = 0, []
            for each in read_each(evidence, lambda source: add_evidence(bench, [source])):
                added += isinstance(each, AddedDocument)
                if isinstance(each, ReadFailure):
                    failures.append(each)
                if not isinstance(each, AddedDocument):
                    yield each
            if not added:
                raise InputError(
                    "Nothing of the evidence could be read.", hint="Name other sources, or look at what failed."
                ) from (failures[0].error if failures else None)
            yield from rows(bench, names, wanted, models.lock, whole=whole)
