from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.html.page import write


class Page(HTMLParser):
    """A page as elements: tag, attributes, and the text inside."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self._open: list[int] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in ("meta", "link", "br", "rect"):
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        if tag != "rect":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self.elements[number][2].append(data)

    def all(self, tag: str, **attributes: str) -> Iterator[tuple[dict[str, str], str]]:
        for name, attrs, text in self.elements:
            if name == tag and all(value in attrs.get(key, "").split() for key, value in attributes.items()):
                yield attrs, " ".join("".join(text).split())

    def text(self, tag: str, **attributes: str) -> str:
        return next(self.all(tag, **attributes))[1]

    def claim(self, rows: ReportRows, number: int) -> str:
        return self.text("section", id=rows.claims[number - 1].claim.id)


def page(rows: ReportRows) -> Page:
    out = io.StringIO()
    write(rows, out)
    return Page(out.getvalue())


def test_the_page_forbids_itself_scripts_forms_and_every_address(rows: ReportRows) -> None:
    report = page(rows)
    (policy,) = [attrs["content"] for attrs, _ in report.all("meta") if "http-equiv" in attrs]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    tags = {tag for tag, _, _ in report.elements}
    assert not tags & {"script", "img", "iframe", "object", "embed", "form", "base", "video", "audio"}
    assert not [attrs for _, attrs, _ in report.elements if any(name.startswith("on") for name in attrs)]
    assert [attrs["href"] for attrs, _ in report.all("link")] == ["data:,"]
    assert not re.search(r"@import|url\(", report.text("style"))


def test_the_page_has_a_language_one_main_heading_and_landmarks(rows: ReportRows) -> None:
    report = page(rows)
    tags = [tag for tag, _, _ in report.elements]
    assert next(report.all("html"))[0]["lang"] == "en"
    assert [tags.count(tag) for tag in ("h1", "header", "main", "footer")] == [1, 1, 1, 1]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_every_inner_link_leads_to_one_place(rows: ReportRows) -> None:
    report = page(rows)
    ids = [attrs["id"] for _, attrs, _ in report.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {attrs["href"][1:] for attrs, _ in report.all("a") if attrs["href"].startswith("#")}
    assert targets <= set(ids)
    assert {view.claim.id for view in rows.claims} <= targets


def test_only_web_addresses_are_links(rows: ReportRows) -> None:
    outside = [(attrs["href"], text) for attrs, text in page(rows).all("a") if not attrs["href"].startswith("#")]
    assert outside
    assert all(href == text and href.startswith("https://") for href, text in outside)
    assert not [href for href, _ in outside if "elbmark" in href]


def test_the_head_tells_the_article_and_how_many_claims_have_no_decision(rows: ReportRows) -> None:
    report = page(rows)
    assert report.text("p", **{"class": "byline"}) == (
        "By Ilse Brandt Published: 9 March 2026 (inferred) https://www.varnhaven-courier.example/city/night-buses-2026"
    )
    summary = report.text("section", **{"class": "tally"})
    assert summary.startswith("7 claims: 5 decided by a person, 2 without a person’s decision.")
    assert "1 ✓refuted" not in summary
    assert "1 ✗refuted" in summary


@pytest.mark.parametrize("number", range(1, 8))
def test_a_status_is_always_a_sign_and_a_word(rows: ReportRows, number: int) -> None:
    head = {1: "✓supported", 2: "○not reviewed", 3: "✗refuted", 4: "⇄conflicting", 5: "?not enough evidence"}
    head |= {6: "–not checkable", 7: "◐in review, not decided"}
    assert page(rows).claim(rows, number).startswith(f"Claim {number} {head[number]} ")


def test_a_decided_claim_shows_who_when_why_and_the_exact_words(rows: ReportRows) -> None:
    claim = page(rows).claim(rows, 3)
    assert "Decided by Ada Okafor, 11 March 2026, 14:03 UTC The only count there is" in claim
    assert "6 per cent fewer than in 2023, the last year without night buses." in claim
    assert "Traffic counts on the ring road, annual report 2025 — Traffic Survey Office, 2026-02-03, https://" in claim
    assert "− refutes the claim in the reviewer’s reading" in claim
    assert "Decided before: ? not enough evidence, by Ben Larsen" in claim


def test_a_note_is_ours_and_no_quotation(rows: ReportRows) -> None:
    report = page(rows)
    words = rows.claims[2].evidence[1].passage.text
    assert words not in [text for _, text in report.all("blockquote")]
    assert f"Our note: {words}" in [text for _, text in report.all("p")]
    assert "— note on Radio Elbmark, 2026-02-05, radio-elbmark.example/2026/4" in report.claim(rows, 3)


def test_what_the_machine_suggests_stands_apart_and_is_no_verdict(rows: ReportRows) -> None:
    report = page(rows)
    machine = [text for _, text in report.all("aside", **{"class": "machine"})]
    assert len(machine) == 7
    assert all(text.startswith("Machine · not a verdict") for text in machine)
    assert "The machine suggested: not enough evidence (trained cross-encoder, stance@1a2b3c)." in machine[1]
    assert "No person has confirmed this." in machine[1]
    assert "No person has confirmed this." not in machine[2]
    assert "Not covered: “Varnhaven's” (no passage names it)" in machine[1]
    inside = [text for _, text in report.all("span", **{"class": "status"})]
    assert not [text for text in machine for status in inside if status in text]


def test_passages_that_nobody_attached_are_folded_away(rows: ReportRows) -> None:
    report = page(rows)
    found = [(attrs, text) for attrs, text in report.all("details", **{"class": "found"})]
    assert len(found) == 3
    assert "open" not in found[1][0]
    assert found[1][1].startswith("Found by the machine, not attached by a person: 4 Our note: According to")
    assert found[1][1].endswith("1 more, left out here.")


def test_a_passage_attached_after_the_decision_is_marked(rows: ReportRows) -> None:
    view = rows.claims[0]
    assert view.state.decision is not None
    bare = replace(view.state.decision, quotes=())
    report = page(replace(rows, claims=(replace(view, state=replace(view.state, decision=bare)),)))
    assert "and the decision doesn't rest on it" in report.text("section", id=view.claim.id)


def test_the_whole_text_follows_with_its_claims_linked(rows: ReportRows) -> None:
    report = page(rows)
    attrs, text = next(report.all("details", **{"class": "text"}))
    assert "open" not in attrs
    for view in rows.claims:
        assert view.claim.said in [words for _, words in report.all("mark")]
    assert "Subscribe to our newsletter." in text
    assert report.text("p", **{"class": "boilerplate"}) == "Subscribe to our newsletter. Comments are closed."


def test_the_foot_tells_how_the_report_was_made(rows: ReportRows) -> None:
    foot = page(rows).text("footer")
    for told in (
        "factcheck 0.1.0, 12 March 2026, 07:30 UTC",
        "Decisions byAda Okafor",
        "Claims found byrules/1 (sentencex 1.0.32)",
        "Suggestions bytrained cross-encoder, stance@1a2b3c",
        "retrieved 10 March 2026, 08:15 UTC, read with html/1 (trafilatura 2.3.1)",
        f"SHA-256 {rows.articles[0].source.sha256}",
    ):
        assert told in foot
    assert all(status.words in foot for status in Status if status.is_decision)


def test_several_articles_have_a_heading_and_a_count_each(rows: ReportRows) -> None:
    other = replace(rows.articles[0], id="a-other", title="Nothing happened")
    report = page(replace(rows, articles=(*rows.articles, other)))
    assert report.text("h1") == "2 articles"
    assert "Nothing happened no claims" in report.text("nav")
    assert len(list(report.all("section", **{"class": "tally"}))) == 3


def test_who_said_it_and_when_is_told_as_far_as_it_is_known(rows: ReportRows) -> None:
    view = rows.claims[2]
    dated = replace(view, claim=replace(view.claim, said_on=date(2026, 3, 9)))
    nobody = replace(view, claim=replace(dated.claim, speaker=None))
    told = [page(replace(rows, claims=(each,))).claim(replace(rows, claims=(each,)), 1) for each in (dated, nobody)]
    assert "statistic, said by Tomas Reil on 9 March 2026 ·" in told[0]
    assert "statistic, said on 9 March 2026 ·" in told[1]
    assert "opinion · c-" in page(rows).claim(rows, 6)
