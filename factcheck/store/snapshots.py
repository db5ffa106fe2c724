"""The raw bytes of every source, under their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.store.database import Database

# Of what an import brought without its bytes only the digest is known, and no bytes are kept under it. The digest here
# is that of an empty source.
_IS_HERE: Final = "(length(bytes) > 0 OR sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')"
_IS_KNOWN: Final = "SELECT 1 FROM snapshots WHERE sha256 = :digest"
_BYTES: Final = f"SELECT bytes FROM snapshots WHERE {_IS_HERE} AND sha256 = :digest"  # noqa: S608  # a constant
_HERE: Final = f"SELECT sha256 FROM snapshots WHERE {_IS_HERE} ORDER BY sha256"  # noqa: S608  # likewise
_NOT_HERE: Final = f"SELECT count(*) FROM snapshots WHERE NOT {_IS_HERE}"  # noqa: S608  # likewise


def keep_snapshot(database: Database, raw: bytes) -> str:
    """Store `raw` once and give its SHA-256. Bytes of which only the digest was known are known from then on."""
    from sqlalchemy.dialects.sqlite import insert

    from factcheck.store.schema import snapshots

    digest = hashlib.sha256(raw).hexdigest()
    new = insert(snapshots).values(sha256=digest, bytes=raw)
    if not database.query(_IS_KNOWN, digest=digest) or snapshot(database, digest) is not None:
        database.write(new.on_conflict_do_nothing())
    else:
        database.write(new.prefix_with("OR REPLACE"))
    return digest


def keep_digest(database: Database, digest: str) -> None:
    """Note that a source had this SHA-256, where its bytes aren't there to be stored."""
    from sqlalchemy.dialects.sqlite import insert

    from factcheck.store.schema import snapshots

    database.write(insert(snapshots).values(sha256=digest, bytes=b"").on_conflict_do_nothing())


def snapshot(database: Database, digest: str) -> bytes | None:
    """The bytes of this digest; None where only the digest is known."""
    rows = database.query(_BYTES, digest=digest)
    return rows[0]["bytes"] if rows else None


def count_without_bytes(database: Database) -> int:
    """Of how many sources only the digest is known."""
    return int(database.query(_NOT_HERE)[0][0])


def damaged_snapshots(database: Database) -> Iterator[str]:
    """The digests whose bytes no longer give them. Reads one snapshot at a time."""
    for (digest,) in database.query(_HERE):
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
