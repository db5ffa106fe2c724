"""`factcheck eval stance` and `eval verdict`: with a stance model whose answers are known, and the product's own."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt
import pytest

from factcheck import wiring
from factcheck.interfaces import Judged
from factcheck.language.parsing.no_parser import NoParser
from factcheck.language.sentences.segmenter import BoundarySplitter
from factcheck.settings import Settings
from factcheck.verdict.stance import stances
from factcheck.workbench.bench import Parts

Run = Callable[..., Any]
Row = Mapping[str, Any]

SAYS = {"yes": (0.9, 0.05, 0.05), "no": (0.05, 0.9, 0.05), "maybe no": (0.1, 0.2, 0.7), "half": (0.4, 0.3, 0.3)}


class WordStance:
    """Says what stands in the passage, whatever the claim is, as `SAYS` has it; neutral where it says nothing."""

    name = "word"
    version = "word/1"
    calibrated = True
    margin = 0.0

    def __init__(self) -> None:
        self.calls: list[list[tuple[str, str]]] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        self.calls.append(list(pairs))
        return np.array([SAYS.get(passage, (0.0, 0.0, 1.0)) for _, passage in pairs], dtype=np.float32)

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        return Judged(self.score(pairs), [None] * len(pairs))


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> WordStance:
    """Parts with this model, sentences that aren't parsed, and no other part that could be loaded."""
    word = WordStance()

    def parts(settings: Settings) -> Parts:
        made: dict[str, Any] = {each.name: lambda *_: None for each in fields(Parts)}
        given = {"make_stance_model": lambda *_: word, "make_splitter": BoundarySplitter, "make_parser": NoParser}
        return Parts(**made | given)

    monkeypatch.setattr(wiring, "parts", parts)
    return word


def row(label: str, evidence: str, **more: object) -> Row:
    return {"claim": f"The ferry sank, says {label}.", "evidence": evidence, "label": label, **more}


def write(name: str, rows: Sequence[Row]) -> Path:
    raw = "".join(json.dumps(each) + "\n" for each in rows).encode()
    path = Path(name)
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def value(result: Row, name: str, of: str = "metrics") -> float:
    found: float = result[of][name]["value"]
    return found


THREE = [row("SUPPORTED", "yes"), row("REFUTED", "no"), row("NEI", "?"), row("NEI", "yes")]
TWO = [row("SUPPORTED", "yes"), row("REFUTED", "maybe no")]
REST = [row("SUPPORTED", "yes"), row("PARTIAL", "yes"), row("NOT_SUPPORTED", "half")]


def test_each_file_is_scored_over_the_labels_that_it_has(run: Run, model: WordStance) -> None:
    files = [write("three.jsonl", THREE), write("two.jsonl.gz", TWO), write("rest.jsonl", REST)]
    answer = run("eval", "stance", *files, "--json")
    assert answer.code == 0, answer.err
    assert answer.json["task"] == "stance"
    three, two, rest = answer.json["results"]
    assert [(each["file"], each["n"], each["labels"]) for each in (three, two, rest)] == [
        ("three.jsonl", 4, ["SUPPORTED", "REFUTED", "NEI"]),
        ("two.jsonl.gz", 2, ["SUPPORTED", "REFUTED"]),
        ("rest.jsonl", 3, ["SUPPORTED", "NOT_SUPPORTED"]),
    ]
    assert value(three, "accuracy") == 0.75
    assert three["metrics"] == three["metrics_unrestricted"]
    assert (value(two, "accuracy"), value(two, "accuracy", "metrics_unrestricted")) == (1.0, 0.5)
    assert value(rest, "balanced_accuracy") == 0.75
    assert value(rest, "accuracy", "metrics_unrestricted") == pytest.approx(1 / 3)
    assert set(two["metrics"]["ece"]) == {"value", "low", "high", "n"}
    assert three["by"] == "word (word/1)"
    assert three["pairs_per_second"] > 0
    assert "errors" not in three
    assert not Path("claims.db").exists()


def test_the_table_says_what_the_figures_are_of(run: Run, model: WordStance) -> None:
    rows = [*TWO, row("CONFLICTING", "yes")]
    answer = run("eval", "stance", write("two.jsonl", rows), "--errors")
    assert answer.code == 0, answer.err
    assert "scored over SUPPORTED, REFUTED; 1 CONFLICTING left out" in answer.out
    assert "pairs per second" in answer.out
    for words in ("balanced accuracy", "unrestricted: accuracy", "coverage at 90", "baseline most frequent: macro f1"):
        assert words in answer.out
    assert "labels: labelled ↓, found →" in answer.out


def test_labels_and_folds_can_be_left_out(run: Run, model: WordStance) -> None:
    rows = [{**each, "fold": place} for place, each in enumerate([*REST, row("CONFLICTING", "yes")])]
    path = write("rest.jsonl", rows)
    (without,) = run("eval", "stance", path, "--leave-out", "PARTIAL", "--json").json["results"]
    assert (without["n"], without["conflicting"], value(without, "accuracy")) == (2, 1, 1.0)
    (some,) = run("eval", "stance", path, "--fold", "1", "--fold", "2", "--json").json["results"]
    assert (some["n"], some["conflicting"]) == (2, 0)
    assert run("eval", "stance", path, "--fold", "9").code == 3
    assert run("eval", "stance", path, "--leave-out", "WRONG").code == 2
    assert "line 1: there is no" in run("eval", "stance", write("three.jsonl", THREE), "--fold", "1").err


def test_errors_are_listed_the_surest_first(run: Run, model: WordStance) -> None:
    rows = [*THREE, row("SUPPORTED", "half"), row("REFUTED", "half")]
    (result,) = run("eval", "stance", write("a.jsonl", rows), "--errors", "--model-only", "--json").json["results"]
    assert [(each["line"], each["what"]) for each in result["errors"]] == [
        (4, "SUPPORTED at 0.90, not NEI"),
        (6, "SUPPORTED at 0.40, not REFUTED"),
    ]
    assert result["errors"][0]["text"] == "The ferry sank, says NEI. ‖ yes"


def test_baselines_judge_with_foreign_evidence_and_with_foreign_claims(run: Run, model: WordStance) -> None:
    path = write("two.jsonl", TWO)
    (plain,) = run("eval", "stance", path, "--json").json["results"]
    assert set(plain["baselines"]) == {"most_frequent"}
    model.calls.clear()
    (result,) = run("eval", "stance", path, "--baselines", "--json").json["results"]
    assert {name: value(result["baselines"], "accuracy", name) for name in result["baselines"]} == {
        "most_frequent": 0.5,
        "claim_only": 0.0,
        "evidence_only": 1.0,
    }
    assert model.calls[-2:] == [
        [("The ferry sank, says SUPPORTED.", "maybe no"), ("The ferry sank, says REFUTED.", "yes")],
        [("The ferry sank, says REFUTED.", "yes"), ("The ferry sank, says SUPPORTED.", "maybe no")],
    ]


def test_the_model_s_own_scores_leave_the_compared_details_out(
    run: Run, model: WordStance, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def weigh(pairs: Sequence[Any], given: Any) -> list[Any]:
        compared.extend(pair.claim.text for pair in pairs)
        return stances.weigh(pairs, given)

    monkeypatch.setattr("factcheck.workbench.evaluating_stances.weigh", weigh)
    path = write("three.jsonl", THREE)
    (alone,) = run("eval", "stance", path, "--model-only", "--json").json["results"]
    assert compared == []
    assert alone["by"] == "word (word/1), model only"
    assert value(alone, "accuracy") == 0.75
    run("eval", "stance", path)
    assert len(compared) > len(THREE) - 1


def test_more_pairs_than_one_batch_keep_their_order(run: Run, model: WordStance) -> None:
    rows = [row(("SUPPORTED", "REFUTED", "NEI")[number % 3], ("yes", "no", "?")[number % 3]) for number in range(700)]
    (result,) = run("eval", "stance", write("a.jsonl", rows), "--json").json["results"]
    assert value(result, "accuracy") == 1
    assert result["documents"] == 3


def test_charts_are_drawn_for_each_file(run: Run, model: WordStance) -> None:
    Path("other").mkdir()
    files = [write("dev.jsonl", THREE), write("other/dev.jsonl.gz", TWO)]
    answer = run("eval", "stance", *files, "--plot", "charts/new", "--json")
    assert answer.code == 0, answer.err
    names = sorted(path.name for path in Path("charts/new").iterdir())
    assert names == sorted(
        f"{name}-{chart}.svg" for name in ("dev", "dev-2") for chart in ("confusion", "reliability", "risk-coverage")
    )
    for path in Path("charts/new").iterdir():
        ElementTree.parse(path)
        assert f"Wrote {path}." in answer.err


def test_a_folder_for_charts_that_can_not_be_made_is_said_before_anything_is_judged(
    run: Run, model: WordStance
) -> None:
    Path("file").write_text("")
    answer = run("eval", "stance", write("a.jsonl", THREE), "--plot", "file/charts")
    assert answer.code == 4
    assert "file/charts can't be written" in answer.err
    assert model.calls == []


def test_a_bad_row_is_named_with_its_line_before_anything_is_judged(run: Run, model: WordStance) -> None:
    answer = run("eval", "stance", write("a.jsonl", [*THREE, {"claim": "x", "evidence": "y", "label": "TRUE"}]))
    assert answer.code == 3
    assert answer.out == ""
    assert answer.err.startswith('Error: a.jsonl, line 5: "label" is "TRUE", not one of SUPPORTED, REFUTED, NEI')
    assert model.calls == []


def test_hostile_text_stays_text(run: Run, model: WordStance) -> None:
    rows = [*THREE, {"claim": "[bold]\x1b[2J red \x1b]0;title\x07", "evidence": "yes", "label": "NEI"}]
    answer = run("eval", "stance", write("a.jsonl", rows), "--errors")
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert "[bold]" in answer.out


FERRY = "The ferry Aurora carried 412 passengers to Bergen on 3 May 2021."
OTHER_NUMBER = FERRY.replace("412", "655")
ELSEWHERE = "The museum of clocks opens its doors at noon in summer."


@pytest.fixture
def reader(model: WordStance, monkeypatch: pytest.MonkeyPatch) -> WordStance:
    """Takes the same words for support and another number for the contrary, and is sure of both."""
    monkeypatch.setitem(SAYS, FERRY, (0.98, 0.01, 0.01))
    monkeypatch.setitem(SAYS, OTHER_NUMBER, (0.01, 0.98, 0.01))
    return model


def claim(label: str, *evidences: str, **more: object) -> Row:
    return {"claim": FERRY, "label": label, "evidences": [{"text": text} for text in evidences], **more}


def test_a_suggestion_is_measured_against_the_label_of_its_claim(run: Run, reader: WordStance) -> None:
    rows = [
        claim("SUPPORTED", FERRY, ELSEWHERE, fold=1),
        claim("REFUTED", ELSEWHERE, OTHER_NUMBER, fold=1),
        claim("NEI", ELSEWHERE, fold=1),
        claim("NEI", fold=1),
        claim("CONFLICTING", FERRY, OTHER_NUMBER, fold=1),
        claim("REFUTED", FERRY, fold=1),
        claim("NEI", FERRY, fold=2),
    ]
    answer = run("eval", "verdict", write("a.jsonl.gz", rows), "--fold", "1", "--errors", "--plot", "charts", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["task"] == "verdict"
    (result,) = answer.json["results"]
    assert (result["n"], result["documents"]) == (6, 1)
    assert result["labels"] == ["SUPPORTED", "REFUTED", "NEI", "CONFLICTING"]
    assert value(result, "accuracy") == pytest.approx(5 / 6)
    assert value(result, "answered") == pytest.approx(4 / 6)
    assert value(result, "precision_answered") == 0.75
    assert result["metrics_unrestricted"] == result["metrics"]
    (error,) = result["errors"]
    assert error["line"] == 6
    assert error["what"].startswith("SUPPORTED at 0.9")
    assert error["text"].startswith(FERRY)
    assert len(list(Path("charts").iterdir())) == 3


def test_a_claim_with_a_bad_evidence_is_named_before_anything_is_judged(run: Run, reader: WordStance) -> None:
    rows = [claim("NEI", FERRY), {**claim("NEI"), "evidences": [{"text": "a"}, {"words": "b"}]}]
    answer = run("eval", "verdict", write("a.jsonl", rows))
    assert answer.code == 3
    assert answer.err.startswith('Error: a.jsonl, line 2: evidences[1]: there is no "text"')
    assert reader.calls == []


@pytest.mark.model
def test_the_products_own_model_is_measured(run: Run, quick: None) -> None:
    said = "The ferry Aurora carried 412 passengers to Bergen on 3 May 2021."
    other = said.replace("412", "655")
    rows = [
        {"claim": said, "evidence": said, "label": "SUPPORTED"},
        {"claim": said, "evidence": other, "label": "REFUTED"},
        {"claim": said, "evidence": "The museum of clocks opens its doors at noon.", "label": "NEI"},
        {"claim": said, "evidence": "", "label": "NEI"},
    ]
    answer = run("eval", "stance", write("a.jsonl", rows), "--baselines", "--json")
    assert answer.code == 0, answer.err
    (result,) = answer.json["results"]
    assert value(result, "accuracy") >= 0.75
    assert value(result["baselines"], "accuracy", "claim_only") < value(result, "accuracy")
