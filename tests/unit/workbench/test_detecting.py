"""Which articles are detected again, and why each sentence of one may be a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.language.parsing.no_parser import NoParser
from factcheck.workbench.detecting import detected, store_detection, why_whole_sentences

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk


class Detector:
    """Finds nothing, under a name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def detect(self, _article: Article) -> list[Claim]:
        return []


@pytest.fixture
def read_before(desk: Desk) -> Desk:
    """The desk, its article read by `clauses 1 (a parser)`."""
    desk.bench.detector = Detector("clauses 1 (a parser)")
    detection = detected(desk.bench, desk.article)
    with desk.bench.database.transaction():
        store_detection(desk.bench, detection)
    return desk


def test_an_article_is_detected_again_when_the_detector_s_name_changes(read_before: Desk) -> None:
    assert detected(read_before.bench, read_before.article).claims is None
    read_before.bench.detector = Detector("clauses 1 (a parser 2)")
    assert detected(read_before.bench, read_before.article).claims == []


def test_a_parser_that_is_gone_leaves_what_was_read_with_it(read_before: Desk) -> None:
    bench = read_before.bench
    bench.detector = Detector("clauses 1 (no parser)")
    bench.parser = NoParser()
    assert detected(bench, read_before.article).claims is None


def test_who_asks_for_no_parser_has_articles_read_without(read_before: Desk) -> None:
    bench = read_before.bench
    bench.detector = Detector("clauses 1 (no parser)")
    bench.parser = NoParser()
    bench.settings = replace(bench.settings, parser="none")
    assert detected(bench, read_before.article).claims == []


def test_a_new_article_is_read_without_a_parser_where_it_is_gone(desk: Desk) -> None:
    desk.bench.detector = Detector("clauses 1 (no parser)")
    desk.bench.parser = NoParser()
    assert detected(desk.bench, desk.article).claims == []


@pytest.mark.parametrize(
    ("wanted", "reads", "language", "words"),
    [
        ("default", "en", None, ""),
        ("default", "en", "en", ""),
        ("default", "en", "EN-gb", ""),
        ("default", "en", "en_US", ""),
        ("default", "en", "de", "the article is in de, and only English is taken apart"),
        ("de_core_news_sm", "de", "de", "the article is in de, and only English is taken apart"),
        ("de_core_news_sm", "de", "en", "the parser reads de, and only English is taken apart"),
        ("de_core_news_sm", "de", None, "the parser reads de, and only English is taken apart"),
        ("default", "", "en", "the parser is not installed"),
        ("none", "", "en", "no grammar is read"),
    ],
)
def test_it_is_said_why_each_sentence_is_one_claim(wanted: str, reads: str, language: str | None, words: str) -> None:
    assert why_whole_sentences(wanted, reads, language) == words
