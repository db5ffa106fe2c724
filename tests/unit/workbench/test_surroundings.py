from __future__ import annotations

from datetime import UTC, datetime

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.documents import Document, DocumentKind
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.workbench.surroundings import after, before, prose_around

SENTENCES = [f"Sentence number {number} of the report on the weir at Harle." for number in range(20)]
TEXT = " ".join(SENTENCES)


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_the_sentences_around_a_passage_are_whole() -> None:
    span = place(SENTENCES[10])
    assert before(TEXT, span) == " ".join(SENTENCES[5:10])
    assert after(TEXT, span) == " ".join(SENTENCES[11:16])


def test_at_the_ends_of_a_text_there_is_what_there_is() -> None:
    assert before(TEXT, place(SENTENCES[0])) == ""
    assert before(TEXT, place(SENTENCES[1])) == SENTENCES[0]
    assert after(TEXT, place(SENTENCES[19])) == ""
    assert after(TEXT, place(SENTENCES[18])) == SENTENCES[19]


def test_a_sentence_that_is_too_long_is_cut_between_words_and_marked() -> None:
    text = "word " * 200 + "HERE" + " word" * 200
    span = Span(text.index("HERE"), text.index("HERE") + 4)
    assert before(text, span).startswith("…word word")
    assert before(text, span).endswith(" word")
    assert after(text, span).endswith("word…")
    assert len(after(text, span)) <= 281


def test_text_without_any_space_is_cut_too() -> None:
    text = "x" * 1000
    assert before(text, Span(500, 510)) == "…" + "x" * 280
    assert after(text, Span(500, 510)) == "x" * 280 + "…"


def test_front_matter_and_menus_are_no_part_of_what_stands_around() -> None:
    parts = [
        (BlockKind.FRONT_MATTER, "kind: note"),
        (BlockKind.HEADING, "The weir"),
        (BlockKind.PARAGRAPH, "It failed. It was tried again."),
        (BlockKind.PARAGRAPH, "It held."),
        (BlockKind.BOILERPLATE, "Subscribe."),
    ]
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(span=Span(len(text), len(text) + len(words)), kind=kind))
        text += words + "\n"
    source = Provenance(address="a", retrieved_at=datetime(2026, 1, 1, tzinfo=UTC), sha256="0", reader="r")
    document = Document(id="d-1", title="", text=text, blocks=tuple(blocks), kind=DocumentKind.NOTE, source=source)
    span = Span(text.index("It was"), text.index("It was") + len("It was tried again."))
    floor, ceiling = prose_around(document, span)
    assert before(text, span, floor=floor) == "The weir\nIt failed."
    assert after(text, span, ceiling=ceiling) == "It held."
