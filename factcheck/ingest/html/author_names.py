"""The names of persons in what a page gives as its author: no login names, offices, dates, and no name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from factcheck.language.word_lists import word_list

_MOST_WORDS: Final = 5
_LONGEST: Final = 300
_EMAIL: Final = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+")
_LEAD: Final = re.compile(
    r"^(?:(?:view|see|read|show)? ?(?:all |more )?(?:posts|articles|stories|entries) (?:by|from)"
    r"|(?:(?:written|reported|posted|published|words|story|text|analysis|opinion|edited|photos?)(?: and \w+)? )?by"
    r"|authors?|posted|written|name|von|par)\b[\s:]*",
    re.IGNORECASE,
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_BEHIND: Final = re.compile(
    rf"\s*(?:\d|[|•·–—:(\[/\n]|\s-\s|\b{_MONTH}\.?\s+\d|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?:{_MONTH}\b|\d)"
    r"|\b(?:for|in|at|on|updated|published|posted|from|via|says)\s|\bis (?:a|an|the)\s"
    r"|\b(?:edited|fact[- ]?check\w*|(?:medically )?reviewed|photo\w*|illustrat\w+|translated|by)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_LAST_MONTH: Final = re.compile(r"(\S+\s+\S+)\s+(?:January|February|March|July|September|October|November|December)$")
_BETWEEN: Final = re.compile(r"\s*(?:;|,|&|\band\b|\bwith\b|\bund\b|\bet\b)\s*")
_NAME_WORD: Final = re.compile(r"(?:[dlo]['’])?[^\W\d_][^\W\d_'’.-]*(?:['’.-]+[^\W\d_]*)*\.?")
_PARTICLES: Final = frozenset(
    word_list("af al av ben bin da das de del den der di do dos du e el ibn la le san st ter van von y zu")
)
_NOT_A_NAME: Final = frozenset(
    word_list(
        """about account admin administrator advertisement agencies agency all anonymous article articles
        associated association author authors blog board bureau by chief column columnist comment
        comments committee company contact content contributor contributors copy correspondent council
        department dept desk developers director e-mail editor editorial editors email facebook follow
        foundation government group guest home institute join journalist log login magazine media member
        menu ministry more name network news newspaper newsroom office online organisation organization
        our photographer post posted posts powered press print profile publisher read registration
        reporter reporters search share sign site society sources special staff story subscribe support
        team the times twitter university unknown update updated user username view web webmaster
        website welcome writer writers your"""
    )
)


def author_names(said: str, site: Iterable[str] = ()) -> list[str]:
    """The names in `said`, each once, in order; none where it isn't sure that they are names of persons.

    Args:
        site: Names of the site and of its publisher, which are no author's.
    """
    sites = [" ".join(name.split()) for name in site if name]
    words = " ".join(_EMAIL.sub(" | ", said[:_LONGEST]).split())
    found: list[str] = []
    for part in re.split(r"[|•·]", words):
        part = _without_sites(_LEAD.sub("", part.strip(" ,;:-–—"), count=1), sites)
        parts = [_LAST_MONTH.sub(r"\1", each.strip(" ,.;:-–—")) for each in _BETWEEN.split(_BEHIND.sub("", part))]
        names = [_cased(each) for each in parts if each]
        if len(names) == 2 and all(" " not in name and _is_word(name) for name in names) and "," in part:
            names = [f"{names[1]} {names[0]}"]  # Okafor, Ruth
        for name in names:
            if not _is_name(name):
                break  # what stands behind the names: an office, a place
            if name.casefold() not in {each.casefold() for each in found}:
                found.append(name)
        if found:
            return found
    return found


def _without_sites(words: str, sites: Iterable[str]) -> str:
    for site in sites:
        if words.casefold().endswith(site.casefold()):
            words = words[: len(words) - len(site)].rstrip(" ,|-–—")
    return words


def _cased(name: str) -> str:
    words = name.split()
    if name.isupper() and len(words) > 1:
        return name.title()
    return " ".join(words)


def _is_word(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and word.casefold().strip(".") not in _NOT_A_NAME


def _is_name(name: str) -> bool:
    words = name.split()
    if not name.isascii() and not any(map(str.isupper, name)) and not any(map(str.islower, name)):
        return 1 < len(name) <= 20  # scripts without capitals and without spaces
    return (
        2 <= len(words) <= _MOST_WORDS
        and all(map(_is_word, words))
        and all(word[0].isupper() or word.casefold() in _PARTICLES or word[1:2] in "'’" for word in words)
        and any(len(word.strip(".")) > 1 for word in words)
    )
