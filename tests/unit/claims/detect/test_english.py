"""Which articles are read by English rules."""

from __future__ import annotations

import pytest

from factcheck.claims.detect.english import is_english, reads_english


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "en_US", " en "])
def test_english_is_english_in_every_form_of_its_code(code: str) -> None:
    assert is_english(code)


@pytest.mark.parametrize("code", ["", "de", "enm", "english", "de-en"])
def test_other_codes_are_not(code: str) -> None:
    assert not is_english(code)


@pytest.mark.parametrize(
    ("parser", "article", "reads"),
    [
        ("en", None, True),
        ("en", "en-GB", True),
        ("en", "de", False),
        ("de", "de", False),
        ("de", "en", False),
        ("de", None, False),
        ("", None, True),
        ("", "en", True),
        ("", "de", False),
    ],
)
def test_both_the_parser_and_the_article_must_be_of_english_as_far_as_they_are_known(
    parser: str, article: str | None, reads: bool
) -> None:
    assert reads_english(parser, article) is reads
