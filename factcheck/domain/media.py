"""The picture, video or recording that a claim is about, and what a person found it to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from mimetypes import MimeTypes
from typing import Final
from urllib.parse import urlsplit

# Only what the library knows by itself: the files of a machine say something else on the next one.
_TYPES: Final = MimeTypes()


class MediaKind(StrEnum):
    """What sort of medium it is."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"


class Authenticity(StrEnum):
    """What was done to a medium, or with it: the six of schema.org's MediaManipulationRatingEnumeration."""

    ORIGINAL = "original"
    """Not altered; what is said of it may still be false."""
    MISSING_CONTEXT = "missing_context"
    """Not altered, but shown as something else: another day, another place."""
    EDITED = "edited"
    """Cut, cropped or put into another order."""
    TRANSFORMED = "transformed"
    """Changed in itself: something put in or taken out, another voice, another speed."""
    STAGED = "staged"
    """Acted, or made for the purpose."""
    SATIRE = "satire"
    """Made as satire or parody, and shown as such."""

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """One medium that a decision is about.

    Attributes:
        address: Of the file itself, or of the page that shows it.
        category: What the person who signs found.
    """

    address: str
    kind: MediaKind
    category: Authenticity

    @property
    def is_file(self) -> bool:
        """Whether the address names a file of such a kind, and not a page."""
        return kind_of(self.address) is self.kind

    @property
    def words(self) -> str:
        """`image, edited: https://…`"""
        return f"{self.kind.value}, {self.category.words}: {self.address}"


def kind_of(address: str) -> MediaKind | None:
    """What the ending of an address says; None where it says nothing."""
    try:
        guessed, _ = _TYPES.guess_type(urlsplit(address).path)
    except ValueError:
        return None
    sort = (guessed or "").partition("/")[0]
    return MediaKind(sort) if sort in list(MediaKind) else None
