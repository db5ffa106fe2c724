"""Documents that are ZIP archives: finds out which one it is, by what is in it. Runs in a process: see `child`."""

from __future__ import annotations

from typing import Final, TypedDict

from factcheck.errors import InputError
from factcheck.ingest.office import docx_text, epub_text, odt_text
from factcheck.ingest.office.zip_parts import ZipParts
from factcheck.ingest.told import Told

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIMETYPE: Final = "mimetype"
_ODT: Final = b"application/vnd.oasis.opendocument.text"
_SAVE: Final = "Save it as text, DOCX, ODT or PDF."
_OTHERS: Final = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("Index/Document.iwa", "a Pages document"),
    ("content.xml", "an OpenDocument file that is no text document"),
)


class PackageText(TypedDict):
    """What kind of document it is, `docx`, `odt` or `epub`, and its text."""

    format: str
    told: Told


def package_text(raw: bytes) -> PackageText:
    """The text of a DOCX, ODT or EPUB document, whatever it is called.

    Raises:
        InputError: For any other archive, for one with a password, and for what `ZipParts` and the reader of the
            format refuse.
    """
    if raw.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise InputError(
                "The document is protected with a password.", hint="Open it with the password, and save it without one."
            )
        raise InputError("It is an old Office document (.doc, .xls or .ppt), which can't be read.", hint=_SAVE)
    if not raw.startswith(b"PK"):
        raise InputError("It is no DOCX, ODT or EPUB document: those are ZIP archives.", hint=_SAVE)
    parts = ZipParts(raw)
    if epub_text.CONTAINER in parts:
        return PackageText(format="epub", told=epub_text.epub_text(parts))
    if _MIMETYPE in parts and parts.part(_MIMETYPE).strip().startswith(_ODT) and odt_text.MAIN in parts:
        return PackageText(format="odt", told=odt_text.odt_text(parts))
    main = docx_text.main_part(parts)
    if main is not None:
        return PackageText(format="docx", told=docx_text.docx_text(parts, main))
    for beginning, what in _OTHERS:
        if any(name.startswith(beginning) for name in parts.names):
            raise InputError(f"It is {what}, which can't be read.", hint=_SAVE)
    if parts.holds_archives:
        raise InputError(
            "It is an archive that holds other archives, and no document.",
            hint="Unpack it, look at what is in it, and name the files or their folder.",
        )
    raise InputError(
        "It is a ZIP archive, but no DOCX, ODT or EPUB document.", hint="Unpack it, and name the files or their folder."
    )
