"""The sample workbench: the article in `seeds/` and the evidence notes beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from factcheck.domain.sources import ReadFailure, SourceFacts
from factcheck.errors import InputError
from factcheck.store.vectors import VectorKind
from factcheck.workbench.adding import add_articles, add_evidence
from factcheck.workbench.bench import Workbench
from factcheck.workbench.indexing import update_index
from factcheck.workbench.matching import match, open_claims
from factcheck.workbench.ranking import rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What `sample.toml` says.

    Attributes:
        recorded_at: The time that the sample's rows carry, so that every build of it is equal.
    """

    article: Path
    facts: SourceFacts
    evidence: tuple[Path, ...]
    recorded_at: datetime


def seeds_folder() -> Path:
    """`seeds/`, in the wheel or in the checkout.

    Raises:
        InputError: If it is in neither.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if (folder / "sample.toml").is_file():
            return folder
    raise InputError("The sample article is missing from this installation.", hint="Install factcheck again.")


def read_sample(folder: Path) -> Sample:
    """What the sample consists of."""
    with (folder / "sample.toml").open("rb") as file:
        stated = tomllib.load(file)
    article = stated["article"]
    published_on = article["published_on"]
    return Sample(
        article=folder / article["file"],
        facts=SourceFacts(
            title=article["title"],
            published_on=published_on if isinstance(published_on, date) else date.fromisoformat(published_on),
            date_inferred=article["date_inferred"],
            language=article.get("language"),
        ),
        evidence=tuple(sorted((folder / stated["evidence"]["folder"]).glob("*.md"))),
        recorded_at=datetime.fromisoformat(str(stated["recorded_at"])),
    )


def build_sample(bench: Workbench, sample: Sample) -> Iterator[str]:
    """Fill a workbench with the sample; yields the name of each stage as it begins. What is there already stays.

    Raises:
        InputError: If one of its files can't be read.
    """
    yield "reading the article"
    results = [*add_articles(bench, [str(sample.article)], sample.facts)]
    yield "reading the evidence"
    results_of_evidence = [*add_evidence(bench, [str(path) for path in sample.evidence])]
    for result in (*results, *results_of_evidence):
        if isinstance(result, ReadFailure):
            raise result.error
    yield "loading the model"
    _ = bench.encoder
    yield "embedding"
    kinds: tuple[VectorKind, ...] = ("claim", "passage")
    for kind in kinds:
        for _ in update_index(bench, kind):
            pass
    yield "ranking"
    for _ in rank(bench):
        pass
    yield "matching"
    for _ in match(bench, open_claims(bench)):
        pass
