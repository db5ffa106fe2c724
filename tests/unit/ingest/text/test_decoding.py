"""Bytes become the text that was written, or are refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.ingest.text.decoding import decode, decode_visible

FRENCH = "Le café « Été » a coûté 5 € : l’addition, déjà, était salée.\r\nFin."


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_taken_off(mark: bytes, charset: str) -> None:
    assert decode(mark + FRENCH.encode(charset), declared="cp1251") == (FRENCH, charset)


def test_a_mark_without_anything_behind_it_is_an_empty_text() -> None:
    assert decode(codecs.BOM_UTF8) == ("", "utf-8")
    assert decode(b"") == ("", "utf-8")


def test_only_the_first_mark_is_taken_off() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a") == ("\ufeffa", "utf-8")


def test_line_ends_and_unicode_forms_stay_as_they_came() -> None:
    text = "one\r\ntwo\rthree\u2028four\x0cfive cafe\u0301 caf\xe9 \ufb01\n"
    assert decode(text.encode()) == (text, "utf-8")


def test_what_is_declared_is_used_before_a_guess() -> None:
    text = "Rada města přijala rozpočet."
    assert decode(text.encode("cp1250"), declared="Windows-1250") == (text, "cp1250")
    assert decode(text.encode("iso8859-2"), declared=" latin2 ") == (text, "iso8859-2")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode(FRENCH.encode("cp1252"), declared="ISO-8859-1") == (FRENCH, "cp1252")


def test_utf_8_that_calls_itself_latin_1_is_still_utf_8() -> None:
    assert decode(FRENCH.encode(), declared="iso-8859-1") == (FRENCH, "utf-8")


@pytest.mark.parametrize(
    "declared", ["utf-16", "zip", "rot13", "utf-7", "klingon", "x" * 5000, "a\0b", "é", "", "unicode_escape"]
)
def test_a_declaration_that_cannot_be_is_passed_over(declared: str) -> None:
    assert decode("Größe +AGE-".encode(), declared=declared) == ("Größe +AGE-", "utf-8")


def test_utf_16_without_a_mark_is_refused_even_if_declared() -> None:
    with pytest.raises(InputError, match="UTF-16 without its byte order mark"):
        decode(FRENCH.encode("utf-16-le"), declared="utf-16le")


def test_an_error_names_what_was_tried_and_the_way_out() -> None:
    polish = "Rada miasta przyjęła budżet po długiej debacie.".encode("cp1250")
    with pytest.raises(InputError, match="declared 'klingon' or UTF-8") as caught:
        decode(polish, declared="klingon")
    assert "convert it to UTF-8" in caught.value.hint
    assert caught.value.exit_code == 3
    with pytest.raises(InputError, match="can't be decoded as UTF-8"):
        decode(polish)


def test_a_mark_that_lies_is_refused() -> None:
    with pytest.raises(InputError, match="mark of UTF-16-LE"):
        decode(codecs.BOM_UTF16_LE + b"odd")
    with pytest.raises(InputError, match="mark of UTF-8"):
        decode(codecs.BOM_UTF8 + b"caf\xe9 au lait")


@pytest.mark.parametrize("blank", ["", " \r\n\t\x0c\u2028\u3000", "\u200b\ufeff\n"])
def test_a_text_of_white_space_is_refused(blank: str) -> None:
    with pytest.raises(InputError, match="nothing but white space"):
        decode_visible(blank.encode())


@settings(max_examples=300)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "gb18030", "no such"]))
def test_any_bytes_are_a_text_or_an_input_error(raw: bytes, declared: str | None) -> None:
    try:
        text, charset = decode(raw, declared=declared)
    except InputError:
        return
    assert raw.endswith(text.encode(charset))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_text_in_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")
