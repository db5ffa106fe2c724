"""How often the compared details of labelled pairs come out as they were labelled.

Run: python -m benchmarks.differences FILE...

A file has rows like those of tests/data/differences/pairs.jsonl, whose README says what their fields mean. "Differs"
is scored over all that is found, "agrees" over the labelled details.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from factcheck import wiring
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.verdict.details.details import details_of_each
from factcheck.verdict.differences.comparing import differences

NOTHING = "nothing"
"""What is found, or expected, where there is no difference at all."""


class Outcome(NamedTuple):
    """One detail: what was expected of it, and what was found. `words` are those of the claim."""

    pair: str
    aspect: str
    words: str
    expected: str
    found: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parses = wiring.parses(Settings())
    for path in parser.parse_args().files:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        _print(path.name, len(rows), [each for row in rows for each in outcomes(row, parses)])


def outcomes(row: dict[str, Any], parses: Parses) -> Iterator[Outcome]:
    """The labelled details of one pair with what is found for them, then the false alarms."""
    claim = row["claim"]
    details = details_of_each((claim, row["passage"]), parses)
    found = differences(
        details[claim],
        details[row["passage"]],
        claim_on=_day(row.get("claim_on")),
        passage_on=_day(row.get("passage_on")),
    )
    labelled: list[Difference] = []
    for detail in row["details"]:
        span = span_of(claim, detail["words"])
        here = [each for each in found if each.aspect == detail["aspect"] and each.claim_span.overlaps(span)]
        labelled += here
        kind = min((str(each.comparison) for each in here), key=_ORDER.index, default=NOTHING)
        yield Outcome(row["id"], detail["aspect"], detail["words"], detail["expected"], kind)
    for each in found:
        if each.comparison is Comparison.DIFFERS and each not in labelled:
            yield Outcome(row["id"], each.aspect, each.claim_span.of(claim), NOTHING, str(each.comparison))


def span_of(claim: str, words: str) -> Span:
    """Where the words of a label stand; ValueError where they don't."""
    start = claim.index(words)
    return Span(start, start + len(words))


_ORDER = ("differs", "agrees", "not_comparable", "only_in_claim")


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _print(name: str, pairs: int, found: list[Outcome]) -> None:
    print(f"{name}: {pairs} pairs, {sum(each.expected != NOTHING for each in found)} labelled details")
    print(f"{'aspect':<12} {'verdict':<8} {'labelled':>8} {'found':>6} {'right':>6} {'precision':>10} {'recall':>7}")
    for aspect in [*sorted({each.aspect for each in found}), "all"]:
        here = [each for each in found if aspect in (each.aspect, "all")]
        for kind in ("differs", "agrees"):
            labelled = sum(each.expected == kind for each in here)
            said = sum(each.found == kind for each in here)
            right = sum(each.expected == each.found == kind for each in here)
            shares = f"{_share(right, said):>10} {_share(right, labelled):>7}"
            print(f"{aspect:<12} {kind:<8} {labelled:>8} {said:>6} {right:>6} {shares}")
    print("labelled and found otherwise:")
    wrong = [each for each in found if each.expected != each.found]
    for (expected, kind), count in Counter((each.expected, each.found) for each in wrong).most_common():
        print(f"  {expected} found as {kind}: {count}")
    for each in wrong:
        print(f"  {each.pair} {each.aspect}: {each.words!r} is {each.expected}, found {each.found}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


if __name__ == "__main__":
    main()
