"""Every claim detector keeps the contract: the one that ships, and its rules over another splitter."""

from __future__ import annotations

from functools import cache

from factcheck.claims.detector import ClauseClaimDetector
from factcheck.interfaces import ClaimDetector
from factcheck.language.syntok_splitter import SyntokSplitter
from factcheck.settings import Settings
from factcheck.wiring import parts
from tests.contracts.claim_detector_contract import ClaimDetectorContract


@cache
def _shipped() -> ClaimDetector:
    made = parts(Settings())
    return made.make_detector(made.make_splitter())


class TestShipped(ClaimDetectorContract):
    def make(self) -> ClaimDetector:
        return _shipped()


class TestClausesBySyntok(ClaimDetectorContract):
    def make(self) -> ClauseClaimDetector:
        return ClauseClaimDetector(SyntokSplitter())
