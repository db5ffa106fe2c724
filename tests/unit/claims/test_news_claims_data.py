"""The labelled news sentences: every label points at what it says it points at, and the four parts are apart."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.claims import ClaimKind

# How many sentences each part has of each origin.
PARTS = {
    "dev": {"gum": 73, "own": 77},
    "heldout": {"gum": 73, "own": 77},
    "fresh_dev": {"gum": 38, "own": 41},
    "fresh_kept": {"gum": 36, "own": 45},
}
ROW = {"article", "start", "end", "sentence", "kind", "speaker", "propositions", "substitutions", "ambiguous"}


@pytest.fixture
def folder(repository: Path) -> Path:
    return repository / "tests" / "data" / "news_claims"


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def texts(folder: Path, part: str) -> dict[str, str]:
    return {article["id"]: article["text"] for article in rows(folder, f"{part}_articles")}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_its_sentences_about_half_of_them_from_each_origin(folder: Path, part: str) -> None:
    origins = {article["id"]: article["origin"] for article in rows(folder, f"{part}_articles")}
    labels = rows(folder, f"{part}_labels")
    assert {row["article"] for row in labels} == set(origins)
    assert Counter(origins[row["article"]] for row in labels) == PARTS[part]


@pytest.mark.parametrize("part", PARTS)
def test_articles_say_where_they_come_from_and_when_they_were_published(folder: Path, part: str) -> None:
    for article in rows(folder, f"{part}_articles"):
        assert article["title"]
        assert article["text"] == article["text"].strip()
        assert date.fromisoformat(article["published_on"]) < date(2026, 1, 1)
        assert article["licence"] == {"gum": "CC BY 2.5", "own": "Apache-2.0"}[article["origin"]]
        assert article["origin"] == "own" or article["url"].startswith("https://en.wikinews.org/")


def test_no_article_stands_in_two_parts(folder: Path) -> None:
    articles = [article for part in PARTS for article in texts(folder, part).items()]
    assert len({name for name, _ in articles}) == len(articles)
    assert len({text for _, text in articles}) == len(articles)


@pytest.mark.parametrize("part", PARTS)
def test_sentences_stand_where_they_say_and_leave_no_visible_text_out(folder: Path, part: str) -> None:
    articles, labels = texts(folder, part), rows(folder, f"{part}_labels")
    for article, text in articles.items():
        at = 0
        for row in (row for row in labels if row["article"] == article):
            assert not text[at : row["start"]].strip(), row
            assert text[row["start"] : row["end"]] == row["sentence"] == row["sentence"].strip() != ""
            at = row["end"]
        assert at == len(text)


@pytest.mark.parametrize("part", PARTS)
def test_fields_and_kinds_are_legal(folder: Path, part: str) -> None:
    articles = texts(folder, part)
    for row in rows(folder, f"{part}_labels"):
        kind = ClaimKind(row["kind"])
        assert set(row) == ROW
        assert (row["speaker"] is not None) == (kind is ClaimKind.QUOTATION), row
        assert bool(row["propositions"]) == kind.is_claim, row
        for proposition in row["propositions"]:
            assert set(proposition) == {"text", "kind", "speaker"}
            assert proposition["text"].strip()
            assert ClaimKind(proposition["kind"]) is not ClaimKind.NOT_A_CLAIM
        for speaker in [row["speaker"], *(proposition["speaker"] for proposition in row["propositions"])]:
            assert speaker is None or speaker in articles[row["article"]], row


@pytest.mark.parametrize("part", PARTS)
def test_explained_and_ambiguous_words_stand_inside_their_sentence_and_do_not_overlap(folder: Path, part: str) -> None:
    articles = texts(folder, part)
    for row in rows(folder, f"{part}_labels"):
        for word in row["substitutions"]:
            assert set(word) == {"said", "start", "end", "written", "inside"}
            assert isinstance(word["inside"], bool)
            assert word["written"] not in ("", word["said"])
        for word in row["ambiguous"]:
            assert set(word) == {"said", "start", "end"}
        words = sorted([*row["substitutions"], *row["ambiguous"]], key=lambda word: int(word["start"]))
        at = row["start"]
        for word in words:
            assert at <= word["start"] < word["end"] <= row["end"], row
            assert articles[row["article"]][word["start"] : word["end"]] == word["said"]
            at = word["end"]
