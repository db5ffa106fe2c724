"""Unpacks a gzip body as it comes, in whatever pieces, without keeping what stands behind its members."""

from __future__ import annotations

import zlib
from typing import Final

_MAGIC: Final = b"\x1f\x8b"


class GzipBody:
    """The members of one gzip stream, one after the other (RFC 1952, section 2.2).

    What follows a member and begins no other is passed over, as browsers do, and is never kept.
    """

    def __init__(self) -> None:
        self._member = zlib.decompressobj(wbits=31)
        self._held = b""
        self._is_over = False

    @property
    def is_whole(self) -> bool:
        """Whether the last member that began has ended."""
        return self._member.eof

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """The bytes that the next piece unpacks to; of more than `most`, the first `most` + 1.

        Raises:
            zlib.error: If it is no gzip, or damaged.
        """
        body = bytearray()
        data = self._held + chunk
        self._held = b""
        while data and not self._is_over and len(body) <= most:
            if self._member.eof:
                if len(data) < len(_MAGIC) and _MAGIC.startswith(data):
                    self._held = data  # the first byte of a member, perhaps
                    break
                self._is_over = not data.startswith(_MAGIC)
                if self._is_over:
                    break
                self._member = zlib.decompressobj(wbits=31)
            body += self._member.decompress(data, most + 1 - len(body))
            data = self._member.unused_data
        return bytes(body)
