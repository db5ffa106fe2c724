"""A page's title, author, site and day are those it declares as such; in doubt there are none."""

from __future__ import annotations

import json
from datetime import date

import pytest

from factcheck.ingest.html.facts import PageFacts, page_facts
from factcheck.ingest.html.tree import page_tree

TITLE = "Weir at Harle fails its test"


def facts(body: str = "", head: str = "", *, title: str = TITLE, data: object = None) -> PageFacts:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    html = (
        f"<html><head><title>{title}</title>{head}{script}</head><body>{body}<p>It let water through.</p></body></html>"
    )
    return page_facts(page_tree(html))


def meta(**names: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{said}">' for name, said in names.items())


def article(**said: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **said}


# The title


@pytest.mark.parametrize(
    ("title", "head", "body"),
    [
        (f"{TITLE} - Harle Herald", "", f"<article><h1>{TITLE}</h1></article>"),
        (f"Harle Herald | {TITLE}", "", f"<h1>Harle Herald</h1><h2>{TITLE}</h2>"),
        (f"{TITLE} | News | Harle Herald", meta(og__site_name="Harle Herald"), f"<h2>{TITLE}</h2><h2>Swans</h2>"),
        (f"{TITLE} · Herald", meta(og__site_name="Herald"), ""),
        (f"{TITLE} – herald", '<link rel="canonical" href="https://www.herald.example/a">', ""),
        (TITLE, "", '<div id="top"><h1>Rivers and lakes</h1></div>'),
        (f"Herald: {TITLE}", "", f'<h1><a href="/">Herald</a></h1><h3>{TITLE}</h3>'),
        ("Herald", "", f"<div><h1>{TITLE}</h1><p>The gate fell.</p></div>"),
        ("x" * 5000, "", f"<h1>{TITLE}</h1>"),
    ],
)
def test_the_title_is_the_articles_without_the_sites_name(title: str, head: str, body: str) -> None:
    assert facts(body, head, title=title).title == TITLE


def test_a_headline_for_machines_is_taken_where_it_is_about_the_same() -> None:
    assert facts(title="Weir at Harle fails", data=article()).title == TITLE
    assert facts(title="Swans of the north", data=article()).title == "Swans of the north"


def test_a_colon_in_a_title_cuts_nothing_off() -> None:
    assert facts(title="Weir at Harle: what we know").title == "Weir at Harle: what we know"


# The author


@pytest.mark.parametrize(
    ("head", "body", "data"),
    [
        ("", "", article(author={"@type": "Person", "name": "Ada Moss"})),
        ("", "", article(author=[{"@type": "Organization", "name": "Herald"}, {"name": "Ada Moss"}])),
        ("", "", [article(author={"@id": "#a"}), {"@type": "Person", "@id": "#a", "name": "Ada Moss"}]),
        ('<meta name="author" content="Ada Moss">', "", None),
        ('<meta name="author" content="admin">', '<span class="byline author">By Ada Moss April 3, 2023</span>', None),
        (
            "",
            '<span class="author">Username</span><div class="pb-byline">By <a>Ada Moss</a> March 18, 2015</div>',
            None,
        ),
        ("", '<a rel="author" href="/a">Ada Moss</a>', None),
        ("", '<p>By Ada Moss<br>Harle Herald</p><p class="comment-author">Jon Tveit</p>', None),
        ("", '<ul class="latest"><li><a rel="author">Jon Tveit</a></li></ul><em>Words by Ada Moss</em>', None),
        ("", '<p itemprop="author"><span itemprop="name">Ada Moss</span></p>', None),
    ],
)
def test_the_author_is_who_wrote_the_article(head: str, body: str, data: object) -> None:
    from factcheck.ingest.html.layout import arrange

    tree = page_tree(
        f"<html><head><title>{TITLE}</title>{head}"
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body>{body}</body></html>'
    )
    arrange(tree)
    assert page_facts(tree).author == "Ada Moss"


@pytest.mark.parametrize(
    "body",
    [
        '<div id="comments"><span class="author">Jon Tveit</span></div>',
        '<aside><a rel="author">Jon Tveit</a></aside>',
        '<blockquote><span class="author">Jon Tveit</span></blockquote>',
        "<p>By Monday evening Jon Tveit had closed the gate.</p>",
    ],
)
def test_others_who_are_named_on_a_page_are_not_its_author(body: str) -> None:
    assert facts(body).author is None


def test_who_made_a_claim_is_not_the_author_of_the_review_of_it() -> None:
    claim = {"@type": "Claim", "author": {"@type": "Person", "name": "Hob Stell"}, "datePublished": "2019-02-01"}
    review = {
        "@type": "ClaimReview",
        "itemReviewed": claim,
        "author": {"@type": "Organization", "name": "Checkers"},
        "datePublished": "2019-02-08",
    }
    found = facts(data=review)
    assert (found.author, found.day.day, found.day.is_stated) == (None, date(2019, 2, 8), True)
    both = facts(data={"@graph": [review, article(author="Ada Moss", datePublished="2019-02-08T10:00:00Z")]})
    assert (both.author, both.day.day) == ("Ada Moss", date(2019, 2, 8))


# The day

DAY = date(2020, 1, 19)


@pytest.mark.parametrize(
    ("head", "body", "data"),
    [
        (meta(article__modified_time="2020-01-21"), "", article(datePublished="2020-01-19", dateModified="2020-01-21")),
        ('<meta name="REVISION_DATE" content="2020-01-21">' + meta(og__article__published_time="2020-01-19"), "", None),
        ('<meta name="date" content="2020-01-21">', "", article(datePublished="2020-01-19T23:30:00+02:00")),
        ("", '<time class="updated" datetime="2020-01-21"></time><time pubdate datetime="2020-01-19"></time>', None),
        (
            "",
            '<meta itemprop="dateModified" content="2020-01-21"><meta itemprop="datePublished" content="2020-01-19">',
            None,
        ),
        ("", '<abbr class="published" title="2020-01-19T18:03">18:03</abbr>', None),
        (
            "",
            '<aside itemscope><meta itemprop="datePublished" content="2020-01-25"></aside>',
            article(datePublished="2020-01-19"),
        ),
        ("", "<p>Published 19 January 2020</p>", {"@type": "WebPage", "datePublished": "2020-01-19"}),
    ],
)
def test_a_declared_day_of_publication_is_taken_and_no_day_of_a_change(head: str, body: str, data: object) -> None:
    day = facts(body, head, data=data).day
    assert (day.day, day.is_stated) == (DAY, True)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Published on 19 January 2020</p>",
        "<p><span>Updated 21 January 2020</span> <span>First published 19 January 2020</span></p>",
        "<dl><dt>Published:</dt><dd>19 January 2020</dd><dt>Last updated:</dt><dd>21 January 2020</dd></dl>",
        '<div class="date">January 19, 2020 at 8:05, updated January 21, 2020</div>',
        '<p>Reviewed: 21 January 2020</p><span class="date">19 January 2020</span>',
        '<div class="comment"><time datetime="2020-02-02"></time></div><p>Posted 19 January 2020</p>',
    ],
)
def test_a_day_that_is_only_shown_is_inferred(body: str) -> None:
    day = facts(body).day
    assert (day.day, day.is_stated) == (DAY, False)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta(article__modified_time="2020-01-21T10:00:00Z"), ""),
        ('<meta name="last-modified" content="2020-01-21"><meta name="date" content="2020-01-21">', ""),
        ("", "<p>Last updated: 21 January 2020</p>"),
        ("", '<p class="reviewed">Page last reviewed: 21 January 2020</p>'),
        ("", "<footer><p>This page was last edited on 21 January 2020.</p></footer>"),
        ("", '<time itemprop="dateModified" datetime="2020-01-21">21 January 2020</time>'),
        ("", "<p>Fact checked on 21 January 2020</p>"),
        ("", '<span class="date">03/04/2023</span>'),
        (meta(article__published_time="0001-01-01"), ""),
        (meta(article__published_time="2020-02-31"), ""),
    ],
)
def test_no_day_is_better_than_that_of_a_change(head: str, body: str) -> None:
    assert facts(body, head).day.day is None


def test_days_that_contradict_each_other_make_the_day_an_inferred_one() -> None:
    day = facts("<p>Published: 19 January 2020</p>", meta(article__published_time="2020-01-24"), data=article(
        datePublished="2020-01-19"
    )).day  # fmt: skip
    assert (day.day, day.is_stated, day.others) == (DAY, False, (date(2020, 1, 24),))


def test_json_in_old_wrappings_is_read_and_broken_json_is_passed_over() -> None:
    data = json.dumps(article(datePublished="2020-01-19"))
    for wrapped in (f"<![CDATA[{data}]]>", f"//<![CDATA[\n{data}\n//]]>", f"<!--{data}-->"):
        head = f'<script type="application/ld+json">{wrapped}</script>'
        assert facts(head=head).day.day == DAY
    for broken in ("{", "[" * 50_000, '{"@type": 7}', '{"@type": ["NewsArticle"], "author": [[[]]], "headline": {}}'):
        assert facts(head=f'<script type="application/ld+json">{broken}</script>').day.day is None


# The address


@pytest.mark.parametrize(
    ("head", "data"),
    [
        ('<link rel="canonical" href=" https://herald.example/weir ">', None),
        ('<link rel="canonical" href="/weir"><meta property="og:url" content="https://herald.example/weir">', None),
        ('<link rel="canonical" href="https://herald.example/">', article(url="https://herald.example/weir")),
        ("", article(mainEntityOfPage="https://herald.example/weir")),
    ],
)
def test_the_address_is_the_first_whole_one_that_the_page_gives_itself(head: str, data: object) -> None:
    assert facts(head=head, data=data).address == "https://herald.example/weir"


@pytest.mark.parametrize(
    "said",
    ["", "/weir", "javascript:alert(1)", "file:///weir.html", "https://herald.example@evil.example/weir", "#top"],
)
def test_what_is_no_whole_web_address_is_none(said: str) -> None:
    assert facts(head=f'<link rel="canonical" href="{said}">').address is None
