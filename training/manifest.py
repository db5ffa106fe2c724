"""The files that weights learn from: named in a committed manifest, and refused where they are other ones."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, TypeAlias

from factcheck.errors import InputError

Entry: TypeAlias = dict[str, Any]
"""A file of a manifest: `file`, `origin`, `licence`, `rows`, `sha256`, and what the program needs besides."""


def entries(manifest: Path) -> list[Entry]:
    """The files that a manifest names, in its order."""
    files: list[Entry] = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    return files


def read_rows(folder: Path, entry: Entry) -> list[dict[str, Any]]:
    """The rows of a gzipped file of JSON lines.

    Raises:
        InputError: If the file is missing, or isn't the one that the manifest describes.
    """
    path, hint = folder / entry["file"], f"Get it from {entry['origin']}."
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}.", hint=hint) from error
    found = hashlib.sha256(content).hexdigest()
    if found != entry["sha256"]:
        raise InputError(
            f"{path} has sha256 {found[:12]}…, not {entry['sha256'][:12]}…: it is another file.", hint=hint
        )
    read = [json.loads(line) for line in gzip.decompress(content).decode("utf-8").splitlines()]
    if len(read) != entry["rows"]:
        raise InputError(f"{path} has {len(read)} rows, the manifest says {entry['rows']}.", hint=hint)
    return read
