"""Files that are replaced in one step: whoever reads one meets the old content or the new, never half of it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to, and put it in the place of `path` if the block ends well; else nothing has changed.

    The content is on the disk before the name is changed. The file gets the permissions that any new file of this user
    gets, which those of `tempfile` don't.

    Raises:
        OSError: If the folder isn't there or can't be written to, or the disk is full.
    """
    new = path.with_name(f".new-{secrets.token_hex(8)}")
    handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
