"""A PDF document gives its paragraphs page by page; one that hides, lacks or garbles its text is one clear failure."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.ingest.document_readers import read_pdf
from factcheck.ingest.material import Material
from factcheck.ingest.pdf import text as module
from factcheck.ingest.pdf.text import pdf_text
from tests.patience import PATIENCE
from tests.unit.ingest.pdf_writer import Words, make_pdf, page_of

ReadOne = Callable[[Path | str], SourceText | ReadFailure]
Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

FIRST = (
    "The council approved a budget of 5 million euros on Monday, after a debate of nine hours in the town hall of the"
    " old city. Nobody was surprised by it."
)
SECOND = "The mayor said that the bridge over the river cost 62 million euros, and that the café stayed open."
GOOD = make_pdf([page_of(FIRST, SECOND)])


def pieces(*pages: list[Words]) -> list[tuple[str, str]]:
    return [(kind, " ".join(words.split())) for kind, words in pdf_text(make_pdf(pages))["pieces"]]


def test_a_document_is_one_text_with_its_facts_and_paragraphs(tmp_path: Path, read_one: ReadOne, kinds: Kinds) -> None:
    facts = {"Title": "The budget", "Author": "Ruth Okafor", "CreationDate": "D:20250503100000+02'00'"}
    pages = [[Words("The council and its budget", 750, size=18), *page_of(FIRST, SECOND)]]
    raw = make_pdf(pages, facts=facts, language="en-GB")
    (tmp_path / "a.pdf").write_bytes(raw)
    item = read_one(tmp_path / "a.pdf")
    assert isinstance(item, SourceText)
    found = kinds(item.text, item.blocks)
    assert [kind for kind, _ in found] == ["heading", "paragraph", "paragraph"]
    assert [" ".join(words.split()) for _, words in found] == ["The council and its budget", FIRST, SECOND]
    assert item.raw == raw
    assert item.reader.startswith("pdf/2 (pypdfium2 5.")
    assert (item.facts.title, item.facts.author, item.facts.language) == ("The budget", "Ruth Okafor", "en-GB")
    # The day on which the file was made is not known to be the day on which it was published.
    assert (item.facts.published_on, item.facts.date_inferred) == (date(2025, 5, 3), True)


@pytest.mark.parametrize("title", ["Microsoft Word - budget.doc", "budget_final(2).docx", "untitled", "Slide 1", ""])
def test_a_title_that_a_program_made_up_is_not_taken(title: str) -> None:
    assert not pdf_text(make_pdf([page_of(FIRST)], facts={"Title": title}))["title"]


def test_a_word_divided_at_a_lines_end_is_joined_on_the_upper_line() -> None:
    lines = [Words("The council praised the co-", 700), Words("operation of both towns.", 686)]
    ((kind, words),) = pdf_text(make_pdf([lines]))["pieces"]
    assert (kind, words) == ("paragraph", "The council praised the cooperation\nof both towns.")


def test_an_indented_line_begins_a_paragraph_where_a_sentence_has_ended() -> None:
    lines = [
        Words("The council met on Monday in the town hall, and it sat until the morning.", 700),
        Words("Nobody was surprised by that, as the town's clerk said to this paper's reporter.", 686),
        Words("The bridge stayed closed for all of that time, as the police had announced.", 672, left=90),
        Words("It opens again on Friday.", 658),
    ]
    assert [words[:20] for _, words in pieces(lines)] == ["The council met on M", "The bridge stayed cl"]


def test_list_items_are_told_by_their_bullets() -> None:
    lines = [Words("- A school is planned", 700), Words("for 200 children.", 686), Words("- A bridge is not.", 672)]
    assert pieces(lines) == [
        ("list_item", "- A school is planned for 200 children."),
        ("list_item", "- A bridge is not."),
    ]


def test_a_sentence_goes_on_from_page_to_page() -> None:
    pages = [Words("The council met on Monday and", 100)], [Words("approved the budget.", 700)]
    assert pieces(*pages) == [("paragraph", "The council met on Monday and approved the budget.")]


def test_what_every_page_repeats_at_its_edge_is_marked_and_kept() -> None:
    pages = [
        [Words("The Gazette", 770), Words(f"Report number {number} says that all is well in town.", 700),
         Words(f"Page {number} of 4", 40)]
        for number in range(1, 5)
    ]  # fmt: skip
    found = pieces(*pages)
    assert [words for kind, words in found if kind == "boilerplate"][:2] == ["The Gazette", "Page 1 of 4"]
    assert [words for kind, words in found if kind == "paragraph"] == [
        f"Report number {number} says that all is well in town." for number in range(1, 5)
    ]


def test_a_line_of_a_paragraph_that_pages_share_is_no_header() -> None:
    pages = [page_of(FIRST, f"Report number {number} says that all is well in town.") for number in range(4)]
    assert {kind for kind, _ in pieces(*pages)} == {"paragraph"}


def test_a_sentence_that_every_page_repeats_is_no_header() -> None:
    pages = [[Words("The council met on Monday.", 700)] for _ in range(5)]
    assert {kind for kind, _ in pieces(*pages)} == {"paragraph"}


@pytest.mark.parametrize(
    ("raw", "says", "hint"),
    [
        (make_pdf([page_of(FIRST)], password="secret"), "protected with a password", "new PDF"),
        (GOOD[: len(GOOD) // 2], "cut off", "again"),
        (GOOD[:-7], "cut off", "again"),
        (b"%PDF-1.7\nnothing of a document\n%%EOF", "damaged", "viewer"),
        (make_pdf([[], []]), "2 pages without any text", "ocrmypdf"),
        (make_pdf([]), "damaged", "viewer"),
        (b"Dear reader, this is no such document.", "no PDF document", "viewer"),
    ],
)
def test_a_document_that_cannot_be_read_is_one_clear_failure(raw: bytes, says: str, hint: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_pdf(Material(address="a.pdf", raw=raw))
    assert hint in caught.value.hint


def test_a_document_that_only_restricts_its_owner_is_read() -> None:
    assert "5 million" in pdf_text(make_pdf([page_of(FIRST)], password=""))["pieces"][0][1]


def test_what_a_program_wrote_behind_the_end_is_no_cut() -> None:
    assert pdf_text(GOOD + b"\0" * 5000)["pieces"]
    assert pdf_text(GOOD + b"<!-- served by -->\n")["pieces"]


def test_too_many_pages_are_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    with pytest.raises(InputError, match="has 3 pages; the limit is 2"):
        pdf_text(make_pdf([page_of(FIRST)] * 3))


def test_a_document_that_takes_too_long_is_refused() -> None:
    with pytest.raises(InputError, match=r"longer than 0\.01 seconds"):
        read_pdf(Material(address="a.pdf", raw=GOOD), seconds=0.01)


def test_letters_that_say_nothing_are_refused() -> None:
    garbled = make_pdf([[Words("XX", 700)]]).replace(b"(XX)", b"(" + rb"\001\002\003\004\005" * 5 + b")")
    with pytest.raises(InputError, match="don't say which letters they show"):
        pdf_text(garbled)


@pytest.mark.browser
@pytest.mark.slow
def test_a_page_that_a_browser_printed_reads_as_it_was_written(tmp_path: Path) -> None:
    """A real document: justified, in two columns, on several pages, with the browser's own head and foot."""
    section = f"<h2>Is it enough?</h2><p>{FIRST}</p><ul><li>A school is planned.</li></ul><p>{SECOND}</p>"
    style = "<style>body{column-count:2;text-align:justify}</style>"
    page = f"<!doctype html><html lang=en-GB><title>Budget</title>{style}<h1>The budget</h1>{section * 20}</html>"
    (tmp_path / "a.html").write_text(page)
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--print-to-pdf={tmp_path / 'a.pdf'}", str(tmp_path / "a.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    told = pdf_text((tmp_path / "a.pdf").read_bytes())
    found = [(kind, " ".join(words.split())) for kind, words in told["pieces"]]
    assert (told["title"], told["language"]) == ("Budget", "en-GB")
    assert found[0] == ("heading", "The budget")
    assert found.count(("heading", "Is it enough?")) == 20
    # A column or a page may end within a paragraph, which is two pieces then where a sentence ends there too.
    assert found.count(("paragraph", FIRST)) >= 16
    assert found.count(("paragraph", SECOND)) >= 16
    assert found.count(("paragraph", "A school is planned.")) == 20


@settings(max_examples=150)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=12))
def test_a_damaged_document_is_a_text_or_a_clear_failure(place: int, damage: bytes) -> None:
    try:
        told = pdf_text(GOOD[:place] + damage + GOOD[place + len(damage) :])
    except InputError as error:
        told = None
        hint = error.hint
    assert any(words.strip() for _, words in told["pieces"]) if told else hint
