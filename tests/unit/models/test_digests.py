"""Digests of files, one and several."""

from __future__ import annotations

import hashlib
from pathlib import Path

from factcheck.models.digests import file_digest, together, unreadable


def test_a_file_s_digest_is_the_sha256_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "weights"
    path.write_bytes(b"\x00\xff" * 70_000)
    assert file_digest(path) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_several_files_are_known_by_their_names_and_contents_in_any_order() -> None:
    assert together({"a": "1", "b": "2"}) == together({"b": "2", "a": "1"})
    assert len({together({"a": "1", "b": "2"}), together({"a": "2", "b": "1"}), together({"a": "1"})}) == 3


def test_what_cannot_be_read_is_named_with_the_reason() -> None:
    error = unreadable(Path("/models/x"), PermissionError(13, "Permission denied"))
    assert "/models/x" in error.message
    assert "Permission denied" in error.message
    assert error.exit_code == 6
