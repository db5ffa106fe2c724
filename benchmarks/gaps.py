"""How well the gap list marks the words that no evidence covers, beside a plain word overlap.

Rows of WiCE's training part (Kamoi et al., EMNLP 2023) with `claim`, `claim_tokens`, `non_supported_spans` and
`evidence_sentences`: each token of a partly supported claim is labelled. The evidence is cut into passages of four
sentences, and the eight that share most with the claim are what the claim has, as after a search.

    python benchmarks/gaps.py FILE
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck import wiring
from factcheck.domain.spans import Span
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.parsing.parses import Parses
from factcheck.language.stems import stem
from factcheck.settings import Settings
from factcheck.verdict.details.details import details_of_each
from factcheck.verdict.differences.comparing import differences
from factcheck.verdict.suggestion.gaps import gaps

SENTENCES: Final = 4
PASSAGES: Final = 8
DRAWS: Final = 1000
Row = dict[str, Any]
Counts = tuple[int, int, int]
"""Tokens rightly marked, marked, and to be marked."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    raw = file.read_bytes()
    text = gzip.decompress(raw) if file.suffix == ".gz" else raw
    rows = [json.loads(line) for line in text.decode().splitlines()]
    print(f"{len(rows)} claims, {sum(len(row['claim_tokens']) for row in rows)} tokens")
    for name, rule in (("every word", _every), ("word overlap", _overlap), ("gap list", _listed)):
        print(f"{name:14}", _figures([_counts(row, rule(row["claim"], passages(row))) for row in rows]))


def passages(row: Row) -> list[str]:
    """The passages of a row's evidence that share most of the claim's rarer words."""
    sentences = row["evidence_sentences"]
    cut = [" ".join(sentences[at : at + SENTENCES]) for at in range(0, len(sentences), SENTENCES)]
    stems = [_stems(each) for each in cut]
    seen = Counter(each for some in stems for each in some)
    wanted = _stems(row["claim"])
    worth = [sum(math.log(1 + len(cut) / seen[each]) for each in wanted & some) for some in stems]
    best = sorted(range(len(cut)), key=lambda at: (-worth[at], at))[:PASSAGES]
    return [cut[at] for at in best]


@cache
def _parses() -> Parses:
    return wiring.parses(Settings())


def _stems(text: str) -> set[str]:
    return {stem(each.text) for each in lexemes(text) if each.is_number or each.is_word} - FUNCTION_WORDS


def _every(claim: str, _: Sequence[str]) -> list[Span]:
    return [Span(0, len(claim))]


def _overlap(claim: str, found: Sequence[str]) -> list[Span]:
    """Each word of the claim that stands in no passage."""
    there = {each.lower for text in found for each in lexemes(text)}
    return [Span(each.start, each.end) for each in lexemes(claim) if each.lower not in there]


def _listed(claim: str, found: Sequence[str]) -> list[Span]:
    parses = _parses()
    checked, details = details_of_each([claim], parses)[claim], details_of_each(found, parses)
    passages = {str(at): details[text] for at, text in enumerate(found)}
    stances = [
        Stance(
            passage_id=name,
            label=StanceLabel.NEUTRAL,
            scores=(0.0, 0.0, 1.0),
            differences=differences(checked, passage),
        )
        for name, passage in passages.items()
    ]
    return [gap.span for gap in gaps(checked, stances, passages)]


def _counts(row: Row, marked: Sequence[Span]) -> Counts:
    claim, at = row["claim"], 0
    right = said = wanted = 0
    for token, is_open in zip(row["claim_tokens"], row["non_supported_spans"], strict=True):
        at = max(claim.find(token, at), at)
        span = Span(at, at + len(token))
        at = span.end
        is_marked = any(span.overlaps(each) for each in marked)
        right, said, wanted = right + (is_marked and is_open), said + is_marked, wanted + is_open
    return right, said, wanted


def _figures(counts: Sequence[Counts]) -> str:
    precision, recall, f1 = _scores(counts)
    draw = random.Random(1)
    drawn = sorted(_scores(draw.choices(counts, k=len(counts)))[2] for _ in range(DRAWS))
    low, high = drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS)]
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f} ({low:.3f} to {high:.3f})"


def _scores(counts: Sequence[Counts]) -> tuple[float, float, float]:
    right, said, wanted = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = right / max(said, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()
