"""`decide` with stances, ratings and media, and the reports that carry them, on the sample; no model is needed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

HOUSE = """
[organisation]
name = "Harbour Desk"
review_url = "https://harbour.example/{article}#{claim}"

[[ratings]]
name = "False"
status = "refuted"
value = 1

[[ratings]]
name = "Mostly false"
status = "refuted"
value = 2

[[ratings]]
name = "True"
status = "supported"
value = 5
"""


@pytest.fixture
def claims(repository: Path, tmp_path: Path, run: Any) -> list[str]:
    """Ids of the claims of the sample, copied as `claims.db` into the current folder, with the scale of a house."""
    shutil.copy(repository / "claims.db", tmp_path / "claims.db")
    (tmp_path / "factcheck.toml").write_text(HOUSE, encoding="utf-8")
    return [claim["id"] for claim in run("claims", "--json").json["claims"]]


@pytest.fixture
def passages(claims: list[str], run: Any) -> list[str]:
    """Ids of passages, none of them attached."""
    found: list[str] = run("claims", "--json").json["claims"][0]["suggestion"]["passages"]
    return found


def decide(run: Any, *arguments: str) -> Any:
    return run("decide", *arguments, "--by", "Ana", "--json")


def status_of(run: Any, claim: str) -> str:
    (found,) = [each for each in run("claims", "--json").json["claims"] if each["id"] == claim]
    return str(found["status"])


def test_conflicting_takes_passages_of_both_sides_and_nothing_less(
    run: Any, claims: list[str], passages: list[str]
) -> None:
    call = (claims[0], "conflicting", "--because", "They differ.")
    first, second, third = passages[:3]
    for evidence in (
        [],
        ["--without-evidence", "Lost."],
        ["--evidence", first],
        ["--evidence", f"{first}:supports", "--evidence", second],
        ["--evidence", f"{first}:refutes", "--evidence", f"{second}:neutral"],
    ):
        answer = decide(run, *call, *evidence)
        assert answer.code == 2
        assert "both sides" in answer.err
        assert status_of(run, claims[0]) == "unreviewed"
    # What was attached before counts, with the stance that it was given then or is given now.
    run("evidence", "attach", claims[0], first, "--stance", "supports", "--by", "Ana")
    run("evidence", "attach", claims[0], second, "--by", "Ana")
    assert decide(run, *call).code == 2
    answer = decide(run, *call, "--evidence", f"{second}:refutes", "--evidence", third)
    assert answer.code == 0
    assert [(each["passage_id"], each["stance"]) for each in answer.json["event"]["quotes"]] == [
        (first, "supports"),
        (second, "refutes"),
        (third, None),
    ]


@pytest.mark.parametrize("stance", ["", "for", "SUPPORTS", "supports:refutes"])
def test_a_stance_that_is_none_is_refused(run: Any, claims: list[str], passages: list[str], stance: str) -> None:
    answer = decide(run, claims[0], "refuted", "--because", "x", "--evidence", f"{passages[0]}:{stance}")
    assert answer.code == 2
    assert "supports, refutes, neutral" in answer.err


def test_a_passage_can_not_say_two_things(run: Any, claims: list[str], passages: list[str]) -> None:
    both = ["--evidence", f"{passages[0]}:supports", "--evidence", f"{passages[0]}:refutes"]
    assert decide(run, claims[0], "conflicting", "--because", "x", *both).code == 2


def test_a_rating_implies_its_status_and_goes_wherever_the_decision_goes(
    run: Any, claims: list[str], passages: list[str]
) -> None:
    evidence = ["--because", "Not by half.", "--evidence", f"{passages[0]}:refutes"]
    media = ["--media", "https://pictures.example/1.jpg", "--media-category", "missing_context"]
    event = decide(run, claims[0], "--rating", "mostly FALSE", *evidence, *media).json["event"]
    rating = {"name": "Mostly false", "value": 2, "worst": 1, "best": 5}
    about = {"address": "https://pictures.example/1.jpg", "kind": "image", "category": "missing_context"}
    assert (event["status"], event["rating"], event["media"]) == ("refuted", rating, about)
    # The scale may change: what was signed stays as it was.
    Path("factcheck.toml").write_text(HOUSE.split("[[ratings]]")[0], encoding="utf-8")
    history = run("history", claims[0])
    assert "decided refuted (Mostly false)" in history.out
    assert "about the image, missing context: https://pictures.example/1.jpg" in history.out
    assert "Mostly false" in run("show", claims[0]).out
    report = json.loads(run("report", "--format", "json").out)
    (decision,) = [claim["decision"] for claim in report["claims"] if claim["decision"]]
    assert (decision["rating"], decision["media"]) == (rating, about)
    for name in ("html", "markdown"):
        assert "Mostly false (2 on a scale from 1 to 5)" in run("report", "--format", name).out
    answer = run("report", "--format", "claimreview")
    claim_review, media_review = json.loads(answer.out)
    assert claim_review["reviewRating"]["ratingValue"] == 2
    assert media_review["mediaAuthenticityCategory"] == "DecontextualizedContent"


def test_a_repeated_decision_keeps_rating_and_media(run: Any, claims: list[str]) -> None:
    Path("factcheck.toml").write_text('[[ratings]]\nname = "Opinion"\nstatus = "not_checkable"\n', encoding="utf-8")
    media = ["--media", "https://v.example/watch?v=1", "--media-kind", "video", "--media-category", "original"]
    signed = decide(run, claims[2], "--rating", "Opinion", *media).json["event"]
    other = next(each for each in claims[3:] if decide(run, each, "--same-as", claims[2]).code == 0)
    (event,) = [each for each in run("history", other, "--json").json["history"] if each["act"] == "decide"]
    assert (event["rating"], event["media"]) == (signed["rating"], signed["media"])
    assert event["rating"] == {"name": "Opinion", "value": None, "worst": None, "best": None}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["supported", "--rating", "False"], ["'False'", "refuted", "supported"]),
        (["--rating", "Half true"], ["False, Mostly false, True"]),
        ([], ["--rating"]),
        (["refuted", "extra", "--rating", "False"], ["one claim"]),
        (["not_checkable", "--media", "https://v.example/a.mp4"], ["--media-category", "satire"]),
        (["not_checkable", "--media", "https://v.example/a", "--media-category", "edited"], ["--media-kind", "video"]),
        (["not_checkable", "--media", "a.mp4", "--media-category", "edited"], ["web address"]),
        (["not_checkable", "--media", "javascript:x.mp4", "--media-category", "edited"], ["web address"]),
        (["not_checkable", "--media-kind", "image"], ["--media ADDRESS"]),
        (["--same-as", "c-1", "--rating", "False"], ["--same-as"]),
    ],
)
def test_what_does_not_go_together_is_refused_with_what_would(
    run: Any, claims: list[str], arguments: list[str], named: list[str]
) -> None:
    answer = decide(run, claims[0], *arguments)
    assert answer.code == 2
    assert [each for each in named if each not in answer.err] == []
    assert status_of(run, claims[0]) == "unreviewed"


def test_the_reports_for_other_programs_say_what_they_lose(run: Any, claims: list[str], passages: list[str]) -> None:
    both = ["--evidence", f"{passages[0]}:supports", "--evidence", f"{passages[1]}:refutes"]
    decide(run, claims[0], "conflicting", "--because", "They differ.", *both)
    decide(run, claims[1], "--rating", "False", "--because", "No.", "--evidence", passages[0])
    answer = run("report", "--format", "fever")
    assert [json.loads(line)["label"] for line in answer.out.splitlines()] == ["REFUTES"]
    assert "refuted → REFUTES" in answer.err
    assert "1 claim decided conflicting left out" in answer.err
    assert "the rating False of 1 claim is lost" in answer.err
    quiet = run("report", "--format", "fever", "--quiet")
    assert "→" not in quiet.err
    assert "left out" in quiet.err
    answer = run("report", "--format", "averitec", "--out", "desk.averitec.json")
    assert [each["label"] for each in json.loads(Path("desk.averitec.json").read_bytes())] == [
        "Conflicting Evidence/Cherrypicking",
        "Refuted",
    ]
    assert "conflicting → Conflicting Evidence/Cherrypicking" in answer.err


def test_a_setting_that_a_claim_review_needs_is_named_and_no_file_is_left(run: Any, claims: list[str]) -> None:
    Path("factcheck.toml").write_text('[organisation]\nname = "Desk"\n', encoding="utf-8")
    decide(run, claims[0], "not_enough_evidence")
    answer = run("report", "--format", "claimreview", "--out", "reviews.claimreview.json")
    assert answer.code == 2
    assert "organisation.review_url" in answer.err
    assert "[organisation]" in answer.err
    assert not Path("reviews.claimreview.json").exists()


def test_a_table_for_spreadsheets_begins_with_the_mark_that_excel_needs(run: Any, claims: list[str]) -> None:
    run("report", "--out", "desk.csv")
    raw = Path("desk.csv").read_bytes()
    assert raw.startswith(b'\xef\xbb\xbf"claim_id",')
    assert raw.count(b"\r\n") == len(claims) + 1
    assert b"\r\r" not in raw


def test_doctor_tells_the_scale_and_which_ratings_a_status_can_not_tell_apart(run: Any, claims: list[str]) -> None:
    checks = {check["name"]: check["detail"] for check in run("doctor", "--json").json["checks"]}
    assert checks["scale"] == (
        "refuted: False, Mostly false; supported: True. 2 of them share a status, so that it can't tell them apart"
    )
    assert "organisation.name from factcheck.toml" in checks["settings"]
