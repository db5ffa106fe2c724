"""What the stance model learns from: only the named files, nothing of a development file, and changes that change."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from pathlib import Path

import pytest

from factcheck.errors import InputError
from tests.contracts.word_encoder import WordEncoder
from training.stance import data
from training.stance.changing import date_change, denied, name_change, names_in, number_change
from training.stance.data import Pair, development_pairs, development_texts, once, training_pairs, without
from training.stance.making import NEI, REFUTED, SUPPORTED, made_pairs

CLAIM = "The bridge at Norwood carried 412 trams in 1931."
EVIDENCE = "In 1931 the bridge at Norwood carried 412 trams and no cars."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files: dict[str, tuple[str, list[dict[str, object]]]] = {
        "fever_folds.jsonl.gz": ("train and development", [_row("One.", "A.", fold=0), _row("Two.", "B.", fold=6)]),
        "nli_new.jsonl.gz": ("train", [_row("two", "C."), _row("Three.", "D.", "NEI")]),
        "other_dev.jsonl.gz": ("development", [{"claim": "Four.", "label": "SUPPORTED", "evidences": [{"text": "d"}]}]),
    }
    entries = []
    for name, (use, rows) in files.items():
        content = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
        (tmp_path / name).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        entries.append({"use": use, "file": name, "origin": "https://example.org", "rows": len(rows), "sha256": digest})
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({"files": entries}))
    monkeypatch.setattr(data, "MANIFEST", manifest)
    return tmp_path


def _row(claim: str, evidence: str, label: str = "SUPPORTED", **more: int) -> dict[str, object]:
    return {"claim": claim, "evidence": evidence, "label": label, **more}


def test_folds_that_are_kept_for_development_are_not_learned_from(folder: Path) -> None:
    assert [pair.claim for pair in training_pairs(folder)] == ["One.", "two", "Three."]
    assert [pair.claim for pair in development_pairs(folder, "fever")] == ["Two."]


def test_claims_and_evidence_of_development_are_dropped_however_they_are_written(folder: Path) -> None:
    kept = without(training_pairs(folder), development_texts(folder))
    assert [pair.claim for pair in kept] == ["One."]


def test_a_file_that_differs_is_refused(folder: Path) -> None:
    (folder / "nli_new.jsonl.gz").write_bytes(gzip.compress(b"{}\n"))
    with pytest.raises(InputError, match="another file"):
        training_pairs(folder)


def test_of_two_equal_pairs_one_is_kept() -> None:
    pairs = [Pair("A b.", "C.", 0, "x"), Pair("a B", "c", 1, "y"), Pair("A b.", "D.", 0, "x")]
    assert once(pairs) == [pairs[0], pairs[2]]


@pytest.mark.parametrize("seed", range(20))
def test_a_changed_number_or_date_is_another_one_that_both_texts_had(seed: int) -> None:
    chance = random.Random(seed)
    number, day = number_change(CLAIM, EVIDENCE, chance), date_change(CLAIM, EVIDENCE, chance)
    assert number is not None
    assert day is not None
    assert (number.old, day.old) == ("412", "1931")
    assert "412" not in number.of(CLAIM).split()
    assert "1931" not in day.of(EVIDENCE)


def test_what_the_other_text_does_not_have_is_left_alone() -> None:
    assert number_change("She ran 42 miles.", "She ran 421 miles, or 4.42.", random.Random(1)) is None
    assert date_change("It opened in May 1931.", "It opened long ago.", random.Random(1)) is None


def test_names_are_told_with_the_word_before_them() -> None:
    found = names_in("The band Arctic Owls played in New Haven.")
    assert found == [
        ("Arctic Owls", "band", 9),
        ("New Haven", "in", 31),
    ]


def test_a_name_is_changed_for_one_that_shares_no_word() -> None:
    pool = {("at", 1): ["Norwood", "Kirkham"]}
    change = name_change(CLAIM, EVIDENCE, pool, random.Random(3))
    assert change is not None
    assert change.of(CLAIM) == "The bridge at Kirkham carried 412 trams in 1931."


def test_a_denial_goes_behind_the_auxiliary_and_is_not_doubled() -> None:
    assert denied("The bridge was opened in May.") == "The bridge was not opened in May."
    assert denied("The bridge was not opened.") is None
    assert denied("The bridge opened.") is None


def test_made_pairs_have_both_labels_for_one_claim_and_are_always_the_same() -> None:
    sold = Pair("It was sold to Kirkham.", "It was given away.", REFUTED, "x")
    pairs = [Pair(CLAIM, EVIDENCE, SUPPORTED, "fever"), sold]
    made = made_pairs(pairs, WordEncoder().encode)
    assert made == made_pairs(pairs, WordEncoder().encode)
    assert {pair.label for pair in made["number"]} <= {SUPPORTED, REFUTED}
    assert Pair(made["date"][0].claim, EVIDENCE, REFUTED, "made: date") in made["date"]
    assert made["negation"] == [Pair("It was not sold to Kirkham.", sold.evidence, SUPPORTED, "made: negation")]
    assert all(pair.label == NEI for pair in made["wrong passage"])
    assert made["said itself"][0].label == SUPPORTED
    assert sold.claim in made["said itself"][0].evidence


def test_a_near_passage_speaks_of_the_same_and_leaves_it_open() -> None:
    mill = Pair(
        "The old mill of Orlo is a museum of glass.", "Glass from Orlo stands in the museum there.", SUPPORTED, "f"
    )
    wheel = Pair("A wheel was broken.", "The wheel of the mill was broken by ice and never repaired.", SUPPORTED, "f")
    town = Pair("Trent has a theatre.", "In Trent a theatre was opened by the mayor in the spring.", SUPPORTED, "f")
    found = made_pairs([mill, wheel, town], WordEncoder().encode)["near passage"]
    of_mill = [pair for pair in found if pair.claim == mill.claim]
    assert [pair.label for pair in of_mill] == [NEI]
    assert wheel.evidence in of_mill[0].evidence
    assert mill.evidence not in of_mill[0].evidence
