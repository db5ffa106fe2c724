"""Sources → what is scored, one text or claim at a time, each with the place up to which all has been taken.

A place can be gone back to: sources that were wholly taken are only compared by their digest, not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeAlias

from factcheck.domain.scores import GivenClaim
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError, UsageError
from factcheck.ingest.json_lines import numbered_lines
from factcheck.ingest.opening import STANDARD_INPUT, Opener, shown
from factcheck.ingest.ready_claims import holds_ready_claims, read_ready_claims
from factcheck.ingest.web.addresses import is_address
from factcheck.interfaces import Reader

Item: TypeAlias = SourceText | GivenClaim | ReadFailure

ARTICLE: Final = 8
"""What an article counts in a batch, where a ready claim counts 1."""
BATCH: Final = 32
"""What a batch counts, at least, when it is cut."""
_MANY_LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far the sources were taken.

    Attributes:
        files: How many files, of folders each of theirs, were wholly taken.
        digest: Of their names and contents, one after another.
        items: How much was taken of the file after those.
        items_digest: Of those items.
    """

    files: int = 0
    digest: str = ""
    items: int = 0
    items_digest: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def after_item(self, item: Item) -> Place:
        return replace(self, items=self.items + 1, items_digest=_rolled(self.items_digest, _content(item)))

    def after_file(self, name: str, sha256: str) -> Place:
        rolled = _rolled(self.digest, f"{name}\n{sha256}".encode("utf-8", "replace"))
        return Place(files=self.files + 1, digest=rolled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Inputs that are scored together, and what could not be read among them.

    Attributes:
        place: Behind the last of them.
    """

    inputs: tuple[SourceText | GivenClaim, ...]
    failures: tuple[ReadFailure, ...]
    place: Place

    @property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """Address and words of what the reader warns of."""
        texts = [each for each in self.inputs if isinstance(each, SourceText)]
        return tuple((each.address, warning) for each in texts for warning in each.warnings)

    @property
    def words(self) -> str:
        """What it holds, for a message."""
        names = [each.address for each in (*self.inputs, *self.failures)]
        return shown(names[0]) if len(names) == 1 else f"{shown(names[0])} to {shown(names[-1])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What is to be scored, in order.

    Attributes:
        max_bytes: Of a source; of JSON Lines, the longest line.
        files_in: Gives the files of a folder that can be read, sorted, and what can't be looked at.
    """

    names: Sequence[str]
    reader: Reader
    max_bytes: int
    files_in: Callable[[str], Iterator[str | ReadFailure]]

    def batches(self, after: Place) -> Iterator[Batch]:
        """All inputs behind `after`, in batches that are cut by the inputs' position only.

        Raises:
            UsageError: If what was taken before is no longer there as it was.
        """
        inputs: list[SourceText | GivenClaim] = []
        failures: list[ReadFailure] = []
        place = after
        weight = 0
        for item, place in self._items(after):
            if isinstance(item, ReadFailure):
                failures.append(item)
                continue
            inputs.append(item)
            weight += ARTICLE if isinstance(item, SourceText) else 1
            if weight >= BATCH:
                yield Batch(inputs=tuple(inputs), failures=tuple(failures), place=place)
                inputs, failures, weight = [], [], 0
        if inputs or failures:
            yield Batch(inputs=tuple(inputs), failures=tuple(failures), place=place)

    def ready_claims(self) -> str | None:
        """The first file of ready claims; None where there is none."""
        return next((each for each in self._files() if isinstance(each, str) and self._is_ready(each)), None)

    def count(self) -> tuple[int, int, int]:
        """How many files, articles and ready claims there seem to be, without reading more than lines.

        A feed counts as one article, and so does what can't be read.
        """
        files = articles = claims = 0
        for source in self._files():
            files += 1
            if isinstance(source, ReadFailure):
                articles += 1
            elif self._is_ready(source):
                claims += sum(1 for _ in read_ready_claims(source, max_bytes=self.max_bytes))
            else:
                articles += self._count_lines(source) if source.lower().endswith(_MANY_LINES) else 1
        return files, articles, claims

    def _count_lines(self, source: str) -> int:
        try:
            with Opener(self.max_bytes).file(source) as file:
                return sum(1 for _ in numbered_lines(file, longest=self.max_bytes))
        except InputError:
            return 1

    def _items(self, after: Place) -> Iterator[tuple[Item, Place]]:
        place = Place()
        for source in self._files():
            name, sha256 = (source.address, "") if isinstance(source, ReadFailure) else (source, _digest(source))
            if place.files < after.files:
                place = place.after_file(name, sha256)
                if place.files == after.files and place.digest != after.digest:
                    raise _changed(f"One of the first {after.files} sources, up to {shown(name)},")
                continue
            is_begun = place.files == after.files and after.items > 0
            for item in self._read(source):
                place = place.after_item(item)
                if is_begun and place.items <= after.items:
                    if place.items == after.items and place.items_digest != after.items_digest:
                        raise _changed(shown(name))
                    continue
                yield item, place
            if is_begun and place.items < after.items:
                raise _changed(shown(name))
            place = place.after_file(name, sha256)
        if place.files < after.files:
            raise _changed("The list of sources")

    def _files(self) -> Iterator[str | ReadFailure]:
        """The sources, with the files of a folder in its place."""
        for source in self.names:
            is_folder = source != STANDARD_INPUT and not is_address(source) and _is_folder(source)
            found = False
            for each in self.files_in(source) if is_folder else ():
                found = True
                yield each
            if not found:
                yield source

    def _read(self, source: str | ReadFailure) -> Iterator[Item]:
        if isinstance(source, ReadFailure):
            yield source
        elif self._is_ready(source):
            yield from read_ready_claims(source, max_bytes=self.max_bytes)
        else:
            yield from self.reader.read(source)

    def _is_ready(self, source: str) -> bool:
        return not is_address(source) and holds_ready_claims(source, max_bytes=self.max_bytes)


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):  # then reading it says what is wrong
        return False


def _digest(source: str) -> str:
    """SHA-256 of a file; empty for what is none: that is not compared."""
    if source == STANDARD_INPUT or is_address(source):
        return ""
    try:
        with Path(source).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _content(item: Item) -> bytes:
    if isinstance(item, SourceText):
        return item.raw
    told = item.text if isinstance(item, GivenClaim) else item.error.message
    return f"{item.address}\n{told}".encode("utf-8", "replace")


def _rolled(digest: str, content: bytes) -> str:
    return hashlib.sha256(digest.encode() + hashlib.sha256(content).digest()).hexdigest()


def _changed(what: str) -> UsageError:
    return UsageError(
        f"{what} is no longer what it was when this run was begun.",
        hint="Name another file with --out; or remove that of the begun run (its name ends in .part), to begin anew.",
    )
