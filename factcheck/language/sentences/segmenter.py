"""The default sentence splitter: a small trained model says where sentences end, and rules say what is sure.

Light to import: numpy and the weights are loaded with the first text.
"""

from __future__ import annotations

from typing import Final

from factcheck.domain.spans import Span, trimmed
from factcheck.language.sentences.guard import WINDOW, repaired

VERSION: Final = "boundaries/2"

SHA256: Final = "6eaf986b07a2a54cd3f2749b9fe60b4a32b568a048d63bb28020d2415758ad6a"
"""Of the weights, as `python -m training.sentence_boundaries` printed it; see the model card beside them."""

LIMIT: Final = 0.5
"""Log odds from which a sentence ends: the best of several on texts kept aside from training, for both kinds."""


class BoundarySplitter:
    """A `SentenceSplitter` over the model that comes with factcheck.

    Made for English, usable for other languages that write full stops. A sentence never reaches over an empty line;
    where a line ends, one ends only if the line is a list's item or was not wrapped.
    """

    @property
    def name(self) -> str:
        """Names the weights too: other weights find other sentences."""
        return f"{VERSION} ({SHA256[:8]})"

    def split(self, text: str) -> list[Span]:
        """See `SentenceSplitter.split`. A sentence longer than `WINDOW` comes in pieces, cut at white space if any.

        Raises:
            ModelError: If the weights are missing or were changed.
        """
        from factcheck.language.sentences import boundary_features, boundary_model, boundary_rules

        words = boundary_features.words_of(text)
        if words is None:
            return []
        ends = boundary_rules.apply(boundary_model.shipped(SHA256).scores(words) > LIMIT, text, words)
        last = ends.nonzero()[0]
        stops = words.ends[last].tolist()
        starts = [int(words.starts[0]), *words.starts[last[:-1] + 1].tolist()]
        whole = zip(starts, stops, strict=True)
        return repaired(text, [piece for start, end in whole for piece in _pieces(text, start, end)])


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """[start, end) as it is, or in trimmed pieces of at most `WINDOW`, so that what follows stays fast."""
    pieces = []
    while end - start > WINDOW:
        cut = next((each for each in range(start + WINDOW, start + WINDOW // 2, -1) if text[each].isspace()), None)
        cut = cut or start + WINDOW
        pieces.append(trimmed(text, Span(start, cut)))
        start = next(each for each in range(cut, end) if not text[each].isspace())
    return [*pieces, Span(start, end)]
