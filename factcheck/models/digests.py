"""SHA-256 of files and of folders: what is stored beside everything that a model made."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import ModelError


def file_digest(path: Path) -> str:
    """Of one file.

    Raises:
        OSError: If it can't be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def together(digests: Mapping[str, str]) -> str:
    """Of several files, by the name and the digest of each; the order in which they come doesn't matter."""
    lines = "".join(f"{name}\n{digests[name]}\n" for name in sorted(digests))
    return hashlib.sha256(os.fsencode(lines)).hexdigest()


def unreadable(path: Path, error: OSError) -> ModelError:
    """The error for a file of a model that can't be read."""
    return ModelError(f"{path} can't be read: {error.strerror}.", hint="Check that you may read the model's files.")
