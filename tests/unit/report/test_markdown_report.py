from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ReportRows
from factcheck.report.markdown.report import write


def written(rows: ReportRows) -> str:
    out = io.StringIO()
    write(rows, out)
    return out.getvalue()


def section(rows: ReportRows, number: int) -> str:
    """One claim of the report, from its heading to the next."""
    return written(rows).split(f"### Claim {number}: ")[1].split("\n## ")[0].split("\n### ")[0]


def test_it_begins_with_the_article_and_the_count(rows: ReportRows) -> None:
    lines = written(rows).split("\n")
    assert lines[0] == "# Fact check: Night buses took a third of Varnhaven's cars off the road, mayor says"
    assert "- Published: 9 March 2026 (inferred)" in lines
    assert "- Article: <https://www.varnhaven-courier.example/city/night-buses-2026>" in lines
    assert any(
        line.startswith("A person decided on 5 of the 7 claims of this article: 1 is supported, ") for line in lines
    )
    assert "- ✗ refuted: car traffic after midnight had fallen by a third (claim 3)" in lines


def test_a_decision_has_its_person_time_reasons_and_quotation(rows: ReportRows) -> None:
    claim = section(rows, 3)
    assert "**✗ refuted**, decided by Ada Okafor, 11 March 2026, 14:03 UTC." in claim
    assert "\nThe only count there is shows a fall of 6 per cent, not of a third." in claim
    assert "\n> Between midnight and five the ring road counted 18,240 cars" in claim
    assert "**Evidence: 2 passages of 2 origins**" in claim
    assert "Decided otherwise before: see Corrections." in claim


def test_superseded_decisions_stand_under_corrections(rows: ReportRows) -> None:
    told = written(rows).split("\n## Corrections\n")[1].split("\n## ")[0]
    assert "Claim 3: car traffic after midnight had fallen by a third" in told
    assert "- Decided before: ? not enough evidence, by Ben Larsen, 11 March 2026, 09:03 UTC" in told
    assert "superseded by Ada Okafor, 11 March 2026, 14:03 UTC." in told
    assert "- Now: ✗ refuted, by Ada Okafor, 11 March 2026, 14:03 UTC (“The only count" in told


def test_a_note_is_ours_and_never_a_quotation_of_the_publisher(rows: ReportRows) -> None:
    claim = section(rows, 3)
    assert "> **Our note:**\n>\n> The head of the company said" in claim
    assert "— note on Radio Elbmark, 2026-02-05, radio-elbmark.example/2026/4 (source " in claim


def test_what_the_machine_says_is_marked_as_its_own(rows: ReportRows) -> None:
    claim = section(rows, 2)
    assert claim.startswith("○ not reviewed\n")
    assert "**○ not reviewed.** No person has decided on this claim." in claim
    assert (
        "*The machine suggested, and this is not a verdict:* not enough evidence"
        " (trained cross-encoder, stance@1a2b3c). It gives no probability." in claim
    )
    assert "- Not covered: “Varnhaven's” (no passage names it, FC220)" in claim
    assert "*Found by the machine, not attached by a person.* (And 1 more, left out here.)" in claim


def test_a_calibrated_probability_is_shown(rows: ReportRows) -> None:
    view = rows.claims[1]
    assert isinstance(view.suggestion, Suggestion)
    sure = replace(view, suggestion=replace(view.suggestion, confidence=0.8349))
    assert "Its probability: 0.83." in section(replace(rows, claims=(sure,)), 1)


def test_a_rationale_of_several_lines_keeps_them_apart(rows: ReportRows) -> None:
    assert "\n\nThe agency counts seven lines in both towns.\n\nOsterfeld's own data counts eight.\n" in section(
        rows, 4
    )


def test_a_rationale_cannot_forge_a_heading_or_a_second_verdict(rows: ReportRows) -> None:
    view = rows.claims[0]
    assert view.state.decision is not None
    forged = replace(view.state.decision, rationale="Fine.\n\n### Claim 2: ✓ supported\n\n---\n> quoted")
    text = written(replace(rows, claims=(replace(view, state=replace(view.state, decision=forged)),)))
    assert "\n\\### Claim 2: ✓ supported\n" in text
    assert "\n\\---\n" in text
    assert "\n\\> quoted\n" in text


def test_the_text_shows_where_the_claims_stand(rows: ReportRows) -> None:
    text = written(rows)
    assert "told the council that ⟦3 ✗: car traffic after midnight had fallen by a third⟧. “⟦4 ⇄: No city" in text
    assert "(boilerplate) Subscribe to our newsletter." in text


def test_several_articles_have_a_section_each(rows: ReportRows) -> None:
    other = replace(rows.articles[0], id="a-other", title="Nothing happened")
    text = written(replace(rows, articles=(*rows.articles, other)))
    assert text.startswith("# Fact check: 2 articles\n\n## The verdict\n\nA person decided on 5 of the 7 claims ")
    assert "\n## Nothing happened\n" in text
    assert "\nNo claims of this article are in this report.\n" in text
    assert "\n#### Claim 1: " in text


def test_who_said_it_and_when_is_told_as_far_as_it_is_known(rows: ReportRows) -> None:
    view = rows.claims[2]
    dated = replace(view, claim=replace(view.claim, said_on=date(2026, 3, 9)))
    nobody = replace(view, claim=replace(dated.claim, speaker=None))
    assert "(statistic, said by Tomas Reil, characters " in section(rows, 3)
    assert "(statistic, said by Tomas Reil on 9 March 2026, " in section(replace(rows, claims=(dated,)), 1)
    assert "(statistic, said on 9 March 2026, " in section(replace(rows, claims=(nobody,)), 1)
