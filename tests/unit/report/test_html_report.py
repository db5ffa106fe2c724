from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from factcheck.domain.organisation import Organisation
from factcheck.domain.selection import Selection
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.html.page import write
from factcheck.workbench.selecting import without_machine


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


def test_the_head_tells_the_article_and_its_own_publisher_and_address(rows: ReportRows) -> None:
    assert page(rows).text("p", **{"class": "byline"}) == (
        "varnhaven-courier.example By Ilse Brandt Published: 9 March 2026 (inferred)"
        " https://www.varnhaven-courier.example/city/night-buses-2026"
    )
    article = rows.articles[0]
    named = replace(article, source=replace(article.source, publisher="Varnhaven Courier"))
    told = page(replace(rows, articles=(named,))).text("p", **{"class": "byline"})
    assert told.startswith("Varnhaven Courier By Ilse Brandt ")


def test_the_page_begins_with_a_verdict_in_words_and_what_was_decided(rows: ReportRows) -> None:
    report = page(replace(rows, organisation=Organisation(name="Elbmark Desk")))
    summary = report.text("section", **{"class": "tally"})
    assert summary.startswith(
        "The verdict A person decided on 5 of the 7 claims of this article: 1 is supported, 1 is refuted,"
        " 1 is conflicting, 1 has not enough evidence and 1 is not checkable. Decided by Ada Okafor for Elbmark Desk."
        " 2 claims are not reviewed. Nothing beside them is a verdict."
    )
    assert "1 ✗refuted" in summary
    assert summary.count("Fares bring back half of what the service costs") == 1
    assert "A tender for electric buses" not in summary
    assert "Elbmark Desk" in report.text("title")
    order = [attrs.get("id", "").split("-")[0] for _, attrs, _ in report.elements if "id" in attrs]
    assert order.index("verdict") < order.index("text") < order.index("decided") < order.index("open")


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
    assert "Evidence: 2 passages of 2 origins" in claim
    assert "retrieved 10 March 2026, 08:15 UTC · SHA-256 d3c2b1a04938…" in claim
    assert "Decided otherwise before: see Corrections." in claim


def test_superseded_decisions_and_why_stand_in_a_section_of_corrections(rows: ReportRows) -> None:
    told = page(rows).text("section", id=f"correction-{rows.claims[2].claim.id}")
    assert told.startswith("Claim 3: car traffic after midnight had fallen by a third")
    assert "?not enough evidence, decided by Ben Larsen, 11 March 2026, 09:03 UTC: “Only the mayor gives" in told
    assert "superseded by Ada Okafor, 11 March 2026, 14:03 UTC." in told
    assert "Now ✗refuted, decided by Ada Okafor, 11 March 2026, 14:03 UTC: “The only count there is" in told
    assert not [text for _, text in page(replace(rows, claims=rows.claims[:2])).all("h2") if text == "Corrections"]


def test_a_note_is_ours_and_no_quotation(rows: ReportRows) -> None:
    report = page(rows)
    words = rows.claims[2].evidence[1].passage.text
    assert words not in [text for _, text in report.all("blockquote")]
    assert words in [text for _, text in report.all("p")]
    assert f"Our note on the source {words}" in " ".join(text for _, text in report.all("figure"))
    assert "— note on Radio Elbmark, 2026-02-05, radio-elbmark.example/2026/4" in report.claim(rows, 3)


def test_what_the_machine_suggests_stands_apart_folded_away_and_is_no_verdict(rows: ReportRows) -> None:
    report = page(rows)
    boxes = list(report.all("details", **{"class": "machine"}))
    assert len(boxes) == 7
    assert not [attrs for attrs, _ in boxes if "open" in attrs]
    machine = [text for _, text in boxes]  # what is decided comes first
    assert all(text.startswith("The machine’s view, which is not a verdict") for text in machine[:5])
    assert machine[5].startswith("The machine suggests: not enough evidence. No person has confirmed this.")
    assert "The machine suggested: not enough evidence (trained cross-encoder, stance@1a2b3c)." in machine[5]
    assert "No person has confirmed this." not in machine[1]
    assert "Not covered: “Varnhaven's” (no passage names it, FC220)" in machine[5]
    assert "The share differs: a third in the claim, 6 per cent in the passage. (FC201)" in machine[1]
    inside = [text for _, text in report.all("span", **{"class": "status"})]
    assert not [text for text in machine for status in inside if status in text]


def test_what_was_searched_and_with_which_limits_is_told(rows: ReportRows) -> None:
    view = rows.claims[1]
    assert view.suggestion is not None
    suggestion = replace(view.suggestion, index="encoder@1 90 33", thresholds={"supports": 0.55, "refutes": 0.885})
    report = page(replace(rows, claims=(replace(view, suggestion=suggestion),)))
    told = "Searched: 33 passages, by words and by meaning (encoder@1), 10 March 2026, 08:15 UTC."
    assert f"{told} Thresholds: supports 0.55, refutes 0.885." in report.claim(rows, 2)
    assert "33 passages, by words and by meaning (encoder@1)" in report.text("footer")


def test_the_machine_never_contradicts_the_signer_outside_its_own_box(rows: ReportRows) -> None:
    """Signed as supported, while the machine reads that the passage refutes it and has other numbers."""
    view = rows.claims[0]
    first = view.evidence[0]
    assert first.stance is not None
    differs = Difference(
        aspect="quantity", comparison=Comparison.DIFFERS, claim_span=Span(0, 9), passage_span=Span(0, 9), note="9 ≠ 8"
    )
    stance = replace(first.stance, label=StanceLabel.REFUTES, differences=(differs,), span=Span(0, 10))
    evidence = (replace(first, stance=stance), *view.evidence[1:])
    text = page(replace(rows, claims=(replace(view, evidence=evidence),))).claim(rows, 1)
    signed, machine = text.split("The machine’s view")
    assert "refutes" not in signed
    assert "9 ≠ 8" not in signed
    assert "− refutes the claim in the machine’s reading" in machine
    assert "9 ≠ 8 (differs, FC111)" in machine


def test_without_the_machine_nothing_of_it_is_shown(rows: ReportRows) -> None:
    bare = replace(
        rows,
        claims=tuple(without_machine(view) for view in rows.claims),
        selection=Selection(without_machine=True),
    )
    report = page(bare)
    assert not list(report.all("details"))
    assert "machine" not in " ".join(text for _, text in report.all("main")).lower()
    assert "What the machine suggested, and what only the machine found, is left out" in report.text("footer")
    assert "18,240 cars a week" in report.claim(rows, 3)


def test_a_claim_and_its_passage_stand_side_by_side_with_the_differences_marked(rows: ReportRows) -> None:
    view = rows.claims[2]
    first = view.evidence[0]
    assert first.stance is not None
    claimed, counted = view.claim.checked, first.passage.text
    at, there = claimed.index("a third"), counted.index("6 per cent")
    differs = Difference(
        aspect="quantity",
        comparison=Comparison.DIFFERS,
        claim_span=Span(at, at + 7),
        passage_span=Span(there, there + 10),
        note="a third ≠ 6 per cent",
    )
    stance = replace(first.stance, differences=(differs,), span=Span(0, 20))
    shown = replace(first, stance=stance, before="The count is new.", after="It ends in May.")
    report = page(replace(rows, claims=(replace(view, evidence=(shown,)),)))
    marks = {text: attrs for attrs, text in report.all("mark") if "data-sign" in attrs}
    assert {text: attrs["data-sign"] for text, attrs in marks.items()} == {"a third": "≠1", "6 per cent": "≠1"}
    assert counted in [text for _, text in report.all("blockquote")]
    assert [text for _, text in report.all("mark", **{"class": "decisive"})] == [counted[:20].strip()]
    assert [text for _, text in report.all("p", **{"class": "context"})] == [
        "Before it: The count is new.",
        "After it: It ends in May.",
    ]
    assert "≠1 a third ≠ 6 per cent (differs, FC111)" in report.claim(rows, 3)


def test_passages_that_nobody_attached_stand_in_the_machine_s_box(rows: ReportRows) -> None:
    report = page(rows)
    box = next(text for _, text in report.all("details") if text.startswith("The machine suggests: not enough"))
    assert "Found by the machine, not attached by a person: 4; 1 left out here" in box
    assert "Our note on the source According to the interview" in box


def test_a_report_of_a_part_says_so(rows: ReportRows) -> None:
    selection = Selection(since=date(2026, 3, 11), statuses=(Status.REFUTED,))
    part = replace(rows, claims=rows.claims[2:3], selection=selection, left_out=6)
    told = (
        "only what a person decided or changed since 11 March 2026; only claims that are refuted: 6 claims are left out"
    )
    assert told in page(part).text("section", **{"class": "tally"})
    assert told in page(part).text("footer")


def test_times_are_told_in_the_writer_s_zone_with_utc_beside(rows: ReportRows) -> None:
    report = page(replace(rows, zone="Asia/Tokyo"))
    told = report.text("section", id=f"correction-{rows.claims[2].claim.id}")
    assert "decided by Ada Okafor, 11 March 2026, 23:03 JST (14:03 UTC)" in told
    assert "(Asia/Tokyo), with UTC beside" in report.text("footer")


def test_charts_say_the_same_in_words(rows: ReportRows) -> None:
    report = page(rows)
    tables = [text for _, text in report.all("table")]
    assert [text for _, text in report.all("caption")] == [
        "Claims by status",
        "Claims by kind",
        "Passages shown, by source",
    ]
    assert "statistic1 supported, 1 refuted and 1 not enough evidence" in tables[1]
    assert "Traffic Survey Office1 attached by a person and 1 found by the machine" in tables[2]
    pictures = [attrs for attrs, _ in report.all("svg", role="img")]
    assert pictures
    assert all(attrs["aria-label"] for attrs in pictures)


def test_a_passage_attached_after_the_decision_is_marked(rows: ReportRows) -> None:
    view = rows.claims[0]
    assert view.state.decision is not None
    bare = replace(view.state.decision, quotes=())
    report = page(replace(rows, claims=(replace(view, state=replace(view.state, decision=bare)),)))
    assert "and the decision doesn't rest on it" in report.text("section", id=view.claim.id)


def test_the_whole_text_is_open_with_each_claim_s_sign_and_word(rows: ReportRows) -> None:
    report = page(rows)
    text = report.text("section", **{"class": "text"})
    for view in rows.claims:
        assert view.claim.said in [words for _, words in report.all("mark")]
    assert "had fallen by a thirdClaim 3 ✗ refuted. “No city" in text
    assert "with eleven busesClaim 2 ○ not reviewed." in text
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
    assert len(list(report.all("section", **{"class": "tally"}))) == 1
    assert "A person decided on 5 of the 7 claims of these articles" in report.text("section", **{"class": "tally"})
    assert "No claims of this article are in this report." in [text for _, text in report.all("p")]


def test_who_said_it_and_when_is_told_as_far_as_it_is_known(rows: ReportRows) -> None:
    view = rows.claims[2]
    dated = replace(view, claim=replace(view.claim, said_on=date(2026, 3, 9)))
    nobody = replace(view, claim=replace(dated.claim, speaker=None))
    told = [page(replace(rows, claims=(each,))).claim(replace(rows, claims=(each,)), 1) for each in (dated, nobody)]
    assert "statistic, said by Tomas Reil on 9 March 2026 ·" in told[0]
    assert "statistic, said on 9 March 2026 ·" in told[1]
    assert "opinion · c-" in page(rows).claim(rows, 6)
