"""Says where the main part of a page may have been lost: an article is never taken in without a word about that.

Signs are what the page tells of itself (the length of its article, its summary, that it isn't free), sentences that are
shown and were not kept, and sentences that stand in its scripts only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.ingest.html.facts import PageFacts
from factcheck.ingest.html.json_ld import StructuredData
from factcheck.ingest.html.tree import BLOCKS, UNSEEN, Element, seen_words, words_of
from factcheck.language.word_lists import word_list

_ALL: Final = "--whole takes all that the page shows."
_LOOK: Final = "Look at the page in a browser; if words are missing, save what you see as a text file and add that."
_LEAST_SENTENCE: Final = 5
"""Words of a sentence that counts; shorter ones are buttons and notices."""

_LEAST_PROSE: Final = 4
"""Words besides headings, captions and links with which a page shows a text at all."""

_MUCH: Final = 60
"""Words left out from which on they are worth a warning."""

_LEAST_KEPT: Final = 0.5
_LEAST_SHARED: Final = 0.2
_LEAST_OF_SUMMARY: Final = 6
_SHORT: Final = 200
"""Words of a text about which the page's summary, or a request to log in, says something."""

_ENDS: Final = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|$)', re.DOTALL)
_LEAST_STRING: Final = 30
_PROSE: Final = re.compile(r"[A-ZÀ-Þ“\"'‘][^<>{}=;]{20,}[.!?…][\"'”’»)]*$")
_TAG: Final = re.compile(r"<[^>]{0,200}>")
_WORD: Final = re.compile(r"\w+")
_MOST_SCRIPT: Final = 5_000_000
_NO_PROSE: Final = frozenset(
    word_list("h1 h2 h3 h4 h5 h6 figcaption figure nav footer header button label a form summary caption time")
)
_GATE: Final = re.compile(
    r"(?:keep|continue|to continue) reading|(?:read|see|unlock|view) the (?:rest|full|whole|remaining|entire)\b"
    r"|to read (?:on|more|the (?:rest|full|whole))|already (?:a )?(?:subscribe|member)"
    r"|(?:subscribe|log ?in|sign ?in|register) (?:now )?to (?:read|continue|keep|view|unlock|get full access)"
    r"|for (?:subscribers|members) only|(?:reserved for|exclusive to|only for) (?:our )?(?:subscribers|members)"
    r"|you have (?:read|reached|used) .{0,40}(?:free )?articles?",
    re.IGNORECASE,
)


def shows_text(tree: Element) -> bool:
    """True where a page shows words that are no heading, caption, link or button."""
    left = _LEAST_PROSE
    for words, is_prose in blocks_of(tree):
        if is_prose:
            left -= len(words.split())
            if left <= 0:
                return True
    return False


def body_for_machines(tree: Element, data: StructuredData) -> str | None:
    """The article as the page gives it to machines; None where it shows most of it, and where it gives none."""
    body = next(data.texts("articleBody", "reviewBody"), "")
    told = _words(body)
    if len(told) < _LEAST_OF_SUMMARY:
        return None
    shown = set(_words(words_of(tree)))
    return _full_text(data) if sum(word not in shown for word in told) > (1 - _LEAST_KEPT) * len(told) else None


def _full_text(data: StructuredData) -> str | None:
    for node in data.articles:
        for key in ("articleBody", "reviewBody"):
            text = node.get(key)
            if isinstance(text, str) and text.strip():
                return text
    return None


def losses(kept: str, tree: Element, facts: PageFacts, taken: Sequence[str]) -> list[str]:
    """What says that a main part of the page isn't in `kept`; nothing where nothing does.

    Args:
        tree: What the page shows, without what is known to stand around its article.
        taken: Paragraphs of what was taken for that by its name only.
    """
    data = facts.data
    words = _words(kept)
    found = []
    prose = [block for block, is_prose in blocks_of(tree) if is_prose]
    sentences = [block for block in (*prose, *taken) if _is_sentence(block)]
    held = _shingles(words)
    missing = sum(len(_words(each)) for each in sentences if not _is_in(each, held))
    whole = sum(len(_words(each)) for each in sentences)
    if missing >= _MUCH and missing > (1 - _LEAST_KEPT) * whole:
        found.append(f"About {missing} of {whole} words in sentences that the page shows were left out. {_ALL}")
    told = next((int(node["wordCount"]) for node in data.articles if str(node.get("wordCount") or "").isdigit()), 0)
    in_scripts = 0 if found else sum(len(_words(each)) for each in _script_sentences(tree, held))
    if told > len(words) / _LEAST_KEPT and told - len(words) >= _MUCH:
        found.append(f"The page says that its article has {told} words, and {len(words)} were found. {_LOOK}")
    elif in_scripts > max(_MUCH / 2, len(words)):
        found.append(f"Most of the page's sentences stand in its scripts and not in what it shows. {_LOOK}")
    elif any(str(node.get("isAccessibleForFree")).lower() == "false" for node in data.articles):
        found.append(f"The page says that its article isn't free to read; this may be only its beginning. {_LOOK}")
    elif len(words) < _SHORT and any(_GATE.search(block) for block, _ in blocks_of(tree)):
        found.append(f"The page asks its readers to log in or pay for more; this may be only a beginning. {_LOOK}")
    elif len(words) < _SHORT and facts.summary and _shares_nothing(facts.summary, words):
        found.append(f"The text that was kept shares almost no word with the page's own summary. {_ALL}")
    return found


def _shares_nothing(summary: str, words: list[str]) -> bool:
    told = {word[:6] for word in _words(summary) if len(word) > 3}
    kept = {word[:6] for word in words}
    return len(told) >= _LEAST_OF_SUMMARY and len(told & kept) <= _LEAST_SHARED * len(told)


def blocks_of(tree: Element) -> Iterator[tuple[str, bool]]:
    """The words of each block that holds no other, in order, and whether they can be prose."""
    body = tree.find("body")
    for element in body.iter() if body is not None else ():
        if element.tag not in BLOCKS or any(each.tag in UNSEEN for each in element.iterancestors()):
            continue
        own = [element.text or ""]
        links = 0
        for child in element:
            if child.tag not in BLOCKS and child.tag not in UNSEEN:
                own.extend(seen_words(child))
                links += sum(len(words_of(link)) for link in child.iter("a", "button"))
            own.append(child.tail or "")
        words = " ".join("".join(own).split())
        if words:
            around = (element, *element.iterancestors())
            yield words, 2 * links < len(words) and not any(each.tag in _NO_PROSE for each in around)


def _is_sentence(words: str) -> bool:
    return len(words.split()) >= _LEAST_SENTENCE and _ENDS.search(words) is not None


def _script_sentences(tree: Element, held: set[tuple[str, ...]]) -> Iterator[str]:
    """Sentences in the page's scripts that the kept text doesn't have, each once."""
    seen = set()
    left = _MOST_SCRIPT
    for script in tree.iter("script"):
        source = (script.text or "")[:left]
        left -= len(source)
        for text in _strings(source):
            text = " ".join(_TAG.sub(" ", text).split())
            if text not in seen and _is_sentence(text) and _PROSE.match(text) and not _is_in(text, held):
                seen.add(text)
                yield text


def _strings(source: str) -> Iterator[str]:
    """The strings of a script, and those of a script that stands in a string."""
    for found in _STRING.finditer(source):
        if len(found[1]) < _LEAST_STRING:
            continue
        try:
            text = json.loads(f'"{found[1]}"', strict=False)
        except ValueError:
            continue
        yield text
        yield from (inner[1] for inner in _STRING.finditer(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[place : place + 3]) for place in range(len(words) - 2)}


def _is_in(text: str, held: set[tuple[str, ...]]) -> bool:
    own = _shingles(_words(text))
    return bool(own) and len(own & held) >= _LEAST_KEPT * len(own)
