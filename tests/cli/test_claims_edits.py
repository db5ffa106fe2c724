"""Claims reworded, split, merged, dropped and restored from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

NEW = "The ferry Aurora carried 212 people on 4 March 2024."


def saying(claims: list[dict[str, Any]], said: str) -> str:
    """The id of the one claim that says this, however many others the detector finds."""
    (found,) = [claim["id"] for claim in claims if claim["said"] == said]
    return str(found)


def test_an_edit_is_saved_shown_and_taken_back(run: Any, claims: list[dict[str, Any]]) -> None:
    claim = saying(claims, "It carried 212 people.")
    done = run("claims", "edit", claim, "--checked", NEW, "--because", "names the ferry", "--by", "Ana")
    assert done.code == 0, done.err
    assert "Saved" in done.out
    assert NEW in done.out
    assert f"Next: factcheck match {claim}" in done.err
    assert f"factcheck claims restore {claim}" in done.err
    shown = run("show", claim, "--json").json
    assert (shown["said"], shown["checked"]) == ("It carried 212 people.", NEW)
    assert shown["suggestion"] is None
    assert [step["act"] for step in shown["lineage"]] == ["edit"]
    assert "Ana edited" in run("show", claim).out
    history = run("history", claim).out
    assert "names the ferry" in history
    assert "“It carried 212 people.” →" in " ".join(history.split())
    assert run("history", claim, "--json").json["lineage"][0]["after"]["checked"] == NEW
    assert run("match", claim).code == 0
    assert run("show", claim, "--json").json["suggestion"] is not None
    restored = run("claims", "restore", claim, "--by", "Ben", "--json").json
    assert restored["step"]["takes_back"] == 1
    assert restored["claims"][0]["checked"] == "It carried 212 people."
    # The suggestion on the old words is about them again; their rank is given by the next command that ranks.
    assert run("match").code == 0
    assert run("claims", "--json").json["claims"] == claims


def test_a_decision_on_the_old_words_is_said_not_to_count(run: Any, claims: list[dict[str, Any]]) -> None:
    claim = saying(claims, "It carried 212 people.")
    assert run("decide", claim, "not_enough_evidence", "--by", "Ana").code == 0
    refused = run("claims", "edit", claim, "--checked", NEW, "--by", "Ben")
    assert refused.code == 8
    assert "Ana decided not enough evidence" in refused.err
    assert "--supersede" in refused.err
    done = run("claims", "edit", claim, "--checked", NEW, "--by", "Ben", "--supersede")
    assert done.code == 0
    assert "Ana decided not enough evidence on an earlier wording" in done.err
    shown = run("show", claim, "--json").json
    assert (shown["status"], shown["decision"], shown["outdated"]["by"]) == ("in_review", None, "Ana")
    assert "its wording has changed since" in " ".join(run("show", claim).out.split())
    report = run("report", "--format", "markdown").out
    assert "Ben changed the claim's wording" in report.replace("\\", "")
    undone = run("undo", "--by", "Ben", "--json").json
    assert (undone["step"]["act"], undone["status"]) == ("restore", "not_enough_evidence")
    assert "Withdrew decision" in run("undo", "--by", "Ana").out


def test_a_split_a_merge_and_both_back(run: Any, claims: list[dict[str, Any]], desk: Path) -> None:
    claim = claims[0]["id"]
    text = Path("ferry.txt").read_text()
    done = run("claims", "split", claim, "--at", "on 4 March", "--by", "Ana", "--json")
    assert done.code == 0, done.err
    parts = done.json["claims"]
    assert parts[0]["said"] == "The ferry Aurora struck the northern pier of Port Lindal"
    assert parts[1]["said"].startswith("on 4 March 2024")
    assert all(text[part["start"] : part["end"]] == part["said"] for part in parts)
    assert all(part["parent_ids"] == [claim] for part in parts)
    listed = {each["id"] for each in run("claims", "--json").json["claims"]}
    assert listed == {part["id"] for part in parts} | {each["id"] for each in claims} - {claim}
    told = run("claims", "split", parts[0]["id"], "--part", "The ferry … Port Lindal", "--part", "struck", "--by", "A")
    assert told.code == 0
    assert "split" in told.out
    assert "Next: factcheck match c-" in told.err
    assert run("undo", "--by", "A").out.startswith("Took step 2")
    merged = run("claims", "merge", parts[1]["id"], parts[0]["id"], "--checked", "It struck a pier.", "--by", "Ana")
    assert merged.code == 0, merged.err
    (made,) = [each for each in run("claims", "--json").json["claims"] if each["checked"] == "It struck a pier."]
    assert made["parent_ids"] == [part["id"] for part in parts]
    refused = run("claims", "restore", claim, "--by", "Ana")
    assert refused.code == 2
    assert f"factcheck claims restore {parts[0]['id']}" in refused.err
    assert run("claims", "restore", parts[0]["id"], "--by", "Ana").code == 0
    assert run("claims", "restore", claim, "--by", "Ana").code == 0
    assert run("claims", "--json").json["claims"] == claims
    assert "not listed" in run("show", parts[0]["id"]).out


def test_a_dropped_claim_stays_away_when_its_article_is_added_again(run: Any, claims: list[dict[str, Any]]) -> None:
    claim = claims[-1]["id"]
    assert run("claims", "drop", claim, "--because", "twice", "--by", "Ana").code == 0
    assert run("add", "ferry.txt").code == 0
    assert claim not in [each["id"] for each in run("claims", "--json").json["claims"]]
    assert run("decide", claim, "not_checkable", "--by", "Ana").code == 2
    assert claim not in run("report", "--format", "markdown").out
    report = run("report", "--format", "json").json
    assert claim not in [each["id"] for each in report["claims"]]
    # It is kept, so that a workbench made of the report keeps it away too.
    assert [each["id"] for each in report["unlisted"]] == [claim]
    assert run("show", claim, "--json").json["standing"] == "dropped"
    back = run("claims", "restore", claim, "--by", "Ana")
    assert "restored" in back.out
    assert run("claims", "--json").json["claims"] == claims


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["edit"], 2),
        (["edit", "c-0"], 2),
        (["edit", "p-0", "--checked", "x"], 2),
        (["edit", "CLAIM"], 2),
        (["edit", "CLAIM", "--checked", "\x1b[2J"], 2),
        (["edit", "CLAIM", "--checked", "x" * 6000], 2),
        (["edit", "CLAIM", "--without", "they"], 2),
        (["edit", "CLAIM", "--kind", "question"], 2),
        (["split", "CLAIM"], 2),
        (["split", "CLAIM", "--at", "no such words"], 2),
        (["split", "CLAIM", "--at", "999999999999999999999"], 2),
        (["split", "CLAIM", "--part", "["], 2),
        (["merge", "CLAIM"], 2),
        (["merge", "CLAIM", "CLAIM"], 2),
        (["merge"], 2),
        (["drop", "CLAIM", "--because", "\x07x"], 2),
        (["restore", "CLAIM"], 2),
        (["burn", "CLAIM"], 2),
    ],
)
def test_rubbish_is_refused_with_a_next_step_and_changes_nothing(
    run: Any, claims: list[dict[str, Any]], desk: Path, arguments: list[str], code: int
) -> None:
    before = desk.read_bytes()
    answer = run("claims", *(claims[0]["id"] if each == "CLAIM" else each for each in arguments), "--by", "Ana")
    assert answer.code == code, answer.err
    assert answer.err
    assert "\x1b" not in answer.err
    assert "\x07" not in answer.err
    assert answer.out == ""
    assert desk.read_bytes() == before


def test_nobody_edits_without_a_name(run: Any, claims: list[dict[str, Any]]) -> None:
    answer = run("claims", "drop", claims[0]["id"])
    assert answer.code == 2
    assert "--by" in answer.err


def test_the_list_is_what_it_was_and_its_options_go_with_no_other_command(
    run: Any, claims: list[dict[str, Any]]
) -> None:
    assert claims[0]["id"] in run("claims").out
    assert run("claims", "--status", "unreviewed", "--json").json["claims"] == claims
    assert run("claims", "--article", claims[0]["article_id"]).code == 0
    refused = run("claims", "--json", "drop", claims[0]["id"], "--by", "Ana")
    assert refused.code == 2
    assert "Options of the list don't go with drop, which has its own." in refused.err
    assert run("claims", "--db", "claims.db", "drop", claims[0]["id"], "--by", "Ana").code == 0
    for name in ("edit", "split", "merge", "drop", "restore"):
        assert f"factcheck claims {name}" in run("claims", name, "--help").out
