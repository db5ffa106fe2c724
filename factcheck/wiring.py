"""The only file that names implementations. To take another one, change a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.precision import Precision
from factcheck.domain.sources import ReadFailure
from factcheck.errors import UsageError
from factcheck.interfaces import (
    CheckWorthiness,
    ClaimDetector,
    Clock,
    Encoder,
    Reader,
    SentenceSplitter,
    StanceModel,
    TextParser,
    VectorIndex,
)
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.language.parsing.parses import Parses
    from factcheck.store.database import Mode
    from factcheck.workbench.bench import Bench, Parts
    from factcheck.workbench.first_look import LooseBench
    from factcheck.workbench.scoring import Scorer, Wanted
    from factcheck.workbench.workers import Machines


def open_workbench(settings: Settings, *, mode: Mode = "write", clock: Clock | None = None) -> Bench:
    """Open the workbench that the settings name. Close its `database` when done.

    Raises:
        UsageError, StoreError, DamageError: As `Database` does.
    """
    from factcheck.store.database import Database
    from factcheck.workbench.bench import Bench

    database = Database(settings.db_path, mode=mode, busy_seconds=settings.busy_seconds)
    return Bench(database, parts(settings), settings, clock or utc_now)


def open_machines(
    ray: str | None, *, cores: int | None, say: Callable[[str], None]
) -> AbstractContextManager[Machines]:
    """Where batches are scored: on this machine, or on the Ray cluster at an address.

    Args:
        ray: See `factcheck.workbench.ray_cluster.Cluster`; None for this machine alone.

    Raises:
        UsageError: If Ray isn't installed; entering the block raises what `Cluster` raises.
    """
    if ray is None:
        from factcheck.workbench.workers import ThisMachine

        return nullcontext(ThisMachine())
    from factcheck.workbench.ray_cluster import Cluster

    return Cluster(ray, cores=cores, say=say)


def open_scorer(settings: Settings, wanted: Wanted, db: PathLike[str] | None = None) -> Scorer:
    """What scores batches against the workbench at `db`, else at that of the settings, and only reads of it."""
    from factcheck.models.precision import of_encoder, of_stance_model
    from factcheck.workbench.scoring import Scorer

    ships = settings.stance_model == "default"
    precisions = {
        "encoder": of_encoder(settings.precision).precision.value,
        "stance": of_stance_model(settings.precision, ships=ships).precision.value,
    }
    if db is not None:
        settings = replace(settings, db=fspath(db))
    return Scorer(open_workbench(settings, mode="read"), wanted, precisions=precisions)


def parses(settings: Settings) -> Parses:
    """The parses of texts as a workbench has them, without one."""
    from factcheck.language.parsing.parses import Parses

    return Parses(_parser(settings).parse_each, _splitter().split)


def loose_bench(settings: Settings) -> LooseBench:
    """An empty bench in memory, for a first look at one article; loads no model."""
    from factcheck.language.parsing.parses import Parses
    from factcheck.store.evidence_in_memory import EvidenceInMemory
    from factcheck.workbench.first_look import LooseBench

    splitter, parser = _splitter(), _parser(settings)
    return LooseBench(
        settings=settings,
        splitter=splitter,
        detector=_detector(settings, splitter, parser),
        parses=Parses(parser.parse_each, splitter.split),
        rules=_rules(),
        now=utc_now,
        shelf=EvidenceInMemory(),
    )


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def local_zone() -> str:
    """The time zone of this machine (or of TZ) by its IANA name; `UTC` where it has none that is known."""
    import warnings
    from zoneinfo import ZoneInfo

    from tzlocal import get_localzone_name

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a machine has no zone is nothing to be told of
        try:
            name = get_localzone_name() or "UTC"
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):  # a name that the database doesn't have, or none
            return "UTC"
    return name


def parts(settings: Settings) -> Parts:
    """Today's implementations of every seam, none of them loaded yet."""
    from factcheck.workbench.bench import Parts

    return Parts(
        make_reader=lambda: make_reader(settings),
        make_splitter=_splitter,
        make_parser=lambda: _parser(settings),
        make_detector=lambda splitter, parser: _detector(settings, splitter, parser),
        make_rules=_rules,
        make_worthiness=_worthiness,
        make_encoder=lambda: _encoder(settings),
        make_passage_encoder=lambda encoder: _passage_encoder(settings, encoder),
        make_stance_model=lambda splitter: _stance_model(settings, splitter),
        make_index=_index,
        load_index=_stored_index,
    )


def make_reader(settings: Settings, *, whole: bool = False) -> Reader:
    from factcheck.ingest.sources import SourceReader

    most = int(settings.max_input_mb * 1_000_000)
    if not settings.fetch:
        return SourceReader(max_bytes=most, whole=whole, max_blocks=settings.max_blocks)
    from factcheck.ingest.web.fetching import Fetcher

    return SourceReader(max_bytes=most, fetch=Fetcher(most).fetch, whole=whole, max_blocks=settings.max_blocks)


def files_in_folder(folder: str) -> Iterator[str | ReadFailure]:
    """The files of a folder that `make_reader`'s reader takes from it, sorted, and what can't be looked at."""
    from factcheck.ingest.folders import files_in
    from factcheck.ingest.sources import is_known

    return files_in(folder, is_known)


def _splitter() -> SentenceSplitter:
    from factcheck.language.sentences.segmenter import BoundarySplitter

    return BoundarySplitter()


def _parser(settings: Settings) -> TextParser:
    from factcheck.models.pipelines import NONE, find_pipeline, is_missing

    # At midnight whole sentences are better than none; whoever asked says that it is so.
    if settings.parser == NONE or is_missing(settings.parser):
        from factcheck.language.parsing.no_parser import NoParser

        return NoParser()
    from factcheck.language.parsing.spacy_parser import SpacyParser

    found = find_pipeline(settings.parser)
    return SpacyParser(found.folder, name=found.label, language=found.language)


def _detector(settings: Settings, splitter: SentenceSplitter, parser: TextParser) -> ClaimDetector:
    from factcheck.claims.detect.detector import ClauseClaimDetector

    return ClauseClaimDetector(splitter, parser, max_sentences=settings.max_sentences)


def _rules() -> CheckWorthiness:
    from factcheck.claims.worthiness.check_worthiness import RuleWorthiness

    return RuleWorthiness()


def _worthiness(encoder: Encoder) -> CheckWorthiness:
    from factcheck.claims.worthiness.head import load_head
    from factcheck.claims.worthiness.trained import TrainedWorthiness

    # The head reads vectors of the default encoder only: with another one claims keep the rank that the rules give.
    return TrainedWorthiness(encoder.name) if load_head().encoder == encoder.name else _rules()


def _encoder(settings: Settings) -> Encoder:
    from factcheck.evidence.transformer_encoder import TransformerEncoder
    from factcheck.models.weights import find_weights

    return TransformerEncoder(find_weights(settings.encoder, download=settings.download))


def _passage_encoder(settings: Settings, encoder: Encoder) -> Encoder:
    from factcheck.models.precision import of_encoder

    chosen = of_encoder(settings.precision).precision
    if chosen is Precision.FLOAT32:
        return encoder
    from factcheck.evidence.transformer_encoder import TransformerEncoder
    from factcheck.models.weights import find_weights

    return TransformerEncoder(find_weights(settings.encoder, download=settings.download), chosen)


def _stance_model(settings: Settings, splitter: SentenceSplitter) -> StanceModel:
    if settings.stance_model != "default":
        return _other_stance_model(settings, splitter)
    if settings.stance_labels:
        raise UsageError(
            "Labels were named for the stance model that ships, which has its own.",
            hint="Name a model with --stance-model, or leave --stance-labels out.",
        )
    return _shipped_stance_model(settings.precision, splitter)


def _shipped_stance_model(precision: Precision, splitter: SentenceSplitter) -> StanceModel:
    from factcheck.models.precision import of_stance_model
    from factcheck.models.stance_weights import load_stance_weights
    from factcheck.models.weights import find_weights
    from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
    from factcheck.verdict.stance.packed_bert import PackedBert

    weights = load_stance_weights()
    return CrossEncoderStance(
        PackedBert(find_weights().folder, weights, of_stance_model(precision, ships=True).precision),
        splitter.split,
        name="trained cross-encoder",
        version=f"stance@{weights.digest[:12]}",
        calibrated=weights.calibrated,
    )


def _other_stance_model(settings: Settings, splitter: SentenceSplitter) -> StanceModel:
    from factcheck.models.weights import find_weights
    from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
    from factcheck.verdict.stance.hub_reader import HubReader

    weights = find_weights(settings.stance_model, download=settings.download)
    labels = [name.strip() for name in settings.stance_labels.split(",") if name.strip()]
    return CrossEncoderStance(
        HubReader(weights, labels),
        splitter.split,
        name=f"{weights.name}, not calibrated",
        # The same weights with their columns read otherwise are another model.
        version="/".join([weights.label, *labels]),
        calibrated=False,
    )


def _index(dimension: int) -> VectorIndex:
    from factcheck.evidence.faiss_index import FaissIndex

    return FaissIndex(dimension)


def _stored_index(path: Path, sha256: str) -> VectorIndex:
    from factcheck.evidence.faiss_index import load_index

    return load_index(path, sha256=sha256)
