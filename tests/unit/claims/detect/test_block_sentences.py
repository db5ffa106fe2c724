"""Sentences by block, datelines, and blocks that are parsed together."""

from __future__ import annotations

import pytest

from factcheck.claims.detect.block_sentences import blocks_together, sentences_by_block
from factcheck.domain.articles import BlockKind
from factcheck.domain.spans import Span
from factcheck.language.sentences.segmenter import BoundarySplitter
from tests.contracts.claim_detector_contract import article_of


def sentences(text: str) -> list[str]:
    article = article_of((BlockKind.PARAGRAPH, text))
    return [span.of(article.text) for spans in sentences_by_block(article, BoundarySplitter()) for span in spans]


@pytest.mark.parametrize("dateline", ["PORT SABLE —", "LEEDS, May 5 (Newswire) —", "NEW YORK -"])
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    assert sentences(f"{dateline} The mill burned down. It was old.") == ["The mill burned down.", "It was old."]


@pytest.mark.parametrize(
    "text", ["NATO — an alliance — met in May.", "The mill — An old one — burned.", "UN — It met."]
)
def test_other_words_before_a_dash_stay(text: str) -> None:
    assert "".join(sentences(text)) == text


def test_blocks_are_parsed_in_groups() -> None:
    blocks = [[Span(0, 1)] * 3, [Span(2, 3)], [Span(4, 5)] * 2]
    assert list(blocks_together(blocks, most=4)) == [blocks[:2], blocks[2:]]
    assert list(blocks_together([], most=4)) == []
