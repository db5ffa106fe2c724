"""The plain pipeline that `benchmarks.score_speed` holds `factcheck score` against, in a process of its own.

Run by it: python -m benchmarks.plain_pipeline FOLDER LABELS

FOLDER has `rows.jsonl`, whose claims are scored, and `evidence.jsonl`. The label of each claim with each passage found
for it goes to the file LABELS in it; the seconds of loading and scoring are printed as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.score_runs import TOP_K, sentences_of
from factcheck.models.stance_weights import load_stance_weights
from factcheck.models.weights import find_weights


def main() -> None:
    folder = Path(sys.argv[1])
    with (folder / "rows.jsonl").open(encoding="utf-8") as lines:
        claims = [str(json.loads(line)["checked"]) for line in lines]
    evidence = sentences_of(folder / "evidence.jsonl")
    began = time.perf_counter()
    import faiss
    from sentence_transformers import SentenceTransformer

    from benchmarks.stance_speed import reference

    encoder = SentenceTransformer(str(find_weights().folder), device="cpu", local_files_only=True)
    read = reference(load_stance_weights())
    loaded = time.perf_counter()
    index = faiss.IndexFlatIP(int(encoder.get_embedding_dimension() or 0))
    vectors = encoder.encode(evidence, normalize_embeddings=True, show_progress_bar=False)
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    labels = []
    for claim in claims:
        asked = encoder.encode([claim], normalize_embeddings=True, show_progress_bar=False)
        _, found = index.search(asked, TOP_K)
        pairs = [(claim, evidence[row]) for row in found[0]]
        labels += [[*pair, label] for pair, label in zip(pairs, read(pairs).tolist(), strict=True)]
    told = {"loading": loaded - began, "scoring": time.perf_counter() - loaded}
    (folder / sys.argv[2]).write_text(json.dumps(labels), encoding="utf-8")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
