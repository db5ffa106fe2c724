"""Title, author, publisher and day of a page: what it declares before what it shows, and nothing in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from factcheck.ingest.html.author_names import author_names
from factcheck.ingest.html.days import PublicationDay, publication_day
from factcheck.ingest.html.json_ld import StructuredData, structured_data
from factcheck.ingest.html.tree import Element, is_short, named, names_of, words_of
from factcheck.language.word_lists import word_list

_LONGEST: Final = 300
_LONGEST_BYLINE: Final = 160
_LONGEST_SITE: Final = 80
_MOST_SITE_WORDS: Final = 5
_LONGEST_ADDRESS: Final = 2000
# Without a name before the host, which can pass for the host.
_WHOLE_ADDRESS: Final = re.compile(r"https?://[^\s/@?#]+\.[^\s/@?#]+[/?#]\S*", re.IGNORECASE)
_PART: Final = re.compile(r"\s+[-–—|:·•»«/]+\s+|\s*[|»«]\s*|:\s+")
_AUTHOR_META: Final = word_list(
    """author article:author og:article:author og:author authors byl byline parsely-author sailthru.author
    citation_author dc.creator dc:creator dcterms.creator dcsext.author rbauthors shareaholic:article_author_name
    creator"""
)
_SITE_META: Final = word_list("og:site_name application-name apple-mobile-web-app-title publisher dc.publisher")
_SUMMARIES: Final = word_list("og:description description twitter:description dcterms.abstract dc.description")
_BYLINE_NAMES: Final = named(
    r"(?:post-?|article-?|entry-?|story-?|item-?|pb-?)?(?:author|byline)s?(?:-?(?:name|line|info|link|row))?|writers?"
    r"|authorname|bylines?|submitted|journalist|contributor|posted-by|vcard|fn"
)
_OTHERS: Final = named(
    r"comments?\S*|responses?|sidebar|latest|related\S*|login|account|user-?(?:menu|info)|teaser\S*|recommend\S*|claim\S*"
)
_SAYS_BY: Final = re.compile(r"(?:(?:written|reported|words|story|text) )?by:?\s+[^\W\d_]|posted by\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Attributes are None where the page doesn't say them."""

    title: str | None
    author: str | None
    publisher: str | None
    address: str | None
    summary: str | None
    day: PublicationDay
    data: StructuredData


def page_facts(tree: Element) -> PageFacts:
    """Read the facts of a page, before what stands around its article is taken out."""
    meta = _meta(tree)
    head = [_head_title(tree), *(meta.get(name, [""])[0] for name in ("og:title", "twitter:title"))]
    declared = [title for title in head if 0 < len(title) <= _LONGEST]
    data = structured_data(tree, declared)
    sites = [*_sites(meta, data), *_home_headings(tree)]
    hosts = _hosts(tree)
    title = _title(tree, declared, data, [*sites, *hosts])
    rests = _beside(title or "", declared)
    return PageFacts(
        title=_fact(title),
        author=_fact("; ".join(_authors(tree, meta, data, [*sites, *rests]))),
        publisher=_fact(next(iter([*sites, *rests, *hosts]), None)),
        address=next(_addresses(tree, meta, data), None),
        summary=next((meta[name][0] for name in _SUMMARIES if name in meta), None),
        day=publication_day(tree, data),
        data=data,
    )


def _head_title(tree: Element) -> str:
    title = tree.find(".//head/title")
    return " ".join((title.text or "").split()) if title is not None else ""


def _meta(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _sites(meta: dict[str, list[str]], data: StructuredData) -> list[str]:
    """What the site calls itself, the name that is to be shown first."""
    names = [content for name in _SITE_META for content in meta.get(name, ())]
    names += data.names("publisher")
    names += [str(node.get("name") or "") for node in data.sites]
    return list(dict.fromkeys(name for name in names if 1 < len(name) <= _LONGEST_SITE))


def _home_headings(tree: Element) -> list[str]:
    """Headings that are nothing but a link to the site's first page: the site's name."""
    found = []
    for heading in tree.iter("h1", "h2"):
        link = next(heading.iter("a"), None)
        if link is not None and words_of(link) == words_of(heading) and _is_home(link.get("href") or ""):
            found.append(words_of(heading))
    return [name for name in found if 1 < len(name) <= _LONGEST_SITE]


def _is_home(address: str) -> bool:
    try:
        return urlsplit(address).path in ("", "/")
    except ValueError:
        return False


def _addresses(tree: Element, meta: dict[str, list[str]], data: StructuredData) -> Iterator[str]:
    """The addresses that the page gives itself, the likeliest first: whole ones, and not that of the site's front."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    for said in (*links, *meta.get("og:url", ()), *data.texts("url", "mainEntityOfPage")):
        address = (said or "").strip()
        if _WHOLE_ADDRESS.fullmatch(address) and len(address) <= _LONGEST_ADDRESS and not _is_home(address):
            yield address


def _hosts(tree: Element) -> list[str]:
    """The host of the page's own address, whole and without its ending."""
    addresses = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    for address in addresses:
        try:
            host = (urlsplit(address or "").hostname or "").removeprefix("www.")
        except ValueError:
            continue
        if host:
            return [host, host.split(".")[0]]
    return []


def _beside(title: str, declared: Sequence[str]) -> list[str]:
    """What stands beside the title in the page's head: a short part at one end is the site's name."""
    found = []
    for whole in declared:
        for cut in _PART.finditer(whole):
            before, after = whole[: cut.start()], whole[cut.end() :]
            found += [rest for one, rest in ((before, after), (after, before)) if _key(one) == _key(title) and rest]
    return [rest for rest in dict.fromkeys(found) if len(rest.split()) <= _MOST_SITE_WORDS and not _PART.search(rest)]


def _title(tree: Element, declared: Sequence[str], data: StructuredData, sites: Sequence[str]) -> str | None:
    """The heading that the page's head names too, without the site's name.

    A heading that stands on the page, and as a whole or a part in the head, is the title in the author's own words.
    Next come the headline for machines, an `h1` over the text, and the head without the site's name.
    """
    headings = [element for tag in ("h1", "h2", "h3") for element in tree.iter(tag)]
    texts = [text for element in headings if (text := words_of(element)) and _key(text) not in map(_key, sites)]
    headlines = [each for each in data.texts("headline") if len(each) > 3]
    stripped = [_without_site(title, sites) for title in declared]
    named_too = [key for title in (*headlines, *declared, *stripped) if (key := _key(title))]
    parts = {_key(part) for title in declared for part in _parts(title)}
    keys = {text: key for text in texts if (key := _key(text))}
    found = [text for text, key in keys.items() if key in named_too or key in parts or _leads(key, named_too)]
    if found:  # of several the longest: the name of the site or of a part of it can stand in the head too
        return max(found, key=len)
    if headlines and (not stripped or any(_is_alike(headlines[0], title) for title in (*stripped, *texts))):
        return headlines[0]
    over = [element for element in tree.iter("h1") if _is_over_text(element) and words_of(element) in texts]
    first = [words_of(element) for element in tree.iter("h1") if words_of(element) in texts]
    return words_of(over[0]) if len(over) == 1 else next(iter((*stripped, *first)), None)


def _is_over_text(heading: Element) -> bool:
    """True where the box of a heading holds paragraphs too: it isn't the head of the page."""
    return heading.getparent().tag != "body" and heading.getparent().find(".//p") is not None


def _leads(key: str, titles: Iterable[str]) -> bool:
    """True for a heading of two words or more that a title begins or ends with, or that goes on from a title."""
    return any(
        len(key.split()) > 1
        and len(title.split()) > 1
        and (title.startswith(f"{key} ") or title.endswith(f" {key}") or key.startswith(f"{title} "))
        for title in titles
    )


def _parts(title: str) -> Iterator[str]:
    """The title, and what is left of it without one or two of its parts at either end."""
    yield title
    cuts = [(found.start(), found.end()) for found in _PART.finditer(title)]
    for start, end in cuts:
        yield title[:start]
        yield title[end:]


def _without_site(title: str, sites: Sequence[str]) -> str:
    known = {_key(site) for site in sites}
    for _ in range(2):
        cuts = [(found.start(), found.end()) for found in _PART.finditer(title)]
        for start, end in reversed(cuts):
            if _key(title[end:]) in known:
                title = title[:start]
                break
            if _key(title[:start]) in known:
                title = title[end:]
                break
    return title.strip()


def _is_alike(one: str, other: str) -> bool:
    first, second = set(_key(one).split()), set(_key(other).split())
    return len(first & second) >= 0.6 * min(len(first), len(second)) if first and second else False


def _key(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def _authors(tree: Element, meta: dict[str, list[str]], data: StructuredData, sites: Sequence[str]) -> list[str]:
    """The names that the first place gives that gives any."""
    said = [
        "; ".join(data.names("author", kind="Person")),
        *("; ".join(meta.get(name, ())) for name in _AUTHOR_META),
    ]
    for each in said:
        if names := author_names(each, sites):
            return names
    for element in _bylines(tree):
        if names := author_names(_first_line(element), sites):
            return names
    return []


def _bylines(tree: Element) -> list[Element]:
    """The elements that may name the author, the likeliest first."""
    properties, named_so, said_so, beside = [], [], [], []
    for element in tree.iter(
        "a", "address", "span", "div", "p", "strong", "em", "cite", "li", "small", "b", "i", "font"
    ):
        text = words_of(element) if is_short(element, _LONGEST_BYLINE) else ""
        if not 2 < len(text) <= _LONGEST_BYLINE:
            continue
        is_author = element.get("itemprop") == "author" or "author" in (element.get("rel") or "").split()
        if _is_of_others(element):
            beside.extend([element] if is_author and _is_aside_of_article(element) else [])
        elif is_author:
            properties.append(element)
        elif _BYLINE_NAMES.search(names_of(element)):
            named_so.append(element)
        elif _SAYS_BY.match(text) and element.tag in ("p", "div", "span", "em", "li", "small", "i", "font"):
            said_so.append(element)
    return [*properties, *named_so, *said_so, *beside]


def _is_aside_of_article(element: Element) -> bool:
    """True for a part beside the text that the article itself holds, where no class says what it is."""
    above = [*element.iterancestors()]
    return any(each.tag == "article" for each in above) and not any(_OTHERS.search(names_of(each)) for each in above)


def _is_of_others(element: Element) -> bool:
    """True for what names people who read the page, wrote other pages or are spoken of."""
    return any(
        each.tag in ("aside", "nav", "footer", "blockquote", "figure") or _OTHERS.search(names_of(each))
        for each in (element, *element.iterancestors())
    )


def _first_line(element: Element) -> str:
    """The words of a byline: its first block, as what stands in another is an office or a date."""
    first = next((each for each in element.iterdescendants("p", "div", "li") if words_of(each)), None)
    lead = (element.text or "").strip()
    return words_of(element) if first is None or lead else words_of(first)


def _fact(value: str | None) -> str | None:
    folded = " ".join((value or "").split())
    return folded if 0 < len(folded) <= _LONGEST else None
