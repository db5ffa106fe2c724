from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.statuses import Status
from factcheck.domain.views import ClaimView, ReportRows
from factcheck.report.outline import ClaimEntry, outline


def only(rows: ReportRows, view: ClaimView) -> ClaimEntry:
    return outline(replace(rows, claims=(view,))).claims[0]


def test_claims_are_numbered_in_their_order_and_counted_by_status(rows: ReportRows) -> None:
    report = outline(rows)
    assert [entry.number for entry in report.claims] == [1, 2, 3, 4, 5, 6, 7]
    assert [entry.claim.id for entry in report.claims] == [view.claim.id for view in rows.claims]
    assert dict(report.counts) == dict.fromkeys(Status, 1)


def test_a_claim_of_an_article_that_is_missing_is_refused_and_not_dropped(rows: ReportRows) -> None:
    with pytest.raises(ValueError, match="which the report lacks"):
        outline(replace(rows, articles=()))


def test_sources_are_numbered_once_in_the_order_of_their_first_quotation(rows: ReportRows) -> None:
    report = outline(rows)
    shown = [exhibit for entry in report.claims for exhibit in (*entry.exhibits, *entry.found)]
    assert len({citation.document_id for citation in report.sources}) == len(report.sources) == 4
    assert all(each.source and report.sources[each.source - 1] == each.citation for each in shown)
    assert shown[0].source == 1


def test_a_document_that_is_not_shown_is_no_source(rows: ReportRows) -> None:
    view = rows.claims[1]
    fourth = view.evidence[3].citation.document_id
    assert fourth not in {citation.document_id for citation in outline(replace(rows, claims=(view,))).sources}


def test_at_most_three_found_passages_are_shown_and_the_others_counted(rows: ReportRows) -> None:
    entry = only(rows, rows.claims[1])
    assert [each.passage_id for each in entry.found] == [each.passage.id for each in rows.claims[1].evidence[:3]]
    assert entry.found_more == 1


def test_a_claim_that_is_checked_as_said_has_no_rewording(rows: ReportRows) -> None:
    view = rows.claims[1]
    folded = replace(view, claim=replace(view.claim, said="a\r\n b", checked="a b"))
    assert only(rows, view).rewording == view.claim.checked
    assert only(rows, folded).rewording == ""


def test_the_words_a_decision_rests_on_are_kept_when_the_passage_is_detached(rows: ReportRows) -> None:
    view = rows.claims[0]
    gone = replace(view, state=replace(view.state, attached=()), evidence=())
    (exhibit,) = only(rows, gone).exhibits
    assert exhibit.words == view.evidence[0].passage.text
    assert (exhibit.citation, exhibit.source, exhibit.uncited) == (None, None, False)


def test_words_that_are_no_longer_in_the_document_are_shown_as_they_were_and_marked(rows: ReportRows) -> None:
    view = rows.claims[0]
    passage = replace(view.evidence[0].passage, text="Something else.")
    (exhibit,) = only(rows, replace(view, evidence=(replace(view.evidence[0], passage=passage),))).exhibits
    assert exhibit.altered
    assert exhibit.words.startswith("Passengers on all night lines")


def test_a_passage_attached_after_the_decision_is_marked(rows: ReportRows) -> None:
    view = rows.claims[0]
    later = Quote(passage_id=view.evidence[1].passage.id, text=view.evidence[1].passage.text)
    state = replace(view.state, attached=(*view.state.attached, later))
    first, second = only(rows, replace(view, state=state)).exhibits
    assert (first.uncited, second.uncited) == (False, True)


def test_a_withdrawn_decision_is_past_and_its_claim_not_reviewed(rows: ReportRows) -> None:
    view = rows.claims[0]
    decision = view.state.decision
    assert decision is not None
    undone = ReviewEvent(
        number=9, claim_id=view.claim.id, act=Act.WITHDRAW, by="Ben", at=decision.at, revision=2, withdraws=1
    )
    entry = only(rows, replace(view, state=ReviewState(revision=2), history=(decision, undone)))
    assert entry.status is Status.UNREVIEWED
    assert entry.decision is None
    assert [(past.decision, past.ended) for past in entry.past] == [(decision, undone)]


def test_a_superseded_decision_names_the_one_that_followed(rows: ReportRows) -> None:
    view = rows.claims[2]
    (past,) = only(rows, view).past
    assert past.decision.by == "Ben Larsen"
    assert past.ended is view.state.decision


def test_an_article_without_a_title_goes_by_its_address_and_then_by_its_id(rows: ReportRows) -> None:
    article = replace(rows.articles[0], title=" \n")
    bare = replace(article, source=replace(article.source, address=" "))
    assert outline(replace(rows, articles=(article,))).title == article.source.address
    assert outline(replace(rows, articles=(bare,))).title == article.id


def test_a_decision_without_a_status_is_no_decision(rows: ReportRows) -> None:
    view = rows.claims[0]
    assert view.state.decision is not None
    state = replace(view.state, decision=replace(view.state.decision, status=None))
    entry = only(rows, replace(view, state=state))
    assert (entry.status, entry.decision) == (Status.UNREVIEWED, None)
