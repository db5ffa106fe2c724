"""`make test` runs in several processes, of which one loads the models."""

from __future__ import annotations

import os

import pytest


@pytest.mark.model
def test_tests_of_models_are_given_to_one_process(request: pytest.FixtureRequest) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("there is one process only")
    assert request.node.nodeid.endswith("@model")
