"""The workbench as programs have it: what it raises, what it keeps, whose thread it is."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import factcheck
from tests.unit.api.conftest import Loaded

Verb = Callable[[factcheck.Workbench], object]


def in_thread(work: Callable[[], object]) -> list[object]:
    """What it gave or raised, in a thread of its own."""
    came: list[object] = []

    def run() -> None:
        try:
            came.append(work())
        except factcheck.FactcheckError as error:
            came.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return came


def test_adding_stores_finds_claims_and_ranks_them_at_once(newsroom: Path) -> None:
    with factcheck.open("claims.db") as bench:
        (added,) = bench.add(newsroom / "story.html", published_on=date(2024, 3, 6), author="Ana Ruiz")
        assert (added.is_new, added.claims) == (True, len(bench.claims()))
        assert added.claims >= 3
        assert all(row.claim.worthiness_by for row in bench.claims())
        article = bench.article(added.article.id)
        assert (article.published_on, article.author) == (date(2024, 3, 6), "Ana Ruiz")
        (again,) = bench.add("story.html")
    assert (again.is_new, again.found) == (False, 0)


def test_the_first_source_that_cannot_be_read_raises_its_error_and_what_came_before_is_stored(newsroom: Path) -> None:
    with factcheck.open("claims.db") as bench:
        with pytest.raises(factcheck.InputError, match=r"missing\.txt"):
            bench.add("story.html", "missing.txt", "statement.txt")
        assert len(bench.titles()) == 1


def test_with_somebody_who_hears_of_failures_the_other_sources_go_on(newsroom: Path) -> None:
    failures: list[factcheck.ReadFailure] = []
    stored: list[str] = []
    with factcheck.open("claims.db") as bench:
        added = bench.add(
            "missing.txt",
            "story.html",
            on_added=lambda each: stored.append(each.article.title),
            on_failure=failures.append,
        )
    assert [each.address for each in failures] == ["missing.txt"]
    assert stored == [each.article.title for each in added] == ["Ferry hits pier"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"published_on": "2024-03-06"}, "is no date"),
        ({"published_on": datetime(2024, 3, 6, tzinfo=UTC)}, "is no date"),
        ({"date_inferred": True}, "there is none"),
    ],
)
def test_a_fact_of_the_wrong_form_is_refused_before_anything_is_read(newsroom: Path, facts: Any, said: str) -> None:
    with factcheck.open("claims.db") as bench:
        with pytest.raises(factcheck.UsageError, match=said):
            bench.add("story.html", **facts)
        assert bench.titles() == {}


@pytest.mark.parametrize("source", ["", "  "])
def test_a_source_without_a_name_is_not_the_current_folder(newsroom: Path, source: str) -> None:
    with factcheck.open("claims.db") as bench, pytest.raises(factcheck.UsageError, match="no name"):
        bench.add_evidence(source)
    with pytest.raises(factcheck.UsageError, match="no name"):
        factcheck.score(source, evidence="notes/")


def test_a_callback_that_raises_ends_the_work_and_the_next_call_does_the_rest(newsroom: Path) -> None:
    class Enough(Exception):  # noqa: N818
        pass

    def stop(step: factcheck.Progress) -> None:
        if step.stage is factcheck.Stage.RANKING:
            raise Enough

    with factcheck.open("claims.db") as bench:
        with pytest.raises(Enough):
            bench.add("story.html", on_progress=stop)
        assert {row.claim.worthiness_by.partition("/")[0] for row in bench.claims()} == {"rules"}
        bench.add_evidence("notes/")
        done: list[int] = []

        def stop_matching(step: factcheck.Progress) -> None:
            if step.stage is factcheck.Stage.MATCHING and step.done:
                done.append(step.done)
                raise Enough

        with pytest.raises(Enough):
            bench.match(on_progress=stop_matching)
        assert done == [1]
        assert len(bench.match()) == len(bench.claims())


def test_progress_tells_the_stages_in_their_order_with_what_is_read(newsroom: Path) -> None:
    steps: list[factcheck.Progress] = []
    with factcheck.open("claims.db") as bench:
        bench.add("story.html", "statement.txt", on_progress=steps.append)
        bench.add_evidence("notes/", on_progress=steps.append)
        bench.match(on_progress=steps.append)
    stage = factcheck.Stage
    assert [each.what for each in steps if each.stage is stage.READING] == ["story.html", "statement.txt", "notes/"]
    order = list(dict.fromkeys(each.stage for each in steps))
    assert order == [
        stage.READING, stage.LOADING, stage.EMBEDDING_CLAIMS, stage.RANKING, stage.EMBEDDING_PASSAGES, stage.MATCHING,
    ]  # fmt: skip
    assert all(0 <= each.done <= each.total or not each.total for each in steps)


def test_no_claims_are_matched_where_none_are_named_and_no_model_is_loaded(newsroom: Path, loaded: Loaded) -> None:
    with factcheck.open("claims.db") as bench:
        assert bench.match() == []
        assert bench.match([]) == []
        assert bench.search("ferry") == []
    assert (loaded.encoders, loaded.stance_models) == (0, 0)


def test_suggestions_come_in_the_order_of_the_claims_that_were_named(matched: Path) -> None:
    with factcheck.open(matched) as bench:
        ids = [row.claim.id for row in bench.claims()][::-1]
        assert [each.claim_id for each in bench.match([*ids, ids[0]])] == ids


def test_an_id_may_be_cut_and_one_that_is_none_is_refused(matched: Path) -> None:
    with factcheck.open(matched, mode="read") as bench:
        claim = bench.claims()[0].claim
        assert bench.claim(claim.id[:-1]).claim == claim
        for wrong in ("c-zzzzzz", claim.article_id, "", "c-"):
            with pytest.raises(factcheck.UsageError):
                bench.claim(wrong)
        with pytest.raises(factcheck.UsageError):
            bench.article("a-zzzz")
        with pytest.raises(factcheck.UsageError):
            bench.document("d-zzzz")


@pytest.mark.parametrize(
    "verb",
    [
        lambda bench: bench.claims(status="maybe"),
        lambda bench: bench.claims(article="a-zzzz"),
        lambda bench: bench.claims(reason="FC999"),
        lambda bench: bench.decide(first(bench), "maybe", by="Ana"),
        lambda bench: bench.decide(first(bench), "unreviewed", by="Ana"),
        lambda bench: bench.decide(first(bench), "supported", by="Ana"),
        lambda bench: bench.decide(first(bench), "not_checkable"),  # nobody signs
        lambda bench: bench.attach(first(bench), passage(bench), stance="maybe", by="Ana"),
        lambda bench: bench.edit(first(bench), kind="rumour", by="Ana"),
        lambda bench: bench.undo(by="Ana"),
        lambda bench: bench.withdraw(by="Ana"),
        lambda bench: bench.search("  "),
        lambda bench: bench.search("ferry", top_k=0),
        lambda bench: bench.score("story.html", top_k=-1),
        lambda bench: bench.report("report.pdfx", format="pdfx"),
        lambda bench: bench.report("claims.db", format="html"),
        lambda bench: bench.score("story.html", kinds=["rumour"]),
        lambda bench: bench.score("story.html", min_check_worthiness=1.5),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_so_with_a_next_step_and_changes_nothing(
    matched: Path, verb: Verb
) -> None:
    before = matched.read_bytes()
    with factcheck.open(matched) as bench, pytest.raises(factcheck.UsageError) as raised:
        verb(bench)
    assert raised.value.hint
    assert matched.read_bytes() == before


def first(bench: factcheck.Workbench) -> str:
    return bench.claims()[0].claim.id


def passage(bench: factcheck.Workbench) -> str:
    return bench.claim(first(bench)).evidence[0].passage.id


def test_a_decision_is_not_overruled_unless_it_was_seen_or_superseding_was_asked_for(matched: Path) -> None:
    with factcheck.open(matched) as bench:
        claim_id = first(bench)
        bench.decide(claim_id, "not_checkable", by="Ana")
        seen = bench.claim(claim_id).state.revision
        with pytest.raises(factcheck.ConflictError, match="Ana decided"):
            bench.decide(claim_id, "not_enough_evidence", by="Ben")
        with pytest.raises(factcheck.ConflictError):
            bench.decide(claim_id, "not_enough_evidence", by="Ben", based_on=seen - 1, supersede=True)
        bench.decide(claim_id, "not_enough_evidence", by="Ben", based_on=seen)
        event = bench.decide(claim_id, "not_checkable", by="Ana", supersede=True)
        view = bench.claim(claim_id)
    assert (view.state.decision, len(view.history)) == (event, 3)


def test_the_reviewer_of_the_settings_signs_where_nobody_else_is_named(matched: Path) -> None:
    with factcheck.open(matched, settings=factcheck.Settings(reviewer="Ana")) as bench:
        assert bench.decide(first(bench), "not_checkable").by == "Ana"
        assert bench.decide(first(bench), "not_checkable", by="Ben", supersede=True).by == "Ben"


def test_splits_and_merges_name_what_they_made(matched: Path) -> None:
    with factcheck.open(matched, settings=factcheck.Settings(reviewer="Ana")) as bench:
        claim = next(row.claim for row in bench.claims() if "Harbour master" in row.claim.said)
        step = bench.split(claim.id, at=["had not reported"])
        assert [bench.claim(each).claim.parent_ids for each in step.related_ids] == [(claim.id,)] * 2
        merged = bench.merge(step.related_ids, checked="The captain had reported nothing.")
        (made,) = merged.related_ids
        assert bench.claim(made).claim.checked == "The captain had reported nothing."
        assert claim.id not in {row.claim.id for row in bench.claims()}


def test_a_claim_that_was_met_before_is_found_by_its_article_and_by_itself(matched: Path) -> None:
    Path("second.txt").write_text(
        "Accident\n\nThe ferry Aurora struck the northern pier of Port Lindal on 4 March 2024.\n", encoding="utf-8"
    )
    with factcheck.open(matched) as bench:
        assert bench.seen_before(next(iter(bench.titles()))) == {}
        (added,) = bench.add("second.txt")
        found = bench.seen_before(added.article.id)
        ((claim_id, (occurrence,)),) = found.items()
        assert bench.seen_before(claim_id) == found
        assert occurrence.claim.article_id != added.article.id


def test_a_workbench_of_another_thread_and_a_closed_one_are_refused_with_a_next_step(matched: Path) -> None:
    bench = factcheck.open(matched)
    (error,) = in_thread(bench.claims)
    assert isinstance(error, factcheck.UsageError)
    assert "another thread" in error.message
    assert "factcheck.open" in error.hint
    assert len(bench.claims()) > 0, "it is still good in its own"
    bench.close()
    bench.close()
    with pytest.raises(factcheck.UsageError, match="is closed"):
        bench.claims()
    assert "closed" in repr(bench)


def test_what_shares_models_loads_each_once_and_may_do_so_from_several_threads(matched: Path, loaded: Loaded) -> None:
    models = factcheck.Models()
    assert not models.are_loaded

    def work() -> int:
        with factcheck.open(matched, models=models) as bench:
            bench.match()
            return len(bench.search("ferry"))

    came: list[object] = []
    threads = [threading.Thread(target=lambda: came.append(work())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(came) == 4
    assert (loaded.encoders, loaded.stance_models) == (1, 1)
    assert models.are_loaded
    with factcheck.open(matched, models=models) as bench:
        list(bench.score("story.html"))
    assert (loaded.encoders, loaded.stance_models) == (1, 1)


def test_reading_never_changes_the_file_and_a_missing_one_is_not_made(matched: Path) -> None:
    before = matched.read_bytes()
    with factcheck.open(matched, mode="read") as bench:
        rows = bench.claims()
        bench.claim(rows[0].claim.id)
        bench.report(io.BytesIO(), format="json")
        list(bench.score("story.html"))
        with pytest.raises(factcheck.StoreError):
            bench.decide(rows[0].claim.id, "not_checkable", by="Ana")
    assert matched.read_bytes() == before
    for mode in ("read", "write"):
        with pytest.raises(factcheck.UsageError, match="no workbench"):
            factcheck.open("other.db", mode=mode)
    with pytest.raises(factcheck.UsageError, match="no mode"):
        factcheck.open("other.db", mode="w")  # type: ignore[arg-type]  # which is what is tried
    assert not Path("other.db").exists()


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(factcheck.UsageError, match="NUL"):
        factcheck.open("claims\0.db")


def test_one_text_where_several_are_taken_is_one_and_not_its_letters(matched: Path) -> None:
    with factcheck.open(matched, settings=factcheck.Settings(reviewer="Ana")) as bench:
        claim_id, passage_id = first(bench), passage(bench)
        assert [each.claim_id for each in bench.match(claim_id)] == [claim_id]
        assert list(bench.passage_ids(claim_id)) == [claim_id]
        event = bench.decide(claim_id, "supported", rationale="It says so.", passages=passage_id)
        assert [each.passage_id for each in event.quotes] == [passage_id]


def test_settings_are_those_of_the_command_line_unless_others_are_given(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (newsroom / "factcheck.toml").write_text("top_k = 3\n", encoding="utf-8")
    monkeypatch.setenv("FACTCHECK_BY", "Ana")
    with factcheck.open() as bench:
        assert (bench.settings.top_k, bench.settings.reviewer, bench.path) == (3, "Ana", Path("claims.db"))
    with factcheck.open("mine.db", settings=factcheck.Settings()) as bench:
        assert (bench.settings.top_k, bench.settings.reviewer, bench.path) == (8, "", Path("mine.db"))


def test_a_report_of_one_article_goes_to_a_stream_as_to_a_file(matched: Path) -> None:
    with factcheck.open(matched) as bench:
        bench.add("statement.txt")
        stream = io.BytesIO()
        article = next(iter(bench.titles()))
        rows = bench.report(stream, article, format="markdown")
        bench.report("report.md", article)
    assert [each.id for each in rows.articles] == [article]
    assert Path("report.md").read_bytes().splitlines()[0] == stream.getvalue().splitlines()[0]
