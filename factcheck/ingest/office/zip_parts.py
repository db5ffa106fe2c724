"""The parts of a document that is a ZIP archive, held to limits before and while they are unpacked.

Nothing is written to the disk, and an archive inside the archive is never opened. Runs in a process of its own: see
`child`.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any, Final, TypeAlias

from factcheck.errors import InputError

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

MOST_ENTRIES: Final = 2000
MOST_BYTES: Final = 200_000_000
"""Of all entries, unpacked."""

MOST_RATIO: Final = 100
"""Bytes unpacked for one byte packed, of the whole archive. Text rarely passes 20."""

_FREE_OF_RATIO: Final = 1_000_000
"""Bytes that any archive may unpack to: the parts of a short document are mostly styles."""

_MOST_READ: Final = 100_000_000
_CHUNK: Final = 1 << 20
_ENCRYPTED: Final = 0x1
_ARCHIVES: Final = re.compile(r"\.(?:zip|7z|rar|gz|bz2|xz|tar|tgz|jar)$", re.IGNORECASE)
_OUTSIDE: Final = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
_BROKEN: Final = "Open it in the program it belongs to, and save it again."


class ZipParts:
    """An archive whose list of entries was looked at.

    Raises:
        InputError: For what is no archive, is cut or damaged, has a password, has too many entries, would unpack to
            too much, has an entry whose path leads outside or two entries of one name.
    """

    def __init__(self, raw: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        # zipfile trusts the archive's own numbers, and fails on them in many ways.
        except (zipfile.BadZipFile, OSError, ValueError, OverflowError, NotImplementedError, IndexError) as error:
            raise InputError(
                "It is a ZIP archive that is cut off or damaged.", hint="Fetch or copy it again."
            ) from error
        self._entries = self._archive.infolist()
        self._refuse_too_much(len(raw))
        self._refuse_tricks()
        self._left = _MOST_READ

    @property
    def names(self) -> list[str]:
        """The names of all entries, in their order."""
        return [entry.filename for entry in self._entries]

    @property
    def holds_archives(self) -> bool:
        return any(map(_ARCHIVES.search, self.names))

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def part(self, name: str) -> bytes:
        """The bytes of an entry.

        Raises:
            InputError: If it is not there, damaged, packed in a way that isn't known here, or larger than it says.
        """
        if name not in self:
            raise InputError(f"Its part {name!r} is missing.", hint=_BROKEN)
        chunks = []
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    chunks.append(chunk)
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise _too_much(f"more than {_MOST_READ // 10**6} MB of text")
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise InputError(f"Its part {name!r} is damaged.", hint=_BROKEN) from error
        return b"".join(chunks)

    def xml(self, name: str) -> Element:
        """The root of an entry that is XML. Entities are left as they are, and nothing outside is ever read.

        Raises:
            InputError: As `part` does, and if it is no sound XML.
        """
        return xml_of(self.part(name), name)

    def _refuse_too_much(self, packed: int) -> None:
        if len(self._entries) > MOST_ENTRIES:
            raise InputError(
                f"The archive has {len(self._entries)} entries; the limit is {MOST_ENTRIES}.",
                hint="If it is a document, save its text as a text file.",
            )
        total = sum(entry.file_size for entry in self._entries)
        if total > MOST_BYTES or (total > _FREE_OF_RATIO and total > MOST_RATIO * packed):
            raise _too_much(f"{total / 1e6:.0f} MB out of {packed / 1e6:.2g}")

    def _refuse_tricks(self) -> None:
        seen: set[str] = set()
        for entry in self._entries:
            name = entry.filename
            if entry.flag_bits & _ENCRYPTED:
                raise InputError(
                    "It is protected with a password.",
                    hint="Open it with the password, and save it without one.",
                )
            if _OUTSIDE.match(name):
                raise InputError(
                    f"The archive has the entry {name[:100]!r}, whose path leads out of the archive.",
                    hint="No program that writes documents does that; don't trust the file.",
                )
            if name in seen:
                raise InputError(
                    f"The archive has two entries of the name {name[:100]!r}.",
                    hint="No program that writes documents does that; don't trust the file.",
                )
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise InputError("The archive is packed in a way that isn't known here.", hint=_BROKEN)
            seen.add(name)


def xml_of(part: bytes, name: str) -> Element:
    """The root of `part`.

    Raises:
        InputError: If it is no sound XML, itself an archive, or declares entities of its own.
    """
    from lxml import etree  # type: ignore[import-untyped]

    if part.startswith(b"PK\x03\x04"):
        raise InputError(f"Its part {name!r} is itself an archive.", hint="Don't trust the file; it is no document.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"Its part {name!r} is no sound XML: {str(error)[:200]}.", hint=_BROKEN) from error
    if declares_entities(root):
        raise InputError(
            f"Its part {name!r} declares entities.",
            hint="No program that writes documents does that; don't trust the file.",
        )
    return root


def declares_entities(root: Element) -> bool:
    """True where the text could hide in names that the document itself gives a meaning to."""
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element, such as an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The attribute of this local name, in whatever namespace."""
    value = element.get(name)
    if value is not None:
        return str(value)
    return next((str(found) for key, found in element.attrib.items() if key.rpartition("}")[2] == name), None)


def _too_much(what: str) -> InputError:
    return InputError(
        f"The archive would unpack to {what}, more than any document needs.",
        hint="If it is a document, save its text as a text file.",
    )
