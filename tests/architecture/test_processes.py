"""`make test` runs in several processes, of which one loads the models."""

from __future__ import annotations

import pytest


@pytest.mark.model
def test_tests_of_models_are_given_to_one_process(request: pytest.FixtureRequest) -> None:
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("tests are not divided among processes by their groups")
    assert request.node.nodeid.endswith("@model")
