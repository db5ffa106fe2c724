"""Claims as the scorers see them."""

from __future__ import annotations

import pytest

from tests.contracts.check_worthiness_contract import MakeClaim, claim_of


@pytest.fixture
def claim() -> MakeClaim:
    return claim_of
