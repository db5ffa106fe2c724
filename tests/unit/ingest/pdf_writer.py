"""Writes small PDF documents, plain or with a password, so that the tests read real ones."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_ID = b"0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of a page: its text in Latin-1, its place in points, its size, and whether it is written upwards."""

    text: str
    top: float
    left: float = 72.0
    size: float = 11.0
    turned: bool = False

    @property
    def shown(self) -> str:
        """As the content of a page shows it."""
        place = f"{'0 1 -1 0' if self.turned else '1 0 0 1'} {self.left} {self.top} Tm"
        return f"BT /F {self.size} Tf {place} ({_escaped(self.text)}) Tj ET"


def page_of(*paragraphs: str, top: float = 720.0, width: int = 80) -> list[Words]:
    """Paragraphs set in lines of `width` characters, with a free line between two."""
    lines: list[Words] = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split(" "):
            if len(line) + len(word) >= width:
                lines.append(Words(line, top))
                top -= 14
                line = ""
            line = f"{line} {word}".strip()
        lines.append(Words(line, top))
        top -= 28
    return lines


def lines_from(
    text: str, top: float = 720.0, *, left: float = 72.0, size: float = 11.0, step: float = 14
) -> list[Words]:
    """A line for each line of `text`, one below the other; an empty one leaves its place free."""
    return [
        Words(line, top - step * number, left, size)
        for number, line in enumerate(text.strip("\n").split("\n"))
        if line.strip()
    ]


def make_pdf(
    pages: Sequence[Sequence[Words]],
    *,
    facts: dict[str, str] | None = None,
    language: str | None = None,
    password: str | None = None,
) -> bytes:
    """A PDF document of these pages. With a password, its streams are scrambled as PDF 1.3 does (40-bit RC4)."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    spoken = f" /Lang ({language})" if language else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{spoken} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    key = b"" if password is None else _key(password)
    for number, page in enumerate(pages):
        content = "\n".join(each.shown for each in page).encode("cp1252")
        if password is not None:
            own = hashlib.md5(key + (5 + 2 * number).to_bytes(3, "little") + b"\0\0").digest()[:10]
            content = _rc4(own, content)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    trailer = "/Root 1 0 R"
    if facts:
        objects.append(
            b"<< " + b" ".join(b"/%s (%s)" % (k.encode(), v.encode("cp1252")) for k, v in facts.items()) + b" >>"
        )
        trailer += f" /Info {len(objects)} 0 R"
    if password is not None:
        owner, user = _owner(password), _rc4(key, _PADDING)
        entry = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>"
        objects.append(entry.encode())
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{_ID.hex()}> <{_ID.hex()}>]"
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, trailer.encode(), len(out),
    )  # fmt: skip


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _owner(password: str) -> bytes:
    return _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))


def _key(password: str) -> bytes:
    rights = (-4).to_bytes(4, "little", signed=True)
    return hashlib.md5(_padded(password) + _owner(password) + rights + _ID).digest()[:5]


def _rc4(key: bytes, text: bytes) -> bytes:
    state = list(range(256))
    at = 0
    for place in range(256):
        at = (at + state[place] + key[place % len(key)]) % 256
        state[place], state[at] = state[at], state[place]
    out, one, two = bytearray(), 0, 0
    for byte in text:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        out.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(out)
