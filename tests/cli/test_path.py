"""The whole path by the command line: article, evidence, match, decision, report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model


def test_claims_stand_where_they_say_in_the_article(run: Any, claims: list[dict[str, Any]]) -> None:
    text = Path("ferry.txt").read_bytes().decode()
    assert [claim["said"] for claim in claims] == [
        "The ferry Aurora struck the northern pier of Port Lindal on 4 March 2024",
        "injuring 31 passengers",
        "It carried 212 people.",
        "Harbour master Ines Okafor said the captain had not reported any fault before the accident.",
        "the captain had not reported any fault before the accident",
    ]
    assert claims[1]["checked"] == "This injured 31 passengers."
    for claim in claims:
        assert text[claim["start"] : claim["end"]] == claim["said"]
        assert [claim["start"], claim["end"]] == [claim["spans"][0][0], claim["spans"][-1][1]]


def test_a_claim_in_json_has_the_keys_that_scripts_rely_on(claims: list[dict[str, Any]]) -> None:
    keys = (
        "id article_id start end spans said checked kind check_worthiness detector worthiness_by reasons speaker"
        " said_on substitutions ambiguities parent_ids standing status suggestion"
    )
    assert " ".join(claims[0]) == keys
    assert " ".join(claims[0]["suggestion"]) == "status confidence leans codes model passages"
    assert claims[0]["suggestion"]["model"] == "trained cross-encoder"
    for claim in claims:
        confidence = claim["suggestion"]["confidence"]
        assert confidence is None or 0 < confidence < 1


def test_adding_the_same_article_again_changes_nothing(run: Any, desk: Path, claims: list[dict[str, Any]]) -> None:
    again = run("add", "ferry.txt", "--json")
    assert again.code == 0
    assert again.json["articles"][0]["is_new"] is False
    assert again.json["articles"][0]["found"] == 0
    assert run("claims", "--json").json["claims"] == claims


def test_matching_again_changes_nothing(run: Any, desk: Path, claims: list[dict[str, Any]]) -> None:
    before = desk.read_bytes()
    assert run("match").code == 0
    assert run("claims", "--json").json["claims"] == claims
    assert desk.read_bytes() == before


def test_a_claim_is_never_supported_against_its_negation(claims: list[dict[str, Any]]) -> None:
    denied = [claim for claim in claims if "not reported" in claim["said"]]
    assert len(denied) == 2
    assert all(claim["suggestion"]["status"] != "supported" for claim in denied)


def test_a_decision_is_signed_shown_and_undone(run: Any, claims: list[dict[str, Any]], passages: list[str]) -> None:
    claim = claims[0]["id"]
    decided = run(
        "decide", claim, "supported", "--because", "The coast guard says so.", "--evidence", passages[0], "--by", "Ana"
    )
    assert decided.code == 0, decided.err
    assert "Saved" in decided.out
    shown = run("show", claim, "--json").json
    assert shown["status"] == "supported"
    assert shown["decision"]["by"] == "Ana"
    assert shown["decision"]["rationale"] == "The coast guard says so."
    assert [each["passage_id"] for each in shown["decision"]["quotes"]] == passages[:1]
    assert run("claims", "--status", "supported", "--json").json["claims"][0]["id"] == claim

    undone = run("undo", "--by", "Ana", "--json").json
    assert undone["event"]["withdraws"] == decided_number(run, claim)
    # The passage that the decision attached is attached still.
    assert undone["status"] == "in_review"
    assert [event["act"] for event in run("history", claim, "--json").json["history"]] == ["decide", "withdraw"]
    assert run("undo", "--by", "Ana").code == 2


def decided_number(run: Any, claim: str) -> int:
    history = run("history", claim, "--json").json["history"]
    return int(next(event["number"] for event in history if event["act"] == "decide"))


def test_a_second_person_is_told_of_the_first_and_may_supersede(run: Any, claims: list[dict[str, Any]]) -> None:
    claim = claims[1]["id"]
    assert run("decide", claim, "not_enough_evidence", "--by", "Ana").code == 0
    refused = run("decide", claim, "not_checkable", "--by", "Ben")
    assert refused.code == 8
    assert "Ana" in refused.err
    assert run("show", claim, "--json").json["status"] == "not_enough_evidence"
    assert run("decide", claim, "not_checkable", "--by", "Ben", "--supersede").code == 0
    assert run("show", claim, "--json").json["status"] == "not_checkable"
    # Ben takes his back, and Ana's counts again: hers was never lost.
    assert run("undo", "--by", "Ben").code == 0
    assert run("show", claim, "--json").json["status"] == "not_enough_evidence"


def test_attaching_puts_a_claim_in_review_and_detaching_takes_it_out(
    run: Any, claims: list[dict[str, Any]], passages: list[str]
) -> None:
    claim = claims[0]["id"]
    assert run("evidence", "attach", claim, passages[0], "--stance", "refutes", "--by", "Ana").code == 0
    shown = run("show", claim, "--json").json
    assert shown["status"] == "in_review"
    assert shown["evidence"][0]["attached_stance"] == "refutes"
    assert "already" in run("evidence", "attach", claim, passages[0], "--by", "Ana").out
    assert run("evidence", "detach", claim, passages[0], "--by", "Ana").code == 0
    assert run("show", claim, "--json").json["status"] == "unreviewed"
    assert run("evidence", "detach", claim, passages[0], "--by", "Ana").code == 2


@pytest.mark.parametrize("status", ["supported", "refuted"])
def test_a_status_about_the_world_needs_a_reason_and_evidence(
    run: Any, claims: list[dict[str, Any]], passages: list[str], status: str
) -> None:
    claim = claims[0]["id"]
    assert run("decide", claim, status, "--by", "Ana", "--evidence", passages[0]).code == 2
    assert run("decide", claim, status, "--by", "Ana", "--because", "x").code == 2
    assert run("show", claim, "--json").json["status"] == "unreviewed"
    without = ("--without-evidence", "seen by the reviewer")
    assert run("decide", claim, status, "--by", "Ana", "--because", "x", *without).code == 0
    assert run("show", claim, "--json").json["decision"]["without_evidence"] == "seen by the reviewer"


@pytest.mark.parametrize(
    "call", [["decide", "CLAIM", "not_checkable"], ["undo"], ["evidence", "attach", "CLAIM", "PASSAGE"]]
)
def test_an_act_without_a_name_is_refused_and_stores_nothing(
    run: Any, claims: list[dict[str, Any]], passages: list[str], call: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The login name would be the easy way, and would sign for someone who didn't say so.
    monkeypatch.setenv("USER", "someone")
    words = [{"CLAIM": claims[0]["id"], "PASSAGE": passages[0]}.get(word, word) for word in call]
    answer = run(*words)
    assert answer.code == 2
    assert "--by" in answer.err
    assert run("history", claims[0]["id"], "--json").json["history"] == []


def test_the_name_may_come_from_the_environment_or_the_settings(
    run: Any, claims: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("factcheck.toml").write_text('reviewer = "Settings"\n', encoding="utf-8")
    assert run("decide", claims[0]["id"], "not_checkable", "--json").json["event"]["by"] == "Settings"
    monkeypatch.setenv("FACTCHECK_BY", "Variable")
    assert run("decide", claims[1]["id"], "not_checkable", "--json").json["event"]["by"] == "Variable"
    assert run("decide", claims[2]["id"], "not_checkable", "--json", "--by", "Flag").json["event"]["by"] == "Flag"


def test_search_needs_no_claim_and_keeps_both_scores(run: Any, desk: Path) -> None:
    found = run("search", "steering fault", "--json").json["passages"]
    assert "steering fault" in found[0]["text"]
    assert found[0]["lexical_score"] > 0
    assert -1 <= found[0]["vector_score"] <= 1
    # Found by meaning alone: no word in common.
    meant = run("search", "a ship's rudder broke down", "--json").json["passages"][0]
    assert "steering" in meant["text"]


@pytest.mark.parametrize(("name", "begin"), [("html", "<!doctype html>"), ("markdown", "# "), ("json", "{")])
def test_a_report_is_written_in_every_format(run: Any, desk: Path, name: str, begin: str) -> None:
    assert run("report", "--format", name).out.lower().startswith(begin)
    out = f"report.{ {'markdown': 'md'}.get(name, name) }"
    assert run("report", "--out", out).code == 0
    assert Path(out).read_text(encoding="utf-8").lower().startswith(begin)


def test_an_undecided_claim_is_reported_as_not_reviewed(run: Any, desk: Path) -> None:
    assert "not reviewed" in run("report", "--format", "markdown").out.lower()
    document = run("report", "--format", "json").json
    assert {claim["reviewed"] for claim in document["claims"]} == {False}


def test_a_note_is_never_presented_as_the_publishers_words(
    run: Any, claims: list[dict[str, Any]], passages: list[str]
) -> None:
    run("evidence", "attach", claims[0]["id"], passages[0], "--by", "Ana")
    line = "note on Lindal Coast Guard, 2024-03-05, https://coastguard.example/statement"
    assert line in run("show", claims[0]["id"]).out
    assert line in re.sub("<[^>]+>", "", run("report", "--format", "html").out)
    assert "note on Lindal Coast Guard" in run("report", "--format", "markdown").out


def test_a_near_identical_claim_of_another_article_is_found(
    run: Any, claims: list[dict[str, Any]], tmp_path: Path
) -> None:
    other = "The ferry Aurora hit the northern pier of Port Lindal on 4 March 2024 and 31 passengers were injured.\n"
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    assert run("add", "other.txt").code == 0
    similar = run("show", claims[0]["id"], "--json").json["similar"]
    first = other.partition(" and ")[0]
    assert [each["checked"] for each in similar] == [f"{first}."]
    assert similar[0]["similarity"] > 0.8


def test_options_may_stand_before_the_command_or_after_it(run: Any, desk: Path) -> None:
    moved = desk.rename(desk.with_name("moved.db"))
    assert run("claims").code == 2
    assert run("--db", moved, "claims").code == 0
    assert run("claims", "--db", moved).code == 0


def test_a_prefix_of_an_id_is_enough_and_an_ambiguous_one_names_the_candidates(
    run: Any, claims: list[dict[str, Any]]
) -> None:
    assert run("show", claims[0]["id"][:8], "--json").json["id"] == claims[0]["id"]
    answer = run("show", "c-")
    assert answer.code == 2
    assert all(claim["id"] in answer.err for claim in claims)


def test_standard_input_is_an_article_too(run: Any, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Piped:
        buffer = io.BytesIO(b"The dam at Orrin broke on Sunday. Four villages were flooded.\n")

    monkeypatch.setattr(sys, "stdin", Piped())
    added = run("add", "-", "--title", "Dam", "--json")
    assert added.code == 0, added.err
    assert added.json["articles"][0]["claims"] == 2
    assert added.json["articles"][0]["address"] == "-"


def test_what_is_decided_survives_a_newer_detector(
    run: Any, claims: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer detector adds, withdraws what vanished, and leaves alone what a person touched."""
    from dataclasses import replace

    from factcheck.claims.detect.detector import ClauseClaimDetector
    from factcheck.domain.articles import Article
    from factcheck.domain.claims import Claim
    from factcheck.domain.ids import content_id
    from factcheck.domain.spans import Span

    assert run("decide", claims[0]["id"], "not_checkable", "--by", "Ana").code == 0
    detect = ClauseClaimDetector.detect

    def newer(self: ClauseClaimDetector, article: Article) -> list[Claim]:
        """Finds only the second claim, and one more inside the first."""
        found = detect(self, article)
        first, second = found[:2]
        part = Span(first.span.start, first.span.start + 9)
        said = part.of(article.text)
        return [
            second,
            replace(first, id=content_id("c", "part"), span=part, spans=(part,), said=said, checked=said),
        ]

    monkeypatch.setattr(ClauseClaimDetector, "detect", newer)
    monkeypatch.setattr(ClauseClaimDetector, "name", "newer/2")
    again = run("add", "ferry.txt", "--json").json["articles"][0]
    assert (again["found"], again["withdrawn"]) == (1, 3)
    listed = run("claims", "--json").json["claims"]
    assert {claim["id"] for claim in listed} == {claims[0]["id"], claims[1]["id"], content_id("c", "part")}
    # The withdrawn one is kept, and can still be looked at.
    assert run("show", claims[2]["id"]).code == 0
    assert json.loads(run("show", claims[0]["id"], "--json").out)["status"] == "not_checkable"
