"""An article or a document as text to read, with what is looked at marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content
from textual.content import Span as Styled

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.claims import Claim
from factcheck.domain.spans import Span
from factcheck.tui.safe import safe
from factcheck.tui.signs import FAINT

WHOLE: Final = 120_000
"""Characters up to which a text is shown as a whole: about forty pages, wrapped in a tenth of a second."""

AROUND: Final = 40_000
"""Characters shown on each side of what is looked at in a longer text, to the nearest multiple of this number."""

CURRENT: Final = "bold on $primary 40%"
OTHER: Final = "on $primary 12%"
_BLOCK_STYLES: Final = {
    BlockKind.HEADING: "bold",
    BlockKind.BOILERPLATE: FAINT,
    BlockKind.DATELINE: FAINT,
    BlockKind.BYLINE: FAINT,
    BlockKind.FRONT_MATTER: FAINT,
}


def text_around(
    text: str, blocks: Sequence[Block], current: Span, *, parts: Iterable[Span] = (), others: Iterable[Span] = ()
) -> tuple[Content, Span]:
    """The text near `current`, and where `current` stands in what is given back.

    Args:
        parts: The exact words inside `current`, underlined where they are not all of it.
        others: Further places that are marked faintly.
    """
    window = _window(text, current)
    head = _left_out(window.start, "before")
    tail = _left_out(len(text) - window.end, "after")
    shift = len(head) - window.start
    styled = [Styled(*_placed(block.span, window, shift), style) for block, style in _styled(blocks)]
    styled += [Styled(*_placed(span, window, shift), OTHER) for span in others]
    styled.append(Styled(*_placed(current, window, shift), CURRENT))
    exact = [span for span in parts if span != current]
    styled += [Styled(*_placed(span, window, shift), "underline") for span in exact]
    content = Content.assemble(head, safe(window.of(text)), tail)
    visible = [span for span in styled if span.start < span.end]
    start, end = _placed(current, window, shift)
    return content.add_spans(visible), Span(start, end)


def article_content(
    text: str, blocks: Sequence[Block], claims: Iterable[Claim], current: Claim
) -> tuple[Content, Span]:
    """An article with one claim marked, and the others faintly."""
    others = (claim.span for claim in claims if claim.id != current.id)
    return text_around(text, blocks, current.span, parts=current.spans, others=others)


def _styled(blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    return [(block, _BLOCK_STYLES[block.kind]) for block in blocks if block.kind in _BLOCK_STYLES]


def _window(text: str, current: Span) -> Span:
    """What is shown of a text. Neighbouring places have the same window, so that it is wrapped only once for them."""
    if len(text) <= WHOLE:
        return Span(0, len(text))
    start = max(0, (current.start // AROUND - 1) * AROUND)
    end = min(len(text), start + WHOLE)
    # Begin and end with a line, where one begins and ends nearby.
    if start > 0:
        start = max(start, text.find("\n", start, start + 500) + 1)
    if end < len(text):
        end = max(start, _or(text.rfind("\n", end - 500, end), end))
    return Span(start, end)


def _or(found: int, otherwise: int) -> int:
    return found if found > 0 else otherwise


def _left_out(characters: int, where: str) -> Content:
    if not characters:
        return Content("")
    words = f"… {characters:,} characters {where} …"
    return Content.styled(f"{words}\n" if where == "before" else f"\n{words}", FAINT)


def _placed(span: Span, window: Span, shift: int) -> tuple[int, int]:
    """Where a span of the whole text stands in what is shown; empty if it is outside."""
    start, end = max(span.start, window.start), min(span.end, window.end)
    return (start + shift, end + shift) if start < end else (0, 0)
