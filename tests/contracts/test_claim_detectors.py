"""Every claim detector keeps the contract."""

from __future__ import annotations

from factcheck.claims.detector import ClauseClaimDetector
from factcheck.language.sentencex_splitter import SentencexSplitter
from factcheck.language.syntok_splitter import SyntokSplitter
from tests.contracts.claim_detector_contract import ClaimDetectorContract


class TestClausesBySentencex(ClaimDetectorContract):
    def make(self) -> ClauseClaimDetector:
        return ClauseClaimDetector(SentencexSplitter())


class TestClausesBySyntok(ClaimDetectorContract):
    def make(self) -> ClauseClaimDetector:
        return ClauseClaimDetector(SyntokSplitter())
