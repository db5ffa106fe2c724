"""The steps of `factcheck check`: reading, the first look, and what the models make of it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck import wiring
from factcheck.cli import output, progress
from factcheck.cli.check_output import print_findings, print_first_look
from factcheck.cli.options import settings_of, takes_whole
from factcheck.domain.claims import ClaimKind
from factcheck.domain.first_looks import FirstLooks, LookOutcome
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError, PartialError, UsageError
from factcheck.ingest.opening import STANDARD_INPUT, shown
from factcheck.workbench.first_look import LooseBench, claims_of, first_looks, read_article, take_evidence

if TYPE_CHECKING:
    from factcheck.workbench.adding import CutDocument
    from factcheck.workbench.gates import Row, Tally

_GATE_SHUT: Final = 1
_SILENT: Final = 1.0
"""Seconds of reading after which it is said that it goes on: HTML and PDF start a parser each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one call asks for."""

    article: str
    evidence: tuple[str, ...]
    facts: SourceFacts
    kinds: frozenset[ClaimKind]
    least: float
    fail_on: tuple[str, ...]
    baseline: str | None
    no_model: bool
    as_json: bool


@dataclass(slots=True)
class Material:
    """What the sources of one call gave.

    Attributes:
        failures: What could not be read of the evidence, or has nothing to quote from.
        warnings: Address and words of what the readers warn of.
    """

    article: SourceText
    evidence: list[CutDocument] = field(default_factory=list)
    failures: list[ReadFailure] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)


def check(context: click.Context, asked: Asked) -> None:
    """Check an article, print what was found, and end with the code that says how it went.

    Raises:
        UsageError: If what is asked for contradicts itself.
        FactcheckError: If the article or all of the evidence can't be read.
        PartialError: If a part of the evidence can't, and no gate was shut.
    """
    # numpy starts a thread for each core when it is loaded, and for sums as small as these they wait for one another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    tally = _tally(asked)
    bench = wiring.loose_bench(settings_of(context))
    material = _read(context, asked, bench)
    looks = _first_looks(asked, bench, material)
    rows: list[Row] | None = None
    is_followed = sys.stdout.isatty() and not (asked.no_model or asked.as_json)
    if is_followed or (asked.no_model and not asked.as_json):
        print_first_look(looks, is_whole=not is_followed)
    if not asked.no_model:
        rows = _rows(context, asked, material)
        if not asked.as_json:
            _print_rows(rows, looks, bench, is_second=is_followed)
    if asked.as_json:
        from factcheck.cli.check_json import check_json

        output.print_json(check_json(looks, rows, material.failures, material.warnings))
    _close_gates(context, asked, looks, rows or (), tally)
    if material.failures:
        failed = output.counted(len(material.failures), "piece")
        raise PartialError(
            f"{failed} of evidence could not be read; the article was checked against the others.",
            hint="What was wrong with each is said above.",
        )


def _tally(asked: Asked) -> Tally | None:
    """What counts the rows that a gate stops; None where none can. A wrong gate is refused before anything is read."""
    of_rows = [each for each in asked.fail_on if each != LookOutcome.DIFFERS]
    if asked.no_model and (of_rows or asked.baseline is not None):
        named = f"--fail-on {of_rows[0]}" if of_rows else "--baseline"
        raise UsageError(
            f"{named} is about what the models suggest, and --no-model asks none.",
            hint="Leave --no-model out, or fail on what a first look finds: --fail-on differs.",
        )
    if asked.baseline is not None and not of_rows:
        raise UsageError("A baseline says what doesn't fail again, and nothing fails.", hint="Add --fail-on STATUS.")
    if not of_rows:
        return None
    from factcheck.workbench.gates import Baseline, Tally, gate_of, read_rows

    gates = [gate_of(each) for each in of_rows]
    return Tally(gates, Baseline(read_rows(Path(asked.baseline)), gates) if asked.baseline is not None else None)


def _read(context: click.Context, asked: Asked, bench: LooseBench) -> Material:
    """Article and evidence; what can't be read of the evidence is said at once, and the rest goes on."""
    if (asked.article, *asked.evidence).count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input can be read only once.", hint="Write one of the two to a file, and name that.")
    reader = wiring.make_reader(bench.settings, whole=takes_whole(context))
    with progress.unless_quick(context, "Reading", seconds=_SILENT):
        material = Material(read_article(reader, asked.article, asked.facts))
        _warn(material, material.article)
        if words := output.warn_of_parser(bench.settings):
            material.warnings.append((material.article.address, words))
        for source in asked.evidence:
            for each in reader.read(source):
                found = each if isinstance(each, ReadFailure) else next(take_evidence(bench, [each]))
                if isinstance(found, ReadFailure):
                    material.failures.append(found)
                    continue
                material.evidence.append(found)
                assert isinstance(each, SourceText)
                _warn(material, each)
    failed = [each.error for each in material.failures]
    if not material.evidence and len(failed) == 1:
        raise failed[0]
    for error in failed:
        output.say(context, f"{error.message} {error.hint}")
    if not material.evidence:
        raise InputError(
            f"None of the {len(failed)} pieces of evidence could be read.",
            hint="What was wrong with each is said above.",
        )
    return material


def _warn(material: Material, read: SourceText) -> None:
    for words in read.warnings:
        output.warn(f"{shown(read.address)}: {words}")
        material.warnings.append((read.address, words))


def _first_looks(asked: Asked, bench: LooseBench, material: Material) -> FirstLooks:
    article, claims = claims_of(bench, material.article)
    wanted = [
        each
        for each in claims
        # By the rules; what the trained scorer thinks of a claim is known when the models have read.
        if (not asked.kinds or each.kind in asked.kinds) and each.check_worthiness >= asked.least
    ]
    return first_looks(bench, article, wanted)


def _print_rows(rows: Sequence[Row], looks: FirstLooks, bench: LooseBench, *, is_second: bool) -> None:
    from factcheck.workbench.findings import findings

    if is_second:
        click.echo("\nAfter reading:")
    print_findings(findings(rows, looks.looks, split=bench.splitter.split))


def _rows(context: click.Context, asked: Asked, material: Material) -> list[Row]:
    """What the models make of it: loads them, in a process of their own, and takes some seconds."""
    from functools import partial

    from factcheck.workbench.one_article import rows_of
    from factcheck.workbench.score_run import models_of
    from factcheck.workbench.scoring import Wanted
    from factcheck.workbench.workers import Workers

    wanted = Wanted(kinds=asked.kinds, least=asked.least)
    found: list[list[Row]] = []
    with tempfile.TemporaryDirectory(prefix="factcheck-check-") as scratch:
        settings = replace(settings_of(context), db=str(Path(scratch) / "evidence.db"))
        bench = wiring.open_workbench(settings, mode="create")
        with bench.database, Workers(partial(wiring.open_scorer, settings, wanted), 1) as pool:
            with progress.working(context, "Loading the models"):
                (_,) = pool.answers([models_of])

            def steps() -> Iterator[tuple[int, int]]:
                for step in rows_of(bench, pool, material.article, material.evidence, Path(scratch)):
                    if isinstance(step, list):
                        found.append(step)
                    else:
                        yield step

            progress.measured(context, steps(), label="Reading claims and passages")
    return found[-1]


def _close_gates(
    context: click.Context, asked: Asked, looks: FirstLooks, rows: Iterable[Row], tally: Tally | None
) -> None:
    """Say what the gates stop, and end with 1 where that is anything."""
    differing = sum(each.outcome is LookOutcome.DIFFERS for each in looks.looks)
    is_shut = LookOutcome.DIFFERS in asked.fail_on and differing > 0
    if is_shut:
        output.say(context, f"The gate (differs) stops {output.counted(differing, 'claim')}.")
    if tally is not None:
        for row in rows:
            tally.add(row)
        if tally.failed or tally.known:
            output.say(context, tally.words)
        is_shut = is_shut or tally.failed.total() > 0
    if is_shut:
        context.exit(_GATE_SHUT)
