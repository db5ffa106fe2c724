"""Trains the network that finds sentences.

Run: python -m training.sentence_boundaries --data FOLDER [--out FILE] [--fold K]

FOLDER holds the files of `manifest.json` beside this program; any other content is refused. Without `--fold` the
weights are written to FILE and their SHA-256 is printed, which belongs into `factcheck.language.sentences.segmenter`.
With `--fold K`, from 0 to 4, a fifth of the texts is kept aside, chosen by a hash of their ids, and the F1 of the
boundaries found in it is printed: this is how everything was chosen. The same machine, libraries and number of
threads (one) give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch

from factcheck.language.sentences import boundary_model
from factcheck.language.sentences.boundary_features import PARAGRAPH, Words, words_of
from factcheck.language.sentences.segmenter import LIMIT
from factcheck.models.weights import find_weights
from training.sentence_boundaries.data import Text, read
from training.sentence_boundaries.network import Example, numbers, tensors, trained

SEED: Final = 1
FOLDS: Final = 5
MEANINGS: Final = 32
"""Principal components of the encoder's word vectors that are kept."""
THREADS: Final = 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=boundary_model.WEIGHTS)
    parser.add_argument("--fold", type=int, choices=range(FOLDS))
    wanted = parser.parse_args()
    torch.set_num_threads(THREADS)
    texts = read(wanted.data)
    aside = [each for each in texts if wanted.fold is not None and _fold(each) == wanted.fold]
    learned = [each for each in texts if each not in aside]
    print(f"{len(learned)} texts to learn from, {sum(len(each.ends) for each in learned)} sentences", flush=True)
    stored = _trained(learned)
    if aside:
        wanted.out = wanted.out.with_suffix(f".fold{wanted.fold}.safetensors")
    sha256 = _write(stored, wanted.out)
    print(f"{wanted.out}: {wanted.out.stat().st_size} bytes, sha256 {sha256}")
    if aside:
        _print_scores(aside, boundary_model.read(wanted.out, sha256=sha256))
        wanted.out.unlink()


def _fold(text: Text) -> int:
    return zlib.crc32(text.id.encode()) % FOLDS


def _trained(texts: Sequence[Text]) -> dict[str, npt.NDArray[np.generic]]:
    keys, vectors, scale = _vectors()
    known = torch.from_numpy(vectors.astype(np.float32) * scale)
    examples = [_example(text, keys) for text in texts]
    start = time.perf_counter()
    network = trained(examples, known, seed=SEED)
    print(f"{time.perf_counter() - start:.0f} s", flush=True)
    return {**tensors(network), "keys": keys, "vectors": vectors, "vector_scale": np.array([scale])}


def _example(text: Text, keys: npt.NDArray[np.uint32]) -> Example:
    words = _words(text)
    return Example(
        numbers=numbers(words, keys),
        ends=np.isin(words.ends, text.ends).astype(np.float32),
        counts=(words.after != PARAGRAPH).astype(np.float32),
    )


def _words(text: Text) -> Words:
    words = words_of(text.text)
    assert words is not None
    return words


def _vectors() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int8], np.float32]:
    """The default encoder's vectors of whole English words, as 8-bit principal components, by the words' keys."""
    from safetensors.numpy import load_file

    folder = find_weights().folder
    spelled = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = {
        zlib.crc32(word.encode()): place for place, word in enumerate(spelled) if word.isascii() and word.isalpha()
    }
    order = sorted(words)
    table = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"].astype(np.float64)
    rows = table[[words[key] for key in order]]
    rows -= rows.mean(axis=0)
    _, axes = np.linalg.eigh(rows.T @ rows)
    axes = axes[:, ::-1][:, :MEANINGS]
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(MEANINGS)])  # an axis has no sign of its own
    parts = rows @ axes
    parts /= parts.std()
    scale = np.float32(np.quantile(np.abs(parts), 0.9999) / 127)
    return np.array(order, np.uint32), np.clip(np.rint(parts / scale), -127, 127).astype(np.int8), scale


def _write(stored: dict[str, npt.NDArray[np.generic]], path: Path) -> str:
    from safetensors.numpy import save

    content = save({name: np.ascontiguousarray(stored[name]) for name in sorted(stored)})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _print_scores(texts: Sequence[Text], model: boundary_model.BoundaryModel) -> None:
    for name, chosen in (
        ("GUM", [each for each in texts if each.id.startswith("GUM_")]),
        ("EWT", [each for each in texts if not each.id.startswith("GUM_")]),
    ):
        found = right = gold = 0
        for text in chosen:
            words = _words(text)
            ends = set(words.ends[(model.scores(words) > LIMIT) | (words.after == PARAGRAPH)].tolist())
            found, right, gold = found + len(ends), right + len(ends.intersection(text.ends)), gold + len(text.ends)
        print(f"{name}: {len(chosen)} texts, {gold} sentences, F1 {2 * right / (found + gold):.4f}")


if __name__ == "__main__":
    main()
