from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.domain.views import ReportRows
from factcheck.report.marked_text import Piece, marked_blocks
from factcheck.report.outline import ClaimEntry, outline

TEXT = "One two three.\n\nFour five six."


def with_text(rows: ReportRows, text: str, blocks: list[Span], *claims: list[Span]) -> tuple[Article, list[ClaimEntry]]:
    article = replace(
        rows.articles[0], text=text, blocks=tuple(Block(span=span, kind=BlockKind.LIST_ITEM) for span in blocks)
    )
    first = outline(rows).claims[0]
    entries = [
        replace(first, number=number, claim=replace(first.claim, spans=tuple(parts), span=parts[0]))
        for number, parts in enumerate(claims, 1)
    ]
    return article, entries


def pieces(article: Article, entries: list[ClaimEntry]) -> list[tuple[str, list[int], list[int]]]:
    def told(piece: Piece) -> tuple[str, list[int], list[int]]:
        return piece.text, [claim.number for claim in piece.claims], [claim.number for claim in piece.ends]

    return [told(piece) for block in marked_blocks(article, entries) for piece in block.pieces]


def test_a_claim_is_cut_out_of_its_block(rows: ReportRows) -> None:
    article, entries = with_text(rows, TEXT, [Span(0, 14), Span(16, 30)], [Span(4, 7)])
    assert pieces(article, entries) == [
        ("One ", [], []),
        ("two", [1], [1]),
        (" three.", [], []),
        ("Four five six.", [], []),
    ]


def test_the_parts_of_a_claim_end_once_and_overlapping_claims_share_a_piece(rows: ReportRows) -> None:
    article, entries = with_text(rows, TEXT, [Span(0, 14)], [Span(0, 3), Span(8, 14)], [Span(0, 7)])
    assert pieces(article, entries)[:4] == [
        ("One", [1, 2], []),
        (" two", [2], [2]),
        (" ", [], []),
        ("three.", [1], [1]),
    ]


def test_a_claim_over_two_blocks_is_marked_in_both(rows: ReportRows) -> None:
    article, entries = with_text(rows, TEXT, [Span(0, 14), Span(16, 30)], [Span(8, 20)])
    assert pieces(article, entries) == [
        ("One two ", [], []),
        ("three.", [1], []),
        ("Four", [1], [1]),
        (" five six.", [], []),
    ]


def test_the_article_of_the_report_keeps_its_kinds_of_blocks(rows: ReportRows) -> None:
    article = rows.articles[0]
    kinds = [block.kind for block in marked_blocks(article, outline(rows).claims)]
    assert kinds == [block.kind for block in article.blocks]


spans = st.tuples(st.integers(0, 34), st.integers(0, 34)).map(lambda pair: Span(min(pair), max(pair)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(blocks=st.lists(spans, max_size=4), claims=st.lists(st.lists(spans, min_size=1, max_size=3), max_size=4))
def test_every_visible_character_stands_there_once_whatever_the_spans_are(
    rows: ReportRows, blocks: list[Span], claims: list[list[Span]]
) -> None:
    """Blocks and claims of a damaged workbench may overlap, leave gaps, or reach beyond the text."""
    article, entries = with_text(rows, TEXT, blocks, *claims)
    found = pieces(article, entries)
    assert "".join("".join(text for text, _, _ in found).split()) == "".join(TEXT.split())
    at = 0
    for text, numbers, _ in found:
        at = TEXT.index(text, at) if text.strip() else at
        for offset, character in enumerate(text):
            if character.strip():
                inside = {n for n, parts in enumerate(claims, 1) if any(p.start <= at + offset < p.end for p in parts)}
                assert set(numbers) == inside
        at += len(text)
