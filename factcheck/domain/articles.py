"""The article that is checked, and the blocks it consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span


class BlockKind(StrEnum):
    """What a stretch of lines is. Only paragraphs, list items and quotations can hold claims or evidence."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    CODE = "code"
    FRONT_MATTER = "front_matter"
    BOILERPLATE = "boilerplate"

    @property
    def is_prose(self) -> bool:
        return self in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a text. The blocks of a text are in order, don't overlap, and hold every visible character."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text whose claims are checked. Its id hashes its raw bytes, so adding it twice is a no-op.

    Attributes:
        text: As its reader gave it, and never changed; every offset in the workbench counts code points of it.
        published_on_inferred: True where the date was worked out from the text and not stated by the source.
    """

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    source: Provenance
    published_on: date | None = None
    published_on_inferred: bool = False
    author: str | None = None
    language: str | None = None
