"""Every sentence splitter keeps the contract: the one that ships, and the two libraries beside it."""

from __future__ import annotations

from factcheck.interfaces import SentenceSplitter
from factcheck.language.sentences.sentencex_splitter import SentencexSplitter
from factcheck.language.sentences.syntok_splitter import SyntokSplitter
from factcheck.settings import Settings
from factcheck.wiring import parts
from tests.contracts.sentence_splitter_contract import SentenceSplitterContract


class TestShipped(SentenceSplitterContract):
    def make(self) -> SentenceSplitter:
        return parts(Settings()).make_splitter()


class TestSentencex(SentenceSplitterContract):
    def make(self) -> SentencexSplitter:
        return SentencexSplitter()


class TestSyntok(SentenceSplitterContract):
    def make(self) -> SyntokSplitter:
        return SyntokSplitter()
