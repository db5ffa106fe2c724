"""Front matter is read, or refused with the number of the line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.sources import SourceFacts
from factcheck.domain.spans import Span
from factcheck.errors import InputError
from factcheck.ingest.text.front_matter import KEYS, parse

FULL = """---
Title: "Budget: what the council decided"
author: 'Ruth Okafor'
URL: https://gazette.example/budget?year=2025#top
published_on: 2025-05-03
publisher: The Gazette
owner: Gazette Media
KIND: News
language: en-GB

# whoever reads this may pass over it
date-inferred: yes
---
The council decided.
"""


def test_all_keys_are_read_in_any_spelling() -> None:
    facts, span = parse(FULL)
    assert facts == SourceFacts(
        title="Budget: what the council decided",
        author="Ruth Okafor",
        url="https://gazette.example/budget?year=2025#top",
        published_on=date(2025, 5, 3),
        publisher="The Gazette",
        owner="Gazette Media",
        kind="news",
        language="en-GB",
        date_inferred=True,
    )
    assert span == Span(0, FULL.index("The council decided.\n") - 1)
    assert FULL[: span.end].endswith("\n---")


def test_every_fact_has_a_key() -> None:
    assert {key.replace("-", "_") for key in KEYS} == set(SourceFacts.__slots__)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_taken(end: str) -> None:
    text = end.join(["---  ", "title: A", "---", "", "Text."])
    facts, span = parse(text)
    assert facts.title == "A"
    assert span is not None
    assert text[span.start : span.end].splitlines() == ["---  ", "title: A", "---"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No front matter.",
        "---",
        "---\n",
        "---\n---\nText.",
        "---\n\n# only a remark\n\n---\nText.",
        "--- \nA rule, and a text below it.\n---\nAnother one.",
        "---\nThe mayor said this: the dam is safe.\n---\n",
        "---\nNote: the rule above is never closed, and Note is no key.\n",
        "----\ntitle: A\n----\nText.",
        "\n---\ntitle: A\n---\nText.",
        " ---\ntitle: A\n---\nText.",
        "---\n" + "A sentence of the text.\n" * 30 + "Author: unknown\n---\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert parse(text) == (SourceFacts(), None)


def test_an_empty_value_says_nothing() -> None:
    facts, _ = parse("---\ntitle:\nauthor: ''\nowner: B\n---\nText.")
    assert facts == SourceFacts(owner="B")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("titel: A", r"Line 3 .* unknown key 'titel'", "Did you mean 'title'"),
        ("x: A", r"Line 3 .* unknown key 'x'", "published-on"),
        ("just words", r"Line 3 .* no `key: value`: 'just words'", "The keys are"),
        ("title: B", r"Line 3 .* 'title' again, after line 2", "Keep one"),
        ("published-on: 2025-02-30", r"Line 3 .*'2025-02-30' for 'published-on', not a day", "leave the key out"),
        ("published-on: 2025", r"Line 3 .*'2025' for 'published-on'", "only a part of the date"),
        ("published-on: 3 May 2025", r"Line 3 .*'3 May 2025'", "leave the key out"),
        ("published-on: 20250503", r"Line 3 .*'20250503'", "leave the key out"),
        ("published-on: 2025-W18-6", r"Line 3 .*'2025-W18-6'", "leave the key out"),
        ("published-on: ２０２５-05-03", r"Line 3 ", "leave the key out"),
        ("url: javascript:alert(1)", r"Line 3 .* not a web address", "https://"),
        ("url: https://a.example/ b", r"Line 3 .* not a web address", "https://"),
        ("kind: rumour", r"Line 3 .* not a kind of document", "note"),
        ("language: the English language", r"Line 3 .* not a language tag", "pt-BR"),
        ("date-inferred: maybe", r"Line 3 .* not true or false", "true"),
        ("owner: [nested, yaml]: &anchor", "", ""),
    ],
)
def test_a_wrong_line_is_named(line: str, message: str, hint: str) -> None:
    text = f"---\ntitle: A\n{line}\n---\nText."
    if not message:
        assert parse(text)[0].owner == "[nested, yaml]: &anchor"
        return
    with pytest.raises(InputError, match=message) as caught:
        parse(text)
    assert hint in caught.value.hint


def test_a_block_that_is_never_closed_is_refused() -> None:
    with pytest.raises(InputError, match="Line 1 opens front matter"):
        parse("---\ntitle: A\n\nThe council decided.\n")


def test_front_matter_alone_is_refused() -> None:
    with pytest.raises(InputError, match="nothing below its front matter"):
        parse("---\ntitle: A\n---\n \n")


def test_a_hostile_value_is_shown_harmless_and_short() -> None:
    with pytest.raises(InputError) as caught:
        parse(f"---\nkind: \x1b[2J\u202e{'x' * 5000}\n---\nText.")
    assert "\x1b" not in caught.value.message
    assert "\u202e" not in caught.value.message
    assert len(caught.value.message) < 250


@given(st.lists(st.sampled_from(["---", "title: A", "kind: x", "words", "", "url: https://a.b", "\x0c", "a: b", "é"])))
def test_any_lines_are_facts_or_an_input_error(lines: list[str]) -> None:
    text = "\n".join(["---", *lines])
    try:
        _, span = parse(text)
    except InputError:
        return
    if span is not None:
        assert text[: span.end].endswith("---")
        assert text[span.end :].strip()
