"""The sentences of many texts, or of a very long one, as they are asked for: in few calls and little memory.

Each call of a splitter costs time of its own, so short texts are split together. And it needs memory for every word, so
a long text is split window by window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from factcheck.domain.spans import Span
from factcheck.errors import InputError

Split: TypeAlias = Callable[[str], Sequence[Span]]
"""What a `SentenceSplitter` does."""

AT_ONCE: Final = 200_000
"""Code points that a splitter is given in one call."""

MOST: Final = 300_000
"""Sentences of one source: the default of the setting `max_sentences`. 25 MB of news have about 200,000."""

_BETWEEN: Final = "\n\n"


def sentences_of_each(texts: Iterable[str], split: Split, *, most: int = MOST) -> Iterator[tuple[int, Span]]:
    """The number of a text and the place of a sentence in it, for each sentence, in order. None reaches over two texts.

    Raises:
        InputError: When more than `most` have been given.
    """
    for count, found in enumerate(_found(texts, split)):
        if count == most:
            raise InputError(
                f"It has more than {most} sentences.", hint="Divide it, or raise max_sentences in factcheck.toml."
            )
        yield found


def _found(texts: Iterable[str], split: Split) -> Iterator[tuple[int, Span]]:
    held: list[str] = []
    first = size = 0
    for number, text in enumerate(texts):
        if size + len(text) > AT_ONCE:
            yield from _together(first, held, split)
            held, first, size = [], number, 0
        held.append(text)
        size += len(text) + len(_BETWEEN)
    yield from _together(first, held, split)


def _together(first: int, texts: Sequence[str], split: Split) -> Iterator[tuple[int, Span]]:
    """The sentences of these texts, the first of which is number `first`, in one call."""
    if len(texts) == 1:
        for span in _in_windows(texts[0], split):
            yield first, span
        return
    found = split(_BETWEEN.join(texts)) if texts else []
    start = at = 0
    for number, text in enumerate(texts, first):
        end = start + len(text)
        while at < len(found) and found[at].end <= start:
            at += 1
        mine = []
        while at < len(found) and found[at].start < end:
            mine.append(found[at])
            if found[at].end > end:
                break  # it belongs to the next text too
            at += 1
        if all(start <= span.start and span.end <= end for span in mine):
            yield from ((number, span.shifted(-start)) for span in mine)
        else:
            yield from ((number, span) for span in split(text))
        start = end + len(_BETWEEN)


def _in_windows(text: str, split: Split) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = min(start + AT_ONCE, len(text))
        found = split(text[start:end])
        if end < len(text) and len(found) > 1:
            # The window may have cut the last one: it is read again with what follows.
            end = start + found[-1].start
            found = found[:-1]
        yield from (span.shifted(start) for span in found)
        start = end
