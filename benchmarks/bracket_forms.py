"""Which form of a first person's explanation search and the stance model read best: `I [Ann Lee] am …`, or another.

Run: python -m benchmarks.bracket_forms PAIRS [--rows N] [--pool N]

PAIRS has a JSON object on each line, plain or gzipped, with `claim`, `evidence` and `label` (SUPPORTED or REFUTED).
Taken are the first N claims of each label whose subject is the name of a person, in the order of their digests. Each
is read in four forms: with its name, with `I` and the name in brackets, with the name in the place of both (which may
break the agreement of the verb), and with `I` alone. Each form looks for its evidence among that of POOL rows, by words
and by vectors as in the product, and is judged against it by the stance model that ships.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.domain.matches import Hit
from factcheck.domain.parsed_text import ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.evidence.fusion import fuse
from factcheck.settings import Settings
from factcheck.store.full_text import TOKENIZER, query_of

FORMS: Final = ("name", "brackets", "brackets resolved", "word alone")
_DEPTH: Final = 50
_TOP: Final = 5
_FIRST_PERSON: Final = {"is": "am", "has": "have", "does": "do"}
_LABELS: Final = {"SUPPORTED": 0, "REFUTED": 1}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pairs", type=Path)
    arguments.add_argument("--rows", type=int, default=100, help="claims of each label")
    arguments.add_argument("--pool", type=int, default=3_000)
    wanted = arguments.parse_args()
    print(*machine_lines(), sep="\n")
    rows = sorted(read(wanted.pairs), key=lambda row: hashlib.sha256(row["claim"].encode()).digest())
    parts = wiring.parts(Settings())
    parser = parts.make_parser()
    taken: list[tuple[dict[str, Any], tuple[str, ...]]] = []
    counts = dict.fromkeys(_LABELS, 0)
    for row in rows:
        if all(count >= wanted.rows for count in counts.values()):
            break
        if counts.get(row["label"], wanted.rows) < wanted.rows:
            claim = row["claim"]
            forms = forms_of(parser.parse(claim, [Span(0, len(claim))]))
            if forms:
                counts[row["label"]] += 1
                taken.append((row, forms))
    pool = list(dict.fromkeys([row["evidence"] for row, _ in taken] + [row["evidence"] for row in rows[: wanted.pool]]))
    print(f"{len(taken)} claims {counts}, {len(pool)} passages, of {wanted.pairs.name}")
    encoder, stance = parts.make_encoder(), parts.make_stance_model(parts.make_splitter())
    vectors = encoder.encode(pool)
    words = word_index(pool)
    plain = None
    print(
        ("{:<18}" + "{:>14}" * 5).format("form", "found first", f"in first {_TOP}", "stance right", "as name", "shift")
    )
    for place, form in enumerate(FORMS):
        texts = [forms[place] for _, forms in taken]
        ranks = np.array(
            [
                rank_of(row["evidence"], text, vector @ vectors.T, pool, words)
                for (row, _), text, vector in zip(taken, texts, encoder.encode(texts), strict=True)
            ]
        )
        scores = stance.score([(text, row["evidence"]) for (row, _), text in zip(taken, texts, strict=True)])
        chosen = scores.argmax(axis=1)
        plain = scores if plain is None else plain
        figures = (
            np.mean(ranks == 1),
            np.mean(ranks <= _TOP),
            np.mean(chosen == [_LABELS[row["label"]] for row, _ in taken]),
            np.mean(chosen == plain.argmax(axis=1)),
            np.abs(scores - plain).sum(axis=1).mean() / 2,
        )
        print(f"{form:<18}" + "".join(f"{each:>14.3f}" for each in figures))


def read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def forms_of(parsed: ParsedText) -> tuple[str, ...]:
    """The claim in its forms; none where its subject isn't the name of a person with which it begins."""
    (sentence,) = parsed.sentences
    subject = person_first(sentence)
    if subject is None:
        return ()
    rest = sentence.tokens[subject[-1].place + 1]
    name = parsed.text[subject[0].start : subject[-1].end]
    verb = _FIRST_PERSON.get(rest.lower, rest.lemma if rest.tag == "VBZ" else rest.text)
    tail = verb + parsed.text[rest.end :]
    bracketed = f"I [{name}] {tail}"
    return parsed.text, bracketed, f"{name} {tail}", f"I {tail}"


def person_first(sentence: ParsedSentence) -> Sequence[Token] | None:
    """The tokens of the name that the sentence begins with, if that is its whole subject and a finite verb follows."""
    if not sentence.entities or sentence.entities[0].label != "PERSON" or sentence.entities[0].first != 0:
        return None
    name = sentence.tokens_of(sentence.entities[0])
    head = next((each for each in name if each.relation in {"nsubj", "nsubjpass"}), None)
    if head is None or sentence.subtree(head) != name or len(name) == len(sentence.tokens):
        return None
    return name if sentence.tokens[name[-1].place + 1].tag in {"VBD", "VBZ", "MD"} else None


def word_index(pool: Sequence[str]) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:")
    index.execute(f"CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='{TOKENIZER}')")
    index.executemany("INSERT INTO passages(rowid, text) VALUES (?, ?)", list(enumerate(pool, 1)))
    return index


def rank_of(
    evidence: str, text: str, near: npt.NDArray[np.float32], pool: Sequence[str], words: sqlite3.Connection
) -> int:
    """At which place the evidence is found; beyond the depth of the search, `_DEPTH` and one."""
    asked = "SELECT rowid, -bm25(passages) FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ?"
    lexical = [Hit(str(row - 1), score) for row, score in words.execute(asked, (query_of(text), _DEPTH))]
    vector = [Hit(str(row), float(near[row])) for row in np.argsort(-near)[:_DEPTH]]
    found = [pool[int(each.passage_id)] for each in fuse(lexical, vector, top_k=_DEPTH)]
    return found.index(evidence) + 1 if evidence in found else _DEPTH + 1


if __name__ == "__main__":
    main()
