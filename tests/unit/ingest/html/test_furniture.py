"""What stands around an article gives none of its text, and what is the article's stays."""

from __future__ import annotations

import pytest

from factcheck.ingest.html.furniture import drop_furniture
from factcheck.ingest.html.tree import page_tree, words_of

TEXT = (
    "The board of the weir closed the gate on Monday. It will stay closed until the flood has passed. "
    "The town has 4,100 inhabitants, and 60 of them had to leave their houses in the night to Tuesday."
)
CONSENT = (
    "<h2>We value your privacy</h2><p>We use cookies to make the site work and to count visits. By clicking accept you "
    "agree that they are stored on your device for thirteen months.</p><p>Our partners process personal data such as "
    "your address on the network, and some of them do so without your consent.</p><p>You can change your mind at any "
    "time in the settings, which are at the foot of each page of this site.</p>"
)


def left(body: str) -> str:
    tree = page_tree(f"<html><body>{body}</body></html>")
    drop_furniture(tree)
    return words_of(tree)


@pytest.mark.parametrize(
    "opening",
    [
        '<div role="dialog">', '<div class="modal" aria-modal="true">', "<dialog open>", '<div id="onetrust-banner">',
        '<section class="privacy-manager">', '<div class="c-cookieBanner">', '<aside class="gdpr">',
    ],
)  # fmt: skip
def test_a_consent_dialog_longer_than_the_article_is_taken_out(opening: str) -> None:
    closing = f"</{opening[1:].split()[0].rstrip('>')}>"
    assert left(f"{opening}{CONSENT}{closing}<h1>Flood</h1><p>{TEXT}</p>") == f"Flood {TEXT}"


def test_a_consent_dialog_without_a_name_is_known_by_its_button() -> None:
    assert left(f"<div><div>{CONSENT}<button>Accept all</button></div><h1>Flood</h1><p>{TEXT}</p></div>") == (
        f"Flood {TEXT}"
    )


def test_an_article_about_cookies_stays() -> None:
    about = "The court ruled on Monday that sites must ask for consent before they store cookies on a device."
    for body in (
        f'<div class="cookie-law"><h1>Cookies</h1><p>{about}</p></div>',
        f'<article><h1>Cookies</h1><div class="cookie-ruling"><p>{about}</p></div></article>',
        f"<h1>Cookies</h1><p>{about}</p><button>Agree</button>",
    ):
        assert about in left(body)


@pytest.mark.parametrize(
    "around",
    [
        '<section class="related-stories"><h2>From the river</h2><p>Nine swans were counted on Sunday.</p></section>',
        '<div id="comments"><p>I saw it coming, and told the board in May.</p></div>',
        '<ul class="share-tools"><li>Copy link</li></ul>',
        '<div class="author-bio"><p>Ada Moss has covered rivers since 2009.</p></div>',
        '<p class="photo-credit">Photo by Jon Tveit</p>',
        '<div class="newsletter-signup">Get the news by mail.</div>',
        "<div><h4>You might also like</h4><p>Ten swans that were never seen again</p></div>",
        "<div><h4>Swans of the north</h4><p>ADA MOSS has counted 40 swans.</p><h4>More from the river</h4>"
        "<p>Why do herons stand on one leg?</p></div>",
        "<h3>Read more</h3><ul><li><a href=/s>Nine swans on Sunday</a></li></ul>",
        "<ul><li>2 hours ago <a href=/k>Ken Ottway</a></li><li>Hours ago <a href=/i>Ines Falk</a></li></ul>",
        '<div class="keywords"><a>Rivers</a> <a>Floods</a></div>',
    ],
)
def test_what_the_site_puts_around_is_taken_out(around: str) -> None:
    assert left(f"<div><h1>Flood</h1><p>{TEXT}</p>{around}</div>") == f"Flood {TEXT}"


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="related"><h1>Flood</h1><p>{TEXT}</p></div>',
        f'<h1>Flood</h1><div class="comments-open"><p>{TEXT}</p></div>',
        f'<h1>Flood</h1><div class="post tag-rivers"><p>{TEXT}</p></div>',
        f"<div><h1>Flood</h1><h3>More</h3><p>{TEXT}</p><p>{TEXT}</p></div>",
        f'<h1>Flood</h1><p>{TEXT[::-1] * 3}</p><div id="read-more"><p>{TEXT}</p></div>',
        f'<h1>Flood</h1><p>{TEXT[::-1] * 9}</p><div id="related-losses">{f"<p>{TEXT}</p>" * 4}</div>',
        f'<h1>Flood</h1><p>{TEXT[::-1] * 3}</p><div id="sharing-with-one-more-town"><p>{TEXT}</p></div>',
    ],
)
def test_most_of_a_page_is_never_taken_out_for_a_name(body: str) -> None:
    assert TEXT in left(body)


def test_the_paragraphs_that_were_taken_out_are_given_but_for_those_of_readers() -> None:
    tree = page_tree(
        f'<html><body><h1>Flood</h1><p>{TEXT}</p><div class="related"><p>Nine swans were counted.</p></div>'
        '<div class="comments"><p>I saw it coming.</p></div></body></html>'
    )
    assert drop_furniture(tree) == ["Nine swans were counted."]


def test_the_posts_of_a_forum_stay() -> None:
    forum = '<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>'
    post = '<div class="account"><p>The bridge at Dell has cracks in both of its piers, says my brother.</p></div>'
    assert "cracks" in left(f"{forum}<h1>The bridge</h1><p>{TEXT}</p>{post}")


@pytest.mark.slow
def test_a_page_of_nothing_but_such_headings_is_read() -> None:
    left("<div>" + "<h2>Related</h2><p>The board met on Monday.</p>" * 5000 + "</div>")
