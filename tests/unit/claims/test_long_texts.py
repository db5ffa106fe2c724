"""What a hostile text makes the detector do stays in proportion to its length."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from factcheck.claims.detect.block_sentences import AT_ONCE, sentences_by_block
from factcheck.claims.detect.detector import ClauseClaimDetector
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.provenance import Provenance
from factcheck.errors import InputError
from factcheck.ingest.structure.blocks import text_blocks
from factcheck.language.parsing.spacy_parser import MOST_TOKENS
from factcheck.language.sentences.segmenter import BoundarySplitter
from tests.parsing import shared_parser

SPLITTER = BoundarySplitter()


def article_of(text: str, language: str | None = None) -> Article:
    source = Provenance(address="a", retrieved_at=datetime(2024, 5, 6, tzinfo=UTC), sha256="0" * 64, reader="text/1")
    return Article(
        id="a-1",
        title="",
        text=text,
        blocks=text_blocks(text),
        source=source,
        published_on=date(2024, 5, 6),
        language=language,
    )


def claims_of(text: str) -> list[Claim]:
    return ClauseClaimDetector(SPLITTER, shared_parser()).detect(article_of(text))


def test_a_sentence_that_is_too_long_to_be_read_is_one_whole_claim() -> None:
    long = "He sold " + ", ".join(["mills on Friday"] * (MOST_TOKENS // 3)) + "."
    short = "Ann Lee built it on Friday."
    claims = claims_of(f"{short} {long}")
    assert [claim.said for claim in claims] == [short, long]
    assert claims[0].substitutions
    assert claims[1].checked == long
    assert (claims[1].substitutions, claims[1].ambiguities, claims[1].speaker) == ((), (), None)


def test_a_paragraph_of_many_sentences_comes_in_portions() -> None:
    text = "“He ran to the mill. " * (2 * AT_ONCE + 100)
    portions = list(sentences_by_block(article_of(text), SPLITTER))
    assert [len(each) for each in portions] == [AT_ONCE, AT_ONCE, 100]
    assert [span for each in portions for span in each] == SPLITTER.split(text)


@pytest.mark.parametrize("language", [None, "de"])
def test_more_sentences_than_the_limit_are_refused(language: str | None) -> None:
    article = article_of("The weir was built in 1911. " * 30, language)
    assert len(ClauseClaimDetector(SPLITTER, shared_parser(), max_sentences=30).detect(article)) == 30
    with pytest.raises(InputError, match="more than 29 sentences"):
        ClauseClaimDetector(SPLITTER, shared_parser(), max_sentences=29).detect(article)


def test_a_short_name_that_many_share_is_never_stored_with_all_of_them() -> None:
    """Else each mention would be compared with all."""
    syllables = [first + last for first in ("Ba", "De", "Fi", "Go", "Lu", "Ma", "Ne", "Ri") for last in "bdfgklmnrt"]
    told = " ".join(f"{each} Orvik ran the {each} mill. Orvik sold it." for each in syllables)
    candidates = [each.candidates for claim in claims_of(told) for each in claim.ambiguities]
    assert max(map(len, candidates), default=0) <= 50
