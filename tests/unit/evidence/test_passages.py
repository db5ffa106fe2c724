"""Passages: runs of whole sentences that stand in the document, are short enough to be read whole, and lose nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.evidence.passages import LONGEST, passages_of
from factcheck.interfaces import SentenceSplitter
from factcheck.language.sentences.sentencex_splitter import SentencexSplitter
from factcheck.language.sentences.syntok_splitter import SyntokSplitter

SPLITTER = SentencexSplitter()


def document_of(*parts: tuple[BlockKind, str]) -> Document:
    """A document whose blocks are `parts`, an empty line between them."""
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(span=Span(len(text), len(text) + len(words)), kind=kind))
        text += words + "\n\n"
    source = Provenance(address="-", retrieved_at=datetime(2026, 1, 1, tzinfo=UTC), sha256="0" * 64, reader="text/1")
    return Document(
        id=content_id("d", text),
        title="A document",
        text=text,
        blocks=tuple(blocks),
        kind=DocumentKind.DOCUMENT,
        source=source,
    )


def assert_sound(document: Document, passages: list[Passage]) -> None:
    """Each passage stands in one block of prose, in order, trimmed, at most `LONGEST`; nothing visible is left out."""
    prose = [block.span for block in document.blocks if block.kind.is_prose]
    covered = [False] * len(document.text)
    place = 0
    for passage in passages:
        assert passage.document_id == document.id
        assert passage.text == passage.span.of(document.text)
        assert passage.text == passage.text.strip()
        assert 0 < len(passage.text) <= LONGEST
        assert place <= passage.span.start
        place = passage.span.end
        assert any(block.covers(passage.span) for block in prose)
        covered[passage.span.start : passage.span.end] = [True] * len(passage.span)
    for block in prose:
        left_out = [document.text[at] for at in range(block.start, block.end) if not covered[at]]
        assert not "".join(left_out).strip()
    assert len({passage.id for passage in passages}) == len(passages)


def paragraph(text: str) -> list[str]:
    document = document_of((BlockKind.PARAGRAPH, text))
    passages = passages_of(document, SPLITTER)
    assert_sound(document, passages)
    return [passage.text for passage in passages]


def test_the_limit_is_what_the_default_encoder_reads_whole() -> None:
    assert LONGEST == 500


def test_sentences_are_put_together_up_to_the_limit_and_never_cut() -> None:
    sentence = "The ferry carried 4,012 people in the year, the harbour office said on Monday."  # 78
    assert paragraph(" ".join([sentence] * 3)) == [" ".join([sentence] * 3)]
    assert paragraph(" ".join([sentence] * 13)) == [" ".join([sentence] * count) for count in (6, 6, 1)]


def test_a_run_of_exactly_the_limit_is_one_passage_and_one_more_is_two() -> None:
    first = "It rained. "
    fits = first + "S" + "h" * (LONGEST - len(first) - 2) + "."
    assert len(fits) == LONGEST
    assert paragraph(fits) == [fits]
    assert paragraph(fits[:-1] + "x.") == ["It rained.", fits[len(first) : -1] + "x."]


def test_a_sentence_that_is_too_long_is_cut_at_white_space() -> None:
    passages = paragraph("harbour " * 150 + "end.")
    assert len(passages) == 3
    assert min(len(passage) for passage in passages[:2]) > 485
    assert {word for passage in passages for word in passage.split()} == {"harbour", "end."}
    lines = paragraph("harbour\n" * 150 + "end.")
    assert {word for passage in lines for word in passage.split()} == {"harbour", "end."}


@pytest.mark.parametrize("length", [499, 500, 501, 999, 1000, 1001, 7777])
def test_a_word_without_an_end_is_cut_at_the_limit(length: int) -> None:
    assert "".join(paragraph("x" * length)) == "x" * length
    assert "".join(paragraph("🛳" * length)) == "🛳" * length


def test_blocks_are_never_put_together_and_only_prose_is_taken() -> None:
    document = document_of(*((kind, f"The {kind.value} is here.") for kind in BlockKind))
    passages = passages_of(document, SPLITTER)
    assert_sound(document, passages)
    assert [passage.text for passage in passages] == [
        "The paragraph is here.",
        "The list_item is here.",
        "The quotation is here.",
    ]


def test_no_prose_has_no_passages() -> None:
    assert passages_of(document_of(), SPLITTER) == []
    assert passages_of(document_of((BlockKind.HEADING, "Ferry"), (BlockKind.PARAGRAPH, " \n\u2028")), SPLITTER) == []


def test_ids_name_document_and_place() -> None:
    first = document_of((BlockKind.PARAGRAPH, "It rained."), (BlockKind.PARAGRAPH, "It rained."))
    second = document_of((BlockKind.PARAGRAPH, "It rained."))
    one, again = passages_of(first, SPLITTER), passages_of(first, SPLITTER)
    assert one == again
    assert one[0].id != one[1].id
    assert one[0].id != passages_of(second, SPLITTER)[0].id
    assert all(passage.id.startswith("p-") for passage in one)


ODD = "".join(
    chr(code) for code in (9, 10, 13, 32, 0x85, 0xA0, 0x2028, 0x3000, 0, 0x1B, 0x202E, 0x301, 0xD800, 0x1F6F3)
)
PROSE = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=[])),
    st.lists(st.sampled_from([*ODD, "word", "a" * 90, "x" * 600, ". ", "? ", "U.S. ", "Mr. ", "1. ", "“", "”"])).map(
        "".join
    ),
)


@pytest.mark.parametrize("splitter", [SPLITTER, SyntokSplitter()], ids=["sentencex", "syntok"])
@settings(max_examples=150)
@given(parts=st.lists(st.tuples(st.sampled_from(BlockKind), PROSE), max_size=4))
def test_any_document_has_sound_passages(splitter: SentenceSplitter, parts: list[tuple[BlockKind, str]]) -> None:
    document = document_of(*parts)
    assert_sound(document, passages_of(document, splitter))
