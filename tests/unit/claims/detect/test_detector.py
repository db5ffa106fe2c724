"""The claims of an invented transfer and of the sample article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.claims.detect.detector import ClauseClaimDetector
from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.language.sentences.segmenter import BoundarySplitter
from tests.parsing import shared_parser

P, LI, Q, H = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.HEADING

TRANSFER = (
    (H, "# Rovers sign striker in record deal"),
    (BlockKind.DATELINE, "Leeds, 14 June 2024"),
    (P, "**Rovers have signed Danny Okoro from [City](https://example.org/city_(club)) for £38 million.** He is 24.\n"
        "He scored 27 goals last season,\nmore than anyone else."),
    (P, "“He is the best young striker in Europe,” coach Lena Brandt said. What a signing! Will he start on Sunday?"),
    (H, "What we know"),
    (LI, "- The contract runs for five years."),
    (LI, "- City confirmed the transfer."),
    (LI, "3. Brandt is expected to rest him."),
    (Q, "> The chairman wrote: “We had no choice.\n> The debt was £212 million.”"),
    (P, "The board should resign. Click here to join us."),
    (BlockKind.BOILERPLATE, "1,204 people liked this story."),
)  # fmt: skip

EXPECTED = [
    (
        "**Rovers have signed Danny Okoro from [City](https://example.org/city_(club)) for £38 million.**",
        "Rovers have signed Danny Okoro from City for £38 million.",
        ClaimKind.EVENT,
        None,
    ),
    ("He is 24.", "He is 24.", ClaimKind.STATEMENT, None),
    (
        "He scored 27 goals last season,\nmore than anyone else.",
        "He scored 27 goals last season, more than anyone else.",
        ClaimKind.COMPARISON,
        None,
    ),
    (
        "“He is the best young striker in Europe,” coach Lena Brandt said.",
        "“He is the best young striker in Europe,” coach Lena Brandt said.",
        ClaimKind.QUOTATION,
        "Lena Brandt",
    ),
    (
        "He is the best young striker in Europe",
        "He is the best young striker in Europe.",
        ClaimKind.OPINION,
        "Lena Brandt",
    ),
    ("The contract runs for five years.", "The contract runs for five years.", ClaimKind.STATISTIC, None),
    ("City confirmed the transfer.", "City confirmed the transfer.", ClaimKind.QUOTATION, "City"),
    ("Brandt is expected to rest him.", "Lena Brandt is expected to rest him.", ClaimKind.PREDICTION, None),
    (
        "The chairman wrote: “We had no choice.",
        "The chairman wrote: “We had no choice.",
        ClaimKind.QUOTATION,
        "The chairman",
    ),
    ("We had no choice", "We had no choice.", ClaimKind.STATEMENT, "The chairman"),
    ("The debt was £212 million", "The debt was £212 million.", ClaimKind.STATISTIC, "The chairman"),
    ("The board should resign.", "The board should resign.", ClaimKind.OPINION, None),
]


def article_of(text: str, blocks: Sequence[Block], *, published_on: date | None = None) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = Provenance(
        address="https://example.org/a", retrieved_at=datetime(2024, 6, 15, tzinfo=UTC), sha256=sha256, reader="text/1"
    )
    return Article(
        id=content_id("a", sha256),
        title="An article",
        text=text,
        blocks=tuple(blocks),
        source=source,
        published_on=published_on,
    )


@pytest.fixture
def detector() -> ClauseClaimDetector:
    return ClauseClaimDetector(BoundarySplitter(), shared_parser())


@pytest.fixture
def transfer() -> Article:
    text, blocks = "", []
    for kind, words in TRANSFER:
        blocks.append(Block(span=Span(len(text), len(text) + len(words)), kind=kind))
        text += words + "\n\n"
    return article_of(text, blocks, published_on=date(2024, 6, 14))


@pytest.fixture
def seed(repository: Path) -> Article:
    """The sample article, its blocks by line: short lines without a stop are headings, its foot is the blog's own."""
    text = (repository / "seeds" / "000_73e1731ad78e38dc.txt").read_bytes().decode()
    blocks, start, at_foot = [], 0, False
    for number, line in enumerate(text.splitlines(keepends=True)):
        at_foot = at_foot or line.startswith("No comments")
        heading = number == 0 or (len(line) < 60 and not line.rstrip().endswith("."))
        kind = BlockKind.BOILERPLATE if at_foot else H if heading else P
        blocks.append(Block(span=Span(start, start + len(line.rstrip())), kind=kind))
        start += len(line)
    return article_of(text, blocks)


def test_every_assertion_of_an_article_is_a_claim(detector: ClauseClaimDetector, transfer: Article) -> None:
    claims = detector.detect(transfer)
    assert [claim.said for claim in claims] == [said for said, *_ in EXPECTED]
    for claim, (said, checked, kind, speaker) in zip(claims, EXPECTED, strict=True):
        assert transfer.text[claim.span.start : claim.span.end] == said
        assert claim.spans == (claim.span,)
        assert claim.checked == checked
        assert claim.kind is kind
        assert claim.speaker == speaker


def test_a_claim_is_whole(detector: ClauseClaimDetector, transfer: Article) -> None:
    claim = detector.detect(transfer)[0]
    start = transfer.text.index("**Rovers")
    assert claim == Claim(
        id=content_id("c", transfer.id, start, claim.span.end, 0),
        article_id=transfer.id,
        span=Span(start, transfer.text.index("** He") + 2),
        spans=(claim.span,),
        said=EXPECTED[0][0],
        checked=EXPECTED[0][1],
        kind=ClaimKind.EVENT,
        check_worthiness=0.0,
        detector=detector.name,
        said_on=date(2024, 6, 14),
    )


def test_the_date_of_an_article_is_not_when_someone_it_quotes_spoke(
    detector: ClauseClaimDetector, transfer: Article
) -> None:
    for claim in detector.detect(transfer):
        assert claim.said_on == (None if claim.speaker else date(2024, 6, 14))


@pytest.mark.parametrize(
    ("language", "extra"),
    [("de", ["What a signing!", "The debt was £212 million.”", "Click here to join us."]), ("en-GB", [])],
)
def test_english_rules_are_for_english(
    detector: ClauseClaimDetector, transfer: Article, language: str, extra: list[str]
) -> None:
    english = {claim.said for claim in detector.detect(transfer)}
    found = [claim.said for claim in detector.detect(replace(transfer, language=language))]
    assert [said for said in found if said not in english] == extra


def test_the_name_tells_parser_and_splitter_and_their_versions(detector: ClauseClaimDetector) -> None:
    assert detector.name == f"parse/1 ({shared_parser().name}; {BoundarySplitter().name})"


def test_every_word_of_the_samples_prose_stands_in_a_claim(detector: ClauseClaimDetector, seed: Article) -> None:
    claims = detector.detect(seed)
    paragraphs = [block for block in seed.blocks if block.kind is P]
    assert len(paragraphs) == 8
    covered = {place for claim in claims for part in claim.spans for place in range(part.start, part.end)}
    left = "".join(
        seed.text[place] if place not in covered else " "
        for block in paragraphs
        for place in range(block.span.start, block.span.end)
    )
    # Only what joins two clauses belongs to neither.
    assert set(re.findall(r"\w+", left.lower())) <= {"and", "while", "where"}
    assert len(claims) >= 25


def test_headings_and_the_blogs_own_lines_of_the_sample_give_no_claim(
    detector: ClauseClaimDetector, seed: Article
) -> None:
    said = "\n".join(claim.said for claim in detector.detect(seed))
    others = [block.span.of(seed.text) for block in seed.blocks if block.kind is not P]
    assert len(others) == 10
    assert not [line for line in others if line in said]


def test_the_samples_kinds_and_speakers_are_as_a_reader_sees_them(detector: ClauseClaimDetector, seed: Article) -> None:
    claims = detector.detect(seed)
    kinds = [claim.kind for claim in claims]
    assert kinds.count(ClaimKind.PREDICTION) == 4
    assert ClaimKind.OPINION not in kinds
    assert kinds.count(ClaimKind.QUOTATION) == 5
    speakers = {claim.speaker for claim in claims if claim.speaker}
    assert len(speakers) == 2
    assert all(speaker in seed.text for speaker in speakers)


def test_a_sentence_that_says_three_things_gives_three_claims(detector: ClauseClaimDetector) -> None:
    text = "The two ports swapped 27 cranes and 12 tugs each on Monday, marking the start of a deal signed in Oslo."
    article = article_of(text, [Block(span=Span(0, len(text)), kind=P)], published_on=date(2024, 6, 14))
    cranes, tugs, start = detector.detect(article)
    assert cranes.checked == "The two ports swapped 27 cranes each on Monday 10 June 2024."
    assert tugs.checked == "The two ports swapped 12 tugs each on Monday 10 June 2024."
    assert start.checked == "This marked the start of a deal signed in Oslo."
    assert [span.of(text) for span in tugs.spans] == ["The two ports swapped", "12 tugs each on Monday"]
    (day,) = tugs.substitutions
    assert (day.said, day.written, day.is_form) == ("Monday", "Monday 10 June 2024", False)
    this, marked = start.substitutions
    assert (this.said, this.written, this.is_form) == ("", "This", True)
    assert this.source is not None
    assert this.source.of(text).startswith("The two ports swapped")
    assert (marked.said, marked.written, marked.is_form) == ("marking", "marked", True)


def test_what_was_said_and_that_it_was_said_are_two_claims(detector: ClauseClaimDetector) -> None:
    text = "Ann Lee, the mayor of Leeds, said that the city had lost 40 buses. “We need them,” she told reporters."
    article = article_of(text, [Block(span=Span(0, len(text)), kind=P)])
    found = [(claim.checked, claim.kind, claim.speaker) for claim in detector.detect(article)]
    assert found == [
        ("Ann Lee said that the city had lost 40 buses.", ClaimKind.QUOTATION, "Ann Lee"),
        ("Ann Lee is the mayor of Leeds.", ClaimKind.OFFICE, None),
        ("The city had lost 40 buses.", ClaimKind.STATISTIC, "Ann Lee"),
        ("“We need them,” Ann Lee told reporters.", ClaimKind.QUOTATION, "Ann Lee"),
        ("We need them.", ClaimKind.STATEMENT, "Ann Lee"),
    ]


def test_without_a_date_a_weekday_is_told_as_unclear(detector: ClauseClaimDetector) -> None:
    text = "The bridge over the Aln opened on Friday."
    (claim,) = detector.detect(article_of(text, [Block(span=Span(0, len(text)), kind=P)]))
    assert claim.checked == text
    (unclear,) = claim.ambiguities
    assert (unclear.said, unclear.why) == ("Friday", "the article has no date")
