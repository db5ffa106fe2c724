"""Ranks: rough ones at once, trained ones when the vectors are there, and the desk's own order over both."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck import wiring
from factcheck.domain.claims import ClaimKind
from factcheck.domain.priorities import Priorities, Topic
from factcheck.settings import Settings
from factcheck.workbench.adding import AddedArticle, add_articles
from factcheck.workbench.bench import Bench
from factcheck.workbench.indexing import update_index
from factcheck.workbench.ranking import rank
from factcheck.workbench.reading import by_priority, claim_rows

TEXT = "The dam at Orrin cost 40 million pounds. Thank God for that, my friends. The ferry will sail on Monday."


def opened(folder: Path, **more: object) -> Bench:
    settings = Settings(db=str(folder / "claims.db"), **more)  # type: ignore[arg-type]
    return wiring.open_workbench(settings, mode="create", clock=lambda: datetime(2024, 5, 4, tzinfo=UTC))


def added(bench: Bench, folder: Path, text: str, *, language: str = "") -> None:
    head = f"---\ntitle: A\nlanguage: {language}\n---\n" if language else "---\ntitle: A\n---\n"
    path = folder / f"{language or 'text'}.md"
    path.write_text(head + text, encoding="utf-8")
    for result in add_articles(bench, [str(path)]):
        assert isinstance(result, AddedArticle)


def ranked(bench: Bench) -> list[tuple[int, int]]:
    for _ in update_index(bench, "claim"):
        pass
    return list(rank(bench))


def test_a_claim_has_a_rough_rank_before_any_model_is_loaded(tmp_path: Path) -> None:
    bench = opened(tmp_path)
    with bench.database:
        added(bench, tmp_path, TEXT)
        claims = bench.claims.all()
        assert len(claims) >= 2
        assert {claim.worthiness_by for claim in claims} == {bench.rules.name}
        assert "encoder" not in vars(bench)


@pytest.mark.model
def test_the_trained_rank_takes_its_place_once(tmp_path: Path) -> None:
    bench = opened(tmp_path)
    with bench.database:
        added(bench, tmp_path, TEXT)
        steps = ranked(bench)
        assert steps[-1][0] == steps[-1][1] > 0
        claims = {claim.checked.split()[1]: claim for claim in bench.claims.all()}
        assert {claim.worthiness_by for claim in claims.values()} == {bench.worthiness.name}
        assert claims["dam"].check_worthiness > 0.5 > min(claim.check_worthiness for claim in claims.values())
        assert "names a number" in claims["dam"].reasons
        assert ranked(bench) == []


@pytest.mark.model
def test_claims_in_other_languages_keep_the_rank_of_the_rules(tmp_path: Path) -> None:
    bench = opened(tmp_path)
    with bench.database:
        added(bench, tmp_path, "Die Brücke kostete 62 Millionen Euro.", language="de")
        assert ranked(bench) == []
        (claim,) = bench.claims.all()
        assert claim.worthiness_by == bench.rules.name


def test_the_desks_own_rules_move_a_claim_and_say_so(tmp_path: Path) -> None:
    rules = Priorities(topics={"ferries": Topic(words=("ferry",), weight=0.9)}, kinds={ClaimKind.STATISTIC: -0.5})
    bench = opened(tmp_path, priorities=rules)
    with bench.database:
        added(bench, tmp_path, TEXT)
        order = by_priority(bench, claim_rows(bench))
        first, place = order[0]
        assert "ferry" in first.claim.checked
        assert any("ferries" in reason for reason in place.reasons)
        assert [each.score for _, each in order] == sorted((each.score for _, each in order), reverse=True)
