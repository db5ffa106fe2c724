"""The trained weights of check-worthiness: read from their file, checked, and applied.

A logistic regression on the sentence's vector and on hashed runs of its words and of its build. Three tables and one
number, so nothing but numpy is needed, and no second model is loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import factcheck
from factcheck.claims.worthiness.features import PLACES, build_places, tokens, word_places
from factcheck.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from factcheck.interfaces import Vectors

HEAD: Final = Path(factcheck.__file__).parent / "models" / "check_worthiness" / "head.safetensors"
HEAD_SHA256: Final = "f9da0d99d4f10e188e4711fb16b1f0c1ba396779a07db9975e33d8f1b23ce637"
"""Printed by `python -m training.check_worthiness`, which writes the file."""

_HINT: Final = "Install factcheck again; its weights come with it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The weights of one training.

    Attributes:
        encoder: Name and digest of the encoder whose vectors it reads.
        common: The words, in lower case, that stand for themselves in a text's build.
        vector: Shape (dimension,), float32.
        words: Shape (PLACES,), float32: one weight a place.
        build: Shape (PLACES,), float32.
        bias: Added to every text. The sum is a log-odds, and 0 is where the decision falls.
    """

    encoder: str
    common: frozenset[str]
    vector: npt.NDArray[np.float32]
    words: npt.NDArray[np.float32]
    build: npt.NDArray[np.float32]
    bias: float

    def log_odds(self, texts: Sequence[str], vectors: Vectors) -> npt.NDArray[np.float64]:
        """Shape (n,), in the order of `texts`; a text's figure doesn't depend on its neighbours.

        Raises:
            ModelError: If `vectors` isn't of shape (n, dimension) with the dimension that was trained on.
        """
        import numpy as np

        wanted = (len(texts), len(self.vector))
        if vectors.shape != wanted:
            raise ModelError(
                f"Check-worthiness needs vectors of shape {wanted}, but got {vectors.shape}.",
                hint=f"They must come from {self.encoder}, one a text.",
            )
        # Summed row by row: a matrix product rounds differently with the number of its rows.
        sums = (vectors.astype(np.float64) * self.vector).sum(axis=1) + self.bias
        for row, text in enumerate(texts):
            read = tokens(text)
            for table, places in ((self.words, word_places(read)), (self.build, build_places(read, self.common))):
                sums[row] += float(table[places].sum(dtype=np.float64)) / len(places) ** 0.5
        return np.asarray(sums, dtype=np.float64)


def load_head(path: Path = HEAD, *, sha256: str = HEAD_SHA256) -> Head:
    """The weights in `path`.

    Raises:
        ModelError: If the file is missing, or isn't the one with this SHA-256.
    """
    import numpy as np
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"The weights {path} can't be read: {error.strerror}.", hint=_HINT) from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ModelError(
            f"The weights {path} have sha256 {found[:12]}…, not {sha256[:12]}…: they were changed or cut.", hint=_HINT
        )
    try:
        read = load(content)
        head = Head(
            encoder=read["encoder"].tobytes().decode("utf-8"),
            common=frozenset(read["common"].tobytes().decode("utf-8").split()),
            vector=read["vector"].astype(np.float32),
            words=read["words"].astype(np.float32),
            build=read["build"].astype(np.float32),
            bias=float(read["bias"][0]),
        )
    except (SafetensorError, KeyError, ValueError, IndexError) as error:
        raise ModelError(f"The weights {path} are not of a check-worthiness head: {error}.", hint=_HINT) from error
    if head.words.shape != (PLACES,) or head.build.shape != (PLACES,) or head.vector.ndim != 1:
        raise ModelError(f"The weights {path} have tables of another size than {PLACES}.", hint=_HINT)
    return head
