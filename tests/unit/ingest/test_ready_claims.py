"""Files of claims: ours, FEVER's and AVeriTeC's."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from factcheck.domain.scores import GivenClaim
from factcheck.domain.sources import ReadFailure
from factcheck.ingest.ready_claims import holds_ready_claims, read_ready_claims

MOST = 100_000
FEVER = {
    "id": 91198,
    "verifiable": "NOT VERIFIABLE",
    "label": "NOT ENOUGH INFO",
    "claim": "The lighthouse of Orlo was built by two sisters.",
    "evidence": [[[108548, None, None, None]]],
}
AVERITEC = {
    "claim": "The town of Orlo sold its lighthouse in 2021.",
    "required_reannotation": False,
    "label": "Refuted",
    "speaker": "Nils Abel",
    "claim_date": "5-11-2021",
    "questions": [{"question": "Who owns it?", "answers": [{"answer": "The town."}]}],
}


def read(path: Path) -> list[GivenClaim | ReadFailure]:
    assert holds_ready_claims(str(path), max_bytes=MOST)
    return list(read_ready_claims(str(path), max_bytes=MOST))


@pytest.mark.parametrize("name", ["fever.jsonl", "fever.jsonl.gz", "FEVER.NDJSON"])
def test_lines_of_fever_are_claims_under_their_own_ids(tmp_path: Path, name: str) -> None:
    raw = f"{json.dumps(FEVER)}\n\n{json.dumps(FEVER | {'id': 7})}\n".encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    first, second = read(path)
    assert first == GivenClaim(address=f"{name}:1", key="91198", text=str(FEVER["claim"]))
    assert isinstance(second, GivenClaim)
    assert (second.key, second.address) == ("7", f"{name}:3")


def test_averitec_s_list_gives_claims_with_speaker_and_day(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    path.write_text(json.dumps([AVERITEC, AVERITEC | {"claim_date": None, "speaker": None}]))
    first, second = read(path)
    text = str(AVERITEC["claim"])
    assert first == GivenClaim(address="dev.json:1", key="1", text=text, said_on=date(2021, 11, 5), speaker="Nils Abel")
    assert isinstance(second, GivenClaim)
    assert (second.said_on, second.speaker) == (None, None)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"id": 2}', "has no claim"),
        ('{"claim": "  "}', "has no claim"),
        ('{"claim": 3}', "has no claim"),
        ('["claim"]', "is no JSON object"),
        ("{", "is no JSON object"),
        ('{"claim": "x \\ud800 y"}', "half a character"),
        ('{"claim": "Orlo fell.", "said_on": "soon"}', "has the day 'soon', which is none"),
        ('{"claim": "Orlo fell.", "claim_date": "31-2-2021"}', "which is none"),
        ('{"claim": "Orlo fell.", "said_on": 3}', "has a day that is no text"),
        ('{"claim": "' + "x" * 6000 + '"}', "is longer than 5000"),
        ("x" * (MOST + 1), "is no JSON object"),
    ],
)
def test_a_wrong_claim_is_one_failure_and_the_others_go_on(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(f'{{"claim": "Orlo stands."}}\n{row}\n{{"claim": "Orlo rose."}}\n')
    first, wrong, last = read(path)
    assert isinstance(first, GivenClaim)
    assert isinstance(wrong, ReadFailure)
    assert message in wrong.error.message
    assert "claim 2" in wrong.error.message
    assert wrong.error.hint
    assert isinstance(last, GivenClaim)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"id": "1", "text": "The lighthouse fell."}\n'),
        ("a.jsonl", '{"text": "The lighthouse fell.", "claim": "It fell."}\n'),
        ("a.jsonl", ""),
        ("a.jsonl", "no json\n"),
        ("a.json", '{"claim": "one object and no list"}'),
        ("a.json", "[]"),
        ("a.txt", '{"claim": "in a text file"}'),
    ],
)
def test_what_holds_articles_or_anything_else_is_no_file_of_claims(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert not holds_ready_claims(str(tmp_path / name), max_bytes=MOST)


def test_what_is_not_there_is_left_to_other_readers(tmp_path: Path) -> None:
    assert not holds_ready_claims(str(tmp_path / "missing.jsonl"), max_bytes=MOST)
    assert not holds_ready_claims("-", max_bytes=MOST)
