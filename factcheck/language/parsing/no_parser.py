"""Where no grammar is read: each sentence stays as it is, without tokens."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain.parsed_text import ParsedSentence, ParsedText
from factcheck.domain.spans import Span


class NoParser:
    """A `TextParser` that parses nothing, in any language."""

    @property
    def name(self) -> str:
        return "no parser"

    @property
    def language(self) -> str:
        return ""

    def parse(self, text: str, sentences: Sequence[Span]) -> ParsedText:
        """See `TextParser.parse`."""
        return ParsedText(text=text, sentences=tuple(ParsedSentence(span=span) for span in sentences))

    def parse_each(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[ParsedText]:
        """See `TextParser.parse_each`."""
        return [self.parse(text, sentences) for text, sentences in texts]
