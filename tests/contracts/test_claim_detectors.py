"""Every claim detector keeps the contract."""

from __future__ import annotations

from factcheck.claims.check_worthiness import RuleWorthiness
from factcheck.claims.sentence_detector import SentenceClaimDetector
from factcheck.language.sentencex_splitter import SentencexSplitter
from factcheck.language.syntok_splitter import SyntokSplitter
from tests.contracts.claim_detector_contract import ClaimDetectorContract


class TestSentencesBySentencex(ClaimDetectorContract):
    def make(self) -> SentenceClaimDetector:
        return SentenceClaimDetector(SentencexSplitter(), RuleWorthiness())


class TestSentencesBySyntok(ClaimDetectorContract):
    def make(self) -> SentenceClaimDetector:
        return SentenceClaimDetector(SyntokSplitter(), RuleWorthiness())
