"""The program that trains check-worthiness takes only the data it names, and its figures are what they say."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from factcheck.claims.worthiness.features import PLACES
from factcheck.errors import InputError
from training.check_worthiness import data
from training.check_worthiness.data import Row, debates, once, plain, read, without
from training.check_worthiness.figures import (
    average_precision,
    best_limit,
    calibration_error,
    f1,
    precision,
    print_figures,
    recall,
)
from training.check_worthiness.grammar import read_grammar

LABELS = np.array([1, 0, 1, 0, 1])
SCORES = np.array([0.9, 0.8, 0.5, 0.4, 0.1])
ROWS = ({"text": "Taxes rose.", "label": 1, "speech": "A"}, {"text": "Thank you.", "label": 0})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    content = gzip.compress("".join(json.dumps(row) + "\n" for row in ROWS).encode())
    (tmp_path / "rows.jsonl.gz").write_bytes(content)
    entry = {"use": "train", "file": "rows.jsonl.gz", "origin": "https://example.org/rows", "rows": 2}
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"files": [{**entry, "sha256": hashlib.sha256(content).hexdigest()}]}))
    monkeypatch.setattr(data, "MANIFEST", manifest)
    return tmp_path


def test_the_rows_of_the_named_file_are_read(folder: Path) -> None:
    assert read(folder, "train") == [Row("Taxes rose.", 1, "A"), Row("Thank you.", 0, "")]


def test_a_file_that_differs_is_refused(folder: Path) -> None:
    path = folder / "rows.jsonl.gz"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(InputError, match="another file") as caught:
        read(folder, "train")
    assert "https://example.org/rows" in caught.value.hint


def test_a_file_that_is_missing_is_refused(folder: Path) -> None:
    (folder / "rows.jsonl.gz").unlink()
    with pytest.raises(InputError, match="can't be read"):
        read(folder, "train")


def test_a_manifest_with_another_count_is_refused(folder: Path) -> None:
    data.MANIFEST.write_text(data.MANIFEST.read_text().replace('"rows": 2', '"rows": 3'))
    with pytest.raises(InputError, match="has 2 rows, the manifest says 3"):
        read(folder, "train")


def test_the_committed_manifest_says_where_each_file_is_from() -> None:
    entries = json.loads(data.MANIFEST.read_text(encoding="utf-8"))["files"]
    assert [entry["use"] for entry in entries] == ["train", "development", "measured", "measured too"]
    assert all(entry["licence"] and entry["commit"] and len(entry["sha256"]) == 64 for entry in entries)


def test_copies_of_a_sentence_are_known_by_letters_and_digits() -> None:
    rows = [Row("Taxes rose 4%.", 1, ""), Row("taxes  rose 4", 0, ""), Row("Taxes rose 5%.", 1, "")]
    assert plain("Taxes rose 4%.") == "taxesrose4"
    assert once(rows) == [rows[0], rows[2]]
    assert without(rows, [Row("TAXES ROSE, 4.", 0, "")]) == [rows[2]]


def test_a_gap_in_the_numbers_parts_two_debates_whatever_order_the_rows_have() -> None:
    rows = [Row("A", 0, "", 40), Row("B", 0, "", 1), Row("C", 1, "", 20), Row("D", 1, "", 59)]
    assert debates(rows) == ["1", "0", "0", "1"]


def test_grammar_and_kind_are_places_in_a_table_and_go_by_the_grammar_alone() -> None:
    grammar, kinds = read_grammar(["Taxes rose.", "Wages rose.", "Did taxes rise?", ""])
    assert all(place in range(PLACES) for rows in (grammar, kinds) for row in rows for place in row)
    assert len(set(grammar[0]) & set(grammar[1])) > len(set(grammar[0]) & set(grammar[2])) > 0
    assert kinds[0] == kinds[1] != []
    assert len(grammar) == len(kinds) == 4


def test_the_figures_are_those_worked_out_by_hand() -> None:
    assert precision(LABELS, SCORES) == pytest.approx(2 / 3)
    assert recall(LABELS, SCORES) == pytest.approx(2 / 3)
    assert f1(LABELS, SCORES) == pytest.approx(2 / 3)
    assert average_precision(LABELS, SCORES) == pytest.approx((1 + 2 / 3 + 3 / 5) / 3)
    assert calibration_error(LABELS, SCORES) == pytest.approx((0.1 + 0.8 + 0.5 + 0.4 + 0.9) / 5)
    assert calibration_error(np.array([0, 1, 1, 1]), np.full(4, 0.75)) == pytest.approx(0)


def test_the_best_limit_lies_between_what_it_tells_apart() -> None:
    assert best_limit(np.array([0, 1, 0, 1, 1]), np.array([-3.0, 0.5, 0.0, 2.0, 1.0])) == pytest.approx(0.25)


def test_intervals_over_few_documents_are_wider_than_over_their_rows(capsys: pytest.CaptureFixture[str]) -> None:
    labels, scores = np.array([1] * 20 + [0] * 20), np.array([0.9] * 20 + [0.8] * 20)
    print_figures("rows", labels, scores)
    print_figures("documents", labels, scores, ["a"] * 20 + ["b"] * 20)
    lines = [line for line in capsys.readouterr().out.splitlines() if "precision  " in line and "average" not in line]
    by_row, by_document = ([float(each) for each in line.split("[")[1].rstrip("]").split(",")] for line in lines)
    assert 0.3 < by_row[0] < 0.5 < by_row[1] < 0.7
    assert by_document == [0, 1]
