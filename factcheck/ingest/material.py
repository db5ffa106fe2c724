"""What a reader is given: bytes, and what is known of them before they are looked into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, TypeAlias

from factcheck.domain.sources import ReadFailure, Retrieval, SourceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The bytes of one source.

    Attributes:
        address: The path or address it was read from; `-` for standard input.
        raw: All of its bytes.
        ending: The file ending that stands for its format, in small letters with its dot; "" where nothing says it.
        charset: The charset that whoever sent it names, in any spelling.
        retrieval: How it came from the network; None for what was read here.
    """

    address: str
    raw: bytes
    ending: str = ""
    charset: str | None = None
    retrieval: Retrieval | None = None


Format: TypeAlias = Callable[[Material], Sequence[SourceText | ReadFailure]]
"""Makes texts of bytes. Raises InputError for bytes that it can't read at all."""

Fetch: TypeAlias = Callable[[str], Material]
"""Gets what a web address holds. Raises InputError where it can't be had."""

PACKED: Final = ".gz"


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, that behind which a packed one is packed: `.jsonl.gz`."""
    path = PurePath(name.lower())
    if path.suffix == PACKED and PurePath(path.stem).suffix:
        return PurePath(path.stem).suffix + PACKED
    return path.suffix
