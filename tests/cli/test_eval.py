"""`factcheck eval`, with the product's own parts and with some whose answers are known."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pytest

from factcheck import wiring
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.spans import Span
from factcheck.interfaces import CheckWorthiness, Encoder
from factcheck.settings import Settings
from factcheck.workbench.bench import Parts

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

Run = Callable[..., Any]

SENTENCES: list[dict[str, Any]] = [
    {"sentences": ["The ferry sank on Monday.", "Nobody was hurt.", "The port is closed."], "par_start": [1, 0, 1]},
    {"sentences": ["It rained all night in Lindal.", "The river rose."], "par_start": [True, False]},
]
SPLITS: list[dict[str, Any]] = [{"complex": "Ann left and Bob came.", "simple": ["Ann left.", "Bob came."]}]
LABELS: list[dict[str, Any]] = [
    {"text": "worth it", "label": 1},
    {"text": "no", "label": 0},
    {"text": "worth nothing", "label": 0},
]


@dataclass(frozen=True, slots=True)
class WordWorthiness:
    """Finds a text worth checking if it says so, and checks that it is given each text's own vector."""

    encoder: Encoder

    @property
    def name(self) -> str:
        return "word/1"

    def score(self, claims: Sequence[Claim], vectors: Vectors) -> npt.NDArray[np.float32]:
        texts = [claim.checked for claim in claims]
        np.testing.assert_array_equal(vectors, self.encoder.encode(texts))
        return np.array([0.9 if "worth" in text else 0.2 for text in texts], dtype=np.float32)


class LengthEncoder:
    """A text's vector is its length."""

    name = "length/1"
    dimension = 1

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.array([[len(text)] for text in texts], dtype=np.float32).reshape(len(texts), 1)


class AndDetector:
    """Splits each block at ` and `."""

    name = "and/1"

    def detect(self, article: Article) -> list[Claim]:
        found = []
        for block in (each for each in article.blocks if each.kind.is_prose):
            start = block.span.start
            for part in block.span.of(article.text).split(" and "):
                span = Span(start, start + len(part))
                assert span.of(article.text) == part
                found.append(_claim(article, span))
                start = span.end + len(" and ")
        return found


def _claim(article: Article, span: Span) -> Claim:
    said = span.of(article.text)
    return Claim(
        id=f"c-{span.start}",
        article_id=article.id,
        span=span,
        spans=(span,),
        said=said,
        checked=said,
        kind=ClaimKind.EVENT,
        check_worthiness=0.5,
        detector="and/1",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownParts(Parts):
    """Parts with a scorer made from the encoder."""

    make_worthiness: Callable[[Encoder], CheckWorthiness]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts whose answers are known, in the place of the product's."""
    made = wiring.parts

    def parts(settings: Settings) -> Parts:
        own = made(settings)
        theirs: dict[str, Any] = {each.name: getattr(own, each.name) for each in fields(own)}
        return KnownParts(
            **theirs
            | {
                "make_detector": lambda *_: AndDetector(),
                "make_encoder": LengthEncoder,
                "make_worthiness": WordWorthiness,
            }
        )

    monkeypatch.setattr(wiring, "parts", parts)


def write(name: str, rows: Sequence[Mapping[str, Any]]) -> Path:
    raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path = Path(name)
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def test_segment_measures_the_products_splitter_and_needs_no_workbench(run: Run) -> None:
    answer = run("eval", "segment", write("a.jsonl", SENTENCES), write("b.jsonl.gz", SENTENCES[:1]), "--json")
    assert answer.code == 0, answer.err
    assert answer.json["task"] == "segment"
    first, second = answer.json["results"]
    assert [(each["file"], each["n"], each["documents"]) for each in (first, second)] == [
        ("a.jsonl", 5, 2),
        ("b.jsonl.gz", 3, 1),
    ]
    assert first["metrics"]["f1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 5}
    assert set(first["metrics"]) == {"precision", "recall", "f1"}
    assert first["by"]
    assert "errors" not in first
    assert not Path("claims.db").exists()


def test_the_table_says_value_interval_and_n(run: Run) -> None:
    answer = run("eval", "segment", write("a.jsonl", SENTENCES))
    assert answer.code == 0
    assert "n = 5 in 2 documents, by " in answer.out
    row = next(line for line in answer.out.splitlines() if line.strip().startswith("f1"))
    assert row.split() == ["f1", "1.000", "1.000", "–", "1.000", "5"]


def test_limit_takes_the_first_rows_of_each_file(run: Run) -> None:
    path = write("a.jsonl", [*SENTENCES, {"sentences": 3}])
    assert run("eval", "segment", path, "--limit", "1", "--json").json["results"][0]["n"] == 3
    assert run("eval", "segment", path, "--limit", "0").code == 2


def test_errors_are_listed_with_their_lines(run: Run) -> None:
    rows: list[Mapping[str, Any]] = [*SENTENCES, {"sentences": ["It ends here. But not", "there."]}]
    answer = run("eval", "segment", write("a.jsonl", rows), "--errors", "--json")
    assert answer.json["results"][0]["errors"] == [
        {"line": 3, "what": "too many", "text": "It ends here. ‖ But not there."},
        {"line": 3, "what": "missed", "text": "It ends here. But not ‖ there."},
    ]
    assert "It ends here. But not ‖ there." in run("eval", "segment", "a.jsonl", "--errors").out


def test_checkworthy_scores_by_the_encoders_vectors(run: Run, known: None) -> None:
    answer = run("eval", "checkworthy", write("a.jsonl", LABELS), "--json")
    assert answer.code == 0, answer.err
    (result,) = answer.json["results"]
    assert {name: each["value"] for name, each in result["metrics"].items()} == pytest.approx(
        {"precision": 0.5, "recall": 1.0, "f1": 2 / 3, "average_precision": 0.5}
    )
    assert result["baselines"]["always_yes"]["f1"]["value"] == pytest.approx(0.5)
    assert result["by"] == "word/1"
    table = run("eval", "checkworthy", "a.jsonl")
    assert "baseline always yes: f1" in table.out


def test_more_texts_than_one_batch_keep_their_order(run: Run, known: None) -> None:
    rows = [
        {"text": f"{'worth' if number % 3 else 'no'} {number}", "label": int(number % 3 > 0)} for number in range(600)
    ]
    (result,) = run("eval", "checkworthy", write("a.jsonl", rows), "--json").json["results"]
    assert result["metrics"]["f1"]["value"] == 1


def test_split_measures_the_detector_on_single_sentences(run: Run, known: None) -> None:
    (result,) = run("eval", "split", write("a.jsonl", SPLITS), "--json").json["results"]
    assert result["metrics"]["f1"]["value"] == 1
    assert result["baselines"]["whole_sentence"]["f1"]["value"] == 0
    assert (result["n"], result["by"]) == (1, "and/1")


def test_claims_are_found_in_the_whole_article_and_its_heading_is_none(run: Run, known: None) -> None:
    text = "Ferry sinks\n\nAnn left and Bob came. Nobody stayed.\n"
    write("dev_articles.jsonl", [{"id": "1", "title": "Ferry sinks", "text": text, "published_on": "2024-03-04"}])
    labels = [
        {"article": "1", "start": 0, "end": 11, "sentence": "Ferry sinks", "kind": "not_a_claim"},
        {
            "article": "1",
            "start": 13,
            "end": 35,
            "sentence": "Ann left and Bob came.",
            "kind": "event",
            "speaker": None,
            "propositions": [{"text": "Ann left.", "kind": "event"}, {"text": "Bob came.", "kind": "statement"}],
        },
    ]
    answer = run("eval", "claims", write("dev_labels.jsonl", labels), "--json", "--errors")
    assert answer.code == 0, answer.err
    (result,) = answer.json["results"]
    values = {name: each["value"] for name, each in result["metrics"].items()}
    assert values["kind_accuracy"] == 1
    assert values["split_recall"] == 0.5
    assert values["kind_accuracy_propositions"] == 1
    assert result["confusions"] == {
        "sentences": {"event": {"event": 1}, "not_a_claim": {"none": 1}},
        "propositions": {"event": {"event": 1}},
    }
    assert [each["text"] for each in result["errors"]] == ["Bob came.", "Bob came. Nobody stayed."]
    shown = run("eval", "claims", "dev_labels.jsonl").out
    assert "kinds of sentences: labelled ↓, found →" in shown
    assert [line.split()[-2:] for line in shown.splitlines() if line.strip().startswith("speaker f1")] == [["–", "0"]]


@pytest.mark.parametrize("task", ["segment", "checkworthy", "split", "claims"])
def test_a_bad_row_is_named_with_its_line_before_anything_is_loaded(
    run: Run, task: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> Any:
        raise AssertionError("a part was made")

    def parts(settings: Settings) -> Parts:
        return KnownParts(**{each.name: refusing for each in fields(KnownParts)})

    monkeypatch.setattr(wiring, "parts", parts)
    write("dev_articles.jsonl", [{"id": "1", "text": "A."}])
    good = (
        SENTENCES[0] | SPLITS[0] | LABELS[0] | {"article": "1", "start": 0, "end": 2, "sentence": "A.", "kind": "event"}
    )
    if task == "segment":
        good = SENTENCES[0]
    answer = run("eval", task, write("dev_labels.jsonl", [good, {"text": 5}]))
    assert answer.code == 3
    assert answer.out == ""
    assert answer.err.startswith("Error: dev_labels.jsonl, line 2: ")
    assert "→" in answer.err


@pytest.mark.parametrize("content", [b"", b"\x1f\x8bcut", b"\x00\x01", b"[]\n"])
def test_what_holds_no_rows_is_one_clear_error(run: Run, content: bytes) -> None:
    Path("rows").write_bytes(content)
    answer = run("eval", "split", "rows")
    assert answer.code == 3
    assert answer.err.count("Error: ") == 1


def test_a_missing_file_is_one_clear_error(run: Run) -> None:
    answer = run("eval", "split", "nowhere.jsonl")
    assert answer.code == 3
    assert "nowhere.jsonl can't be read" in answer.err


def test_hostile_text_stays_text(run: Run, known: None) -> None:
    rows = [{"complex": "[bold]\x1b[2J red and :smile:", "simple": ["\x1b]0;title\x07 [link=x]y[/link]"]}]
    answer = run("eval", "split", write("a.jsonl", rows), "--errors")
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert "[link=x]y[/link]" in answer.out
    assert ":smile:" in answer.out
