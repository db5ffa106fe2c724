"""Articles are read and taken apart before anything is locked, and stored beside what others did meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import wiring
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim, Standing
from factcheck.domain.sources import SourceFacts
from factcheck.settings import Settings
from factcheck.workbench.adding import AddedArticle, add_articles, add_evidence
from factcheck.workbench.bench import Bench
from factcheck.workbench.editing import drop

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk

TEXT = "The weir at Tolm was built in 1911. Repairs cost 4 million crowns."


class Interrupted:
    """A detector or a splitter during whose work something else happens, once."""

    def __init__(self, bench: Bench, meanwhile: Callable[[], object], *, name: str = "") -> None:
        self._detector, self._splitter = bench.detector, bench.splitter
        self._meanwhile: list[Callable[[], object]] = [meanwhile]
        self.name = name or self._detector.name
        self.asked = 0

    def detect(self, article: Article) -> list[Claim]:
        self._interrupt()
        return self._detector.detect(article)

    def split(self, text: str) -> list[object]:
        self._interrupt()
        return list(self._splitter.split(text))

    def _interrupt(self) -> None:
        self.asked += 1
        if self._meanwhile:
            self._meanwhile.pop()()


def another(desk: Desk) -> Bench:
    """The same workbench from another program, which waits for no lock."""
    return wiring.open_workbench(Settings(db=str(desk.bench.database.path), busy_seconds=0.1))


def saved(folder: Path, text: str = TEXT) -> str:
    path = folder / "weir.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def added(bench: Bench, source: str, **facts: object) -> AddedArticle:
    (result,) = add_articles(bench, [source], SourceFacts(**facts))  # type: ignore[arg-type]
    assert isinstance(result, AddedArticle)
    return result


def test_others_can_write_while_claims_are_found(desk: Desk, tmp_path: Path) -> None:
    def write() -> None:
        other = another(desk)
        with other.database:
            drop(other, desk.claims[0].id, by="Ana")

    desk.bench.detector = detector = Interrupted(desk.bench, write)
    assert added(desk.bench, saved(tmp_path)).found == 2
    assert detector.asked == 1
    assert desk.claim(0).standing is Standing.DROPPED


def test_others_can_write_while_a_document_is_cut_into_passages(desk: Desk, tmp_path: Path) -> None:
    def write() -> None:
        other = another(desk)
        with other.database:
            drop(other, desk.claims[0].id, by="Ana")

    desk.bench.splitter = Interrupted(desk.bench, write)  # type: ignore[assignment]
    assert len(list(add_evidence(desk.bench, [saved(tmp_path)]))) == 1
    assert desk.claim(0).standing is Standing.DROPPED


def test_an_article_that_another_program_stored_meanwhile_stays_as_that_stored_it(desk: Desk, tmp_path: Path) -> None:
    source = saved(tmp_path)

    def add_too() -> None:
        other = another(desk)
        with other.database:
            assert added(other, source, published_on=date(2020, 1, 2), title="Theirs").is_new

    desk.bench.detector = Interrupted(desk.bench, add_too)
    result = added(desk.bench, source, published_on=date(2024, 5, 6), title="Ours")
    assert (result.is_new, result.found, result.claims) == (False, 0, 2)
    assert (result.article.title, result.article.published_on) == ("Theirs", date(2020, 1, 2))
    claims = desk.bench.claims.of_article(result.article.id)
    assert {claim.said_on for claim in claims} == {date(2020, 1, 2)}


def test_a_claim_that_is_dropped_while_a_newer_detector_reads_stays_dropped(desk: Desk, tmp_path: Path) -> None:
    source = saved(tmp_path)
    first = added(desk.bench, source)
    dropped = desk.bench.claims.of_article(first.article.id)[0]

    def drop_it() -> None:
        other = another(desk)
        with other.database:
            drop(other, dropped.id, by="Ana")

    desk.bench.detector = Interrupted(desk.bench, drop_it, name="newer 2")
    again = added(desk.bench, source)
    assert (again.is_new, again.withdrawn, again.claims) == (False, 0, 1)
    stored = desk.bench.claims.get(dropped.id)
    assert stored is not None
    assert stored.standing is Standing.DROPPED
