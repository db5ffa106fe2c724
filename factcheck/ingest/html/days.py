"""The day a page was published: what it declares, what it shows, and whether the two agree.

Days of a change, a check or an update are never taken, nor those of what the page is about or leads to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from factcheck.ingest.html.json_ld import StructuredData
from factcheck.ingest.html.tree import BLOCKS, Element, drop, is_short, named, names_of, words_of
from factcheck.language.word_lists import word_list

_FIRST_YEAR: Final = 1991
"""Of the first web page; what a machine declares before it is the beginning of a clock."""

_LONGEST_LINE: Final = 120
_LONGEST_LABEL: Final = 40
_PUBLISHED: Final = frozenset(
    word_list(
        """article.published article:published article:published_date article:published_time article:publicationdate
    bt:pubdate citation_publication_date citation_online_date cxenseparse:recs:publishtime date_published datepublished
    dc.date.issued dc.date.publication dcsext.articlefirstpublished dcterms.issued mediator_published_time
    og:article:published og:article:published_time og:datepublished og:pubdate og:publish_date og:published_time
    originalpublicationdate parsely-pub-date pubdate publishdate publish_date publish_time publish-date
    published-date published_date published_time publisheddate publication_date rbpubdate rnews:datepublished
    shareaholic:article_published_time twt-published-at"""
    )
)
"""Names that say that a day is that of publication; others, such as `date`, leave it open."""

_CHANGED: Final = re.compile(
    r"\b(?:last|re)?-?_?(?:updat|modif|revis|review|edit|chang|correct|check|access|archiv|retriev|refresh)\w*",
    re.IGNORECASE,
)
_CHANGED_NAME: Final = re.compile(r"updat|modif|revis|review|moddate|lastmod|changed|utime", re.IGNORECASE)
_SAYS_PUBLISHED: Final = re.compile(
    r"(?:(?:first|originally|date) )?(?:published|posted|issued|released|publication date|date of publication)"
    r"(?: (?:on|at|by .{1,40} on))?\b[\s:]*(?P<rest>.{4,60})",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_FOR_MACHINES: Final = re.compile(r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
_READERS: Final = named(r"comment\S*|responses?|repl(?:y|ies)")
_AROUND: Final = frozenset({"aside", "footer", "nav"})


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """Attributes:
    day: None where the page doesn't say it.
    is_stated: True where it is declared as the day of publication, and nothing on the page says another.
    others: The days that other places of the page give as that of publication.
    """

    day: date | None = None
    is_stated: bool = False
    others: tuple[date, ...] = ()


def publication_day(tree: Element, data: StructuredData) -> PublicationDay:
    """Find the day of publication.

    Of declared days the one that most places give is taken, the article's own JSON-LD before the page's head and before
    what is shown. Where none is declared, it is what htmldate finds on the page when all days of changes are taken out.
    """
    declared = list(_declared(tree, data))
    shown = list(_shown(tree))
    if not declared and not shown:
        found = _found(tree)
        return PublicationDay(day=found)
    counts = Counter([*declared, *shown])
    best = max(counts, key=lambda day: counts[day])  # the first of those that are equally frequent
    others = tuple(sorted(day for day in counts if day != best))
    return PublicationDay(day=best, is_stated=bool(declared) and not others, others=others)


def _declared(tree: Element, data: StructuredData) -> Iterator[date]:
    """One day for each place that declares one: JSON-LD, the page's head, microdata, and the time set beside it."""
    for place in (_in_json_ld(data), _in_head(tree), _in_microdata(tree), _in_times(tree)):
        if (day := next((day for day in place if day is not None), None)) is not None:
            yield day


def _in_json_ld(data: StructuredData) -> Iterator[date | None]:
    for node in (*data.articles, *data.pages):
        yield _iso(node.get("datePublished"))


def _in_head(tree: Element) -> Iterator[date | None]:
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _PUBLISHED:
            content = meta.get("content") or ""
            yield _iso(content) or _day_in(content)


def _in_microdata(tree: Element) -> Iterator[date | None]:
    for element in tree.iter():
        if element.get("itemprop") == "datePublished" and _is_main_item(element):
            yield _iso(element.get("datetime") or element.get("content")) or _day_in(words_of(element))


def _in_times(tree: Element) -> Iterator[date | None]:
    for element in tree.iter("time", "abbr"):
        classes = (element.get("class") or "").split()
        is_meant = element.get("pubdate") is not None or "entry-date" in classes or "published" in classes
        if is_meant and not _is_around(element):
            yield _iso(element.get("datetime") or element.get("title")) or _day_in(words_of(element))


def _shown(tree: Element) -> Iterator[date]:
    """The day of the first line that says `Published …`."""
    for element in tree.iter("p", "div", "span", "dl", "dt", "li", "time", "td", "em", "i", "small"):
        text = words_of(element) if is_short(element, _LONGEST_LINE) else ""
        found = _SAYS_PUBLISHED.match(text)
        if found is None and element.tag != "dl":
            continue
        found = found or _SAYS_PUBLISHED.search(text)
        if found and not _is_around(element):
            rest = found["rest"]
            change = _CHANGED.search(rest)
            if day := _day_in(rest[: change.start()] if change else rest):
                yield day
                return


def _found(tree: Element) -> date | None:
    """What htmldate finds where the page declares nothing, once what would mislead it is out of the way."""
    from htmldate import find_date

    left = deepcopy(tree)
    changes = set()
    for meta in list(left.iter("meta")):
        name = (meta.get("name") or meta.get("property") or meta.get("http-equiv") or "").lower()
        if _CHANGED_NAME.search(name):
            changes.add(_iso(meta.get("content")))
        if _CHANGED_NAME.search(name) or name in _PUBLISHED:  # the latter were read, and hold no day
            meta.drop_tree()
    for element in list(left.iterdescendants()):
        if element.getparent() is None or next(element.iterdescendants("h1", "article", "main"), None) is not None:
            continue
        follower = element.getnext()
        if _is_label_of_change(element) and follower is not None and not (element.tail or "").strip():
            drop([follower])
        if (
            element.tag in ("aside", "footer", "nav", "script", "figure")
            or _READERS.search(names_of(element))
            or _CHANGED_NAME.search(f"{names_of(element)} {element.get('itemprop') or ''}")
            or (_is_line(element) and _tells_of_change(words_of(element)))
        ):
            drop([element])
    day = _iso(find_date(left, original_date=True, extensive_search=False))
    return None if day is None or day in changes or _is_ambiguous(day, left) else day


def _is_ambiguous(day: date, tree: Element) -> bool:
    """True for a day that only stands there as `3/4/2023`, which is another day on the other side of an ocean."""
    from lxml.etree import tostring  # type: ignore[import-untyped]

    if day.day > 12 or day.day == day.month:
        return False
    either = rf"\b0?(?:{day.day}/0?{day.month}|{day.month}/0?{day.day})/{day.year}\b"
    source = tostring(tree, encoding="unicode")
    return day.isoformat() not in source and re.search(either, source) is not None


def _is_line(element: Element) -> bool:
    return is_short(element, _LONGEST_LINE) and next(element.iterdescendants(*BLOCKS), None) is None


def _is_label_of_change(element: Element) -> bool:
    """True for `Last updated:` whose day stands in the next cell."""
    if element.tag not in ("dt", "th", "td", "span", "b", "strong", "label") or not is_short(element, _LONGEST_LABEL):
        return False
    text = words_of(element)
    return _CHANGED.search(text) is not None and not any(map(str.isdigit, text))


def _tells_of_change(line: str) -> bool:
    """True for a line whose first day is that of a change: not for `3 May 2024, updated 4 May 2024`."""
    change = _CHANGED.search(line)
    return change is not None and _day_in(line[: change.start()]) is None


def _is_around(element: Element) -> bool:
    return any(each.tag in _AROUND or _READERS.search(names_of(each)) for each in element.iterancestors())


def _is_main_item(element: Element) -> bool:
    """True for a property of the page's article, and not of one that it leads to or speaks of."""
    item = next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)
    if item is None or _is_around(element):
        return item is None
    nested = next((each for each in item.iterancestors() if each.get("itemprop") in ("itemReviewed", "comment")), None)
    has_heading = next(item.iterdescendants("h1"), None) is not None
    alone = sum(1 for _ in element.getroottree().getroot().iter("h1")) == 0
    return nested is None and item.get("itemprop") is None and (has_heading or alone)


def _iso(value: object) -> date | None:
    """The day that a date for machines begins with, as written: in the zone that it names."""
    found = _FOR_MACHINES.match(value) if isinstance(value, str) else None
    return _plausible(int(found[1]), int(found[3]), int(found[4])) if found else None


def _day_in(text: str) -> date | None:
    """The first day in `text` that is written with its month's name or as YYYY-MM-DD."""
    from htmldate.extractors import regex_parse

    if found := _ISO.search(text):
        return _plausible(int(found[1]), int(found[2]), int(found[3]))
    parsed: datetime | None = regex_parse(text)
    return _plausible(parsed.year, parsed.month, parsed.day) if parsed else None


def _plausible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
