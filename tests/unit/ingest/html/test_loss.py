"""An article of which the main part may be missing is not taken in without a warning, and a whole one has none."""

from __future__ import annotations

import json

import pytest

from factcheck.ingest.html.page import Page, extract_page

SENTENCES = [
    "The council of Birmore will hand out 400 free rain barrels at the depot in Elm Street on Saturday.",
    "Each household may take one barrel of 200 litres, and has to show a bill for water at the gate.",
    "The barrels cost the council 9,200 pounds, which it saved when the fountain in the park was turned off.",
    "A barrel saves a garden about 1,300 litres of drinking water in a dry summer, the council says.",
    "In the last dry summer, that of 2022, the people of Birmore used 14 percent more water than usual.",
]
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str, head: str = "", data: object = None) -> Page:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    found = extract_page(f"<html><head><title>Barrels</title>{head}{script}</head><body>{body}</body></html>")
    assert found is not None
    return found


def state(sentences: list[str]) -> str:
    return f"<script>window.__STATE__ = {json.dumps({'blocks': [{'v': each} for each in sentences]})}</script>"


def told(**said: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Barrels", **said}


@pytest.mark.parametrize(
    ("body", "head", "data"),
    [
        (f"<article><h1>Barrels</h1>{ARTICLE}</article>", "", None),
        (f"<article><h1>Barrels</h1>{ARTICLE}</article>{state(SENTENCES)}", "", None),
        (f"<article><h1>Barrels</h1>{ARTICLE}</article>", "", told(articleBody=" ".join(SENTENCES), wordCount=85)),
        (f"<article>{ARTICLE}</article>", "", told(isAccessibleForFree=True)),
        (f"<article>{ARTICLE}</article>", '<meta name="description" content="Free rain barrels for all.">', None),
        ("<h1>Barrels</h1><p>The council met on Monday.</p>", "", None),
    ],
)
def test_a_whole_article_has_no_warning(body: str, head: str, data: object) -> None:
    found = page(body, head, data)
    assert found["warnings"] == []
    assert not found["is_empty"]


SHORT = f"<article><h1>Barrels</h1><p>{SENTENCES[0]}</p>"


@pytest.mark.parametrize(
    ("body", "data", "says"),
    [
        (f"{SHORT}</article>", told(wordCount=640), "640 words"),
        (f"{SHORT}</article>", told(wordCount="640"), "640 words"),
        (f"{SHORT}</article>", told(isAccessibleForFree="False"), "isn't free"),
        (f"{SHORT}<div><p>Subscribe now to continue reading.</p></div></article>", None, "log in or pay"),
        (f"{SHORT}</article>{state(SENTENCES[1:])}", None, "scripts"),
        (f"{SHORT}</article><script>push({json.dumps(json.dumps(SENTENCES))})</script>", None, "scripts"),
    ],
)
def test_what_a_page_tells_of_a_longer_article_is_said(body: str, data: object, says: str) -> None:
    (warning,) = page(body, data=data)["warnings"]
    assert says in warning
    assert "save what you see" in warning


def test_sentences_that_are_shown_and_left_out_are_counted() -> None:
    note = "<div class='text'><p>The office is closed on Friday afternoon this week.</p></div>"
    found = page(note + f"<div class='leftover'>{ARTICLE}</div>")
    kept = sum(sentence in found["text"] for sentence in SENTENCES)
    assert kept == len(SENTENCES) or any("left out" in warning for warning in found["warnings"])


def test_a_summary_that_speaks_of_something_else_is_said() -> None:
    summary = "Regulators fined Helmsworth Bank twenty-three million pounds because its branch checked no customers."
    (warning,) = page(f"{SHORT}</article>", f'<meta name="description" content="{summary}">')["warnings"]
    assert "summary" in warning
    assert "--whole" in warning


@pytest.mark.parametrize(
    "shown",
    [
        "<h1>Barrels</h1><figure><figcaption>The mayor speaks at a debate in Harle. Photo: HP</figcaption></figure>",
        "<h1>Barrels</h1><div>Loading…</div><ul><li><a href=/s>Snow on the passes again</a></li></ul>",
        "<nav><a href=/>Home page of the paper</a></nav><h2>Barrels for everybody in the town</h2>",
        "<div class='cookie-banner'><p>We use cookies, and our partners do so too. Do you agree?</p></div>",
    ],
)
def test_a_page_that_shows_nothing_but_headings_captions_and_links_is_empty(shown: str) -> None:
    assert page(shown + state(SENTENCES))["is_empty"]


def test_an_article_that_stands_in_the_json_ld_only_is_taken_from_there_and_that_is_said() -> None:
    for text in ("\n\n".join(SENTENCES), ARTICLE):
        found = page("<h1>Barrels</h1><p>Loading the story, please wait.</p>", data=told(articleBody=text))
        assert found["text"] == "\n".join(SENTENCES)
        assert found["extractor"] == "articleBody of the page's JSON-LD"
        assert "doesn't show its article" in found["warnings"][0]
        assert not found["is_empty"]


def test_the_text_of_what_is_reviewed_is_not_taken_for_the_article() -> None:
    review = {"@type": "ClaimReview", "itemReviewed": {"@type": "Article", "articleBody": " ".join(SENTENCES)}}
    assert page("<h1>Barrels</h1><p>This is false, as the council says.</p>", data=review)["text"].endswith("says.")


def test_a_page_of_numbers_in_a_table_is_not_empty() -> None:
    rows = "".join(f"<tr><td>Weiden {n}</td><td>{n}</td></tr>" for n in range(8))
    assert not page(f"<h1>Rents</h1><table><tr><th>Place</th><th>Rent</th></tr>{rows}</table>")["is_empty"]
