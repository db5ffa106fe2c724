"""Codes of reasons."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from factcheck.domain.reasons import CODE_MEANINGS, Reason, ReasonCode
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference

ASPECTS = ("quantity", "date", "name", "office", "negation", "quantifier", "speaker")


@pytest.mark.parametrize(("aspect", "comparison"), [*itertools.product(ASPECTS, Comparison)])
def test_every_compared_detail_has_a_code_of_its_own(aspect: str, comparison: Comparison) -> None:
    compared = Difference(aspect=aspect, comparison=comparison, claim_span=Span(0, 1), passage_span=None, note="")
    place, how = ASPECTS.index(aspect) + 1, list(Comparison).index(comparison)
    assert compared.code == f"FC1{place}{how}"


def test_the_aspects_are_those_that_are_compared(repository: Path) -> None:
    stated = (repository / "factcheck" / "verdict" / "differences").glob("*.py")
    found = {
        name for path in stated for name in re.findall(r'^ASPECT: Final = "(\w+)"', path.read_text(), re.MULTILINE)
    }
    assert found == set(ASPECTS)


def test_the_docs_list_every_code_with_its_meaning(repository: Path) -> None:
    page = (repository / "docs" / "reason-codes.md").read_text()
    rows = dict(re.findall(r"^\| `(FC\d{3})` \| (.+) \|$", page, re.MULTILINE))
    assert rows == {code.value: meaning for code, meaning in CODE_MEANINGS.items()}
    assert set(CODE_MEANINGS) == set(ReasonCode)


def test_a_reason_reads_as_its_words() -> None:
    assert f"{Reason(code=ReasonCode.NOTHING_FOUND, words='No passage.')}" == "No passage."
