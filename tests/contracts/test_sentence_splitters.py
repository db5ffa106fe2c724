"""Every sentence splitter keeps the contract."""

from __future__ import annotations

from factcheck.language.segmenter import BoundarySplitter
from factcheck.language.sentencex_splitter import SentencexSplitter
from factcheck.language.syntok_splitter import SyntokSplitter
from tests.contracts.sentence_splitter_contract import SentenceSplitterContract


class TestBoundaries(SentenceSplitterContract):
    def make(self) -> BoundarySplitter:
        return BoundarySplitter()


class TestSentencex(SentenceSplitterContract):
    def make(self) -> SentencexSplitter:
        return SentencexSplitter()


class TestSyntok(SentenceSplitterContract):
    def make(self) -> SyntokSplitter:
        return SyntokSplitter()
