"""What was met before is shown with its decision and with what differs; one decision serves many claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

SECOND = """\
Ferry accident in Port Lindal

On 4 March 2024 the ferry Aurora struck the northern pier of Port Lindal.

On 5 March 2024 the ferry Aurora struck the northern pier of Port Lindal.
"""


@pytest.fixture
def second(run: Any, desk: Path) -> list[dict[str, Any]]:
    """The claims of a second article, matched: one says the same as the first article, one another date."""
    Path("second.txt").write_text(SECOND, encoding="utf-8")
    assert run("add", "second.txt").code == 0
    assert run("match").code == 0
    listed: list[dict[str, Any]] = run("claims", "--json").json["claims"]
    found = [each for each in listed if each["said"] in SECOND]
    assert len(found) == 2
    return found


def test_it_is_shown_with_its_decision_and_with_what_differs(
    run: Any, claims: list[dict[str, Any]], passages: list[str], second: list[dict[str, Any]]
) -> None:
    first = claims[0]["id"]
    because = ("--because", "The coast guard says so.", "--evidence", passages[0], "--by", "Ana")
    assert run("decide", first, "supported", *because).code == 0
    same, other = (run("show", claim["id"], "--json").json for claim in second)
    (seen,) = [each for each in same["seen_before"] if each["id"] == first]
    assert (seen["status"], seen["by"], seen["is_contrary"]) == ("supported", "Ana", False)
    assert first in [each["id"] for each in same["similar"]]
    (seen,) = [each for each in other["seen_before"] if each["id"] == first]
    assert seen["is_contrary"]
    assert "date: “5 March 2024” here, “4 March 2024” there" in seen["differs"]
    text = " ".join(run("show", second[1]["id"]).out.split())
    assert "seen before (0." in text
    assert "date: “5 March 2024” here, “4 March 2024” there" in text
    assert "NOT the same; " in text
    assert "supported, by Ana" in text


def test_a_decision_is_repeated_on_what_says_the_same_and_refused_on_what_does_not(
    run: Any, claims: list[dict[str, Any]], passages: list[str], second: list[dict[str, Any]]
) -> None:
    first, (same, other) = claims[0]["id"], (claim["id"] for claim in second)
    because = ("--because", "The coast guard says so.", "--evidence", passages[0], "--by", "Ana")
    assert run("decide", first, "supported", *because).code == 0
    refused = run("decide", same, other, "--same-as", first, "--by", "Ben")
    assert refused.code == 2
    assert "5 March 2024" in refused.err
    assert run("show", same, "--json").json["decision"] is None
    done = run("decide", same, "--same-as", first, "--by", "Ben", "--json")
    assert done.code == 0, done.err
    (event,) = done.json["events"]
    assert (event["by"], event["rationale"], event["reuses"]) == ("Ben", "The coast guard says so.", 1)
    assert [each["passage_id"] for each in event["quotes"]] == [passages[0]]
    assert f"the same as {first} (#1)" in " ".join(run("history", same).out.split())
    assert "the same as decision #1" in run("show", same).out
    assert "repeats decision 1, made on another claim" in run("report", "--format", "markdown").out
    assert "repeats decision 1, made on another claim" in run("report", "--format", "html").out
    report = run("report", "--format", "json").json
    (claim,) = [each for each in report["claims"] if each["id"] == same]
    assert (claim["decision"]["reuses"], claim["history"][0]["reuses"]) == (1, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["CLAIM"],
        ["CLAIM", "unreviewed"],
        ["CLAIM", "maybe"],
        ["CLAIM", "CLAIM", "refuted"],
        ["CLAIM", "--same-as", "CLAIM"],
        ["CLAIM", "--same-as", "c-zzzz"],
        ["CLAIM", "refuted", "--same-as", "OTHER"],
        ["CLAIM", "--same-as", "OTHER"],  # nothing is decided there
        ["CLAIM", "--same-as", "OTHER", "--because", "x"],
    ],
)
def test_what_cannot_be_repeated_is_a_usage_error(run: Any, claims: list[dict[str, Any]], arguments: list[str]) -> None:
    ids = {"CLAIM": claims[0]["id"], "OTHER": claims[1]["id"]}
    answer = run("decide", *(ids.get(each, each) for each in arguments), "--by", "Ana")
    assert answer.code == 2, answer.out
    assert answer.err
    assert run("show", claims[0]["id"], "--json").json["history"] == []
