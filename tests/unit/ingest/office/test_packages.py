"""DOCX, ODT and EPUB give their paragraphs and facts; an archive made to do harm is refused before it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Block
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.office import zip_parts
from factcheck.ingest.office.packages import package_text
from tests.unit.ingest.documents import STRICT, W, make_docx, make_epub, make_odt, paragraph, zip_of

ReadOne = Callable[[Path | str], SourceText | ReadFailure]
Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]

SENTENCE = "The council approved a budget of 5 million euros on Monday."


def told(raw: bytes) -> list[tuple[str, str]]:
    return package_text(raw)["told"]["pieces"]


def refused(raw: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        package_text(raw)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "noending"])
def test_a_docx_document_is_one_text_whatever_it_is_called(
    name: str, tmp_path: Path, read_one: ReadOne, kinds: Kinds
) -> None:
    body = (
        paragraph("The budget", style="berschrift1")
        + paragraph(SENTENCE)
        + paragraph("A school is planned.", more="<w:numPr/>")
        + paragraph("We are glad.", style="Zitat")
    )
    (tmp_path / name).write_bytes(make_docx(body))
    item = read_one(tmp_path / name)
    assert isinstance(item, SourceText)
    assert kinds(item.text, item.blocks) == [
        ("heading", "The budget"),
        ("paragraph", SENTENCE),
        ("list_item", "A school is planned."),
        ("quotation", "We are glad."),
    ]
    assert item.reader == "docx/2"
    assert item.facts == SourceFacts(
        title="The budget", author="Ruth Okafor", language="en-GB", published_on=date(2025, 5, 3), date_inferred=True
    )


def test_docx_styles_follow_what_they_are_based_on_and_loops_end() -> None:
    body = paragraph("Head", style="Eigene") + paragraph("Text.", style="Kreis") + paragraph("Text.", style="unknown")
    level = paragraph("Level", more="<w:outlineLvl w:val='0'/>")
    assert [kind for kind, _ in told(make_docx(body + level))] == ["heading", "paragraph", "paragraph", "heading"]


def test_docx_in_the_strict_form_is_read() -> None:
    assert told(make_docx(paragraph(SENTENCE), namespace=STRICT)) == [("paragraph", SENTENCE)]


def test_docx_text_that_nobody_sees_is_left_out_and_inserted_text_kept() -> None:
    body = (
        "<w:p><w:r><w:t>He </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>once </w:t></w:r></w:moveFrom><w:ins><w:r><w:t>often </w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>paid</w:t><w:tab/><w:t>tax</w:t><w:br/><w:t>here.</w:t>"
        "</w:r></w:p>"
    )
    assert told(make_docx(body)) == [("paragraph", "He often paid\ttax\nhere.")]


def test_docx_notes_and_text_boxes_come_behind_and_once() -> None:
    box = "<w:txbxContent>" + paragraph("In the box.") + "</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Before </w:t></w:r><w:r>{both}</w:r><w:r><w:t>and after.</w:t></w:r></w:p>"
    notes = f"<w:footnotes {W}><w:footnote>{paragraph('A note.')}</w:footnote></w:footnotes>"
    assert [words for _, words in told(make_docx(body, more={"word/footnotes.xml": notes}))] == [
        "Before and after.",
        "In the box.",
        "A note.",
    ]


def test_a_row_of_a_table_is_one_line_and_a_layout_table_is_not() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    table = row(paragraph("Year"), paragraph("Rate")) + row(paragraph("2018"), "<w:p/>", paragraph("3.1 %"))
    layout = row(paragraph("One.") + paragraph("Two."), paragraph("Three."))
    assert [words for _, words in told(make_docx(f"<w:tbl>{table}</w:tbl><w:tbl>{layout}</w:tbl>"))] == [
        "Year | Rate",
        "2018 | 3.1 %",
        "One.",
        "Two.",
        "Three.",
    ]


def test_an_odt_document_is_one_text_with_its_facts(tmp_path: Path, read_one: ReadOne, kinds: Kinds) -> None:
    body = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        "<text:h>The budget</text:h>\n<text:p>The council<text:s text:c='2'/>met<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        "</text:note><text:span> on\n   Monday</text:span>.<office:annotation><text:p>A comment.</text:p>"
        "</office:annotation></text:p>"
        "<text:list><text:list-item><text:p>A school is planned.</text:p></text:list-item></text:list>"
        "<text:p text:style-name='P1'>We are glad.</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>2018</text:p></table:table-cell>"
        "<table:table-cell><text:p>3.1 %</text:p></table:table-cell></table:table-row></table:table>"
    )
    (tmp_path / "a.odt").write_bytes(make_odt(body))
    item = read_one(tmp_path / "a.odt")
    assert isinstance(item, SourceText)
    assert kinds(item.text, item.blocks) == [
        ("heading", "The budget"),
        ("paragraph", "The council  met on Monday."),
        ("paragraph", "A note."),
        ("list_item", "A school is planned."),
        ("quotation", "We are glad."),
        ("paragraph", "2018 | 3.1 %"),
    ]
    assert item.reader == "odt/2"
    assert item.facts == SourceFacts(
        title="The budget", author="Ruth Okafor", language="en-GB", published_on=date(2025, 5, 3), date_inferred=True
    )


def test_endless_spaces_in_an_odt_document_are_not_made() -> None:
    body = "<text:p>a<text:s text:c='2000000000'/>b<text:s text:c='-1'/>c</text:p>"
    ((_, words),) = told(make_odt(body))
    assert len(words) < 200


def test_an_epub_book_is_one_text_in_reading_order(tmp_path: Path, read_one: ReadOne, kinds: Kinds) -> None:
    chapters = {
        "two": f"<h1>Chapter&nbsp;1</h1><p>{SENTENCE}</p><blockquote><p>We are glad.</p></blockquote>",
        "one": "<p>The caf&eacute; stayed<br/>open.<a id='x'/></p><ul><li>A school.</li></ul><script>no()</script>",
    }
    (tmp_path / "a.epub").write_bytes(make_epub(chapters))
    item = read_one(tmp_path / "a.epub")
    assert isinstance(item, SourceText)
    assert kinds(item.text, item.blocks) == [
        ("heading", "Chapter 1"),
        ("paragraph", SENTENCE),
        ("quotation", "We are glad."),
        ("paragraph", "The café stayed\nopen."),
        ("list_item", "A school."),
    ]
    assert item.reader == "epub/2"
    assert item.facts == SourceFacts(
        title="A book",
        author="Ruth Okafor",
        publisher="The Press",
        language="en",
        published_on=date(2025, 5, 3),
        date_inferred=False,
    )


@pytest.mark.parametrize(
    ("dates", "right"),
    [
        ({"publication": "2016-06-29", "modification": "2018-01-02"}, ("2016-06-29", False)),
        ({"modification": "2018-01-02", "publication": "2016-06-29"}, ("2016-06-29", False)),
        ({"modification": "2018-01-02"}, ("2018-01-02", True)),
        ({"creation": "2016-06-29"}, ("2016-06-29", True)),
    ],
)
def test_the_date_of_a_book_is_that_of_its_publication(dates: dict[str, str], right: tuple[str, bool]) -> None:
    raw = make_epub({"one": "<p>x</p>"})
    book = zipfile.ZipFile(io.BytesIO(raw)).read("OEBPS/book.opf").decode()
    stated = "".join(f'<dc:date xmlns:opf="x" opf:event="{event}">{day}</dc:date>' for event, day in dates.items())
    names = zipfile.ZipFile(io.BytesIO(raw)).namelist()
    parts = {name: zipfile.ZipFile(io.BytesIO(raw)).read(name) for name in names}
    parts["OEBPS/book.opf"] = book.replace("<dc:date>2025-05-03</dc:date>", stated).encode()
    found = package_text(zip_of(parts))["told"]
    assert (found["date"], found["inferred"]) == right


@pytest.mark.parametrize("title", ["Microsoft Word - budget_v2.doc", "Document1", "untitled", "budget_final.docx", ""])
def test_a_title_that_a_program_made_up_is_not_taken(title: str) -> None:
    core = "<cp:coreProperties xmlns:cp='x' xmlns:dc='y'><dc:title>{}</dc:title></cp:coreProperties>"
    raw = make_docx(paragraph(SENTENCE), more={"docProps/core.xml": core.format(title)})
    assert package_text(raw)["told"]["title"] is None


def test_a_chapter_too_deep_for_a_tree_loses_no_word() -> None:
    deep = "<div>" * 1000 + "<p>Deep down.</p>" + "</div>" * 1000 + f"<p>{SENTENCE}</p>"
    words = " ".join(words for _, words in told(make_epub({"one": deep})))
    assert "Deep down." in words
    assert SENTENCE in words


def test_a_book_locked_by_its_seller_is_refused() -> None:
    locked = "<encryption><CipherReference URI='OEBPS/one.xhtml'/></encryption>"
    raw = make_epub({"one": "<p>x</p>"}, more={"META-INF/encryption.xml": locked})
    assert "encrypted by its seller" in refused(raw).message


def test_a_chapter_outside_of_the_book_is_not_looked_for() -> None:
    raw = make_epub({"one": "<p>Inside.</p>"})
    for away in ("../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "https://gazette.example/a.xhtml"):
        book = zipfile.ZipFile(io.BytesIO(raw)).read("OEBPS/book.opf").decode().replace("one.xhtml", away)
        parts = {
            name: zipfile.ZipFile(io.BytesIO(raw)).read(name) for name in zipfile.ZipFile(io.BytesIO(raw)).namelist()
        }
        assert told(zip_of({**parts, "OEBPS/book.opf": book})) == []


GOOD = make_docx(paragraph(SENTENCE))
BOMB = zip_of({"word/document.xml": b"<a>" + b"\0" * 30_000_000})


def spoilt(raw: bytes, place: int, value: bytes) -> bytes:
    return raw[:place] + value + raw[place + len(value) :]


def renamed(name: str) -> bytes:
    return zip_of({"word/document.xml": "<a/>", name: "x"})


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (GOOD[: len(GOOD) // 2], "cut off or damaged"),
        (GOOD[:-1], "cut off or damaged"),
        (zip_of({}), "no DOCX, ODT or EPUB"),
        (zip_of({"a.txt": "x"}), "no DOCX, ODT or EPUB"),
        (zip_of({"a.zip": zip_of({"b.zip": "x"}), "b.txt": "x"}), "holds other archives"),
        (zip_of({"xl/workbook.xml": "x"}), "an Excel workbook"),
        (zip_of({"ppt/presentation.xml": "x"}), "a PowerPoint presentation"),
        (zip_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), "no text doc"),
        (BOMB, "would unpack to 30 MB"),
        (zip_of({f"word/{number}": "" for number in range(3000)}), "has 3000 entries; the limit is 2000"),
        (renamed("../../etc/passwd"), "leads out of the archive"),
        (renamed("/etc/passwd"), "leads out of the archive"),
        (renamed("C:\\windows"), "leads out of the archive"),
        (renamed("word/..\\..\\x"), "leads out of the archive"),
        (make_docx("", more={"word/document.xml": zip_of({"a": "b"})}), "is itself an archive"),
        (make_docx("<w:p><w:r>"), "no sound XML"),
        (make_docx("<w:p>" * 300 + "</w:p>" * 300), "no sound XML"),
        (make_odt("", more={"META-INF/manifest.xml": "<a><encryption-data/></a>"}), "protected with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office document"),
    ],
)
def test_an_archive_that_is_no_good_document_is_one_clear_failure(raw: bytes, says: str) -> None:
    assert says in refused(raw).message


def test_an_entry_with_a_password_is_refused() -> None:
    place = GOOD.index(b"PK\x01\x02") + 8
    assert "protected with a password" in refused(spoilt(GOOD, place, b"\x01\0")).message


def test_an_entry_that_unpacks_to_more_than_it_says_is_refused() -> None:
    """The list of entries lies: the size is looked at again while the entry is unpacked."""
    place = BOMB.index(b"PK\x01\x02") + 24
    assert "damaged" in refused(spoilt(BOMB, place, struct.pack("<I", 1000))).message


def test_what_is_read_is_limited_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_parts, "_MOST_READ", 1000)
    assert "would unpack" in refused(make_docx(paragraph("a long text " * 200))).message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused() -> None:
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/document.xml", "<another/>")
    assert "two entries of the name" in refused(out.getvalue()).message


def test_an_embedded_workbook_in_a_document_is_left_alone() -> None:
    raw = make_docx(paragraph(SENTENCE), more={"word/embeddings/a.xlsx": zip_of({"xl/workbook.xml": "x"})})
    assert told(raw) == [("paragraph", SENTENCE)]


def test_entities_and_files_of_this_machine_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root:x")
    body = paragraph("a&b;&c;d")
    head = f'<!DOCTYPE a [<!ENTITY b SYSTEM "file://{tmp_path}/secret"><!ENTITY c "haha">]>'
    raw = make_docx("", more={"word/document.xml": f"{head}<w:document {W}>{body}</w:document>"})
    assert "declares entities" in refused(raw).message


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    raw = make_docx(
        "", more={"word/document.xml": f"<!DOCTYPE a [{laughs}]><w:document {W}>{paragraph('&l9;')}</w:document>"}
    )
    assert "no sound XML" in refused(raw).message


def test_entities_of_a_chapter_are_not_replaced_and_its_text_is_kept() -> None:
    page = '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>One &b; two.</p></body></html>'
    ((_, words),) = told(make_epub({"one": ""}, more={"OEBPS/one.xhtml": page}))[-1:]
    assert words.endswith("One &b; two.")


def test_a_document_without_text_is_one_failure(tmp_path: Path, read_one: ReadOne) -> None:
    (tmp_path / "a.docx").write_bytes(make_docx("<w:p/>"))
    item = read_one(tmp_path / "a.docx")
    assert isinstance(item, ReadFailure)
    assert "holds no text" in item.error.message


@settings(max_examples=200)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8), st.sampled_from(["docx", "odt", "epub"]))
def test_a_damaged_archive_is_a_text_or_a_clear_failure(place: int, damage: bytes, name: str) -> None:
    raw = {
        "docx": GOOD,
        "odt": make_odt(f"<text:p>{SENTENCE}</text:p>"),
        "epub": make_epub({"one": f"<p>{SENTENCE}</p>"}),
    }[name]
    try:
        found = package_text(spoilt(raw, place % len(raw), damage))
    except InputError as error:
        found = None
        hint = error.hint
    assert found["format"] == name if found else hint
