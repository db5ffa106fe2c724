"""ClaimReview and MediaReview: one for each decided claim, as the published properties have it, and safe in a page."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating, Organisation
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.errors import UsageError
from factcheck.report.exchange.claim_review import (
    CATEGORIES,
    LABELS,
    SCHEMA_FILE,
    linked_data,
    losses,
    write,
)

if TYPE_CHECKING:
    from tests.unit.report.exchange.conftest import Resigned

SCHEMA = json.loads(SCHEMA_FILE.read_bytes())
CLIP = Media(address="https://video.example/a.mp4", kind=MediaKind.VIDEO, category=Authenticity.MISSING_CONTEXT)


def written(rows: ReportRows) -> list[dict[str, Any]]:
    out = io.StringIO()
    write(rows, out)
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_decided_claim_has_one_and_open_and_not_checkable_ones_have_none(published: ReportRows) -> None:
    found = written(published)
    assert [each["reviewRating"]["alternateName"] for each in found] == [
        "Supported",
        "Refuted",
        "Conflicting",
        "Not enough evidence",
    ]
    ids = [view.claim.id for view in published.claims if view.state.status in LABELS]
    assert [each["itemReviewed"]["identifier"] for each in found] == ids
    assert {each["@type"] for each in found} == {"ClaimReview"}


def test_a_review_says_what_was_claimed_where_and_what_it_rests_on(published: ReportRows) -> None:
    review = written(published)[1]
    claim = next(view.claim for view in published.claims if view.state.status is Status.REFUTED)
    article = published.articles[0]
    assert review == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim.checked,
        "reviewRating": {"@type": "Rating", "alternateName": "Refuted"},
        "url": f"https://checks.example/{article.id}#{claim.id}",
        "datePublished": "2026-03-11",
        "author": {"@type": "Organization", "name": "Elbmark <Checks> & Co", "url": "https://checks.example"},
        "sdPublisher": {"@type": "Organization", "name": "Elbmark <Checks> & Co", "url": "https://checks.example"},
        "sdDatePublished": "2026-03-12",
        "inLanguage": "en",
        "reviewBody": review["reviewBody"],
        "itemReviewed": {
            "@type": "Claim",
            "identifier": claim.id,
            "text": claim.said,
            "author": {"@type": "Person", "name": "Tomas Reil"},
            "datePublished": "2026-03-09",
            "appearance": {
                "@type": "CreativeWork",
                "headline": article.title,
                "url": article.source.address,
                "datePublished": "2026-03-09",
                "author": {"@type": "Person", "name": "Ilse Brandt"},
            },
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Traffic counts on the ring road, annual report 2025",
                "url": "https://traffic-survey-office.example/2026/2",
                "publisher": {"@type": "Organization", "name": "Traffic Survey Office"},
                "datePublished": "2026-02-03",
            },
            # Of a note what it is about: its own title is no title of the source, and its file no address.
            {
                "@type": "CreativeWork",
                "publisher": {"@type": "Organization", "name": "Radio Elbmark"},
                "datePublished": "2026-02-05",
            },
        ],
    }
    assert "6 per cent" in review["reviewBody"]


def test_a_body_that_speaks_is_an_organization(published: ReportRows) -> None:
    views = tuple(
        replace(view, claim=replace(view.claim, speaker="The Ministry of Health")) for view in published.claims
    )
    assert {each["itemReviewed"]["author"]["@type"] for each in written(replace(published, claims=views))} == {
        "Organization"
    }


def test_the_house_s_rating_is_published_as_it_was_signed(resigned: Resigned) -> None:
    rating = GivenRating(name="Mostly false", value=3, worst=2, best=7)
    assert written(resigned(Status.REFUTED, rating=rating))[1]["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Mostly false",
        "ratingValue": 3,
        "worstRating": 2,
        "bestRating": 7,
    }


@pytest.mark.parametrize("rating", [GivenRating(name="Odd"), GivenRating(name="Odd", value=4, worst=4, best=4)])
def test_a_rating_without_a_scale_has_no_number(resigned: Resigned, rating: GivenRating) -> None:
    found = written(resigned(Status.REFUTED, rating=rating))[1]["reviewRating"]
    assert found == {"@type": "Rating", "alternateName": "Odd"}


def test_a_claim_about_a_video_has_a_media_review_beside_its_own(resigned: Resigned) -> None:
    claim_review, media_review = written(resigned(Status.REFUTED, media=CLIP))[1:3]
    assert claim_review["associatedMediaReview"] == {"@type": "MediaReview", "url": claim_review["url"]}
    assert media_review["@type"] == "MediaReview"
    assert media_review["mediaAuthenticityCategory"] == "DecontextualizedContent"
    assert media_review["associatedClaimReview"] == {"@type": "ClaimReview", "url": claim_review["url"]}
    assert media_review["itemReviewed"] == {
        "@type": "MediaReviewItem",
        "mediaItemAppearance": [{"@type": "VideoObject", "contentUrl": "https://video.example/a.mp4"}],
        "interpretedAsClaim": {"@type": "Claim", "description": claim_review["claimReviewed"]},
    }


def test_a_page_that_shows_a_picture_is_not_the_picture(resigned: Resigned) -> None:
    page = Media(address="https://social.example/post/7", kind=MediaKind.IMAGE, category=Authenticity.EDITED)
    review = written(resigned(Status.REFUTED, media=page))[2]
    assert review["itemReviewed"]["mediaItemAppearance"] == [
        {"@type": "ImageObject", "url": "https://social.example/post/7"}
    ]


def test_an_opinion_about_a_picture_has_neither(resigned: Resigned) -> None:
    assert len(written(resigned(Status.NOT_CHECKABLE, media=CLIP))) == 4


def test_every_category_has_a_name_that_the_schema_knows() -> None:
    assert set(CATEGORIES) == set(Authenticity)
    known = SCHEMA["$defs"]["mediaReview"]["properties"]["mediaAuthenticityCategory"]["enum"]
    assert sorted(CATEGORIES.values()) == sorted(known)


@pytest.mark.parametrize(
    ("house", "keys"),
    [
        (Organisation(), ["organisation.name", "organisation.review_url"]),
        (Organisation(name="Desk"), ["organisation.review_url"]),
        (Organisation(review_url="https://checks.example/{claim}"), ["organisation.name"]),
    ],
)
def test_what_the_settings_lack_is_named_by_its_key(rows: ReportRows, house: Organisation, keys: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        write(replace(rows, organisation=house), io.StringIO())
    assert all(key in caught.value.message for key in keys)
    assert "[organisation]" in caught.value.hint
    assert linked_data(replace(rows, organisation=house)) == ""


def test_where_nothing_is_decided_nothing_needs_to_be_set(rows: ReportRows) -> None:
    undecided = replace(rows, claims=tuple(view for view in rows.claims if not view.state.decision))
    assert len(undecided.claims) == 2
    assert written(undecided) == []
    assert linked_data(undecided) == ""


def test_the_script_of_a_page_says_the_same_and_holds_nothing_that_ends_it(published: ReportRows) -> None:
    hostile = "</script><script>alert(1)</script> <!-- & \u2028 \x1b[2J"
    views = tuple(replace(view, claim=replace(view.claim, checked=hostile)) for view in published.claims)
    script = linked_data(replace(published, claims=views))
    head, foot = '<script type="application/ld+json">', "</script>"
    assert script.startswith(head)
    assert script.endswith(foot)
    inside = script.removeprefix(head).removesuffix(foot)
    assert re.findall(r"[<>&\u2028\x1b]", inside) == []
    assert json.loads(inside) == written(replace(published, claims=views))
    assert json.loads(inside)[0]["claimReviewed"] == hostile
    assert json.loads(inside)[0]["author"]["name"] == "Elbmark <Checks> & Co"


def test_what_is_left_out_is_told(published: ReportRows, resigned: Resigned) -> None:
    told = list(losses(published))
    assert any(line.startswith("2 claims without a person's decision") for line in told)
    assert any(line.startswith("1 claim decided not checkable") for line in told)
    assert any(line.startswith("4 claims without a rating of the house") for line in told)
    assert len(told) == 3
    one = replace(published, organisation=replace(published.organisation, review_url="https://checks.example/all"))
    assert any("organisation.review_url" in line for line in losses(one))
