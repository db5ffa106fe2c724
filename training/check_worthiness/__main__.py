"""Trains the weights of check-worthiness and prints their figures.

Run: python -m training.check_worthiness --data FOLDER [--out FILE] [--vectors FOLDER] [--errors N] [--speeches]
    [--documents]

FOLDER holds the files of `manifest.json` beside this program; any other content is refused. The weights are written
to FILE, and their SHA-256 is printed, which belongs into `factcheck.claims.worthiness.head`. Nothing in it is left to
chance: the same data, encoder and libraries on the same machine give the same weights.

`--vectors` keeps the encoder's vectors from one run to the next. `--errors` lists the worst errors on the development
file. `--speeches` also fits and measures the same recipe on PoliClaim, speech by speech, alone and together with the
sentences of further speeches that a language model labelled; that is printed, not kept.

`--documents` measures the recipe on debates that it didn't see, and on PoliClaim without learning from it; and the same
with the grammar of each sentence, and with its kind. That takes half an hour, and is printed, not kept.
"""

from __future__ import annotations

import argparse
import hashlib
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save
from scipy.optimize import minimize_scalar
from scipy.special import expit, log_expit

from factcheck.claims.worthiness.features import PLACES
from factcheck.claims.worthiness.head import HEAD, load_head
from factcheck.claims.worthiness.trained import TrainedWorthiness
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.ready_claims import claim_of
from factcheck.domain.scores import GivenClaim
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.models.weights import find_weights
from training.check_worthiness.data import Row, debates, once, plain, read, without
from training.check_worthiness.figures import best_limit, print_figures
from training.check_worthiness.fitting import Doubles, Fitted, Floats, Texts, common_words, fitted, seen, table
from training.check_worthiness.grammar import read_grammar

FOLDS: Final = 5

Labels = npt.NDArray[np.int64]
Encode = Callable[[Sequence[Row]], Floats]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HEAD)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--speeches", action="store_true")
    parser.add_argument("--documents", action="store_true")
    wanted = parser.parse_args()
    encoder = TransformerEncoder(find_weights())
    encode = _kept(encoder, wanted.vectors)
    whole, development = read(wanted.data, "train"), read(wanted.data, "development")
    apart = without(whole, development)
    rows = once(apart)
    print(f"{len(whole)} rows; {len(whole) - len(apart)} also in the development file, {len(apart) - len(rows)} twice")
    common = common_words([row.text for row in rows])
    # All rows are encoded, as vectors differ in their last digits with the batch that a text is in.
    first = {row: at for at, row in reversed(list(enumerate(whole)))}
    vectors = encode(whole)[[first[row] for row in rows]]
    texts, labels = seen([row.text for row in rows], vectors, common), _labels(rows)
    odds = _crossed(texts, labels, [str(zlib.crc32(plain(row.text).encode()) % FOLDS) for row in rows])
    limit = best_limit(labels, odds)
    steepness = _steepness(labels, odds - limit)
    print(f"decided at log-odds {limit:.4f}, steepness {steepness:.4f}")
    print_figures("train, cross-validated", labels, expit(steepness * (odds - limit)))
    sha256 = _write(wanted.out, fitted(texts, labels), encoder.name, common, (limit, steepness))
    scorer = TrainedWorthiness(encoder.name, load_head(wanted.out, sha256=sha256))
    scores = scorer.score([_claim(row.text) for row in development], encode(development)).astype(np.float64)
    print_figures("development", _labels(development), scores)
    _print_errors(development, scores, wanted.errors)
    print(f"{wanted.out}: {wanted.out.stat().st_size} bytes, sha256 {sha256}", flush=True)
    if wanted.documents:
        speeches = read(wanted.data, "measured")
        other = seen([row.text for row in speeches], encode(speeches), common)
        _print_documents(rows, texts, speeches, other)
    if wanted.speeches:
        rows, more = read(wanted.data, "measured"), read(wanted.data, "measured too")
        for further in ([], without(more, rows)):
            _print_speeches(rows, further, encode)


def _claim(text: str) -> Claim:
    """A text as the scorer is given it; it looks at the words alone."""
    return claim_of(GivenClaim(address="-", key="-", text=text), ClaimKind.STATEMENT)


def _labels(rows: Sequence[Row]) -> Labels:
    return np.array([row.label for row in rows], dtype=np.int64)


def _kept(encoder: TransformerEncoder, folder: Path | None) -> Encode:
    """The encoder, with its vectors kept in `folder` under a digest of encoder and texts."""

    def encode(rows: Sequence[Row]) -> Floats:
        texts = [row.text for row in rows]
        key = hashlib.sha256("\0".join([encoder.name, *texts]).encode()).hexdigest()[:24]
        path = folder / f"{key}.npy" if folder else None
        if path and path.exists():
            return np.asarray(np.load(path), dtype=np.float32)
        vectors = encoder.encode(texts)
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            np.save(path, vectors)
        return vectors

    return encode


def _crossed(texts: Texts, labels: Labels, groups: Sequence[str]) -> Doubles:
    """The log-odds of each text, from weights that saw nothing of its group; 0 for group "", which all learn from."""
    of, odds = np.asarray(groups), np.zeros(len(labels))
    for group in sorted(set(groups) - {""}):
        aside = of == group
        odds[aside] = fitted(texts.of(~aside), labels[~aside]).log_odds(texts.of(aside))
    return odds


def _steepness(labels: Labels, odds: Doubles) -> float:
    """The factor by which `odds`, 0 staying where it is, become the likeliest."""
    signs = np.where(labels == 1, 1, -1)
    return float(minimize_scalar(lambda by: -log_expit(signs * odds * by).sum(), bounds=(0.2, 5), method="bounded").x)


def _write(path: Path, found: Fitted, encoder: str, common: frozenset[str], scale: tuple[float, float]) -> str:
    limit, steepness = scale
    halves = (found.runs * steepness).astype(np.float16)
    content = save(
        {
            "encoder": np.frombuffer(encoder.encode(), dtype=np.uint8),
            "common": np.frombuffer(" ".join(sorted(common)).encode(), dtype=np.uint8),
            "vector": (found.vector * steepness).astype(np.float32),
            "words": halves[:PLACES],
            "build": halves[PLACES:],
            "bias": np.array([(found.bias - limit) * steepness], dtype=np.float32),
        }
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _print_errors(rows: Sequence[Row], scores: Doubles, count: int) -> None:
    off = np.abs(_labels(rows) - scores)
    for row in np.argsort(-off, kind="stable")[:count]:
        print(f"  {scores[row]:.3f} labelled {rows[row].label}: {rows[row].text}")


def _print_documents(rows: Sequence[Row], texts: Texts, speeches: Sequence[Row], other: Texts) -> None:
    """The recipe without grammar, with it and with the kind, on debates and on speeches that it didn't learn from."""
    labels, documents = _labels(rows), debates(rows)
    folds = [str(int(each) % FOLDS) for each in documents]
    learned, measured = (read_grammar([row.text for row in each]) for each in (rows, speeches))
    for title, tables in (("as kept", ()), ("with grammar", (0,)), ("with the kind", (1,))):
        ours, theirs = texts, other
        for each in tables:
            ours, theirs = ours.with_table(table(learned[each])), theirs.with_table(table(measured[each]))
        odds = _crossed(ours, labels, folds)
        print_figures(f"{title}: debates not seen", labels, expit(odds - best_limit(labels, odds)), documents)
        odds = fitted(ours, labels).log_odds(theirs)
        odds -= _limits(speeches, odds)
        print_figures(f"{title}: PoliClaim", _labels(speeches), expit(odds), [row.speech for row in speeches])


def _limits(rows: Sequence[Row], odds: Doubles) -> Doubles:
    """For each row the limit that is best for the other speeches: there, what is worth checking was asked otherwise."""
    labels, speeches = _labels(rows), np.asarray([row.speech for row in rows])
    limits = {each: best_limit(labels[speeches != each], odds[speeches != each]) for each in sorted(set(speeches))}
    return np.asarray([limits[each] for each in speeches])


def _print_speeches(rows: Sequence[Row], more: Sequence[Row], encode: Encode) -> None:
    """The recipe on PoliClaim: each speech of `rows` is scored without it, by the others and all of `more`.

    Its limit is the best of the other speeches' scores. The common words are counted over all the texts.
    """
    whole = [*rows, *more]
    texts = [row.text for row in whole]
    vectors = np.concatenate([encode(part) for part in (rows, more) if part])
    groups = [*(row.speech for row in rows), *[""] * len(more)]
    labels = _labels(rows)
    odds = _crossed(seen(texts, vectors, common_words(texts)), _labels(whole), groups)[: len(rows)]
    odds -= _limits(rows, odds)
    print_figures(f"PoliClaim by speech, {len(more)} further rows", labels, expit(odds), [row.speech for row in rows])


if __name__ == "__main__":
    main()
