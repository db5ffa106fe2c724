"""The parses of texts that are asked for again and again: each text is parsed once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span

Split: TypeAlias = Callable[[str], Sequence[Span]]
"""What a `SentenceSplitter` does."""

ParseEach: TypeAlias = Callable[[Sequence[tuple[str, Sequence[Span]]]], Sequence[ParsedText]]
"""What a `TextParser` does with many texts."""

KEPT: Final = 400_000
"""Characters of texts whose parses are kept, which takes about 40 MB: a claim meets many passages and a passage many
claims; those seen last are asked for again."""


class Parses:
    """What a parser makes of texts, each with the sentences that a splitter finds in it. For one thread.

    Args:
        kept: Characters of texts whose parses are kept beyond a call.
    """

    def __init__(self, parse_each: ParseEach, split: Split, *, kept: int = KEPT) -> None:
        self._parse_each = parse_each
        self._split = split
        self._most = kept
        self._known: OrderedDict[str, ParsedText] = OrderedDict()
        self._characters = 0

    def of(self, text: str) -> ParsedText:
        """The parse of `text`."""
        return self.of_each([text])[0]

    def of_each(self, texts: Iterable[str]) -> list[ParsedText]:
        """The parses of `texts`, in order; those that aren't known yet are parsed in one call."""
        texts = list(texts)
        once = dict.fromkeys(texts)
        new = [text for text in once if text not in self._known]
        if new:
            self._known |= zip(new, self._parse_each([(text, self._split(text)) for text in new]), strict=True)
            self._characters += sum(map(len, new))
        for text in once:
            self._known.move_to_end(text)
        found = [self._known[text] for text in texts]
        while self._characters > self._most:
            dropped, _ = self._known.popitem(last=False)
            self._characters -= len(dropped)
        return found
