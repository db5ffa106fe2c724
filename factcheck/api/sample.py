"""The sample workbench: the article in `seeds/` and the evidence notes beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from factcheck.api.sources import ArticleFacts, OnProgress
from factcheck.api.workbench import Workbench
from factcheck.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What `sample.toml` says.

    Attributes:
        recorded_at: The time that the sample's rows carry, so that every build of it is equal.
    """

    article: Path
    facts: ArticleFacts
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
        facts=ArticleFacts(
            title=article["title"],
            published_on=published_on if isinstance(published_on, date) else date.fromisoformat(published_on),
            date_inferred=article["date_inferred"],
            language=article.get("language"),
        ),
        evidence=tuple(sorted((folder / stated["evidence"]["folder"]).glob("*.md"))),
        recorded_at=datetime.fromisoformat(str(stated["recorded_at"])),
    )


def build_sample(bench: Workbench, sample: Sample, *, on_progress: OnProgress | None = None) -> None:
    """Fill a workbench with the sample. What is there already stays.

    Raises:
        InputError: If one of its files can't be read.
    """
    bench.add(sample.article, on_progress=on_progress, **sample.facts)
    bench.add_evidence(*sample.evidence, on_progress=on_progress)
    bench.match(on_progress=on_progress)
