"""The parts of a claim that nothing covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.stances import Stance, StanceLabel
from factcheck.domain.suggestions import Gap
from factcheck.verdict.suggestion.gaps import gaps
from tests.parsing import details
from tests.unit.verdict.conftest import Made


def found_gaps(claim: str, seen: Sequence[Stance], texts: Mapping[str, str]) -> tuple[Gap, ...]:
    return gaps(details(claim), seen, {name: details(text) for name, text in texts.items()})


CLAIM = "On Friday, in 1912, the mill sold 40 looms and 1,000 spools."


def test_what_no_passage_confirms_or_contradicts_is_a_gap(made: Made) -> None:
    texts = {"p-1": "The mill sold 40 looms.", "p-2": "It has 1,000 workers."}
    seen = [made.weighed(name, StanceLabel.NEUTRAL, texts=(CLAIM, text)).stance for name, text in texts.items()]
    assert [(gap.span.of(CLAIM), gap.note) for gap in found_gaps(CLAIM, seen, texts)] == [
        ("1912", "no passage has “1912”"),
        ("1,000 spools", "no passage has “1,000 spools”: 1,000 spools and 1,000 workers may not count the same"),
    ]


def test_a_detail_that_differs_is_covered(made: Made) -> None:
    claim, text = "The mill of Orlo sold 40 looms.", "The mill of Orlo sold 90 looms."
    stance = made.weighed("p-1", StanceLabel.NEUTRAL, texts=(claim, text)).stance
    assert found_gaps(claim, [stance], {"p-1": text}) == ()


def test_a_passage_whose_text_is_missing_makes_no_word_a_gap(made: Made) -> None:
    claim, text = "The mill of Orlo sold 40 looms.", "The mill of Orlo sold 90 looms."
    stance = made.weighed("p-1", StanceLabel.NEUTRAL, texts=(claim, text)).stance
    assert found_gaps(claim, [stance], {}) == ()


def test_without_passages_all_but_words_that_need_a_date_is_a_gap() -> None:
    found = found_gaps(CLAIM, [], {})
    assert [gap.span.of(CLAIM) for gap in found] == ["1912, the mill sold 40 looms and 1,000 spools"]


def test_words_count_only_where_they_stand_among_the_others(made: Made) -> None:
    claim = "The ferry to Alba sank near the old lighthouse."
    near = "The ferry to Alba sank on Monday."
    far = "Guests danced. A lighthouse was painted. It was very old. The band played. Nobody slept."
    texts = {"p-1": near, "p-2": far}
    seen = [made.weighed(name, StanceLabel.NEUTRAL, texts=(claim, text)).stance for name, text in texts.items()]
    assert [gap.span.of(claim) for gap in found_gaps(claim, seen, texts)] == ["old lighthouse"]


@pytest.mark.parametrize(
    ("claim", "text"),
    [("The Icelandic crews released a ship.", "The crew of Iceland releases ships."), ("Peace.", "Peace came.")],
)
def test_another_form_of_a_word_covers_it(made: Made, claim: str, text: str) -> None:
    stance = made.weighed("p-1", StanceLabel.NEUTRAL, texts=(claim, text)).stance
    assert found_gaps(claim, [stance], {"p-1": text}) == ()


@given(st.text(alphabet="aA1 ,.-'\n“éß🛳0", max_size=60), st.text(alphabet="aA1 ,.-'\n“éß🛳0", max_size=60))
def test_gaps_are_in_order_inside_the_claim_and_apart(claim: str, text: str) -> None:
    stance = Stance(passage_id="p", label=StanceLabel.NEUTRAL, scores=(0.0, 0.0, 1.0))
    spans = [gap.span for gap in found_gaps(claim, [stance], {"p": text})]
    assert spans == sorted(spans)
    assert all(0 <= each.start < each.end <= len(claim) for each in spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
