"""The raw bytes of every source, under their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.store.database import Database

_NOT_HERE: Final = f"length(bytes) = 0 AND sha256 != '{hashlib.sha256(b'').hexdigest()}'"
"""A snapshot of which only the digest is known: an import brought it without its bytes."""


def keep_snapshot(database: Database, raw: bytes) -> str:
    """Store `raw` once and give its SHA-256. Bytes of which only the digest was known are known from then on."""
    from sqlalchemy.dialects.sqlite import insert

    from factcheck.store.schema import snapshots

    digest = hashlib.sha256(raw).hexdigest()
    new = insert(snapshots).values(sha256=digest, bytes=raw)
    is_here = not database.query(f"SELECT 1 FROM snapshots WHERE sha256 = :digest AND {_NOT_HERE}", digest=digest)
    database.write(new.on_conflict_do_nothing() if is_here else new.prefix_with("OR REPLACE"))
    return digest


def keep_digest(database: Database, digest: str) -> None:
    """Note that a source had this SHA-256, where its bytes aren't there to be stored."""
    from sqlalchemy.dialects.sqlite import insert

    from factcheck.store.schema import snapshots

    database.write(insert(snapshots).values(sha256=digest, bytes=b"").on_conflict_do_nothing())


def snapshot(database: Database, digest: str) -> bytes | None:
    """The bytes of this digest; None where only the digest is known."""
    rows = database.query(f"SELECT bytes FROM snapshots WHERE sha256 = :digest AND NOT ({_NOT_HERE})", digest=digest)
    return rows[0]["bytes"] if rows else None


def count_without_bytes(database: Database) -> int:
    """Of how many sources only the digest is known."""
    return int(database.query(f"SELECT count(*) FROM snapshots WHERE {_NOT_HERE}")[0][0])


def damaged_snapshots(database: Database) -> Iterator[str]:
    """The digests whose bytes no longer give them. Reads one snapshot at a time."""
    for (digest,) in database.query(f"SELECT sha256 FROM snapshots WHERE NOT ({_NOT_HERE}) ORDER BY sha256"):
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
