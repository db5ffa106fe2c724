"""What every `ClaimDetector` promises. A backend subclasses this with one method."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.claims import Claim, ClaimKind, Standing
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.interfaces import ClaimDetector

PARTS = (
    (BlockKind.HEADING, "Bridge over the Aln opens after nine years"),
    (BlockKind.BYLINE, "By Ruth Okafor"),
    (BlockKind.PARAGRAPH, "The bridge cost £62 million. It opened on 3 May 2024, the county said."),
    (BlockKind.LIST_ITEM, "- The span is 410 metres long."),
    (BlockKind.QUOTATION, "> It carries 9,000 cars\n> a day."),
    (BlockKind.CODE, "The toll was raised to 4 pounds in code."),
    (BlockKind.BOILERPLATE, "This site was visited by 4,000 people."),
)
any_text = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow], max_examples=100)
BLOCKS = st.lists(
    st.tuples(st.sampled_from(BlockKind), st.text(alphabet=st.characters(exclude_categories=[]), min_size=1)),
    max_size=6,
)


def article_of(*parts: tuple[BlockKind, str], language: str | None = None) -> Article:
    """An article whose blocks are `parts`, one empty line between them."""
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(span=Span(len(text), len(text) + len(words)), kind=kind))
        text += words + "\n\n"
    source = Provenance(
        address="https://example.org/bridge",
        retrieved_at=datetime(2024, 5, 4, 9, tzinfo=UTC),
        sha256="0" * 64,
        reader="text/1",
    )
    return Article(
        id=content_id("a", text),
        title="Bridge",
        text=text,
        blocks=tuple(blocks),
        source=source,
        published_on=date(2024, 5, 4),
        language=language,
    )


def assert_claims_stand_in(article: Article, claims: list[Claim]) -> None:
    """Each claim is what the article says at its place, inside one block of prose, and they are in order."""
    prose = [block.span for block in article.blocks if block.kind.is_prose]
    starts = [claim.span.start for claim in claims]
    assert starts == sorted(starts)
    for claim in claims:
        assert claim.article_id == article.id
        assert claim.said == claim.span.of(article.text)
        assert claim.said
        assert claim.said == claim.said.strip()
        assert claim.checked
        assert "\n" not in claim.checked
        assert claim.spans
        assert claim.spans[0].start == claim.span.start
        assert claim.spans[-1].end == claim.span.end
        assert all(claim.span.covers(part) for part in claim.spans)
        assert any(block.covers(claim.span) for block in prose)
        assert 0.0 <= claim.check_worthiness <= 1.0
        assert claim.kind in ClaimKind
        assert claim.standing is Standing.LISTED
        assert all(claim.span.covers(each.span) for each in claim.substitutions)
        assert all(claim.span.covers(each.span) for each in claim.ambiguities)


class ClaimDetectorContract:
    def make(self) -> ClaimDetector:
        """The backend, ready to use."""
        raise NotImplementedError

    @pytest.fixture
    def bridge(self) -> Article:
        return article_of(*PARTS)

    def test_claims_are_what_the_article_says_at_their_place(self, bridge: Article) -> None:
        claims = self.make().detect(bridge)
        assert_claims_stand_in(bridge, claims)
        assert "£62 million" in claims[0].said

    def test_every_statement_of_the_prose_is_covered_and_nothing_else_is(self, bridge: Article) -> None:
        found = " ".join(claim.said for claim in self.make().detect(bridge))
        for detail in ("£62 million", "3 May 2024", "410 metres", "9,000 cars"):
            assert detail in found
        for detail in ("nine years", "Okafor", "code", "visited"):
            assert detail not in found

    def test_an_article_has_the_same_claims_every_time(self, bridge: Article) -> None:
        assert self.make().detect(bridge) == self.make().detect(bridge)

    def test_ids_are_of_claims_and_differ(self, bridge: Article) -> None:
        ids = [claim.id for claim in self.make().detect(bridge)]
        assert all(each.startswith("c-") for each in ids)
        assert len(set(ids)) == len(ids)

    def test_the_same_sentence_twice_is_two_claims(self) -> None:
        line = (BlockKind.PARAGRAPH, "The bridge cost £62 million.")
        claims = self.make().detect(article_of(line, line))
        assert [claim.said for claim in claims] == [line[1], line[1]]
        assert claims[0].id != claims[1].id

    def test_the_same_words_in_another_article_are_other_claims(self, bridge: Article) -> None:
        other = replace(bridge, id=content_id("a", "other"))
        ids = {claim.id for claim in self.make().detect(bridge)}
        assert ids.isdisjoint(claim.id for claim in self.make().detect(other))

    def test_claims_name_their_detector(self, bridge: Article) -> None:
        detector = self.make()
        assert detector.name
        assert {claim.detector for claim in detector.detect(bridge)} == {detector.name}

    def test_an_article_without_prose_has_no_claims(self) -> None:
        assert self.make().detect(article_of()) == []
        assert self.make().detect(article_of((BlockKind.HEADING, "The bridge cost £62 million."))) == []

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("de", "Die Brücke kostete 62 Millionen Euro."),
            (None, "Мост открыли третьего мая."),
            (None, "这座桥耗资六千二百万英镑。"),
            ("ar", "بلغت تكلفة الجسر 62 مليون جنيه."),
        ],
    )
    def test_a_statement_in_another_language_is_a_claim(self, language: str | None, text: str) -> None:
        claims = self.make().detect(article_of((BlockKind.PARAGRAPH, text), language=language))
        assert [claim.said for claim in claims] == [text]

    @any_text
    @given(parts=BLOCKS)
    def test_any_article_gives_claims_that_stand_in_it(self, parts: list[tuple[BlockKind, str]]) -> None:
        article = article_of(*parts)
        assert_claims_stand_in(article, self.make().detect(article))
