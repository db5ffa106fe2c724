"""What a hostile text makes the detector do stays in proportion to its length."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from factcheck.claims.clause_rules import depth
from factcheck.claims.context.descriptions import MOST_ALIKE
from factcheck.claims.detect import detector as claim_detector
from factcheck.claims.detect.block_sentences import AT_ONCE, sentences_by_block
from factcheck.claims.detect.detector import ClauseClaimDetector
from factcheck.claims.detect.propositions import LONGEST
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.provenance import Provenance
from factcheck.errors import InputError
from factcheck.ingest.structure.blocks import text_blocks
from factcheck.language.sentences.segmenter import BoundarySplitter
from factcheck.language.tagging import Token, tagged

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
    return ClauseClaimDetector(SPLITTER).detect(article_of(text))


class Walked(tuple[Token, ...]):
    """Tokens that count how often they are walked along."""

    walks = 0

    def __iter__(self) -> Iterator[Token]:
        Walked.walks += 1
        return super().__iter__()


def test_the_depths_of_all_places_of_a_clause_take_a_walk_or_two() -> None:
    said = "He said (in May [as ever] of “the mill) that it shut” and left ) ] ”."
    tokens = Walked(tagged(said))
    found = [depth(tokens, place) for place in range(len(tokens))]
    assert Walked.walks <= 3
    # said ( in May [ as ever ] of “ the mill ) that it shut ” and
    assert found[:18] == [0, 0, 0, 1, 1, 1, 2, 2, 2, 1, 1, 2, 2, 2, 1, 1, 1, 1]
    closed = tuple(tagged("it shut”, he said"))
    assert [depth(closed, place) for place in (0, 1, 2, 3)] == [1, 1, 1, 0]


def test_a_sentence_that_is_too_long_to_be_read_is_one_whole_claim() -> None:
    long = "He sold " + ", ".join(["mills on Friday"] * (LONGEST // 3)) + "."
    short = "Ann Lee built it on Friday."
    claims = claims_of(f"{short} {long}")
    assert [claim.said for claim in claims] == [short, long]
    assert claims[0].substitutions
    assert claims[1].checked == long
    assert (claims[1].substitutions, claims[1].ambiguities, claims[1].speaker) == ((), (), None)


def test_a_sentence_of_many_thousand_characters_is_not_even_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def counting(said: str) -> list[Token]:
        given.append(len(said))
        return tagged(said)

    monkeypatch.setattr(claim_detector, "tagged", counting)
    assert len(claims_of("He ran and " * 4000 + "left.")) == 11
    assert sum(given) < 5000


def test_a_paragraph_of_many_sentences_comes_in_portions() -> None:
    text = "“He ran to the mill. " * (2 * AT_ONCE + 100)
    portions = list(sentences_by_block(article_of(text), SPLITTER))
    assert [len(each) for each in portions] == [AT_ONCE, AT_ONCE, 100]
    assert [span for each in portions for span in each] == SPLITTER.split(text)


@pytest.mark.parametrize("language", [None, "de"])
def test_more_sentences_than_the_limit_are_refused(language: str | None) -> None:
    article = article_of("The weir was built in 1911. " * 30, language)
    assert len(ClauseClaimDetector(SPLITTER, max_sentences=30).detect(article)) == 30
    with pytest.raises(InputError, match="more than 29 sentences"):
        ClauseClaimDetector(SPLITTER, max_sentences=29).detect(article)


def test_a_short_name_that_thousands_share_names_fifty_of_them() -> None:
    """Else each mention would be compared with all, and be stored with all."""
    syllables = [first + last for first in ("Ba", "De", "Fi", "Go", "Lu", "Ma", "Ne", "Ri") for last in "bdfgklmnrt"]
    told = " ".join(f"{each} Orvik ran the {each} mill." for each in syllables)
    claims = claims_of(f"{told} Orvik sold the mill.")
    candidates = [len(each.candidates) for each in claims[-1].ambiguities]
    assert len(candidates) == 2
    assert max(candidates) == MOST_ALIKE
