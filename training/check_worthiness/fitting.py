"""A logistic regression over vectors and hashed runs of tokens, fitted by L-BFGS; no chance is involved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit, log_expit

from factcheck.claims.worthiness.features import PLACES, build_places, tokens, word_places

COMMON: Final = 350
"""So many of the training set's commonest words stand for themselves in a text's build."""
LEAST: Final = 2
"""A place that fewer training texts have gets no weight."""
LOOSENESS: Final = 2.0
"""C: how far the weights may go for the sake of the labels; chosen by cross-validation from 1, 2 and 3."""
STEPS: Final = 150

Doubles = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """n texts as the head reads them.

    Attributes:
        vectors: Shape (n, dimension), float32.
        runs: Shape (n, tables * PLACES), float32, sparse: the words' table, then the build's, then others.
    """

    vectors: Floats
    runs: csr_matrix

    def of(self, rows: npt.NDArray[np.bool_]) -> Texts:
        return Texts(vectors=self.vectors[rows], runs=self.runs[rows])

    def with_table(self, more: csr_matrix) -> Texts:
        return Texts(vectors=self.vectors, runs=hstack([self.runs, more]).tocsr())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """`vector` (dimension,), `runs` (2 * PLACES,) and `bias`: what is added up to a text's log-odds."""

    vector: Doubles
    runs: Doubles
    bias: float

    def log_odds(self, texts: Texts) -> Doubles:
        return np.asarray(texts.vectors @ self.vector + texts.runs @ self.runs + self.bias, dtype=np.float64)


def common_words(texts: Sequence[str]) -> frozenset[str]:
    """The words and marks that most of `texts` hold, in lower case."""
    counts = Counter(word for text in texts for word in {each.lower() for each in tokens(text)})
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return frozenset(ranked[:COMMON])


def seen(texts: Sequence[str], vectors: Floats, common: frozenset[str]) -> Texts:
    """`texts` as the head reads them."""
    read = [tokens(text) for text in texts]
    tables = [table([word_places(each) for each in read]), table([build_places(each, common) for each in read])]
    return Texts(vectors=vectors, runs=hstack(tables).tocsr())


def fitted(texts: Texts, labels: npt.NDArray[np.int64]) -> Fitted:
    """The weights with the least logistic loss plus their squares over 2 C."""
    counts = np.bincount(texts.runs.indices, minlength=texts.runs.shape[1])
    used = np.flatnonzero(counts >= LEAST)
    runs = texts.runs[:, used].tocsr()
    turned = runs.T.tocsr()
    dimension = texts.vectors.shape[1]

    def loss(weights: Doubles) -> tuple[float, Doubles]:
        short = weights.astype(np.float32)
        odds = (texts.vectors @ short[:dimension] + runs @ short[dimension:-1] + short[-1]).astype(np.float64)
        total = -np.where(labels == 1, log_expit(odds), log_expit(-odds)).sum()
        total += weights[:-1] @ weights[:-1] / (2 * LOOSENESS)
        off = expit(odds) - labels
        slope = np.concatenate([texts.vectors.T @ off.astype(np.float32), turned @ off.astype(np.float32), [0.0]])
        slope += weights / LOOSENESS
        slope[-1] = off.sum()
        return float(total), slope

    start = np.zeros(dimension + len(used) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "ftol": 1e-7}).x
    whole = np.zeros(texts.runs.shape[1])
    whole[used] = found[dimension:-1]
    return Fitted(vector=found[:dimension], runs=whole, bias=float(found[-1]))


def table(rows: Sequence[Sequence[int]]) -> csr_matrix:
    """Shape (n, PLACES): rows of length 1 with the same value at each of their places."""
    starts = np.cumsum([0, *map(len, rows)])
    values = np.repeat([1 / len(row) ** 0.5 for row in rows], [len(row) for row in rows]).astype(np.float32)
    columns = np.concatenate([np.asarray(row, dtype=np.int64) for row in rows])
    return csr_matrix((values, columns, starts), shape=(len(rows), PLACES))
