"""Every scorer of check-worthiness keeps the contract."""

from __future__ import annotations

from factcheck.claims.check_worthiness import RuleWorthiness
from tests.contracts.check_worthiness_contract import CheckWorthinessContract


class TestRules(CheckWorthinessContract):
    def make(self) -> RuleWorthiness:
        return RuleWorthiness()
