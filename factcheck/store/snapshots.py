"""The raw bytes of every source, under their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.store.database import Database


def keep_snapshot(database: Database, raw: bytes) -> str:
    """Store `raw` once and give its SHA-256."""
    from sqlalchemy.dialects.sqlite import insert

    from factcheck.store.schema import snapshots

    digest = hashlib.sha256(raw).hexdigest()
    database.write(insert(snapshots).values(sha256=digest, bytes=raw).on_conflict_do_nothing())
    return digest


def damaged_snapshots(database: Database) -> Iterator[str]:
    """The digests whose bytes no longer give them. Reads one snapshot at a time."""
    for (digest,) in database.query("SELECT sha256 FROM snapshots ORDER BY sha256"):
        rows = database.query("SELECT bytes FROM snapshots WHERE sha256 = :digest", digest=digest)
        # Someone who wrote past us may have left text or nothing where bytes belong.
        kept = rows[0]["bytes"] if rows else None
        if not isinstance(kept, bytes) or hashlib.sha256(kept).hexdigest() != digest:
            yield digest


def block_list(blocks: tuple[Block, ...]) -> list[list[object]]:
    """Blocks as the database keeps them."""
    return [[block.span.start, block.span.end, block.kind.value] for block in blocks]


def blocks_of(stored: list[list[object]]) -> tuple[Block, ...]:
    """The opposite of `block_list`."""
    return tuple(Block(span=Span(int(str(s)), int(str(e))), kind=BlockKind(str(kind))) for s, e, kind in stored)
