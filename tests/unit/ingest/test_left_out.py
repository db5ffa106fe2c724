"""What a document strikes out is not what it says, and what stands around it is not glued; large letters find their
word."""

from __future__ import annotations

import pytest

from factcheck.ingest.office.packages import package_text
from factcheck.ingest.told import composed
from tests.unit.ingest.documents import ODF, W, make_docx, make_epub, make_odt, paragraph


def read(raw: bytes) -> list[str]:
    return [words for _, words in package_text(raw)["told"]["pieces"]]


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("struck", "is_out"),
    [
        ("<w:strike/>", True),
        ("<w:dstrike/>", True),
        ("<w:strike w:val='true'/>", True),
        ("<w:strike w:val='1'/><w:b/>", True),
        ("<w:strike w:val='0'/>", False),
        ("<w:strike w:val='false'/>", False),
        ("<w:b/>", False),
        ("<w:rStyle w:val='Gone'/>", True),
        ("<w:rStyle w:val='GoneToo'/>", True),
        ("<w:rStyle w:val='GoneToo'/><w:strike w:val='0'/>", False),
    ],
)
def test_struck_words_of_a_docx_document_are_left_out(struck: str, is_out: bool) -> None:
    styles = (
        f"<w:styles {W}><w:style w:styleId='Gone'><w:name w:val='gone'/><w:rPr><w:strike/></w:rPr></w:style>"
        "<w:style w:styleId='GoneToo'><w:name w:val='gone too'/><w:basedOn w:val='Gone'/></w:style></w:styles>"
    )
    body = f"<w:p>{run('The dam cost ')}{run('6 million', struck)}{run(' 9 million euros.')}</w:p>"
    number = "9 million" if is_out else "6 million 9 million"
    assert read(make_docx(body, more={"word/styles.xml": styles})) == [f"The dam cost {number} euros."]


def test_a_paragraph_whose_style_is_struck_is_left_out() -> None:
    styles = (
        f"<w:styles {W}><w:style w:styleId='Gone'><w:name w:val='gone'/><w:rPr><w:strike/></w:rPr></w:style></w:styles>"
    )
    body = paragraph("It leaked.", style="Gone") + paragraph("It held.")
    assert read(make_docx(body, more={"word/styles.xml": styles})) == ["It held."]


@pytest.mark.parametrize(
    ("before", "struck", "behind", "right"),
    [
        ("It leaked for two days.", "Then it held.", "The dam is old.", "It leaked for two days. The dam is old."),
        ("It leaked for two days.", " Then it held. ", "The dam is old.", "It leaked for two days. The dam is old."),
        ("It cost ", "six ", "nine euros.", "It cost nine euros."),
        ("It cost", " six ", "nine euros.", "It cost nine euros."),
        ("It was un", "happy", "fortunate.", "It was unfortunate."),
        ("It cost nine ", "or ten", ", perhaps.", "It cost nine, perhaps."),
        ("It cost 9", "8", ".50 euros.", "It cost 9.50 euros."),
    ],
)
def test_what_stands_around_struck_words_is_neither_glued_nor_torn(
    before: str, struck: str, behind: str, right: str
) -> None:
    assert read(make_docx(f"<w:p>{run(before)}{run(struck, '<w:strike/>')}{run(behind)}</w:p>")) == [right]
    deleted = f"<w:del><w:r><w:delText xml:space='preserve'>{struck}</w:delText></w:r></w:del>"
    assert read(make_docx(f"<w:p>{run(before)}{deleted}{run(behind)}</w:p>")) == [right]
    span = f"<text:p>{before}<text:span text:style-name='T1'>{struck}</text:span>{behind}</text:p>"
    assert read(odt(span)) == [right]
    assert read(make_epub({"one": f"<p>{before}<del>{struck}</del>{behind}</p>"})) == [right]
    css = "text-decoration: line-through"
    assert read(make_epub({"one": f"<p>{before}<span style='{css}'>{struck}</span>{behind}</p>"})) == [right]


def test_a_row_that_was_deleted_is_left_out_and_inserted_words_stay() -> None:
    def row(more: str, words: str) -> str:
        return f"<w:tr><w:trPr>{more}</w:trPr><w:tc>{paragraph(words)}</w:tc></w:tr>"

    table = f"<w:tbl>{row('', 'It held.')}{row('<w:del/>', 'It leaked.')}{row('<w:ins/>', 'It is old.')}</w:tbl>"
    assert read(make_docx(table + f"<w:p><w:ins>{run('It is high.')}</w:ins></w:p>")) == [
        "It held.",
        "It is old.",
        "It is high.",
    ]


def odt(body: str) -> bytes:
    """A document with struck styles of its own (T1, T2, P1) and of the program (Common)."""
    line, none = "style:text-line-through-style='solid'", "style:text-line-through-style='none'"
    own = (
        f"<style:style style:name='T1' style:family='text'><style:text-properties {line}/></style:style>"
        "<style:style style:name='T2' style:family='text' style:parent-style-name='Common'/>"
        f"<style:style style:name='T3' style:parent-style-name='T1'><style:text-properties {none}/></style:style>"
        f"<style:style style:name='P1' style:family='paragraph'><style:text-properties {line}/></style:style>"
        "<style:style style:name='P2' style:family='paragraph'><style:paragraph-properties><style:drop-cap"
        " style:lines='3'/></style:paragraph-properties></style:style>"
    )
    double = "style:text-line-through-type='double'"
    common = f"<style:style style:name='Common'><style:text-properties {double}/></style:style>"
    return make_odt(
        "",
        more={
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{own}"
            "</office:automatic-styles><office:body><office:text>"
            + body
            + "</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{common}</office:document-styles>",
        },
    )


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("<text:p>It cost <text:span text:style-name='T1'>6</text:span> 9 euros.</text:p>", ["It cost 9 euros."]),
        ("<text:p>It cost <text:span text:style-name='T2'>6</text:span> 9 euros.</text:p>", ["It cost 9 euros."]),
        ("<text:p>It cost <text:span text:style-name='Common'>6</text:span> 9 euros.</text:p>", ["It cost 9 euros."]),
        ("<text:p>It cost <text:span text:style-name='T3'>6</text:span> euros.</text:p>", ["It cost 6 euros."]),
        ("<text:p text:style-name='P1'>It leaked.</text:p><text:p>It held.</text:p>", ["It held."]),
        ("<text:p text:style-name='P1'>It <text:span text:style-name='T3'>held.</text:span></text:p>", ["held."]),
        ("<text:p>Two days.<text:change text:change-id='a'/>The dam is old.</text:p>", ["Two days. The dam is old."]),
        ("<text:p text:style-name='P2'>The harbour grew.</text:p>", ["The harbour grew."]),
    ],
)
def test_struck_words_of_an_odt_document_are_left_out(body: str, right: list[str]) -> None:
    assert read(odt(body)) == right


def initial(letter: str) -> str:
    return paragraph(letter, more="<w:framePr w:dropCap='drop' w:lines='3'/>")


@pytest.mark.parametrize(
    ("letter", "rest", "right"),
    [
        ("T", "he harbour grew.", "The harbour grew."),
        ("T", "HE HARBOUR of Orrmouth grew.", "THE HARBOUR of Orrmouth grew."),
        ("A", " harbour grew.", "A harbour grew."),
        ("“W", "e grew,” she said.", "“We grew,” she said."),
        ("O", "rrmouth grew.", "Orrmouth grew."),
    ],
)
def test_a_large_first_letter_is_put_before_its_word(letter: str, rest: str, right: str) -> None:
    assert read(make_docx(initial(letter) + paragraph(rest))) == [right]
    assert read(make_docx(initial(letter) + "<w:p/>" + paragraph(rest) + paragraph("It rained."))) == [
        right,
        "It rained.",
    ]


@pytest.mark.parametrize(
    ("pieces", "right"),
    [
        (["T", "he harbour grew."], ["The harbour grew."]),
        (["A", "harbour grew."], ["A harbour grew."]),
        (["I", "t grew."], ["It grew."]),
        (["I", "was there."], ["I was there."]),
        (["D", "unmore grew."], ["Dunmore grew."]),
        (["he harbour grew.", "T"], ["The harbour grew."]),
        (["A", "aardvark: an animal"], ["A", "aardvark: an animal"]),
        (["B", "apples and pears"], ["B", "apples and pears"]),
        (["B", "The harbour grew."], ["B", "The harbour grew."]),
    ],
)
def test_a_letter_in_a_box_of_its_own_is_put_before_its_word_and_that_of_a_list_is_not(
    pieces: list[str], right: list[str]
) -> None:
    text, _ = composed([("paragraph", piece) for piece in pieces])
    assert text.split("\n\n") == right


def test_a_place_where_a_word_may_be_divided_is_no_part_of_it() -> None:
    assert composed([("paragraph", "The inhabi\xadtants left.")])[0] == "The inhabitants left."
