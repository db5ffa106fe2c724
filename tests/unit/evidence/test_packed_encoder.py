"""The default model without sentence-transformers gives what it gives with it."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from factcheck.evidence.packed_encoder import LONGEST, PackedEncoder
from factcheck.models.weights import find_weights

pytestmark = pytest.mark.model

TEXTS = [
    "The dam holds 40 tons.",
    "",
    " ",
    "x",
    "Zoë 🛳 字",
    "\ud800 half of a character \udfff",
    "The ferry carried 4,100 passengers last year.",
    "dam " * (LONGEST - 2),
    "dam " * (LONGEST - 2) + "and a word that nobody reads",
    "In May prices fell. " * 100,
    "The dam holds 40 tons.",
]


@cache
def packed() -> PackedEncoder:
    return PackedEncoder(find_weights())


def test_it_gives_what_sentence_transformers_gives() -> None:
    from sentence_transformers import SentenceTransformer

    model: Any = SentenceTransformer(str(find_weights().folder), device="cpu", local_files_only=True)
    whole = [text.encode("utf-8", "replace").decode() for text in TEXTS]
    assert packed().encode(TEXTS) == pytest.approx(model.encode(whole), abs=1e-6)
    assert packed().dimension == model.get_embedding_dimension()


def test_of_a_long_text_only_the_beginning_is_read() -> None:
    whole, longer = packed().encode(["dam " * (LONGEST - 2), "dam " * (LONGEST - 2) + "and more"])
    assert (whole == longer).all()
    shorter = packed().encode(["dam " * (LONGEST - 3)])[0]
    assert not np.allclose(whole, shorter, atol=1e-7)
