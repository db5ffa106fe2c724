"""ClaimReview and MediaReview as schema.org defines them, in JSON-LD: for search engines, feeds and other checkers.

`schemas/claim-review-1.json` describes what is written. What its readers require and recommend: Google's documentation
of fact checks (claimReviewed, reviewRating, url; author, itemReviewed), and for MediaReview what fact-checkers publish
(mediaAuthenticityCategory, itemReviewed as a MediaReviewItem). Each object stands on its own, so that it can be cut
out and put into a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Final

from factcheck.domain.addresses import is_web_address
from factcheck.domain.documents import DocumentKind
from factcheck.domain.media import Authenticity, Media
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError
from factcheck.language.display import escaped_json
from factcheck.language.names.bodies import is_body
from factcheck.report.exchange.verdicts import Verdict, verdicts
from factcheck.report.words import in_utc

if TYPE_CHECKING:
    from factcheck.domain.articles import Article
    from factcheck.domain.citations import Citation
    from factcheck.domain.organisation import Organisation
    from factcheck.domain.reviews import ReviewEvent
    from factcheck.domain.views import ReportRows

SCHEMA_FILE: Final = Path(__file__).parent / "schemas" / "claim-review-1.json"
"""A JSON Schema (2020-12) of the whole file."""

CATEGORIES: Final[Mapping[Authenticity, str]] = MappingProxyType(
    {
        Authenticity.ORIGINAL: "OriginalMediaContent",
        Authenticity.MISSING_CONTEXT: "DecontextualizedContent",
        Authenticity.EDITED: "EditedOrCroppedContent",
        Authenticity.TRANSFORMED: "TransformedContent",
        Authenticity.STAGED: "StagedContent",
        Authenticity.SATIRE: "SatireOrParodyContent",
    }
)
"""The members of schema.org's MediaManipulationRatingEnumeration."""

LABELS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        status: status.words.capitalize()
        for status in Status
        if status.is_decision and status is not Status.NOT_CHECKABLE
    }
)
"""What `alternateName` says where the house has no rating of its own. An opinion has no ClaimReview."""

_OBJECTS: Final = {"image": "ImageObject", "video": "VideoObject", "audio": "AudioObject"}

# Nothing in the script may end it or begin a comment (HTML, section 4.12.1.3), nor be taken for markup by whatever
# the page passes through.
_IN_MARKUP: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write a JSON array: for each claim that a person has decided its ClaimReview, and then its MediaReview if it is
    about a picture, a video or a recording. Without such a claim it is empty.

    Raises:
        UsageError: If there is something to write and the settings don't say who publishes it, or where.
    """
    out.write(f"{_text(reviews(rows), indent=2)}\n")


def linked_data(rows: ReportRows) -> str:
    """The same as a script element for the head of a page that shows these rows; empty where nothing is decided, or
    the settings don't say who publishes it, or where."""
    if missing_keys(rows.organisation) or not (found := reviews(rows)):
        return ""
    return f'<script type="application/ld+json">{_text(found).translate(_IN_MARKUP)}</script>'


def losses(rows: ReportRows) -> Iterator[str]:
    """What the file doesn't say of the decisions, a line for each thing."""
    decided = list(verdicts(rows))
    published = [each for each in decided if each.status in LABELS]
    counts = [
        (len(rows.claims) - len(decided), "without a person's decision left out"),
        (len(decided) - len(published), "decided not checkable left out: a ClaimReview is of what can be checked"),
    ]
    if rows.organisation.ratings:
        unrated = sum(each.decision.rating is None for each in published)
        counts.append((unrated, "without a rating of the house: the status stands in its place, without a number"))
    yield from (f"{count} claim{'s' if count > 1 else ''} {told}" for count, told in counts if count)
    if len({_address(rows.organisation, each) for each in published}) < len(published):
        yield "several claims have one address: put {claim} into organisation.review_url, such as …/{article}#{claim}"


def missing_keys(organisation: Organisation) -> list[str]:
    """The settings that a review can't do without and that aren't set."""
    needed = {"organisation.name": organisation.name, "organisation.review_url": organisation.review_url}
    return [key for key, value in needed.items() if not value]


def reviews(rows: ReportRows) -> list[dict[str, Any]]:
    """The objects, in the order of the report.

    Raises:
        UsageError: As `write` does.
    """
    decided = [each for each in verdicts(rows) if each.status in LABELS]
    if decided and (missing := missing_keys(rows.organisation)):
        key = missing[0].partition(".")[2]
        example = "Example Desk" if key == "name" else "https://example.org/checks/{article}#{claim}"
        raise UsageError(
            f"A ClaimReview says who publishes it and where, and {' and '.join(missing)} "
            f"{'is' if len(missing) == 1 else 'are'} not set.",
            hint=f'Write into factcheck.toml: [organisation], and below it {key} = "{example}"',
        )
    return [each for verdict in decided for each in _reviews(verdict, rows)]


def _text(objects: Sequence[object], indent: int | None = None) -> str:
    return escaped_json(json.dumps(objects, ensure_ascii=False, allow_nan=False, indent=indent))


def _reviews(verdict: Verdict, rows: ReportRows) -> Iterator[dict[str, Any]]:
    decision, media = verdict.decision, verdict.decision.media
    shared = _present(
        {
            "url": _address(rows.organisation, verdict),
            "datePublished": in_utc(decision.at).date().isoformat(),
            "author": _house(rows.organisation),
            "sdPublisher": _house(rows.organisation),
            "sdDatePublished": in_utc(rows.generated_at).date().isoformat(),
            "inLanguage": verdict.article.language,
            "reviewBody": decision.rationale,
        }
    )
    claim_review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": verdict.claim.checked,
        "reviewRating": _rating(decision, verdict.status),
        **shared,
        "itemReviewed": _claim(verdict),
    }
    if verdict.sources:
        claim_review["citation"] = [_work(each) for each in verdict.sources]
    if media is None:
        yield claim_review
        return
    other = {"url": shared["url"]}
    yield claim_review | {"associatedMediaReview": {"@type": "MediaReview", **other}}
    yield {
        "@context": "https://schema.org",
        "@type": "MediaReview",
        "mediaAuthenticityCategory": CATEGORIES[media.category],
        **shared,
        "itemReviewed": {
            "@type": "MediaReviewItem",
            "mediaItemAppearance": [_medium(media)],
            "interpretedAsClaim": {"@type": "Claim", "description": verdict.claim.checked},
        },
        "associatedClaimReview": {"@type": "ClaimReview", **other},
    }


def _address(organisation: Organisation, verdict: Verdict) -> str:
    return organisation.review_address(verdict.article.id, verdict.claim.id)


def _house(organisation: Organisation) -> dict[str, Any]:
    return _present({"@type": "Organization", "name": organisation.name, "url": organisation.url})


def _rating(decision: ReviewEvent, status: Status) -> dict[str, Any]:
    """The house's rating as it was signed. No number is made up for a status that has none."""
    rating = decision.rating
    if rating is None:
        return {"@type": "Rating", "alternateName": LABELS[status]}
    words = {"@type": "Rating", "alternateName": rating.name}
    # A scale of one step says nothing, and readers refuse a best value that isn't above the worst.
    if rating.value is None or rating.worst == rating.best:
        return words
    return {**words, "ratingValue": rating.value, "worstRating": rating.worst, "bestRating": rating.best}


def _claim(verdict: Verdict) -> dict[str, Any]:
    claim, article = verdict.claim, verdict.article
    when = claim.said_on or article.published_on
    return _present(
        {
            "@type": "Claim",
            "identifier": claim.id,
            "text": claim.said,
            "author": _speaker(claim.speaker) if claim.speaker else None,
            "datePublished": _day(when),
            "appearance": _appearance(article),
        }
    )


def _speaker(name: str) -> dict[str, Any]:
    """A person, unless the name says that it is a body: schema.org knows nothing in between."""
    return {"@type": "Organization" if is_body(name.split()) else "Person", "name": name}


def _appearance(article: Article) -> dict[str, Any]:
    address = article.source.address
    return _present(
        {
            "@type": "CreativeWork",
            "headline": article.title,
            "url": address if is_web_address(address) else None,
            "datePublished": _day(article.published_on),
            "author": {"@type": "Person", "name": article.author} if article.author else None,
        }
    )


def _work(citation: Citation) -> dict[str, Any]:
    """A source; of a note what it is about, whose title is not the note's."""
    return _present(
        {
            "@type": "CreativeWork",
            "name": None if citation.kind is DocumentKind.NOTE else citation.title,
            "url": citation.address if is_web_address(citation.address) else None,
            "publisher": {"@type": "Organization", "name": citation.publisher} if citation.publisher else None,
            "datePublished": _day(citation.published_on),
        }
    )


def _medium(media: Media) -> dict[str, Any]:
    """What is at the address: the medium's own bytes, or a page that shows it."""
    return {"@type": _OBJECTS[media.kind], "contentUrl" if media.is_file else "url": media.address}


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _present(found: Mapping[str, Any]) -> dict[str, Any]:
    """Without what isn't known: an empty text would be a statement."""
    return {key: value for key, value in found.items() if value not in (None, "")}
