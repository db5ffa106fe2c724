"""Finds the claims of an article, and stores what was found beside what people did meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.detect.english import is_english, reads_english
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim, Standing
from factcheck.models.pipelines import NONE
from factcheck.workbench.bench import Bench
from factcheck.workbench.ranking import ranked_by_rules
from factcheck.workbench.redetecting import not_set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """The claims that a detector found in an article, each with its first rank.

    Attributes:
        claims: None where this detector had read the article already, and wasn't asked again.
    """

    article_id: str
    detector: str
    claims: Sequence[Claim] | None


def detected(bench: Bench, article: Article) -> Detection:
    """Find the claims of an article, if today's detector hasn't yet. Takes long, and belongs in no transaction."""
    name = bench.detector.name
    before = bench.articles.detector(article.id)
    # A parser that is gone since is no reason to put whole sentences in the place of what was read with it.
    lacks = not bench.parser.language and bench.settings.parser != NONE
    if before == name or (before is not None and lacks):
        return Detection(article_id=article.id, detector=name, claims=None)
    claims = ranked_by_rules(bench, bench.detector.detect(article))
    return Detection(article_id=article.id, detector=name, claims=claims)


def why_whole_sentences(wanted: str, reads: str, language: str | None) -> str:
    """Why each sentence of an article is one claim; empty where its sentences are taken apart.

    Args:
        wanted: The parser of the settings.
        reads: The language that the parser reads; empty where it reads none.
        language: That of the article, where it is known.
    """
    if not reads:
        return "no grammar is read" if wanted == NONE else "the parser is not installed"
    if reads_english(reads, language):
        return ""
    which = f"the parser reads {reads}" if is_english(language or "en") else f"the article is in {language}"
    return f"{which}, and only English is taken apart"


def store_detection(bench: Bench, detection: Detection) -> tuple[int, int]:
    """Store what was found, unless it was stored meanwhile. Inside a transaction.

    What an older detector found and this one doesn't is withdrawn, and what both found is read anew, unless a person
    edited, decided or worked on it; what a person set aside stays aside.

    Returns:
        How many claims were added or brought back, and how many were withdrawn.
    """
    article_id = detection.article_id
    if detection.claims is None or bench.articles.detector(article_id) == detection.detector:
        return 0, 0
    found = not_set_aside(bench, article_id, detection.claims)
    ids = {claim.id for claim in found}
    before = {claim.id: claim for claim in bench.claims.of_article(article_id)}
    gone = {claim.id for claim in bench.claims.of_article(article_id, standing=Standing.WITHDRAWN)}
    touched = bench.claims.touched_by_people(article_id)
    vanished = before.keys() - ids - touched
    added = bench.claims.add(found)
    for claim in found:
        if claim.id in before and claim.id not in touched:
            bench.claims.reread(claim)
            if claim.checked != before[claim.id].checked:
                bench.vectors.drop("claim", claim.id)
    brought_back = bench.claims.set_standing(sorted(ids & gone), Standing.LISTED)
    withdrawn = bench.claims.set_standing(sorted(vanished), Standing.WITHDRAWN)
    bench.articles.record_detection(article_id, detection.detector, bench.now())
    return added + brought_back, withdrawn
