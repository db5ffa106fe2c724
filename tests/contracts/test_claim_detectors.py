"""Every claim detector keeps the contract: the one that ships, and its rules over another splitter."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from factcheck.claims.detect.detector import ClauseClaimDetector
from factcheck.interfaces import ClaimDetector
from factcheck.language.sentences.syntok_splitter import SyntokSplitter
from factcheck.settings import Settings
from factcheck.wiring import parts
from tests.contracts.claim_detector_contract import ClaimDetectorContract
from tests.parsing import shared_parser


@cache
def _shipped() -> ClaimDetector:
    made = parts(Settings())
    return made.make_detector(made.make_splitter(), made.make_parser())


class TestShipped(ClaimDetectorContract):
    def make(self) -> ClaimDetector:
        return _shipped()

    def test_two_processes_find_the_same_claims(self, repository: Path) -> None:
        """Sets and dictionaries come in another order where words have other hashes; ids must not."""
        program = (
            "import json, sys\n"
            "from factcheck.domain.articles import BlockKind\n"
            "from tests.contracts.claim_detector_contract import article_of\n"
            "from tests.contracts.test_claim_detectors import TestShipped\n"
            "texts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf-8')][:3]\n"
            "parts = [(BlockKind.PARAGRAPH, text) for text in texts]\n"
            "print(*TestShipped().make().detect(article_of(*parts)), sep='\\n')\n"
        )
        labelled = repository / "tests" / "data" / "news_claims" / "dev_articles.jsonl"
        first, second = (
            subprocess.run(
                [sys.executable, "-c", program, str(labelled)],
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(repository)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        )
        assert first.count("\n") > 20
        assert first == second


class TestClausesBySyntok(ClaimDetectorContract):
    def make(self) -> ClauseClaimDetector:
        return ClauseClaimDetector(SyntokSplitter(), shared_parser())
