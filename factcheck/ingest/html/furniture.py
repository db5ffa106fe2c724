"""Takes out of a page what stands around its article: consent dialogs, comments, teasers, boxes on authors.

What such a part is, is told by its role, by the names that the site gives it, or by its own first words. Each rule has
a guard: a part that holds the page's main heading, or most of its text, is never taken out for its name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from factcheck.ingest.html.tree import Element, drop, is_short, named, names_of, words_of

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_PARTS: Final = ("div", "section", "aside", "form", "nav", "ul", "ol", "dl", "details", "footer")
_MOST_OF_PAGE: Final = 0.5
_LONGEST_HEADING: Final = 60
_MOST_LEADS: Final = 200
"""Headings to other pages that are looked at: each costs a look at the box around it."""

_BLOCKS_TO_A_TEASER: Final = 1.5
"""Paragraphs under each heading of a list of teasers; a part of an article has more."""

_LONGEST_PLAIN: Final = 600
"""Characters of a part that is taken out for its name alone; a longer one has to look like what its name says too."""

_ID_PARTS: Final = re.compile(r"[-_]+")
_MOST_ID_PARTS: Final = 3
_CONSENT_NAMES: Final = named(
    r"\w*(?:cookie|consent|gdpr|ccpa)\w*|onetrust|didomi|qc-cmp\d?|cmp|privacy|sp_veil|truste|usercentrics|cc-window"
)
_CONSENT_WORDS: Final = re.compile(
    r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bpersonal data\b|\bour (?:\d+ )?partners\b"
    r"|\blegitimate (?:business )?interest",
    re.IGNORECASE,
)
_CONSENT_BUTTON: Final = re.compile(
    r"(?:i )?(?:accept|agree|allow|reject|decline|deny|refuse|got it|ok(?:ay)?|manage|understand)\b.{0,40}$",
    re.IGNORECASE,
)
_AROUND: Final = named(
    r"related(?:s|posts?)?|jp-relatedposts|recommend(?:ed|ations?)?|reco|teasers?|promos?|outbrain|taboola|trending|popular|latest"
    r"|most-(?:read|popular|viewed|shared)|read-(?:next|also)|more-(?:on|from|stories|news)|next-(?:article|post|story)"
    r"|newsletters?|subscri(?:be|ption)\w*|sign-?up|share\w*|sharing|social\w*|follow-us"
    r"|author-?(?:bio|box|card|info|profile|about)|about-(?:the-)?author|bio-box|post-author-bio"
    r"|breadcrumbs?|pagination|tags|tag-?(?:list|row|cloud|links)|keywords|topics|filed-under|paywall|regwall"
    r"|comments?(?:-?(?:list|section|area|form|wrapper|container|thread|page|block))?|responses?|replies|respond|disqus\w*"
    r"|hatnote|dablink|navbox|noprint|toc|table-of-contents|catlinks|mw-editsection|signature|advert(?:isement)?s?|ads?"
    r"|sponsored|photo-?credits?|image-?credits?|credits?|login|account|user-?(?:menu|info)|feedback"
)
_READERS: Final = named(r"comments?\S*|responses?|replies|respond|disqus\w*")
_FOR_POSTS: Final = named(r"comments?\S*|responses?|replies|disqus\w*|toc|signature|ads?|share\w*")
_TIMES: Final = re.compile(
    r"(?:\d+|an?|seconds?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|ago|yesterday|today|just now|[ap]m"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|(?:mon|tue|wed|thu|fri|sat|sun)\w*|by|[\W_]+)*",
    re.IGNORECASE,
)
_OTHER_READING: Final = re.compile(
    r"(?:related|recommended|trending|popular|most (?:read|popular|viewed|shared)|latest|more|also|further)"
    r"(?: (?:articles?|stor(?:y|ies)|posts?|topics?|content|news|reading|links?|coverage|now|for you|like this"
    r"|headlines))*"
    r"[:.!…»→]*$"
    r"|(?:you|readers) (?:may|might|also|who) .{0,30}(?:like|enjoy|read|interested).{0,20}$"
    r"|(?:read|see) (?:also|next|more|on|this)\b.{0,30}$|up next|don[’']t miss|what to read next|keep reading"
    r"|(?:more|also) (?:in|on|from|about) .{1,40}$|continue reading|editor[’']?s[’']? picks?|in case you missed it"
    r"|(?:\d[\d,.]* |no |leave a |post a |join the )?(?:comments?|responses?|repl(?:y|ies)|conversation|discussion)"
    r"(?: about .{1,30}| \(\d+\))?:?$"
    r"|share (?:this|on|via)\b.{0,30}$|follow us\b.{0,30}$|about the authors?:?$|is this page useful\??$"
    r"|(?:sign up|subscribe)\b.{0,50}$",
    re.IGNORECASE,
)


def drop_furniture(tree: Element) -> list[str]:
    """Take out the parts that are known. What this leaves is for trafilatura to tell from the article.

    Returns:
        The paragraphs in what was taken out, but for those of readers and of consent dialogs.
    """
    body = tree.find("body")
    if body is None:
        return []
    drop(list(_consent(body)))
    is_forum = any("DiscussionForumPosting" in (script.text or "") for script in tree.iter("script"))
    most = _MOST_OF_PAGE * len(words_of(body))
    around = [
        part
        for part in body.iter(*_PARTS, "p", "span")
        if _is_named_around(part, is_forum=is_forum) and not _holds_article(part) and len(words_of(part)) < most
    ]
    taken = [words_of(each) for part in around if not _READERS.search(_names(part)) for each in part.iter("p")]
    drop(around)
    drop([each for each in body.iter("ul", "ol") if _is_list_of_latest(each)])
    leads = (each for each in list(body.iter(*_HEADINGS, "p", "strong", "span", "div")) if _is_other_reading(each))
    for heading in islice(leads, _MOST_LEADS):
        if next(heading.iterancestors("body"), None) is not None:  # it wasn't taken out with the box of another
            taken += _drop_reading(heading, most)
    return taken


def _consent(body: Element) -> Iterator[Element]:
    for part in body.iter(*_PARTS, "dialog", "p"):
        if part.get("role") in ("dialog", "alertdialog") or part.get("aria-modal") == "true" or part.tag == "dialog":
            if not _holds_article(part):
                yield part
        elif _holds_article(part) or next(part.iterancestors("article"), None) is not None:
            continue
        elif (_CONSENT_NAMES.search(names_of(part)) or _has_consent_button(part)) and _CONSENT_WORDS.search(
            words_of(part)
        ):
            yield part


def _has_consent_button(part: Element) -> bool:
    """True for the innermost part that holds a button or a switch to agree with."""
    if next(part.iterdescendants("div", "section", "form", "main"), None) is not None:
        return False
    return any(
        _CONSENT_BUTTON.match(words_of(each) or each.get("value") or "")
        for each in part.iter("button", "label", "input", "a")
    )


def _holds_article(part: Element) -> bool:
    return part.tag in ("article", "main") or next(part.iterdescendants("h1", "article", "main"), None) is not None


def _is_named_around(part: Element, *, is_forum: bool) -> bool:
    names = _names(part)
    if not names or not _AROUND.search(names) or (is_forum and not _FOR_POSTS.search(names)):
        return False
    # A name can say what a part is for, and not what it is: `read-more` holds the rest of an article.
    return bool(_READERS.search(names)) or is_short(part, _LONGEST_PLAIN) or _is_box(part)


def _names(part: Element) -> str:
    """The names of a part, without an id that is a heading's words: `sharing-with-one-developer`."""
    own = part.get("id") or ""
    return names_of(part) if len(_ID_PARTS.split(own)) <= _MOST_ID_PARTS else (part.get("class") or "").lower()


def _is_other_reading(heading: Element) -> bool:
    if not is_short(heading, 2 * _LONGEST_HEADING):
        return False
    if heading.tag in ("span", "strong", "div", "p") and (len(heading) > 1 or heading.getnext() is None):
        return False
    text = words_of(heading)
    return 0 < len(text) <= _LONGEST_HEADING and _OTHER_READING.match(text) is not None


def _drop_reading(heading: Element, most: float) -> list[str]:
    """Take out a heading that leads to other pages, with the box it stands in, or else with the links under it.

    Returns:
        The paragraphs in what was taken out.
    """
    part = heading.getparent()
    while part.tag not in (*_PARTS, "article", "main", "body", "td", "a"):
        part = part.getparent()
    if part.tag in _PARTS and not _holds_article(part) and len(words_of(part)) < most and _is_box(part):
        taken = [words_of(each) for each in part.iter("p")]
        part.drop_tree()
        return taken
    for follower in list(heading.itersiblings()):
        if follower.tag not in ("ul", "ol", "p", "div", "a") or not _is_link(follower):
            break
        follower.drop_tree()
    heading.drop_tree()
    return []


def _is_box(part: Element) -> bool:
    """True for a part with as many headings or links as paragraphs."""
    headings = len(list(part.iter(*_HEADINGS, "strong"))) or 1
    blocks = [each for each in part.iter("p", "li") if not _is_link(each)]
    return len(blocks) <= _BLOCKS_TO_A_TEASER * headings


def _is_list_of_latest(part: Element) -> bool:
    """True for a list of links with the time of each."""
    items = [each for each in part if each.tag == "li"]
    rests = [_without_links(item) for item in items]
    return len(items) > 1 and any(rests) and all(_TIMES.fullmatch(rest) for rest in rests)


def _without_links(element: Element) -> str:
    text = words_of(element)
    for link in element.iter("a"):
        text = text.replace(words_of(link), " ", 1)
    return " ".join(text.split())


def _is_link(element: Element) -> bool:
    if element.tag == "a":
        return True
    text = words_of(element)
    return sum(len(words_of(link)) for link in element.iter("a")) >= 0.8 * len(text)
