"""Every scorer of check-worthiness keeps the contract."""

from __future__ import annotations

from functools import cache

from factcheck.claims.worthiness.check_worthiness import RuleWorthiness
from factcheck.claims.worthiness.head import load_head
from factcheck.claims.worthiness.trained import TrainedWorthiness
from tests.contracts.check_worthiness_contract import CheckWorthinessContract


class TestRules(CheckWorthinessContract):
    def make(self) -> RuleWorthiness:
        return RuleWorthiness()


class TestTrained(CheckWorthinessContract):
    def make(self) -> TrainedWorthiness:
        return _trained()


@cache
def _trained() -> TrainedWorthiness:
    return TrainedWorthiness(load_head().encoder)
